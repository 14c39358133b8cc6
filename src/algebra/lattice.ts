import { ceilDivide, floorDivide } from '../number/index.ts';
import { greatest, least, nearestToZero, type WholeRange } from './whole-range.ts';

/** All integer points (x, y) with a·x + b·y ≤ c. */
export interface HalfPlane {
  readonly a: bigint;
  readonly b: bigint;
  readonly c: bigint;
}

/** An integer point of the plane. */
export interface LatticePoint {
  readonly x: bigint;
  readonly y: bigint;
}

/** y = (slope·x + offset) / divisor, the divisor positive. */
interface Line {
  readonly slope: bigint;
  readonly offset: bigint;
  readonly divisor: bigint;
}

/**
 * Finds an integer point common to half-planes, exactly, however large or thin the region is.
 *
 * The x-axis is cut where lines cross; between two cuts the region is a strip between one lower and one upper line, whose
 * integer points are counted with floor sums (Euclid's algorithm; Graham, Knuth, Patashnik, Concrete Mathematics, 3.5)
 * and whose first is found by bisection.
 *
 * @returns A point, or `null` when there is none.
 * @example latticePoint([{ a: 2n, b: 0n, c: 5n }, { a: -2n, b: 0n, c: -4n }]) // { x: 2n, y: 0n }
 */
export function latticePoint(planes: readonly HalfPlane[]): LatticePoint | null {
  const range = rangeOfX(planes);
  if (range === null) return null;
  const uppers = planes.filter(({ b }) => b > 0n).map(({ a, b, c }) => ({ slope: -a, offset: c, divisor: b }));
  const lowers = planes.filter(({ b }) => b < 0n).map(({ a, b, c }) => ({ slope: a, offset: -c, divisor: -b }));
  if (uppers.length === 0 || lowers.length === 0) return openPoint(range, uppers, lowers);
  for (const strip of cut(range, [...uppers, ...lowers])) {
    const upper = outermost(uppers, strip, 1n);
    const lower = outermost(lowers, strip, -1n);
    const point = pointInStrip(strip, upper, lower);
    if (point !== null) return point;
  }
  return null;
}

/**
 * The sum of floor((slope·i + offset) / divisor) for i = 0 … count − 1.
 *
 * @param count How many terms, not negative.
 * @param divisor Positive.
 */
export function floorSum(count: bigint, divisor: bigint, slope: bigint, offset: bigint): bigint {
  let sum = 0n;
  let [n, m, a, b] = [count, divisor, slope, offset];
  for (let sign = 1n; n > 0n; sign = -sign) {
    const wholeSlope = floorDivide(a, m);
    const wholeOffset = floorDivide(b, m);
    sum += sign * (((n - 1n) * n * wholeSlope) / 2n + n * wholeOffset);
    a -= wholeSlope * m;
    b -= wholeOffset * m;
    const top = (a * n + b) / m;
    if (top === 0n) break;
    // Reflect: count by rows instead of by columns, the complement of a smaller sum.
    sum += sign * n * top;
    [n, m, a, b] = [top, a, m, m + a - b - 1n];
  }
  return sum;
}

function rangeOfX(planes: readonly HalfPlane[]): WholeRange | null {
  let from: bigint | null = null;
  let to: bigint | null = null;
  for (const { a, b, c } of planes) {
    if (b !== 0n) continue;
    if (a === 0n && c < 0n) return null;
    if (a > 0n) to = least(to, floorDivide(c, a));
    if (a < 0n) from = greatest(from, ceilDivide(-c, -a));
  }
  return from !== null && to !== null && from > to ? null : { from, to };
}

/** A point of a region that is open upwards or downwards: any x will do. */
function openPoint(range: WholeRange, uppers: readonly Line[], lowers: readonly Line[]): LatticePoint {
  const x = nearestToZero(range);
  const highest = uppers.map((line) => floorAt(line, x)).reduce(least, null);
  const lowest = lowers.map((line) => ceilAt(line, x)).reduce(greatest, null);
  return { x, y: nearestToZero({ from: lowest, to: highest }) };
}

