import { type Rational, rational } from '../number/index.ts';

/**
 * What formulas read: typed columns, one value per row, and a mark where the value is missing. A missing value is never 0.
 */
export type Column = NumberColumn | BooleanColumn | ChoiceColumn;

/** Exact decimals as integers: the value of row `i` is `values[i] / 10^scale`; `NaN` is missing. */
export interface NumberColumn {
  readonly kind: 'number';
  /** Decimal places of the column: 0 for counts. */
  readonly scale: number;
  readonly values: Float64Array;
  /** The scaled integers of the rows where they pass 2^53 and a double would no longer be exact; `values` is ±Infinity there. */
  readonly large: ReadonlyMap<number, bigint>;
}

/** A column that has no number in any row. */
export function blankNumbers(rows: number): NumberColumn {
  return { kind: 'number', scale: 0, values: new Float64Array(rows).fill(Number.NaN), large: new Map() };
}

/** 0 is false, 1 is true, {@link MISSING} is missing. */
export interface BooleanColumn {
  readonly kind: 'boolean';
  readonly values: Uint8Array;
}

/** The place of the value among the ids, or {@link MISSING}. */
export interface ChoiceColumn {
  readonly kind: 'choice';
  /** The values that the indicator declared where the column was made: without them a byte says nothing. */
  readonly ids: readonly string[];
  readonly values: Uint8Array;
}

/**
 * The byte of a missing boolean or choice. The places before it are as many as a choice may have values, or a set classes.
 *
 * @example
 * const { columns } = datasetFromRows([{ code: '00004', people: null }], set);
 * [...columns.values()].some((column) => column.kind !== 'number' && column.values.includes(MISSING)); // false
 */
export const MISSING = 255;

/**
 * The name of an indicator's column some periods ago: the indicator itself for this period.
 *
 * @example columnName('new_addicts', 1) // 'new_addicts@1'
 */
export function columnName(indicator: string, periodsAgo: number): string {
  return periodsAgo === 0 ? indicator : `${indicator}@${periodsAgo}`;
}

/**
 * The exact value of a cell.
 *
 * @returns The number, or `null` where it is missing.
 */
export function numberAt(column: NumberColumn, row: number): Rational | null {
  const value = column.values[row] ?? Number.NaN;
  if (Number.isNaN(value)) return null;
  const scaled = column.large.get(row) ?? BigInt(value);
  return column.scale === 0 ? rational(scaled) : rational(scaled, 10n ** BigInt(column.scale));
}
