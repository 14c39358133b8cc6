import { describe, expect, test } from 'vitest';
import { type Assessments, leftOutInTurn, underWeights, weighedCriteria } from '../../src/assess/index.ts';
import { ONE, parseDecimal } from '../../src/number/index.ts';
import { assessorFor, stateText } from './assessor.ts';
import { assessed, candidatesText, criterionText, type Row, scoreText, smallSet } from './small-sets.ts';

const COUNTS = ['a', 'b', 'c'].map((id) => `  ${id}: { label: ${id}, type: count, max: 20 }`).join('\n');

const sheet = (criteria: string, score: string, best = 'score >= 60%'): string =>
  smallSet(
    COUNTS,
    `criteria:
${criteria}
classes:
  best: { label: Best, certifies: true, when: ${best} }
  good: { label: Good, certifies: true, when: score >= 30% }
  rest: { label: Rest, when: otherwise }
score: ${score}
`,
  );

const THREE = sheet(
  `  M: { title: M, test: a >= 0 }
  A: { title: A, points: 5, test: a >= 1 }
  B: { title: B, points: 3, on: b, bands: [[2, 3], [1, 1]] }
  C: { title: C, points: 2, on: c, scale: [[0, 0], [4, 2]] }`,
  '{ model: points, of: 10 }',
);
const GROUP = sheet(
  `  A:
    title: A
    points: 10
    cap: 8
    parts:
      A.1: { title: A.1, points: 5, test: a >= 1 }
      A.2: { title: A.2, points: 5, test: b >= 1 }
  B: { title: B, points: 5, test: c >= 1 }`,
  '{ model: points, of: 15 }',
  'points(A) >= 60%',
);
const BONUS = sheet(
  `  A: { title: A, points: 6, test: a >= 1 }
  B: { title: B, points: 3, bonus: true, test: b >= 1 }
  C: { title: C, points: 6, test: c >= 1 }`,
  '{ model: points, of: 12 }',
);
const WEIGHTED = sheet(
  `  A: { title: A, points: 5, weight: 3, test: a >= 1 }
  B:
    title: B
    points: 4
    weight: 1
    parts:
      B.1: { title: B.1, points: 2, test: b >= 1 }
      B.2: { title: B.2, points: 2, test: c >= 1 }`,
  '{ model: weighted, of: 100 }',
);
const ALONE = sheet(
  '  M: { title: M, test: a >= 0 }\n  A: { title: A, points: 5, test: a >= 1 }',
  '{ model: points, of: 5 }',
);
const ONE_GROUP = sheet(
  `  A:
    title: A
    points: 5
    parts:
      A.1: { title: A.1, points: 5, test: a >= 1 }`,
  '{ model: points, of: 5 }',
);
const COUNTED = smallSet(
  COUNTS,
  `criteria: { A: { title: A, test: a >= 1 } }
classes: { rest: { label: Rest, when: otherwise } }
score: { model: count, of: [A] }
`,
);

// The criteria that have a weight of their own, and those that can be left out in turn.
test.each([
  ['points', THREE, 'A B C', 'A B C'],
  ['a group', GROUP, 'A.1 A.2 B', 'A A.1 A.2 B'],
  ['a bonus', BONUS, 'A B C', 'A B C'],
  ['weights', WEIGHTED, 'A B B.1 B.2', 'A B B.1 B.2'],
  ['one criterion', ALONE, 'A', ''],
  ['one group', ONE_GROUP, 'A.1', 'A A.1'],
  ['criteria that are counted', COUNTED, '', ''],
])('weights of %s', (_, text, weighed, leftOut) => {
  const { program } = assessorFor(text);
  const ids = [...program.set.criteria.keys()];
  const told = (numbers: readonly number[]): string => numbers.map((number) => ids[number]).join(' ');
  expect([told(weighedCriteria(program)), told(leftOutInTurn(program))]).toEqual([weighed, leftOut]);
});

function changed(text: string, rows: readonly Row[], factors: Readonly<Record<string, string>>): Assessments | null {
  const before = assessed(
    text,
    rows.map((row) => ({ a: 0, b: 0, c: 0, ...row })),
  );
  const numbers = [...before.program.set.criteria.keys()].map((id) => parseDecimal(factors[id] ?? '1') ?? ONE);
  return underWeights(before, numbers);
}

/** Points, class and verdict of a unit under other weights. */
function told(text: string, row: Row, factors: Readonly<Record<string, string>>): string {
  const after = changed(text, [row], factors);
  if (after === null) return 'null';
  const place = after.classes[0] === 255 ? 'open' : 'decided';
  return `${scoreText(after, 0)} ${candidatesText(after, 0)} ${place} ${stateText(after.certified[0])}`;
}

