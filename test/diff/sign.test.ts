import { describe, expect, test } from 'vitest';
import { BOTH, DOWN, join, joinAll, opposite, type Sign, signOf, STILL, times, UP } from '../../src/diff/sign.ts';

describe('two ways', () => {
  test.each<readonly [Sign, Sign, Sign, Sign]>([
    [STILL, STILL, STILL, STILL],
    [STILL, UP, UP, STILL],
    [STILL, DOWN, DOWN, STILL],
    [STILL, BOTH, BOTH, STILL],
    [UP, UP, UP, UP],
    [UP, DOWN, BOTH, DOWN],
    [UP, BOTH, BOTH, BOTH],
    [DOWN, DOWN, DOWN, UP],
    [DOWN, BOTH, BOTH, BOTH],
    [BOTH, BOTH, BOTH, BOTH],
  ])('%i and %i join to %i and multiply to %i', (a, b, either, product) => {
    expect([join(a, b), join(b, a)]).toEqual([either, either]);
    expect([times(a, b), times(b, a)]).toEqual([product, product]);
  });

  test.each<readonly [readonly Sign[], Sign]>([
    [[], STILL],
    [[UP], UP],
    [[STILL, DOWN, DOWN], DOWN],
    [[UP, STILL, DOWN], BOTH],
  ])('all of %j join to %i', (signs, all) => {
    expect(joinAll(signs)).toBe(all);
  });

  test('what comes after is more, less or the same', () => {
    expect([3, -3, 0].map((order) => signOf(order))).toEqual([UP, DOWN, STILL]);
  });

  test('the opposite of what goes both ways, or not at all, is the same', () => {
    expect([STILL, UP, DOWN, BOTH].map((sign) => opposite(sign))).toEqual([STILL, DOWN, UP, BOTH]);
  });
});
