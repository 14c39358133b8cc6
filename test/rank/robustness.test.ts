import { describe, expect, it } from 'vitest';
import { rank, robustness, type Robustness, type SamplingRule } from '../../src/rank/index.ts';
import { assessed, pointsOf, smallSet } from './small-set.ts';

type Units = Parameters<typeof assessed>[1];

const set = smallSet({ rank: '[{ by: score, order: high }]' });

function found(units: Units, rule?: SamplingRule): Robustness {
  const all = assessed(set, units);
  const answer = robustness(all, rank(all), rule);
  if (answer === null) throw new Error('the set has points');
  return answer;
}

/** 10, 9, 8 and 7 points, each of the first three from a criterion of its own. */
const UNITS: Units = [{ a: 10 }, { b: 9 }, { c: 8 }, { a: 1, b: 3, c: 3 }];

describe('without one criterion', () => {
  const none = { samples: 0, seed: 1, percent: 0 };

  it('every one is left out in turn', () => {
    expect(found(UNITS, none).leftOut).toEqual(['A', 'B', 'C']);
  });

  it.each([
    // Without A: 9, 8, 6 and 0 points to the second, third, fourth and first; and so on.
    ['a unit falls to the end', 0, { from: 1, to: 4, first: null, last: 'A', robust: false }],
    ['a unit goes up by one and down by two', 1, { from: 1, to: 4, first: 'A', last: 'B', robust: false }],
    ['a unit moves by one, first by the first of two', 2, { from: 2, to: 4, first: 'A', last: 'C', robust: true }],
    ['a unit only goes up', 3, { from: 3, to: 4, first: 'A', last: null, robust: true }],
  ])('%s', (_, row, expected) => {
    expect(found(UNITS, none).of(row).leaveOneOut).toEqual(expected);
  });

  it('a unit that goes up by more than is allowed has no robust place', () => {
    const last = found([{ b: 9 }, { b: 8 }, { b: 7 }, { a: 3, c: 3 }], none).of(3);
    expect(last.leaveOneOut).toEqual({ from: 1, to: 4, first: 'B', last: null, robust: false });
  });

  it.each([
    ['one', pointsOf(['A'])],
    [
      'one part of one group',
      `criteria:
  G:
    title: { vi: T, en: T }
    points: 10
    parts:
      G.1: { title: { vi: T, en: T }, points: 10, on: a, scale: [[0, 0], [10, 10]] }
score: { model: points, of: 10 }
`,
    ],
  ])('nothing is left of a set with %s', (_, criteria) => {
    const one = smallSet({ rank: '[{ by: score, order: high }]', criteria });
    const all = assessed(one, [{ a: 1 }, { a: 2 }]);
    expect(robustness(all, rank(all), { samples: 1, seed: 1, percent: 0 })?.leftOut).toEqual([]);
  });
});

