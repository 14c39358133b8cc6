import { expect, test } from 'vitest';
import { MISSING, type NumberColumn } from '../../src/formula/index.ts';
import { hasGaps, rangeOf } from '../../src/formula/ranges.ts';

const numbers = (...values: readonly number[]): NumberColumn => ({
  kind: 'number',
  scale: 0,
  values: Float64Array.from(values),
  large: new Map(),
});

test.each<[string, NumberColumn, ReturnType<typeof rangeOf>]>([
  ['its cells', numbers(4, -2, 7), { least: -2, most: 7, hasMissing: false }],
  ['the cells that are there', numbers(Number.NaN, 3), { least: 3, most: 3, hasMissing: true }],
  [
    'cells beyond what doubles hold',
    numbers(1, Number.POSITIVE_INFINITY),
    { least: 1, most: Infinity, hasMissing: false },
  ],
  ['nothing, where all are missing', numbers(Number.NaN), { least: 0, most: 0, hasMissing: true }],
  ['nothing, where there are none', numbers(), { least: 0, most: 0, hasMissing: false }],
])('the range of a column: %s', (_, column, expected) => {
  expect(rangeOf(column)).toEqual(expected);
  // Asked again it is the same: a column never changes.
  expect(rangeOf(column)).toBe(rangeOf(column));
});

test.each<[string, boolean, Parameters<typeof hasGaps>[0]]>([
  ['a boolean that is known everywhere', false, { kind: 'boolean', values: Uint8Array.of(0, 1, 1) }],
  ['a boolean that is missing', true, { kind: 'boolean', values: Uint8Array.of(1, MISSING) }],
  ['a choice that is known everywhere', false, { kind: 'choice', ids: ['a', 'b', 'c'], values: Uint8Array.of(0, 2) }],
  ['a choice that is missing', true, { kind: 'choice', ids: ['a'], values: Uint8Array.of(MISSING, 0) }],
])('%s', (_, expected, column) => {
  expect(hasGaps(column)).toBe(expected);
  expect(hasGaps(column)).toBe(expected);
});
