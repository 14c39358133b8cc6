import { constantValue, evaluate, type Fraction, substituteFraction } from '../algebra/index.ts';
import { type Condition, FAIL, NOT_APPLICABLE, PASS, UNKNOWN } from '../formula/index.ts';
import {
  add,
  compare,
  divide,
  equal,
  max,
  min,
  multiply,
  ONE,
  type Rational,
  round,
  subtract,
  ZERO,
} from '../number/index.ts';
import { type Item, type Piece, type Sheet, worthOf } from './sheet.ts';

/** Exact numbers from `least` to `most`. */
export interface Interval {
  readonly least: Rational;
  readonly most: Rational;
}

/** What a criterion earns and what it could: both exact when nothing is missing. */
export interface Earned {
  readonly earned: Interval;
  readonly available: Interval;
}

/** What is known of one unit. */
export interface Known {
  readonly condition: (condition: Condition) => number;
  readonly criterion: (number: number) => number;
  /** The value of a fraction in the cells of the unit, or `null` while it hangs on a missing one. */
  readonly value: (fraction: Fraction) => Rational | null;
}

export const NOTHING: Interval = { least: ZERO, most: ZERO };

/** What every criterion with points earns, by number; `null` where it is left out. */
export function earnedByCriterion(sheet: Sheet, known: Known): readonly (Earned | null)[] {
  return earnedWith(sheet, known.criterion, (item, number) => earnedAlone(item, number, known));
}

/** What a criterion without parts earns; `null` where it is left out or has no points. */
export function earnedAlone(item: Item, number: number, known: Known): Earned | null {
  return ifApplicable(item, known.criterion(number), known.criterion, () =>
    item.pieces.length === 0 ? null : { earned: pieceInterval(item, known), available: exactly(item.points) },
  );
}

/**
 * What every criterion earns where its points count for more or less.
 *
 * @param sheet The sheet with other points.
 * @param before What the criteria without parts earned before.
 * @param factors What the points of each of them are multiplied by.
 * @param criterion The state of each criterion.
 */
export function earnedReweighed(
  sheet: Sheet,
  before: readonly (Earned | null)[],
  factors: readonly Rational[],
  criterion: Known['criterion'],
): readonly (Earned | null)[] {
  return earnedWith(sheet, criterion, (_, number) => {
    const result = before[number] ?? null;
    const factor = factors[number] ?? ONE;
    return result === null
      ? null
      : { earned: times(result.earned, factor), available: times(result.available, factor) };
  });
}

/**
 * What every criterion with points earns, of what those without parts do.
 *
 * @param criterion The state of each criterion.
 * @param single What a criterion without parts earns; `null` where it is left out or has no points.
 */
export function earnedWith(
  sheet: Sheet,
  criterion: Known['criterion'],
  single: (item: Item, number: number) => Earned | null,
): readonly (Earned | null)[] {
  const results: (Earned | null)[] = sheet.items.map(() => null);
  // Parts stand after their group.
  for (let number = sheet.items.length - 1; number >= 0; number -= 1) {
    const item = sheet.items[number];
    if (item === undefined) continue;
    results[number] = item.parts.length === 0 ? single(item, number) : groupEarned(sheet, number, criterion, results);
  }
  return results;
}

/** What a group earns, by the results of its parts. */
export function groupEarned(
  sheet: Sheet,
  number: number,
  criterion: Known['criterion'],
  results: readonly (Earned | null)[],
): Earned | null {
  const item = sheet.items[number];
  if (item === undefined) return null;
  // A group of which all parts are left out does not apply either.
  return ifApplicable(item, criterion(number), criterion, () => groupPoints(sheet, item, results) ?? leftOut(item));
}

function ifApplicable(
  item: Item,
  state: number,
  criterion: Known['criterion'],
  points: () => Earned | null,
): Earned | null {
  if (state === NOT_APPLICABLE) return leftOut(item);
  const own = points();
  return own !== null && mayBeLeftOut(item, state, criterion) ? either(own, leftOut(item)) : own;
}

