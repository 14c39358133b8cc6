import { figureAt, type Pieces } from './pieces.ts';

/** Where rows stand on one key of the order, at best and at worst (see `KeyColumn`). */
export interface KeyPieces {
  readonly best: Pieces;
  readonly worst: Pieces;
  readonly isGraded: boolean;
}

/** One side of the keys, the first key first. */
export type Side = readonly Pieces[];

const NO_PIECES: Pieces = [];

/** Negative when one row, on one side, is better than another on its side. */
export function compareAt(side: Side, row: number, otherSide: Side, other: number): number {
  for (let key = 0; key < side.length; key += 1) {
    const [a, b] = [figureAt(side[key] ?? NO_PIECES, row), figureAt(otherSide[key] ?? NO_PIECES, other)];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
