import { type CriteriaSet, pathText, type Tree } from '../criteria/index.ts';
import type { ChangeId, Position, Text } from '../messages/index.ts';
import type { Change, Pair, Sets, Subject, Value } from './change.ts';
import { createJudge, type Effect } from './effects.ts';
import type { Section } from './facet.ts';
import { fingerprintOf } from './fingerprint.ts';
import { KINDS, levelOf } from './kinds.ts';
import { ownPatches, placeIn } from './places.ts';

/** What all comparisons share: the sets under the same names, the judge of effects, and where everything stands. */
export interface Context {
  readonly sets: Sets;
  readonly judge: ReturnType<typeof createJudge>;
  /** A node of the base as it stands there, under the ids it has there. */
  readonly asWritten: <N>(section: Section<N>, node: N) => N;
  /** What a node is called in the base itself. */
  readonly original: (id: string) => string;
  readonly placeOf: <N>(section: Section<N>, side: keyof Sets, node: Placed<N>, key: string) => Position | null;
}

/** A node with the id it has in the aligned sets. */
export interface Placed<N> {
  readonly id: string;
  readonly node: N;
}

/** @param files The sets as they were read, with the trees of their files where those are at hand. */
export function createContext(
  sets: Sets,
  files: Pair<{ readonly set: CriteriaSet; readonly tree: Tree | null }>,
  original: (id: string) => string,
): Context {
  const { base, revision } = files;
  const patches: Pair<CriteriaSet['overridden']> = {
    base: ownPatches(base.set, revision.set),
    revision: ownPatches(revision.set, base.set),
  };
  return {
    sets,
    judge: createJudge(sets),
    original,
    asWritten: (section, node) => {
      // Names change between the two, and the order does not.
      const place = [...section.nodes(sets).base.values()].indexOf(node);
      const nodes = section.nodes({ base: base.set, revision: sets.revision }).base;
      return [...nodes.values()][place] ?? node;
    },
    placeOf: (section, side, { id, node }, key) => {
      const { set, tree } = files[side];
      const path = section.path(set, side === 'base' ? original(id) : id);
      return (tree === null || path === null ? null : placeIn(tree, path, key, patches[side])) ?? section.at(node);
    },
  };
}

/** Everything of a change but what follows from it. */
export interface Draft extends Pick<Change, 'path' | 'subject' | 'before' | 'after' | 'cite' | 'office'> {
  readonly id: ChangeId | ((direction: Change['direction']) => ChangeId);
  readonly inWords?: Change['inWords'];
  readonly effects: readonly Effect[];
  /** What the fingerprint is made of in place of the values as they are shown. */
  readonly written?: Pair<Text | null> | null;
}

/** Judges a change and gives it its level and fingerprint. */
export function changeOf(
  { id: choose, effects, written = null, inWords = null, ...draft }: Draft,
  { judge }: Context,
): Change {
  const { direction, classes } = judge(effects);
  const id = typeof choose === 'string' ? choose : choose(direction);
  const { level, concerns } = KINDS[id];
  return {
    ...draft,
    id,
    inWords,
    direction,
    basis: 'derived',
    classes,
    level: levelOf(level, direction),
    concerns,
    fingerprint: fingerprintOf({ ...draft, ...(written === null ? {} : writtenValues(written)), id }),
  };
}

function writtenValues({ base, revision }: Pair<Text | null>) {
  return { before: valueOf(base, null), after: valueOf(revision, null) };
}

/** A value with its place. */
export function valueOf(text: Text | null, at: Position | null): Value | null {
  return text === null ? null : { text, at };
}

/** The path of a node in a change: short, and the same wherever its group stands. */
export function pathOf(section: { readonly key: string }, id: string, key: string): string {
  return pathText([section.key, id, key].filter((part) => part !== ''));
}

export function subjectOf<N>(section: Section<N>, ids: readonly string[], node: N): Subject {
  return { kind: section.kind, ids: ids.filter((id) => id !== ''), label: section.label(node) };
}
