import type { Polynomial } from '../algebra/index.ts';
import type { NumberColumn } from './columns.ts';
import { rangeOf } from './ranges.ts';

/** Integers up to here are exact in a double; no value on the way to a sum passes it. */
const EXACT = Number.MAX_SAFE_INTEGER;

/** A sum of whole numbers over columns, exact in doubles, with its constant apart. */
export interface Sum {
  readonly terms: readonly Product[];
  readonly constant: number;
  /** What the terms together lie between in all rows. */
  readonly least: number;
  readonly most: number;
}

/** Columns multiplied with each other and by a factor. */
export interface Product {
  readonly factor: number;
  readonly columns: readonly NumberColumn[];
}

/**
 * A polynomial as a sum over columns. Cells are scaled integers, so it is multiplied by a power of ten to keep all factors
 * whole.
 *
 * @returns The sum, or `null` where the largest cells could bring it beyond 2^53: doubles would not be exact.
 */
export function sumOver(polynomial: Polynomial, columns: ReadonlyMap<number, NumberColumn>): Sum | null {
  const used = polynomial.map((term) => term.variables.flatMap((variable) => columns.get(variable) ?? []));
  const places = used.map((factors) => factors.reduce((sum, column) => sum + column.scale, 0));
  const mostPlaces = Math.max(...places);
  const products = polynomial.map(({ coefficient }, index): Product => {
    return { factor: Number(coefficient) * 10 ** (mostPlaces - (places[index] ?? 0)), columns: used[index] ?? [] };
  });
  // An infinite or rounded reach is far beyond the limit as well.
  if (!(products.reduce((reach, product) => reach + magnitudeOf(product), 0) <= EXACT)) return null;
  const terms = products.filter((product) => product.columns.length > 0);
  const constant = products.reduce((all, { factor, columns: { length } }) => all + (length === 0 ? factor : 0), 0);
  const [least, most] = terms.map(spanOf).reduce(([low, high], [from, to]) => [low + from, high + to], [0, 0]);
  return { terms, constant, least, most };
}

/** The largest magnitude of a product; that of a column counts for at least 1, so that it never hides a factor. */
function magnitudeOf({ factor, columns }: Product): number {
  return columns.reduce((product, column) => {
    const { least, most } = rangeOf(column);
    return product * Math.max(1, -least, most);
  }, Math.abs(factor));
}

/** What a product lies between. */
function spanOf({ factor, columns }: Product): readonly [number, number] {
  return columns.reduce<readonly [number, number]>(
    ([low, high], column) => {
      const { least, most } = rangeOf(column);
      const corners = [low * least, low * most, high * least, high * most];
      return [Math.min(...corners), Math.max(...corners)];
    },
    [factor, factor],
  );
}
