import { describe, expect, test } from 'vitest';
import { parseCriteria } from '../../src/criteria/index.ts';
import { spoiled } from './small-set.ts';
import { otherSheet } from './small-sheet.ts';

type Told = readonly [
  code: string,
  args: object,
  path: string | null,
  line: number | undefined,
  received: string | null,
];

const told = (text: string): readonly Told[] =>
  parseCriteria(text).issues.map(({ code, args, path, position, received }) => [
    code,
    args,
    path,
    position?.line,
    received,
  ]);

/** Everything that is told of each, and nothing else. */
describe('a fault is told once, with what it takes to mend it', () => {
  const unknown = (kind: string, id: string, nearest: readonly string[], path: string, line: number): Told => [
    'criteria/unknown-id',
    { kind, id, nearest },
    path,
    line,
    id,
  ];
  const reversed = (from: string, to: string, path: string, line: number): Told => [
    'criteria/ends-reversed',
    { from, to },
    path,
    line,
    to,
  ];

  test.each<[string, string, readonly Told[]]>([
    ['from: 2025-01-01 }', 'from: 2025-01-01, to: 2025-01-01 }', []],
    [
      'from: 2025-01-01 }',
      'from: 2025-01-01, to: 2024-12-31 }',
      [reversed('2025-01-01', '2024-12-31', 'effective.to', 6)],
    ],
    ['min: 1', 'min: 1, max: 1', []],
    ['min: 1', 'min: 1, max: 0.9', [reversed('1', '0.9', 'indicators.people.max', 11)]],
    ['max: 0.50', 'max: -1', [reversed('0', '-1', 'indicators.area.max', 13)]],
    ['max: 0.50', 'min: -3, max: -1', []],
    ['max: 0.50', 'max: 0', []],
    [
      'values: { none: None, main: Main }',
      'values: { none: None }',
      [['criteria/values-misplaced', { indicator: 'route', type: 'choice' }, 'indicators.route', 14, null]],
    ],
    [
      'type: count }',
      'type: count, values: {} }',
      [['criteria/values-misplaced', { indicator: 'users', type: 'count' }, 'indicators.users', 12, null]],
    ],
    [
      '  rate: {',
      '  users: { label: Twice, formula: people }\n  rate: {',
      [['criteria/name-taken', { name: 'users', line: 12 }, null, 19, 'users']],
    ],
    [
      '  rate: {',
      '  last: { label: Word, formula: people }\n  rate: {',
      [['criteria/reserved-name', { name: 'last' }, null, 19, 'last']],
    ],
    ['cite: law k1', 'cite: lav k1', [unknown('source', 'lav', ['law'], 'criteria.A.1.cite', 23)]],
    [
      'certifies: true,',
      'certifies: true, cite: lav k1,',
      [unknown('source', 'lav', ['law'], 'classes.clean.cite', 33)],
    ],
    [
      'question: Which limit?',
      'question: Which limit?\n    cite: lav',
      [unknown('source', 'lav', ['law'], 'readings.limit.cite', 42)],
    ],
    ['cite: law }', 'cite: lav }', [unknown('source', 'lav', ['law'], 'targets.0.cite', 57)]],
    [
      'targets:',
      'remarks:\n  - { when: A.1, cite: lav, message: Note }\ntargets:',
      [unknown('source', 'lav', ['law'], 'remarks.0.cite', 57)],
    ],
    ['targets:', 'remarks:\n  - { when: A.1, class: rest, cite: law, message: Note }\ntargets:', []],
    [
      'targets:',
      'remarks:\n  - { when: A.1, class: rst, message: Note }\ntargets:',
      [unknown('class', 'rst', ['rest'], 'remarks.0.class', 57)],
    ],
    [
      'of: [A.1, A.2] }\nrank',
      'of: [A.1, A.4] }\nrank',
      [unknown('criterion', 'A.4', ['A.1', 'A.2', 'A.3'], 'score.of.1', 35)],
    ],
    ['by: rate', 'by: ratee', [unknown('rank-key', 'ratee', ['rate'], 'rank.1.by', 38)]],
    ['by: rate', 'by: users', []],
    ['by: rate', 'by: score', []],
    ['by: rate', 'by: A.1', [unknown('rank-key', 'A.1', [], 'rank.1.by', 38)]],
    ['best: [clean, rest]', 'best: [rest, cleen]', [unknown('class', 'cleen', ['clean'], 'rank.0.best.1', 37)]],
    [
      'default: low',
      'default: lo',
      [
        [
          'reading/unknown-option',
          { reading: 'limit', option: 'lo', known: ['low', 'high'], nearest: [] },
          'readings.limit.default',
          42,
          'lo',
        ],
      ],
    ],
    [
      'when: otherwise }',
      'when: otherwise }\n  more: { label: More, when: A.1 }\n  most: { label: Most, when: otherwise }',
      [
        ['criteria/after-otherwise', { class: 'more' }, 'classes.more', 35, 'more'],
        ['criteria/after-otherwise', { class: 'most' }, 'classes.most', 36, 'most'],
      ],
    ],
    ['  rest: { label: Rest, when: otherwise }\n', '  rest: { label: Rest, when: A.3 }\n', []],
    [
      'formula: users / people',
      'formula: other / people',
      [['formula/unknown-name', { name: 'other', nearest: [] }, 'measures.rate.formula', 19, 'other']],
    ],
    [
      '  rate: {',
      '  one: { label: One, formula: two + 1 }\n  two: { label: Two, formula: one * 2 }\n  rate: {',
      [['criteria/cycle', { of: 'measures', cycle: ['one', 'two', 'one'] }, 'measures.one', 19, 'one']],
    ],
    [
      'test: rate < 0.5%',
      'test: A.3',
      [['criteria/cycle', { of: 'criteria', cycle: ['A.1', 'A.3', 'A.1'] }, 'criteria.A.1', 21, 'A.1']],
    ],
    [
      'test: rate < 0.5%',
      'applies_when: A.1\n    test: rate < 0.5%',
      [['criteria/cycle', { of: 'criteria', cycle: ['A.1', 'A.1'] }, 'criteria.A.1', 21, 'A.1']],
    ],
    [
      'test: rate < 0.5%',
      'applies_when: users\n    test: rate < 0.5%',
      [['formula/wrong-type', { expected: 'condition', found: 'number' }, 'criteria.A.1.applies_when', 24, null]],
    ],
    [
      'test: rate < 0.5%',
      'applies_when: "users >"\n    test: rate < 0.5%',
      [['formula/unexpected-token', { expected: ['operand'] }, 'criteria.A.1.applies_when', 24, null]],
    ],
    [
      'targets:',
      'checks: [{ rule: users, message: Wrong }]\ntargets:',
      [['formula/wrong-type', { expected: 'condition', found: 'number' }, 'checks.0.rule', 56, null]],
    ],
    [
      'targets:',
      'remarks: [{ when: A.1, message: Right }, { when: rate, message: Wrong }]\ntargets:',
      [['formula/wrong-type', { expected: 'condition', found: 'number' }, 'remarks.1.when', 56, null]],
    ],
    [
      'targets:',
      'remarks: [{ when: "users >", message: Wrong }]\ntargets:',
      [['formula/unexpected-token', { expected: ['operand'] }, 'remarks.0.when', 56, null]],
    ],
    [
      'when: { all: [A.1, A.2] }',
      'when: { all: [A.1, rate] }',
      [['formula/wrong-type', { expected: 'condition', found: 'number' }, 'classes.clean.when', 33, null]],
    ],
    [
      'test: rate < 0.5%',
      'test: score > 1',
      [['formula/unknown-name', { name: 'score', nearest: [] }, 'criteria.A.1.test', 24, 'score']],
    ],
    ['when: { all: [A.1, A.2] }', 'when: mandatory', []],
    [
      'at_least: 1, of: [A.1, { not: A.2 }]',
      'at_least: 3, of: [A.1, { not: A.2 }]',
      [['criteria/at-least-too-many', { count: 3, of: 2 }, 'criteria.A.3.test', 31, '3']],
    ],
    ['at_least: 1, of: [A.1, { not: A.2 }]', 'at_least: 2, of: { one: A.1, two: A.2 }', []],
    [
      'at_least: 1, of: [A.1, { not: A.2 }]',
      'at_least: 3.5, of: [A.1, { not: A.2 }]',
      [['criteria/wrong-form', { expected: 'whole-number' }, 'criteria.A.3.test.at_least', 31, '3.5']],
    ],
    [
      'at_least: 1, of: [A.1, { not: A.2 }]',
      'of: [A.1, A.9]',
      [
        ['criteria/missing-key', { key: 'at_least' }, 'criteria.A.3.test.at_least', 31, null],
        ['formula/unknown-name', { name: 'A.9', nearest: ['A.1', 'A.2', 'A.3'] }, 'criteria.A.3.test', 31, 'A.9'],
      ],
    ],
  ])('%s → %s', (part, by, wanted) => {
    expect(told(spoiled(part, by))).toEqual(wanted);
  });

  test.each<[string, string, string]>([
    ['type: count, min: 1', 'type: count, min: 1, rollup: "sum(users"', 'indicators.people.rollup'],
    ['formula: users / people', 'formula: users /', 'measures.rate.formula'],
    ['targets:', 'checks: [{ rule: "users >", message: Wrong }]\ntargets:', 'checks.0.rule'],
    ['when: { all: [A.1, A.2] }', 'when: { all: [A.1, A.2 and] }', 'classes.clean.when.all.1'],
  ])('a formula that cannot be read is told by its path: %s → %s', (part, by, path) => {
    expect(told(spoiled(part, by)).map((found) => [found[0], found[2]])).toEqual([['formula/unexpected-token', path]]);
  });

  test.each<[string, string, readonly (readonly [string, string, number])[]]>([
    ['test: plan }\n  A:', 'test: pledged }\n  A:', [['formula/wrong-type', 'criteria.M.test', 14]]],
    ['on: pledged / homes', 'on: pledged + homes', [['formula/mixed-units', 'criteria.A.2.on', 21]]],
    ['on: pledged / homes', 'on: plan', [['formula/wrong-type', 'criteria.A.2.on', 21]]],
    ['on: pledged, scale', 'on: plan, scale', [['formula/wrong-type', 'criteria.B.on', 23]]],
    ['on: pledged, scale', 'on: pledge, scale', [['formula/unknown-name', 'criteria.B.on', 23]]],
    ['on: pledged, scale', 'on: "pledged +", scale', [['formula/unexpected-token', 'criteria.B.on', 23]]],
    // The formula is held against the steps even where the points do not fit them.
    [
      'points: 20, on: pledged / homes, bands: [[90%, 20]',
      'points: 20, on: pledged, bands: [[90%, 25]',
      [
        ['criteria/rule-fault', 'criteria.A.2', 21],
        ['formula/mixed-units', 'criteria.A.2.on', 21],
      ],
    ],
    ['per: cases', 'per: plan', [['formula/wrong-type', 'criteria.C.deduct.per', 24]]],
    ['per: cases', 'per: "cases +"', [['formula/unexpected-token', 'criteria.C.deduct.per', 24]]],
    ['test: plan }\n      A.2', 'test: A }\n      A.2', [['criteria/cycle', 'criteria.A', 15]]],
    // A group is met without its bonus.
    ['test: cases == 0', 'test: A', []],
  ])('of a sheet: %s → %s', (part, by, wanted) => {
    expect(told(otherSheet(part, by)).map((found) => [found[0], found[2], found[3]])).toEqual(wanted);
  });
});

