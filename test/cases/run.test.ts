import { describe, expect, test } from 'vitest';
import { type CaseResult, runCases } from '../../src/cases/index.ts';
import { parseSource } from '../../src/criteria/index.ts';
import { sentence } from '../../src/messages/index.ts';
import { SMALL_SET } from '../criteria/small-set.ts';
import { casesOf, SMALL_CASES, SMALL_SETS, setsOf, withCases } from './small-cases.ts';

const run = (text: string): readonly CaseResult[] => runCases(casesOf(text), SMALL_SETS);
const only = (line: string): CaseResult => {
  const [result] = run(withCases([line]));
  if (result === undefined) throw new Error('no case was run');
  return result;
};
const told = ({ differences }: CaseResult): readonly string[] =>
  differences.map(
    ({ expectation: { of }, expected, found, deciding }) => `${of}: ${expected} / ${found} by ${deciding.join(' ')}`,
  );

test('cases that come out as expected pass', () => {
  expect(run(SMALL_CASES).map(({ passed, differences, issues }) => [passed, differences, issues])).toEqual([
    [true, [], []],
    [true, [], []],
    [true, [], []],
  ]);
});

describe('a failing case tells expected, found and the criteria that decide', () => {
  test.each<[string, string, readonly string[]]>([
    ['class', '{ name: A, data: { users: 5 }, expect: { class: clean } }', ['class: clean / rest by A.1']],
    ['an open class', '{ name: A, data: { users: null }, expect: { class: rest } }', ['class: rest / null by A.1 A.3']],
    [
      'candidates, in any order',
      '{ name: A, data: { users: null }, expect: { candidates: [rest] } }',
      ['candidates: [rest] / [clean, rest] by A.1 A.3'],
    ],
    [
      'certified',
      '{ name: A, data: { users: null }, expect: { certified: false } }',
      ['certified: false / null by A.1 A.3'],
    ],
    ['a score too low', '{ name: A, data: { users: 5 }, expect: { score: 2 } }', ['score: 2 / 1 by A.1']],
    ['a score too high', '{ name: A, data: { users: 5 }, expect: { score: 0 } }', ['score: 0 / 1 by A.2']],
    ['an open score', '{ name: A, data: { users: null }, expect: { score: 1 } }', ['score: 1 / 1–2 by A.1']],
    ['a state', '{ name: A, data: { area: 0.26 }, expect: { states: { A.2: pass } } }', ['state: pass / fail by A.2']],
    [
      'points where there are none',
      '{ name: A, data: {}, expect: { points: { A.1: 1 } } }',
      ['points: 1 / null by A.1'],
    ],
    [
      'all that differs',
      '{ name: A, data: {}, expect: { class: rest, certified: false } }',
      ['class: rest / clean by A.1 A.2', 'certified: false / true by A.1 A.2'],
    ],
  ])('%s', (_, line, expected) => {
    const result = only(line);
    expect(told(result)).toEqual(expected);
    expect(result.passed).toBe(false);
    expect(result.differences.map(({ expectation }) => expectation.at.line)).toEqual(expected.map(() => 8));
  });
});

test('decimals are exact, whatever they look like in Vietnamese', () => {
  expect(only('{ name: A, data: { area: 0.250 }, expect: { states: { A.2: pass } } }').passed).toBe(true);
  expect(only('{ name: A, data: { area: 0.251 }, expect: { states: { A.2: fail } } }').passed).toBe(true);
});

describe('readings', () => {
  test('not named have their default', () => {
    expect(only('{ name: A, data: { users: 9 }, expect: { states: { A.1: fail } } }').passed).toBe(true);
  });

  test('named hold for that case', () => {
    const line =
      '{ name: A, readings: { limit: high, place: ignored }, data: { users: 9, route: main }, expect: { class: clean } }';
    expect(only(line).passed).toBe(true);
  });
});

