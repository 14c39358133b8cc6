import { type Formula, namesIn, nestingOf } from '../formula/index.ts';

/** What ids refer to among themselves: for each id the ids it names. */
export type References = ReadonlyMap<string, readonly string[]>;

/** What each formula names among the ids of the same map. */
export function referencesAmong(formulas: ReadonlyMap<string, Formula>): References {
  return new Map([...formulas].map(([id, formula]) => [id, namesIn(formula).filter((name) => formulas.has(name))]));
}

/**
 * The circles among references.
 *
 * @returns One closed way for each circle found, its first id again at its end.
 * @example A refers to B, B to A // [['A', 'B', 'A']]
 */
export function findCycles(references: References): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of references.keys()) if (!done.has(start)) walk(start, references, done, cycles);
  return cycles;
}

/** Depth first without recursion: a chain of references may be as long as the file. */
function walk(start: string, references: References, done: Set<string>, cycles: string[][]): void {
  const way = [start];
  const onWay = new Map([[start, 0]]);
  const next = [0];
  for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
    const index = next.at(-1) ?? 0;
    next[next.length - 1] = index + 1;
    const to = references.get(here)?.[index];
    if (to === undefined) {
      done.add(here);
      onWay.delete(here);
      way.pop();
      next.pop();
      continue;
    }
    const before = onWay.get(to);
    if (before !== undefined) cycles.push([...way.slice(before), to]);
    else if (!done.has(to)) {
      onWay.set(to, way.length);
      way.push(to);
      next.push(0);
    }
  }
}

/**
 * How many names each formula holds when every reference is replaced by what it refers to. References must not circle.
 *
 * @example a: x + y, b: a * a // a → 2, b → 4
 */
export function expandedSizes(formulas: ReadonlyMap<string, Formula>): ReadonlyMap<string, number> {
  const references = referencesAmong(formulas);
  const sizes = new Map<string, number>();
  for (const id of inOrder(references)) {
    const names = namesIn(formulas.get(id) ?? { kind: 'all', of: [], at: { file: '' } });
    sizes.set(
      id,
      names.reduce((total, name) => total + (sizes.get(name) ?? 1), 0),
    );
  }
  return sizes;
}

/**
 * How many levels deep each formula is when every reference is replaced by what it refers to. References must not circle.
 *
 * @example a: x + 1, b: a * 2 // a → 2, b → 3
 */
export function expandedDepths(formulas: ReadonlyMap<string, Formula>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const id of inOrder(referencesAmong(formulas))) {
    const formula = formulas.get(id);
    if (formula !== undefined)
      depths.set(
        id,
        nestingOf(formula, (name) => depths.get(name) ?? 1),
      );
  }
  return depths;
}

/** The ids, each after those it refers to. */
export function inOrder(references: References): readonly string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  for (const start of references.keys()) {
    const open = [{ id: start, leaving: false }];
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      if (top.leaving) order.push(top.id);
      else if (!seen.has(top.id)) {
        seen.add(top.id);
        open.push(
          { id: top.id, leaving: true },
          ...(references.get(top.id) ?? []).map((id) => ({ id, leaving: false })),
        );
      }
    }
  }
  return order;
}
