import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runCases, type Sets, type Side, thresholdCoverage } from '../../src/cases/index.ts';
import { movesTo, sideOf } from '../../src/cases/side.ts';
import { add, compare, integer, multiply, ONE, rational, subtract } from '../../src/number/index.ts';
import { SMALL_SET } from '../criteria/small-set.ts';
import { casesOf, SMALL_SETS, setsOf, withCases } from './small-cases.ts';

/** What lacks a case: `A.1 rate < 0.5%: under over`. */
function gaps(cases: readonly string[], sets: Sets = SMALL_SETS): readonly string[] {
  const lines = cases.map((own) => `{ name: A, ${own}, expect: { certified: true } }`);
  const results = runCases(casesOf(withCases(lines)), sets);
  return thresholdCoverage(results, sets).flatMap(({ threshold, readings, missing }) => {
    const chosen = Object.entries(readings).map(([reading, option]) => ` [${reading}=${option}]`);
    return missing.length === 0 ? [] : [`${threshold.of} ${threshold.text}${chosen.join('')}: ${missing.join(' ')}`];
  });
}

const usersSet = (test: string): Sets =>
  setsOf(SMALL_SET.replace('test: rate < 0.5%', `test: ${test}`).replace(/readings:[\s\S]*?targets:/, 'targets:'));
const aboutUsers = (test: string, cases: readonly string[]): readonly string[] =>
  gaps(cases, usersSet(test)).filter((gap) => gap.startsWith('A.1'));

describe('thresholds', () => {
  test('are all listed, those that only an option brings with the option', () => {
    expect(gaps(['data: { area: 0.1, users: 100 }'])).toEqual([
      'A.1 rate < 0.5%: under at over',
      'A.2 area <= 0.25: under at over',
      'A.1 rate < 1% [limit=high]: under at over',
    ]);
  });

  test('are tried by cases under readings that have them', () => {
    const high = (users: number): string => `readings: { limit: high }, data: { users: ${users} }`;
    expect(gaps([high(9), high(10), high(11)])).toEqual([
      'A.1 rate < 0.5%: under at over',
      'A.2 area <= 0.25: under at over',
    ]);
  });
});

describe('a count', () => {
  test.each<[string, readonly number[], readonly string[]]>([
    ['users >= 2', [1, 2, 3], []],
    ['users >= 2', [2, 3], ['A.1 users >= 2: under']],
    ['users >= 2', [0, 4], ['A.1 users >= 2: under at over']],
    // Nothing is fewer than none.
    ['users > 0', [0, 1], []],
    ['users > 0', [1], ['A.1 users > 0: at']],
    // No whole number is on the line, and both next to it are within a step.
    ['users >= 2.5', [2, 3], []],
    ['users >= 2.5', [2], ['A.1 users >= 2.5: over']],
    // One user moves the number by two.
    ['2 * users >= 6', [2, 3, 4], []],
    ['users != 3', [3, 4], ['A.1 users != 3: under']],
  ])('%s with %j', (formula, users, expected) => {
    expect(
      aboutUsers(
        formula,
        users.map((count) => `data: { users: ${count} }`),
      ),
    ).toEqual(expected);
  });
});

describe('a ratio moves with its numerator', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['on whole people', ['people: 10000, users: 49', 'people: 10000, users: 50', 'people: 10000, users: 51'], []],
    // 24.995 people: nobody can stand on it.
    ['never on the line', ['people: 4999, users: 24', 'people: 4999, users: 25'], []],
    ['two steps away', ['people: 4999, users: 24', 'people: 4999, users: 26'], ['A.1 rate < 0.5%: over']],
    [
      'on the line for another denominator',
      ['people: 4999, users: 24', 'people: 4999, users: 25', 'people: 1000, users: 0'],
      ['A.1 rate < 0.5%: at'],
    ],
  ])('%s', (_, data, expected) => {
    const own = data.map((figures) => `data: { ${figures} }`);
    expect(aboutUsers('rate < 0.5%', own)).toEqual(expected);
  });
});

