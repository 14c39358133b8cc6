import type { Position } from '../messages/index.ts';

/** One cell as its file holds it; only text is open to reading, a number or boolean is already one. */
export type Cell = string | number | boolean | null;

/** The most columns a table may have. */
export const COLUMN_LIMIT = 2000;

/** Where cells come from. */
export interface Sheet {
  readonly file: string;
  /** The sheet of a workbook; a text file has none. */
  readonly sheet?: string;
  /** The numbers that their workbook shows as percentages: 0.125 there is 12.5%. By {@link cellKey}. */
  readonly percents?: ReadonlySet<string>;
  /** The cells of a workbook that hold a formula without its result, as the text of it. By {@link cellKey}. */
  readonly formulas?: ReadonlySet<string>;
}

/** The cells of one file as they stand in it, with the lines they stand on. Blank lines are left out. */
export interface Grid extends Sheet {
  readonly rows: readonly (readonly Cell[])[];
  /** The line on which each row begins. */
  readonly lines: readonly number[];
  /** Cells of a workbook that are merged into one. */
  readonly merged?: readonly Merged[];
}

/** Merged cells: their first and last row and column, from 1. */
export interface Merged {
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
  readonly lastColumn: number;
}

/** A grid whose header has been found, and nothing but the rows of units left under it. */
export interface Table extends Sheet {
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly lines: readonly number[];
  /** Where a cell stands that was moved here from another line, as in a table of one figure a row. */
  readonly movedFrom?: (row: number, field: number) => Spot;
  /** Rows of totals, kept apart to be checked against the sums of the columns. */
  readonly totals?: readonly TotalsRow[];
}

/** A line and a field of a sheet. */
export interface Spot {
  readonly line: number;
  readonly field: number;
}

/** A row of totals over rows of units. */
export interface TotalsRow {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** How many rows of units stand above it. */
  readonly above: number;
}

/** The place of a cell as a key: its line and field. */
export function cellKey(line: number, field: number): string {
  return `${line}:${field}`;
}

/** The position of a cell, or of a whole line where no field is given. */
export function placeIn(sheet: Sheet, line: number, field: number | null = null): Position {
  const position = { file: sheet.file, line };
  const column = field === null ? {} : { column: field + 1 };
  if (sheet.sheet === undefined) return { ...position, ...column };
  const cell = field === null ? {} : { cell: `${columnLetters(field)}${line}` };
  return { ...position, sheet: sheet.sheet, ...column, ...cell };
}

/** The position of a cell of a table. */
export function placeOfCell(table: Table, row: number, field: number): Position {
  const spot = table.movedFrom?.(row, field) ?? { line: table.lines[row] ?? table.headerLine, field };
  return placeIn(table, spot.line, spot.field);
}

/** How a spreadsheet names a column: A, B, … Z, AA. */
function columnLetters(field: number): string {
  const rest = Math.floor(field / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCodePoint(65 + (field % 26));
}

/** Whether nothing at all stands in a cell. */
export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** What stands in a field of a row, trimmed; '' where nothing does. */
export function textAt(cells: readonly Cell[], field: number): string {
  const cell = cells[field] ?? null;
  return isBlank(cell) ? '' : String(cell).trim();
}
