import type { Cite, CriteriaSet, Path } from '../criteria/index.ts';
import type { ChangeId, Position, Text } from '../messages/index.ts';
import type { Direction, Pair, Sets, SubjectKind } from './change.ts';
import type { Effect } from './effects.ts';

/** One thing that can differ between a node and the one that continues it. */
export interface Facet<N> {
  /** The key of the file it stands under, and the end of the path of a change. */
  readonly key: string | ((node: N) => string);
  readonly id: ChangeId | ((nodes: Pair<N>, direction: Direction) => ChangeId);
  /** How it stands in the file; `null` where it does not. Two nodes differ in a facet when this differs. */
  readonly text: (node: N, nodes: Pair<N>) => Text | null;
  /** How it reads to people where the file has a key and words of its own for it; where it does not stand, too. */
  readonly inWords?: (node: N) => Text;
  /** What the fingerprint is made of where the text is in words: it stays when these change. */
  readonly written?: (node: N) => string | null;
  readonly effects?: (nodes: Pair<N>, sets: Sets) => readonly Effect[];
  /** The names that the facet refers to. */
  readonly names?: (node: N) => readonly string[];
  /** What becomes of the values that formulas name of the node: more of them, fewer, or others, as of another kind of figure. */
  readonly vocabulary?: (nodes: Pair<N>) => 'wider' | 'narrower' | 'other';
  /** The office that the change gives something to do. */
  readonly office?: (node: N) => Text | null;
  /** A node with the facet of another; without it, no assessment hangs on the facet. */
  readonly take?: (onto: N, from: N) => N;
}

/** A section of a set: nodes by id, and what can become of them. */
export interface Section<N> {
  readonly kind: SubjectKind;
  /** The key of the file; empty for the set itself. */
  readonly key: string;
  /** The nodes that are compared, under the same id in both sets where one continues the other. */
  readonly nodes: (sets: Sets) => Pair<ReadonlyMap<string, N>>;
  readonly label: (node: N) => Text | null;
  readonly cite: (node: N) => Cite | null;
  readonly at: (node: N) => Position | null;
  readonly facets: readonly Facet<N>[];
  /** What stands in for a whole node; `null` for nodes that are always there. */
  readonly whole: Whole<N> | null;
  /** A set with a node put in place of what is there, or taken out. */
  readonly put: (set: CriteriaSet, id: string, node: N | null, current: N | null) => CriteriaSet;
  /** Where a node stands in the tree of its file; `null` where its place is kept with it alone. */
  readonly path: (set: CriteriaSet, id: string) => Path | null;
}

/** A node as a whole: what is said of it when it comes or goes. */
export interface Whole<N> {
  readonly added: ChangeId;
  readonly removed: ChangeId;
  readonly text: (node: N) => Text;
  /** How it reads to people where the file has words of its own for it. */
  readonly inWords?: (node: N) => Text;
  /** What its coming does; its going does the opposite. */
  readonly effects?: (node: N, sets: Sets) => readonly Effect[];
  readonly office?: (node: N) => Text | null;
  /** Its part in an assessment; `null` where none can hang on it. */
  readonly counts: WholeNames<N> | null;
}

/** The names that tie a node to others. */
interface WholeNames<N> {
  readonly names: (node: N) => readonly string[];
  /** The names that formulas and lists know it by. */
  readonly known: (id: string) => readonly string[];
}
