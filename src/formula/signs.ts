import { evaluate, type Polynomial } from '../algebra/index.ts';
import { type Rational, rational } from '../number/index.ts';
import type { Column, NumberColumn } from './columns.ts';
import { NOT_NEGATIVE, NOT_POSITIVE } from './words.ts';

/** Writes the bits of the sign of one polynomial (see {@link NOT_POSITIVE}) for the rows from `from` on, 0 where it is unknown. */
export type SignKernel = (from: number, rows: number, out: Uint8Array) => void;

/** Integers up to here are exact in a double; the kernels prove that no intermediate value passes it. */
export const EXACT = Number.MAX_SAFE_INTEGER;

/**
 * A loop that finds the exact sign of a polynomial over columns.
 *
 * Cells are scaled integers, so the polynomial is multiplied by a power of ten to keep its coefficients whole. When the
 * largest cells of the columns cannot bring any sum beyond 2^53, doubles are exact and one loop does; otherwise
 * each row is worked out in rational arithmetic.
 *
 * @param polynomial The polynomial.
 * @param columnOf The column of a variable, or `undefined` where the data has none.
 * @param mostRows The longest run of rows.
 */
export function signKernel(
  polynomial: Polynomial,
  columnOf: (variable: number) => Column | undefined,
  mostRows: number,
): SignKernel {
  const columns = new Map<number, NumberColumn>();
  for (const term of polynomial) {
    for (const variable of term.variables) {
      const column = columnOf(variable);
      if (column?.kind !== 'number') return (_, rows, out) => out.fill(0, 0, rows);
      columns.set(variable, column);
    }
  }
  return doubleKernel(polynomial, columns, mostRows) ?? exactKernel(polynomial, columns);
}

/** A term with its columns, its coefficient scaled so that all terms count in the same unit. */
interface ScaledTerm {
  readonly coefficient: number;
  readonly columns: readonly Float64Array[];
}

/** A sum of terms: those of one factor, with the constant apart, and those of several. */
interface Sum {
  readonly constant: number;
  readonly single: readonly ScaledTerm[];
  readonly products: readonly ScaledTerm[];
}

function doubleKernel(
  polynomial: Polynomial,
  columns: ReadonlyMap<number, NumberColumn>,
  mostRows: number,
): SignKernel | null {
  const terms = scaledTerms(polynomial, columns);
  if (terms === null) return null;
  const sum = {
    constant: terms.reduce((all, term) => all + (term.columns.length === 0 ? term.coefficient : 0), 0),
    single: terms.filter((term) => term.columns.length === 1),
    products: terms.filter((term) => term.columns.length > 1),
  };
  return linearKernel(sum) ?? sumKernel(sum, mostRows);
}

/** One loop for sums of up to four columns, which is what almost every criterion asks for. */
function linearKernel({ constant, single, products }: Sum): SignKernel | null {
  const [first, second, third, fourth, ...more] = single.flatMap(({ coefficient, columns: [values] }) =>
    values === undefined ? [] : [{ coefficient, values }],
  );
  if (first === undefined || products.length > 0 || more.length > 0) return null;
  if (second === undefined) return (from, rows, out) => signsOf1(first, constant, from, rows, out);
  if (third === undefined) return (from, rows, out) => signsOf2([first, second], constant, from, rows, out);
  if (fourth === undefined) return (from, rows, out) => signsOf3([first, second, third], constant, from, rows, out);
  return (from, rows, out) => signsOf4([first, second, third, fourth], constant, from, rows, out);
}

/** A column and what it is multiplied by. */
interface Scaled {
  readonly coefficient: number;
  readonly values: Float64Array;
}

function signsOf1({ coefficient: a, values: x }: Scaled, k: number, from: number, rows: number, out: Uint8Array): void {
  for (let i = 0; i < rows; i += 1) out[i] = signBits(k + a * (x[from + i] ?? Number.NaN));
}

function signsOf2(scaled: readonly [Scaled, Scaled], k: number, from: number, rows: number, out: Uint8Array): void {
  const [{ coefficient: a, values: x }, { coefficient: b, values: y }] = scaled;
  for (let i = 0; i < rows; i += 1) {
    out[i] = signBits(k + a * (x[from + i] ?? Number.NaN) + b * (y[from + i] ?? Number.NaN));
  }
}

function signsOf3(
  scaled: readonly [Scaled, Scaled, Scaled],
  k: number,
  from: number,
  rows: number,
  out: Uint8Array,
): void {
  const [{ coefficient: a, values: x }, { coefficient: b, values: y }, { coefficient: c, values: z }] = scaled;
  for (let i = 0; i < rows; i += 1) {
    const sum = k + a * (x[from + i] ?? Number.NaN) + b * (y[from + i] ?? Number.NaN);
    out[i] = signBits(sum + c * (z[from + i] ?? Number.NaN));
  }
}

