/** Of units that registered to become free of drugs; numbers come as they are to be shown. */
export interface RegisteredWords {
  readonly units: string;
  /** `35/48 = 72,917 %` */
  readonly certified: string;
  readonly maybeCertified: string | null;
  readonly certifiedBeside: string;
  readonly notStated: string | null;
  /** Whether the criteria are in force: else nobody is certified. */
  readonly official: boolean;
}

/** The words about groups of units. */
export interface GroupMessages {
  /** The label of the column that units are grouped by. */
  readonly title: (label: string) => string;
  /** The group of units of which the data say nothing. */
  readonly notStated: string;
  readonly units: string;
  readonly rankInGroup: string;
  /** How a list of units is ordered that stands group by group. */
  readonly inGroups: (label: string) => string;
  readonly registered: string;
  readonly targetColumn: (until: number, share: string) => string;
  /** How far a group is from a target: `null` while missing figures decide. */
  readonly target: (progress: {
    readonly needed: string;
    readonly stillNeeded: string;
    readonly met: boolean | null;
    readonly missing: string | null;
  }) => string;
  readonly registeredLine: (registered: RegisteredWords) => string;
}
