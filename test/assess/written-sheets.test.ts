import { describe, expect, it } from 'vitest';
import { stateText } from './assessor.ts';
import { assessed, candidatesText, scoreText, sheetText as written } from './small-sets.ts';

type Cells = { readonly a?: number | null; readonly b?: number; readonly c?: number };

/** Points, what can be earned, and the class: `80/100 best`. */
function outcome(text: string, cells: Cells): string {
  const assessments = assessed(text, [{ a: 0, b: 0, c: 0, ...cells }]);
  return `${scoreText(assessments, 0)} ${candidatesText(assessments, 0)}`;
}

describe('rounding of the total, once', () => {
  // a/100 of 10 points: a = 805 is 8.05.
  const sheet = (mode: string, to: string, best?: string): string =>
    written(
      '  A: { title: A, points: 10, on: a, scale: [[0, 0], [1000, 10]] }',
      `{ model: points, of: 10, round: { to: ${to}, mode: ${mode} } }`,
      best,
    );

  it.each([
    ['half-up', 805, '8.1'],
    ['half-up', 804, '8'],
    ['half-down', 805, '8'],
    ['half-down', 806, '8.1'],
    ['half-even', 805, '8'],
    ['half-even', 815, '8.2'],
    ['up', 801, '8.1'],
    ['up', 800, '8'],
    ['down', 809, '8'],
  ])('to 0.1 %s: %i hundredths are %s', (mode, a, expected) => {
    expect(outcome(sheet(mode, '0.1'), { a })).toBe(`${expected}/10 best`);
  });

  it.each([
    ['half-up', 795, 'score >= 80%', '8/10 best'],
    ['half-up', 794, 'score >= 80%', '7.9/10 rest'],
    ['half-down', 795, 'score >= 80%', '7.9/10 rest'],
    ['half-up', 804, 'score > 80%', '8/10 rest'],
    ['half-up', 805, 'score > 80%', '8.1/10 best'],
    ['half-up', 804, 'score > 8', '8/10 rest'],
  ])('the gate looks at the rounded points: %s, %i hundredths, %s', (mode, a, best, expected) => {
    expect(outcome(sheet(mode, '0.1', best), { a })).toBe(expected);
  });

  it.each([
    ['0.5', 'half-up', 775, '8/10 best'],
    ['0.5', 'half-up', 774, '7.5/10 rest'],
    ['0.05', 'half-even', 805, '8.05/10 best'],
  ])('to %s %s: %i hundredths', (to, mode, a, expected) => {
    expect(outcome(sheet(mode, to), { a })).toBe(expected);
  });
});

