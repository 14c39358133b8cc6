import { type Issue, issue } from '../../messages/index.ts';
import { canonicalKey, withoutDiacritics } from '../canonical-key.ts';
import type { Dataset, Units } from '../dataset.ts';
import { gatherFindings } from '../findings.ts';
import { unitWordOf } from './unit-kind.ts';
import { nameKey, provinceKey, sameName, withoutUnitPrefix } from './unit-name.ts';

/** The first year at the end of which there are no districts. */
const WITHOUT_DISTRICTS = '2025';

/**
 * Warns of a name that one place has under two codes: within a province, and before July 2025 within a district, the names
 * of communes do not repeat, so that one may count twice. Of rows that name no place nothing is known.
 */
export function sameNames(dataset: Dataset): readonly Issue[] {
  const { code, name } = dataset.units;
  const findings = gatherFindings();
  const rows = new Map<string, number[]>();
  for (const row of code.keys()) {
    const key = nameInPlace(dataset.units, row);
    if (key === null) continue;
    const before = rows.get(key) ?? [];
    rows.set(key, before);
    const other = before.find((first) => code[first] !== code[row] && canBeSame(dataset, first, row));
    if (other !== undefined) {
      const args = { code: code[row] ?? '', other: code[other] ?? '', otherAt: dataset.positionOf(other, 'name') };
      const details = { position: dataset.positionOf(row, 'name'), path: 'name', received: name[row] ?? null };
      findings.add(issue('data/same-name', args, { ...details, severity: 'warning' }));
    }
    before.push(row);
  }
  return findings.list();
}

/** The name of a row without marks and kind, in its place and period; `null` where the row names no unit or no place. */
export function nameInPlace({ code, name: names, period: periods, groups }: Units, row: number): string | null {
  const name = names[row] ?? null;
  const period = periods[row] ?? '';
  const province = groups.get('province')?.[row] ?? null;
  const district = groups.get('district')?.[row] ?? null;
  if (name === null || code[row] === '' || (province === null && district === null)) return null;
  // While there were districts, a province had several communes of one name.
  if (district === null && period !== '' && period < WITHOUT_DISTRICTS) return null;
  const place = [provinceKey(province ?? ''), canonicalKey(district ?? ''), period];
  return [withoutDiacritics(withoutUnitPrefix(nameKey(name))), ...place].join('\n');
}

/** Whether two rows can name one unit: a commune and a township are two, whatever else they are called. */
function canBeSame({ units }: Dataset, first: number, row: number): boolean {
  const [one, other] = [units.name[first] ?? '', units.name[row] ?? ''];
  const [kind, another] = [kindAt(units, first), kindAt(units, row)];
  return sameName(one, other) && (kind === another || kind === '' || another === '');
}

/** What kind of unit a row says it is about, by its name or else its type; '' where it does not say. */
function kindAt({ name, groups }: Units, row: number): string {
  return unitWordOf(nameKey(name[row] ?? '')) ?? canonicalKey(groups.get('type')?.[row] ?? '');
}
