import {
  addFractions,
  constant,
  constantValue,
  type Domain,
  type Fraction,
  isNeverNegative,
  multiply,
  negateFraction,
  type Polynomial,
  primitive,
} from '../algebra/index.ts';
import { type Condition, type Gate, NOT_APPLICABLE, PASS, type State, UNKNOWN } from '../formula/index.ts';
import { add, divide, multiply as times, ONE, type Rational, ZERO } from '../number/index.ts';
import { type Earned, earnedInAll, isExact, isNothing, type Known, mayBeLeftOut } from './earned.ts';
import { boundBeforeRounding, comparisonState } from './gates.ts';
import type { Item, Sheet } from './sheet.ts';

/*
 * Points that hang on missing cells. Once it is settled which piece of each criterion holds, the points are a fraction in
 * the missing cells, and a gate on them is one more question about a sign.
 */

/** What must be settled first: which piece of a criterion holds, or whether the criterion applies. */
export type OpenPoints =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'criterion'; readonly number: number };

/** The first thing open among the points of a criterion, or of the whole sheet (`null`). */
export function openPoints(sheet: Sheet, criterion: number | null, known: Known): OpenPoints | null {
  for (const number of criterion === null ? sheet.top : [criterion]) {
    const item = sheet.items[number];
    const state = known.criterion(number);
    if (item === undefined || state === NOT_APPLICABLE) continue;
    const open = item.parts.length > 0 ? openParts(sheet, item, known) : openPiece(item, known);
    if (open !== null) return open;
    if (mayBeLeftOut(item, state, known.criterion)) return { kind: 'criterion', number };
  }
  return null;
}

function openParts(sheet: Sheet, { parts }: Item, known: Known): OpenPoints | null {
  return parts.reduce<OpenPoints | null>((open, part) => open ?? openPoints(sheet, part, known), null);
}

function openPiece({ pieces }: Item, known: Known): OpenPoints | null {
  const piece = pieces.find(({ when }) => known.condition(when) === UNKNOWN);
  return piece === undefined ? null : { kind: 'condition', condition: piece.when };
}

/** What is known of the missing cells. */
export interface Answered {
  /** The sign of a primitive polynomial, which may be a constant; `null` while it is open. */
  readonly signOf: (polynomial: Polynomial) => -1 | 0 | 1 | null;
  readonly domainOf: (variable: number) => Domain;
  /** A fraction with the known cells put into it. */
  readonly openIn: (fraction: Fraction) => Fraction;
}

/** The state of a gate when every piece is settled: asks for signs until it is known. */
export function signUnderGate(
  sheet: Sheet,
  { of: criterion, operator, bound, share }: Gate,
  known: Known,
  results: readonly (Earned | null)[],
  answered: Answered,
): State {
  const whole = criterion === null ? earnedInAll(sheet, results) : (results[criterion] ?? null);
  if (whole === null || isNothing(whole.available)) return NOT_APPLICABLE;
  if (!isExact(whole.available)) return UNKNOWN;
  const points = pointsFraction(sheet, criterion, known, results, answered);
  if (points === null) return UNKNOWN;
  const wanted = share ? times(bound, whole.available.most) : bound;
  const exact = boundBeforeRounding(operator, wanted, criterion === null ? sheet.round : null);
  const sign = signOfFraction(addFractions(points, negateFraction(constant(exact.bound))), answered);
  if (sign === null) return UNKNOWN;
  const value: Rational = { num: BigInt(sign), den: 1n };
  return comparisonState(exact.operator, { least: value, most: value });
}

/** The points as a fraction in the missing cells; `null` while something about them is open. Asks where a cap begins. */
export function pointsFraction(
  sheet: Sheet,
  criterion: number | null,
  known: Known,
  results: readonly (Earned | null)[],
  answered: Answered,
): Fraction | null {
  if (criterion !== null) return itemFraction(sheet, criterion, known, results, answered);
  const all = earnedInAll(sheet, results);
  if (all === null) return null;
  if (isExact(all.earned)) return constant(all.earned.least);
  if (!isExact(all.available)) return null;
  const weights = sheet.top.map((number) => weightIn(sheet, number, results)).reduce(add, ZERO);
  const parts = sheet.top.map((number) => {
    const fraction = itemFraction(sheet, number, known, results, answered);
    const factor = sheet.model === 'points' ? ONE : factorOf(sheet, number, results, weights);
    return fraction === null || factor === null ? null : scaled(fraction, factor);
  });
  return capped(summed(parts), all.available.most, answered);
}

/** A criterion's weight where there is something to earn in it. */
function weightIn(sheet: Sheet, number: number, results: readonly (Earned | null)[]): Rational {
  const result = results[number] ?? null;
  return result === null || isNothing(result.available) ? ZERO : (sheet.items[number]?.weight ?? ZERO);
}

/** What a criterion's own points are multiplied by in a weighted total; `null` while it is open what it can earn. */
function factorOf(
  sheet: Sheet,
  number: number,
  results: readonly (Earned | null)[],
  weights: Rational,
): Rational | null {
  const available = results[number]?.available ?? null;
  if (available === null || isNothing(available)) return ZERO;
  return isExact(available)
    ? divide(times(sheet.of, weightIn(sheet, number, results)), times(weights, available.most))
    : null;
}

function itemFraction(
  sheet: Sheet,
  number: number,
  known: Known,
  results: readonly (Earned | null)[],
  answered: Answered,
): Fraction | null {
  const item = sheet.items[number];
  const result = results[number] ?? null;
  if (item === undefined || result === null) return constant(ZERO);
  if (isExact(result.earned)) return constant(result.earned.least);
  if (mayBeLeftOut(item, known.criterion(number), known.criterion)) return null;
  if (item.parts.length > 0) {
    return capped(
      summed(item.parts.map((part) => itemFraction(sheet, part, known, results, answered))),
      item.cap,
      answered,
    );
  }
  const piece = item.pieces.find(({ when }) => known.condition(when) === PASS);
  const settled = piece !== undefined && item.pieces.every(({ when }) => known.condition(when) !== UNKNOWN);
  return settled ? answered.openIn(piece.value) : null;
}

/** Most parts are exact: fractions are added only where they hang on a missing cell. */
function summed(parts: readonly (Fraction | null)[]): Fraction | null {
  let exact = ZERO;
  const open: Fraction[] = [];
  for (const part of parts) {
    if (part === null) return null;
    const value = constantValue(part);
    if (value === null) open.push(part);
    else exact = add(exact, value);
  }
  return open.reduce(addFractions, constant(exact));
}

function scaled(fraction: Fraction, factor: Rational): Fraction {
  const { num, den } = constant(factor);
  return { num: multiply(fraction.num, num), den: multiply(fraction.den, den) };
}

function capped(fraction: Fraction | null, cap: Rational, answered: Answered): Fraction | null {
  if (fraction === null) return null;
  const sign = signOfFraction(addFractions(fraction, negateFraction(constant(cap))), answered);
  if (sign === null) return null;
  return sign > 0 ? constant(cap) : fraction;
}

/** A denominator is never zero where the points are settled; one that is never negative is left out. */
function signOfFraction({ num, den }: Fraction, { signOf, domainOf }: Answered): -1 | 0 | 1 | null {
  const { polynomial, flipped } = primitive(isNeverNegative(den, domainOf) ? num : multiply(num, den));
  const sign = signOf(polynomial);
  if (sign === null || sign === 0) return sign;
  return flipped === sign > 0 ? -1 : 1;
}
