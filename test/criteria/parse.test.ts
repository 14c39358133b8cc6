import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import {
  type CriteriaSet,
  type CriteriaSource,
  fullPoints,
  numberOf,
  parseSource,
  resolveReadings,
} from '../../src/criteria/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { type Formula, PASS, printFormula } from '../../src/formula/index.ts';
import { type Issue, sentence } from '../../src/messages/index.ts';
import { rational } from '../../src/number/index.ts';
import { exchanged, SMALL_SET, spoiled, valueOf } from './small-set.ts';

const QD28 = readFileSync(new URL('../../criteria/vn-drug-free-2025.yaml', import.meta.url), 'utf8');

const parsed = (text: string): CriteriaSource => valueOf(parseSource(text, 'a.yaml'));
const resolved = (text: string, chosen = {}): CriteriaSet => valueOf(resolveReadings(parsed(text), chosen));
const ruleOf = (set: CriteriaSet, id: string): Formula => {
  const criterion = set.criteria.get(id);
  if (criterion === undefined) throw new Error(`no criterion ${id}`);
  return fullPoints(criterion);
};
const testOf = (set: CriteriaSet, id: string): string => printFormula(ruleOf(set, id));

describe('a sound file', () => {
  test('has no issues', () => {
    expect(parseSource(SMALL_SET, 'a.yaml').issues).toEqual([]);
  });

  test('is read as written', () => {
    const set = resolved(SMALL_SET);
    expect(set).toMatchObject({
      id: 'small@1',
      effective: { from: '2025-01-01', to: null },
      reviewed: null,
      chosen: { limit: 'low', place: 'counts' },
      score: { model: 'count', of: ['A.1', 'A.2'] },
      rank: [
        { by: 'class', best: ['clean', 'rest'] },
        { by: 'measure', id: 'rate', order: 'low' },
      ],
      targets: [{ until: 2030, share: 'certified', atLeast: rational(1n, 2n), cite: { source: 'law', clause: '' } }],
    });
    expect([...set.criteria.keys()]).toEqual(['A.1', 'A.2', 'A.3']);
    expect(set.criteria.get('A.1')).toMatchObject({
      title: { vi: 'Few users', en: 'Few users' },
      cite: { source: 'law', clause: 'k1' },
    });
    expect(set.classes.get('rest')).toMatchObject({ certifies: false, when: null });
    expect(set.readings.get('limit')?.options.get('high')?.label).toEqual({ vi: 'high', en: 'high' });
  });

  test('gives an indicator its defaults', () => {
    const { indicators } = resolved(SMALL_SET);
    expect(indicators.get('users')).toMatchObject({
      min: rational(0n),
      max: null,
      measured: 'end',
      unit: null,
      provider: null,
      aliases: [],
      actionable: null,
      at: { file: 'a.yaml', line: 12, column: 3 },
    });
    expect(indicators.get('people')?.min).toEqual(rational(1n));
    expect(indicators.get('area')?.max).toEqual(rational(1n, 2n));
    expect([...(indicators.get('route')?.values.keys() ?? [])]).toEqual(['none', 'main']);
  });

  test('carries the SHA-256 of its text', () => {
    const { sha256 } = resolved(SMALL_SET);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(resolved(`${SMALL_SET}\n`).sha256).not.toBe(sha256);
    expect(resolved(SMALL_SET).sha256).toBe(sha256);
  });

  test('an exact number keeps all its digits', () => {
    const { indicators } = resolved(spoiled('max: 0.50', 'max: 0.1000000000000000055'));
    expect(indicators.get('area')?.max).toEqual(rational(1000000000000000055n, 10n ** 19n));
  });
});

