import { type CriteriaSet, entryAt, type Path, pathText, type Tree } from '../criteria/index.ts';
import type { Position } from '../messages/index.ts';

type Patches = CriteriaSet['overridden'];

/** What patches changed of one set, and not of the other as well. */
export function ownPatches({ overridden }: CriteriaSet, other: CriteriaSet): Patches {
  const isSame = (a: Patches[number], b: Patches[number]): boolean =>
    a.path === b.path && a.at.file === b.at.file && a.at.line === b.at.line && a.at.column === b.at.column;
  return overridden.filter((own) => !other.overridden.some((one) => isSame(own, one)));
}

/**
 * The place of the value under a key, or of the node itself where the key is left out.
 *
 * @param patches What was laid on the tree: where one changed only a part of a value, or took it out, its place counts.
 */
export function placeIn(tree: Tree, path: Path, key: string, patches: Patches): Position | null {
  const whole = key === '' ? path : [...path, ...key.split('.')];
  const found = entryAt(tree, whole);
  const text = pathText(whole);
  const exact = patches.find((patch) => patch.path === text);
  if (found === null) return exact?.at ?? entryAt(tree, path)?.key ?? null;
  const part = exact === undefined ? patches.find((patch) => patch.path.startsWith(`${text}.`)) : undefined;
  return part?.at ?? (key === '' ? found.key : found.value.at);
}
