/** What became of a verdict between two sides. */
export type VerdictChangeWord = 'newly-certified' | 'kept' | 'lost' | 'still-not' | 'open' | 'appeared' | 'vanished';

/** The words about two results side by side. */
export interface CompareMessages {
  /** Says of a result that its figures are supposed; each supposition as it was typed. */
  readonly whatIf: (suppositions: readonly string[]) => string;
  /** That the criteria are tried with changes: which set, and the files of changes. */
  readonly changedRules: (set: string, overlays: readonly string[]) => string;
  /** How many units a condition chose. */
  /** What a condition on units found. */
  readonly chosen: (found: {
    readonly count: string;
    readonly of: string;
    readonly where: string;
    /** Units that cannot be judged, and the figures they lack. */
    readonly open: { readonly units: string; readonly figures: readonly string[] } | null;
    readonly areShown: boolean;
    readonly isCompared: boolean;
  }) => string;
  /** Headings: what is held against what. */
  readonly beforeAfter: string;
  readonly againstPeriod: (period: string) => string;
  readonly againstResult: (file: string, period: string | null) => string;
  /** Both sides were assessed under other criteria. */
  /** Of a figure that the set before does not ask for. */
  readonly notUsed: string;
  /** What is told of what stands before. */
  readonly ofBefore: (text: string) => string;
  readonly acrossCriteria: (before: string, after: string) => string;

  /** Official criteria certify; others are only met. */
  readonly verdicts: Readonly<Record<VerdictChangeWord, string>>;
  readonly unofficialVerdicts: Readonly<Record<VerdictChangeWord, string>>;
  readonly matrix: string;
  readonly fromTo: string;
  readonly absent: string;
  readonly wasAbsent: string;
  readonly columnsAre: (columns: readonly string[]) => string;

  readonly moved: (count: string, of: string) => string;
  readonly touched: string;
  readonly noneMoved: (of: string) => string;
  /** No unit stands on both sides. */
  readonly noneCommon: string;
  /** One value on both sides: `a → b`. */
  readonly change: (before: string, after: string) => string;
  readonly unchanged: (className: string) => string;
  readonly named: (what: string, change: string) => string;
  readonly score: string;
  readonly rank: string;
  /** A criterion with its change and what lies behind it. */
  readonly criterion: (id: string, change: string, why: readonly string[]) => string;
  readonly points: string;
  readonly ruleChanged: string;
  readonly newCriterion: string;
  readonly droppedCriterion: string;
  readonly formerly: (id: string) => string;
  readonly classRules: (labels: readonly string[]) => string;
  readonly noCriterion: string;
  readonly moreFigures: (count: string) => string;
  /** What settled a criterion by an earlier result, which does not say of what that is, and what settles it now. */
  readonly recorded: (then: string, now: string) => string;
  /** That an earlier result does not say what a criterion found. */
  readonly notRecorded: string;
  readonly appeared: (units: readonly string[], more: string | null) => string;
  readonly vanished: (units: readonly string[], more: string | null) => string;

  /** Other readings. */
  readonly otherReadings: string;
  readonly noReadings: string;
  readonly noOtherReading: string;
  readonly reading: (choice: string, label: string) => string;
  readonly sameClasses: string;
}
