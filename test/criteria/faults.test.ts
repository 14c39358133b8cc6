import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { formIssues, parseCriteria, readYaml, type Tree } from '../../src/criteria/index.ts';
import { exchanged, SMALL_SET } from './small-set.ts';
import { otherSheet } from './small-sheet.ts';

interface Told {
  readonly code: string;
  readonly args: object;
  readonly path: string | null;
  readonly received: string | null;
}

const told = (text: string): readonly Told[] =>
  parseCriteria(text).issues.map(({ code, args, path, received }) => ({ code, args, path, received }));

describe('a value of another form is told what it should be', () => {
  const form = (expected: string, path: string, received: string | null): Told => ({
    code: 'criteria/wrong-form',
    args: { expected },
    path,
    received,
  });

  test.each<[string, string, Told]>([
    ['family: small', 'family: [small]', form('family', 'family', '[…]')],
    ['title: { vi: Bộ nhỏ, en: Small set }', 'title: [a]', form('words', 'title', '[…]')],
    ['title: { vi: Bộ nhỏ, en: Small set }', 'title:', form('words', 'title', null)],
    ['title: { vi: Bộ nhỏ, en: Small set }', 'title: { vi: "", en: Small }', form('text', 'title.vi', '')],
    ['effective: { from: 2025-01-01 }', 'effective: 2025-01-01', form('map', 'effective', '2025-01-01')],
    [
      'effective: { from: 2025-01-01 }',
      'effective: { from: 2025-02-29 }',
      form('date', 'effective.from', '2025-02-29'),
    ],
    ['from: 01-01, to', 'from: 02-30, to', form('month-day', 'period.from', '02-30')],
    ['document: 1/2025', 'document: 1/2025, url: here', form('url', 'sources.law.url', 'here')],
    ['document: 1/2025', 'document: 1/2025, issuer: [a]', form('text', 'sources.law.issuer', '[…]')],
    ['document: 1/2025', 'document: 1/2025, date: true', form('date', 'sources.law.date', 'true')],
    ['type: count, min: 1', 'type: count, min: one, max: 5', form('decimal', 'indicators.people.min', 'one')],
    ['type: count, min: 1', 'type: count, max: all', form('decimal', 'indicators.people.max', 'all')],
    ['type: count, min: 1', 'type: count, min: true', form('decimal', 'indicators.people.min', 'true')],
    ['type: count, min: 1', 'type: count, aliases: A', form('list', 'indicators.people.aliases', 'A')],
    ['type: count, min: 1', 'type: count, words: { a: 5b }', form('decimal', 'indicators.people.words.a', '5b')],
    ['type: count, min: 1', 'type: count, rollup: ""', form('text', 'indicators.people.rollup', '')],
    ['type: count, min: 1', 'type: count, merge: { of: people }', form('merge', 'indicators.people.merge', '{…}')],
    ['cite: law k1', 'cite: [law]', form('cite', 'criteria.A.1.cite', '[…]')],
    ['test: rate < 0.5%', 'test: { at_least: 0, of: [A.2] }', form('whole-number', 'criteria.A.1.test.at_least', '0')],
    ['test: rate < 0.5%', 'test: [A.2]', form('condition', 'criteria.A.1.test', '[…]')],
    ['test: rate < 0.5%', 'test: {}', form('condition', 'criteria.A.1.test', '{…}')],
    ['test: rate < 0.5%', 'test: { any: true }', form('parts', 'criteria.A.1.test.any', 'true')],
    ['test: rate < 0.5%', 'test: { not: [A.2] }', form('condition', 'criteria.A.1.test.not', '[…]')],
    ['test: rate < 0.5%', 'test: { any: [{ not: "" }] }', form('text', 'criteria.A.1.test.any.0.not', '')],
    ['    test: rate < 0.5%\n', '', form('rule', 'criteria.A.1', '{…}')],
    ['test: rate < 0.5%', 'test: rate < 0.5%\n    on: users', form('rule', 'criteria.A.1', '{…}')],
    ['test: rate < 0.5%', 'on: users', form('rule', 'criteria.A.1', '{…}')],
    ['test: rate < 0.5%', 'mandatory: 1\n    test: rate < 0.5%', form('boolean', 'criteria.A.1.mandatory', '1')],
    ['score: { model: count, of: [A.1, A.2] }', 'score: { model: count, of: 5 }', form('score', 'score', '{…}')],
    ['score: { model: count, of: [A.1, A.2] }', 'score: { model: points, of: [A.1] }', form('score', 'score', '{…}')],
    ['score: { model: count, of: [A.1, A.2] }', 'score: { model: count, of: [] }', form('list', 'score.of', '[…]')],
    ['score: { model: count, of: [A.1, A.2] }', 'score: { model: count, of: {} }', form('score', 'score.of', '{…}')],
    ['best: [clean, rest]', 'best: clean', form('list', 'rank.0.best', 'clean')],
    ['      counts: {}', '      counts: yes', form('map', 'readings.place.options.counts', 'yes')],
    ['until: 2030', 'until: 30', form('year', 'targets.0.until', '30')],
    ['at_least: 50%', 'at_least: 50', form('share', 'targets.0.at_least', '50')],
    ['targets:\n', 'notes: Read this\ntargets:\n', form('list', 'notes', 'Read this')],
  ])('%s → %s', (part, by, wanted) => {
    expect(told(exchanged(SMALL_SET, part, by))).toEqual([wanted]);
  });

  test.each<[string, string, Told]>([
    ['[[90%, 20], [50%, 10]]', '[[90%, 20, 1]]', form('pair', 'criteria.A.parts.A.2.bands.0', '[…]')],
    ['on: pledged / homes, bands', 'bands', form('rule', 'criteria.A.parts.A.2', '{…}')],
    ['on: pledged, scale', 'scale', form('rule', 'criteria.B', '{…}')],
    ['on: pledged, scale', 'on: pledged, test: plan, scale', form('rule', 'criteria.B', '{…}')],
    ['deduct: {', 'on: cases, deduct: {', form('rule', 'criteria.C', '{…}')],
    ['deduct: { each: 2, per: cases, floor: 5, most: 20 }', 'deduct: 2', form('map', 'criteria.C.deduct', '2')],
    ['    parts:\n', '    on: cases\n    parts:\n', form('rule', 'criteria.A', '{…}')],
  ])('of a sheet: %s → %s', (part, by, wanted) => {
    expect(told(otherSheet(part, by))).toEqual([wanted]);
  });

  test.each<[string, string, Told]>([
    ['sources:\n  law: { document: 1/2025 }', 'sources: [law]', form('map', 'sources', '[…]')],
    ['  law: {', '  Law: {', form('source-id', 'sources.Law', 'Law')],
    ['  people: {', '  People: {', form('name', 'indicators.People', 'People')],
    ['  A.1:\n', '  a1:\n', form('criterion-id', 'criteria.a1', 'a1')],
    ['default: low', 'default: Low', form('name', 'readings.limit.default', 'Low')],
    ['      counts: {}', '      counts: { rank: {} }', form('list', 'readings.place.options.counts.rank', '{…}')],
    [
      '      counts: {}',
      '      counts: { criteria: [] }',
      form('map', 'readings.place.options.counts.criteria', '[…]'),
    ],
  ])('beside what follows from it: %s → %s', (part, by, wanted) => {
    expect(told(exchanged(SMALL_SET, part, by))).toContainEqual(wanted);
  });

  test.each<[string, string, Told]>([
    ['[[90%, 20], [50%, 10]]', '90%', form('list', 'criteria.A.parts.A.2.bands', '90%')],
    ['[[90%, 20], [50%, 10]]', '[]', form('list', 'criteria.A.parts.A.2.bands', '[…]')],
    ['[[90%, 20], [50%, 10]]', '[90%]', form('pair', 'criteria.A.parts.A.2.bands.0', '90%')],
    ['[[90%, 20], [50%, 10]]', '[[90%]]', form('pair', 'criteria.A.parts.A.2.bands.0', '[…]')],
    ['[[90%, 20], [50%, 10]]', '[[90%, all]]', form('decimal', 'criteria.A.parts.A.2.bands.0.1', 'all')],
    ['of: 100', 'of: all', form('decimal', 'score.of', 'all')],
  ])('of a sheet, beside what follows from it: %s → %s', (part, by, wanted) => {
    expect(told(otherSheet(part, by))).toContainEqual(wanted);
  });
});

