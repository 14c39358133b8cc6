import { add, degree, type Domain, type Requirement, scale, solve, variablesOf } from '../algebra/index.ts';
import { ceilDivide, equal, floorDivide, type Rational, rational, round } from '../number/index.ts';
import { earnedByCriterion } from './earned.ts';
import { pointsFraction } from './open-points.ts';
import type { Program } from './program.ts';
import type { Score } from './score.ts';
import type { Unit } from './unit.ts';

/** The points of a unit when every piece is settled, and whether both ends are reached. */
export interface ScoreRange {
  readonly score: Score | null;
  readonly exact: boolean;
}

/**
 * Narrows points that still hang on missing whole numbers to the least and most that the answers so far allow: the
 * points times their denominator are whole, so each end is found by bisection, with a proof for each step.
 */
export function scoreRange(
  program: Program,
  unit: Unit,
  score: Score | null,
  requirements: readonly Requirement[],
  domainOf: (variable: number) => Domain,
): ScoreRange {
  const { sheet } = program;
  if (score === null || sheet === null || equal(score.min, score.max)) return { score, exact: true };
  const results = earnedByCriterion(sheet, unit.known);
  const points = pointsFraction(sheet, null, unit.known, results, () => null);
  const [bottom] = points?.den ?? [];
  const isWhole =
    points !== null &&
    points.den.length === 1 &&
    bottom?.variables.length === 0 &&
    degree(points.num) <= 1 &&
    variablesOf(points.num).every((variable) => domainOf(variable).whole);
  if (!isWhole) return { score, exact: false };
  const divisor = bottom.coefficient;
  const numerator = divisor < 0n ? scale(points.num, -1n) : points.num;
  const positive = divisor < 0n ? -divisor : divisor;
  const reaches = (limit: bigint): boolean => {
    const distance = add(numerator, [{ coefficient: -limit - 1n, variables: [] }]);
    return solve([...requirements, { polynomial: distance, sign: -1 }], domainOf).kind !== 'no';
  };
  const exceeds = (limit: bigint): boolean => {
    const distance = add(numerator, [{ coefficient: -limit + 1n, variables: [] }]);
    return solve([...requirements, { polynomial: distance, sign: 1 }], domainOf).kind !== 'no';
  };
  // Rounding may have widened the ends: one unit of what it rounds to is more than enough room.
  const room = sheet.round?.to ?? rational(0n);
  const low = floorDivide((score.min.num * room.den - room.num * score.min.den) * positive, score.min.den * room.den);
  const high = ceilDivide((score.max.num * room.den + room.num * score.max.den) * positive, score.max.den * room.den);
  const least = firstWhere(low, high, reaches);
  const most = -firstWhere(-high, -low, (negated) => exceeds(-negated));
  const shown = (value: bigint): Rational => {
    const exact = rational(value, positive);
    return sheet.round === null ? exact : round(exact, sheet.round.to, sheet.round.mode);
  };
  return { score: { ...score, min: shown(least), max: shown(most) }, exact: true };
}

/** The first of ascending numbers for which something holds that holds for all after it. */
function firstWhere(low: bigint, high: bigint, holds: (value: bigint) => boolean): bigint {
  let [first, last] = [low, high];
  while (first < last) {
    const middle = floorDivide(first + last, 2n);
    if (holds(middle)) last = middle;
    else first = middle + 1n;
  }
  return first;
}
