import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeColumns } from '../../src/rank/codes.ts';

// Characters on either side of those that are plain, and any.
const CHARACTER = fc.oneof(
  fc.constantFrom('\0', '0', '9', '~', '\u007F', '\u0080', 'ă', '\uD83D', '\uFFFF'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const CODES = fc.array(fc.string({ unit: CHARACTER, maxLength: 16 }), { maxLength: 8 });

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
  [['1', '30577'], 1],
  [['1', '10-30-577'], 2],
  [['\uFFFF\uFFFF', '\uFFFF\uFFFE'], 2],
] satisfies readonly (readonly [readonly string[], number])[])('%j take %i columns', (codes, expected) => {
  expect(codeColumns(codes)).toHaveLength(expected);
});
