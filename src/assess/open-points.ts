import {
  addFractions,
  constant,
  type Fraction,
  multiply,
  negateFraction,
  type Polynomial,
  primitive,
  substituteFraction,
} from '../algebra/index.ts';
import { type Condition, type Gate, NOT_APPLICABLE, PASS, type State, UNKNOWN } from '../formula/index.ts';
import { add, divide, equal, multiply as times, ONE, type Rational, ZERO } from '../number/index.ts';
import { type Earned, earnedByCriterion, earnedInAll, type Known } from './earned.ts';
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
    const open = item.parts.length > 0 ? openParts(sheet, item, known) : openPiece(item, number, state, known);
    if (open !== null) return open;
  }
  return null;
}

function openParts(sheet: Sheet, { parts }: Item, known: Known): OpenPoints | null {
  return parts.reduce<OpenPoints | null>((open, part) => open ?? openPoints(sheet, part, known), null);
}

function openPiece({ pieces }: Item, number: number, state: number, known: Known): OpenPoints | null {
  const piece = pieces.find(({ when }) => known.condition(when) === UNKNOWN);
  if (piece !== undefined) return { kind: 'condition', condition: piece.when };
  return state === UNKNOWN && pieces.length > 0 ? { kind: 'criterion', number } : null;
}

/** Gives the sign of a primitive polynomial in missing cells, `null` while it is open. */
export type SignOf = (polynomial: Polynomial) => -1 | 0 | 1 | null;

/** The state of a gate when every piece is settled: asks for signs until it is known. */
export function signUnderGate(
  sheet: Sheet,
  { operator, bound, share }: Gate,
  criterion: number | null,
  known: Known,
  signOf: SignOf,
): State {
  const results = earnedByCriterion(sheet, known);
  const whole = criterion === null ? earnedInAll(sheet, results) : (results[criterion] ?? null);
  if (whole === null || !equal(whole.available.least, whole.available.most)) return UNKNOWN;
  const points = pointsFraction(sheet, criterion, known, results, signOf);
  if (points === null) return UNKNOWN;
  const wanted = share ? times(bound, whole.available.most) : bound;
  const exact = boundBeforeRounding(operator, wanted, criterion === null ? sheet.round : null);
  const sign = signOfFraction(addFractions(points, negateFraction(constant(exact.bound))), signOf);
  if (sign === null) return UNKNOWN;
  const value: Rational = { num: BigInt(sign), den: 1n };
  return comparisonState(exact.operator, { least: value, most: value });
}

/** The points as a fraction in the missing cells; `null` while something about them is open. */
export function pointsFraction(
  sheet: Sheet,
  criterion: number | null,
  known: Known,
  results: readonly (Earned | null)[],
  signOf: SignOf,
): Fraction | null {
  if (criterion !== null) return itemFraction(sheet, criterion, known, results, signOf);
  const all = earnedInAll(sheet, results);
  if (all === null) return null;
  const parts = sheet.top.map((number) => {
    const fraction = itemFraction(sheet, number, known, results, signOf);
    return fraction === null ? null : scaled(fraction, weightFactor(sheet, number, results));
  });
  return capped(summed(parts), sheet.model === 'points' ? all.available.most : sheet.of, signOf);
}

/** What a criterion's own points are multiplied by in the total. */
function weightFactor(sheet: Sheet, number: number, results: readonly (Earned | null)[]): Rational {
  const item = sheet.items[number];
  if (sheet.model === 'points') return ONE;
  const weights = sheet.top.map((other) => (results[other] === null ? ZERO : (sheet.items[other]?.weight ?? ZERO)));
  const all = weights.reduce(add, ZERO);
  if (item === undefined || all.num === 0n || item.points.num === 0n) return ZERO;
  return times(sheet.of, divide(divide(item.weight, all), item.points));
}

function itemFraction(
  sheet: Sheet,
  number: number,
  known: Known,
  results: readonly (Earned | null)[],
  signOf: SignOf,
): Fraction | null {
  const item = sheet.items[number];
  const result = results[number];
  if (item === undefined || result === undefined) return null;
  if (result === null) return constant(ZERO);
  if (equal(result.earned.least, result.earned.most)) return constant(result.earned.least);
  if (item.parts.length > 0) {
    return capped(summed(item.parts.map((part) => itemFraction(sheet, part, known, results, signOf))), item.cap, signOf);
  }
  const piece = item.pieces.find(({ when }) => known.condition(when) === PASS);
  const settled = piece !== undefined && item.pieces.every(({ when }) => known.condition(when) !== UNKNOWN);
  return settled ? substituteFraction(piece.value, known.variable) : null;
}

function summed(parts: readonly (Fraction | null)[]): Fraction | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : addFractions(sum, part)), constant(ZERO));
}

function scaled(fraction: Fraction, factor: Rational): Fraction {
  const { num, den } = constant(factor);
  return { num: multiply(fraction.num, num), den: multiply(fraction.den, den) };
}

function capped(fraction: Fraction | null, cap: Rational, signOf: SignOf): Fraction | null {
  if (fraction === null) return null;
  const sign = signOfFraction(addFractions(fraction, negateFraction(constant(cap))), signOf);
  if (sign === null) return null;
  return sign > 0 ? constant(cap) : fraction;
}

function signOfFraction({ num, den }: Fraction, signOf: SignOf): -1 | 0 | 1 | null {
  const { polynomial, flipped } = primitive(multiply(num, den));
  if (polynomial.length === 0) return 0;
  const isConstant = polynomial.every(({ variables }) => variables.length === 0);
  const sign = isConstant ? 1 : signOf(polynomial);
  if (sign === null) return null;
  return sign === 0 ? 0 : flipped === sign > 0 ? -1 : 1;
}
