import type { Bounds } from '../algebra/index.ts';
import { ceilDivide, floorDivide } from '../number/index.ts';
import type { NumberColumn } from './columns.ts';
import { EXACT, type SumTerm } from './sums.ts';

/** What a sum lies between in a row; infinite where there is no bound. */
export interface Ends {
  readonly least: number;
  readonly most: number;
}

/** What a missing cell can be. */
export type CellBoundsOf = (variable: number, row: number) => Bounds;

/**
 * What a sum can come to in a row, whatever its missing cells are within their bounds: never too narrow.
 *
 * @param terms Products of scaled integers.
 */
export function reachOfGaps(terms: readonly SumTerm[], boundsOf: CellBoundsOf): (row: number) => Ends {
  const readers = terms.map(({ factor, columns, variables }) => ({
    factor,
    factors: columns.map((column, place) => cellReader(column, variables[place] ?? -1, boundsOf)),
  }));
  return (row) => {
    let sum: Ends = { least: 0, most: 0 };
    for (const { factor, factors } of readers) {
      let own: Ends = { least: factor, most: factor };
      for (const read of factors) own = times(own, read(row));
      sum = exactly(sum.least + own.least, sum.most + own.most);
    }
    return sum;
  };
}

/** A cell as what it lies between: twice its value where it is there. */
function cellReader({ values, scale }: NumberColumn, variable: number, boundsOf: CellBoundsOf): (row: number) => Ends {
  let known: Bounds | null = null;
  let ends: Ends = EVERYTHING;
  return (row) => {
    const value = values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) return { least: value, most: value };
    const bounds = boundsOf(variable, row);
    if (bounds !== known) {
      known = bounds;
      ends = endsOf(bounds, 10n ** BigInt(scale));
    }
    return ends;
  };
}

const EVERYTHING: Ends = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

/** Bounds in units of a decimal place, widened to whole ones. */
function endsOf({ min, max }: Bounds, unit: bigint): Ends {
  return exactly(
    min === null ? Number.NEGATIVE_INFINITY : Number(floorDivide(min.num * unit, min.den)),
    max === null ? Number.POSITIVE_INFINITY : Number(ceilDivide(max.num * unit, max.den)),
  );
}

/** What doubles might round is no bound. */
function exactly(least: number, most: number): Ends {
  return {
    least: Math.abs(least) <= EXACT ? least : Number.NEGATIVE_INFINITY,
    most: Math.abs(most) <= EXACT ? most : Number.POSITIVE_INFINITY,
  };
}

function times(a: Ends, b: Ends): Ends {
  const corners = [
    product(a.least, b.least),
    product(a.least, b.most),
    product(a.most, b.least),
    product(a.most, b.most),
  ];
  return exactly(Math.min(...corners), Math.max(...corners));
}

/** Nothing of anything is nothing. */
function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}
