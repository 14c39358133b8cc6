import { describe, expect, test } from 'vitest';
import { pressTree, unpressTree } from '../../src/criteria/pressed.ts';
import type { Tree } from '../../src/criteria/tree.ts';
import { readYaml } from '../../src/criteria/yaml.ts';

function read(text: string): Tree {
  const { tree } = readYaml(text, 'a.yaml');
  if (tree === null) throw new Error('no tree');
  return tree;
}

/** A tree with what its leaves say of the place of every character. */
function told(tree: Tree): unknown {
  switch (tree.kind) {
    case 'leaf': {
      const length = typeof tree.value === 'string' ? tree.value.length : 0;
      return [tree.value, tree.at, Array.from({ length: length + 1 }, (_, offset) => tree.locate(offset))];
    }
    case 'list':
      return [tree.at, tree.items.map(told)];
    case 'branch':
      return [tree.at, [...tree.entries].map(([key, entry]) => [key, entry.key, told(entry.value)])];
  }
}

describe('a tree is the same when it was pressed', () => {
  test.each<[string, string]>([
    ['texts', 'a: one\nb: two words\n'],
    ['yes, no and nothing', 'a: true\nb: false\nc: ~\nd:\n'],
    ['lists and maps', 'a: [x, [y, { b: z }], []]\nc: { d: { e: f }, g: {} }\n'],
    ['quotes', "a: \"one two\"\nb: 'it''s'\n"],
    ['a text over lines', 'a: >-\n  one\n  two   three\nb: |\n  four\n    five\n\n'],
    ['an empty text', 'a: ""\nb: x\n'],
    ['lines of Windows and a mark of byte order', '\uFEFFa: one\r\nb: >-\r\n  two\r\n  three\r\n'],
    ['letters that are composed when read', 'a: Điều\nb: Một'.normalize('NFD')],
    ['a single text', 'one'],
    ['a list alone', '- a\n- b: c\n'],
  ])('%s', (_, text) => {
    const tree = read(text);
    const pressed = pressTree(tree, text);
    const again = unpressTree(JSON.parse(JSON.stringify(pressed)), text, 'a.yaml');
    expect(told(again)).toEqual(told(tree));
  });
});

test('only where characters do not follow each other is it said where they stand', () => {
  const pressed = (text: string) => pressTree(read(text), text);
  expect(pressed('a: one\nb: true\nc: "x"\n')).toEqual([
    'branch',
    0,
    [
      ['a', 0, ['leaf', 3, 'one']],
      ['b', 7, ['leaf', 10, true]],
      ['c', 15, ['leaf', 18, 'x', 0, 19]],
    ],
  ]);
  // A space is found where the next word begins.
  expect(pressed('- one two')).toEqual(['list', 0, [['leaf', 2, 'one two', 3, 6, 4, 6]]]);
});
