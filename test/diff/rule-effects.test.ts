import { describe, expect, test } from 'vitest';
import type { Criterion, CriteriaSet } from '../../src/criteria/index.ts';
import {
  appliesWay,
  conditionWay,
  numberWay,
  pointsWay,
  policyWay,
  roundingWay,
  splitWay,
} from '../../src/diff/rule-effects.ts';
import { BOTH, DOWN, type Sign, STILL, UP } from '../../src/diff/sign.ts';
import { rational } from '../../src/number/index.ts';
import { read } from '../formula/read.ts';
import { type Edit, sample } from './sample.ts';

const { set } = sample();
const both = (own: CriteriaSet) => ({ base: own, revision: own });

function criterion(own: CriteriaSet, id: string): Criterion {
  const found = own.criteria.get(id);
  if (found === undefined) throw new Error(`no criterion ${id}`);
  return found;
}

const BANDS = 'bands:\n          - [10, 4]\n          - [5, 2]';

describe('a condition with a part more', () => {
  // `excluded` leaves the count of those to whom it does not apply, `settled` does not.
  const excluded: Edit = ['    not_applicable: pass', '    not_applicable: exclude'];
  const own = sample(
    excluded,
    ['    test: rate < 1%', '    not_applicable: exclude\n    test: rate < 1%'],
    [
      '  users:\n    label: { vi: Số người sử dụng, en: Users }\n    type: count\n',
      '  users:\n    label: { vi: Số người sử dụng, en: Users }\n    type: count\n    min: -1\n',
    ],
  ).set;
  const plain = sample().set;

  test.each<readonly [string, string, CriteriaSet, Sign]>([
    ['M.1 and M.3', 'M.1', own, UP],
    ['M.3', 'M.1 and M.3', own, DOWN],
    // Where one does not apply, it leaves the condition: the rest of it decides.
    ['M.1 and B', 'M.1', own, BOTH],
    ['M.1', 'M.1 and B', own, BOTH],
    ['M.1 and B', 'M.1', plain, UP],
    // So does one that divides by what may be nothing.
    ['M.1 and M.2', 'M.1', own, UP],
    ['M.1 and cases / clips > 1', 'M.1', own, BOTH],
    ['M.1 and cases / people > 1', 'M.1', own, UP],
    ['M.1 and cases / 2 > 1', 'M.1', own, UP],
    ['M.1 and cases / -2 > 1', 'M.1', own, BOTH],
    ['M.1 and cases / (people + clips) > 1', 'M.1', own, UP],
    ['M.1 and cases / (clips + people) > 1', 'M.1', own, UP],
    ['M.1 and cases / (clips + cases) > 1', 'M.1', own, BOTH],
    ['M.1 and cases / (people + users) > 1', 'M.1', own, BOTH],
    ['M.1 and cases / (people * people) > 1', 'M.1', own, UP],
    ['M.1 and cases / (people * clips) > 1', 'M.1', own, BOTH],
    ['M.1 and cases / (people - 1) > 1', 'M.1', own, BOTH],
    ['M.1 and cases / max(people, 1) > 1', 'M.1', own, BOTH],
    ['M.1 and cases / unknown > 1', 'M.1', own, BOTH],
    ['M.1 and 1 / rate > 1', 'M.1', own, BOTH],
    ['M.1 and -(cases / clips) > 1', 'M.1', own, BOTH],
    ['M.1 and not cases / clips > 1', 'M.1', own, BOTH],
    ['M.1 and 1 + cases / clips > 1', 'M.1', own, BOTH],
    ['M.1 and cases / clips + 1 > 1', 'M.1', own, BOTH],
    ['M.1 and 1 < cases / clips', 'M.1', own, BOTH],
    ['M.1 and max(1, cases / clips) > 1', 'M.1', own, BOTH],
    ['M.1 and max(1, cases) > 1', 'M.1', own, UP],
    ['M.1 and (M.3 or cases / clips > 1)', 'M.1', own, BOTH],
    ['M.1 and (M.3 or cases > 1)', 'M.1', own, UP],
    ['M.1 and rate > 1%', 'M.1', own, UP],
    ['M.1 and points(A) >= 50%', 'M.1', own, BOTH],
    ['M.1 and mandatory', 'M.1', own, UP],
    // A line that was shifted says as much as it says.
    ['B and cases / clips > 1', 'B and cases / clips > 2', own, DOWN],
    ['M.1 and B', 'B and M.1', own, STILL],
  ])('%s → %s', (before, after, sets, way) => {
    expect(conditionWay(read(before), read(after), both(sets))).toBe(way);
  });

  test('that is mandatory, where one of those does not apply', () => {
    const some = sample([
      '    test: rate < 1%',
      '    mandatory: true\n    not_applicable: exclude\n    applies_when: people > 9\n    test: rate < 1%',
    ]).set;
    expect(conditionWay(read('M.3 and mandatory'), read('M.3'), both(some))).toBe(BOTH);
    expect(conditionWay(read('M.3 and M.2'), read('M.3'), both(some))).toBe(BOTH);
    expect(conditionWay(read('M.3 and M.1'), read('M.3'), both(some))).toBe(UP);
  });

  test('that divides by what may be nothing in either set', () => {
    const asks = (by: string) =>
      sample(
        ['    formula: users / people', `    formula: users / ${by}`],
        ['    test: rate < 1%', '    not_applicable: exclude\n    test: rate < 1%'],
      ).set;
    const [safe, unsafe] = [asks('people'), asks('clips')];
    const [wide, narrow] = [read('M.1'), read('M.1 and M.2')];
    expect(conditionWay(narrow, wide, { base: safe, revision: unsafe })).toBe(UP);
    expect(conditionWay(narrow, wide, { base: unsafe, revision: safe })).toBe(BOTH);
    expect(conditionWay(wide, narrow, { base: safe, revision: unsafe })).toBe(BOTH);
    expect(conditionWay(wide, narrow, { base: unsafe, revision: safe })).toBe(DOWN);
  });
});