/** Whether it is open that a criterion in a state applies. */
export function mayBeLeftOut(item: Item, state: number, criterion: Known['criterion']): boolean {
  const applies = (part: number): boolean => criterion(part) === PASS || criterion(part) === FAIL;
  return state === UNKNOWN && item.mayBeLeftOut && !item.appliesWith.some(applies);
}

function groupPoints(sheet: Sheet, item: Item, results: readonly (Earned | null)[]): Earned | null {
  const parts = partsIn(sheet, item.parts, results);
  if (parts.length === 0) return null;
  const { earned, available } = summed(parts);
  return { earned: atMost(earned, exactly(item.cap)), available: atMost(available, exactly(item.cap)) };
}

/** What a criterion counts for where it does not apply. */
function leftOut(item: Item): Earned | null {
  if (item.notApplicable === 'exclude') return null;
  const worth = worthOf(item);
  return { earned: exactly(item.notApplicable === 'pass' ? worth : ZERO), available: exactly(worth) };
}

/** Where it is open which of two holds; `null` is left out. */
export function either(one: Earned, other: Earned | null): Earned {
  return {
    earned: hull(one.earned, other?.earned ?? NOTHING),
    available: hull(one.available, other?.available ?? NOTHING),
  };
}

interface Part {
  readonly item: Item;
  readonly result: Earned;
}

/** The criteria among some that are not left out. */
function partsIn(sheet: Sheet, numbers: readonly number[], results: readonly (Earned | null)[]): readonly Part[] {
  return numbers.flatMap((number) => {
    const [item, result] = [sheet.items[number], results[number] ?? null];
    return item === undefined || result === null ? [] : [{ item, result }];
  });
}

/** Bonus is earned on top: it does not count in what can be earned. */
function summed(parts: readonly Part[]): Earned {
  return {
    earned: total(parts.map(({ result }) => result.earned)),
    available: total(parts.map(({ item, result }) => (item.bonus ? NOTHING : result.available))),
  };
}

/** The points of the pieces that may hold. */
function pieceInterval({ pieces }: Item, known: Known): Interval {
  const open = pieces.filter(({ when }) => {
    const state = known.condition(when);
    return state !== FAIL && state !== NOT_APPLICABLE;
  });
  return (
    open
      .flatMap((piece) => pointsOfPiece(piece, known))
      .reduce<Interval | null>((all, own) => (all === null ? own : hull(all, own)), null) ?? NOTHING
  );
}

/** A piece that hangs on nothing missing is worked out; beyond its ends it does not hold. */
function pointsOfPiece(piece: Piece, known: Known): readonly Interval[] {
  const value = known.value(piece.value);
  if (value === null) return [piece];
  return compare(piece.least, value) <= 0 && compare(value, piece.most) <= 0 ? [exactly(value)] : [];
}

/** The value of a fraction, `null` while it hangs on a variable that is missing. */
export function fractionValue(
  { num, den }: Fraction,
  variable: (variable: number) => Rational | null,
): Rational | null {
  let complete = true;
  const valueOf = (number: number): Rational => {
    const value = variable(number);
    if (value === null) complete = false;
    return value ?? ZERO;
  };
  const [above, below] = [evaluate(num, valueOf), evaluate(den, valueOf)];
  if (complete) return below.num === 0n ? null : divide(above, below);
  return constantValue(substituteFraction({ num, den }, variable));
}

/** The points of the whole sheet before they are rounded; `null` when there is nothing to earn points of. */
export function earnedInAll(sheet: Sheet, results: readonly (Earned | null)[]): Earned | null {
  const parts = partsIn(sheet, sheet.top, results);
  if (sheet.model === 'points') {
    const { earned, available } = summed(parts);
    return isNothing(available) ? null : { earned: atMost(earned, available), available };
  }
  const weighed = parts.filter(({ result }) => !isNothing(result.available));
  if (weighed.length === 0) return null;
  // Where all of them may be left out there may be nothing to earn points of.
  const least = weighed.some(isSure) ? sheet.of : ZERO;
  return { earned: weighted(sheet, weighed), available: { least, most: sheet.of } };
}

