import type { CriteriaSet, Indicator } from '../criteria/index.ts';
import type { Column } from '../formula/index.ts';
import { type Issue, issue, type Position } from '../messages/index.ts';
import { readBooleans } from './boolean-column.ts';
import { type CellColumn, cellColumn } from './cell-column.ts';
import { readChoices } from './choice-column.ts';
import type { Dataset, Input } from './dataset.ts';
import { type Findings, gatherFindings } from './findings.ts';
import type { Table } from './grid.ts';
import { type Header, readHeader } from './header.ts';
import { readNumbers } from './number-column.ts';
import { withoutRaggedRows } from './ragged.ts';
import { readUnits } from './units.ts';

/**
 * Reads the cells of a table as what the criteria set says they are. All problems are found in one pass and reported
 * together.
 *
 * @param table The cells with their header.
 * @param set What the columns are.
 * @param inputs The file the table comes from; its rows are counted here.
 */
export function typeTable(table: Table, set: CriteriaSet, inputs: readonly Omit<Input, 'rows'>[]): Dataset {
  const findings = gatherFindings();
  const header = readHeader(table, set, findings);
  if (header === null) return emptyDataset(table.file, inputs, findings.list());
  if (table.rows.length === 0) {
    findings.add(issue('data/no-rows', {}, { position: { file: table.file, line: table.headerLine } }));
  }
  const even = withoutRaggedRows(table, findings);
  return {
    rows: even.rows.length,
    units: readUnits(even, header, findings),
    columns: readIndicators(even, header, set, findings),
    inputs: inputs.map((input) => ({ ...input, rows: table.rows.length })),
    issues: findings.list(),
    positionOf: (row, indicator) => positionIn(even, header, row, indicator),
  };
}

/** A dataset without a row: what a file yields whose cells could not be located. */
export function emptyDataset(file: string, inputs: readonly Omit<Input, 'rows'>[], issues: readonly Issue[]): Dataset {
  return {
    rows: 0,
    units: { code: [], name: [], period: [], groups: new Map() },
    columns: new Map(),
    inputs: inputs.map((input) => ({ ...input, rows: 0 })),
    issues,
    positionOf: () => ({ file }),
  };
}

function readIndicators(
  table: Table,
  header: Header,
  set: CriteriaSet,
  findings: Findings,
): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>();
  for (const indicator of set.indicators.values()) {
    const field = header.get(indicator.id);
    if (field !== undefined) {
      columns.set(indicator.id, readIndicator(cellColumn(table, indicator.id, field), indicator, findings));
    }
  }
  return columns;
}

function readIndicator(source: CellColumn, indicator: Indicator, findings: Findings): Column {
  switch (indicator.type) {
    case 'count':
    case 'decimal':
    case 'percent':
      return readNumbers(source, indicator, findings);
    case 'boolean':
      return readBooleans(source, findings);
    case 'choice':
      return readChoices(source, indicator, findings);
    default:
      return indicator.type satisfies never;
  }
}

function positionIn(table: Table, header: Header, row: number, indicator: string): Position {
  const field = header.get(indicator);
  const position = { file: table.file, line: table.lines[row] ?? table.headerLine };
  return field === undefined ? position : { ...position, column: field + 1 };
}
