import { describe, expect, it } from 'vitest';
import { seededDraws } from '../../src/rank/draws.ts';

describe('seeded draws', () => {
  it('are those of xorshift32 from 1, counted from 0', () => {
    const draw = seededDraws(1);
    expect(Array.from({ length: 4 }, () => draw(2 ** 32 - 1))).toEqual([
      270_368, 67_634_688, 2_647_435_460, 307_599_694,
    ]);
  });

  it.each([
    ['above the last whole multiple', 2 ** 31, [270_368, 67_634_688, 307_599_694]],
    ['equal to it', 2_647_435_460, [270_368, 67_634_688, 307_599_694]],
    ['that is the last below it', 2_647_435_461, [270_368, 67_634_688, 2_647_435_460]],
  ])('of a number %s of the limit', (_, limit, expected) => {
    const draw = seededDraws(1);
    expect(expected.map(() => draw(limit))).toEqual(expected);
  });

  it('start from the greatest seed', () => {
    expect(seededDraws(2 ** 32 - 1)(10)).toBeLessThan(10);
  });

  it('favour no value', () => {
    const draw = seededDraws(7);
    const times = new Map<number, number>();
    for (let drawn = 0; drawn < 21_000; drawn += 1) {
      const value = draw(21);
      times.set(value, (times.get(value) ?? 0) + 1);
    }
    expect([...times.keys()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, value) => value));
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it.each([0, -1, 1.5, 2 ** 32])('do not start from %s', (seed) => {
    expect(() => seededDraws(seed)).toThrow(RangeError);
  });
});
