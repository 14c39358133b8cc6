import {
  add,
  type Domain,
  evaluate,
  type Fraction,
  isNeverNegative,
  type Point,
  type Polynomial,
  type Requirement,
  scale,
  solve,
  turnsWithin,
  variablesOf,
} from '../algebra/index.ts';
import type { Comparison } from '../formula/index.ts';
import {
  ceilDivide,
  divide,
  floorDivide,
  integer,
  max,
  min,
  multiply,
  type Rational,
  rational,
  ZERO,
} from '../number/index.ts';
import type { Interval } from './earned.ts';
import { boundBeforeRounding } from './gates.ts';
import type { Sheet } from './sheet.ts';

/** What the answers so far leave of the missing cells. */
export interface Region {
  readonly requirements: readonly Requirement[];
  readonly domainOf: (variable: number) => Domain;
}

/**
 * The least and most total that the missing cells allow, when every piece is settled and the total is a fraction in them.
 *
 * A total moves in steps: those it is rounded to, or the unit fractions of its denominator. Each end is found among the
 * steps by bisection; whether values exist that bring the total to a step is decided exactly. A share that is not
 * rounded has no steps: its ends are found where it turns.
 *
 * @param sheet How the total is rounded.
 * @param total The total before rounding.
 * @param bounds Where the total lies for sure, before rounding.
 * @param region The values that the missing cells can have.
 * @returns The ends, rounded, both of them reached; `null` when that cannot be shown.
 */
export function scoreRange(
  { round }: Pick<Sheet, 'round'>,
  total: Fraction,
  bounds: Interval,
  region: Region,
): Interval | null {
  // Comparisons are multiplied by the denominator, which must not turn them round.
  if (!isNeverNegative(total.den, region.domainOf)) return null;
  const step = round?.to ?? naturalStep(total, region);
  if (step === null) return rangeOfTurns(total, region);
  let isProved = true;
  const reaches = (operator: Comparison, steps: bigint): boolean => {
    if (!isProved) return false;
    const line = boundBeforeRounding(operator, multiply(integer(steps), step), round);
    const answer = canCompare(total, line, region);
    if (answer === 'maybe') isProved = false;
    return answer !== 'no';
  };
  const [least, most] = [divide(bounds.least, step), divide(bounds.most, step)];
  const [low, high] = [floorDivide(least.num, least.den), ceilDivide(most.num, most.den)];
  const first = firstWhere(low, high, (steps) => reaches('<=', steps));
  const last = -firstWhere(-high, -low, (steps) => reaches('>=', -steps));
  if (!isProved) return null;
  return { least: multiply(integer(first), step), most: multiply(integer(last), step) };
}

/** The ends of a total without steps. */
function rangeOfTurns(total: Fraction, { requirements, domainOf }: Region): Interval | null {
  const turns = turnsWithin(total, requirements, domainOf) ?? [];
  const [first, ...others] = turns.map((point) => valueAt(total, point));
  if (first === undefined) return null;
  return { least: others.reduce(min, first), most: others.reduce(max, first) };
}

function valueAt({ num, den }: Fraction, point: Point): Rational {
  const valueOf = (variable: number): Rational => point.get(variable) ?? ZERO;
  return divide(evaluate(num, valueOf), evaluate(den, valueOf));
}

/** The step of a total of whole numbers over one denominator; `null` for any other. */
function naturalStep({ num, den }: Fraction, { domainOf }: Region): Rational | null {
  const [only] = den;
  if (only === undefined || den.length > 1 || only.variables.length > 0) return null;
  const isWhole = variablesOf(num).every((variable) => domainOf(variable).whole);
  return isWhole ? rational(1n, only.coefficient) : null;
}

/** What has the sign of how far a fraction lies above a value, where its denominator is positive. */
export function aboveValue({ num, den }: Fraction, value: Rational): Polynomial {
  return add(scale(num, value.den), scale(den, -value.num));
}

/** Whether values in the region exist for which a fraction compares so with a bound. */
function canCompare(
  { num, den }: Fraction,
  { operator, bound }: { readonly operator: Comparison; readonly bound: Rational },
  { requirements, domainOf }: Region,
): 'yes' | 'no' | 'maybe' {
  const polynomial = aboveValue({ num, den }, bound);
  const side = operator === '<' || operator === '<=' ? -1 : 1;
  const signs = operator === '<' || operator === '>' ? ([side] as const) : ([side, 0] as const);
  let answer: 'no' | 'maybe' = 'no';
  for (const sign of signs) {
    const { kind } = solve([...requirements, { polynomial, sign }], domainOf);
    if (kind === 'yes') return 'yes';
    if (kind === 'maybe') answer = 'maybe';
  }
  return answer;
}

/**
 * The first of ascending numbers for which something holds that holds for all after it; the last is taken to. Often it is
 * the very first.
 */
function firstWhere(low: bigint, high: bigint, holds: (value: bigint) => boolean): bigint {
  if (low < high && holds(low)) return low;
  let [first, last] = [low + 1n, high];
  while (first < last) {
    const middle = floorDivide(first + last, 2n);
    if (holds(middle)) last = middle;
    else first = middle + 1n;
  }
  return first;
}
