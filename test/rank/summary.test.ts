import { describe, expect, it } from 'vitest';
import { summarise } from '../../src/rank/index.ts';
import { assessed, smallSet } from './small-set.ts';

type Units = Parameters<typeof assessed>[1];

const GOOD = { a: 10, b: 10 };
const FAIR = { a: 10 };
const POOR = { a: 1 };
/** Good or fair, both of which certify. */
const UPPER = { a: 10, b: null };
/** Fair, which certifies, or poor. */
const LOWER = { a: 1, b: null };

describe('the totals', () => {
  it.each([
    [
      'of decided classes',
      [GOOD, FAIR, FAIR, POOR],
      { units: 4, certified: 3, maybeCertified: 0, undetermined: 0 },
      [1, 2, 1],
    ],
    [
      'of open classes, one of which is certified in any case',
      [UPPER, LOWER, POOR],
      { units: 3, certified: 1, maybeCertified: 1, undetermined: 2 },
      [0, 0, 1],
    ],
  ] satisfies readonly (readonly [string, Units, object, readonly number[]])[])('%s', (_, units, totals, classes) => {
    const found = summarise(assessed(smallSet(), units));
    expect(found).toMatchObject({ ...totals, targets: [], registered: null });
    expect([...found.classes]).toEqual(['good', 'fair', 'poor'].map((id, place) => [id, classes[place]]));
  });

  it('are those of some rows where they are named', () => {
    const found = summarise(assessed(smallSet(), [GOOD, FAIR, POOR]), [0, 2]);
    expect([found.units, found.certified, [...found.classes.values()]]).toEqual([2, 1, [1, 0, 1]]);
    expect(summarise(assessed(smallSet(), [GOOD]), []).units).toBe(0);
  });

  it.each<[string, readonly number[] | undefined, number]>([
    ['a row that comes twice', [0, 0], 0],
    ['a row that is not there', [2], 0],
    ['fewer than no units missing', undefined, -5],
    ['parts of units missing', undefined, 1.5],
    ['nobody knows how many units missing', [0], Number.NaN],
  ])('are not counted of %s', (_, rows, missing) => {
    expect(() => summarise(assessed(smallSet(), [GOOD, FAIR]), rows, missing)).toThrow(RangeError);
  });
});

describe('a target', () => {
  it('is one of the units of a period: not of several together, nor of none', () => {
    const set = smallSet({ targets: '[{ until: 2030, share: certified, at_least: 50% }]' });
    const units = assessed(set, [
      { ...GOOD, period: '2025' },
      { ...POOR, period: '2025' },
      { ...GOOD, period: '2026' },
    ]);
    const neededOf = (rows?: readonly number[]) => summarise(units, rows).targets.map(({ needed }) => needed);
    expect([neededOf(), neededOf([0, 1]), neededOf([2]), neededOf([])]).toEqual([[], [1], [1], []]);
  });

  const progressOf = (share: string, units: Units) => {
    const set = smallSet({ targets: `[{ until: 2030, share: certified, at_least: ${share} }]` });
    const { needed, stillNeededAtLeast, stillNeeded, met } = summarise(assessed(set, units)).targets[0] ?? {};
    return [needed, stillNeededAtLeast, stillNeeded, met];
  };

  it.each([
    ['is met by just enough', '50%', [GOOD, POOR], [1, 0, 0, true]],
    ['is met by more', '50%', [GOOD, GOOD, POOR], [2, 0, 0, true]],
    ['is met by far more', '10%', [GOOD, GOOD], [1, 0, 0, true]],
    ['asks for whole units', '50%', [GOOD, POOR, POOR], [2, 1, 1, false]],
    ['asks for no more than whole units', '66.6%', [GOOD, GOOD, POOR], [2, 0, 0, true]],
    ['asks for one more where the share is a little above', '66.7%', [GOOD, GOOD, POOR], [3, 1, 1, false]],
    ['is open while a missing figure decides', '50%', [LOWER, POOR], [1, 0, 1, null]],
    ['is open while one of several decides', '75%', [GOOD, LOWER, LOWER, POOR], [3, 0, 2, null]],
    ['is missed whatever the figures are', '90%', [GOOD, LOWER, POOR], [3, 1, 2, false]],
    ['is met whatever the figures are', '50%', [GOOD, LOWER], [1, 0, 0, true]],
  ] satisfies readonly (readonly [string, string, Units, readonly unknown[]])[])('%s', (_, share, units, expected) => {
    expect(progressOf(share, units)).toEqual(expected);
  });
});
