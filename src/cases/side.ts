import { ceilDivide, compare, divide, floorDivide, negate, type Rational, sign } from '../number/index.ts';

/** Where a case can stand by a threshold. */
export type Side = 'under' | 'at' | 'over';

export const SIDES: readonly Side[] = ['under', 'at', 'over'];

/**
 * The side of the line on which a margin stands, when it is no more than one step away from it.
 *
 * @example sideOf(rational(-5n, 1000n), ONE) // 'under': 24 people of 4,999 where the line is 24.995
 */
export function sideOf(margin: Rational, step: Rational): Side | null {
  if (sign(margin) === 0) return 'at';
  const isNear = compare(sign(margin) < 0 ? negate(margin) : margin, step) <= 0;
  return isNear ? (sign(margin) < 0 ? 'under' : 'over') : null;
}

/**
 * How many moves bring a margin to a side, when each move changes it by the same.
 *
 * @param move What one move adds to the margin; not 0.
 * @returns `null` where the line lies between two moves and no number of them brings the margin exactly on it.
 */
export function movesTo(side: Side, margin: Rational, move: Rational): bigint | null {
  const moves = divide(negate(margin), move);
  if (side === 'at') return moves.den === 1n ? moves.num : null;
  const goesOn = (side === 'over') === sign(move) > 0;
  return goesOn ? floorDivide(moves.num, moves.den) + 1n : ceilDivide(moves.num, moves.den) - 1n;
}

/** The smaller of two steps. */
export function smaller(a: Rational | null, b: Rational): Rational {
  return a === null || compare(b, a) < 0 ? b : a;
}

export function magnitude(value: Rational): Rational {
  return sign(value) < 0 ? negate(value) : value;
}
