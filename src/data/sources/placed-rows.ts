import { type Issue, issue } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';

/** Which row of which file is about which unit and period. */
export interface PlacedRows {
  readonly rows: number;
  readonly code: readonly string[];
  readonly period: readonly (string | null)[];
  /** By file, the joined row of each of its rows; −1 for a row that names no unit or repeats one. */
  readonly rowOf: readonly Int32Array[];
  /** By file, its row for each joined row, or −1. */
  readonly from: readonly Int32Array[];
  readonly issues: readonly Issue[];
}

/** Gives each unit and period a row, in the order in which files name them. */
export function placeRows(parts: readonly Dataset[]): PlacedRows {
  const periods = periodsOf(parts);
  const issues: Issue[] = [];
  const places = new Map<string, number>();
  const code: string[] = [];
  const period: (string | null)[] = [];
  const rowOf = parts.map((part) => {
    const own = ownPeriod(part, periods, issues);
    const seen = new Set<number>();
    return Int32Array.from(part.units.code, (unit, from) => {
      if (unit === '') return -1;
      const when = part.units.period[from] ?? own;
      const key = `${unit}\n${when ?? ''}`;
      const place = places.get(key) ?? code.length;
      if (place === code.length) {
        places.set(key, place);
        code.push(unit);
        period.push(when);
      }
      if (seen.has(place)) return -1;
      seen.add(place);
      return place;
    });
  });
  return { rows: code.length, code, period, rowOf, from: rowOf.map((places) => inverse(places, code.length)), issues };
}

function periodsOf(parts: readonly Dataset[]): readonly string[] {
  const periods = new Set<string>();
  for (const { units } of parts) for (const period of units.period) if (period !== null) periods.add(period);
  return [...periods];
}

/** The period of rows that name none: the only one there is. */
function ownPeriod(part: Dataset, periods: readonly string[], issues: Issue[]): string | null {
  const [only = null] = periods;
  if (periods.length < 2) return only;
  const row = part.units.period.indexOf(null);
  if (row >= 0) issues.push(issue('join/period-needed', { periods }, { position: part.positionOf(row, 'period') }));
  return null;
}

function inverse(places: Int32Array, rows: number): Int32Array {
  const from = new Int32Array(rows).fill(-1);
  for (const [row, place] of places.entries()) if (place >= 0) from[place] = row;
  return from;
}