describe('many faults', () => {
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('');

  test('are told up to a hundred, and how many more there are', () => {
    const faulty = spoiled(
      'measures:\n',
      `measures:\n${lines(150, (index) => `  m${index}: { label: m, formula: x }\n`)}`,
    );
    const { issues } = parseCriteria(faulty);
    expect(issues).toHaveLength(101);
    expect(issues.slice(0, 100).map(({ path }) => path)).toEqual(
      Array.from({ length: 100 }, (_, index) => `measures.m${index}.formula`),
    );
    expect(issues[100]).toMatchObject({ code: 'criteria/more-issues', args: { more: 50 } });
  });

  test('up to a hundred are told without more', () => {
    const faulty = spoiled(
      'measures:\n',
      `measures:\n${lines(100, (index) => `  m${index}: { label: m, formula: x }\n`)}`,
    );
    expect(parseCriteria(faulty).issues.map(({ code }) => code)).toEqual(
      Array.from({ length: 100 }, () => 'formula/unknown-name'),
    );
  });

  test.each<[string, string, string, number]>([
    ['formulas', 'measures:\n', `measures:\n${lines(250, (index) => `  m${index}: { label: m, formula: x }\n`)}`, 100],
    ['ids', 'of: [A.1, A.2] }\nrank', `of: [${lines(250, (index) => `B.${index}, `)}] }\nrank`, 100],
  ])('of %s beyond two hundred are not looked for', (_, part, by, more) => {
    expect(parseCriteria(spoiled(part, by)).issues.at(-1)).toMatchObject({ args: { more } });
  });

  test('on one line are told from left to right', () => {
    const { issues } = parseCriteria(spoiled('type: count, min: 1', 'type: cout, min: one, show: percent'));
    expect(issues.map(({ position }) => position?.column)).toEqual([34, 45, 50]);
  });
});