describe('readings', () => {
  test.each([
    [{}, 'rate < 0.5%', 'area <= 0.25 and route in [none]'],
    [{ limit: 'high' }, 'rate < 1%', 'area <= 0.25 and route in [none]'],
    [{ place: 'ignored' }, 'rate < 0.5%', 'area <= 0.25'],
    [{ limit: 'high', place: 'ignored' }, 'rate < 1%', 'area <= 0.25'],
  ])('%o', (chosen, first, second) => {
    const set = resolved(SMALL_SET, chosen);
    expect([testOf(set, 'A.1'), testOf(set, 'A.2')]).toEqual([first, second]);
    expect(set.chosen).toEqual({ limit: 'low', place: 'counts', ...chosen });
  });

  test('a patched node has the place of the patch', () => {
    expect(ruleOf(resolved(SMALL_SET, { limit: 'high' }), 'A.1').at.line).toBe(47);
  });

  test('an `all` without parts is left without parts', () => {
    const text = spoiled('{ off: null }', '{ off: null, small: null }');
    expect(ruleOf(resolved(text, { place: 'ignored' }), 'A.2')).toMatchObject({ kind: 'all', of: [] });
  });

  test.each([
    [{ limt: 'high' }, 'reading/unknown', ['limit']],
    [{ limit: 'hig' }, 'reading/unknown-option', ['high']],
  ])('%o is refused', (chosen, code, nearest) => {
    const { ok, issues } = resolveReadings(parsed(SMALL_SET), chosen);
    expect(ok).toBe(false);
    expect(issues).toMatchObject([{ code, args: { nearest } }]);
  });

  test('options that are sound alone and at odds together are refused', () => {
    const text = spoiled('{ all: { off: null } }', 'not A.1').replace('A.1: { test: rate < 1% }', 'A.1: { test: A.2 }');
    expect(resolveReadings(parsed(text), { limit: 'high' }).ok).toBe(true);
    expect(resolveReadings(parsed(text), { place: 'ignored' }).ok).toBe(true);
    expect(resolveReadings(parsed(text), { limit: 'high', place: 'ignored' }).issues).toMatchObject([
      { code: 'criteria/cycle' },
    ]);
  });
});

