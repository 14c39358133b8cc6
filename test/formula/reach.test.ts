import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NumberColumn } from '../../src/formula/index.ts';
import { reachStep } from '../../src/formula/reach.ts';

/** Few values, so that sums often meet their bound. */
const cell = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constant(Number.NaN));

function column(values: readonly number[]): NumberColumn {
  return { kind: 'number', scale: 0, values: Float64Array.from(values), large: new Map() };
}

/** The first rows whose bits are set. */
function rowsIn(plane: Int32Array, rows: number): readonly number[] {
  return Array.from({ length: rows }, (_, row) => row).filter((row) => ((plane[row >>> 5] ?? 0) >>> (row & 31)) & 1);
}

interface Drawn {
  readonly from: number;
  readonly rows: number;
  readonly bounds: readonly number[];
  readonly terms: readonly { readonly factor: number; readonly columns: readonly NumberColumn[] }[];
}

function expectReached({ from, rows, bounds, terms }: Drawn): void {
  const cuts = bounds.map((bound) => ({ bound, out: new Int32Array(Math.ceil(rows / 32)) }));
  reachStep(terms, cuts)(from, rows);
  const sumOf = (row: number): number =>
    terms.reduce(
      (sum, { factor, columns }) =>
        sum + columns.reduce((product, { values }) => product * (values[from + row] ?? Number.NaN), factor),
      0,
    );
  for (const { bound, out } of cuts)
    expect(rowsIn(out, rows)).toEqual(
      Array.from({ length: rows }, (_, row) => row).filter((row) => sumOf(row) >= bound),
    );
}

/** Whole words of rows and a rest, after some rows that are not looked at. */
function drawn(terms: number, columns: number): fc.Arbitrary<Drawn> {
  return fc.record({ from: fc.constantFrom(0, 3, 32), rows: fc.integer({ min: 1, max: 100 }) }).chain((place) => {
    const values = fc
      .array(cell, { minLength: place.from + place.rows, maxLength: place.from + place.rows })
      .map(column);
    return fc.record({
      from: fc.constant(place.from),
      rows: fc.constant(place.rows),
      bounds: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 3 }),
      terms: fc.array(
        fc.record({
          factor: fc.constantFrom(1, -1, 3, 10),
          columns: fc.array(values, { minLength: 1, maxLength: columns }),
        }),
        { minLength: terms, maxLength: terms },
      ),
    });
  });
}

test.each([1, 2, 3, 4, 5])('the rows in which a sum of %s columns reaches a bound', (terms) => {
  fc.assert(fc.property(drawn(terms, 1), expectReached), { numRuns: 150, seed: terms });
});

test.each([1, 2, 4])('the rows in which a sum of %s products reaches a bound', (terms) => {
  fc.assert(fc.property(drawn(terms, 2), expectReached), { numRuns: 100, seed: 10 + terms });
});

test('a sum of one column as it is', () => {
  const rows = 64;
  const values = column(Array.from({ length: rows }, (_, row) => (row === 40 ? Number.NaN : row % 7)));
  expectReached({ from: 0, rows, bounds: [0, 3, 7], terms: [{ factor: 1, columns: [values] }] });
});
