import { integer, sign } from '../number/index.ts';
import { type Box, cornersOf, isJoint, isLinearInEach, type Point } from './box.ts';
import { degree, evaluate, type Polynomial, type Requirement } from './polynomial.ts';
import { greatest } from './whole-range.ts';

/**
 * Solves requirements on whole numbers of which some are multiplied, as far as corners tell: `no` where one that joins several
 * is met nowhere in the box that those on each alone leave, a point where a corner of that box meets all.
 *
 * A polynomial in which no variable is multiplied by itself is linear in each: over a box it is least and most at corners.
 * For a side without an end the corner lies so far out that nothing changes its sign any more.
 *
 * @param box What those on each variable alone leave of it.
 */
export function cornerMeeting(box: Box, requirements: readonly Requirement[]): Point | 'no' | 'maybe' {
  const joint = requirements.filter(isJoint);
  const polynomials = joint.map(({ polynomial }) => polynomial);
  const corners = cornersOf(box, farFrom(box, polynomials));
  if (corners === null) return 'maybe';
  const signs = polynomials.map((polynomial) => corners.map((corner) => signAt(polynomial, corner)));
  const met = corners.find((_, index) =>
    joint.every((requirement, place) => signs[place]?.[index] === requirement.sign),
  );
  if (met !== undefined) return met;
  const isMissed = ({ polynomial, sign: wanted }: Requirement, place: number): boolean =>
    isLinearInEach(polynomial) && !isAmong(wanted, signs[place] ?? []);
  return joint.some(isMissed) ? 'no' : 'maybe';
}

/**
 * Farther out than any end of the box by more than all that a polynomial can hold against one step: with the other variables
 * at their ends its coefficients come to no more.
 */
function farFrom(box: Box, polynomials: readonly Polynomial[]): bigint {
  const ends = [...box.values()].flat().flatMap(({ from, to }) => [from ?? 0n, to ?? 0n]);
  const most = ends.reduce((all, end) => greatest(all, size(end)), 0n);
  const powers = BigInt(Math.max(...polynomials.map(degree)));
  const coefficients = polynomials.flat().reduce((sum, { coefficient }) => sum + size(coefficient), 1n);
  return most + coefficients * (most + 1n) ** powers;
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function signAt(polynomial: Polynomial, at: Point): -1 | 0 | 1 {
  return sign(evaluate(polynomial, (variable) => at.get(variable) ?? integer(0)));
}

/** Whether a polynomial that has these signs at corners may have a sign between them. */
function isAmong(wanted: -1 | 0 | 1, signs: readonly number[]): boolean {
  return signs.some((own) => own <= wanted) && signs.some((own) => own >= wanted);
}
