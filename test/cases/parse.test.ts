import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { casesJsonSchema, parseCases } from '../../src/cases/index.ts';
import { casesOf, SMALL_CASES, withCases } from './small-cases.ts';

/** Every fault as `line:column code received`. */
function faultsOf(text: string): readonly string[] {
  const { issues } = parseCases(text, 'small.cases.yaml');
  return issues.map(({ code, position, received }) => `${position?.line}:${position?.column} ${code} ${received}`);
}

describe('a sound cases file', () => {
  const { criteria, cases } = casesOf(SMALL_CASES);

  test('names its set and its cases with their places', () => {
    expect(criteria).toMatchObject({ name: 'small@1', at: { line: 1, column: 11 } });
    expect(cases.map(({ name, at }) => [name.vi, name.en, at.line])).toEqual([
      ['Sạch', 'Clean', 8],
      ['Exactly the limit', 'Exactly the limit', 12],
      ['Unknown users', 'Unknown users', 15],
    ]);
    expect(cases.map(({ cite }) => cite)).toEqual([{ source: 'law', clause: 'k1' }, null, null]);
  });

  test('starts every case from base; null takes a figure away', () => {
    const figures = cases.map(({ given }) => (given.kind === 'data' ? given.data.get('users')?.value : undefined));
    expect(figures).toEqual(['0', '5', null]);
    expect(cases.map(({ given }) => (given.kind === 'data' ? given.data.get('people')?.at.line : 0))).toEqual([
      3, 3, 3,
    ]);
  });

  test('expects what is written, each with its place', () => {
    expect(cases[2]?.expected.map(({ of, at }) => [of, at.line])).toEqual([
      ['class', 17],
      ['candidates', 17],
      ['certified', 17],
      ['score', 17],
      ['state', 17],
    ]);
    expect(cases[2]?.expected[0]).toMatchObject({ expected: null });
    expect(cases[2]?.expected[3]).toMatchObject({ expected: { min: { num: 1n }, max: { num: 2n } } });
  });
});

describe('faults', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'an unknown key',
      withCases(['{ name: A, date: {}, expect: { class: rest } }']),
      ['8:16 criteria/unknown-key date'],
    ],
    [
      'a figure that can be two numbers',
      withCases(['{ name: A, data: { people: 10.000 }, expect: { class: rest } }']),
      ['8:32 number/ambiguous 10.000'],
    ],
    ['nothing expected', withCases(['{ name: A, data: {}, expect: {} }']), ['8:34 criteria/wrong-form {…}']],
    [
      'data and units',
      withCases(['{ name: A, data: {}, units: [{}], expect: { class: rest } }']),
      ['8:5 criteria/wrong-form {…}'],
    ],
    ['neither', withCases(['{ name: A, expect: { class: rest } }']), ['8:5 criteria/wrong-form {…}']],
    [
      'a state that is none',
      withCases(['{ name: A, data: {}, expect: { states: { A.1: met } } }']),
      ['8:51 criteria/unknown-value met'],
    ],
    [
      'a verdict in words',
      withCases(['{ name: A, data: {}, expect: { certified: maybe } }']),
      ['8:47 criteria/wrong-form maybe'],
    ],
    [
      'half a range',
      withCases(['{ name: A, data: {}, expect: { score: { min: 1 } } }']),
      ['8:36 criteria/missing-key null'],
    ],
    [
      'a figure that is a list',
      withCases(['{ name: A, data: { users: [1] }, expect: { class: rest } }']),
      ['8:31 criteria/wrong-form […]'],
    ],
    ['no id of a set', SMALL_CASES.replace('small@1', 'small'), ['1:11 criteria/wrong-form small']],
    [
      'a comma that cuts a name',
      withCases(['{ name: One, two, data: {}, expect: { class: rest } }']),
      ['8:13 criteria/cut-by-comma One, two'],
    ],
    ['a key twice', SMALL_CASES.replace('  users: 0', '  people: 0'), ['4:3 criteria/duplicate-key people']],
    ['no cases', 'criteria: small@1\ncases: []\n', ['2:8 criteria/wrong-form […]']],
    ['an empty file', '', ['undefined:undefined criteria/empty-file null']],
  ])('%s', (_, text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });

  test('are told all at once, in the order of the file', () => {
    const text = withCases([
      '{ name: A, data: {}, expect: { certified: maybe } }',
      '{ name: B, data: {}, expect: { class: Rest } }',
    ]);
    expect(faultsOf(text.replace('small@1', 'Small'))).toEqual([
      '1:11 criteria/wrong-form Small',
      '8:47 criteria/wrong-form maybe',
      '9:43 criteria/wrong-form Rest',
    ]);
  });

  test('of a key offer the keys that may stand there', () => {
    const { issues } = parseCases(withCases(['{ name: A, data: {}, expect: { klass: rest } }']), 'x');
    expect(issues[0]).toMatchObject({ code: 'criteria/unknown-key', args: { key: 'klass', nearest: ['class'] } });
  });
});

test('criteria/cases.schema.json is the schema of the code: run `npm run schema` after a change', () => {
  const stored = readFileSync(new URL('../../criteria/cases.schema.json', import.meta.url), 'utf8');
  expect(stored).toBe(`${JSON.stringify(casesJsonSchema(), null, 2)}\n`);
});
