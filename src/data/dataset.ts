import type { CriteriaSet } from '../criteria/index.ts';
import type { Column } from '../formula/index.ts';
import type { Issue, NamedUnit, Position } from '../messages/index.ts';
import type { Rational } from '../number/index.ts';

/** Figures of many units as columns: row `i` of every array is one unit in one period. */
export interface Dataset {
  readonly rows: number;
  readonly units: Units;
  /** By indicator id; an indicator the files do not have is absent, and all its cells count as missing. */
  readonly columns: ReadonlyMap<string, Column>;
  /** By column and row, what a missing figure must lie between where more is known than its indicator's own bounds. */
  readonly bounds?: ReadonlyMap<string, ReadonlyMap<number, CellBounds>>;
  /** Of units that were rolled up, the sets by which those below them were assessed. */
  readonly below?: readonly CriteriaSet[];
  /** Where units were held against a registry, those of it that have no row: each once for every period that it lacks. */
  readonly absent?: Units;
  /** Of units that were rolled up, the units below. */
  readonly members?: Members;
  /** Of units that were rolled up, what is wrong with the figures below: told with their assessment. */
  readonly faults?: readonly Issue[];
  /** Cells that hold a number, missing here all the same: nobody could decide how the numbers of their column are written. */
  readonly undecided?: readonly Position[];
  /** What the columns of a file are called in it; of one that could not be read nobody knows. */
  readonly headers?: readonly string[];
  readonly inputs: readonly Input[];
  /** Everything found on the way, in file order. With an `error` among them the dataset is not to be assessed. */
  readonly issues: readonly Issue[];
  /** Where a cell stands, or where it should: the row's line, and the column of the indicator when there is one. */
  readonly positionOf: (row: number, indicator: string) => Position;
  /** Where figures are made of those of other units, all the cells that leave one open; none of units without a row. */
  readonly gapsOf?: (row: number, indicator: string) => readonly Gap[];
}

/** A cell of another unit that leaves a figure open. */
export interface Gap {
  readonly position: Position;
  readonly unit: NamedUnit;
  /**
   * Of a figure that is there, why it does not settle the other: only a part of its unit is here and nobody knows how much of
   * the figure, or nobody says how such figures merge. Absent where there is no figure.
   */
  readonly because?: 'part' | 'not-mergeable';
}

/** The units that others were rolled up from. */
export interface Members {
  readonly dataset: Dataset;
  /** How many of its rows the data have: those after them are of units of the registry that are absent. */
  readonly given: number;
  /** By row above, the rows below. */
  readonly rows: readonly (readonly number[])[];
}

/** The least and most a missing figure can be; `null` is no bound. */
export interface CellBounds {
  readonly min: Rational | null;
  readonly max: Rational | null;
}

/** Who each row is about. Codes are text: leading zeros matter. */
export interface Units {
  readonly code: readonly string[];
  /** `null` where the file names none. */
  readonly name: readonly (string | null)[];
  readonly period: readonly (string | null)[];
  /** Further columns about the unit (province, district, type, border, registered), by id. */
  readonly groups: ReadonlyMap<string, readonly (string | null)[]>;
}

/** One file that was read. */
export interface Input {
  readonly name: string;
  /** SHA-256 of its bytes in hexadecimal. */
  readonly sha256: string;
  readonly rows: number;
}
