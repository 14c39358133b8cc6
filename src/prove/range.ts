import {
  add,
  compare,
  equal,
  max,
  min,
  multiply,
  negate,
  type Rational,
  rational,
  round,
  subtract,
} from '../number/index.ts';

/** The numbers between two ends; an open end is none of them. */
export interface Range {
  readonly low: Rational;
  readonly high: Rational;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export function point(value: Rational): Range {
  return { low: value, high: value, lowOpen: false, highOpen: false };
}

export function isPoint({ low, high }: Range): boolean {
  return equal(low, high);
}

/** All sums of a number of each. */
export function plus(a: Range, b: Range): Range {
  return {
    low: add(a.low, b.low),
    high: add(a.high, b.high),
    lowOpen: a.lowOpen || b.lowOpen,
    highOpen: a.highOpen || b.highOpen,
  };
}

/** All numbers of a range times a factor. */
export function times(range: Range, factor: Rational): Range {
  if (factor.num === 0n) return point(factor);
  const { low, high, lowOpen, highOpen } = range;
  const scaled = { low: multiply(low, factor), high: multiply(high, factor), lowOpen, highOpen };
  return factor.num > 0n ? scaled : turned(scaled);
}

/** All differences of a number of one and a number of the other. */
export function minus(a: Range, b: Range): Range {
  return plus(a, turned({ ...b, low: negate(b.low), high: negate(b.high) }));
}

function turned({ low, high, lowOpen, highOpen }: Range): Range {
  return { low: high, high: low, lowOpen: highOpen, highOpen: lowOpen };
}

/** The numbers in both; `null` when there are none. */
export function shared(a: Range, b: Range): Range | null {
  const low = max(a.low, b.low);
  const high = min(a.high, b.high);
  const both = {
    low,
    high,
    lowOpen: (a.lowOpen && equal(a.low, low)) || (b.lowOpen && equal(b.low, low)),
    highOpen: (a.highOpen && equal(a.high, high)) || (b.highOpen && equal(b.high, high)),
  };
  const order = compare(low, high);
  return order > 0 || (order === 0 && (both.lowOpen || both.highOpen)) ? null : both;
}

/** Two ranges as one, when no number lies between them; else `null`. */
export function united(a: Range, b: Range): Range | null {
  const [first, second] = compareLow(a, b) <= 0 ? [a, b] : [b, a];
  const order = compare(first.high, second.low);
  if (order < 0 || (order === 0 && first.highOpen && second.lowOpen)) return null;
  const isLast = compareHigh(first, second) >= 0 ? first : second;
  return { ...first, high: isLast.high, highOpen: isLast.highOpen };
}

/** A range in pieces, cut at numbers in it: each number is a piece of its own. */
export function cutAt(range: Range, numbers: readonly Rational[]): readonly Range[] {
  const inside = numbers.filter((number) => contains(range, number)).sort(compare);
  const pieces: Range[] = [];
  let rest: Range | null = range;
  for (const number of inside) {
    if (rest === null || !contains(rest, number)) continue;
    const below = shared(rest, { ...rest, high: number, highOpen: true });
    const above: Range | null = shared(rest, { ...rest, low: number, lowOpen: true });
    pieces.push(...(below === null ? [] : [below]), point(number));
    rest = above;
  }
  return rest === null ? pieces : [...pieces, rest];
}

export function contains(range: Range, value: Rational): boolean {
  return shared(range, point(value)) !== null;
}

/** Numbers of a range, the plainest first. */
export function membersOf(range: Range): readonly Rational[] {
  if (isPoint(range)) return [range.low];
  const middle = multiply(add(range.low, range.high), rational(1n, 2n));
  const steps = [10n, 5n, 1n].map((step) => rational(step));
  const fine = [1n, 2n, 3n, 4n].map((places) => rational(1n, 10n ** places));
  const near = [...steps, ...fine].flatMap((step) => [round(middle, step, 'half-up'), round(middle, step, 'down')]);
  const quarter = (part: bigint): Rational =>
    add(range.low, multiply(subtract(range.high, range.low), rational(part, 16n)));
  return [...near, range.low, range.high, middle, quarter(1n), quarter(15n)].filter((value) => contains(range, value));
}

export function rangeKey({ low, high, lowOpen, highOpen }: Range): string {
  return `${lowOpen ? '(' : '['}${low.num}/${low.den} ${high.num}/${high.den}${highOpen ? ')' : ']'}`;
}

function compareLow(a: Range, b: Range): number {
  return compare(a.low, b.low) || Number(a.lowOpen) - Number(b.lowOpen);
}

function compareHigh(a: Range, b: Range): number {
  return compare(a.high, b.high) || Number(b.highOpen) - Number(a.highOpen);
}
