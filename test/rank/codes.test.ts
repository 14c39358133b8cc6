import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeColumns } from '../../src/rank/codes.ts';

const CODES = fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 8 });

test('codes stand in their own order, by code units, and equal codes are level', () => {
  fc.assert(
    fc.property(CODES, (codes) => {
      const columns = codeColumns(codes);
      const compare = (a: number, b: number): number =>
        columns.map((column) => (column[a] ?? 0) - (column[b] ?? 0)).find((apart) => apart !== 0) ?? 0;
      for (const [a, one] of codes.entries())
        for (const [b, other] of codes.entries())
          expect(Math.sign(compare(a, b))).toBe(one < other ? -1 : one > other ? 1 : 0);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test.each([
  [[], 0],
  [['', ''], 0],
  [['007'], 1],
  [['1', '30577'], 2],
  [['\uFFFF\uFFFF\uFFFF', '\uFFFF\uFFFF\uFFFE'], 1],
] satisfies readonly (readonly [readonly string[], number])[])('%j take %i columns', (codes, expected) => {
  expect(codeColumns(codes)).toHaveLength(expected);
});
