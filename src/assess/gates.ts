import {
  type Comparison,
  FAIL,
  type Gate,
  holds,
  NOT_APPLICABLE,
  PASS,
  SIGNS,
  type State,
  UNKNOWN,
} from '../formula/index.ts';
import {
  ceilDivide,
  floorDivide,
  integer,
  max,
  min,
  multiply,
  type Rational,
  rational,
  sign,
  subtract,
} from '../number/index.ts';
import type { Rounding } from '../criteria/index.ts';
import { pointsAbove, type Earned, earnedInAll, type Interval, isNothing, rounded } from './earned.ts';
import type { Sheet } from './sheet.ts';

/** What a gate looks at: the points of the sheet, rounded as declared, or of one criterion; `null` when left out. */
export function gatedPoints(
  sheet: Sheet,
  results: readonly (Earned | null)[],
  criterion: number | null,
): Earned | null {
  if (criterion !== null) return results[criterion] ?? null;
  const all = earnedInAll(sheet, results);
  return all === null ? null : { earned: rounded(sheet, all.earned), available: all.available };
}

/**
 * The state of a gate: not applicable where there is nothing to earn, unknown while that is open or the points may lie on
 * both sides of the bound.
 *
 * @param atMost How far they lie above it at most, where more is known than the points tell.
 */
export function gateState({ operator, bound, share }: Gate, points: Earned | null, atMost?: Rational): State {
  if (points === null || isNothing(points.available)) return NOT_APPLICABLE;
  if (points.available.least.num === 0n) return UNKNOWN;
  const { least, most } = pointsAbove(points, bound, share);
  return comparisonState(operator, { least, most: atMost === undefined ? most : min(most, max(least, atMost)) });
}

/** Whether a number compares with 0 as asked, when it is only known to lie in an interval. */
export function comparisonState(operator: Comparison, { least, most }: Interval): State {
  const ends = [sign(least), sign(most)];
  const signs = ends.includes(-1) && ends.includes(1) ? SIGNS : ends;
  const states = signs.map((own) => holds(operator, own));
  if (states.every(Boolean)) return PASS;
  return states.some(Boolean) ? UNKNOWN : FAIL;
}

/** A bound on a number before it is rounded that says the same as a bound on the rounded number. */
export function boundBeforeRounding(
  operator: Comparison,
  bound: Rational,
  rounding: Rounding | null,
): { readonly operator: Comparison; readonly bound: Rational } {
  if (rounding === null) return { operator, bound };
  const steps = rational(bound.num * rounding.to.den, bound.den * rounding.to.num);
  // The first multiple of the step that satisfies (>=, >) or breaks (<, <=) the comparison.
  const isOpen = operator === '>' || operator === '<=';
  const first = isOpen ? floorDivide(steps.num, steps.den) + 1n : ceilDivide(steps.num, steps.den);
  const { reach, included } = firstRoundedTo(first, rounding);
  const isUp = operator === '>=' || operator === '>';
  return { operator: isUp === included ? (isUp ? '>=' : '<=') : isUp ? '>' : '<', bound: reach };
}

/** From which number on (itself included or not) numbers of 0 or more round to at least `multiple` steps. */
function firstRoundedTo(
  multiple: bigint,
  { to, mode }: Rounding,
): { readonly reach: Rational; readonly included: boolean } {
  const step = multiply(integer(multiple), to);
  const half = multiply(to, rational(1n, 2n));
  switch (mode) {
    case 'down':
      return { reach: step, included: true };
    case 'up':
      return { reach: subtract(step, to), included: false };
    case 'half-up':
      return { reach: subtract(step, half), included: true };
    case 'half-down':
      return { reach: subtract(step, half), included: false };
    case 'half-even':
      return { reach: subtract(step, half), included: multiple % 2n === 0n };
  }
}