describe('a line', () => {
  const debt = sample(['en: Users }\n    type: count', 'en: Users }\n    type: count\n    min: -9']).set;
  const rolledUp = sample([
    'en: Leaflets }\n    type: count',
    'en: Leaflets }\n    type: count\n    rollup: sum(clips)',
  ]).set;
  const decimal = sample(['en: Leaflets }\n    type: count', 'en: Leaflets }\n    type: decimal']).set;

  test.each<readonly [string, string, CriteriaSet, Sign]>([
    ['users >= 2', 'users > 1', set, STILL],
    ['users <= 3', 'users < 4', set, STILL],
    ['users >= 2.5', 'users >= 3', set, STILL],
    ['users >= 2.5', 'users > 2', set, STILL],
    ['users > 2.5', 'users >= 3', set, STILL],
    ['users < 2.5', 'users <= 2', set, STILL],
    ['2 <= users', 'users > 1', set, STILL],
    ['not users >= 2', 'not users > 1', set, STILL],
    ['users + cases >= 2', 'users + cases > 1', set, STILL],
    ['users - 2 * cases > -2', 'users - 2 * cases >= -1', set, STILL],
    ['-users < -1', '-users <= -2', set, STILL],
    ['users == 0', 'users < 1', set, STILL],
    ['users != 0', 'users > 0', set, STILL],
    ['users == 0', 'users < 1', debt, UP],
    ['users != 0', 'users > 0', debt, DOWN],
    ['users == 1', 'users <= 1', set, UP],
    ['users >= 2', 'users > 2', set, DOWN],
    ['users >= 2', 'users > 0', set, UP],
    ['M.1 and users >= 2', 'M.1 and users > 1', set, STILL],
    ['max(users, cases) >= 2', 'max(users, cases) > 1', set, STILL],
    ['clips >= 2', 'clips > 1', rolledUp, STILL],
    // On a line is neither above nor below it.
    ['cases == 2', 'cases >= 2 and cases <= 2', set, STILL],
    ['cases >= 2 and cases <= 2', 'cases == 2', set, STILL],
    ['cases == 2', '2 == cases', set, STILL],
    ['cases != 2', 'cases < 2 or cases > 2', set, STILL],
    ['rate == 1%', 'rate >= 1% and rate <= 1%', set, STILL],
    ['cases == 2', 'cases >= 1', set, UP],
    ['cases != 2', 'cases > 2', set, DOWN],
    ['prev(cases) >= 1', 'prev(cases) > 0', set, STILL],
    // Not whole, or not to be seen to be.
    ['clips >= 2', 'clips > 1', decimal, UP],
    ['users / 2 >= 2', 'users / 2 > 1', set, UP],
    ['users * 50% >= 2', 'users * 50% > 1', set, UP],
    ['rate >= 2', 'rate > 1', set, UP],
    ['max(users, 1.5) >= 2', 'max(users, 1.5) > 1', set, UP],
  ])('%s → %s', (before, after, sets, way) => {
    expect(conditionWay(read(before), read(after), both(sets))).toBe(way);
  });

  test('of a number that is whole in one of the sets only', () => {
    const [before, after] = [read('clips >= 2'), read('clips > 1')];
    expect(conditionWay(before, after, { base: set, revision: decimal })).toBe(UP);
    expect(conditionWay(before, after, { base: decimal, revision: set })).toBe(UP);
  });
});

