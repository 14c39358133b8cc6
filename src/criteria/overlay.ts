import { type Issue, issue, nearestNames, type Position } from '../messages/index.ts';
import { MOST_FAULTS } from './most-faults.ts';
import { type Branch, child, entriesOf, type Entry, type Path, pathText, textOf, type Tree } from './tree.ts';

/** Whether a patch may put a node where the base has none. */
export type MayAdd = (path: Path) => boolean;

/** A node that a patch put in place, changed or removed. */
export interface Touched {
  readonly path: string;
  /** Where the patch stands. */
  readonly at: Position;
}

/** What a patch took out: a node, with its id and those of the parts within it. */
export interface Removed {
  readonly path: string;
  readonly ids: readonly string[];
  /** Where the patch says so. */
  readonly at: Position;
}

/** A node that a patch put where the base has none, though the base has one of nearly its name. */
export interface Added {
  readonly path: string;
  readonly key: string;
  readonly nearest: readonly string[];
  readonly at: Position;
}

/** A tree with a patch laid on it. */
export interface Laid {
  readonly tree: Tree;
  /** One for each part of the patch that hits nothing. */
  readonly issues: readonly Issue[];
  readonly touched: readonly Touched[];
  readonly removed: readonly Removed[];
  readonly added: readonly Added[];
}

/** What a merge has found so far. */
interface Progress {
  readonly base: Tree;
  readonly mayAdd: MayAdd;
  readonly issues: Issue[];
  readonly touched: Touched[];
  readonly removed: Removed[];
  readonly added: Added[];
}

/** The sections whose keys are ids. */
const SECTIONS: ReadonlySet<string | number> = new Set([
  'indicators',
  'measures',
  'criteria',
  'classes',
  'sources',
  'readings',
]);
/** Keys below which the keys of a map are names the author chose. */
const NAMED_PARTS: ReadonlySet<string | number> = new Set(['all', 'any', 'of', 'values']);
/** The forms of a condition: `any` laid on `all` is another condition, not a part of it. */
const FORMS = ['all', 'any', 'not', 'at_least'] as const;

/**
 * Lays a patch on a tree: maps merge by key, texts and lists replace, an empty value removes. Every node keeps the place
 * where it was written, be it in the base or in the patch.
 *
 * @param base The tree to change; it is not touched.
 * @param patch What differs.
 * @param mayAdd Where new nodes are allowed.
 */
export function overlay(base: Tree, patch: Tree, mayAdd: MayAdd): Laid {
  const progress: Progress = { base, mayAdd, issues: [], touched: [], removed: [], added: [] };
  const tree = merge(base, patch, [], progress);
  const { issues, touched, removed, added } = progress;
  return { tree, issues, touched, removed, added };
}

/** What a set has although its file need not say it. */
const UNSAID: ReadonlySet<string | number | undefined> = new Set(['ties']);

/** A reading chooses among what is there: it adds no id and no named part, but may give a node a key it did not have. */
export function readingMayAdd(path: Path): boolean {
  const parent = path.at(-2);
  if (parent === undefined) return UNSAID.has(path[0]);
  return !(path.length === 2 && SECTIONS.has(parent)) && !NAMED_PARTS.has(parent);
}

function merge(base: Tree, patch: Tree, path: Path, progress: Progress): Tree {
  if (base.kind !== 'branch' || patch.kind !== 'branch' || isOtherForm(base, patch)) {
    const keys = removalsIn(patch);
    if (keys.length > 0) {
      // Told where the parts went: whatever takes them out was written for a set that has them.
      progress.issues.push(partsGone(keys, { base, patch, path }));
      return base;
    }
    progress.touched.push({ path: pathText(path), at: patch.at });
    return patch;
  }
  const entries = new Map(base.entries);
  for (const [key, entry] of patch.entries) mergeEntry(entries, key, entry, [...path, key], progress);
  return { kind: 'branch', entries, at: base.at };
}

function mergeEntry(entries: Map<string, Entry>, key: string, entry: Entry, path: Path, progress: Progress): void {
  const { base, mayAdd, issues, touched, removed, added } = progress;
  const old = entries.get(key);
  const removes = entry.value.kind === 'leaf' && entry.value.value === null;
  if (old === undefined && (removes || !mayAdd(path))) {
    const nearest = issues.length < MOST_FAULTS ? nearestNames(key, [...entries.keys()]) : [];
    const under = path.length === 1 ? sectionWith(key, base) : null;
    issues.push(hitsNothing({ path: pathText(path), key, nearest, at: entry.key }, under));
  } else if (old !== undefined && removes) {
    entries.delete(key);
    removed.push({ path: pathText(path), ids: [key, ...partsIn(old.value)], at: entry.key });
    touched.push({ path: pathText(path), at: entry.key });
  } else if (old === undefined) {
    const nearest = added.length < MOST_FAULTS ? nearestNames(key, [...entries.keys()]) : [];
    if (nearest.length > 0) added.push({ path: pathText(path), key, nearest, at: entry.key });
    entries.set(key, entry);
    touched.push({ path: pathText(path), at: entry.key });
  } else {
    const value = merge(old.value, entry.value, path, progress);
    entries.set(key, { key: value === entry.value ? entry.key : old.key, value });
  }
}

/** What a tree takes out of the one it is laid on. */
function removalsIn(tree: Tree): readonly string[] {
  return entriesOf(tree).flatMap(([key, { value }]) =>
    value.kind === 'leaf' && value.value === null ? [key] : removalsIn(value),
  );
}

function partsGone(keys: readonly string[], { base, patch, path }: { base: Tree; patch: Tree; path: Path }): Issue {
  const { file, line } = patch.at;
  const args = { keys: [...new Set(keys)], place: `${file}:${line ?? 1}` };
  return issue('criteria/parts-gone', args, { position: base.at, path: pathText(path), received: textOf(base) });
}

/** Says that a part of a patch changes nothing. */
export function hitsNothing({ path, key, nearest, at }: Added, under: string | null = null): Issue {
  return issue('criteria/patch-hits-nothing', { key, nearest, under }, { position: at, path, received: key });
}

/** The section in which an id is declared. */
function sectionWith(id: string, base: Tree): string | null {
  const sections = entriesOf(base).filter(([section]) => SECTIONS.has(section));
  return sections.find(([, { value }]) => child(value, id) !== null)?.[0] ?? null;
}

/** The parts of a group, and the parts of these. */
function partsIn(tree: Tree): readonly string[] {
  return entriesOf(child(tree, 'parts')).flatMap(([id, { value }]) => [id, ...partsIn(value)]);
}

function isOtherForm(base: Branch, patch: Branch): boolean {
  const [before, after] = [formOf(base), formOf(patch)];
  return before !== undefined && after !== undefined && before !== after;
}

function formOf(tree: Branch): string | undefined {
  return FORMS.find((form) => tree.entries.has(form));
}
