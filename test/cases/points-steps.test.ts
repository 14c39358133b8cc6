import { expect, test } from 'vitest';
import { pointsSteps } from '../../src/cases/points-steps.ts';
import { exactText } from '../../src/number/index.ts';
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
