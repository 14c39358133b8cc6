import { expect, test } from 'vitest';
import { PLAIN, resultDifference, writeVerification } from '../../src/report/index.ts';

const unit = (code: string, rank: number) => ({ unit: { code, name: null }, rank });
const RESULT = { engine: { version: '1' }, summary: { units: 2 }, assessments: [unit('00004', 1), unit('00006', 2)] };

test.each<[what: string, found: Readonly<Record<string, unknown>>, expected: unknown]>([
  ['another engine alone', { ...RESULT, engine: { version: '2' } }, null],
  ['one value', { ...RESULT, summary: { units: 3 } }, ['summary.units', null, 1]],
  [
    'two of a unit',
    { ...RESULT, assessments: [unit('00004', 1), unit('00007', 3)] },
    ['assessments[1].unit.code', '00006', 2],
  ],
  ['a unit less', { ...RESULT, assessments: [unit('00004', 1)] }, ['assessments[1]', '00006', 1]],
  ['what is more', { ...RESULT, 'a b': 1 }, ['["a b"]', null, 1]],
])('of a result that differs in %s the first difference is told, and how many there are', (_, found, expected) => {
  const difference = resultDifference(RESULT, found);
  expect(difference && [difference.path, difference.unit, difference.total]).toEqual(expected);
});

test('a page counts every value that differs', () => {
  const found = { ...RESULT, assessments: [unit('00004', 2), unit('00006', 1)] };
  const differences = [resultDifference(RESULT, found) ?? []].flat();
  const page = writeVerification(
    { result: 'a.json', differences, workedOut: true },
    { lang: 'en', width: 200, paint: PLAIN },
  );
  expect(page).toBe(
    'a.json: worked out again, it differs in 2 ways.\n• First of 2 differences in the result: assessments[0].rank (00004): recorded 1, worked out 2.\n',
  );
});