test.each([
  ['1.000', 'number/ambiguous', { whole: '1000', decimal: '1' }],
  ['1.000.000', 'number/marks', { write: '1000000' }],
  ['12 %', 'number/marks', { write: '12%' }],
])('a number that is written otherwise is told how to write it: %s', (written, code, args) => {
  const { issues } = parseCriteria(otherSheet('of: 100', `of: ${written}`));
  expect(issues).toContainEqual(expect.objectContaining({ code, args, path: 'score.of', received: written }));
});

describe('an unknown key is told which may stand there', () => {
  test.each<[string, string, string, string, readonly string[], string]>([
    ['targets:', 'target:', 'target', 'target', ['targets'], 'readings'],
    ['effective: { from', 'effective: { form', 'form', 'effective.form', ['from'], 'to'],
    ['min: 1', 'provder: A', 'provder', 'indicators.people.provder', ['provider'], 'aliases'],
    ['title: { vi: Bộ nhỏ, en: Small set }', 'title: { vi: Bộ, en: Set, fr: Jeu }', 'fr', 'title.fr', [], 'vi'],
    ['cite: law k1', 'cites: law k1', 'cites', 'criteria.A.1.cites', ['cite'], 'deduct'],
    ['by: rate, order: low', 'by: rate, oder: low', 'oder', 'rank.1.oder', ['order'], 'best'],
    ['{ at_least: 1, of: [A.1', '{ at_last: 1, of: [A.1', 'at_last', 'criteria.A.3.test.at_last', ['at_least'], 'not'],
    ['question: Which limit?', 'questions: Which?', 'questions', 'readings.limit.questions', ['question'], 'options'],
    [
      '        criteria:\n          A.1',
      '        criterias:\n          A.1',
      'criterias',
      'readings.limit.options.high.criterias',
      ['criteria'],
      'label',
    ],
    ['until: 2030, share', 'untill: 2030, share', 'untill', 'targets.0.untill', ['until'], 'at_least'],
  ])('%s → %s', (part, by, key, path, nearest, among) => {
    const found = told(exchanged(SMALL_SET, part, by));
    expect(found).toContainEqual({
      code: 'criteria/unknown-key',
      args: { key, nearest, known: expect.arrayContaining([...nearest, among]) },
      path,
      received: key,
    });
  });

  test('also in the parts of a group, and no key of another place', () => {
    const [found, ...others] = told(otherSheet('title: Extra, points', 'title: Extra, pionts: 5, points'));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'criteria/unknown-key',
      path: 'criteria.A.parts.A.3.pionts',
      args: { nearest: ['points'] },
    });
    const [rounding] = told(otherSheet('{ to: 0.1, mode', '{ t: 0.1, to: 0.1, mode'));
    expect(rounding?.args).toEqual({ key: 't', nearest: [], known: ['to', 'mode'] });
  });

  test('every unknown key of a map is told', () => {
    expect(told(exchanged(SMALL_SET, 'min: 1', 'mni: 1, mxa: 2')).map(({ path }) => path)).toEqual([
      'indicators.people.mni',
      'indicators.people.mxa',
    ]);
  });
});

