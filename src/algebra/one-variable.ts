import { ceilDivide, floorDivide, type Rational, rational } from '../number/index.ts';
import { degree, type Domain, type Fraction, type Polynomial, type Requirement } from './polynomial.ts';
import { type Coefficients, forwardDifference, signRuns } from './sign-runs.ts';
import { nearestToZero, type WholeRange } from './whole-range.ts';

/**
 * A value of one variable that meets requirements in it alone, of whatever degree.
 *
 * @param requirements Requirements in that one variable.
 * @param domain What it may be: a whole number or a finite decimal.
 * @returns `null` when there is none.
 */
export function valueMeeting(requirements: readonly Requirement[], domain: Domain): Rational | null {
  const unit = domain.whole ? 1n : unitBetweenZeros(requirements, domain);
  const [first] = multiplesMeeting(requirements, domain, unit);
  return first === undefined ? null : rational(nearestToZero(first), unit);
}

/**
 * The whole numbers at which a fraction in one variable may be least or most, where requirements in it alone are met: the ends
 * of the ranges that meet them, and wherever it turns from rising to falling or back.
 *
 * @param fraction Its denominator is positive wherever the requirements are met.
 * @returns `null` when a range has no end: then it may come ever nearer to a value without reaching it.
 */
export function turnsAlone(
  { num, den }: Fraction,
  requirements: readonly Requirement[],
  domain: Domain,
): readonly bigint[] | null {
  const [above, below] = [coefficientsOf(num, 1n), coefficientsOf(den, 1n)];
  // The sign of n(x+1)/d(x+1) − n(x)/d(x), of which n(x)·d(x) leaves the difference.
  const rises = difference(product(forwardDifference(above), below), product(above, forwardDifference(below)));
  const turns: bigint[] = [];
  for (const { from, to } of wholeRangesMeeting(requirements, domain)) {
    if (from === null || to === null) return null;
    turns.push(to);
    if (from < to) for (const run of signRuns(rises, { from, to: to - 1n })) turns.push(run.from ?? from);
  }
  return turns;
}

/** The whole numbers that meet requirements on one variable alone, in ranges, ascending. */
export function wholeRangesMeeting(requirements: readonly Requirement[], domain: Domain): readonly WholeRange[] {
  return multiplesMeeting(requirements, domain, 1n);
}

/** The whole multiples of 1/unit that meet requirements, in ranges, ascending. */
function multiplesMeeting(
  requirements: readonly Requirement[],
  { min, max }: Domain,
  unit: bigint,
): readonly WholeRange[] {
  const from = min === null ? null : ceilDivide(min.num * unit, min.den);
  const to = max === null ? null : floorDivide(max.num * unit, max.den);
  let ranges: readonly WholeRange[] = from !== null && to !== null && from > to ? [] : [{ from, to }];
  for (const { polynomial, sign } of requirements) {
    const coefficients = coefficientsOf(polynomial, unit);
    ranges = ranges.flatMap((range) => signRuns(coefficients, range).filter((run) => run.sign === sign));
  }
  return ranges;
}

/**
 * Decimals are taken as multiples of a power of ten so fine that where a decimal meets requirements, a multiple does.
 *
 * Between two zeros there is one: the zeros of polynomials whose degrees come to d lie further apart than
 * d^(−(d+2)/2)·m^(1−d), with m the product of their lengths (Mahler, An inequality for the discriminant of a polynomial,
 * 1964). At a zero that is a decimal there is one, as its denominator divides the first coefficient.
 */
function unitBetweenZeros(requirements: readonly Requirement[], { min, max }: Domain): bigint {
  const bounds = [min, max].flatMap((bound) => (bound === null ? [] : [[bound.num, bound.den]]));
  const all = [...requirements.map(({ polynomial }) => coefficientsOf(polynomial, 1n)), ...bounds];
  const digits = all.map(
    (coefficients) => Math.max(...coefficients.map((own) => `${own}`.length)) + coefficients.length,
  );
  const degrees = all.reduce((sum, coefficients) => sum + coefficients.length - 1, 1);
  const apart = Math.ceil(((degrees + 2) / 2) * Math.log10(degrees)) + digits.reduce((a, b) => a + b, 0) * degrees;
  return 10n ** BigInt(Math.max(apart, 4 * Math.max(0, ...digits)) + 1);
}

/** The coefficients of a polynomial in one variable, counted in parts of 1/unit and made whole again. */
function coefficientsOf(polynomial: Polynomial, unit: bigint): Coefficients {
  const highest = degree(polynomial);
  const coefficients = Array.from({ length: polynomial.length === 0 ? 0 : highest + 1 }, () => 0n);
  for (const { coefficient, variables } of polynomial)
    coefficients[variables.length] = coefficient * unit ** BigInt(highest - variables.length);
  return coefficients;
}

function product(a: Coefficients, b: Coefficients): Coefficients {
  const sums = Array.from({ length: Math.max(0, a.length + b.length - 1) }, () => 0n);
  for (const [i, left] of a.entries())
    for (const [j, right] of b.entries()) sums[i + j] = (sums[i + j] ?? 0n) + left * right;
  return sums;
}

function difference(a: Coefficients, b: Coefficients): Coefficients {
  const length = Math.max(a.length, b.length);
  const all = Array.from({ length }, (_, place) => (a[place] ?? 0n) - (b[place] ?? 0n));
  return all.slice(0, all.findLastIndex((coefficient) => coefficient !== 0n) + 1);
}
