import { messagesIn } from '../../messages/index.ts';
import { furtherTables } from '../words/further-tables.ts';
import { countCell, listSheet, proseCell } from './sheet-cells.ts';
import type { SheetSource } from './sheet-units.ts';
import type { SheetCell, SheetSpec } from './workbook.ts';

const WIDEST = 60;

/** Groups of units, comparisons, other readings: a sheet for each table that was asked for. */
export function furtherSheets({ scored, lang }: SheetSource): readonly SheetSpec[] {
  const cellOf = (cell: string | number): SheetCell => (typeof cell === 'number' ? countCell(cell) : proseCell(cell));
  return furtherTables(scored, lang).map(({ kind, title, notes, heads, rows }) => {
    const widthOf = (column: number): number =>
      rows.reduce((most, row) => Math.max(most, String(row[column] ?? '').length), 12);
    return listSheet(
      {
        name: messagesIn(lang).report.sheets.tables[kind],
        columns: heads.map((head, column) => ({ title: head, width: Math.min(WIDEST, widthOf(column) + 2) })),
        rows: rows.map((cells) => cells.map(cellOf)),
        notes: [title, ...notes],
      },
      scored,
      lang,
    );
  });
}