describe('an unknown word is told which may stand there', () => {
  const word = (known: readonly string[], nearest: readonly string[], path: string, received: string | null): Told => ({
    code: 'criteria/unknown-value',
    args: { known, nearest },
    path,
    received,
  });

  test.each<[string, string, Told]>([
    [
      'status: in-force',
      'status: inforce',
      word(['draft', 'partial', 'in-force', 'retired'], ['in-force'], 'status', 'inforce'),
    ],
    ['status: in-force', 'status:', word(['draft', 'partial', 'in-force', 'retired'], [], 'status', null)],
    ['kind: year', 'kind: month', word(['year'], [], 'period.kind', 'month')],
    ['order: low', 'order: lowest', word(['low', 'high'], [], 'rank.1.order', 'lowest')],
    ['share: certified', 'share: [certified]', word(['certified'], [], 'targets.0.share', '[…]')],
  ])('%s → %s', (part, by, wanted) => {
    expect(told(exchanged(SMALL_SET, part, by))).toEqual([wanted]);
  });
});

describe('a key that is missing', () => {
  test.each<[string, string, string, string, number]>([
    ['status: in-force\n', '', 'status', 'status', 1],
    ['family: small\n', '', 'family', 'family', 1],
    ['label: Users, type', 'type', 'label', 'indicators.users.label', 12],
    ['type: count, min', 'min', 'type', 'indicators.people.type', 11],
    ['kind: year, from', 'from', 'kind', 'period.kind', 7],
    ['by: class, best', 'best', 'by', 'rank.0.by', 37],
    ['  limit:\n    question: Which limit?\n', '  limit:\n', 'question', 'readings.limit.question', 40],
  ])('%s → %s', (part, by, key, path, line) => {
    const { issues } = parseCriteria(exchanged(SMALL_SET, part, by));
    expect(issues.map(({ code, args, path: at, position }) => [code, args, at, position?.line])).toContainEqual([
      'criteria/missing-key',
      { key },
      path,
      line,
    ]);
  });
});