describe('other weights', () => {
  it('are drawn two hundred times by ten percent unless told otherwise', () => {
    const { rule, of } = found([{ a: 10, b: 10 }, { a: 1 }]);
    expect(rule).toEqual({ samples: 200, seed: 20_240_613, percent: 10 });
    expect(of(0).weights).toEqual({ from: 1, to: 1, kept: 200, robust: true });
  });

  it('are the same again from the same seed, and others from another', () => {
    const keptFrom = (seed: number) => found(UNITS, { samples: 40, seed, percent: 20 }).of(0).weights.kept;
    expect([keptFrom(3), keptFrom(3), keptFrom(4)]).toEqual([27, 27, 28]);
  });

  it.each([
    // 10 against 9 points: at 10 %, 9 × 1.1 is more than 10 × 0.9; at 5 %, 9 × 1.05 is less than 10 × 0.95.
    [10, 2],
    [5, 1],
  ])('by up to %s percent: the first of two stands at %s at worst', (percent, to) => {
    const { from, to: last } = found([{ a: 10 }, { b: 9 }], { samples: 300, seed: 5, percent }).of(0).weights;
    expect([from, last]).toEqual([1, to]);
  });

  it('move a place by more than is allowed, up as well as down', () => {
    const down = found([{ a: 10 }, { b: 9 }, { b: 9 }], { samples: 200, seed: 5, percent: 50 });
    expect(down.of(0).weights).toMatchObject({ from: 1, to: 3, robust: false });
    expect(down.of(1).weights).toMatchObject({ from: 1, to: 2, robust: true });
    const up = found([{ a: 9 }, { a: 9 }, { b: 8 }], { samples: 200, seed: 5, percent: 50 });
    expect(up.of(2).weights).toMatchObject({ from: 1, to: 3, robust: false });
  });

  it('are none where all are drawn as nothing', () => {
    const one = smallSet({ rank: '[{ by: score, order: high }]', criteria: pointsOf(['A']) });
    const all = assessed(one, [{ a: 1 }, { a: 2 }]);
    // A factor of 0 comes once in 201 draws: that draw ranks nobody.
    const { kept } = robustness(all, rank(all), { samples: 1000, seed: 1, percent: 100 })?.of(0).weights ?? {};
    expect(kept).toBeGreaterThan(900);
    expect(kept).toBeLessThan(1000);
  });

  it('leave the interval of an open place where no weight is changed', () => {
    const of = found([{ a: 5, b: null }, { a: 8 }, { a: 4 }], { samples: 2, seed: 1, percent: 0 });
    expect([0, 1, 2].map((row) => of.of(row).weights)).toEqual([
      { from: 1, to: 2, kept: 2, robust: true },
      { from: 1, to: 2, kept: 2, robust: true },
      { from: 3, to: 3, kept: 2, robust: true },
    ]);
  });
});

it('is nothing where criteria have no points', () => {
  const counted = smallSet({
    criteria: 'criteria: { A: { title: { vi: T, en: T }, test: a == 0 } }\nscore: { model: count, of: [A] }\n',
    classes: '\n  good: { label: { vi: T, en: G }, certifies: true, when: A }\n',
  });
  const all = assessed(counted, [{ a: 0 }, { a: 1 }]);
  expect(robustness(all, rank(all))).toBeNull();
});

it('a place is kept where both its ends are', () => {
  // 8 to 18 points; what `b` counts changes whom it can pass, or who can pass it.
  const of = found([{ a: 8, b: null }, { b: 9 }, { a: 10, c: 7 }], { samples: 60, seed: 2, percent: 40 });
  expect([0, 1, 2].map((row) => of.of(row).weights.kept)).toEqual([28, 34, 32]);
});

describe('a unit may move', () => {
  it.each([
    [1, 1],
    [20, 1],
    [21, 2],
    [40, 2],
    [41, 3],
  ])('among %s by %s places', (units, places) => {
    const { allowance } = found(
      Array.from({ length: units }, (_, place) => ({ a: place % 10 })),
      { samples: 0, seed: 1, percent: 0 },
    );
    expect(allowance(0)).toBe(places);
  });

  it('only where it is there', () => {
    const of = found([{ a: 1 }], { samples: 0, seed: 1, percent: 0 });
    expect(() => of.allowance(7)).toThrow(RangeError);
    expect(() => of.of(7)).toThrow(RangeError);
  });
});

it.each([
  { samples: -1, seed: 1, percent: 10 },
  { samples: 1.5, seed: 1, percent: 10 },
  { samples: 100_001, seed: 1, percent: 10 },
  { samples: 1e9, seed: 1, percent: 10 },
  { samples: 1, seed: 0, percent: 10 },
  { samples: 1, seed: 1, percent: 0.5 },
  { samples: 1, seed: 1, percent: -1 },
  { samples: 1, seed: 1, percent: 101 },
])('nothing can be drawn by %j', (rule) => {
  expect(() => found(UNITS, rule)).toThrow(RangeError);
  expect(() => found(UNITS, rule)).toThrow(/^no /u);
});
