import { issue } from '../../messages/index.ts';
import type { Findings } from '../findings.ts';
import { isBlank, placeIn, type Table } from '../grid.ts';

/**
 * Reports rows with more or fewer fields than the header and leaves them out: their cells may stand in the wrong columns,
 * and every further complaint about them would mislead. Blank fields beyond the header are harmless.
 */
export function withoutRaggedRows(table: Table, findings: Findings): Table {
  const expected = table.header.length;
  const even = table.rows.map((row) => row.length === expected || isEvenIfBlank(row, expected));
  if (even.every(Boolean)) return table;
  table.rows.forEach((row, index) => {
    if (even[index] === true) return;
    const position = placeIn(table, table.lines[index] ?? table.headerLine);
    const code = row.length < expected ? 'data/too-few-fields' : 'data/too-many-fields';
    findings.add(issue(code, { found: row.length, expected }, { position }));
  });
  return {
    ...table,
    rows: table.rows.filter((_, row) => even[row] === true),
    lines: table.lines.filter((_, row) => even[row] === true),
  };
}

function isEvenIfBlank(row: Table['rows'][number], expected: number): boolean {
  return row.length > expected && row.slice(expected).every(isBlank);
}