describe('a number', () => {
  const signed = sample([
    '  clips:\n    label: { vi: Số tài liệu, en: Leaflets }\n    type: count\n',
    '  clips:\n    label: { vi: Số tài liệu, en: Leaflets }\n    type: count\n    min: -1\n',
  ]).set;

  test.each<readonly [string, string, Sign]>([
    ['users', 'users', STILL],
    ['1', '2', UP],
    ['2', '1', DOWN],
    ['1 + 1', '2', STILL],
    ['1', 'users', BOTH],
    ['users', 'users + cases', UP],
    ['users + cases', 'users', DOWN],
    ['users + cases', 'cases + users', STILL],
    ['users', 'cases', BOTH],
    ['users + people', 'users + cases', BOTH],
    ['users + users', 'users', DOWN],
    ['users', 'users + users', UP],
    ['users + people + cases', 'cases + users', DOWN],
    ['users', 'users + clips', BOTH],
    ['users + clips', 'users', BOTH],
    ['users + clips', 'users + clips + cases', UP],
    ['users', 'users - cases', BOTH],
    ['users / people', '(users + cases) / people', UP],
    ['(users + cases) / people', 'users / people', DOWN],
    ['users / people', 'users / (people + cases)', DOWN],
    ['users / (people + cases)', 'users / people', UP],
    ['users / people', '(users + cases) / (people + cases)', BOTH],
    ['clips / people', '(clips + cases) / people', BOTH],
    ['users / people', 'users / (people + clips)', BOTH],
    ['users / people', 'users * people', BOTH],
    ['users * people', 'users / people', BOTH],
    ['users / people', 'users', BOTH],
    ['users', 'users / people', BOTH],
    ['users / people', 'users / people + cases', UP],
  ])('%s → %s', (before, after, way) => {
    expect(numberWay(read(before), read(after), signed)).toBe(way);
  });
});

