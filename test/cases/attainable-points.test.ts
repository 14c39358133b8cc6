import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { attainablePoints } from '../../src/cases/attainable-points.ts';
import { exactText, integer } from '../../src/number/index.ts';
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

/** What can be earned, of many the ends and how many there are; and the least step. */
function earned(text: string, criterion: string | null): string | null {
  const found = attainablePoints(setOf(text), criterion);
  if (found === null) return null;
  const { values, step } = found;
  const told = values.map(exactText);
  const list = told.length <= 12 ? told.join(' ') : `${told[0]} … ${told.at(-1)} (${told.length})`;
  return `${list}, by ${exactText(step)}`;
}

test.each([
  ['bands', 'A.1', '0 3 6, by 3'],
  ['a deduction', 'A.2', '0 2 4, by 2'],
  ['a group: any of its parts beside any of the others', 'A', '0 2 3 4 5 6 7 8 10, by 2'],
  ['all or nothing', 'B', '0 5, by 5'],
  ['a straight line, by a tenth', 'C', '0 … 5 (51), by 0.1'],
  ['what earns nothing', 'D', null],
])('the points of %s', (_, criterion, expected) => {
  expect(earned(`${POINTS}score: { model: points, of: 20 }\n`, criterion)).toBe(expected);
});

test.each([
  ['each: 4, per: users, floor: 0', '0 2 6 10, by 2'],
  ['each: 4, per: users, floor: 3', '3 6 10, by 3'],
  ['each: 4, per: users, most: 7, floor: 0', '3 6 10, by 3'],
  ['each: 3, per: users, floor: -1', '-1 1 4 7 10, by 2'],
  ['each: 20, per: users, floor: 0', '0 10, by 10'],
])('a deduction of { %s } ends where nothing more is taken off', (deduct, expected) => {
  const one = `${SHEET.slice(0, SHEET.indexOf('criteria:'))}criteria:
  A: { title: A, points: 10, deduct: { ${deduct} } }
classes:
  high: { label: High, when: points(A) >= 6 }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 10 }
`;
  expect(earned(one, 'A')).toBe(expected);
});

test('a group earns no more than its cap', () => {
  const capped = POINTS.replace('    points: 10\n', '    points: 10\n    cap: 7\n');
  expect(earned(`${capped}score: { model: points, of: 20 }\n`, 'A')).toBe('0 2 3 4 5 6 7, by 2');
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
  ['falling', [10, 5, 0], '0 5 10, by 5'],
  ['rising', [0, 5, 10], '0 5 10, by 5'],
  ['rising by unlike steps', [0, 4, 10], '0 4 10, by 4'],
  ['one alone', [10], '0 10, by 10'],
])('points of bands: %s', (_, points, expected) => {
  expect(earned(banded(points), 'A')).toBe(expected);
  expect(earned(banded(points), null)).toBe(expected);
});

test('sums of tests are the sums of all their subsets, each once, cut at the cap', () => {
  const points = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(points, fc.nat({ max: 20 }), (all, less) => {
      const total = all.reduce((sum, own) => sum + own, 0);
      const cap = Math.max(1, total - less);
      const parts = all.map(
        (own, index) => `      A.${index + 1}: { title: A, points: ${own}, test: users > ${index} }`,
      );
      const text = `${SHEET.slice(0, SHEET.indexOf('criteria:'))}criteria:
  A:
    title: A
    points: ${total}
    cap: ${cap}
    parts:
${parts.join('\n')}
classes:
  high: { label: High, when: score >= 1 }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: ${total} }
`;
      const sums = all.reduce(
        (before, own) => new Set([...before, ...[...before].map((sum) => sum + own)]),
        new Set([0]),
      );
      const expected = [...new Set([...sums].map((sum) => Math.min(sum, cap)))].sort((one, other) => one - other);
      expect(attainablePoints(setOf(text), 'A')?.values).toEqual(expected.map((sum) => integer(sum)));
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['the points of all', POINTS, 'model: points, of: 20', '0 … 20 (201), by 0.1'],
  [
    'no nearer than they are rounded',
    POINTS,
    'model: points, of: 20, round: { to: 0.5, mode: half-up }',
    '0 … 20 (41), by 0.5',
  ],
  // A point of A is worth 50/10, one of B and C 25/5: a tenth of either is half a point of a hundred.
  ['the weights', SHEET, 'model: weighted, of: 100', '0 … 100 (201), by 0.5'],
  // A of ten points is worth 60 and B 30.
  ['the weights without the line', SHEET.replace(/ {2}C: .*\n/u, ''), 'model: weighted, of: 90', '0 … 90 (14), by 12'],
])('the score can be: %s', (_, text, score, expected) => {
  expect(earned(`${text}score: { ${score} }\n`, null)).toBe(expected);
});

test('of too many to list there are the ends', () => {
  const fine = POINTS.replace('{ each: 2, per: users', '{ each: 0.0000001, per: users');
  expect(earned(`${fine}score: { model: points, of: 20 }\n`, 'A.2')).toMatch(/^0 4, by /u);
  expect(earned(`${fine.replace('[4, 3]', '[4, 0.0000003]')}score: { model: points, of: 20 }\n`, null)).toMatch(
    /^0 20, by /u,
  );
});

test('a sheet that counts criteria has no points to move', () => {
  expect(
    earned(
      `${POINTS.replaceAll(/points: \d+, /gu, '')}score: { model: count, of: [D] }\n`
        .replace(/ {2}A:[\s\S]*? {2}D:/u, '  D:')
        .replace('score >= 80%', 'D'),
      null,
    ),
  ).toBeNull();
});
