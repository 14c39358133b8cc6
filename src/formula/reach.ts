import type { Step } from './steps.ts';
import type { Product } from './sums.ts';

/** What a sum must reach, and the plane in which a bit is set for every row in which it does. */
export interface Cut {
  readonly bound: number;
  readonly out: Int32Array;
}

/** Rows taken at a time: those whose bits are in one word. */
const BLOCK = 32;

/**
 * Finds the rows in which a sum reaches some bounds; where a cell is missing, it does not. The bits after the last row mean
 * nothing.
 *
 * @param cuts The bounds; more may be added until the first run.
 */
export function reachStep(terms: readonly Product[], cuts: readonly Cut[]): Step {
  const loop = loopFor(terms);
  const rest = new Float64Array(BLOCK);
  return (from, rows) => {
    const whole = loop === null ? 0 : rows - (rows % BLOCK);
    for (const cut of cuts) loop?.(cut.bound, from, whole, cut.out);
    for (let row = whole; row < rows; row += BLOCK) {
      addUp(terms, from + row, Math.min(BLOCK, rows - row), rest);
      for (const { bound, out } of cuts) reachOf1(rest, bound, 0, BLOCK, out.subarray(row / BLOCK));
    }
  };
}

/** A loop over rows, as many as fill whole words. */
type Loop = (bound: number, from: number, rows: number, out: Int32Array) => void;

/** Sums of up to four columns, which is what almost every criterion compares, have a loop each. */
function loopFor(terms: readonly Product[]): Loop | null {
  const scaled = terms.flatMap(({ factor, columns: [column, ...others] }) =>
    column === undefined || others.length > 0 ? [] : [{ factor, values: column.values }],
  );
  const [first, second, third, fourth, ...more] = scaled;
  if (first === undefined || scaled.length < terms.length || more.length > 0) return null;
  if (second === undefined) {
    return first.factor === 1 ? (bound, from, rows, out) => reachOf1(first.values, bound, from, rows, out) : null;
  }
  if (third === undefined) return (bound, from, rows, out) => reachOf2(first, second, bound, from, rows, out);
  if (fourth === undefined) return (bound, from, rows, out) => reachOf3(first, second, third, bound, from, rows, out);
  return (bound, from, rows, out) => reachOf4([first, second, third, fourth], bound, from, rows, out);
}

/** A column and what it is multiplied by. */
interface Scaled {
  readonly factor: number;
  readonly values: Float64Array;
}

// The loops take eight rows at a time, and add comparisons up as bits: a jump that depends on the data would cost more.

function reachOf1(x: Float64Array, bound: number, from: number, rows: number, out: Int32Array): void {
  for (let row = 0; row < rows; row += BLOCK) {
    let bits = 0;
    for (let bit = 0; bit < BLOCK; bit += 8) {
      const i = from + row + bit;
      const p = x[i] ?? Number.NaN;
      const q = x[i + 1] ?? Number.NaN;
      const r = x[i + 2] ?? Number.NaN;
      const s = x[i + 3] ?? Number.NaN;
      const t = x[i + 4] ?? Number.NaN;
      const u = x[i + 5] ?? Number.NaN;
      const v = x[i + 6] ?? Number.NaN;
      const w = x[i + 7] ?? Number.NaN;
      bits |= (reached(p, q, r, s, bound) | (reached(t, u, v, w, bound) << 4)) << bit;
    }
    out[row >>> 5] = bits;
  }
}

function reachOf2(one: Scaled, two: Scaled, bound: number, from: number, rows: number, out: Int32Array): void {
  const { factor: a, values: x } = one;
  const { factor: b, values: y } = two;
  for (let row = 0; row < rows; row += BLOCK) {
    let bits = 0;
    for (let bit = 0; bit < BLOCK; bit += 8) {
      const i = from + row + bit;
      const p = sum2(a, x, b, y, i);
      const q = sum2(a, x, b, y, i + 1);
      const r = sum2(a, x, b, y, i + 2);
      const s = sum2(a, x, b, y, i + 3);
      const t = sum2(a, x, b, y, i + 4);
      const u = sum2(a, x, b, y, i + 5);
      const v = sum2(a, x, b, y, i + 6);
      const w = sum2(a, x, b, y, i + 7);
      bits |= (reached(p, q, r, s, bound) | (reached(t, u, v, w, bound) << 4)) << bit;
    }
    out[row >>> 5] = bits;
  }
}

