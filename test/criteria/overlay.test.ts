import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlay, readingMayAdd } from '../../src/criteria/overlay.ts';
import { child, entriesOf, type Plain, plain, type Tree } from '../../src/criteria/tree.ts';

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
});