describe('over a divisor below zero, where more of the numerator is a smaller number', () => {
  /** How many cases stand just under, on and just over the line. */
  const sidesOf = (test: string, figures: string): Readonly<Record<Side, number>> | undefined => {
    const sets = usersSet(test);
    const lines = [`{ name: A, data: { ${figures} }, expect: { certified: true } }`];
    const found = thresholdCoverage(runCases(casesOf(withCases(lines)), sets), sets);
    return found.find(({ threshold }) => threshold.of === 'A.1')?.cases;
  };

  test.each([
    ['users / (people - 2000) >= -0.5%', 'people: 1000, users: 4', 'over'],
    ['users / (people - 2000) >= -0.5%', 'people: 1000, users: 5', 'at'],
    ['users / (people - 2000) >= -0.5%', 'people: 1000, users: 6', 'under'],
    ['users / (people - 200) >= -1', 'people: 100, users: 99', 'over'],
    ['users / (people - 200) >= -1', 'people: 100, users: 101', 'under'],
  ] as const)('%s with %s', (test, figures, side) => {
    expect(sidesOf(test, figures)).toEqual({ under: 0, at: 0, over: 0, [side]: 1 });
  });

  test('a case is under the line whose number is less than it, whatever divides it', () => {
    const some = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(some, some, some, (users, people, taken) => {
        fc.pre(people !== taken);
        const number = rational(BigInt(users), BigInt(people - taken));
        const side = (['under', 'at', 'over'] as const)[compare(number, integer(-2)) + 1];
        const found = sidesOf(`users / (people - ${taken}) >= -2`, `people: ${people}, users: ${users}`);
        const others = Object.entries(found ?? {}).filter(([own, count]) => own !== side && count > 0);
        expect(others).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a decimal moves by the last decimal that cases write', () => {
  const about = (areas: readonly string[]): readonly string[] =>
    gaps(areas.map((area) => `data: { area: ${area} }`)).filter((gap) => gap.startsWith('A.2'));

  test.each<[readonly string[], readonly string[]]>([
    [['0.24', '0.25', '0.26'], []],
    [['0.2', '0.25', '0.3'], ['A.2 area <= 0.25: under over']],
    [['0.249', '0.25', '0.26'], ['A.2 area <= 0.25: over']],
    [['0.2', '0.3'], ['A.2 area <= 0.25: under at over']],
    [['0.12', '0.13'], ['A.2 area <= 0.25: under at over']],
  ])('%j', (areas, expected) => {
    expect(about(areas)).toEqual(expected);
  });

  test('and not beyond the bound of its indicator', () => {
    const sets = setsOf(SMALL_SET.replace('area <= 0.25', 'area <= 0.50'));
    const found = gaps(['data: { area: 0.49 }', 'data: { area: 0.5 }'], sets);
    expect(found.filter((gap) => gap.startsWith('A.2'))).toEqual([]);
  });
});

test('a side that only unsound data could reach is not asked for', () => {
  const checks = 'checks:\n  - { rule: users <= people, message: Too many users }\n';
  const text = SMALL_SET.replace('test: rate < 0.5%', 'test: users - people == 0');
  const cases = ['data: { users: 999 }', 'data: { users: 1000 }'];
  expect(gaps(cases, setsOf(text)).filter((gap) => gap.startsWith('A.1 users'))).toEqual([
    'A.1 users - people == 0: over',
  ]);
  const checked = setsOf(text.replace('criteria:\n', `${checks}criteria:\n`));
  expect(gaps(cases, checked).filter((gap) => gap.startsWith('A.1 users'))).toEqual([]);
});

test('a threshold about which nothing is known lacks every side', () => {
  expect(aboutUsers('users >= 2', ['data: { users: null }'])).toEqual(['A.1 users >= 2: under at over']);
});

const SHEET = `family: sheet
version: "1"
status: draft
title: Sheet
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  people: { label: People, type: count, min: 1 }
  users: { label: Users, type: count }
  area: { label: Area, type: decimal }
  route: { label: Route, type: choice, values: { none: None, main: Main } }
criteria:
  A:
    title: A
    points: 10
    parts:
      A.1: { title: Bands, points: 6, on: users, bands: [[8, 6], [4, 3]] }
      A.2: { title: Deduct, points: 4, deduct: { each: 2, per: area, floor: 0 } }
  B: { title: Test, points: 5, test: people >= 1000, applies_when: users > 2 }
classes:
  high: { label: High, when: { all: [score >= 80%, points(A) >= 7] } }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 15 }
`;

test.each([
  ['falling', '[[10, 10], [5, 5], [0, 0]]', 'users: 10'],
  ['rising', '[[10, 0], [5, 5], [0, 10]]', 'users: 4'],
])('points that bands give are asked for on every side: %s', (_, bands, most) => {
  const text = SHEET.replace(
    /criteria:[\s\S]*?classes:/u,
    `criteria:\n  A: { title: A, points: 10, on: users, bands: ${bands} }\nclasses:`,
  )
    .replace(/when: \{ all.*/u, 'when: score >= 5 }')
    .replace('of: 15', 'of: 10');
  const found = (cases: readonly string[]): readonly string[] =>
    gaps(
      cases.map((figures) => `data: { ${figures} }`),
      setsOf(text),
    ).filter((gap) => gap.startsWith('high'));
  expect(found([most])).toEqual(['high score >= 5: under at']);
  expect(found([most, 'users: 5'])).toEqual(['high score >= 5: under']);
  expect(found([most, 'users: 5', most === 'users: 4' ? 'users: 10' : 'users: 4'])).toEqual([]);
});

describe('points', () => {
  const about = (place: string, cases: readonly string[]): readonly string[] =>
    gaps(
      cases.map((data) => `data: { ${data} }`),
      setsOf(SHEET),
    ).filter((gap) => gap.startsWith(place));

  test('have the values of bands, the ends of deductions, and where a criterion applies, as thresholds', () => {
    const found = about('', ['users: null, area: null, people: null']);
    expect(found.map((gap) => gap.split(':')[0])).toEqual([
      'A.1 users >= 8',
      'A.1 users >= 4',
      'A.2 area <= 0',
      'A.2 area >= 2',
      'B users > 2',
      'B people >= 1000',
      'high score >= 80%',
      'high points(A) >= 7',
    ]);
  });

  // The points of A are multiples of 1, and move by 2 at the least: 7 lies between 6, 5 and 9, 8.
  test.each<[string, readonly string[], readonly string[]]>([
    ['just under, on and just over', ['users: 8, area: 2', 'users: 4, area: 0', 'users: 8, area: 1'], []],
    ['only far below', ['users: 0'], ['high points(A) >= 7: under at over']],
  ])('of a group: %s', (_, cases, expected) => {
    expect(about('high points', cases)).toEqual(expected);
  });

  test('of the whole sheet, as a share of what can be earned', () => {
    expect(about('high score', ['users: 8, area: 1.5', 'users: 8, area: 2, people: 1000'])).toEqual([
      'high score >= 80%: over',
    ]);
  });
});

describe('steps to a side', () => {
  const number = fc.tuple(fc.bigInt(-5000n, 5000n), fc.bigInt(1n, 60n)).map(([num, den]) => rational(num, den));
  const move = number.filter(({ num }) => num !== 0n);
  const sides: readonly Side[] = ['under', 'at', 'over'];

  test('lead next to the line, and no number of steps between is left out', () => {
    fc.assert(
      fc.property(number, move, fc.constantFrom(...sides), (margin, step, side) => {
        const moves = movesTo(side, margin, step);
        const size = step.num < 0n ? subtract(integer(0), step) : step;
        if (moves === null) {
          expect(side).toBe('at');
          return;
        }
        expect(sideOf(add(margin, multiply(integer(moves), step)), size)).toBe(side);
      }),
      { seed: 28, numRuns: 500 },
    );
  });

  test('a margin of more than a step is on no side', () => {
    expect([sideOf(rational(-11n, 10n), ONE), sideOf(rational(11n, 10n), ONE)]).toEqual([null, null]);
    expect(compare(ONE, ONE)).toBe(0);
  });
});
