import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ties } from '../../src/criteria/index.ts';
import { rank, type Ranking, robustness } from '../../src/rank/index.ts';
import { choices, type Interval, reached } from './fillings.ts';
import { assessed, smallSet } from './small-set.ts';

type Units = Parameters<typeof assessed>[1];

function intervals({ from, to }: Ranking): readonly Interval[] {
  return [...from].map((first, row) => [first, to[row] ?? 0]);
}

/** The place of every unit, or the first and the last it can take. */
function places(keys: string, ties: Ties, units: Units): readonly string[] {
  const ranking = rank(assessed(smallSet({ rank: keys, ties }), units));
  return intervals(ranking).map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
}

describe('units that are equal on all keys', () => {
  const units = [{ a: 2 }, { a: 1 }, { a: 0 }, { a: 1 }, { a: 2 }];

  it.each([
    ['competition', ['4', '2', '1', '2', '4']],
    ['dense', ['3', '2', '1', '2', '3']],
    ['ordinal', ['4', '2', '1', '3', '5']],
  ] satisfies readonly (readonly [Ties, readonly string[]])[])('%s: %j', (ties, expected) => {
    expect(places('[{ by: a, order: low }]', ties, units)).toEqual(expected);
  });

  it('are told apart by codes character by character, not by what they amount to', () => {
    expect(places('[{ by: a }]', 'ordinal', [{ code: '9' }, { code: '10' }, { code: '08' }, { code: '1' }])).toEqual([
      '4',
      '3',
      '1',
      '2',
    ]);
  });

  it('are all units where nothing orders them', () => {
    expect(places('[]', 'ordinal', [{ a: 2 }, { a: 1 }, { a: 3 }])).toEqual(['1', '2', '3']);
    expect(places('[]', 'dense', [{ a: 2 }, { a: 1 }, { a: 3 }])).toEqual(['1', '1', '1']);
  });

  it('are told apart in each period and each part of their own', () => {
    const all = assessed(smallSet({ rank: '[{ by: a }]', ties: 'ordinal' }), [
      { code: '2', period: '2024' },
      { code: '1', period: '2024' },
      { code: '1', period: '2025' },
      { code: '0', period: '2025', a: 1 },
    ]);
    expect(intervals(rank(all)).map(([first]) => first)).toEqual([2, 1, 1, 2]);
    expect(
      intervals(
        rank(all, [
          [0, 3],
          [1, 2],
        ]),
      ).map(([first]) => first),
    ).toEqual([1, 1, 1, 2]);
  });
});

describe('missing figures leave open', () => {
  const low = '[{ by: a, order: low }]';

  it.each([
    // One of 1, 2 and 3, or a level of its own between them.
    [
      'whether there is one level more',
      low,
      'dense',
      [{ a: 1 }, { a: 2 }, { a: 3 }, { a: null }],
      ['1–2', '2–3', '3–4', '1–4'],
    ],
    // All three may be level.
    [
      'how many levels there are of units without figures',
      low,
      'dense',
      [{ a: null }, { a: null }, { a: null }],
      ['1–3', '1–3', '1–3'],
    ],
    [
      'no level more in front of the best there can be',
      low,
      'dense',
      [{ a: 0 }, { a: null }, { a: null }],
      ['1', '1–3', '1–3'],
    ],
    [
      // 5 to 15 points and 12 to 22 can be level at 15, and with the known 13: one level in front of 4 points at the least.
      'that open units are level with each other',
      '[{ by: score, order: high }]',
      'dense',
      [{ a: 5, b: null }, { a: 10, b: null, c: 2 }, { a: 10, b: 3 }, { a: 4 }],
      ['1–3', '1–3', '1–3', '2–4'],
    ],
    // All are fair or poor.
    [
      'no more levels than there are classes',
      '[{ by: class }]',
      'dense',
      [{ a: null }, { b: null }, { c: null }, { a: 1 }],
      ['1–2', '1–2', '1–2', '1–2'],
    ],
    [
      'who comes first of units that may be level, by code',
      low,
      'ordinal',
      [{ a: 0 }, { a: null }, { a: 0 }],
      ['1', '2–3', '2–3'],
    ],
    [
      'nothing that codes tell',
      low,
      'ordinal',
      [
        { a: null, code: '3' },
        { a: 0, code: '1' },
        { a: 0, code: '2' },
      ],
      ['3', '1', '2'],
    ],
  ] satisfies readonly (readonly [string, string, Ties, Units, readonly string[]])[])(
    '%s',
    (_, keys, ties, units, expected) => {
      expect(places(keys, ties, units)).toEqual(expected);
    },
  );
});

