import { expect, test } from 'vitest';
import { idAt, numberOf, numbersOf } from '../../src/criteria/index.ts';

const classes = new Map([
  ['clean', 'a'],
  ['key', 'b'],
]);

test('ids have the numbers of their places', () => {
  expect([...numbersOf(classes)]).toEqual([
    ['clean', 0],
    ['key', 1],
  ]);
  expect(['clean', 'key', 'other'].map((id) => numberOf(classes, id))).toEqual([0, 1, -1]);
  expect([0, 1, 2, -1].map((number) => idAt(classes, number))).toEqual(['clean', 'key', null, null]);
});

test('the numbers of one map are found once', () => {
  expect(numbersOf(classes)).toBe(numbersOf(classes));
});