describe('a unit under other weights', () => {
  test.each<readonly [string, string, Row, Readonly<Record<string, string>>, string]>([
    ['the same', THREE, { a: 1, b: 1 }, {}, '6/10 perhaps best decided pass'],
    ['all the same', THREE, { a: 1, b: 1 }, { A: '2', B: '2', C: '2' }, '6/10 perhaps best decided pass'],
    ['less of another', THREE, { a: 1 }, { B: '0' }, '50/7/10 perhaps best decided pass'],
    ['nothing of its own', THREE, { a: 1, b: 1 }, { A: '0' }, '2/10 perhaps rest decided fail'],
    ['half of its own', THREE, { a: 1, c: 4 }, { A: '0', B: '1', C: '1' }, '4/10 perhaps good decided pass'],
    ['a scale', THREE, { c: 2 }, { A: '0', B: '0' }, '5/10 perhaps good decided pass'],
    ['nothing left', THREE, { a: 1 }, { A: '0', B: '0', C: '0' }, 'null'],
    ['a figure is missing', THREE, { a: null, b: 2 }, { C: '0' }, '3.75…10/10 perhaps best or good open pass'],
    ['a missing figure decides', THREE, { a: null }, { C: '0' }, '0…6.25/10 perhaps best or good or rest open unknown'],
    ['a missing figure cannot help', THREE, { a: 0, c: null }, {}, '0…2/10 perhaps rest decided fail'],
    ['of a group', GROUP, { a: 1, b: 1 }, {}, '8/13 perhaps best decided pass'],
    ['of one part', GROUP, { b: 1 }, { 'A.1': '0' }, '6/13.5 perhaps best decided pass'],
    ['of the other part', GROUP, { b: 1 }, { 'A.2': '0' }, '0/13.5 perhaps rest decided fail'],
    ['a group without its parts', GROUP, { c: 1 }, { A: '0' }, '15/15 perhaps good decided pass'],
    ['a group beside nothing', GROUP, { a: 1 }, { B: '0' }, '7.5/12 perhaps best decided pass'],
    ['a group half', GROUP, { a: 1, c: 1 }, { A: '0.5' }, '11.25/13.5 perhaps best decided pass'],
    ['a bonus keeps to what can be earned', BONUS, { a: 1, b: 1 }, { A: '0' }, '6/12 perhaps good decided pass'],
    ['a bonus counts in no total', BONUS, { a: 1 }, { B: '0' }, '6/12 perhaps good decided pass'],
    ['only a bonus is left', BONUS, { b: 1 }, { A: '0', C: '0' }, 'null'],
    ['of weights', WEIGHTED, { a: 1 }, {}, '75/100 perhaps best decided pass'],
    ['more of one weight', WEIGHTED, { a: 1 }, { B: '3' }, '50/100 perhaps good decided pass'],
    ['none of one weight', WEIGHTED, { a: 1, b: 1 }, { A: '0' }, '50/100 perhaps good decided pass'],
    ['a part of a weight', WEIGHTED, { b: 1, c: 0 }, { A: '0', 'B.2': '0' }, '100/100 perhaps best decided pass'],
    ['no weight', WEIGHTED, { a: 1 }, { A: '0', B: '0' }, 'null'],
    ['counted criteria', COUNTED, { a: 1 }, {}, 'null'],
  ])('%s', (_, text, row, factors, expected) => {
    expect(told(text, row, factors)).toBe(expected);
  });

  test('keeps its criteria and earns otherwise', () => {
    const after = changed(
      GROUP,
      [
        { a: 1, b: 0, c: 1 },
        { a: 0, b: 1, c: 0 },
      ],
      { 'A.1': '0' },
    );
    if (after === null) throw new Error('something is left');
    const earned = (row: number): readonly string[] =>
      ['A', 'A.1', 'A.2', 'B'].map((id) => criterionText(after, id, row));
    expect(earned(0)).toEqual(['fail 0/6', 'pass 0/0', 'fail 0/7.5', 'pass 7.5/7.5']);
    expect(earned(1)).toEqual(['fail 6/6', 'fail 0/0', 'pass 7.5/7.5', 'fail 0/7.5']);
    expect(after.gates.map((column) => [...column].map(stateText))).toEqual([
      ['fail', 'pass'],
      ['pass', 'pass'],
    ]);
  });
});