/**
 * What the parts of a group earn before its cap, or, of `null`, those of the whole sheet; `null` where no such sum is made.
 *
 * @param results What each criterion earns.
 */
export function earnedByParts(
  sheet: Sheet,
  group: number | null,
  results: readonly (Earned | null)[],
): Interval | null {
  const numbers = group === null ? (sheet.model === 'points' ? sheet.top : []) : (sheet.items[group]?.parts ?? []);
  const parts = partsIn(sheet, numbers, results);
  return parts.length === 0 ? null : summed(parts).earned;
}

/** Whether it is open that there is anything to earn points of. */
export function mayEarnOfNothing(sheet: Sheet, results: readonly (Earned | null)[]): boolean {
  const parts = partsIn(sheet, sheet.top, results).filter(({ item }) => sheet.model === 'weighted' || !item.bonus);
  return parts.every(({ result }) => result.available.least.num === 0n);
}

/** Whether nothing can be earned, for sure. */
export function isNothing(available: Interval): boolean {
  return available.most.num === 0n;
}

/** The mean of the shares that were earned, by weight among the criteria that apply. */
function weighted(sheet: Sheet, parts: readonly Part[]): Interval {
  const sure = parts.filter(isSure);
  const weights = sure.map(({ item }) => item.weight).reduce(add, ZERO);
  const meanOf = (side: keyof Interval): Rational =>
    divide(sure.map((part) => multiply(part.item.weight, shareEarned(part)[side])).reduce(add, ZERO), weights);
  const mean = weights.num === 0n ? [] : [{ least: meanOf('least'), most: meanOf('most') }];
  // A criterion that may be left out draws the mean to its own share, or not at all.
  const pulls = parts.filter((part) => !isSure(part)).map(() => ({ least: ZERO, most: ONE }));
  const { least, most } = [...mean, ...pulls].reduce(hull);
  return { least: multiply(sheet.of, min(least, ONE)), most: multiply(sheet.of, min(most, ONE)) };
}

/** Whether a part is there to be earned whatever is missing. */
function isSure({ result }: Part): boolean {
  return result.available.least.num > 0n;
}

function shareEarned({ result: { earned, available } }: Part): Interval {
  return { least: divide(earned.least, available.most), most: divide(earned.most, available.least) };
}

/** The interval after the declared rounding. */
export function rounded(sheet: Sheet, interval: Interval): Interval {
  const { round: how } = sheet;
  if (how === null) return interval;
  return { least: round(interval.least, how.to, how.mode), most: round(interval.most, how.to, how.mode) };
}

/** Whether nothing about an interval is open. */
export function isExact({ least, most }: Interval): boolean {
  return equal(least, most);
}

/** How far points stand above a bound, which may be a share of what can be earned. */
export function pointsAbove({ earned, available }: Earned, bound: Rational, share: boolean): Interval {
  if (!share) return { least: subtract(earned.least, bound), most: subtract(earned.most, bound) };
  return {
    least: subtract(earned.least, multiply(bound, available.most)),
    most: subtract(earned.most, multiply(bound, available.least)),
  };
}

function exactly(value: Rational): Interval {
  return { least: value, most: value };
}

/** Twice the work only where the ends differ: most intervals are exact. */
function times({ least, most }: Interval, factor: Rational): Interval {
  const low = multiply(least, factor);
  return { least: low, most: equal(least, most) ? low : multiply(most, factor) };
}

function total(intervals: readonly Interval[]): Interval {
  return intervals.reduce(
    (sum, next) => ({ least: add(sum.least, next.least), most: add(sum.most, next.most) }),
    NOTHING,
  );
}

function atMost(interval: Interval, limit: Interval): Interval {
  return { least: min(interval.least, limit.least), most: min(interval.most, limit.most) };
}

function hull(a: Interval, b: Interval): Interval {
  return { least: min(a.least, b.least), most: max(a.most, b.most) };
}
