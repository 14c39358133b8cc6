import type { Ties } from '../criteria/index.ts';
import { fewestLevels, mostLevels } from './levels.ts';
import { figureAt } from './pieces.ts';
import { compareAt, type KeyPieces, type Side } from './sides.ts';
import { sortRows } from './sort-rows.ts';

/** The places of rows, by row number and from 1. */
export interface Places {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The rows to rank, and where they stand. */
export interface Standing {
  /** By number; they are left in order of what they are at worst. */
  readonly members: Uint32Array;
  /** The first key first; codes are keys where they tell rows apart. */
  readonly keys: readonly KeyPieces[];
  readonly ties: Ties;
}

/**
 * Gives rows the places that they take among each other. Rows that are level on all keys share a place.
 *
 * A row's first place counts who is surely better than its best; its last, who may be better than its worst. Where ties are
 * dense, it counts the levels that these are on: the fewest, and the most.
 *
 * @param standing Which rows, and where they stand.
 * @param places Where their places are written.
 */
export function place({ members, keys, ties }: Standing, { from, to }: Places): void {
  const best = keys.map((key) => key.best);
  const worst = keys.map((key) => key.worst);
  const byWorst = sorted(members, worst);
  const open = byWorst.filter((row) => compareAt(best, row, worst, row) < 0);
  const byBest = open.length === 0 ? byWorst : sorted(members.slice(), best);
  const isDense = ties === 'dense';
  const fewest = isDense ? takenBy(fewestLevels(byWorst, best, worst)) : asMany;
  const most = isDense ? takenBy(mostLevels(byBest, best, worst)) : asMany;
  // Better than a row that is not open are those in front of all that it is level with.
  markPlaces(byWorst, worst, fewest, from);
  markPlaces(byBest, best, most, to);
  for (const row of open) {
    from[row] = fewest(countWhile(byWorst, (other) => compareAt(worst, other, best, row) < 0)) + 1;
    // It counts itself: its best is better than its own worst.
    to[row] = most(countWhile(byBest, (other) => compareAt(best, other, worst, row) < 0));
  }
  if (isDense) keepToGrades(byBest, keys, to);
}

/** How many places the first rows of a list take up. */
type Taken = (rows: number) => number;

const asMany: Taken = (rows) => rows;

function takenBy(levels: Int32Array): Taken {
  return (rows) => levels[rows] ?? 0;
}

function sorted(rows: Uint32Array, side: Side): Uint32Array {
  sortRows(rows, (a, b) => compareAt(side, a, side, b));
  return rows;
}

/** Gives rows that are level the place behind all that stand in front of the first of them. */
function markPlaces(rows: Uint32Array, side: Side, taken: Taken, places: Int32Array): void {
  let before: number | null = null;
  let current = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    if (before === null || compareAt(side, before, side, row) !== 0) current = taken(index) + 1;
    places[row] = current;
    before = row;
  }
}

/** How many leading rows of a sorted list satisfy a test that holds up to some place and not after it. */
function countWhile(rows: Uint32Array, holds: (row: number) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(rows[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of grades alone no more levels can be in front of a row than there are grades from the best of all to its worst. */
function keepToGrades(byBest: Uint32Array, keys: readonly KeyPieces[], to: Int32Array): void {
  const [only, ...further] = keys;
  if (only?.isGraded !== true || further.length > 0) return;
  const first = Math.max(0, figureAt(only.best, byBest[0] ?? 0));
  for (const row of byBest) to[row] = Math.min(to[row] ?? 0, figureAt(only.worst, row) - first + 1);
}
