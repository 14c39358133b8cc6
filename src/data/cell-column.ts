import type { IssueDetails } from '../messages/index.ts';
import type { Cell, Table } from './grid.ts';

/** One column of a table on its own, its texts trimmed. */
export interface CellColumn {
  readonly id: string;
  /** The header as written. */
  readonly header: string;
  readonly cells: readonly Cell[];
  /** Where the cell of a row stands and what stands there: what an issue about it begins with. */
  readonly at: (row: number) => IssueDetails;
}

/** Takes one column out of a table. */
export function cellColumn(table: Table, id: string, field: number): CellColumn {
  const cells = table.rows.map((row) => {
    const cell = row[field] ?? null;
    return typeof cell === 'string' ? cell.trim() : cell;
  });
  const at = (row: number): IssueDetails => ({
    position: { file: table.file, line: table.lines[row] ?? table.headerLine, column: field + 1 },
    path: id,
    received: String(cells[row] ?? ''),
  });
  return { id, header: table.header[field] ?? id, cells, at };
}
