import type { CriteriaSet, Indicator } from '../../criteria/index.ts';
import type { Column } from '../../formula/index.ts';
import { type Issue, issue, type Position, requireOneOf } from '../../messages/index.ts';
import { blankColumn } from '../columns/blank-column.ts';
import { readBooleans } from '../columns/boolean-column.ts';
import { type CellColumn, cellColumn } from '../columns/cell-column.ts';
import { readChoices } from '../columns/choice-column.ts';
import type { Reading } from '../columns/column-reading.ts';
import { readNumbers } from '../columns/number-column.ts';
import { NUMBER_STYLES, type NumberStyle } from '../columns/number-style.ts';
import type { Dataset, Input } from '../dataset.ts';
import { gatherFindings } from '../findings.ts';
import { placeIn, placeOfCell, type Table } from '../grid.ts';
import { type Header, type HeaderOptions, readHeader } from '../tables/header.ts';
import { withoutRaggedRows } from '../tables/ragged.ts';
import { checkTotals } from '../tables/totals.ts';
import { readUnits } from '../units/units.ts';
import { widenLongTable } from './long-table.ts';

/** How a table is to be read. */
export interface TypeOptions extends HeaderOptions {
  /** How numbers are written where a column does not tell. */
  readonly numbers?: NumberStyle | null;
  /** How many problems of one kind are kept; the rest are counted. */
  readonly kept?: number | undefined;
}

/**
 * Reads the cells of a table as what the criteria set says they are. All problems are found in one pass and reported
 * together.
 *
 * @param given The cells with their header: one row a unit, or one row a figure.
 * @param set What the columns are.
 * @param inputs The file the table comes from; its rows are counted here.
 * @throws {RangeError} For numbers that are to be written in no known way.
 */
export function typeTable(
  given: Table,
  set: CriteriaSet,
  inputs: readonly Omit<Input, 'rows'>[],
  options: TypeOptions = {},
): Dataset {
  const { numbers = null } = options;
  if (numbers !== null) requireOneOf(NUMBER_STYLES, numbers, 'number style');
  const findings = gatherFindings(options.kept);
  const long = widenLongTable(given, set, findings, options.meanings);
  const table = long ?? given;
  const header = readHeader(table, set, findings, options);
  if (header === null) return emptyDataset(table.file, inputs, findings.list());
  if (table.rows.length === 0) {
    findings.add(issue('data/no-rows', {}, { position: placeIn(table, table.headerLine) }));
  }
  const undecided: Position[] = [];
  const read = readBody(table, header, set, { findings, numbers, undecided: (at) => undecided.push(at) });
  const body = options.mayLeaveOut === true ? withBlanks(read, set) : read;
  return {
    ...body,
    ...(undecided.length === 0 ? {} : { undecided }),
    headers: long === null ? given.header : [...given.header, ...long.header],
    inputs: inputs.map((input) => ({ ...input, rows: given.rows.length })),
    issues: findings.list(),
  };
}

/** Reads the rows under a header that was understood. */
export function readBody(
  table: Table,
  header: Header,
  set: CriteriaSet,
  reading: Reading,
): Pick<Dataset, 'rows' | 'units' | 'columns' | 'positionOf'> {
  const { findings } = reading;
  const even = withoutRaggedRows(table, findings);
  const columns = readIndicators(even, header, set, reading);
  // Rows left out are missing from the sums too.
  if (even === table) checkTotals(table, header, { set, columns }, findings);
  return {
    rows: even.rows.length,
    units: readUnits(even, header, findings, set),
    columns,
    positionOf: (row, indicator) => positionIn(even, header, row, indicator),
  };
}

/** With a column for every indicator: those that no row brings are missing in all of them. */
function withBlanks<T extends Pick<Dataset, 'rows' | 'columns'>>(read: T, set: CriteriaSet): T {
  const columns = new Map(read.columns);
  for (const indicator of set.indicators.values())
    if (!columns.has(indicator.id)) columns.set(indicator.id, blankColumn(indicator, read.rows));
  return { ...read, columns };
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

function readIndicators(table: Table, header: Header, set: CriteriaSet, reading: Reading): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>();
  for (const indicator of set.indicators.values()) {
    const field = header.get(indicator.id);
    if (field !== undefined) {
      columns.set(indicator.id, readIndicator(cellColumn(table, indicator.id, field), indicator, reading));
    }
  }
  return columns;
}

function readIndicator(source: CellColumn, indicator: Indicator, reading: Reading): Column {
  const { findings } = reading;
  switch (indicator.type) {
    case 'count':
    case 'decimal':
    case 'percent':
      return readNumbers(source, indicator, reading);
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
  return field === undefined ? placeIn(table, table.lines[row] ?? table.headerLine) : placeOfCell(table, row, field);
}
