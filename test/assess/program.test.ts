import { expect, test } from 'vitest';
import { criteriaIn } from '../../src/assess/index.ts';
import { domainOf } from '../../src/assess/program.ts';
import { integer } from '../../src/number/index.ts';
import { assessorFor } from './assessor.ts';
import { assessed, candidatesText, criterionText, smallSet } from './small-sets.ts';

const SET = smallSet(
  `  a: { label: a, type: count, min: 1, max: 9 }
  b: { label: b, type: decimal, max: 5 }
  yes: { label: Yes, type: boolean }`,
  `criteria:
  A: { title: A, test: { all: [C, { not: B }] } }
  B: { title: B, test: b > 2 }
  C: { title: C, test: { any: [D, yes] }, applies_when: B }
  D: { title: D, test: a > 5 }
classes:
  all: { label: All, when: { at_least: 2, of: [A, C, D] } }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [C, A] }
`,
);

test('criteria are decided after those they refer to', () => {
  const { program } = assessorFor(SET);
  const ids = [...program.set.criteria.keys()];
  const told = program.order.map((number) => ids[number]);
  expect(new Set(told)).toEqual(new Set(['A', 'B', 'C', 'D']));
  expect(told).toHaveLength(4);
  for (const [before, after] of [
    ['C', 'A'],
    ['B', 'A'],
    ['B', 'C'],
    ['D', 'C'],
  ]) {
    expect(told.indexOf(before)).toBeLessThan(told.indexOf(after));
  }
  expect(program.criteria.map((condition) => [...new Set(criteriaIn(condition).map((number) => ids[number]))])).toEqual(
    [expect.arrayContaining(['B', 'C']), [], expect.arrayContaining(['B', 'D']), []],
  );
  expect(program.counted.map(({ number }) => ids[number])).toEqual(['C', 'A']);
});

test.each([
  [{ a: 9, b: 3, yes: false }, 'fail pass pass pass', 'all'],
  [{ a: 1, b: 3, yes: true }, 'fail pass pass fail', 'rest'],
  [{ a: 9, b: 1, yes: true }, 'pass fail not-applicable pass', 'all'],
  [{ a: 1, b: 3, yes: null }, 'fail pass unknown fail', 'rest'],
])('criteria that refer to later ones: %j', (row, states, expected) => {
  const found = assessed(SET, [row]);
  expect(['A', 'B', 'C', 'D'].map((id) => criterionText(found, id)).join(' ')).toBe(states);
  expect(candidatesText(found, 0)).toBe(expected);
});

test.each([
  ['a', { whole: true, min: integer(1), max: integer(9) }],
  ['b', { whole: false, min: integer(0), max: integer(5) }],
  // The two counts of a share.
  ['share#count', { whole: true, min: integer(0), max: null }],
  ['share#units', { whole: true, min: integer(1), max: null }],
])('what %s may be', (id, domain) => {
  expect(domainOf(assessorFor(SET).program.set, id)).toEqual(domain);
});
