import type { Assessments } from '../assess/index.ts';
import type { Units } from '../data/index.ts';
import { compareKeys, type Standing, standingOf } from './keys.ts';

/** The order of the units of each period or group, best first. */
export interface Ranking {
  /** First and last place each row can take, from 1; equal unless missing cells leave it open. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** How many units stand in the same ranking as each row. */
  readonly of: Int32Array;
  /** Row numbers in order: by period or group, place and code. */
  readonly order: readonly number[];
}

/**
 * Ranks units as their criteria set declares, by competition places (1-2-2-4): equal on all keys is an equal place.
 *
 * A unit whose class or keys are open is not ranked by guess: it gets the interval of places it could take, and so do the
 * units it could pass. Names and locale have no part in it.
 *
 * @param parts The rows that are ranked among each other; the rows of one period unless told otherwise.
 * @example [...rank(assessments).from] // [1, 2]
 */
export function rank(assessments: Assessments, parts?: readonly (readonly number[])[]): Ranking {
  const { rows, units } = assessments.dataset;
  const from = new Int32Array(rows);
  const to = new Int32Array(rows);
  const of = new Int32Array(rows);
  const code = (row: number): string => units.code[row] ?? '';
  const order = (parts ?? rowsByPeriod(units)).flatMap((members) => {
    const placed = places(members.map((row) => ({ row, ...standingOf(assessments, row) })));
    for (const place of placed) {
      from[place.row] = place.from;
      to[place.row] = place.to;
      of[place.row] = members.length;
    }
    return placed
      .toSorted((a, b) => a.from - b.from || a.to - b.to || compareText(code(a.row), code(b.row)))
      .map(({ row }) => row);
  });
  return { from, to, of, order };
}

/** A unit among those that it is ranked with. */
interface Ranked extends Standing {
  readonly row: number;
}

interface Place {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** A unit's first place counts who is surely better than its best; its last, who may be better than its worst. */
function places(units: readonly Ranked[]): readonly Place[] {
  const byWorst = units.toSorted((a, b) => compareKeys(a.worst, b.worst, { a: 'worst', b: 'worst' }));
  const byBest = units.toSorted((a, b) => compareKeys(a.best, b.best, { a: 'best', b: 'best' }));
  return units.map(({ row, best, worst }) => {
    const surelyBetter = countWhile(byWorst, (other) => compareKeys(other.worst, best, { a: 'worst', b: 'best' }) < 0);
    const maybeBetter = countWhile(byBest, (other) => compareKeys(other.best, worst, { a: 'best', b: 'worst' }) < 0);
    // A unit whose best is better than its own worst counted itself.
    const self = compareKeys(best, worst, { a: 'best', b: 'worst' }) < 0 ? 1 : 0;
    return { row, from: surelyBetter + 1, to: maybeBetter - self + 1 };
  });
}

/** How many leading items of a sorted list satisfy a test that holds up to some place and not after it. */
function countWhile<T>(sorted: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = sorted[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of each period, in the order of the periods. */
export function rowsByPeriod({ period: periods }: Units): readonly (readonly number[])[] {
  const groups = new Map<string | null, number[]>();
  for (const [row, period] of periods.entries()) {
    const group = groups.get(period);
    if (group === undefined) groups.set(period, [row]);
    else group.push(row);
  }
  return [...groups].toSorted(([a], [b]) => compareText(a ?? '', b ?? '')).map(([, members]) => members);
}

/** By code units, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
