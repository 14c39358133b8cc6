import type { RoundingWord } from './report-messages.ts';

/** Every kind of change between two criteria sets. Public names: one is never renamed, and none disappears. */
export type ChangeId =
  | 'threshold-tightened'
  | 'threshold-loosened'
  | 'threshold-changed'
  | 'test-changed'
  | 'bands-changed'
  | 'deduction-changed'
  | 'criterion-added'
  | 'criterion-removed'
  | 'criterion-renamed'
  | 'criterion-split'
  | 'criterion-merged'
  | 'criterion-regrouped'
  | 'mandatory-added'
  | 'mandatory-removed'
  | 'applies-when-changed'
  | 'not-applicable-policy-changed'
  | 'points-moved'
  | 'points-changed'
  | 'bonus-changed'
  | 'cap-changed'
  | 'weight-changed'
  | 'score-model-changed'
  | 'rounding-changed'
  | 'class-added'
  | 'class-removed'
  | 'class-rule-changed'
  | 'class-order-changed'
  | 'certifies-changed'
  | 'measure-added'
  | 'measure-removed'
  | 'measure-changed'
  | 'indicator-added'
  | 'indicator-removed'
  | 'indicator-renamed'
  | 'indicator-changed'
  | 'provider-changed'
  | 'check-added'
  | 'check-removed'
  | 'check-changed'
  | 'effective-changed'
  | 'status-changed'
  | 'period-changed'
  | 'unit-level-changed'
  | 'lower-set-changed'
  | 'reviewed-changed'
  | 'rank-changed'
  | 'ties-changed'
  | 'target-added'
  | 'target-removed'
  | 'target-changed'
  | 'reading-added'
  | 'reading-removed'
  | 'reading-changed'
  | 'remark-added'
  | 'remark-removed'
  | 'remark-changed'
  | 'source-added'
  | 'source-removed'
  | 'source-changed'
  | 'cite-changed'
  | 'wording-only';

/** Which way a change takes the units. */
export type DirectionWord = 'stricter' | 'looser' | 'either' | 'none';

/** How much a change asks of its readers. */
export type LevelWord = 'major' | 'notice' | 'info';

