import { compare, floorDivide, type Rational } from '../number/index.ts';

/** One end of an interval: the value, whether it belongs to the interval, and how the file writes it. */
export interface End {
  readonly value: Rational;
  readonly closed: boolean;
  readonly shown: string;
}

/** The values between two ends; `null` is no end. */
export interface Interval {
  readonly low: End | null;
  readonly high: End | null;
}

/** What two intervals share; `null` when that is nothing. */
export function intersection(a: Interval, b: Interval): Interval | null {
  const both = { low: inner(a.low, b.low, 1), high: inner(a.high, b.high, -1) };
  return isEmpty(both) ? null : both;
}

/** Whether all of one interval lies in another. */
export function contains(outer: Interval, own: Interval): boolean {
  const both = intersection(outer, own);
  return both !== null && sameEnd(both.low, own.low) && sameEnd(both.high, own.high);
}

/** The values above one interval and below another; `null` when there are none, among whole numbers if `whole`. */
export function between(below: Interval, above: Interval, whole: boolean): Interval | null {
  if (below.high === null || above.low === null) return null;
  const gap = { low: opposite(below.high), high: opposite(above.low) };
  return isEmpty(gap) || (whole && !holdsInteger(gap.low, gap.high)) ? null : gap;
}

/** Whether an interval has two different ends. */
export function isBounded({ low, high }: Interval): boolean {
  return low !== null && high !== null && compare(low.value, high.value) < 0;
}

/** −1, 0 or 1 as one interval begins before, with or after another. */
export function compareLow(a: End | null, b: End | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compare(a.value, b.value) || Number(b.closed) - Number(a.closed);
}

/** −1, 0 or 1 as one interval ends before, with or after another. */
export function compareHigh(a: End | null, b: End | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a.value, b.value) || Number(a.closed) - Number(b.closed);
}

/** An interval as a condition on a quantity: `rate >= 0.1% and rate < 0.5%`. */
export function conditionText(quantity: string, { low, high }: Interval): string {
  if (low !== null && high !== null && compare(low.value, high.value) === 0) return `${quantity} == ${low.shown}`;
  return [
    ...(low === null ? [] : [`${quantity} ${low.closed ? '>=' : '>'} ${low.shown}`]),
    ...(high === null ? [] : [`${quantity} ${high.closed ? '<=' : '<'} ${high.shown}`]),
  ].join(' and ');
}

/** The end that leaves less: of low ends (1) the higher, of high ends (−1) the lower. */
function inner(a: End | null, b: End | null, side: 1 | -1): End | null {
  if (a === null || b === null) return a ?? b;
  const order = compare(a.value, b.value) * side;
  if (order !== 0) return order > 0 ? a : b;
  return a.closed ? b : a;
}

function isEmpty({ low, high }: Interval): boolean {
  if (low === null || high === null) return false;
  const order = compare(low.value, high.value);
  return order > 0 || (order === 0 && !(low.closed && high.closed));
}

function opposite(end: End): End {
  return { ...end, closed: !end.closed };
}

function holdsInteger(low: End, high: End): boolean {
  const first = floorDivide(low.value.num, low.value.den) + (low.closed && low.value.den === 1n ? 0n : 1n);
  const value = { num: first, den: 1n };
  return high.closed ? compare(value, high.value) <= 0 : compare(value, high.value) < 0;
}

function sameEnd(a: End | null, b: End | null): boolean {
  if (a === null || b === null) return a === b;
  return compare(a.value, b.value) === 0 && a.closed === b.closed;
}
