import { describe, expect, it } from 'vitest';
import { integer } from '../../src/number/index.ts';
import { rank, type Ranking, rowsByPeriod } from '../../src/rank/index.ts';
import { assessed, smallSet } from './small-set.ts';

type Units = Parameters<typeof assessed>[1];

/** The place of every unit, or the first and the last it can take. */
function placesIn({ from, to }: Ranking): readonly string[] {
  return [...from].map((first, row) => (first === to[row] ? String(first) : `${first}–${to[row] ?? ''}`));
}

const places = (keys: string, units: Units): readonly string[] =>
  placesIn(rank(assessed(smallSet({ rank: keys }), units)));

describe('the places of units', () => {
  it.each([
    ['without a key, shared by all', '[]', [{ a: 1 }, { a: 2 }], ['1', '1']],
    ['the lowest first', '[{ by: a, order: low }]', [{ a: 3 }, { a: 1 }, { a: 2 }], ['3', '1', '2']],
    ['the highest first', '[{ by: a, order: high }]', [{ a: 3 }, { a: 1 }, { a: 2 }], ['1', '3', '2']],
    [
      'equal on the key, then the next place left out',
      '[{ by: a, order: low }]',
      [{ a: 2 }, { a: 1 }, { a: 1 }, { a: 0 }],
      ['4', '2', '2', '1'],
    ],
    [
      'equal on the first key, told apart by the second',
      '[{ by: a, order: low }, { by: d, order: high }]',
      [
        { a: 1, d: 2 },
        { a: 1, d: 3 },
        { a: 0, d: 0 },
      ],
      ['3', '2', '1'],
    ],
    ['by points', '[{ by: score, order: high }]', [{ a: 9 }, { a: 5, b: 5 }, { a: 3, b: 3, c: 3 }], ['2', '1', '2']],
    ['by points, the fewest first', '[{ by: score, order: low }]', [{ a: 9 }, { b: 4 }], ['2', '1']],
    [
      'by a measure',
      '[{ by: ratio, order: low }]',
      [
        { a: 3, d: 1 },
        { a: 2, d: 1 },
        { a: 6, d: 2 },
      ],
      ['1', '3', '1'],
    ],
    [
      'by class, the best as the rank has it and not as classes are tried',
      '[{ by: class, best: [poor, good, fair] }]',
      [{ a: 10, b: 10 }, { a: 10 }, { a: 1 }],
      ['2', '3', '1'],
    ],
  ] satisfies readonly (readonly [string, string, Units, readonly string[]])[])('%s', (_, keys, units, expected) => {
    expect(places(keys, units)).toEqual(expected);
  });
});

describe('what has no value stands last', () => {
  it.each([
    ['the lowest first', '[{ by: ratio, order: low }]'],
    ['the highest first', '[{ by: ratio, order: high }]'],
  ])('%s: units divided by nothing share the last place', (_, keys) => {
    const units = [
      { a: 0, d: 1 },
      { a: 2, d: 2 },
      { a: 0, d: 0 },
      { a: 3, d: 3 },
    ];
    expect(places(keys, units)).toEqual(['3', '1', '3', '1']);
  });

  it('and is passed by what may yet have one', () => {
    const units = [
      { a: 0, d: 1 },
      { a: null, d: 1 },
      { a: 1, d: 1 },
    ];
    expect(places('[{ by: ratio, order: low }]', units)).toEqual(['2–3', '1–2', '1–2']);
  });

  it('a quotient that doubles do not tell apart from others', () => {
    const large = 2 ** 50;
    const units = [
      { a: 0, d: 1 },
      { a: large, d: large - 1 },
      { a: large - 1, d: large - 2 },
    ];
    expect(places('[{ by: ratio, order: low }]', units)).toEqual(['3', '2', '1']);
  });

  it('points, where nothing that earns any applies', () => {
    const criteria =
      '  A: { title: { vi: T, en: T }, points: 10, applies_when: d > 0, on: a, scale: [[0, 0], [10, 10]] }\n';
    const set = smallSet({
      criteria: `criteria:\n${criteria}score: { model: points, of: 10 }\n`,
      rank: '[{ by: score, order: low }]',
    });
    const units = assessed(set, [{ a: 5 }, { a: 9, d: 1 }, { a: 3, d: 1 }, { d: 0, a: null }]);
    expect(units.score(0)).toBeNull();
    expect(placesIn(rank(units))).toEqual(['3', '2', '1', '3']);
    // Nine points or none: it is passed by all, or is level with the second.
    const open = assessed(set, [
      { a: 9, d: null },
      { a: 9, d: 1 },
      { a: 3, d: 1 },
      { d: 0, a: null },
    ]);
    expect(open.score(0)).toMatchObject({ min: integer(9), max: integer(9), mayBeNone: true });
    expect(placesIn(rank(open))).toEqual(['2–3', '2', '1', '3–4']);
  });
});