describe('what a criterion earns', () => {
  test.each<readonly [string, string, string, string, Sign]>([
    ['A.1', 'test: plan', 'test: plan', 'test: plan or model', UP],
    ['A.1', 'test: plan', 'test: plan', 'test: plan and model', DOWN],
    ['A.1', 'test: plan', 'test: plan', 'on: clips\n        bands: [[10, 6]]', BOTH],
    // bands
    ['A.2', BANDS, BANDS, 'bands: [[9, 4], [5, 2]]', UP],
    ['A.2', BANDS, BANDS, 'bands: [[11, 4], [5, 2]]', DOWN],
    ['A.2', BANDS, BANDS, 'bands: [[10, 4], [4, 2]]', UP],
    ['A.2', BANDS, BANDS, 'bands: [[10, 4], [6, 2]]', DOWN],
    ['A.2', BANDS, BANDS, 'bands: [[9, 4], [6, 2]]', BOTH],
    ['A.2', BANDS, BANDS, 'bands: [[10, 4], [5, 3]]', UP],
    ['A.2', BANDS, BANDS, 'bands: [[10, 4], [5, 1]]', DOWN],
    ['A.2', BANDS, BANDS, 'bands: [[10, 4], [5, 2], [1, 1]]', UP],
    ['A.2', BANDS, BANDS, 'bands: [[10, 4]]', DOWN],
    ['A.2', BANDS, BANDS, 'bands: [[10, 4], [5, 2], [1, 0]]', STILL],
    [
      'A.2',
      `on: clips\n        ${BANDS}`,
      `on: clips\n        ${BANDS}`,
      'on: cases\n        bands: [[9, 4], [5, 2]]',
      BOTH,
    ],
    // scales
    ['A.2', BANDS, 'scale: [[0, 0], [10, 4]]', 'scale: [[0, 0], [8, 4]]', UP],
    ['A.2', BANDS, 'scale: [[0, 0], [10, 4]]', 'scale: [[0, 0], [12, 4]]', DOWN],
    ['A.2', BANDS, 'scale: [[0, 0], [10, 4]]', 'scale: [[0, 1], [10, 4]]', UP],
    ['A.2', BANDS, 'scale: [[0, 0], [10, 4]]', 'scale: [[0, 0], [5, 2], [10, 4]]', STILL],
    ['A.2', BANDS, 'scale: [[0, 0], [10, 4]]', 'scale: [[0, 0], [5, 3], [10, 4]]', UP],
    ['A.2', BANDS, 'scale: [[0, 0], [10, 4]]', 'scale: [[0, 0], [5, 1], [10, 4]]', DOWN],
    ['A.2', BANDS, 'scale: [[0, 0], [10, 4]]', 'scale: [[2, 1], [9, 4]]', UP],
    ['A.2', BANDS, 'scale: [[0, 0], [10, 4]]', 'scale: [[2, 0], [9, 4]]', BOTH],
    ['A.2', BANDS, 'scale: [[2, 1], [10, 4]]', 'scale: [[0, 1], [2, 1], [10, 4]]', STILL],
    ['A.2', BANDS, 'scale: [[0, 4], [10, 0]]', 'scale: [[0, 4], [8, 0]]', DOWN],
    // one against the other: the steps of bands lie below the line but on it where they are reached
    ['A.2', BANDS, BANDS, 'scale: [[0, 0], [10, 4]]', UP],
    ['A.2', BANDS, 'scale: [[0, 0], [10, 4]]', BANDS, DOWN],
    ['A.2', BANDS, BANDS, 'scale: [[0, 0], [6, 2], [10, 4]]', BOTH],
    ['A.2', BANDS, 'bands: [[10, 4]]', 'scale: [[9, 0], [10, 4]]', UP],
    // deductions
    ['B', 'each: 2', 'each: 2', 'each: 3', DOWN],
    ['B', 'each: 2', 'each: 2', 'each: 1', UP],
    ['B', 'each: 2, per: cases', 'each: 2, per: cases', 'each: 1, per: users', BOTH],
    ['B', 'per: cases }', 'per: cases, floor: 2 }', 'per: cases, floor: 3 }', UP],
    ['B', 'per: cases }', 'per: cases, floor: 2 }', 'per: cases, floor: 1 }', DOWN],
    ['B', 'per: cases }', 'per: cases, most: 4 }', 'per: cases, most: 5 }', DOWN],
    ['B', 'per: cases }', 'per: cases, most: 4 }', 'per: cases, most: 3 }', UP],
    ['B', 'per: cases }', 'per: cases }', 'per: cases, most: 3 }', UP],
    ['B', 'per: cases }', 'per: cases, most: 3 }', 'per: cases }', DOWN],
    ['B', 'each: 2, per: cases }', 'each: 2, per: cases }', 'each: 3, per: cases, most: 3 }', BOTH],
    ['B', '    deduct: { each: 2, per: cases }', '    deduct: { each: 2, per: cases }', '    test: cases == 0', BOTH],
    ['B', '    deduct: { each: 2, per: cases }', '    test: cases == 0', '    deduct: { each: 2, per: cases }', BOTH],
    [
      'B',
      '    deduct: { each: 2, per: cases }',
      '    deduct: { each: 2, per: cases }',
      '    on: cases\n    bands: [[0, 10]]',
      BOTH,
    ],
  ])('%s: %s as %s → %s', (id, part, before, after, way) => {
    const [base, revision] = [sample([part, before]).set, sample([part, after]).set];
    expect(pointsWay(criterion(base, id), criterion(revision, id), { base, revision })).toBe(way);
  });

  test('of a group is told of its parts', () => {
    expect(pointsWay(criterion(set, 'A'), criterion(set, 'A'), both(set))).toBe(BOTH);
    expect(pointsWay(criterion(set, 'A'), criterion(set, 'A.1'), both(set))).toBe(BOTH);
    expect(pointsWay(criterion(set, 'A.1'), criterion(set, 'A'), both(set))).toBe(BOTH);
  });
});

