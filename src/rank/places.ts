import { figureAt, type Pieces } from './pieces.ts';
import { sortRows } from './sort-rows.ts';

/** The places of rows, by row number and from 1. */
export interface Places {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Where rows stand on one key of the order, at best and at worst (see `KeyColumn`). */
export interface KeyPieces {
  readonly best: Pieces;
  readonly worst: Pieces;
}

/**
 * Gives rows the places that they take among each other, by competition (1-2-2-4): equal on all keys is an equal place.
 *
 * A row's first place counts who is surely better than its best; its last, who may be better than its worst.
 *
 * @param members The rows, by number; they are left in order of what they are at worst.
 * @param keys Where they stand.
 * @param places Where their places are written.
 */
export function place(members: Uint32Array, keys: readonly KeyPieces[], { from, to }: Places): void {
  const best = keys.map((key) => key.best);
  const worst = keys.map((key) => key.worst);
  const byWorst = sorted(members, worst);
  const open = byWorst.filter((row) => compareAt(best, row, worst, row) < 0);
  const byBest = open.length === 0 ? byWorst : sorted(members.slice(), best);
  // Better than a row that is not open are those in front of all that it is level with.
  markPlaces(byWorst, worst, from);
  markPlaces(byBest, best, to);
  for (const row of open) {
    from[row] = countWhile(byWorst, (other) => compareAt(worst, other, best, row) < 0) + 1;
    // It counts itself: its best is better than its own worst.
    to[row] = countWhile(byBest, (other) => compareAt(best, other, worst, row) < 0);
  }
}

/** One side of the keys, the first key first. */
type Side = readonly Pieces[];

const NO_PIECES: Pieces = [];

/** Negative when one row, on one side, is better than another on its side. */
function compareAt(side: Side, row: number, otherSide: Side, other: number): number {
  for (let key = 0; key < side.length; key += 1) {
    const [a, b] = [figureAt(side[key] ?? NO_PIECES, row), figureAt(otherSide[key] ?? NO_PIECES, other)];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

function sorted(rows: Uint32Array, side: Side): Uint32Array {
  sortRows(rows, (a, b) => compareAt(side, a, side, b));
  return rows;
}

/** Gives rows that are level the place of the first of them. */
function markPlaces(rows: Uint32Array, side: Side, places: Int32Array): void {
  let before: number | null = null;
  let current = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    if (before === null || compareAt(side, before, side, row) !== 0) current = index + 1;
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