describe('missing figures leave open', () => {
  it.each([
    [
      'the place of the unit, and of those it could pass',
      '[{ by: a, order: low }]',
      [{ a: 3 }, { a: null }, { a: 1 }],
      ['2–3', '1–3', '1–2'],
    ],
    ['all places of units without any', '[{ by: a, order: high }]', [{ a: null }, { a: null }], ['1–2', '1–2']],
    ['no place of a unit alone', '[{ by: a, order: high }]', [{ a: null }], ['1']],
    [
      'nothing where an earlier key decides',
      '[{ by: a, order: low }, { by: d, order: high }]',
      [{ a: 1, d: null }, { a: 1, d: 5 }, { a: 2, d: 9 }, { a: 0 }],
      ['2–3', '2–3', '4', '1'],
    ],
    [
      'later keys unheeded once one is open',
      '[{ by: d, order: low }, { by: a, order: low }]',
      [
        { d: null, a: 1 },
        { d: null, a: 2 },
        { d: 1, a: 0 },
      ],
      ['1–3', '1–3', '1–3'],
    ],
    [
      'later keys where the earlier one is as good as can be',
      '[{ by: d, order: low }, { by: a, order: low }]',
      [
        { d: null, a: 1 },
        { d: null, a: 2 },
        { d: 0, a: 0 },
      ],
      ['2–3', '2–3', '1'],
    ],
    [
      'the points between the fewest and the most',
      '[{ by: score, order: high }]',
      // 5 to 15 points against 15, 10, 5 and 4.
      [{ a: 5, b: null }, { a: 10, b: 5 }, { a: 10 }, { a: 5 }, { a: 4 }],
      ['1–3', '1', '2–3', '3–4', '5'],
    ],
    [
      'the points between them, the fewest first',
      '[{ by: score, order: low }]',
      [{ a: 5, b: null }, { a: 10, b: 5 }, { a: 10 }, { a: 5 }, { a: 4 }],
      ['2–4', '4–5', '3–4', '2', '1'],
    ],
    [
      'the classes it can be in',
      '[{ by: class, best: [poor, good, fair] }]',
      // Fair or good: never poor.
      [{ a: 10, b: null }, { a: 10, b: 10 }, { a: 10 }, { a: 1 }],
      ['2–3', '2', '3–4', '1'],
    ],
    [
      'a measure that divides by a missing figure',
      '[{ by: ratio, order: low }]',
      [
        { a: null, d: 1 },
        { a: 1, d: 1 },
        { a: 2, d: 1 },
      ],
      ['1–3', '2–3', '1–2'],
    ],
  ] satisfies readonly (readonly [string, string, Units, readonly string[]])[])('%s', (_, keys, units, expected) => {
    expect(places(keys, units)).toEqual(expected);
  });

  it('no place that the known figures and the domains rule out', () => {
    const measures = '  part: { label: { vi: T, en: S }, formula: (a + b) / c }\n';
    const indicators = '  e: { label: { vi: e, en: e }, type: count, min: 2, max: 4 }\n';
    const open = (by: string, order: string, units: Units): readonly string[] => {
      const set = smallSet({ rank: `[{ by: ${by}, order: ${order} }]`, measures, indicators });
      return placesIn(
        rank(
          assessed(
            set,
            units.map((unit) => ({ e: 3, ...unit })),
          ),
        ),
      );
    };
    // At least 5 of 1,000 against none.
    expect(open('part', 'low', [{ c: 22693 }, { a: null, b: 5, c: 1000 }])).toEqual(['1', '2']);
    expect(
      open('part', 'high', [
        { a: 9, c: 2000 },
        { a: null, b: 5, c: 1000 },
      ]),
    ).toEqual(['2', '1']);
    // No fewer than none: the first is passed by nobody, and may be level.
    expect(open('part', 'low', [{ c: 22693 }, { a: null, c: 1000 }])).toEqual(['1', '1–2']);
    expect(open('e', 'low', [{ e: 4 }, { e: null }, { e: 2 }, { e: 3 }])).toEqual(['3–4', '1–3', '1', '2–3']);
    // It may divide nothing by nothing: then it stands last.
    expect(open('part', 'low', [{ a: 1, c: 1 }, { a: 0, c: null }, { c: 0 }])).toEqual(['1–2', '1–2', '2–3']);
  });

  it('every class to a unit that no sound figure would put into one', () => {
    const set = smallSet({
      rank: '[{ by: class }]',
      checks: '[{ rule: a + b <= 9, message: { vi: S, en: Sum } }]',
    });
    // 10 is too much, whatever `a` is.
    const units = assessed(set, [{ a: null, b: 10 }, { a: 9, b: 0 }, { c: 10 }]);
    expect(units.candidates(0).classes).toEqual([]);
    expect(placesIn(rank(units))).toEqual(['1–3', '2–3', '1–2']);
  });

  it('a key that asks for an earlier period that the data have not', () => {
    const measures = '  before: { label: { vi: T, en: B }, formula: prev(d) }\n';
    const set = smallSet({ rank: '[{ by: before, order: low }]', measures });
    expect(placesIn(rank(assessed(set, [{ d: 1 }, { d: 2 }])))).toEqual(['1–2', '1–2']);
  });
});

