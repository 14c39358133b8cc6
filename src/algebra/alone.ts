import { ceilDivide, compare, decimalPlaces, equal, floorDivide, type Rational, rational } from '../number/index.ts';
import { valueMeeting } from './one-variable.ts';
import { constantTerm, degree, type Domain, type Polynomial, type Requirement } from './polynomial.ts';
import { greatest, least } from './whole-range.ts';

/** Where a linear polynomial in one variable is zero, and whether it grows with the variable. */
export interface Zero {
  readonly zero: Rational;
  readonly grows: boolean;
}

/** The zero of a linear polynomial in exactly one variable. */
export function zeroOf(polynomial: Polynomial): Zero {
  const slope = polynomial.find(({ variables }) => variables.length === 1)?.coefficient ?? 1n;
  return { zero: rational(-constantTerm(polynomial), slope), grows: slope > 0n };
}

/**
 * Whether one variable can meet requirements in it alone: what {@link solve} finds as well. Where they are linear, as
 * most are, without a search.
 *
 * @param requirements Requirements in that one variable.
 * @param domain What it may be: a whole number or a finite decimal.
 */
export function isPossibleAlone(requirements: readonly Requirement[], domain: Domain): boolean {
  if (requirements.some(({ polynomial }) => degree(polynomial) > 1)) return valueMeeting(requirements, domain) !== null;
  let [below, above]: [Rational | null, Rational | null] = [null, null];
  let at: Rational | null = null;
  for (const { polynomial, sign } of requirements) {
    const { zero, grows } = zeroOf(polynomial);
    if (sign === 0) {
      if (at !== null && !equal(at, zero)) return false;
      at = zero;
    } else if (sign > 0 === grows) below = below === null || compare(zero, below) > 0 ? zero : below;
    else above = above === null || compare(zero, above) < 0 ? zero : above;
  }
  if (at === null)
    return (below === null || above === null || compare(below, above) < 0) && liesBetween(below, above, domain);
  const isBetween = (below === null || compare(below, at) < 0) && (above === null || compare(at, above) < 0);
  return isBetween && isAllowed(at, domain);
}

/** Whether a variable can have a value. */
export function isAllowed(value: Rational, { whole, min, max }: Domain): boolean {
  if (min !== null && compare(value, min) < 0) return false;
  if (max !== null && compare(value, max) > 0) return false;
  return whole ? value.den === 1n : decimalPlaces(value) !== null;
}

/** Whether a variable can lie between two values, neither of which counts; `null` is no bound. */
export function liesBetween(below: Rational | null, above: Rational | null, domain: Domain): boolean {
  const { whole, min, max } = domain;
  if (whole) {
    const first = greatest(below && floorDivide(below.num, below.den) + 1n, min && ceilDivide(min.num, min.den));
    const last = least(above && ceilDivide(above.num, above.den) - 1n, max && floorDivide(max.num, max.den));
    return first === null || last === null || first <= last;
  }
  const low = below === null || (min !== null && compare(min, below) > 0) ? min : below;
  const high = above === null || (max !== null && compare(max, above) < 0) ? max : above;
  if (low === null || high === null || compare(low, high) < 0) return true;
  // Only a value that is both bounds of the variable itself is left.
  return equal(low, high) && low !== below && high !== above;
}
