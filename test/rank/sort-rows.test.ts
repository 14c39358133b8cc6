import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, figureAt, type Piece, piecesOf } from '../../src/rank/pieces.ts';
import { sortRows } from '../../src/rank/sort-rows.ts';

test('rows are sorted as a list of them would be, those that are level as they stood', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 200 }), (keys) => {
      const compare = (a: number, b: number): number => (keys[a] ?? 0) - (keys[b] ?? 0);
      const rows = Uint32Array.from(keys.keys()).toReversed();
      const expected = [...rows].toSorted(compare);
      sortRows(rows, compare);
      expect([...rows]).toEqual(expected);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('rows that are in order are looked at once', () => {
  let compared = 0;
  sortRows(
    Uint32Array.from({ length: 8 }, (_, row) => row),
    (a, b) => {
      compared += 1;
      return a - b;
    },
  );
  expect(compared).toBe(7);
});

test('a column that grows holds the figures that it was given, in whatever parts', () => {
  const figures = Float64Array.from({ length: 100_000 }, (_, row) => row * 3 + 1);
  for (const size of [1, 7919, 32_768, 40_000, 100_000]) {
    const pieces: Piece[] = [];
    const given = size === 1 ? figures.subarray(0, 40_000) : figures;
    for (let from = 0; from < given.length; from += size) append(pieces, from, given.subarray(from, from + size));
    expect(Array.from(given, (_, row) => figureAt(pieces, row))).toEqual([...given]);
  }
});

test('the pieces of a column share its memory', () => {
  const column = Float64Array.from({ length: 70_000 }, (_, row) => -row);
  const pieces = piecesOf(column);
  column[69_999] = 5;
  expect([0, 32_767, 32_768, 65_536, 69_999].map((row) => figureAt(pieces, row))).toEqual([
    -0, -32_767, -32_768, -65_536, 5,
  ]);
  expect(pieces).toHaveLength(3);
});
