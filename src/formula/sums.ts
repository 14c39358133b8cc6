import type { Polynomial } from '../algebra/index.ts';
import type { Column, NumberColumn } from './columns.ts';
import { rangeOf } from './ranges.ts';

/** Integers up to here are exact in a double; no value on the way to a sum passes it. */
export const EXACT = Number.MAX_SAFE_INTEGER;

/** Columns multiplied with each other and by a factor. */
export interface Product {
  readonly factor: number;
  readonly columns: readonly NumberColumn[];
}

/** A product with the variables that its columns stand for, one by one. */
export interface SumTerm extends Product {
  readonly variables: readonly number[];
}

/** A sum of whole numbers over columns, exact in doubles, with its constant apart. */
export interface Sum {
  readonly terms: readonly SumTerm[];
  readonly constant: number;
  /** What the terms together lie between in all rows. */
  readonly least: number;
  readonly most: number;
}

/** The columns of each term of a polynomial; `null` where the data lacks one. */
export function termColumns(
  polynomial: Polynomial,
  columnOf: (variable: number) => Column | undefined,
): readonly (readonly NumberColumn[])[] | null {
  const all: NumberColumn[][] = [];
  for (const { variables } of polynomial) {
    const columns: NumberColumn[] = [];
    for (const variable of variables) {
      const column = columnOf(variable);
      if (column?.kind !== 'number') return null;
      columns.push(column);
    }
    all.push(columns);
  }
  return all;
}

/**
 * A polynomial as a sum over columns. Cells are scaled integers, so it is multiplied by a power of ten to keep all factors
 * whole.
 *
 * @param columns The columns of each term.
 * @returns The sum, or `null` where the largest cells could bring it beyond 2^53: doubles would not be exact.
 */
export function sumOver(polynomial: Polynomial, columns: readonly (readonly NumberColumn[])[]): Sum | null {
  const places = columns.map((factors) => factors.reduce((sum, { scale }) => sum + scale, 0));
  const most = Math.max(...places);
  const terms: SumTerm[] = [];
  const sum = { terms, constant: 0, least: 0, most: 0 };
  let reach = 0;
  for (const [index, { coefficient, variables }] of polynomial.entries()) {
    const product = {
      factor: Number(coefficient) * 10 ** (most - (places[index] ?? 0)),
      columns: columns[index] ?? [],
      variables,
    };
    const span = spanOf(product);
    reach += span.magnitude;
    if (product.columns.length === 0) {
      sum.constant += product.factor;
      continue;
    }
    terms.push(product);
    sum.least += span.least;
    sum.most += span.most;
  }
  // An infinite or rounded reach is far beyond the limit as well.
  return reach <= EXACT ? sum : null;
}

/**
 * What a product lies between, and the largest magnitude on the way to it: that of a column counts for at least 1, so that
 * it never hides a factor.
 */
function spanOf({ factor, columns }: Product): {
  readonly least: number;
  readonly most: number;
  readonly magnitude: number;
} {
  let [least, most, magnitude] = [factor, factor, Math.abs(factor)];
  for (const column of columns) {
    const range = rangeOf(column);
    const corners = [least * range.least, least * range.most, most * range.least, most * range.most];
    least = Math.min(...corners);
    most = Math.max(...corners);
    magnitude *= Math.max(1, -range.least, range.most);
  }
  return { least, most, magnitude };
}
