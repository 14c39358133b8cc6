import { evaluate, type Polynomial } from '../algebra/index.ts';
import { type Rational, rational } from '../number/index.ts';
import type { Column, NumberColumn } from './columns.ts';
import { UNKNOWN_SIGN } from './evaluate.ts';

/** Writes the sign of one polynomial for the rows from `from` on: 0, 1, 2 for negative, zero, positive. */
export type SignKernel = (from: number, rows: number, out: Uint8Array) => void;

/** Integers up to here are exact in a double; the kernels prove that no intermediate value passes it. */
const EXACT = Number.MAX_SAFE_INTEGER;

/**
 * A loop that finds the exact sign of a polynomial over columns.
 *
 * Cells are scaled integers, so the polynomial is multiplied by a power of ten to keep its coefficients whole. When the
 * largest cells of the columns cannot bring any sum beyond 2^53, doubles are exact and one pass per term does; otherwise
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
      if (column?.kind !== 'number') return (_, rows, out) => out.fill(UNKNOWN_SIGN, 0, rows);
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

function doubleKernel(
  polynomial: Polynomial,
  columns: ReadonlyMap<number, NumberColumn>,
  mostRows: number,
): SignKernel | null {
  const terms = scaledTerms(polynomial, columns);
  if (terms === null) return null;
  const sums = new Float64Array(mostRows);
  const products = new Float64Array(mostRows);
  return (from, rows, out) => {
    sums.fill(0, 0, rows);
    for (const { coefficient, columns: factors } of terms) {
      const [first, ...rest] = factors;
      if (first === undefined) addConstant(sums, coefficient, rows);
      else if (rest.length === 0) addScaled(sums, first, coefficient, from, rows);
      else {
        multiplyColumns(products, first, rest, from, rows);
        addScaled(sums, products, coefficient, 0, rows);
      }
    }
    writeSigns(sums, rows, out);
  };
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
function largest(column: NumberColumn): number {
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

function addConstant(sums: Float64Array, constant: number, rows: number): void {
  for (let i = 0; i < rows; i += 1) sums[i] = (sums[i] ?? 0) + constant;
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

function writeSigns(sums: Float64Array, rows: number, out: Uint8Array): void {
  for (let i = 0; i < rows; i += 1) {
    const sum = sums[i] ?? Number.NaN;
    out[i] = sum > 0 ? 2 : sum < 0 ? 0 : sum === 0 ? 1 : UNKNOWN_SIGN;
  }
}

function exactKernel(polynomial: Polynomial, columns: ReadonlyMap<number, NumberColumn>): SignKernel {
  const used = [...columns.values()];
  return (from, rows, out) => {
    for (let i = 0; i < rows; i += 1) {
      const row = from + i;
      if (used.some((column) => Number.isNaN(column.values[row] ?? Number.NaN))) out[i] = UNKNOWN_SIGN;
      else {
        const { num } = evaluate(polynomial, (variable) => cellOf(columns, variable, row));
        out[i] = num > 0n ? 2 : num < 0n ? 0 : 1;
      }
    }
  };
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
  return rational(column.large.get(row) ?? BigInt(value), 10n ** BigInt(column.scale));
}
