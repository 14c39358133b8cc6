import type { IssueDetails } from '../../messages/index.ts';
import { exactText, multiply, parseDecimal, rational } from '../../number/index.ts';
import { type Cell, cellKey, placeOfCell, type Table } from '../grid.ts';
import { isFormula } from './missing.ts';
import { exactNumberText } from './exact-number-text.ts';

/** A formula whose result the file does not hold, or what was typed as text and shows as itself. */
export type FormulaFault = 'data/formula-not-calculated' | 'data/formula-as-text';

/** One column of a table on its own, its texts trimmed. */
export interface CellColumn {
  readonly id: string;
  /** The header as written. */
  readonly header: string;
  readonly cells: readonly Cell[];
  /** Whether the number in a row is shown as a percentage by its workbook: 0.125 as 12.5%. */
  readonly isPercent: (row: number) => boolean;
  /** What is wrong with a cell that begins with “=”; `null` for any other. */
  readonly formulaFault: (row: number) => FormulaFault | null;
  /** Where the cell of a row stands and what stands there: what an issue about it begins with. */
  readonly at: (row: number) => IssueDetails;
}

/** Takes one column out of a table. */
export function cellColumn(table: Table, id: string, field: number): CellColumn {
  const cells = table.rows.map((row) => {
    const cell = row[field] ?? null;
    return typeof cell === 'string' ? cell.trim() : cell;
  });
  const lineOf = (row: number): number => table.lines[row] ?? table.headerLine;
  const isPercent = (row: number): boolean => table.percents?.has(cellKey(lineOf(row), field)) === true;
  const at = (row: number): IssueDetails => ({
    position: placeOfCell(table, row, field),
    path: id,
    received: shownAs(cells[row] ?? null, isPercent(row)),
  });
  const formulaFault = (row: number): FormulaFault | null => {
    const cell = cells[row];
    if (typeof cell !== 'string' || !isFormula(cell)) return null;
    const isOpen = table.sheet === undefined || table.formulas?.has(cellKey(lineOf(row), field)) === true;
    return isOpen ? 'data/formula-not-calculated' : 'data/formula-as-text';
  };
  return { id, header: table.header[field] ?? id, cells, isPercent, formulaFault, at };
}

/** A cell as its file shows it. */
function shownAs(cell: Cell, percent: boolean): string {
  if (typeof cell !== 'number') return String(cell ?? '');
  const text = exactNumberText(cell);
  const exact = percent ? parseDecimal(text) : null;
  return exact === null ? text : `${exactText(multiply(exact, rational(100n)))}%`;
}