describe('a byte has room for 255 places', () => {
  const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `c${index}`);
  const values = (count: number): string =>
    spoiled(
      'values: { none: None, main: Main }',
      `values: { none: None, ${ids(count - 1)
        .map((id) => `${id}: C`)
        .join()} }`,
    );
  const classes = (count: number): string =>
    spoiled(
      'classes:\n',
      `classes:\n${ids(count - 2)
        .map((id) => `  ${id}: { label: C, when: A.1 }\n`)
        .join('')}`,
    );

  test('of the values of a choice', () => {
    expect(told(values(255))).toEqual([]);
    expect(told(values(256))).toEqual([
      ['criteria/too-many-values', { indicator: 'route', limit: 255 }, 'indicators.route', 14, null],
    ]);
  });

  test('of the classes of a set', () => {
    expect(told(classes(255))).toEqual([]);
    expect(told(classes(256))).toEqual([['criteria/too-many-classes', { limit: 255 }, 'classes.rest', 288, null]]);
  });
});

describe('measures', () => {
  const chain = (last: string): string => {
    const doubled = Array.from({ length: 13 }, (_, index) => {
      const below = index === 0 ? last : `m${index - 1}`;
      return `  m${index}: { label: m, formula: ${below} + ${below} }\n`;
    });
    return spoiled('measures:\n', `measures:\n${doubled.join('')}`);
  };

  test('may hold ten thousand names', () => {
    // 8,192 names, and with every further one of the last twice as many.
    expect(told(chain('users'))).toEqual([]);
    const rest = '0 + users + users';
    expect(told(chain(rest)).map(([code, args]) => [code, args])).toEqual([
      ['criteria/measure-too-large', { measure: 'm12', limit: 10_000 }],
    ]);
  });

  test('that are at fault stand as numbers for what uses them', () => {
    const circle = '  one: { label: One, formula: two + 1 }\n  two: { label: Two, formula: one * 2 }\n  rate: {';
    const used = spoiled('  rate: {', circle).replace('test: rate < 0.5%', 'test: one < 0.5% and two');
    expect(told(used).map(([code, , path]) => [code, path])).toEqual([
      ['criteria/cycle', 'measures.one'],
      ['formula/wrong-type', 'criteria.A.1.test'],
    ]);
  });
});
