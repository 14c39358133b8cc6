import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlay, readingMayAdd } from '../../src/criteria/overlay.ts';
import { child, entriesOf, entryAt, type Plain, plain, type Tree } from '../../src/criteria/tree.ts';

function tree(value: Plain, file = 'base.yaml'): Tree {
  const at = { file };
  if (value === null || typeof value !== 'object') return { kind: 'leaf', value, at, locate: () => at };
  if (isList(value)) return { kind: 'list', items: value.map((item) => tree(item, file)), at };
  const entries = Object.entries(value).map(([key, inner]) => [key, { key: at, value: tree(inner, file) }] as const);
  return { kind: 'branch', entries: new Map(entries), at };
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

const lay = (base: Plain, patch: Plain): Plain => plain(overlay(tree(base), tree(patch), () => true).tree);

/** Maps with the few keys that make base and patch meet. */
const { map: anyMap } = fc.letrec<{ map: Readonly<Record<string, Plain>>; value: Plain }>((tie) => ({
  map: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('x', 'y', true),
    fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    tie('map'),
  ),
}));

const SEED = { seed: 28, numRuns: 300 };

describe('laws', () => {
  test('an empty patch changes nothing', () => {
    fc.assert(
      fc.property(anyMap, (base) => {
        expect(lay(base, {})).toEqual(base);
      }),
      SEED,
    );
  });

  test('on an empty base the patch is the result', () => {
    fc.assert(
      fc.property(anyMap, (patch) => {
        expect(lay({}, patch)).toEqual(patch);
      }),
      SEED,
    );
  });

  test('a patch laid on twice does no more than once', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (base, patch) => {
        const once = lay(base, patch);
        expect(lay(once, patch)).toEqual(once);
      }),
      SEED,
    );
  });

  test('patches of different nodes may be laid on in any order', () => {
    fc.assert(
      fc.property(anyMap, anyMap, anyMap, (base, first, second) => {
        const apart = Object.fromEntries(Object.entries(second).filter(([key]) => !(key in first)));
        expect(lay(lay(base, first), apart)).toEqual(lay(lay(base, apart), first));
      }),
      SEED,
    );
  });

  test('every key of a patch is in the result, every other key of the base as it was', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (base, patch) => {
        const result = overlay(tree(base), tree(patch), () => true).tree;
        expect(new Set(entriesOf(result).map(([key]) => key))).toEqual(
          new Set([...Object.keys(base), ...Object.keys(patch)]),
        );
        for (const key of Object.keys(base).filter((name) => !(name in patch))) {
          expect(plain(child(result, key) ?? tree(''))).toEqual(base[key]);
        }
      }),
      SEED,
    );
  });
});

