import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { parseCriteria, type Ties } from '../../src/criteria/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { rank } from '../../src/rank/index.ts';
import { piecesOf } from '../../src/rank/pieces.ts';
import { place } from '../../src/rank/places.ts';
import type { KeyPieces } from '../../src/rank/sides.ts';
import { choices, type Interval, isBefore, placesOf, reached } from './fillings.ts';

/** Where a row stands on one key, at best and at worst. */
type Range = readonly [best: number, worst: number];

const METHODS = ['competition', 'dense', 'ordinal'] as const;

/** The places of rows by their ranges on each key; they are in the order of their codes. */
function placed(rows: readonly (readonly Range[])[], ties: Ties, isGraded = false): readonly Interval[] {
  const sideOf = (values: readonly number[]) => piecesOf(Float64Array.from(values));
  const keyOf = (ranges: readonly Range[]): KeyPieces => ({
    best: sideOf(ranges.map(([best]) => best)),
    worst: sideOf(ranges.map(([, worst]) => worst)),
    isGraded,
  });
  const own = (rows[0] ?? []).map((_, key) => keyOf(rows.map((ranges) => ranges[key] ?? [0, 0])));
  const codes = ties === 'ordinal' ? [keyOf(rows.map((_, code) => [code, code]))] : [];
  const [from, to] = [new Int32Array(rows.length), new Int32Array(rows.length)];
  place({ members: Uint32Array.from(rows.keys()), keys: [...own, ...codes], ties }, { from, to });
  return rows.map((_, row) => [from[row] ?? 0, to[row] ?? 0]);
}

/** The places that rows take when each takes every one of some vectors that lies between its best and its worst. */
function takenOf(
  vectors: readonly (readonly number[])[],
  rows: readonly (readonly Range[])[],
  ties: Ties,
): readonly Interval[] {
  const within = (ranges: readonly Range[]): readonly (readonly number[])[] => {
    const [best, worst] = [ranges.map((range) => range[0]), ranges.map((range) => range[1])];
    const inside = vectors.filter((vector) => !isBefore(vector, best) && !isBefore(worst, vector));
    return isBefore(best, worst) ? inside : [best];
  };
  return reached([...choices(rows.map(within))].map((chosen) => placesOf(chosen, ties)));
}

/** Rows of which no more than so many are open. */
function rowsOf(keys: number, closed: fc.Arbitrary<Range>, open: fc.Arbitrary<Range>, mostOpen: number) {
  const row = (range: fc.Arbitrary<Range>) => fc.array(range, { minLength: keys, maxLength: keys });
  return fc
    .tuple(
      fc.array(row(closed), { minLength: 1, maxLength: 5 }),
      fc.array(row(open), { maxLength: mostOpen }),
      fc.nat(),
    )
    .map(([known, unknown, turn]) => {
      const all = [...unknown, ...known];
      return [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
    });
}

const whole = (max: number): fc.Arbitrary<Range> => fc.nat(max).map((own) => [own, own]);

function between(...values: readonly number[]): fc.Arbitrary<Range> {
  return fc
    .tuple(fc.constantFrom(...values), fc.constantFrom(...values))
    .map(([a, b]): Range => [Math.min(a, b), Math.max(a, b)])
    .filter(([best, worst]) => best !== worst);
}

describe.each(METHODS)('places by %s', (ties) => {
  // Between two whole numbers, and beyond them, there is room for as many levels as there are open rows.
  const QUARTERS = Array.from({ length: 17 }, (_, step) => step / 4 - 1);

  test('are on one key all that some values give, and no others', () => {
    const open = between(Number.NEGATIVE_INFINITY, 0, 1, 2, Number.POSITIVE_INFINITY);
    const values = [...QUARTERS, Number.POSITIVE_INFINITY].map((value) => [value]);
    fc.assert(
      fc.property(rowsOf(1, whole(2), open, 3), (rows) => {
        expect(placed(rows, ties)).toEqual(takenOf(values, rows, ties));
      }),
      { seed: 28, numRuns: 150 },
    );
  });

  test('are on several keys all that lies between the best and the worst, and no others', () => {
    const open = fc.oneof(whole(2), between(0, 1, 2));
    const vectors = [...choices([[0, 1, 2], QUARTERS])];
    fc.assert(
      fc.property(rowsOf(2, whole(2), open, 2), (rows) => {
        expect(placed(rows, ties)).toEqual(takenOf(vectors, rows, ties));
      }),
      { seed: 29, numRuns: 150 },
    );
  });
});

test('dense places by grades alone leave out none, and are no more than there are grades', () => {
  fc.assert(
    fc.property(rowsOf(1, whole(3), between(0, 1, 2, 3), 4), (rows) => {
      for (const [row, [first, last]] of takenOf([[0], [1], [2], [3]], rows, 'dense').entries()) {
        const [from, to] = placed(rows, 'dense', true)[row] ?? [0, 0];
        expect(from).toBe(first);
        expect(to).toBeGreaterThanOrEqual(last);
        const best = Math.min(...rows.map(([range]) => range?.[0] ?? 0));
        expect(to).toBeLessThanOrEqual((rows[row]?.[0]?.[1] ?? 0) - best + 1);
      }
    }),
    { seed: 30, numRuns: 300 },
  );
});

const SET = parseCriteria(`
family: order
version: "1"
status: draft
title: { vi: Thứ tự, en: Order }
unit: commune
effective: { from: 2020-01-01 }
reviewed: 2024-01-01
period: { kind: year, from: 01-01, to: 12-31 }
sources: { s: { document: 1/2020, date: 2020-01-01, issuer: x, url: https://example.org } }
indicators:
  people: { label: { vi: Dân, en: People }, type: count, min: 1, measured: end }
  cases: { label: { vi: Vụ, en: Cases }, type: count, measured: end }
measures:
  rate: { label: { vi: Tỷ lệ, en: Rate }, formula: cases / people }
criteria:
  A: { title: { vi: Không, en: None }, cite: s, test: cases >= 0 }
classes:
  all: { label: { vi: Tất cả, en: All }, when: otherwise }
rank: [ { by: rate, order: low } ]
`);

describe('the order of rates', () => {
  test.each([
    [
      'small',
      [
        [1, 3],
        [1, 2],
        [2, 6],
        [3, 6],
      ],
      [1, 3, 1, 3],
    ],
    // The two rates are one double; so are numbers beyond 2^53 that differ by one.
    [
      'apart by less than a double shows',
      [
        [94906265, 94906266],
        [94906266, 94906267],
        [94906265, 94906266],
      ],
      [1, 3, 1],
    ],
    [
      'beyond what a double holds',
      [
        ['9007199254740993', 1],
        ['9007199254740992', 1],
        ['9007199254740993', 1],
      ],
      [2, 1, 2],
    ],
  ])('%s', (_, rows, expected) => {
    if (!SET.ok) throw new Error(JSON.stringify(SET.issues));
    const set = SET.value;
    const units = rows.map(([cases, people], row) => ({ code: `0000${row}`, cases, people }));
    const ranking = rank(compile(set).assess(datasetFromRows(units, set)));
    expect([...ranking.from]).toEqual(expected);
    expect([...ranking.to]).toEqual(expected);
  });
});
