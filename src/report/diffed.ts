import type { CriteriaSet } from '../criteria/index.ts';
import type { Change, Crosswalk, Impact, Proofs } from '../diff/index.ts';
import type { Issue } from '../messages/index.ts';

/** Two criteria sets that were compared, ready to be reported. */
export interface Diffed {
  readonly base: CriteriaSet;
  readonly revision: CriteriaSet;
  readonly changes: readonly Change[];
  readonly walk: Crosswalk;
  /** Changes that somebody has accepted, by fingerprint. */
  readonly accepted: ReadonlyMap<string, Accepted>;
  /** What the change of criteria comes to on data; `null` without data. */
  readonly impact: Impact | null;
  /** What was proved over all data; `null` where it was not asked for. */
  readonly proofs: Proofs | null;
  /** The version of xasach. */
  readonly version: string;
  readonly issues: readonly Issue[];
}

/** Why a change is accepted, and until when. */
export interface Accepted {
  readonly reason: string;
  /** The last day on which it counts. */
  readonly until: string;
}

/** Whether the two are versions of one set, or different sets. */
export function isAcrossFamilies({ base, revision }: Pick<Diffed, 'base' | 'revision'>): boolean {
  return base.family !== revision.family || base.unit !== revision.unit;
}
