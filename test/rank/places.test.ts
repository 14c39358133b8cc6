import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { parseCriteria } from '../../src/criteria/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { rank } from '../../src/rank/index.ts';
import { piecesOf } from '../../src/rank/pieces.ts';
import { type KeyPieces, place } from '../../src/rank/places.ts';

/** The places of rows with keys at best and worst, counted one by one. */
function counted(ranges: readonly (readonly (readonly [best: number, worst: number])[])[]): readonly number[][] {
  const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
    const key = a.findIndex((value, index) => value !== b[index]);
    return key >= 0 && (a[key] ?? 0) < (b[key] ?? 0);
  };
  const [best, worst] = [0, 1].map((side) => ranges.map((keys) => keys.map((range) => range[side] ?? 0)));
  return ranges.map((_, row) => [
    1 + (worst ?? []).filter((other, index) => index !== row && isBefore(other, best?.[row] ?? [])).length,
    1 + (best ?? []).filter((other, index) => index !== row && isBefore(other, worst?.[row] ?? [])).length,
  ]);
}

describe('places', () => {
  test('count who is surely better, and who may be', () => {
    const value = fc.constantFrom(Number.NEGATIVE_INFINITY, 0, 1, 2, Number.POSITIVE_INFINITY);
    const closed = fc.integer({ min: 0, max: 2 }).map((own) => [own, own] as const);
    const open = fc.tuple(value, value).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const key = fc.oneof({ weight: 4, arbitrary: closed }, { weight: 1, arbitrary: open });
    const rows = fc.array(fc.tuple(key, key), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(rows, (ranges) => {
        const column = (index: number): KeyPieces => ({
          best: piecesOf(Float64Array.from(ranges, (keys) => keys[index]?.[0] ?? 0)),
          worst: piecesOf(Float64Array.from(ranges, (keys) => keys[index]?.[1] ?? 0)),
        });
        const places = { from: new Int32Array(ranges.length), to: new Int32Array(ranges.length) };
        place(Uint32Array.from(ranges.keys()), [column(0), column(1)], places);
        expect(ranges.map((_, row) => [places.from[row], places.to[row]])).toEqual(counted(ranges));
      }),
      { seed: 28, numRuns: 500 },
    );
  });
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