/** The words about what changed between two criteria sets. Numbers come as they are to be shown. */
export interface DiffMessages {
  readonly kinds: Readonly<Record<ChangeId, string>>;
  /** Of a change of points or of the order that moves nobody to another class. */
  readonly pointsAlone: string;
  /** Of a data check: it bounds what missing figures may be. */
  readonly checksAlone: string;
  readonly directions: Readonly<Record<DirectionWord, string>>;
  /** Headings. */
  readonly levels: Readonly<Record<LevelWord, string>>;
  readonly title: (base: string, revision: string) => string;
  readonly acrossFamilies: (base: string, revision: string) => string;
  readonly count: (changes: string) => string;
  /** How many changes go each way; only those there are. */
  readonly counts: Readonly<Record<DirectionWord, (count: string) => string>>;
  readonly noChanges: string;
  /** Which classes become wider or narrower. */
  readonly classes: Readonly<Record<'wider' | 'narrower' | 'either', (classes: readonly string[]) => string>>;
  readonly office: (office: string) => string;
  readonly fingerprint: (digits: string) => string;
  readonly accepted: (reason: string, until: string) => string;
  /** Columns of a table of changes. */
  readonly columns: Readonly<Record<'change' | 'before' | 'after' | 'direction' | 'fingerprint', string>>;
  readonly movedColumns: Readonly<Record<'unit' | 'before' | 'after' | 'by', string>>;
  readonly nothing: string;
  /** Values that the file writes in several keys. */
  readonly shown: {
    /** The words that join the parts of a condition. */
    readonly joining: Readonly<Record<'and' | 'or' | 'not', string>>;
    /** From when to when a set is in force. */
    readonly inForce: (from: string, to: string | null) => string;
    readonly counted: (ids: readonly string[]) => string;
    readonly points: (model: 'points' | 'weighted', of: string) => string;
    readonly rounded: (to: string, mode: RoundingWord) => string;
    /** A year, from month and day to month and day. */
    readonly year: (from: string, to: string) => string;
    readonly rolledUp: (set: string, group: string) => string;
    /** A part of a node with what stands there. */
    readonly keyed: (part: string, value: string) => string;
    readonly parts: Readonly<
      Record<
        | 'type'
        | 'values'
        | 'measured'
        | 'rollup'
        | 'min'
        | 'max'
        | 'merge'
        | 'words'
        | 'actionable'
        | 'aliases'
        | 'certifies'
        | 'bonus',
        string
      >
    >;
    readonly types: Readonly<Record<'count' | 'decimal' | 'percent' | 'boolean' | 'choice', string>>;
    readonly merged: (merge: {
      readonly by: 'sum' | 'max' | 'any';
      readonly of: 'people' | 'things';
      readonly bounds: boolean;
    }) => string;
    readonly actionable: Readonly<Record<'up' | 'down' | 'both', string>>;
    readonly yesOrNo: (value: boolean) => string;
  };
  readonly crosswalk: string;
  readonly link: (base: readonly string[], revision: readonly string[]) => string;
  /** What becomes of the units of some data. */
  readonly impact: {
    readonly title: string;
    readonly units: (units: string, period: string | null) => string;
    readonly columns: Readonly<Record<'class' | 'before' | 'after' | 'difference', string>>;
    readonly certified: string;
    /** Where one of the sets certifies nobody. */
    readonly unofficialCertified: string;
    readonly target: (until: number, share: string) => string;
    readonly targetMet: (met: boolean | null, certified: string, needed: string) => string;
    readonly matrix: string;
    readonly moved: (moved: string, of: string) => string;
    readonly noneMoved: (of: string) => string;
    readonly from: (before: string, after: string) => string;
    /** The changes that move a unit: each set of changes does it by itself. */
    readonly by: (sets: readonly (readonly string[])[], exact: boolean) => string;
    readonly notAttributed: string;
    readonly change: (subject: string, kind: string) => string;
    readonly reasonBefore: (reason: string) => string;
    readonly reasonAfter: (reason: string) => string;
    readonly held: string;
    readonly heldBy: (unit: string, changes: readonly string[]) => string;
    readonly rankMoves: (count: string) => string;
    readonly moreUnits: (count: string) => string;
    /** Where a unit stands that keeps its class, and whether it meets the criteria. */
    readonly withVerdict: (place: string, verdict: string) => string;
    readonly idle: string;
    readonly missing: string;
    /** Columns that a set needs and the data have not. */
    readonly missingOf: (set: string, labels: readonly string[], units: string) => string;
  };
  /** What is proved over all possible data. */
  readonly proofs: {
    readonly title: string;
    readonly certified: string;
    readonly verdicts: Readonly<
      Record<'same' | 'stricter' | 'looser' | 'neither' | 'unproved' | 'apart' | 'clash', string>
    >;
    readonly losing: (figures: readonly string[]) => string;
    readonly gaining: (figures: readonly string[]) => string;
    readonly figure: (label: string, value: string) => string;
    /** Figures that are 0, or not so, in a witness; whether it has others, which are named. */
    readonly allElse: (afterOthers: boolean) => string;
    /** What a share of units is made of: how many count, and of how many. */
    readonly shareCount: (label: string) => string;
    readonly shareUnits: (label: string) => string;
    readonly clashes: (labels: readonly string[]) => string;
    readonly narrowed: (labels: readonly string[]) => string;
    readonly apart: (labels: readonly string[]) => string;
    readonly rolledUp: string;
    /** The name of a unit that does not exist. */
    readonly exampleUnit: string;
    readonly proved: string;
  };
  readonly proposals: string;
  readonly proposal: (proposed: { readonly kind: string; readonly base: string; readonly revision: string }) => string;
}
