import { describe, expect, test } from 'vitest';
import {
  child,
  entriesOf,
  entryAt,
  itemsOf,
  type Path,
  pathText,
  readYaml,
  received,
  textOf,
  type Tree,
} from '../../src/criteria/index.ts';

const TEXT = `a: one
b: [x, { c: y }]
d: { e: true, f: ~ }
`;

function read(text: string): Tree {
  const { tree } = readYaml(text, 'a.yaml');
  if (tree === null) throw new Error('no tree');
  return tree;
}

const under = (key: string): Tree | null => child(read(TEXT), key);

describe('a path leads to', () => {
  test.each<[string, Path, string | null, number | undefined, number | undefined]>([
    ['the tree itself', [], '{…}', 1, 1],
    ['an entry', ['a'], 'one', 1, 1],
    ['an item', ['b', 0], 'x', 2, 5],
    ['an entry of an item', ['b', 1, 'c'], 'y', 2, 10],
    ['a list', ['b'], '[…]', 2, 1],
    ['a map', ['d'], '{…}', 3, 1],
    ['yes', ['d', 'e'], 'true', 3, 6],
    ['an empty value', ['d', 'f'], null, 3, 15],
  ])('%s', (_, path, words, line, column) => {
    const found = entryAt(read(TEXT), path);
    expect(found && received(found.value)).toBe(words);
    expect([found?.key.line, found?.key.column]).toEqual([line, column]);
  });

  test.each<[string, Path]>([
    ['a key that is not there', ['z']],
    ['an item that is not there', ['b', 2]],
    ['an item of a map', ['d', 0]],
    ['a key of a list', ['b', 'c']],
    ['a key of a text', ['a', 'length']],
    ['what is below nothing', ['z', 'a', 0]],
  ])('nothing: %s', (_, path) => {
    expect(entryAt(read(TEXT), path)).toBeNull();
  });
});

test('what is no map has no entries, what is no list no items, and only a text is one', () => {
  expect(entriesOf(under('d')).map(([key]) => key)).toEqual(['e', 'f']);
  expect([entriesOf(under('b')), entriesOf(under('a')), entriesOf(null)]).toEqual([[], [], []]);
  expect(itemsOf(under('b')).map(received)).toEqual(['x', '{…}']);
  expect([itemsOf(under('d')), itemsOf(under('a')), itemsOf(null)]).toEqual([[], [], []]);
  expect([textOf(under('a')), textOf(under('b')), textOf(child(under('d'), 'e')), textOf(null)]).toEqual([
    'one',
    null,
    null,
    null,
  ]);
  expect([child(null, 'a'), child(under('b'), 'a'), under('z')]).toEqual([null, null, null]);
});

test('a path is read with points, and a long value is cut', () => {
  expect(pathText(['rank', 0, 'best'])).toBe('rank.0.best');
  expect(received(read('x'.repeat(200)))).toBe('x'.repeat(80));
});
