import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Choice, chooseInOrder } from '../../src/explain/choices.ts';

/** Every way to take one choice of each group. */
function everyChoice(groups: readonly (readonly Choice[])[]): readonly (readonly Choice[])[] {
  return groups.reduce<readonly (readonly Choice[])[]>(
    (all, choices) => all.flatMap((chosen) => choices.map((choice) => [...chosen, choice])),
    [[]],
  );
}

const sum = (chosen: readonly Choice[], of: keyof Choice): number =>
  chosen.reduce((all, choice) => all + choice[of], 0);

const choice = fc.record({ cost: fc.nat(9), gain: fc.integer({ min: -5, max: 12 }) });
const groups = fc.array(fc.array(choice, { maxLength: 4 }), { maxLength: 4 });

describe('what gains enough together', () => {
  it('is listed cheapest first, all of it and nothing else', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: -10, max: 30 }), (all, enough) => {
        const listed: (readonly Choice[])[] = [];
        const costs: number[] = [];
        const end = chooseInOrder(all, enough, (chosen, cost) => {
          listed.push(chosen);
          costs.push(cost);
          return false;
        });
        const wanted = everyChoice(all).filter((chosen) => sum(chosen, 'gain') >= enough);
        expect(costs).toEqual(listed.map((chosen) => sum(chosen, 'cost')));
        expect(costs).toEqual(costs.toSorted((a, b) => a - b));
        expect(listed.every((chosen) => chosen.every((own, group) => all[group]?.includes(own) === true))).toBe(true);
        // What costs more than the first round looked at is left, and that is said.
        const cheap = wanted.filter((chosen) => sum(chosen, 'cost') <= (end === 'all' ? Infinity : (costs[0] ?? 0)));
        expect(listed.filter((chosen) => cheap.some((own) => same(own, chosen))).length).toBe(cheap.length);
        expect(listed.length).toBeLessThanOrEqual(wanted.length);
      }),
    );
  });

  it('ends where whoever looks has seen enough', () => {
    let looked = 0;
    const end = chooseInOrder(
      [
        [
          { cost: 1, gain: 1 },
          { cost: 2, gain: 2 },
        ],
      ],
      0,
      () => (looked += 1) === 1,
    );
    expect([end, looked]).toEqual(['stopped', 1]);
  });
});

function same(one: readonly Choice[], other: readonly Choice[]): boolean {
  return one.every((own, at) => own === other[at]);
}

test.each<[what: string, groups: readonly (readonly Choice[])[], enough: number]>([
  ['costs beyond those that are looked at', [[{ cost: 1_000_000, gain: 1 }]], 1],
  [
    'costs and choices that fill too large a table',
    [Array.from({ length: 20_000 }, (_, at) => ({ cost: at, gain: at }))],
    19_000,
  ],
  [
    'more that cost the same than can be looked at',
    Array.from({ length: 20 }, () => [
      { cost: 1, gain: 1 },
      { cost: 1, gain: 1 },
    ]),
    0,
  ],
])('%s are too much', (_, all, enough) => {
  expect(chooseInOrder(all, enough, () => false)).toBe('too-much');
});

it('of a group without a choice there is nothing to list', () => {
  expect(chooseInOrder([[{ cost: 0, gain: 5 }], []], 0, () => true)).toBe('all');
});
