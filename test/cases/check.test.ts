import { expect, test } from 'vitest';
import { checkCases } from '../../src/cases/index.ts';
import { casesOf, SMALL_CASES, SMALL_SETS, withCases } from './small-cases.ts';

const misfits = (text: string): readonly string[] =>
  checkCases(casesOf(text), SMALL_SETS).map(({ code, position, received }) => `${position?.line} ${code} ${received}`);

test('cases that fit their set have no fault', () => {
  expect(misfits(SMALL_CASES)).toEqual([]);
});

test.each<[string, string, readonly string[]]>([
  ['another set', SMALL_CASES.replace('small@1', 'small@2'), ['1 cases/other-set small@2']],
  [
    'a class',
    withCases(['{ name: A, data: {}, expect: { class: best, candidates: [rest, worst] } }']),
    ['8 cases/unknown-id best', '8 cases/unknown-id worst'],
  ],
  [
    'a criterion',
    withCases(['{ name: A, data: {}, expect: { states: { B.1: pass }, points: { A.9: 1 } } }']),
    ['8 cases/unknown-id B.1', '8 cases/unknown-id A.9'],
  ],
  [
    'a column of one case',
    withCases(['{ name: A, data: { user: 1 }, expect: { class: rest } }']),
    ['8 cases/unknown-id user'],
  ],
  ['a column of base, told once', SMALL_CASES.replace('users: 0', 'user: 0'), ['4 cases/unknown-id user']],
  [
    'a reading',
    withCases(['{ name: A, readings: { limits: high }, data: {}, expect: { class: rest } }']),
    ['8 cases/unknown-id limits'],
  ],
  [
    'an option',
    withCases(['{ name: A, readings: { limit: higher }, data: {}, expect: { class: rest } }']),
    ['8 cases/unknown-id higher'],
  ],
  [
    'units where there are none below',
    withCases(['{ name: A, units: [{}], expect: { class: rest } }']),
    ['8 cases/units-or-data null'],
  ],
])('unknown: %s', (_, text, expected) => {
  expect(misfits(text)).toEqual(expected);
});

test('the nearest name is offered', () => {
  const [first] = checkCases(casesOf(SMALL_CASES.replace('users: 0', 'user: 0')), SMALL_SETS);
  expect(first?.args).toEqual({ kind: 'column', id: 'user', set: 'small@1', nearest: ['users'] });
});