describe('one criterion that becomes several', () => {
  /** Criteria of their own, by test and points; `null` is without points. */
  type Part = readonly [test: string, points: bigint | null, bonus?: boolean];
  const plain = criterion(set, 'A.1');
  const part = ([text, points, bonus = false]: Part): Criterion => ({
    ...plain,
    rule: { kind: 'test', test: read(text) },
    points: points === null ? null : rational(points),
    bonus,
  });

  test.each<readonly [string, Part, readonly Part[], { readonly met: Sign; readonly points: Sign }]>([
    [
      'without points',
      ['a', null],
      [
        ['a', null],
        ['b', null],
      ],
      { met: DOWN, points: STILL },
    ],
    [
      'that is met as it was',
      ['a and b', null],
      [
        ['a', null],
        ['b', null],
      ],
      { met: STILL, points: STILL },
    ],
    [
      'each easier than it',
      ['a and b', 6n],
      [
        ['a', 2n],
        ['b', 4n],
      ],
      { met: STILL, points: UP },
    ],
    [
      'each harder than it',
      ['a or b', 6n],
      [
        ['a', 2n],
        ['b', 4n],
      ],
      { met: DOWN, points: DOWN },
    ],
    [
      'the same twice',
      ['a', 6n],
      [
        ['a', 2n],
        ['a', 4n],
      ],
      { met: STILL, points: STILL },
    ],
    [
      'one of them easier and one harder',
      ['a', 6n],
      [
        ['a or b', 2n],
        ['a and c', 4n],
      ],
      { met: DOWN, points: BOTH },
    ],
    [
      'with fewer points in all',
      ['a and b', 6n],
      [
        ['a', 2n],
        ['b', 3n],
      ],
      { met: STILL, points: BOTH },
    ],
    [
      'one of which has no points',
      ['a and b', 6n],
      [
        ['a', 6n],
        ['b', null],
      ],
      { met: STILL, points: UP },
    ],
    [
      'that had no points',
      ['a and b', null],
      [
        ['a', 2n],
        ['b', null],
      ],
      { met: STILL, points: BOTH },
    ],
    [
      'one of which is a bonus',
      ['a and b', 6n],
      [
        ['a', 2n],
        ['b', 4n, true],
      ],
      { met: STILL, points: BOTH },
    ],
    [
      'all of which are, as it was',
      ['a and b', 6n, true],
      [
        ['a', 2n, true],
        ['b', 4n, true],
      ],
      { met: STILL, points: UP },
    ],
  ])('%s', (_, one, many, expected) => {
    expect(splitWay(part(one), many.map(part), both(set))).toEqual(expected);
  });

  test('with bands: points are open', () => {
    expect(splitWay(criterion(set, 'A.2'), [criterion(set, 'A.2')], both(set))).toEqual({ met: STILL, points: BOTH });
  });
});

describe('rounding', () => {
  const to = (text: string) => {
    const [step = 0, mode = ''] = text.split(' ');
    const found = (['down', 'half-down', 'half-even', 'half-up', 'up'] as const).find((own) => own === mode);
    return found === undefined ? null : { to: rational(BigInt(step)), mode: found };
  };

  test.each<readonly [string, string, Sign]>([
    ['1 down', '1 up', UP],
    ['1 half-up', '1 half-even', DOWN],
    ['1 half-down', '1 half-even', UP],
    ['1 half-up', '1 half-up', STILL],
    ['1 half-up', '2 half-up', BOTH],
    ['exact', '1 up', UP],
    ['exact', '1 down', DOWN],
    ['exact', '1 half-up', BOTH],
    ['1 up', 'exact', DOWN],
    ['1 down', 'exact', UP],
    ['1 half-even', 'exact', BOTH],
  ])('%s → %s', (before, after, way) => {
    expect(roundingWay(to(before), to(after))).toBe(way);
  });
});

describe('a criterion that does not apply', () => {
  test.each([
    ['fail', 'exclude', UP],
    ['exclude', 'pass', UP],
    ['pass', 'fail', DOWN],
    ['pass', 'pass', STILL],
  ] as const)('counts as %s → %s', (before, after, way) => {
    expect(policyWay(before, after, both(set))).toBe(way);
  });

  test.each([
    // Who does not apply passes: applying to more is harder.
    ['users > 3', 'users > 2', 'pass', DOWN],
    ['users > 3', 'users > 4', 'pass', UP],
    ['users > 3', 'users > 2', 'fail', UP],
    ['users > 3', 'cases > 2', 'fail', BOTH],
    ['', 'users > 3', 'pass', UP],
    ['users > 3', '', 'pass', DOWN],
    ['users > 3', 'users >= 4', 'pass', STILL],
    ['', 'users > 3', 'fail', DOWN],
    ['users > 3', '', 'fail', UP],
    ['', '', 'pass', STILL],
    ['', 'users > 3', 'exclude', BOTH],
    ['', '', 'exclude', BOTH],
  ] as const)('applies when %s → %s, else counts as %s', (before, after, policy, way) => {
    const when = (text: string) => (text === '' ? null : read(text));
    expect(appliesWay(when(before), when(after), policy, both(set))).toBe(way);
  });
});
