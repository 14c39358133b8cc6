/** How other weights were drawn; numbers come as they are to be shown. */
export interface SamplingWords {
  readonly samples: string;
  readonly seed: string;
  readonly percent: string;
  /** The least and the greatest factor, as percentages. */
  readonly least: string;
  readonly greatest: string;
}

/** The words about places that other weights would change. */
export interface RobustnessMessages {
  readonly title: string;
  readonly weights: (percent: string) => string;
  readonly leaveOneOut: string;
  readonly rule: (sampling: SamplingWords) => string;
  readonly leftOut: (times: string) => string;
  readonly mark: (places: readonly string[]) => string;
  readonly counts: (weights: string, leaveOneOut: string, of: string) => string;
}