const FAULTY: readonly (readonly [
  part: string,
  by: string,
  code: string,
  line: number,
  column: number,
  path: string | null,
])[] = [
  ['unit: commune\n', '', 'criteria/missing-key', 1, 1, 'unit'],
  ['family: small', 'family: Small', 'criteria/wrong-form', 1, 9, 'family'],
  ['version: "1"', 'version: 1..2', 'criteria/wrong-form', 2, 10, 'version'],
  ['version: "1"', 'version: ../1', 'criteria/wrong-form', 2, 10, 'version'],
  ['status: in-force', 'status: inforce', 'criteria/unknown-value', 3, 9, 'status'],
  ['{ vi: Bộ nhỏ, en: Small set }', '{ vi: Bộ nhỏ }', 'criteria/missing-key', 4, 1, 'title.en'],
  ['2025-01-01', '2025-02-30', 'criteria/wrong-form', 6, 20, 'effective.from'],
  ['2025-01-01 }', '2025-01-01, to: 2024-12-31 }', 'criteria/ends-reversed', 6, 36, 'effective.to'],
  ['from: 01-01', 'from: 1-1', 'criteria/wrong-form', 7, 29, 'period.from'],
  ['to: 12-31', 'to: 02-29', 'criteria/wrong-form', 7, 40, 'period.to'],
  ['document: 1/2025', 'document:', 'criteria/wrong-form', 9, 10, 'sources.law.document'],
  ['  users: {', '  Users: {', 'criteria/wrong-form', 12, 3, 'indicators.Users'],
  ['type: count, min: 1', 'type: cout, min: 1', 'criteria/unknown-value', 11, 34, 'indicators.people.type'],
  ['min: 1', 'mni: 1', 'criteria/unknown-key', 11, 41, 'indicators.people.mni'],
  ['min: 1', 'min: 1,5', 'criteria/cut-by-comma', 11, 46, null],
  ['min: 1', 'min: one', 'criteria/wrong-form', 11, 46, 'indicators.people.min'],
  [
    'type: count }',
    'type: count, words: { half: 0.5 } }',
    'criteria/word-misfit',
    12,
    54,
    'indicators.users.words.half',
  ],
  ['max: 0.50', 'min: 1, max: 0.50', 'criteria/ends-reversed', 13, 62, 'indicators.area.max'],
  ['    values: { none: None, main: Main }\n', '', 'criteria/values-misplaced', 14, 3, 'indicators.route'],
  ['type: count }', 'type: count, values: { x: X } }', 'criteria/values-misplaced', 12, 3, 'indicators.users'],
  ['formula: users / people', 'formula: rate / people', 'criteria/cycle', 19, 3, 'measures.rate'],
  ['formula: users / people', 'formula: uers / people', 'formula/unknown-name', 19, 33, 'measures.rate.formula'],
  ['formula: users / people', 'formula: users > people', 'formula/wrong-type', 19, 33, 'measures.rate.formula'],
  ['show: percent', 'show: percents', 'criteria/unknown-value', 19, 55, 'measures.rate.show'],
  ['  rate: {', '  users: { label: Twice, formula: people }\n  rate: {', 'criteria/name-taken', 19, 3, null],
  ['  rate: {', '  score: { label: Twice, formula: people }\n  rate: {', 'criteria/reserved-name', 19, 3, null],
  ['  A.1:\n', '  a.1:\n', 'criteria/wrong-form', 21, 3, 'criteria.a.1'],
  ['cite: law k1', 'cite: Đ4.k1', 'criteria/cite-without-source', 23, 11, 'criteria.A.1.cite'],
  ['cite: law k1', 'cite: lav k1', 'criteria/unknown-id', 23, 11, 'criteria.A.1.cite'],
  ['test: rate < 0.5%', 'test: rate < ', 'formula/unexpected-token', 24, 17, 'criteria.A.1.test'],
  ['test: rate < 0.5%', 'test: "rate < $"', 'formula/unexpected-character', 24, 19, 'criteria.A.1.test'],
  ['test: rate < 0.5%', 'test: rate', 'formula/wrong-type', 24, 11, 'criteria.A.1.test'],
  ['test: rate < 0.5%', 'test: A.3', 'criteria/cycle', 21, 3, 'criteria.A.1'],
  ['test: rate < 0.5%', 'test: true', 'criteria/wrong-form', 24, 11, 'criteria.A.1.test'],
  ['test: rate < 0.5%', 'test:', 'criteria/wrong-form', 24, 5, 'criteria.A.1.test'],
  ['test: rate < 0.5%', 'test: { al: [A.2] }', 'criteria/wrong-form', 24, 11, 'criteria.A.1.test'],
  ['test: rate < 0.5%', 'test: { all: [A.2], al: [A.2] }', 'criteria/unknown-key', 24, 25, 'criteria.A.1.test.al'],
  ['test: rate < 0.5%', 'test: { all: A.2 }', 'criteria/wrong-form', 24, 18, 'criteria.A.1.test.all'],
  ['test: rate < 0.5%', 'test: { all: [A.2, { non: A.2 }] }', 'criteria/wrong-form', 24, 24, 'criteria.A.1.test.all.1'],
  ['test: rate < 0.5%', 'test: { not: { any: [A.2, A.9] } }', 'formula/unknown-name', 24, 31, 'criteria.A.1.test'],
  ['off: route in [none]', 'off: route in [nine]', 'formula/unknown-choice', 30, 24, 'criteria.A.2.test'],
  ['at_least: 1', 'at_least: 3', 'criteria/at-least-too-many', 31, 47, 'criteria.A.3.test'],
  ['at_least: 1', 'at_least: 1.5', 'criteria/wrong-form', 31, 47, 'criteria.A.3.test.at_least'],
  ['at_least: 1, of', 'at_least: 1, off', 'criteria/unknown-key', 31, 50, 'criteria.A.3.test.off'],
  ['certifies: true', 'certifies: yes', 'criteria/wrong-form', 33, 37, 'classes.clean.certifies'],
  [
    'when: otherwise }',
    'when: otherwise }\n  last_one: { label: Last, when: A.1 }',
    'criteria/after-otherwise',
    35,
    3,
    'classes.last_one',
  ],
  ['of: [A.1, A.2] }\nrank', 'of: [A.1, A.4] }\nrank', 'criteria/unknown-id', 35, 34, 'score.of.1'],
  ['model: count', 'model: counts', 'criteria/unknown-value', 35, 17, 'score.model'],
  ['of: [A.1, A.2] }\nrank', 'of: [A.1, A.1] }\nrank', 'criteria/counted-twice', 35, 34, 'score.of.1'],
  ['by: rate', 'by: rates', 'criteria/unknown-id', 38, 11, 'rank.1.by'],
  ['by: rate', 'by: route', 'criteria/rank-by-no-number', 38, 11, 'rank.1.by'],
  ['at_least: 50%', 'at_least: 100.5%', 'criteria/wrong-form', 57, 48, 'targets.0.at_least'],
  ['best: [clean, rest]', 'best: [clen, rest]', 'criteria/unknown-id', 37, 25, 'rank.0.best.0'],
  ['default: low', 'default: lo', 'reading/unknown-option', 42, 14, 'readings.limit.default'],
  ['A.1: { test: rate < 1% }', 'A.9: { test: rate < 1% }', 'criteria/patch-hits-nothing', 47, 11, 'criteria.A.9'],
  ['A.1: { test: rate < 1% }', 'A.1: { test: rte < 1% }', 'formula/unknown-name', 47, 24, 'criteria.A.1.test'],
  ['A.1: { test: rate < 1% }', 'A.1: { tests: rate < 1% }', 'criteria/unknown-key', 47, 18, 'criteria.A.1.tests'],
  ['A.1: { test: rate < 1% }', 'A.1: { title: null }', 'criteria/missing-key', 21, 3, 'criteria.A.1.title'],
  ['{ off: null }', '{ of: null }', 'criteria/patch-hits-nothing', 55, 33, 'criteria.A.2.test.all.of'],
  ['until: 2030', 'until: soon', 'criteria/wrong-form', 57, 14, 'targets.0.until'],
  ['at_least: 50%', 'at_least: 150%', 'criteria/wrong-form', 57, 48, 'targets.0.at_least'],
  ['targets:', 'target:', 'criteria/unknown-key', 56, 1, 'target'],
  [
    'targets:',
    'remarks:\n  - { when: A.1, class: clear, message: Note }\ntargets:',
    'criteria/unknown-id',
    57,
    25,
    'remarks.0.class',
  ],
];