/** Cuts a range where two of the lines cross. */
function cut(range: WholeRange, lines: readonly Line[]): readonly WholeRange[] {
  const ends = new Set<bigint>();
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      const steeper = one.slope * other.divisor - other.slope * one.divisor;
      if (steeper === 0n) continue;
      const apart = other.offset * one.divisor - one.offset * other.divisor;
      const end = steeper > 0n ? floorDivide(apart, steeper) : floorDivide(-apart, -steeper);
      if ((range.from === null || end >= range.from) && (range.to === null || end < range.to)) ends.add(end);
    }
  }
  const sorted = [...ends].sort((a, b) => (a < b ? -1 : 1));
  const froms = [range.from, ...sorted.map((end) => end + 1n)];
  const tos = [...sorted, range.to];
  return froms.map((from, index) => ({ from, to: tos[index] ?? null }));
}

/** The line that bounds a strip: the least of the upper lines (`side` 1), the greatest of the lower ones (−1). */
function outermost(lines: readonly Line[], strip: WholeRange, side: bigint): Line {
  return lines.reduce((best, line) => (side * compareWithin(strip, line, best) < 0n ? line : best));
}

/** How two lines that do not cross inside a strip compare in it. */
function compareWithin({ from, to }: WholeRange, one: Line, other: Line): bigint {
  const start = from ?? to ?? 0n;
  const atStart = differenceAt(one, other, start);
  if (atStart !== 0n) return atStart;
  if (from !== null && to !== null) return differenceAt(one, other, to);
  const steeper = one.slope * other.divisor - other.slope * one.divisor;
  return from === null && to !== null ? -steeper : steeper;
}

/** The sign of `one − other` at x, times a positive number. */
function differenceAt(one: Line, other: Line, x: bigint): bigint {
  return (one.slope * x + one.offset) * other.divisor - (other.slope * x + other.offset) * one.divisor;
}

function pointInStrip(strip: WholeRange, upper: Line, lower: Line): LatticePoint | null {
  const { from, to } = finite(strip, upper, lower);
  if (from > to) return null;
  // At a cut the lines may meet and part: the ends are looked at by themselves.
  for (const x of [from, to]) if (hasPoint(x, upper, lower)) return { x, y: ceilAt(lower, x) };
  if (differenceAt(upper, lower, from) < 0n || differenceAt(upper, lower, to) < 0n) return null;
  if (pointsBetween(from, to, upper, lower) === 0n) return null;
  let [first, last] = [from, to];
  while (first < last) {
    const middle = floorDivide(first + last, 2n);
    if (pointsBetween(first, middle, upper, lower) > 0n) last = middle;
    else first = middle + 1n;
  }
  return { x: first, y: ceilAt(lower, first) };
}

/** A finite part of a strip that holds a point if the whole does: as far as it is one step wide, or one full pattern. */
function finite({ from, to }: WholeRange, upper: Line, lower: Line): { readonly from: bigint; readonly to: bigint } {
  if (from !== null && to !== null) return { from, to };
  // Parallel lines rise alike: what repeats for one after its divisor repeats for the other.
  const pattern = upper.divisor - 1n;
  const opening = upper.slope * lower.divisor - lower.slope * upper.divisor;
  const known = from ?? to;
  if (known === null) return { from: 0n, to: pattern };
  const outwards = from === null ? -1n : 1n;
  if (opening * outwards <= 0n) return ordered(known, known + outwards * pattern);
  const missingWidth = upper.divisor * lower.divisor - differenceAt(upper, lower, known);
  const steps = missingWidth <= 0n ? 0n : ceilDivide(missingWidth, opening * outwards);
  return ordered(known, known + outwards * steps);
}

function ordered(a: bigint, b: bigint): { readonly from: bigint; readonly to: bigint } {
  return a <= b ? { from: a, to: b } : { from: b, to: a };
}

function hasPoint(x: bigint, upper: Line, lower: Line): boolean {
  return floorAt(upper, x) >= ceilAt(lower, x);
}

/** How many integer points lie on or between two lines that do not cross from `from` to `to`. */
function pointsBetween(from: bigint, to: bigint, upper: Line, lower: Line): bigint {
  const count = to - from + 1n;
  const below = floorSum(count, upper.divisor, upper.slope, upper.slope * from + upper.offset);
  const above = floorSum(count, lower.divisor, -lower.slope, -(lower.slope * from + lower.offset));
  return below + above + count;
}

function floorAt(line: Line, x: bigint): bigint {
  return floorDivide(line.slope * x + line.offset, line.divisor);
}

function ceilAt(line: Line, x: bigint): bigint {
  return ceilDivide(line.slope * x + line.offset, line.divisor);
}
