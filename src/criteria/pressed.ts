import type { Position } from '../messages/index.ts';
import { createPlaces, type Places } from './places.ts';
import type { Entry, Tree } from './tree.ts';

/**
 * A tree as JSON, beside the text it was read from: every place is an offset of the text. It is made when xasach is built, so
 * that the criteria that come with it need no YAML to be read.
 */
export type PressedTree =
  /** A leaf: where it stands, its value, and where else characters of the value stand: offsets of value and text in turn. */
  | readonly ['leaf', number, string | boolean | null, ...(readonly number[])]
  | readonly ['list', number, readonly PressedTree[]]
  | readonly ['branch', number, readonly (readonly [key: string, at: number, value: PressedTree])[]];

/** The text whose offsets count: without a byte order mark and in composed characters, as YAML was read from it. */
function placesIn(text: string, file: string): Places {
  return createPlaces(text.replace(/^\uFEFF/, '').normalize('NFC'), file);
}

/**
 * Presses a tree.
 *
 * @param tree What was read from the text, with nothing laid on it.
 */
export function pressTree(tree: Tree, text: string): PressedTree {
  const starts = [0];
  for (const line of placesIn(text, '').source.split('\n')) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const offsetOf = ({ line = 1, column = 1 }: Position): number => (starts[line - 1] ?? 0) + column - 1;
  const press = (node: Tree): PressedTree => {
    const at = offsetOf(node.at);
    switch (node.kind) {
      case 'leaf': {
        if (typeof node.value !== 'string') return ['leaf', at, node.value];
        const offsets = Array.from({ length: node.value.length + 1 }, (_, offset) => offsetOf(node.locate(offset)));
        return ['leaf', at, node.value, ...jumps(offsets, at)];
      }
      case 'list':
        return ['list', at, node.items.map(press)];
      case 'branch':
        return ['branch', at, [...node.entries].map(([key, entry]) => [key, offsetOf(entry.key), press(entry.value)])];
      default:
        return node satisfies never;
    }
  };
  return press(tree);
}

/** Where the characters of a value do not follow each other in the text: pairs of an offset in each. */
function jumps(offsets: readonly number[], start: number): readonly number[] {
  return offsets.flatMap((offset, index) => {
    const expected = index === 0 ? start : (offsets[index - 1] ?? 0) + 1;
    return offset === expected ? [] : [index, offset];
  });
}

/** The tree that was pressed: the same in every place. */
export function unpressTree(pressed: PressedTree, text: string, file: string): Tree {
  const places = placesIn(text, file);
  const grow = (node: PressedTree): Tree => {
    switch (node[0]) {
      case 'leaf': {
        const [, start, value, ...ends] = node;
        const at = places.at(start);
        if (typeof value !== 'string') return { kind: 'leaf', value, at, locate: () => at };
        return { kind: 'leaf', value, at, locate: (offset) => places.at(located(offset, start, ends)) };
      }
      case 'list':
        return { kind: 'list', at: places.at(node[1]), items: node[2].map(grow) };
      case 'branch': {
        const entries = node[2].map(([key, at, value]): [string, Entry] => [
          key,
          { key: places.at(at), value: grow(value) },
        ]);
        return { kind: 'branch', at: places.at(node[1]), entries: new Map(entries) };
      }
      default:
        return node satisfies never;
    }
  };
  return grow(pressed);
}

function located(offset: number, start: number, jumped: readonly number[]): number {
  let [from, at] = [0, start];
  for (let index = 0; index < jumped.length && (jumped[index] ?? 0) <= offset; index += 2) {
    [from, at] = [jumped[index] ?? 0, jumped[index + 1] ?? 0];
  }
  return at + offset - from;
}