describe('a faulty file', () => {
  test.each(FAULTY)('%s → %s: %s', (part, by, code, line, column, path) => {
    const text = spoiled(part, by);
    const { ok, issues } = parseSource(text, 'a.yaml');
    expect(ok).toBe(false);
    const found = issues.find((one) => one.code === code);
    expect(issues.map((one) => one.code)).toContain(code);
    expect({ line: found?.position?.line, column: found?.position?.column, path: found?.path }).toEqual({
      line,
      column,
      path,
    });
    for (const one of issues) expectUseful(one, text);
  });

  test('every fault is told, each once, in file order', () => {
    const text = FAULTY_TOGETHER.reduce((whole, [part, by]) => whole.replace(part, by), SMALL_SET);
    const { issues } = parseSource(text, 'a.yaml');
    expect(issues.map(({ code, position }) => `${position?.line} ${code}`)).toEqual([
      '3 criteria/unknown-value',
      '11 criteria/unknown-key',
      '23 criteria/unknown-id',
      '24 formula/unexpected-character',
      '30 formula/unknown-choice',
      '38 criteria/unknown-id',
      '47 formula/unknown-name',
      '57 criteria/wrong-form',
    ]);
  });

  test.each([
    [
      'too many faults',
      `criteria:\n${Array.from({ length: 1000 }, (_, index) => `  C.${index}: { titl: t, test: x }`).join('\n')}`,
    ],
    ['criteria in a long circle', longCircle(2000)],
    ['measures that grow without end', growingMeasures(200)],
  ])('%s end in bounded time', (_, text) => {
    const { ok, issues } = parseSource(text, 'a.yaml');
    expect(ok).toBe(false);
    expect(issues.length).toBeLessThanOrEqual(101);
  });

  test('a chain of measures is told where it becomes too deep, and used where it is not', () => {
    expect(parseSource(chainOfMeasures(5000), 'a.yaml').issues).toMatchObject([
      { code: 'criteria/too-deep', args: { of: 'measures', id: 'm1199', limit: 1200 }, path: 'measures.m1199' },
    ]);
    const deepest = chainOfMeasures(1198).replace('formula: users / people', 'formula: m1197 / people');
    expect(compile(resolved(deepest)).program.questions.polynomials).not.toEqual([]);
  });

  test('a chain of criteria is told where it becomes too deep, and used where it is not', () => {
    expect(parseSource(chainOfCriteria(5000), 'a.yaml').issues).toMatchObject([
      { code: 'criteria/too-deep', args: { of: 'criteria', id: 'B.498', limit: 500 }, path: 'criteria.B.498' },
    ]);
    const set = resolved(chainOfCriteria(498));
    const found = compile(set).assess(
      datasetFromRows([{ code: '1', people: 5, users: 1, area: 0.1, route: 'none' }], set),
    );
    expect(found.states[numberOf(set.criteria, 'B.497')]?.[0]).toBe(PASS);
  });

  test('sums that multiply are told at the measure', () => {
    expect(parseSource(spoiled('users / people', multipliedSums(20)), 'a.yaml').issues).toMatchObject([
      { code: 'formula/too-many-terms', path: 'measures.rate.formula' },
    ]);
  });

  test('measures that grow are named', () => {
    expect(parseSource(growingMeasures(20), 'a.yaml').issues).toMatchObject(
      [13, 14, 15, 16, 17, 18, 19].map((index) => ({
        code: 'criteria/measure-too-large',
        args: { measure: `m${index}` },
      })),
    );
  });
});

