import type { CriteriaSet } from '../../criteria/index.ts';
import { isRecord, type Issue, issue, requireList, requireSet } from '../../messages/index.ts';
import type { NumberStyle } from '../columns/number-style.ts';
import type { Dataset } from '../dataset.ts';
import { gatherFindings, inFileOrder } from '../findings.ts';
import { type Cell, COLUMN_LIMIT } from '../grid.ts';
import { columnsByKey, knownColumns, NO_MEANINGS } from '../tables/known-columns.ts';
import { meaning } from '../tables/named-column.ts';
import { emptyDataset, typeTable } from './typed-table.ts';

/** What somebody says about rows that they do not say themselves. */
export interface RowsOptions {
  /** How numbers that are given as strings are written, where the strings of a column leave it open. */
  readonly numbers?: NumberStyle | null | undefined;
  /** The column to group units by, where it need not be one that the set knows. */
  readonly by?: string | null | undefined;
}

/**
 * Reads plain objects, one per unit and period, as a file with the same cells would be read.
 *
 * @param rows Objects from column (id, label or alias) to value: their own keys alone. A count or decimal is a number, a
 *   bigint or a string, and a number counts as the decimal it is written as; a percentage is a string with its sign
 *   (`'12,5 %'` or `'12.5%'`, one way in a column); a yes or no is a boolean, 1 or 0, or a string that says so in either
 *   language; a choice is its id or label. `null`, `undefined` and a key left out are missing, never zero; anything else is told as an
 *   issue.
 * @param set The criteria set that says what the columns are.
 * @param name What to call the rows in messages; lines count the objects from 1.
 * @param options What the rows do not say themselves.
 * @returns Always a dataset, with what was found on the way: the first twenty of every kind, and how many more there are.
 * @example datasetFromRows([{ code: '00004', people: 8120 }], set).rows // 1
 */
export function datasetFromRows(
  rows: readonly object[],
  set: CriteriaSet,
  name = 'rows',
  { numbers = null, by = null }: RowsOptions = {},
): Dataset {
  requireList(rows, 'rows');
  requireSet(set);
  const unsupported = gatherFindings();
  if (rows.length === 0) unsupported.add(issue('data/no-rows', {}, { position: { file: name } }));
  // An array may have holes, which `flatMap` alone would pass over.
  const objects = Array.from(rows, (row, index) => ({ row, line: index + 1 })).flatMap(({ row, line }) => {
    // JSON and JavaScript may hand over anything.
    if (isRecord(row)) return [{ row, line }];
    unsupported.add(issue('data/not-a-row', { found: kindOf(row) }, { position: { file: name, line } }));
    return [];
  });
  const header = keysOf(objects.map(({ row }) => row));
  if (header.length > COLUMN_LIMIT)
    unsupported.add(issue('data/too-many-columns', { limit: COLUMN_LIMIT }, { position: { file: name } }));
  if (objects.length === 0 || header.length > COLUMN_LIMIT) return emptyDataset(name, [], unsupported.list());
  const byKey = columnsByKey(knownColumns(set));
  const ids = header.map((key) => meaning(key, byKey)?.id ?? null);
  const cells = objects.map(({ row, line }) =>
    header.map((key, field) => {
      const id = ids[field] ?? null;
      const value = Object.hasOwn(row, key) ? row[key] : null;
      const cell = id === 'code' ? codeOf(value) : cellOf(value);
      // Of a column that is not used, what it holds is no matter.
      if (cell === undefined && id !== null) {
        const position = { file: name, line, column: field + 1 };
        unsupported.add(unsupportedValue(key, value, { position, path: id }));
      }
      return cell ?? null;
    }),
  );
  const table = { file: name, header, headerLine: 1, rows: cells, lines: objects.map(({ line }) => line) };
  const dataset = typeTable(table, set, [], {
    numbers,
    mayLeaveOut: true,
    meanings: { ...NO_MEANINGS, asked: by },
  });
  return { ...dataset, issues: [...dataset.issues, ...unsupported.list()].sort(inFileOrder) };
}

/** All keys in the order in which rows bring them; no more are gathered than tell that there are too many. */
function keysOf(rows: readonly object[]): readonly string[] {
  const keys = new Set<string>();
  for (const row of rows) {
    for (const key of Object.keys(row)) keys.add(key);
    if (keys.size > COLUMN_LIMIT) break;
  }
  return [...keys];
}

function kindOf(value: unknown): string {
  if (value instanceof Date) return 'Date';
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

/** The value as a cell; `undefined` when no cell can hold it. */
function cellOf(value: unknown): Cell | undefined {
  switch (typeof value) {
    case 'string':
      return value.normalize('NFC');
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'bigint':
      return String(value);
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    default:
      return value === null ? null : undefined;
  }
}

/** A code is text or a number; anything else in its place is none, and told as a code that is missing. */
function codeOf(value: unknown): Cell {
  const isCode = typeof value === 'string' || typeof value === 'bigint' || Number.isFinite(value);
  return isCode ? (cellOf(value) ?? null) : null;
}

function unsupportedValue(header: string, value: unknown, at: Pick<Issue, 'position' | 'path'>): Issue {
  return issue('data/unsupported-value', { header, found: kindOf(value) }, { ...at, received: shown(value) });
}

/** What stands in a cell that cannot be read: a day, or the kind of object it is. */
function shown(value: unknown): string {
  const isDay = value instanceof Date && !Number.isNaN(value.getTime());
  return isDay ? value.toISOString() : Object.prototype.toString.call(value);
}
