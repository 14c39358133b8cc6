/** One cell as its file holds it; only text is open to reading, a number or boolean is already one. */
export type Cell = string | number | boolean | null;

/** The cells of one file as they stand in it, with the lines they stand on. Blank lines are left out. */
export interface Grid {
  readonly file: string;
  readonly rows: readonly (readonly Cell[])[];
  /** The line on which each row begins. */
  readonly lines: readonly number[];
}

/** A grid whose first row has been taken as the header. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly lines: readonly number[];
}

/** Whether nothing at all stands in a cell. */
export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}