function sum2(a: number, x: Float64Array, b: number, y: Float64Array, i: number): number {
  return a * (x[i] ?? Number.NaN) + b * (y[i] ?? Number.NaN);
}

function reachOf3(
  one: Scaled,
  two: Scaled,
  three: Scaled,
  bound: number,
  from: number,
  rows: number,
  out: Int32Array,
): void {
  const { factor: a, values: x } = one;
  const { factor: b, values: y } = two;
  const { factor: c, values: z } = three;
  for (let row = 0; row < rows; row += BLOCK) {
    let bits = 0;
    for (let bit = 0; bit < BLOCK; bit += 8) {
      const i = from + row + bit;
      const p = sum3(a, x, b, y, c, z, i);
      const q = sum3(a, x, b, y, c, z, i + 1);
      const r = sum3(a, x, b, y, c, z, i + 2);
      const s = sum3(a, x, b, y, c, z, i + 3);
      const t = sum3(a, x, b, y, c, z, i + 4);
      const u = sum3(a, x, b, y, c, z, i + 5);
      const v = sum3(a, x, b, y, c, z, i + 6);
      const w = sum3(a, x, b, y, c, z, i + 7);
      bits |= (reached(p, q, r, s, bound) | (reached(t, u, v, w, bound) << 4)) << bit;
    }
    out[row >>> 5] = bits;
  }
}

function sum3(a: number, x: Float64Array, b: number, y: Float64Array, c: number, z: Float64Array, i: number): number {
  return a * (x[i] ?? Number.NaN) + b * (y[i] ?? Number.NaN) + c * (z[i] ?? Number.NaN);
}

function reachOf4(
  [one, two, three, four]: readonly [Scaled, Scaled, Scaled, Scaled],
  bound: number,
  from: number,
  rows: number,
  out: Int32Array,
): void {
  const { factor: a, values: x } = one;
  const { factor: b, values: y } = two;
  const { factor: c, values: z } = three;
  const { factor: d, values: u } = four;
  for (let row = 0; row < rows; row += BLOCK) {
    let bits = 0;
    // Eight such sums would be too much for the compiler to put in line.
    for (let bit = 0; bit < BLOCK; bit += 4) {
      const i = from + row + bit;
      const p = sum4(a, x, b, y, c, z, d, u, i);
      const q = sum4(a, x, b, y, c, z, d, u, i + 1);
      const r = sum4(a, x, b, y, c, z, d, u, i + 2);
      const s = sum4(a, x, b, y, c, z, d, u, i + 3);
      bits |= reached(p, q, r, s, bound) << bit;
    }
    out[row >>> 5] = bits;
  }
}

function sum4(
  a: number,
  x: Float64Array,
  b: number,
  y: Float64Array,
  c: number,
  z: Float64Array,
  d: number,
  u: Float64Array,
  i: number,
): number {
  return a * (x[i] ?? Number.NaN) + b * (y[i] ?? Number.NaN) + c * (z[i] ?? Number.NaN) + d * (u[i] ?? Number.NaN);
}

/** The bits of four sums. */
function reached(p: number, q: number, r: number, s: number, bound: number): number {
  return Number(p >= bound) | (Number(q >= bound) << 1) | (Number(r >= bound) << 2) | (Number(s >= bound) << 3);
}

/** Any sums of up to 32 rows: one loop for each term. */
function addUp(terms: readonly Product[], from: number, rows: number, out: Float64Array): void {
  out.fill(0);
  for (const { factor, columns } of terms) {
    for (let i = 0; i < rows; i += 1) {
      let product = factor;
      for (const { values } of columns) product *= values[from + i] ?? Number.NaN;
      out[i] = (out[i] ?? Number.NaN) + product;
    }
  }
}
