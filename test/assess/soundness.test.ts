import { expect, test } from 'vitest';
import { indicatorsIn } from '../../src/assess/index.ts';
import { readCsv } from '../../src/data/index.ts';
import type { Issue } from '../../src/messages/index.ts';
import { assessorFor } from './assessor.ts';
import { smallSet } from './small-sets.ts';

const SET = `family: sound
version: "1"
status: draft
title: Sound
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  people: { label: People, type: count, max: 100 }
  users: { label: Users, type: count }
  route: { label: Route, type: choice, values: { none: None, main: Main } }
checks:
  - { rule: users <= people, message: { vi: Nhiều hơn, en: More users than people } }
  - { rule: users < 50 or route == main, severity: warning, message: { vi: Nhiều, en: Many } }
criteria:
  A.1: { title: Rate, test: users / people > 50% }
classes:
  high: { label: High, when: A.1 }
  low: { label: Low, when: { not: A.1 } }
`;

function issuesOf(rows: string): readonly Issue[] {
  const assessor = assessorFor(SET);
  const { set } = assessor.program;
  return assessor.assess(readCsv({ name: 'a.csv', text: `code,people,users,route\n${rows}` }, set)).issues;
}

test('sound rows have no issues', () => {
  expect(issuesOf('1,10,5,none\n2,10,,none\n3,,5,\n4,100,60,main')).toEqual([]);
});

test('a broken check names its rule, and stands at its first figure', () => {
  expect(issuesOf('1,10,5,none\n2,10,11,none')).toMatchObject([
    {
      code: 'data/check-failed',
      severity: 'error',
      args: { unit: '2', rule: 'users <= people', message: { en: 'More users than people' } },
      path: expect.stringMatching(/^(users|people)$/),
      position: { file: 'a.csv', line: 3 },
    },
  ]);
});

test.each([
  ['0,3', ['data/division-by-zero']],
  ['0,0', []],
  ['9,3', []],
])('what only orders units must be sound as well: %s', (figures, codes) => {
  const { program, assess } = assessorFor(
    smallSet(
      `  people: { label: People, type: count }
  users: { label: Users, type: count }`,
      `measures: { load: { label: Load, formula: users / people } }
criteria: { A: { title: Few, test: users < 9 } }
classes: { few: { label: Few, when: A } }
rank: [{ by: load, order: low }]
`,
    ),
  );
  const data = readCsv({ name: 'a.csv', text: `code,people,users\n1,${figures}\n` }, program.set);
  expect(assess(data).issues.map(({ code }) => code)).toEqual(codes);
});

test('a check that only warns is a warning', () => {
  expect(issuesOf('1,90,60,none')).toMatchObject([
    { code: 'data/check-failed', severity: 'warning', args: { unit: '1' } },
  ]);
});

test('something divided by nothing is an error; nothing divided by nothing is in no class here', () => {
  expect(issuesOf('1,0,5,none').map(({ code }) => code)).toContain('data/division-by-zero');
  expect(issuesOf('1,0,5,none').find(({ code }) => code === 'data/division-by-zero')).toMatchObject({
    severity: 'error',
    args: { unit: '1', indicators: expect.arrayContaining(['people']) },
    position: { line: 2 },
  });
  expect(issuesOf('1,0,0,none')).toMatchObject([
    { code: 'criteria/no-class-holds', args: { unit: '1', set: 'sound@1' }, position: { line: 2 } },
  ]);
});

test('a row whose missing figures no sound value fits is an error', () => {
  // Whatever the missing figure is, both checks fail.
  expect(issuesOf('1,10,5,none\n2,,101,none')).toMatchObject([
    { code: 'data/check-failed', args: { unit: '2' } },
    { code: 'data/check-failed', args: { unit: '2' }, position: { line: 3 } },
  ]);
});

test('issues stand row by row, and within a row as the set has its checks', () => {
  const found = issuesOf('1,10,60,none\n2,10,5,none\n3,0,5,none\n4,5,6,main');
  expect(found.map(({ code, severity, args }) => [code, severity, 'unit' in args ? args.unit : null])).toEqual([
    ['data/check-failed', 'error', '1'],
    ['data/check-failed', 'warning', '1'],
    ['data/check-failed', 'error', '3'],
    ['data/division-by-zero', 'error', '3'],
    ['data/check-failed', 'error', '4'],
  ]);
});

