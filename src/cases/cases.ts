import type { Cite } from '../criteria/index.ts';
import type { Position, StateWord, Text } from '../messages/index.ts';
import type { Rational } from '../number/index.ts';

/** A cases file: named units of a criteria set, and what must come out for each. */
export interface Cases {
  /** The set they try, as `family@version`, and where the file says so. */
  readonly criteria: Named;
  readonly cases: readonly Case[];
  readonly file: string;
}

/** A word of the file with its place. */
export interface Named {
  readonly name: string;
  readonly at: Position;
}

export interface Case {
  readonly name: Text;
  readonly cite: Cite | null;
  /** The chosen options by reading; a reading not named has its default. */
  readonly readings: readonly ChosenReading[];
  readonly given: Given;
  /** The columns of which the case itself gives the figures: the others are those of `base`. */
  readonly own: ReadonlySet<string>;
  readonly expected: readonly Expectation[];
  readonly at: Position;
}

export interface ChosenReading {
  readonly reading: Named;
  readonly option: Named;
}

/** The figures of a case. Those of the unit itself, or of each unit below, start from the file's `base`. */
export type Given =
  /** `history` holds earlier periods, the newest first; what one does not name is missing there. */
  | { readonly kind: 'data'; readonly data: Row; readonly history: readonly Row[] }
  | { readonly kind: 'units'; readonly units: readonly Row[] };

/** Figures by column. */
export type Row = ReadonlyMap<string, Figure>;

/** A figure as written; `null` is a missing one. */
export interface Figure {
  readonly value: string | boolean | null;
  /** The places of its column's name and of the figure itself. */
  readonly key: Position;
  readonly at: Position;
}

/** Exact points from `min` to `max`. */
export interface PointsRange {
  readonly min: Rational;
  readonly max: Rational;
}

/** One thing that must come out; `null` stands for what is undetermined or left out. */
export type Expectation = { readonly at: Position } & (
  | { readonly of: 'class'; readonly expected: string | null }
  | { readonly of: 'candidates'; readonly expected: readonly Named[] }
  | { readonly of: 'certified'; readonly expected: boolean | null }
  | { readonly of: 'score'; readonly expected: PointsRange | null }
  | { readonly of: 'state'; readonly criterion: Named; readonly expected: StateWord }
  | { readonly of: 'points'; readonly criterion: Named; readonly expected: PointsRange | null }
);
