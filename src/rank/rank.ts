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
  const standings = Array.from({ length: rows }, (_, row) => standingOf(assessments, row));
  const code = (row: number): string => units.code[row] ?? '';
  const inOrder = (members: readonly number[]): readonly number[] =>
    members.toSorted(
      (a, b) => (from[a] ?? 0) - (from[b] ?? 0) || (to[a] ?? 0) - (to[b] ?? 0) || compareText(code(a), code(b)),
    );
  const order = (parts ?? rowsByPeriod(units)).flatMap((members) => {
    place(members, standings, from, to);
    for (const row of members) of[row] = members.length;
    return inOrder(members);
  });
  return { from, to, of, order };
}

/** A unit's first place counts who is surely better than its best; its last, who may be better than its worst. */
function place(rows: readonly number[], standings: readonly Standing[], from: Int32Array, to: Int32Array): void {
  const own = (row: number): Standing => standings[row] ?? { best: [], worst: [] };
  const byWorst = [...rows].sort((a, b) => compareKeys(own(a).worst, own(b).worst, { a: 'worst', b: 'worst' }));
  const byBest = [...rows].sort((a, b) => compareKeys(own(a).best, own(b).best, { a: 'best', b: 'best' }));
  for (const row of rows) {
    const { best, worst } = own(row);
    const surelyBetter = countWhile(
      byWorst,
      (other) => compareKeys(own(other).worst, best, { a: 'worst', b: 'best' }) < 0,
    );
    const maybeBetter = countWhile(
      byBest,
      (other) => compareKeys(own(other).best, worst, { a: 'best', b: 'worst' }) < 0,
    );
    // A unit whose best is better than its own worst counted itself.
    const self = compareKeys(best, worst, { a: 'best', b: 'worst' }) < 0 ? 1 : 0;
    from[row] = surelyBetter + 1;
    to[row] = maybeBetter - self + 1;
  }
}

/** How many leading items of a sorted list satisfy a test that holds up to some place and not after it. */
function countWhile(sorted: readonly number[], holds: (row: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = sorted[middle];
    if (row !== undefined && holds(row)) low = middle + 1;
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
