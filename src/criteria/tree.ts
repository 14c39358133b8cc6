import type { Position } from '../messages/index.ts';

/** A criteria file as plain values, every one with its place. Overlays take trees and give trees, so a place is never lost. */
export type Tree = Leaf | List | Branch;

/** A value as written: `1.10` and `00004` stay as they are; `null` is an empty value. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly value: string | boolean | null;
  readonly at: Position;
  /** The place of the character at this offset of the value. */
  readonly locate: (offset: number) => Position;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly at: Position;
}

export interface Branch {
  readonly kind: 'branch';
  /** In file order. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly at: Position;
}

export interface Entry {
  /** The place of the key. */
  readonly key: Position;
  readonly value: Tree;
}

export type Path = readonly (string | number)[];

/** A tree as plain JavaScript values. */
export type Plain = string | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** The tree as plain values; every number stays the text that was written. */
export function plain(tree: Tree): Plain {
  switch (tree.kind) {
    case 'leaf':
      return tree.value;
    case 'list':
      return tree.items.map(plain);
    case 'branch':
      return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, plain(entry.value)]));
  }
}

/** The entry of a key, or `null` when the tree is no map or has no such key. */
export function entryOf(tree: Tree | null, key: string): Entry | null {
  return tree?.kind === 'branch' ? (tree.entries.get(key) ?? null) : null;
}

/** The value of a key, or `null` when the tree is no map or has no such key. */
export function child(tree: Tree | null, key: string): Tree | null {
  return entryOf(tree, key)?.value ?? null;
}

/** The entries of a map; none when the tree is something else. */
export function entriesOf(tree: Tree | null): readonly (readonly [string, Entry])[] {
  return tree?.kind === 'branch' ? [...tree.entries] : [];
}

/** The items of a list; none when the tree is something else. */
export function itemsOf(tree: Tree | null): readonly Tree[] {
  return tree?.kind === 'list' ? tree.items : [];
}

/** The text of a leaf, or `null`. */
export function textOf(tree: Tree | null): string | null {
  return tree?.kind === 'leaf' && typeof tree.value === 'string' ? tree.value : null;
}

/** What a path leads to: the entry of a map, an item of a list, or the tree itself; `null` when there is nothing. */
export function entryAt(tree: Tree, path: Path): Entry | null {
  let found: Entry | null = { key: tree.at, value: tree };
  for (const step of path) {
    const parent: Tree | null = found?.value ?? null;
    if (typeof step === 'string') found = entryOf(parent, step);
    else found = itemEntry(parent, step);
  }
  return found;
}

function itemEntry(parent: Tree | null, index: number): Entry | null {
  const item = itemsOf(parent)[index];
  return item === undefined ? null : { key: item.at, value: item };
}

/** A path as a person reads it. */
export function pathText(path: Path): string {
  return path.join('.');
}

/** What stands at a tree, in a few words of the file's own text; `null` for an empty value. */
export function received(tree: Tree): string | null {
  switch (tree.kind) {
    case 'leaf':
      return tree.value === null ? null : String(tree.value).slice(0, 80);
    case 'list':
      return '[…]';
    case 'branch':
      return '{…}';
  }
}