describe.each(['competition', 'dense', 'ordinal'] as const)('%s places of units with missing figures', (ties) => {
  const count = (id: string): string => `  ${id}: { label: { vi: ${id}, en: ${id} }, type: count, max: 3 }\n`;
  const cell = fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.constant(null) });
  const unit = fc.record({ e: cell, f: cell });
  const keys = fc.constantFrom(
    '[{ by: class, best: [good, fair, poor] }]',
    '[{ by: class, best: [poor, good, fair] }, { by: score, order: high }]',
    '[{ by: e, order: high }, { by: f, order: low }]',
    '[{ by: part, order: low }, { by: class }]',
  );
  const criteria = `criteria:
  E: { title: { vi: T, en: T }, points: 30, on: e, scale: [[0, 0], [3, 30]] }
  F: { title: { vi: T, en: T }, points: 30, applies_when: e > 0, not_applicable: exclude, on: f, scale: [[0, 0], [3, 30]] }
score: { model: points, of: 60 }
`;
  const setOf = (rankKeys: string) =>
    smallSet({
      criteria,
      rank: rankKeys,
      ties,
      indicators: count('e') + count('f'),
      measures: '  part: { label: { vi: S, en: S }, formula: e / f }\n',
    });

  it('are all that figures in their place would give', () => {
    const units = fc.array(unit, { minLength: 1, maxLength: 6 }).filter((all) => openCells(all) <= 3);
    fc.assert(
      fc.property(keys, units, (rankKeys, given) => {
        const set = setOf(rankKeys);
        const found = intervals(rank(assessed(set, given)));
        const filled = [...fillings(given)].map((whole) => [...rank(assessed(set, whole)).from]);
        for (const [row, [first, last]] of reached(filled).entries()) {
          expect(found[row]?.[0]).toBeLessThanOrEqual(first);
          expect(found[row]?.[1]).toBeGreaterThanOrEqual(last);
          if (openCells(given) === 0) expect(found[row]).toEqual([first, last]);
        }
      }),
      { seed: 12, numRuns: 40 },
    );
  });
});

type Unit = Readonly<Record<'e' | 'f', number | null>>;

function openCells(units: readonly Unit[]): number {
  return units.flatMap(({ e, f }) => [e, f]).filter((figure) => figure === null).length;
}

/** The units with every figure that may stand in the place of a missing one. */
function* fillings(units: readonly Unit[]): Generator<readonly Unit[]> {
  const cells = units.flatMap(({ e, f }) => [e, f]).map((figure) => (figure === null ? [0, 1, 2, 3] : [figure]));
  for (const figures of choices(cells))
    yield units.map((_, row) => ({ e: figures[2 * row] ?? null, f: figures[2 * row + 1] ?? null }));
}

it('other weights rank by the same method', () => {
  const units = assessed(smallSet({ rank: '[{ by: score, order: high }]', ties: 'dense' }), [
    { a: 9 },
    { a: 5 },
    { a: 5 },
    { a: 1 },
  ]);
  const found = robustness(units, rank(units), { samples: 5, seed: 3, percent: 10 });
  expect(found?.of(3).weights).toEqual({ from: 3, to: 3, kept: 5, robust: true });
});
