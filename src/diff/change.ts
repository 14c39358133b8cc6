import type { Cite, CriteriaSet } from '../criteria/index.ts';
import type { ChangeId, Position, Text } from '../messages/index.ts';
import type { Concerns, Level } from './kinds.ts';

/**
 * Which way a change takes the units: `stricter` when none can come out better and some may come out worse, `looser` the
 * other way round, `either` when both can be or nothing was shown, `none` when by itself it moves no unit
 * whose figures are all there.
 */
export type Direction = 'stricter' | 'looser' | 'either' | 'none';

/** What a change does to a class: whether more units fall under its condition, or fewer. */
export interface ClassEffect {
  readonly class: string;
  readonly effect: 'wider' | 'narrower' | 'either';
}

/** What stands on one side of a change, as the file writes it. */
export interface Value {
  readonly text: Text;
  /** Where it stands; `null` where nobody kept the place. */
  readonly at: Position | null;
}

/** What a change is about. */
export interface Subject {
  readonly kind: SubjectKind;
  /** Ids in the revision, or in the base of what is gone; several when points move or a criterion is split. */
  readonly ids: readonly string[];
  /** Its title or label in the revision, else in the base. */
  readonly label: Text | null;
}

export type SubjectKind =
  | 'set'
  | 'source'
  | 'indicator'
  | 'measure'
  | 'check'
  | 'criterion'
  | 'class'
  | 'remark'
  | 'score'
  | 'rank'
  | 'reading'
  | 'target';

/** One difference between two criteria sets. */
export interface Change {
  readonly id: ChangeId;
  /** The node: `criteria.F.1.bands`; by its id in the revision, where it is still there. */
  readonly path: string;
  readonly subject: Subject;
  /** `null` where there was nothing, or is nothing any more. */
  readonly before: Value | null;
  readonly after: Value | null;
  /** How either side reads to people where the file has a key and words of its own for it; else the values say it. */
  readonly inWords: Pair<Text | null> | null;
  /** The clause cited, in the revision where it is still cited. */
  readonly cite: Cite | null;
  /** The office that owes a figure or sees to a criterion, where the change gives it something to do. */
  readonly office: Text | null;
  readonly direction: Direction;
  /** `derived` from how the set uses what changed; `proved` over all possible data. */
  readonly basis: 'derived' | 'proved';
  /** The classes whose conditions the change reaches. */
  readonly classes: readonly ClassEffect[];
  readonly level: Level;
  readonly concerns: Concerns;
  /** Twelve hexadecimal digits of what changed: the same wherever in the file it stands. */
  readonly fingerprint: string;
}

/** The two sets that are compared. */
export interface Pair<T> {
  readonly base: T;
  readonly revision: T;
}

export type Sets = Pair<CriteriaSet>;
