import { unitColumnLabel } from '../../data/index.ts';
import type { Lang } from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';
import type { Scored } from '../scored.ts';

/** The places that units lie in, the smallest first. */
const PLACES = ['commune', 'district', 'province'] as const;

/** The place that tells units of one name apart, as a column. */
export interface PlacesOfNames {
  readonly title: string;
  readonly of: (row: number) => string;
}

/**
 * The smallest place by which rows that share a name differ, of those a report shows; `null` where no name of one period is
 * there twice, where the data name no such place, or where units are grouped by it and it stands there.
 */
export function placesOfNames({ assessments, rows, groups }: Scored, lang: Lang): PlacesOfNames | null {
  const { dataset } = assessments;
  const { name, period, groups: about } = dataset.units;
  const shown = rows ?? dataset.units.code.map((_, row) => row);
  const byName = new Map<string, number[]>();
  for (const row of shown) {
    const own = name[row] ?? null;
    if (own === null) continue;
    const key = JSON.stringify([period[row], own]);
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [row]);
    else same.push(row);
  }
  const repeated = [...byName.values()].filter(({ length }) => length > 1);
  const id = PLACES.find((place) => {
    const texts = about.get(place);
    return texts !== undefined && repeated.some((same) => new Set(same.map((row) => texts[row])).size > 1);
  });
  if (id === undefined || groups?.column.id === id) return null;
  return { title: unitColumnLabel(id)[lang], of: (row) => harmless(about.get(id)?.[row] ?? '') };
}
