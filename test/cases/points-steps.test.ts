import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsSteps } from '../../src/cases/points-steps.ts';
import { compare, divide, exactText, integer, isInteger } from '../../src/number/index.ts';
import { setOf } from '../lint/lint.ts';

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
criteria:
  A:
    title: A
    points: 10
    weight: 2
    parts:
      A.1: { title: Bands, points: 6, on: users, bands: [[8, 6], [4, 3]] }
      A.2: { title: Deduct, points: 4, deduct: { each: 2, per: users, floor: 0 } }
  B: { title: Test, points: 5, weight: 1, test: people >= 1000 }
  C: { title: Line, points: 5, weight: 1, on: users, scale: [[0, 0], [10, 5]] }
  D: { title: Mandatory, mandatory: true, test: users <= 9 }
classes:
  high: { label: High, when: score >= 80% }
  rest: { label: Rest, when: otherwise }
`;
const POINTS = SHEET.replaceAll(/ {4}weight: 2\n|weight: 1, /gu, '');

/** The least step and the grid of a criterion, or of the whole sheet. */
function steps(text: string, criterion: string | null): string | null {
  const found = pointsSteps(setOf(text), criterion);
  return found === null ? null : `${exactText(found.least)} on ${exactText(found.grid)}`;
}

test.each([
  ['bands, from one to the next', 'A.1', '3 on 3'],
  ['a deduction, by what it takes each time', 'A.2', '2 on 2'],
  ['a group, by what its parts move by', 'A', '2 on 1'],
  ['all or nothing', 'B', '5 on 5'],
  ['a straight line, by a tenth', 'C', '0.1 on 0.1'],
  ['what earns nothing', 'D', null],
])('the points of %s', (_, criterion, expected) => {
  expect(steps(`${POINTS}score: { model: points, of: 20 }\n`, criterion)).toBe(expected);
});

/** One criterion that earns points by bands, as they are written; the values fall from one band to the next. */
const banded = (points: readonly number[]): string => {
  const bands = points.map((own, index) => `[${5 * (points.length - 1 - index)}, ${own}]`);
  return `${SHEET.slice(0, SHEET.indexOf('criteria:'))}criteria:
  A: { title: Bands, points: 10, on: users, bands: [${bands.join(', ')}] }
classes:
  high: { label: High, when: score >= 5 }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 10 }
`;
};

test.each([
  ['falling', [10, 5, 0], '5 on 5'],
  ['rising', [0, 5, 10], '5 on 5'],
  ['rising by unlike steps', [0, 4, 10], '4 on 2'],
  ['one alone', [10], '10 on 10'],
])('points that move by bands: %s', (_, points, expected) => {
  expect(steps(banded(points), 'A')).toBe(expected);
  expect(steps(banded(points), null)).toBe(expected);
});

test('every total of bands lies on the grid, and two neighbours are no nearer than the least step', () => {
  const fewer = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 4 });
  fc.assert(
    fc.property(fewer, fc.boolean(), (others, rises) => {
      const falling = [10, ...others.toSorted((one, other) => other - one)];
      const points = rises ? falling.toReversed() : falling;
      const found = pointsSteps(setOf(banded(points)), 'A');
      const steps = points.slice(1).map((own, index) => Math.abs(own - (points[index] ?? own)));
      expect(found).not.toBeNull();
      if (found === null) return;
      expect(points.filter((own) => !isInteger(divide(integer(own), found.grid)))).toEqual([]);
      expect(steps.filter((step) => compare(found.least, integer(step)) > 0)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['the points of all', POINTS, 'model: points, of: 20', '0.1 on 0.1'],
  [
    'never less than they are rounded to',
    POINTS,
    'model: points, of: 20, round: { to: 0.5, mode: half-up }',
    '0.5 on 0.5',
  ],
  // A point of A is worth 50/10, one of B and C 25/5: a tenth of either is half a point of a hundred.
  ['the weights', SHEET, 'model: weighted, of: 100', '0.5 on 0.5'],
  ['the weights without the line', SHEET.replace(/ {2}C: .*\n/u, ''), 'model: weighted, of: 90', '12 on 6'],
])('the score moves by %s', (_, text, score, expected) => {
  expect(steps(`${text}score: { ${score} }\n`, null)).toBe(expected);
});

test('a sheet that counts criteria has no points to move', () => {
  expect(
    steps(
      `${POINTS.replaceAll(/points: \d+, /gu, '')}score: { model: count, of: [D] }\n`
        .replace(/ {2}A:[\s\S]*? {2}D:/u, '  D:')
        .replace('score >= 80%', 'D'),
      null,
    ),
  ).toBeNull();
});