describe('points', () => {
  const three = `  A: { title: A, points: 5, test: a >= 1 }
  B: { title: B, points: 3, test: b >= 1 }
  C: { title: C, points: 2, test: c >= 1 }`;
  const withBonus = `  A:
    title: A
    points: 10
    CAP
    parts:
      A.1: { title: A.1, points: 10, on: a, bands: [[10, 10], [5, 5]] }
      A.2: { title: A.2, points: 4, bonus: true, test: b >= 1 }`;
  const ofTen = '{ model: points, of: 10 }';
  const excluded = `  A: { title: A, points: 5, applies_when: c == 1, test: a >= 1 }
  B: { title: B, points: 5, applies_when: c <= 1, test: b >= 1 }`;
  const weighted = `  A: { title: A, points: 5, weight: 3, test: a >= 1 }
  B: { title: B, points: 20, weight: 1, applies_when: c > 0, test: b >= 1 }`;
  const group = `  A:
    title: A
    points: 10
    weight: 1
    parts:
      A.1: { title: A.1, points: 4, test: a >= 1 }
      A.2: { title: A.2, points: 6, applies_when: c > 0, test: b >= 1 }`;

  it.each<readonly [string, string, Cells, string]>([
    ['exactly 80 %', written(three, ofTen), { a: 1, b: 1 }, '8/10 best'],
    ['70 %', written(three, ofTen), { a: 1, c: 1 }, '7/10 rest'],
    [
      'bonus cannot exceed the group without a cap',
      written(withBonus.replace('CAP', ''), ofTen),
      { a: 10, b: 1 },
      '10/10 best',
    ],
    ['bonus fills up', written(withBonus.replace('CAP', ''), ofTen), { a: 5, b: 1 }, '9/10 best'],
    [
      'a cap above: the total still ends at what can be earned',
      written(withBonus.replace('CAP', 'cap: 12'), ofTen, 'points(A) >= 12'),
      { a: 10, b: 1 },
      '10/10 best',
    ],
    [
      'a cap of 12 is not 13',
      written(withBonus.replace('CAP', 'cap: 12'), ofTen, 'points(A) >= 13'),
      { a: 10, b: 1 },
      '10/10 rest',
    ],
    ['a cap below', written(withBonus.replace('CAP', 'cap: 8'), ofTen), { a: 10 }, '8/8 best'],
    [
      'the share of a bonus is of its own points',
      written(withBonus.replace('CAP', ''), ofTen, 'points(A.2) >= 50%'),
      { a: 10 },
      '10/10 rest',
    ],
    ['an excluded criterion leaves what can be earned', written(excluded, ofTen), { b: 1 }, '5/5 best'],
    ['nothing applies: no points, and no gate holds', written(excluded, ofTen), { a: 1, b: 1, c: 2 }, 'null rest'],
    ['weighted', written(weighted, '{ model: weighted, of: 100 }'), { a: 1, c: 1 }, '75/100 rest'],
    ['weighted, the other excluded', written(weighted, '{ model: weighted, of: 100 }'), { a: 1 }, '100/100 best'],
    ['weighted, a part excluded', written(group, '{ model: weighted, of: 100 }'), { a: 1 }, '100/100 best'],
    ['a part excluded', written(group, ofTen), { a: 1 }, '4/4 best'],
    [
      'a missing cell over a number below zero',
      written('  A: { title: A, points: 10, on: a / (b - c), scale: [[-400%, 2], [0%, 10]] }', ofTen),
      { a: null, b: 1, c: 3 },
      '2…10/10 best or rest',
    ],
    [
      'nothing to deduct for less than nothing',
      written('  A: { title: A, points: 10, deduct: { each: 1, per: a - b } }', ofTen),
      { b: 3 },
      '10/10 best',
    ],
    [
      'deducted at the most',
      written('  A: { title: A, points: 10, deduct: { each: 1, per: a, most: 3 } }', ofTen),
      { a: 9 },
      '7/10 rest',
    ],
    [
      'never below the floor',
      written('  A: { title: A, points: 10, deduct: { each: 3, per: a, floor: 2 } }', ofTen),
      { a: 9 },
      '2/10 rest',
    ],
  ])('%s', (_, text, cells, expected) => {
    expect(outcome(text, cells)).toBe(expected);
  });

  it.each<readonly [string, string, number, string]>([
    ['at the best band', 'bands: [[6, 0], [2, 10]]', 2, 'pass'],
    ['in the band above it, which earns less', 'bands: [[6, 0], [2, 10]]', 6, 'fail'],
    ['under the best band', 'bands: [[6, 0], [2, 10]]', 1, 'fail'],
    ['where a scale has become level', 'scale: [[0, 0], [4, 10], [8, 10]]', 4, 'pass'],
    ['under it', 'scale: [[0, 0], [4, 10], [8, 10]]', 3, 'fail'],
    ['where a falling scale is still level', 'scale: [[2, 10], [4, 10], [8, 0]]', 4, 'pass'],
    ['where it falls', 'scale: [[2, 10], [4, 10], [8, 0]]', 5, 'fail'],
  ])('a criterion is met with all its points: %s', (_, rule, a, expected) => {
    const assessments = assessed(written(`  A: { title: A, points: 10, on: a, ${rule} }`, ofTen), [{ a, b: 0, c: 0 }]);
    expect(stateText(assessments.states[0]?.[0])).toBe(expected);
  });
});