function signsOf4(
  [first, second, third, fourth]: readonly [Scaled, Scaled, Scaled, Scaled],
  k: number,
  from: number,
  rows: number,
  out: Uint8Array,
): void {
  const [{ coefficient: a, values: x }, { coefficient: b, values: y }] = [first, second];
  const [{ coefficient: c, values: z }, { coefficient: d, values: u }] = [third, fourth];
  for (let i = 0; i < rows; i += 1) {
    const sum = k + a * (x[from + i] ?? Number.NaN) + b * (y[from + i] ?? Number.NaN);
    out[i] = signBits(sum + c * (z[from + i] ?? Number.NaN) + d * (u[from + i] ?? Number.NaN));
  }
}

/** Any sum: one loop for each term. */
function sumKernel({ constant, single, products }: Sum, mostRows: number): SignKernel {
  const sums = new Float64Array(mostRows);
  const product = new Float64Array(mostRows);
  return (from, rows, out) => {
    sums.fill(constant, 0, rows);
    for (const { coefficient, columns } of [...single, ...products]) {
      const [first, ...rest] = columns;
      if (first === undefined) continue;
      if (rest.length === 0) addScaled(sums, first, coefficient, from, rows);
      else {
        multiplyColumns(product, first, rest, from, rows);
        addScaled(sums, product, coefficient, 0, rows);
      }
    }
    for (let i = 0; i < rows; i += 1) out[i] = signBits(sums[i] ?? Number.NaN);
  };
}

/** Two comparisons added up: a jump that depends on the data would cost more than both. */
function signBits(value: number): number {
  return Number(value <= 0) + 2 * Number(value >= 0);
}

function scaledTerms(polynomial: Polynomial, columns: ReadonlyMap<number, NumberColumn>): readonly ScaledTerm[] | null {
  const used = polynomial.map((term) => term.variables.flatMap((variable) => columns.get(variable) ?? []));
  const places = used.map((factors) => factors.reduce((sum, column) => sum + column.scale, 0));
  const most = Math.max(...places);
  let reach = 0;
  const terms: ScaledTerm[] = [];
  for (const [index, term] of polynomial.entries()) {
    const factors = used[index] ?? [];
    const coefficient = Number(term.coefficient) * 10 ** (most - (places[index] ?? 0));
    reach += factors.reduce((product, column) => product * largest(column), Math.abs(coefficient));
    terms.push({ coefficient, columns: factors.map((column) => column.values) });
  }
  // An infinite or rounded reach is far beyond the limit as well.
  return reach <= EXACT ? terms : null;
}

const largestOf = new WeakMap<NumberColumn, number>();

/** The largest magnitude among a column's cells; at least 1, so that a product never hides a factor. */
export function largest(column: NumberColumn): number {
  const known = largestOf.get(column);
  if (known !== undefined) return known;
  let most = 1;
  for (const value of column.values) {
    const magnitude = Math.abs(value);
    if (magnitude > most) most = magnitude;
  }
  largestOf.set(column, most);
  return most;
}

function addScaled(sums: Float64Array, values: Float64Array, factor: number, from: number, rows: number): void {
  for (let i = 0; i < rows; i += 1) sums[i] = (sums[i] ?? 0) + factor * (values[from + i] ?? Number.NaN);
}

function multiplyColumns(
  products: Float64Array,
  first: Float64Array,
  rest: readonly Float64Array[],
  from: number,
  rows: number,
): void {
  products.set(first.subarray(from, from + rows));
  for (const values of rest) {
    for (let i = 0; i < rows; i += 1) products[i] = (products[i] ?? 0) * (values[from + i] ?? Number.NaN);
  }
}

function exactKernel(polynomial: Polynomial, columns: ReadonlyMap<number, NumberColumn>): SignKernel {
  const used = [...columns.values()];
  return (from, rows, out) => {
    for (let i = 0; i < rows; i += 1) {
      const row = from + i;
      const isMissing = used.some((column) => Number.isNaN(column.values[row] ?? Number.NaN));
      out[i] = isMissing ? 0 : bitsOfSign(evaluate(polynomial, (variable) => cellOf(columns, variable, row)).num);
    }
  };
}

function bitsOfSign(value: bigint): number {
  if (value === 0n) return NOT_POSITIVE | NOT_NEGATIVE;
  return value > 0n ? NOT_NEGATIVE : NOT_POSITIVE;
}

function cellOf(columns: ReadonlyMap<number, NumberColumn>, variable: number, row: number): Rational {
  const column = columns.get(variable);
  return (column && numberAt(column, row)) ?? rational(0n);
}

/**
 * The exact value of a cell.
 *
 * @returns The number, or `null` where it is missing.
 */
export function numberAt(column: NumberColumn, row: number): Rational | null {
  const value = column.values[row] ?? Number.NaN;
  if (Number.isNaN(value)) return null;
  const scaled = column.large.get(row) ?? BigInt(value);
  return column.scale === 0 ? rational(scaled) : rational(scaled, 10n ** BigInt(column.scale));
}