describe('a case with unsound figures is not run', () => {
  test.each<[string, string, string]>([
    ['a fraction of a person', 'users: 1.5', 'data/fraction-in-count'],
    ['a figure beyond its bound', 'area: 0.51', 'data/above-maximum'],
    ['an unknown choice', 'route: side', 'data/unknown-choice'],
  ])('%s', (_, figure, code) => {
    const { passed, issues, assessments } = only(`{ name: A, data: { ${figure} }, expect: { class: rest } }`);
    expect([passed, assessments]).toEqual([false, null]);
    expect(issues.map((found) => [found.code, found.position?.line])).toEqual([[code, 8]]);
    expect(issues[0]?.position?.text?.slice((issues[0].position.column ?? 1) - 1)).toMatch(figure.split(': ')[1] ?? '');
  });

  test('nor one that breaks a check', () => {
    const checks = 'checks:\n  - { rule: users <= people, message: Too many users }\n';
    const sets = setsOf(SMALL_SET.replace('criteria:\n', `${checks}criteria:\n`));
    const [result] = runCases(
      casesOf(withCases(['{ name: A, data: { users: 1001 }, expect: { class: rest } }'])),
      sets,
    );
    expect(result?.issues.map(({ code }) => code)).toEqual(['data/check-failed']);
    expect(result?.issues[0]?.position).toMatchObject({ file: 'small.cases.yaml', line: 8 });
  });

  test('a figure of the base that breaks one is told at the case, which is a unit without a code', () => {
    const checks = 'checks:\n  - { rule: people <= 10, message: { vi: Đông quá., en: Too many people. } }\n';
    const sets = setsOf(SMALL_SET.replace('criteria:\n', `${checks}criteria:\n`));
    const [result] = runCases(casesOf(withCases(['{ name: A, data: { users: 1 }, expect: { class: rest } }'])), sets);
    const [found] = result?.issues ?? [];
    expect(found?.position).toMatchObject({ file: 'small.cases.yaml', line: 8, column: 5 });
    expect(found && sentence(found, 'en')).toBe('Too many people. Expected: people <= 10.');
    expect(found && sentence(found, 'vi')).toMatch(/^Đông quá/u);
  });
});

test('history holds earlier periods, the newest first; what it does not name is missing', () => {
  const sets = setsOf(SMALL_SET.replace('test: rate < 0.5%', 'test: last(3, users) <= prev(users) + 7'));
  const lines = [
    '{ name: Known, data: { users: 2 }, history: [{ users: 9 }, { users: 5 }], expect: { states: { A.1: pass } } }',
    '{ name: Over, data: { users: 2 }, history: [{ users: 9 }, { users: 6 }], expect: { states: { A.1: fail } } }',
    '{ name: Open, data: { users: 2 }, history: [{ users: 9 }], expect: { states: { A.1: unknown } } }',
    '{ name: Nothing, data: { users: 2 }, expect: { states: { A.1: unknown } } }',
  ];
  expect(runCases(casesOf(withCases(lines)), sets).map(told)).toEqual([[], [], [], []]);
});

test('units roll up into the unit that is judged', () => {
  const upper = parseSource(
    `family: above
version: "1"
status: draft
title: Above
unit: district
from: { set: small, group: district }
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  users: { label: Users, type: count, rollup: sum(users) }
  clean_share: { label: Clean, type: percent, max: 100%, rollup: "share(class in [clean])" }
criteria:
  D.1: { title: Few users, test: users < 8 }
  D.2: { title: Clean, test: clean_share >= 50% }
classes:
  good: { label: Good, when: { all: [D.1, D.2] } }
  rest: { label: Rest, when: otherwise }
`,
    'above.yaml',
  );
  if (!upper.ok) throw new Error(JSON.stringify(upper.issues));
  const text = withCases([
    '{ name: Half, units: [{ users: 5 }, { users: 2 }], expect: { class: good, states: { D.1: pass, D.2: pass } } }',
    '{ name: More, units: [{ users: 6 }, { users: 2 }], expect: { class: rest, states: { D.1: fail, D.2: pass } } }',
    '{ name: Read, readings: { limit: high }, units: [{ users: 6 }, {}, {}], expect: { states: { D.1: pass, D.2: pass } } }',
    '{ name: Open, units: [{ users: null }, { users: 5 }], expect: { class: null, states: { D.1: unknown, D.2: unknown } } }',
  ]).replace('small@1', 'above@1');
  const results = runCases(casesOf(text), { source: upper.value, below: SMALL_SETS.source });
  expect(results.map(told)).toEqual([[], [], [], []]);
});
