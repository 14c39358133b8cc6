import type { CriteriaSet, Criterion } from '../criteria/index.ts';
import { add, type Rational, ZERO } from '../number/index.ts';
import type { Sets } from './change.ts';
import { inClassOrder, inOrderOf, mergedOrder } from './class-order.ts';
import type { Planned } from './planned.ts';

/** Makes sets that have some of the changes and not the others. */
export interface Hybrids {
  /** The places of the changes that an assessment can hang on. */
  readonly effective: readonly number[];
  /** The changes with all that they cannot be without, in order. */
  readonly closed: (places: readonly number[]) => readonly number[];
  /** Of changes that are closed over their needs, those that no other of them needs. */
  readonly leading: (places: readonly number[]) => readonly number[];
  /** The base with changes made that are closed over their needs. */
  readonly make: (places: readonly number[]) => CriteriaSet;
}

/** @param sets The base under the names of the revision, and the revision. */
export function createHybrids(sets: Sets, planned: readonly Planned[]): Hybrids {
  const needs = planned.map((own) => needsOf(own, planned));
  const effective = [...planned.keys()].filter((place) => planned[place]?.edit !== null);
  const closed = (places: readonly number[]): readonly number[] => {
    const all = new Set<number>();
    const visit = (place: number): void => {
      if (all.has(place)) return;
      all.add(place);
      for (const needed of needs[place] ?? []) visit(needed);
    };
    for (const place of places) visit(place);
    return [...all].sort((a, b) => a - b);
  };
  return {
    effective,
    closed,
    leading: (places) =>
      places.filter(
        (place) => !places.some((other) => !closed([place]).includes(other) && closed([other]).includes(place)),
      ),
    make: (places) => {
      const changed = places.reduce((set, place) => planned[place]?.edit?.apply(set) ?? set, sets.base);
      return settled(changed, sets);
    },
  };
}

/** The changes without which one would name what is not there, or leave behind what names it. */
function needsOf({ edit }: Planned, planned: readonly Planned[]): readonly number[] {
  if (edit === null) return [];
  return [...planned.keys()].filter((place) => {
    const other = planned[place]?.edit ?? null;
    if (other === null) return false;
    return (
      shares(edit.uses, other.adds) ||
      shares(edit.removes, other.leaves) ||
      shares(edit.ties, other.ties) ||
      shares(edit.retypes, [...other.uses, ...other.leaves]) ||
      shares([...edit.uses, ...edit.leaves], other.retypes)
    );
  });
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((name) => others.includes(name));
}

/** What follows from the parts of a set: the order of its nodes, the parts and points of groups, the whole of the points. */
function settled(set: CriteriaSet, { base, revision }: Sets): CriteriaSet {
  const order = mergedOrder([...revision.criteria.keys()], [...base.criteria.keys()]);
  const criteria = withGroups(inOrderOf(set.criteria, order));
  return inClassOrder({ ...set, criteria, score: scoreOf(set.score, criteria) }, { base, revision });
}

/** Every group before its parts, with the points of its parts. */
function withGroups(nodes: ReadonlyMap<string, Criterion>): ReadonlyMap<string, Criterion> {
  const criteria = new Map<string, Criterion>();
  const visit = (group: string | null): readonly Criterion[] =>
    [...nodes.values()]
      .filter((node) => (group === null ? node.group === null || !nodes.has(node.group) : node.group === group))
      .map((node) => {
        criteria.set(node.id, node);
        const parts = node.rule.kind === 'group' ? visit(node.id) : [];
        const whole = node.rule.kind === 'group' ? groupOf(node, parts) : node;
        criteria.set(node.id, whole);
        return whole;
      });
  visit(null);
  return criteria;
}

function groupOf(node: Criterion, parts: readonly Criterion[]): Criterion {
  const { rule } = node;
  if (rule.kind !== 'group') return node;
  const required = parts.filter(({ bonus }) => !bonus);
  return {
    ...node,
    points: node.points === null ? null : sumOf(required),
    rule: { ...rule, parts: parts.map(({ id }) => id), required: required.map(({ id }) => id) },
  };
}

function scoreOf(score: CriteriaSet['score'], criteria: ReadonlyMap<string, Criterion>): CriteriaSet['score'] {
  if (score?.model !== 'points') return score;
  const top = [...criteria.values()].filter(({ group, bonus }) => group === null && !bonus);
  return { ...score, of: sumOf(top) };
}

function sumOf(criteria: readonly Criterion[]): Rational {
  return criteria.reduce((sum, { points }) => add(sum, points ?? ZERO), ZERO);
}