describe('the order of units', () => {
  it.each([
    ['by place', [{ a: 3 }, { a: 1 }, { a: 2 }], ['2', '3', '1']],
    ['by code on one place, character by character', [{ code: '9' }, { code: '10' }, { code: '8' }], ['10', '8', '9']],
    [
      'by first place, then by last place',
      // 1–3, 1–2, 2–3
      [
        { code: '1', a: null },
        { code: '3', a: 1 },
        { code: '2', a: 3 },
      ],
      ['3', '1', '2'],
    ],
  ] satisfies readonly (readonly [string, Units, readonly string[]])[])('%s', (_, units, expected) => {
    const all = assessed(smallSet({ rank: '[{ by: a, order: low }]' }), units);
    const { order } = rank(all);
    expect(order.map((row) => all.dataset.units.code[row])).toEqual(expected);
  });

  it('goes from period to period, each ranked by itself', () => {
    const units = [
      { period: '2025', a: 3 },
      { period: '2024', a: 2 },
      { period: '2025', a: 1 },
      { period: '2024', a: 2 },
      { period: '2023', a: 9 },
    ].map((unit, place) => ({ ...unit, code: `0000${place}` }));
    const all = assessed(smallSet({ rank: '[{ by: a, order: low }]' }), units);
    const found = rank(all);
    expect(rowsByPeriod(all.dataset.units)).toEqual([[4], [1, 3], [0, 2]]);
    expect(found.order).toEqual([4, 1, 3, 2, 0]);
    expect(placesIn(found)).toEqual(['2', '1', '1', '1', '1']);
    expect([...found.of]).toEqual([2, 2, 2, 2, 1]);
  });

  it('begins with those of no period', () => {
    const { units } = assessed(smallSet(), [{}]).dataset;
    expect(rowsByPeriod({ ...units, period: ['2024', null, '0'] })).toEqual([[1], [2], [0]]);
  });

  it('goes from part to part where parts are given', () => {
    const all = assessed(smallSet({ rank: '[{ by: a, order: low }]' }), [{ a: 3 }, { a: 2 }, { a: 1 }, { a: 0 }]);
    const found = rank(all, [[0, 2], [1]]);
    expect(found.order).toEqual([2, 0, 1]);
    expect(placesIn(found)).toEqual(['2', '1', '1', '0']);
    expect([...found.of]).toEqual([2, 1, 2, 0]);
  });
});