describe('of any schema', () => {
  const tree = (text: string): Tree => {
    const { tree: grown } = readYaml(text, 'a.yaml');
    if (grown === null) throw new Error('no tree');
    return grown;
  };
  const found = (text: string, schema: z.ZodType) =>
    formIssues(tree(text), schema, () => ({})).map(({ code, args, path, position }) => [
      code,
      args,
      path,
      position?.column,
    ]);
  const wrong = (expected: string, path: string, column: number) => ['criteria/wrong-form', { expected }, path, column];

  test.each<[string, string, z.ZodType, readonly unknown[]]>([
    ['what fits', '{ a: x }', z.object({ a: z.string() }), []],
    ['a text for a list', '{ a: x }', z.object({ a: z.array(z.string()) }), [wrong('list', 'a', 6)]],
    ['a text for a map', '{ a: x }', z.object({ a: z.strictObject({}) }), [wrong('map', 'a', 6)]],
    ['a text for a record', '{ a: x }', z.object({ a: z.record(z.string(), z.string()) }), [wrong('map', 'a', 6)]],
    ['a text for yes or no', '{ a: x }', z.object({ a: z.boolean() }), [wrong('boolean', 'a', 6)]],
    ['a list for a text', '{ a: [x] }', z.object({ a: z.string() }), [wrong('text', 'a', 6)]],
    ['nothing for a text', '{ a: }', z.object({ a: z.string() }), [wrong('text', 'a', 3)]],
    ['a text that is too short', '{ a: x }', z.object({ a: z.string().min(2) }), [wrong('text', 'a', 6)]],
    [
      'the form its error names',
      '{ a: x }',
      z.object({ a: z.string().min(2, { error: 'cite' }) }),
      [wrong('cite', 'a', 6)],
    ],
    ['an item of a list', '{ a: [x, [y]] }', z.object({ a: z.array(z.string()) }), [wrong('text', 'a.1', 10)]],
    [
      'a key of another form',
      '{ a: { x: y } }',
      z.object({ a: z.record(z.string().min(2, { error: 'name' }), z.string()) }),
      [wrong('name', 'a.x', 8)],
    ],
    [
      'a key of a form without a name',
      '{ a: { x: y } }',
      z.object({ a: z.record(z.string().min(2), z.string()) }),
      [wrong('text', 'a.x', 8)],
    ],
    [
      'no form of several',
      '{ a: true }',
      z.object({ a: z.union([z.string(), z.array(z.string())]) }),
      [wrong('text', 'a', 6)],
    ],
    [
      'the form whose keys it has',
      '{ a: { b: [x] } }',
      z.object({ a: z.union([z.strictObject({ b: z.string() }), z.strictObject({ c: z.string() })]) }),
      [wrong('text', 'a.b', 11)],
    ],
    [
      'two forms with as many of its keys',
      '{ a: { b: [x] } }',
      z.object({ a: z.union([z.strictObject({ b: z.string() }), z.strictObject({ b: z.boolean() })]) }),
      [wrong('text', 'a', 6)],
    ],
    [
      'the form with the fewest strange keys',
      '{ a: { b: x, c: y, d: z } }',
      z.object({ a: z.union([z.strictObject({ b: z.string() }), z.strictObject({ b: z.string(), c: z.string() })]) }),
      [['criteria/unknown-key', { key: 'd', nearest: [], known: [] }, 'a.d', 20]],
    ],
    [
      'none where all keys are strange',
      '{ a: { x: y } }',
      z.object({ a: z.union([z.string(), z.strictObject({ b: z.string() })]) }),
      [wrong('text', 'a', 6)],
    ],
    [
      'the one form of its kind, even of an empty map',
      '{ a: {} }',
      z.object({ a: z.union([z.string(), z.strictObject({ b: z.string() })]) }),
      [['criteria/missing-key', { key: 'b' }, 'a.b', 3]],
    ],
  ])('%s: %s', (_, text, schema, wanted) => {
    expect(found(text, schema)).toEqual(wanted);
  });

  test('the keys of a schema are found through references, alternatives, lists and maps', () => {
    const known = (path: string): unknown => {
      const described = {
        properties: {
          one: { $ref: '#/definitions/one' },
          list: { items: { allOf: [{ properties: { c: {} } }] } },
          map: { additionalProperties: { properties: { d: {} } } },
          open: { additionalProperties: true },
        },
        definitions: { one: { anyOf: [{ properties: { a: {} } }, { properties: { b: {}, a: {} } }] } },
      };
      const text = `one: { z: x }\nlist: [{ z: x }]\nmap: { any: { z: x } }\nopen: { z: x }`;
      const strict = z.strictObject({});
      const schema = z.object({
        one: strict,
        list: z.array(strict),
        map: z.record(z.string(), strict),
        open: strict,
      });
      const issues = formIssues(tree(text), schema, () => described);
      return issues.find((one) => one.path === path)?.args;
    };
    expect(known('one.z')).toMatchObject({ known: ['a', 'b'] });
    expect(known('list.0.z')).toMatchObject({ known: ['c'] });
    expect(known('map.any.z')).toMatchObject({ known: ['d'] });
    expect(known('open.z')).toMatchObject({ known: [] });
  });

  test('no more than can be read', () => {
    const text = `[${Array.from({ length: 250 }, () => '[x]').join(', ')}]`;
    expect(found(text, z.array(z.string()))).toHaveLength(200);
  });
});