describe('a patch', () => {
  test.each<[string, Plain, Plain, Plain]>([
    ['merges maps', { a: { b: 'x', c: 'y' } }, { a: { c: 'z' } }, { a: { b: 'x', c: 'z' } }],
    ['replaces lists', { a: ['x', 'y'] }, { a: ['z'] }, { a: ['z'] }],
    ['replaces a text by a map', { a: 'x' }, { a: { b: 'y' } }, { a: { b: 'y' } }],
    ['replaces a map by a text', { a: { b: 'y' } }, { a: 'x' }, { a: 'x' }],
    ['removes', { a: { b: 'x', c: 'y' } }, { a: { b: null } }, { a: { c: 'y' } }],
    ['may leave a map empty', { all: { b: 'x' } }, { all: { b: null } }, { all: {} }],
    ['exchanges the form of a condition', { t: { all: ['x'] } }, { t: { any: ['y'] } }, { t: { any: ['y'] } }],
    ['adds a form where there is none', { t: { a: 'x' } }, { t: { any: ['y'] } }, { t: { a: 'x', any: ['y'] } }],
    ['leaves the form it does not name', { t: { all: ['x'] } }, { t: { a: 'y' } }, { t: { all: ['x'], a: 'y' } }],
    [
      'keeps the form of a condition',
      { t: { at_least: '2', of: ['x'] } },
      { t: { at_least: '1' } },
      { t: { at_least: '1', of: ['x'] } },
    ],
  ])('%s', (_, base, patch, result) => {
    expect(lay(base, patch)).toEqual(result);
  });

  test('keeps the order of the base', () => {
    const laid = overlay(tree({ a: 'x', b: 'y', c: 'z' }), tree({ d: '1', b: '2' }), () => true).tree;
    expect(entriesOf(laid).map(([key]) => key)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('leaves every node the place where it was written', () => {
    const laid = overlay(tree({ a: { b: 'x', c: 'y' } }), tree({ a: { c: 'z' } }, 'patch.yaml'), () => true).tree;
    expect(child(child(laid, 'a'), 'b')?.at.file).toBe('base.yaml');
    expect(child(child(laid, 'a'), 'c')?.at.file).toBe('patch.yaml');
    expect(laid.at.file).toBe('base.yaml');
  });

  const base = { criteria: { 'A.1': { test: { all: { small: 'x' } } } }, score: { model: 'count' } };
  test.each<[string, Plain, string | null]>([
    ['an id that is not there', { criteria: { 'A.2': { test: 'x' } } }, 'criteria.A.2'],
    ['a section that is not there', { measures: {} }, 'measures'],
    [
      'a part that is not there',
      { criteria: { 'A.1': { test: { all: { smal: 'x' } } } } },
      'criteria.A.1.test.all.smal',
    ],
    ['removing what is not there', { criteria: { 'A.1': { cite: null } } }, 'criteria.A.1.cite'],
    ['a key a node did not have', { criteria: { 'A.1': { cite: 'law' } } }, null],
    ['a key a single node did not have', { score: { of: ['A.1'] } }, null],
    ['a part that is there', { criteria: { 'A.1': { test: { all: { small: null } } } } }, null],
  ])('of a reading: %s', (_, patch, path) => {
    const { issues } = overlay(tree(base), tree(patch), readingMayAdd);
    expect(issues.map((found) => [found.code, found.path])).toEqual(
      path === null ? [] : [['criteria/patch-hits-nothing', path]],
    );
  });

  test.each<[string, Plain, Plain, readonly string[]]>([
    ['a text', { a: 'x' }, { a: { all: { small: null } } }, ['small']],
    [
      'a condition of another form',
      { a: { any: { small: 'x' } } },
      { a: { all: { small: null, big: 'y' } } },
      ['small'],
    ],
    ['a list, several of them', { a: ['x'] }, { a: { b: { c: null }, d: { c: null, e: null } } }, ['c', 'e']],
  ])('that takes parts out of %s is told at what has none', (_, base, patch, keys) => {
    const { issues, tree: laid } = overlay(tree(base), tree(patch, 'patch.yaml'), () => true);
    expect(issues).toMatchObject([
      { code: 'criteria/parts-gone', path: 'a', position: { file: 'base.yaml' }, args: { keys } },
    ]);
    expect(plain(laid)).toEqual(base);
  });

  test.each<[string, Plain, readonly string[]]>([
    ['a text', { criteria: { 'A.1': { test: 'x' } } }, ['criteria.A.1.test']],
    ['a key that is new', { criteria: { 'A.1': { cite: 'law' } } }, ['criteria.A.1.cite']],
    ['a map that is new', { criteria: { 'A.1': { bonus: { a: 'x', b: 'y' } } } }, ['criteria.A.1.bonus']],
    ['a part that goes', { criteria: { 'A.1': { test: { all: { small: null } } } } }, ['criteria.A.1.test.all.small']],
    ['another form of condition', { criteria: { 'A.1': { test: { any: ['x'] } } } }, ['criteria.A.1.test']],
    [
      'the same form of condition',
      { criteria: { 'A.1': { test: { all: { small: 'y' } } } } },
      ['criteria.A.1.test.all.small'],
    ],
    ['a map without anything', { criteria: { 'A.1': {} } }, []],
    [
      'two at once',
      { score: { model: 'points' }, criteria: { 'A.1': { test: 'x' } } },
      ['score.model', 'criteria.A.1.test'],
    ],
  ])('says what it touches: %s', (_, patch, paths) => {
    const { touched, issues } = overlay(tree(base), tree(patch, 'patch.yaml'), readingMayAdd);
    expect(issues).toEqual([]);
    expect(touched.map(({ path }) => path)).toEqual(paths);
    expect(touched.every(({ at }) => at.file === 'patch.yaml')).toBe(true);
  });

  test('a replaced node has the key of the patch, a changed one that of the base', () => {
    const laid = overlay(tree(base), tree({ criteria: { 'A.1': { test: 'x' } } }, 'patch.yaml'), readingMayAdd).tree;
    const keys = ['criteria', 'criteria.A.1', 'criteria.A.1.test'].map((_, depth) => {
      const path = ['criteria', 'A.1', 'test'].slice(0, depth + 1);
      return entryAt(laid, path)?.key.file;
    });
    expect(keys).toEqual(['base.yaml', 'base.yaml', 'patch.yaml']);
  });

  test.each<[string, readonly (string | number)[], boolean]>([
    ['a section', ['criteria'], false],
    ['nothing', [], false],
    ['an id of a section', ['criteria', 'A.1'], false],
    ['a class', ['classes', 'good'], false],
    ['a source', ['sources', 'law'], false],
    ['a reading', ['readings', 'limit'], false],
    ['a measure', ['measures', 'rate'], false],
    ['an indicator', ['indicators', 'users'], false],
    ['a key of the score', ['score', 'round'], true],
    ['a key of a criterion', ['criteria', 'A.1', 'cite'], true],
    ['a key of a criterion that is called like a section', ['criteria', 'criteria', 'cite'], true],
    ['a named part of all', ['criteria', 'A.1', 'test', 'all', 'small'], false],
    ['a named part of any', ['criteria', 'A.1', 'test', 'any', 'small'], false],
    ['a named part of at least so many', ['criteria', 'A.1', 'test', 'of', 'small'], false],
    ['a value of a choice', ['indicators', 'route', 'values', 'main'], false],
    ['how equal units are placed, which always holds', ['ties'], true],
    ['an order where there is none', ['rank'], false],
    ['a key below a named part', ['criteria', 'A.1', 'test', 'all', 'small', 'not'], true],
  ])('a reading may add %s: %s', (_, path, may) => {
    expect(readingMayAdd(path)).toBe(may);
  });

  test('what hits nothing is told with what is near', () => {
    const { issues } = overlay(tree(base), tree({ scoer: 'x' }, 'patch.yaml'), readingMayAdd);
    expect(issues).toMatchObject([
      {
        code: 'criteria/patch-hits-nothing',
        args: { key: 'scoer', nearest: ['score'] },
        position: { file: 'patch.yaml' },
        path: 'scoer',
        received: 'scoer',
      },
    ]);
  });

  test('an id that stands outside of its section is told where it belongs', () => {
    const { issues } = overlay(tree(base), tree({ 'A.1': { test: 'y' } }, 'patch.yaml'), readingMayAdd);
    expect(issues).toMatchObject([{ code: 'criteria/patch-hits-nothing', args: { key: 'A.1', under: 'criteria' } }]);
    const [inside] = overlay(tree(base), tree({ criteria: { A1: { test: 'y' } } }), readingMayAdd).issues;
    expect(inside).toMatchObject({ args: { key: 'A1', nearest: ['A.1'], under: null } });
  });

  test('of very many that hit nothing the first two hundred are told with what is near', () => {
    const letters = [...'abcdefghijklmno'];
    const names = letters.flatMap((first) => letters.map((second) => `score${first}${second}`));
    const many = Object.fromEntries(names.map((name) => [name, 'x']));
    const near = overlay(tree(base), tree(many), readingMayAdd).issues.map(
      ({ args }) => 'nearest' in args && args.nearest,
    );
    expect([near.length, near[0], near[199], near[200]]).toEqual([225, ['score'], ['score'], []]);
  });
});
