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
 * Finds the rows in which a sum is at least so much; a sum with a missing cell is not. The bits after the last row mean nothing.
 *
 * @param cuts As many bounds as there are; more may be added until the first run.
 */
export function reachStep(terms: readonly Product[], cuts: readonly Cut[]): Step {
  const [first, ...rest] = terms;
  const [column, ...others] = first?.columns ?? [];
  if (column !== undefined && first?.factor === 1 && rest.length === 0 && others.length === 0) {
    return (from, rows) => {
      for (const { bound, out } of cuts) reachOfColumn(column.values, bound, from, rows, out);
    };
  }
  const fill = fillOf(terms);
  const block = new Float64Array(BLOCK);
  return (from, rows) => {
    for (let row = 0; row < rows; row += BLOCK) {
      fill(from + row, Math.min(BLOCK, rows - row), block);
      for (const { bound, out } of cuts) out[row / BLOCK] = reachOfBlock(block, 0, bound);
    }
  };
}

/** Finds the rows in which a column reaches a bound. */
export function reachOfColumn(values: Float64Array, bound: number, from: number, rows: number, out: Int32Array): void {
  const whole = rows - (rows % BLOCK);
  for (let row = 0; row < whole; row += BLOCK) out[row / BLOCK] = reachOfBlock(values, from + row, bound);
  if (whole === rows) return;
  const last = new Float64Array(BLOCK);
  last.set(values.subarray(from + whole, from + rows));
  out[whole / BLOCK] = reachOfBlock(last, 0, bound);
}

/**
 * One bit for each of 32 values. Most of the time goes here: comparisons are added up as bits, since a jump that depends on
 * the data would cost more than they do, and four at a time keep the processor busy.
 */
function reachOfBlock(values: Float64Array, at: number, bound: number): number {
  let bits = 0;
  for (let bit = 0; bit < BLOCK; bit += 4) {
    const i = at + bit;
    const first = reaches(values, i, bound) | (reaches(values, i + 1, bound) << 1);
    const second = reaches(values, i + 2, bound) | (reaches(values, i + 3, bound) << 1);
    bits |= (first | (second << 2)) << bit;
  }
  return bits;
}

function reaches(values: Float64Array, i: number, bound: number): number {
  return Number((values[i] ?? Number.NaN) >= bound);
}

/** Writes sums of the rows from `from` on, `NaN` where a cell is missing. */
type Fill = (from: number, rows: number, out: Float64Array) => void;

/** Sums of two to four columns, which is what most criteria compare, have a loop each. */
function fillOf(terms: readonly Product[]): Fill {
  const scaled = terms.flatMap(({ factor, columns: [column, ...others] }) =>
    column === undefined || others.length > 0 ? [] : [{ factor, values: column.values }],
  );
  const [first, second, third, fourth, ...more] = scaled;
  if (first === undefined || second === undefined || scaled.length < terms.length || more.length > 0) {
    return (from, rows, out) => addUp(terms, from, rows, out);
  }
  if (third === undefined) return (from, rows, out) => sumOf2(first, second, from, rows, out);
  if (fourth === undefined) return (from, rows, out) => sumOf3(first, second, third, from, rows, out);
  return (from, rows, out) => sumOf4([first, second, third, fourth], from, rows, out);
}

/** A column and what it is multiplied by. */
interface Scaled {
  readonly factor: number;
  readonly values: Float64Array;
}

function sumOf2(one: Scaled, two: Scaled, from: number, rows: number, out: Float64Array): void {
  const { factor: a, values: x } = one;
  const { factor: b, values: y } = two;
  for (let i = 0; i < rows; i += 1) out[i] = a * (x[from + i] ?? Number.NaN) + b * (y[from + i] ?? Number.NaN);
}

function sumOf3(one: Scaled, two: Scaled, three: Scaled, from: number, rows: number, out: Float64Array): void {
  const { factor: a, values: x } = one;
  const { factor: b, values: y } = two;
  const { factor: c, values: z } = three;
  for (let i = 0; i < rows; i += 1) {
    out[i] = a * (x[from + i] ?? Number.NaN) + b * (y[from + i] ?? Number.NaN) + c * (z[from + i] ?? Number.NaN);
  }
}

function sumOf4(of: readonly [Scaled, Scaled, Scaled, Scaled], from: number, rows: number, out: Float64Array): void {
  const [{ factor: a, values: x }, { factor: b, values: y }] = of;
  const [, , { factor: c, values: z }, { factor: d, values: u }] = of;
  for (let i = 0; i < rows; i += 1) {
    const half = a * (x[from + i] ?? Number.NaN) + b * (y[from + i] ?? Number.NaN);
    out[i] = half + c * (z[from + i] ?? Number.NaN) + d * (u[from + i] ?? Number.NaN);
  }
}

/** Any sum: one loop for each term. */
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
