import { type BooleanColumn, MISSING } from '../../formula/index.ts';
import { issue } from '../../messages/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import type { Findings } from '../findings.ts';
import type { Cell } from '../grid.ts';
import type { CellColumn, FormulaFault } from './cell-column.ts';
import { isSpreadsheetError, saysMissing } from './missing.ts';

const WORDS: ReadonlyMap<string, 0 | 1> = new Map([
  ['có', 1],
  ['đúng', 1],
  ['đạt', 1],
  ['yes', 1],
  ['true', 1],
  ['x', 1],
  ['1', 1],
  ['không', 0],
  ['sai', 0],
  ['chưa đạt', 0],
  ['không đạt', 0],
  ['no', 0],
  ['false', 0],
  ['0', 0],
]);

/** Reads a column of yes and no. What cannot be read is reported and missing; a blank is missing, not no. */
export function readBooleans(source: CellColumn, findings: Findings): BooleanColumn {
  const values = new Uint8Array(source.cells.length).fill(MISSING);
  for (const [row, cell] of source.cells.entries()) {
    const value = truthOf(cell);
    if (value !== null) values[row] = value;
    else if (cell !== null && !saysMissing(String(cell))) {
      findings.add(issue(faultOf(source, row, String(cell)), { header: source.header }, source.at(row)));
    }
  }
  return { kind: 'boolean', values };
}

function faultOf(
  source: CellColumn,
  row: number,
  text: string,
): 'data/spreadsheet-error' | FormulaFault | 'data/not-a-boolean' {
  return isSpreadsheetError(text) ? 'data/spreadsheet-error' : (source.formulaFault(row) ?? 'data/not-a-boolean');
}

/** What a cell of yes and no says; `null` where it is blank or says neither. */
export function truthOf(cell: Cell): 0 | 1 | null {
  if (cell === null || cell === '') return null;
  return WORDS.get(canonicalKey(String(cell))) ?? null;
}