test('an issue points to the first figure it is about', () => {
  const [check] = issuesOf('1,10,11,none');
  expect([check?.path, check?.position?.column]).toEqual(check?.path === 'people' ? ['people', 2] : ['users', 3]);
  const division = issuesOf('1,0,5,none').find(({ code }) => code === 'data/division-by-zero');
  expect(division?.path === 'people' || division?.path === 'users').toBe(true);
  expect(division?.position?.column).toBe(division?.path === 'people' ? 2 : 3);
});

test('a unit that is in no class is told where a figure is missing, too', () => {
  expect(issuesOf('1,0,0,\n2,10,5,')).toMatchObject([{ code: 'criteria/no-class-holds', args: { unit: '1' } }]);
});

test.each([
  ['0,1', [['b', 'data/division-by-zero']]],
  ['1,0', [['c', 'data/division-by-zero']]],
  [
    '0,0',
    [
      ['b', 'data/division-by-zero'],
      ['c', 'data/division-by-zero'],
    ],
  ],
  ['1,1', []],
])('each division by zero is told of where b,c are %s', (cells, expected) => {
  const assessor = assessorFor(
    smallSet(
      ['a', 'b', 'c'].map((id) => `  ${id}: { label: ${id}, type: count }`).join('\n'),
      `criteria:
  A: { title: A, test: a / b > 1 }
  B: { title: B, test: a / c > 1 }
classes:
  all: { label: All, when: otherwise }
`,
    ),
  );
  const { issues } = assessor.assess(
    readCsv({ name: 'a.csv', text: `code,a,b,c\n1,5,${cells}` }, assessor.program.set),
  );
  const told = issues.map((issue) => [
    'indicators' in issue.args && Array.isArray(issue.args.indicators)
      ? issue.args.indicators.filter((id) => id !== 'a').join(' ')
      : '',
    issue.code,
  ]);
  expect(told).toEqual(expected);
});

test('a condition is about the indicators it asks for, with those of criteria it refers to', () => {
  const { program } = assessorFor(`family: asked
version: "1"
status: draft
title: Asked
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  a: { label: a, type: count }
  b: { label: b, type: count }
  route: { label: Route, type: choice, values: { none: None, main: Main } }
  registered: { label: Registered, type: boolean }
criteria:
  A: { title: A, test: a + b >= 1 }
  B: { title: B, test: route == main }
  C: { title: C, test: registered }
  D: { title: D, test: { any: [C, b > 2, { not: B }] } }
  E: { title: E, test: { at_least: 1, of: [A, B] } }
  F: { title: F, test: 1 > 0 }
classes:
  all: { label: All, when: otherwise }
`);
  expect(program.criteria.map((condition) => [...indicatorsIn(program, condition)].sort().join(' '))).toEqual([
    'a b',
    'route',
    'registered',
    'b registered route',
    'a b route',
    '',
  ]);
  expect(indicatorsIn(program, program.criteria[9])).toEqual([]);
});

/** The class hangs on `z` alone, and whether the figures can be on all three. */
const APART = smallSet(
  ['x', 'y', 'z'].map((id) => `  ${id}: { label: ${id}, type: count }`).join('\n'),
  `checks:
  - { rule: x + y <= z, message: { vi: Nhiều hơn, en: More than all } }
  - { rule: z <= y + 30, message: { vi: Quá nhiều, en: Too many } }
  - { rule: y <= 5, severity: warning, message: { vi: Nhiều, en: Many } }
criteria:
  A: { title: A, test: z >= 1 }
  B: { title: B, test: z / x >= 0 }
classes:
  good: { label: Good, when: A, certifies: true }
  other: { label: Other, when: otherwise }
`,
);

test.each([
  ['a check fails whatever the missing cell is, though the class does not hang on it', '5,,1', ['data/check-failed']],
  ['no value of the missing cells fits all checks', '50,,', ['data/no-sound-filling']],
  ['a value fits', '1,,1', []],
  ['nothing is missing', '5,0,1', ['data/check-failed']],
  ['the row has an error of its own already', '0,,1', ['data/division-by-zero']],
])('where %s', (_, cells, expected) => {
  const assessor = assessorFor(APART);
  const dataset = readCsv({ name: 'a.csv', text: `code,x,y,z\n1,${cells}` }, assessor.program.set);
  const { issues, classes } = assessor.assess(dataset);
  expect(issues.map(({ code }) => code)).toEqual(expected);
  if (expected.length === 0) expect([...classes]).toEqual([0]);
});
