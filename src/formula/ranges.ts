import { type BooleanColumn, type ChoiceColumn, MISSING, type NumberColumn } from './columns.ts';

/** What the cells of a column lie between, the missing ones left out; a column without any lies between 0 and 0. */
export interface Range {
  readonly least: number;
  readonly most: number;
  readonly hasMissing: boolean;
}

/** Columns never change: each is looked through once, however many questions there are and however often they are asked. */
const ranges = new WeakMap<NumberColumn, Range>();
const gaps = new WeakMap<BooleanColumn | ChoiceColumn, boolean>();

/** The range of a column of numbers, in units of its last decimal place. */
export function rangeOf(column: NumberColumn): Range {
  const range = ranges.get(column) ?? rangeOfCells(column.values);
  ranges.set(column, range);
  return range;
}

function rangeOfCells(values: Float64Array): Range {
  let [least, most, hasMissing] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false];
  for (const value of values) {
    if (Number.isNaN(value)) hasMissing = true;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least > most ? { least: 0, most: 0, hasMissing } : { least, most, hasMissing };
}

/** Whether a cell of a column is missing: every byte that is no value is. */
export function hasGaps(column: BooleanColumn | ChoiceColumn): boolean {
  const known = gaps.get(column);
  if (known !== undefined) return known;
  const found = column.kind === 'choice' ? column.values.includes(MISSING) : column.values.some((byte) => byte > 1);
  gaps.set(column, found);
  return found;
}