const FAULTY_TOGETHER: readonly (readonly [string, string])[] = [
  ['status: in-force', 'status: inforce'],
  ['min: 1', 'mni: 1'],
  ['cite: law k1', 'cite: lav k1'],
  ['test: rate < 0.5%', 'test: "rate < $"'],
  ['off: route in [none]', 'off: route in [nine]'],
  ['by: rate', 'by: rates'],
  ['A.1: { test: rate < 1% }', 'A.1: { test: rte < 1% }'],
  ['until: 2030', 'until: soon'],
];

/** The small set with nothing to be tried once more for each option. */
const WITHOUT_READINGS = SMALL_SET.slice(0, SMALL_SET.indexOf('readings:'));

function longCircle(length: number): string {
  const criteria = Array.from(
    { length },
    (_, index) => `  B.${index}: { title: t, test: B.${(index + 1) % length} }\n`,
  );
  return exchanged(WITHOUT_READINGS, 'criteria:\n', `criteria:\n${criteria.join('')}`);
}

function chainOfCriteria(length: number): string {
  const criteria = Array.from({ length }, (_, index) => {
    return `  B.${index}: { title: t, test: ${index === 0 ? 'users > 0' : `B.${index - 1}`} }\n`;
  }).toReversed();
  return exchanged(WITHOUT_READINGS, 'criteria:\n', `criteria:\n${criteria.join('')}`);
}

function chainOfMeasures(length: number): string {
  const measures = Array.from({ length }, (_, index) => {
    return `  m${index}: { label: m, formula: ${index === 0 ? 'users' : `m${index - 1}`} + 1 }\n`;
  }).toReversed(); // Each before the one it refers to: nothing is known of that one yet.
  return exchanged(WITHOUT_READINGS, 'measures:\n', `measures:\n${measures.join('')}`);
}

function multipliedSums(times: number): string {
  return Array.from({ length: times }, () => '(users + people + prev(users) + prev(people) + 1)').join(' * ');
}

function growingMeasures(count: number): string {
  const measures = Array.from({ length: count }, (_, index) => {
    const below = index === 0 ? 'users' : `m${index - 1}`;
    return `  m${index}: { label: m, formula: ${below} + ${below} }\n`;
  });
  return exchanged(WITHOUT_READINGS, 'measures:\n', `measures:\n${measures.join('')}`);
}

/** A person can find the place, and read what to do in both languages. */
function expectUseful(found: Issue, text: string): void {
  expect(found.position?.file).toBe('a.yaml');
  expect(found.position?.text).toBe(text.split('\n')[(found.position?.line ?? 0) - 1]);
  expect(found.position?.column).toBeLessThanOrEqual((found.position?.text?.length ?? 0) + 1);
  for (const lang of ['vi', 'en'] as const) {
    expect(sentence(found, lang).length).toBeGreaterThan(10);
    expect(sentence(found, lang)).not.toMatch(/undefined|null|\[object/);
  }
}

describe('QĐ 28/2025', () => {
  test('is sound', () => {
    expect(parseSource(QD28, 'vn-drug-free-2025.yaml').issues).toEqual([]);
  });

  test.each([
    [{}, 'use_points == 1', 'drug_rate > 0 and drug_rate < 0.1%'],
    [{ bands: 'cumulative' }, 'use_points >= 1', 'drug_rate > 0'],
    [{ zero: 'literal' }, 'use_points == 1', 'drug_rate < 0.1%'],
  ])('under %o', (chosen, points, rate) => {
    const set = resolved(QD28, chosen);
    expect([testOf(set, 'II.b'), testOf(set, 'III.a')]).toEqual([points, rate]);
  });

  test('under both other readings every area meets the rate of class III', () => {
    const set = resolved(QD28, { bands: 'cumulative', zero: 'literal' });
    expect(ruleOf(set, 'III.a')).toMatchObject({ kind: 'all', of: [] });
  });

  test('every criterion cites its clause', () => {
    for (const { cite } of resolved(QD28).criteria.values())
      expect(cite).toMatchObject({ source: 'qd28', clause: expect.stringMatching(/^Đ[46]/) });
  });
});
