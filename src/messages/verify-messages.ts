/** Whether what is compared differs, as it is to be shown. */
export interface TwoValues {
  readonly recorded: string;
  readonly found: string;
}

/** The words about a recorded result that is worked out again. */
export interface VerifyMessages {
  readonly same: (result: string) => string;
  readonly differs: (result: string, count: string) => string;
  readonly engine: (values: TwoValues) => string;
  readonly criteria: (id: string, values: TwoValues) => string;
  readonly file: (name: string, values: TwoValues) => string;
  /** The first place where the two results differ; a unit where it is about one, and how many there are where it is not alone. */
  readonly result: (path: string, unit: string | null, values: TwoValues, total: string | null) => string;
  /** Nothing stands there. */
  readonly nothing: string;
  /** Everything that was worked out is as it was. */
  readonly restIsSame: string;
  /** The inputs as they are now give no result. */
  readonly notWorkedOut: string;
}
