import type { CriteriaSet } from '../criteria/index.ts';
import type { Sets } from './change.ts';

/** A set with some of the changes, its classes tried and ranked in the order that both sets give them. */
export function inClassOrder(set: CriteriaSet, { base, revision }: Sets): CriteriaSet {
  const kept = [...set.classes.keys()].filter((id) => base.classes.has(id));
  const classes = inOrderOf(set.classes, mergedOrder(kept, [...revision.classes.keys()]));
  const rank = set.rank.map((key) =>
    key.by === 'class' ? { ...key, best: bestOf(key.best, revision).filter((id) => classes.has(id)) } : key,
  );
  return { ...set, classes, rank };
}

/** Where a new class stands in the order of merit is told with the class. */
function bestOf(best: readonly string[], revision: CriteriaSet): readonly string[] {
  const later = revision.rank.find((key) => key.by === 'class');
  return mergedOrder(best, later === undefined ? [...revision.classes.keys()] : later.best);
}

/** Nodes in another order; those it does not name stay where they are among the rest. */
export function inOrderOf<N>(nodes: ReadonlyMap<string, N>, order: readonly string[]): ReadonlyMap<string, N> {
  return new Map(
    mergedOrder(order, [...nodes.keys()]).flatMap((id) => {
      const node = nodes.get(id);
      return node === undefined ? [] : [[id, node] as const];
    }),
  );
}

/** An order with the ids of another put in, each after the one it followed there. */
export function mergedOrder(order: readonly string[], other: readonly string[]): readonly string[] {
  const merged = [...order];
  for (const [index, id] of other.entries()) {
    if (merged.includes(id)) continue;
    const before = other.slice(0, index).findLast((earlier) => merged.includes(earlier));
    merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, id);
  }
  return merged;
}
