import { evaluate, type Fraction } from '../algebra/index.ts';
import { type Condition, FAIL, NOT_APPLICABLE, UNKNOWN } from '../formula/index.ts';
import { add, divide, equal, max, min, multiply, type Rational, round, subtract, ZERO } from '../number/index.ts';
import type { Item, Sheet } from './sheet.ts';

/** Exact numbers from `least` to `most`. */
export interface Interval {
  readonly least: Rational;
  readonly most: Rational;
}

/** What a criterion earns and what it could: both exact when nothing is missing. `null` where it is left out. */
export interface Earned {
  readonly earned: Interval;
  readonly available: Interval;
}

/** What is known of one unit. */
export interface Known {
  readonly condition: (condition: Condition) => number;
  readonly criterion: (number: number) => number;
  /** The value of a variable, or `null` while it is missing. */
  readonly variable: (variable: number) => Rational | null;
}

const NOTHING: Interval = { least: ZERO, most: ZERO };

/** What every criterion with points earns, by number; `null` where it is left out. */
export function earnedByCriterion(sheet: Sheet, known: Known): readonly (Earned | null)[] {
  const results: (Earned | null)[] = sheet.items.map(() => null);
  // Parts stand after their group.
  for (const number of [...sheet.items.keys()].reverse()) {
    const item = sheet.items[number];
    if (item !== undefined) results[number] = earnedByItem(item, known, number, results);
  }
  return results;
}

function earnedByItem(item: Item, known: Known, number: number, results: readonly (Earned | null)[]): Earned | null {
  const state = known.criterion(number);
  if (state === NOT_APPLICABLE) return leftOut(item);
  if (item.parts.length > 0) return group(item, item.parts.flatMap((part) => results[part] ?? []));
  if (item.pieces.length === 0) return null;
  const whole: Earned = { earned: pieceInterval(item, known), available: item.bonus ? NOTHING : exactly(item.points) };
  // While it is open whether a criterion applies, it may also be left out.
  const out = state === UNKNOWN ? leftOut(item) : whole;
  return { earned: hull(whole.earned, out?.earned ?? NOTHING), available: hull(whole.available, out?.available ?? NOTHING) };
}

/** What a criterion counts for where it does not apply. */
function leftOut({ notApplicable, points, bonus }: Item): Earned | null {
  if (notApplicable === 'exclude') return null;
  return { earned: exactly(notApplicable === 'pass' ? points : ZERO), available: bonus ? NOTHING : exactly(points) };
}

function group({ cap }: Item, parts: readonly Earned[]): Earned | null {
  if (parts.length === 0) return null;
  const earned = total(parts.map((part) => part.earned));
  const available = total(parts.map((part) => part.available));
  return { earned: atMost(earned, exactly(cap)), available: atMost(available, exactly(cap)) };
}

/** The points of the pieces that may hold; one that holds for sure is worked out. */
function pieceInterval({ pieces }: Item, known: Known): Interval {
  const open = pieces.filter(({ when }) => {
    const state = known.condition(when);
    return state !== FAIL && state !== NOT_APPLICABLE;
  });
  return open
    .map((piece) => {
      const value = fractionValue(piece.value, known);
      return value === null ? piece : exactly(value);
    })
    .reduce<Interval | null>((all, piece) => (all === null ? piece : hull(all, piece)), null) ?? NOTHING;
}

/** The value of a fraction, `null` while one of its variables is missing. */
export function fractionValue({ num, den }: Fraction, known: Known): Rational | null {
  let complete = true;
  const valueOf = (variable: number): Rational => {
    const value = known.variable(variable);
    if (value === null) complete = false;
    return value ?? ZERO;
  };
  const [above, below] = [evaluate(num, valueOf), evaluate(den, valueOf)];
  return complete && below.num !== 0n ? divide(above, below) : null;
}

/** The points of the whole sheet before they are rounded; `null` when nothing applies. */
export function earnedInAll(sheet: Sheet, results: readonly (Earned | null)[]): Earned | null {
  const top = sheet.top.flatMap((number) => {
    const [item, result] = [sheet.items[number], results[number]];
    return item === undefined || result === undefined || result === null ? [] : [{ item, result }];
  });
  if (top.length === 0) return null;
  if (sheet.model === 'points') {
    const earned = total(top.map(({ result }) => result.earned));
    const available = total(top.map(({ result }) => result.available));
    return { earned: atMost(earned, available), available };
  }
  return { earned: weighted(sheet, top), available: exactly(sheet.of) };
}

/** Each criterion's share of its own points, by weight among the criteria that apply. */
function weighted(
  sheet: Sheet,
  top: readonly { readonly item: Item; readonly result: Earned }[],
): Interval {
  const weights = top.map(({ item }) => item.weight).reduce(add, ZERO);
  if (weights.num === 0n) return NOTHING;
  const share = (side: keyof Interval): Rational =>
    top
      .map(({ item, result }) => multiply(item.weight, divide(result.earned[side], item.points)))
      .reduce(add, ZERO);
  const points = (side: keyof Interval): Rational => multiply(sheet.of, divide(share(side), weights));
  return { least: min(points('least'), sheet.of), most: min(points('most'), sheet.of) };
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
export function above({ earned, available }: Earned, bound: Rational, share: boolean): Interval {
  if (!share) return { least: subtract(earned.least, bound), most: subtract(earned.most, bound) };
  return {
    least: subtract(earned.least, multiply(bound, available.most)),
    most: subtract(earned.most, multiply(bound, available.least)),
  };
}

export function exactly(value: Rational): Interval {
  return { least: value, most: value };
}

function total(intervals: readonly Interval[]): Interval {
  return intervals.reduce((sum, next) => ({ least: add(sum.least, next.least), most: add(sum.most, next.most) }), NOTHING);
}

function atMost(interval: Interval, limit: Interval): Interval {
  return { least: min(interval.least, limit.least), most: min(interval.most, limit.most) };
}

function hull(a: Interval, b: Interval): Interval {
  return { least: min(a.least, b.least), most: max(a.most, b.most) };
}
