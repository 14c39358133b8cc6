import type { CriteriaSet } from '../criteria/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import type { Dataset } from './dataset.ts';
import { gatherFindings, inFileOrder } from './findings.ts';
import type { Cell } from './grid.ts';
import { typeTable } from './typed-table.ts';

/**
 * Reads plain objects, one per unit and period, as a file with the same cells would be read.
 *
 * @param rows Objects from column (id, label or alias) to value. A number counts as the decimal it is written as; `null`,
 *   `undefined` and a key left out are missing.
 * @param set The criteria set that says what the columns are.
 * @param name What to call the rows in messages; lines count the objects from 1.
 * @returns Always a dataset, with everything found on the way.
 * @example datasetFromRows([{ code: '00004', people: 8120 }], set).rows // 1
 */
export function datasetFromRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  set: CriteriaSet,
  name = 'rows',
): Dataset {
  const unsupported = gatherFindings();
  const objects = rows.flatMap((row, index) => {
    if (isObject(row)) return [{ row, index }];
    unsupported.add(issue('data/not-a-row', { found: kindOf(row) }, { position: { file: name, line: index + 1 } }));
    return [];
  });
  const header = keysOf(objects.map(({ row }) => row));
  const cells = objects.map(({ row, index }) =>
    header.map((key, field) => {
      const cell = cellOf(row[key]);
      if (cell === undefined) unsupported.add(unsupportedValue(name, index, { key, field, value: row[key] }));
      return cell ?? null;
    }),
  );
  const lines = objects.map(({ index }) => index + 1);
  const dataset = typeTable({ file: name, header, headerLine: 1, rows: cells, lines }, set, []);
  return { ...dataset, issues: [...dataset.issues, ...unsupported.list()].sort(inFileOrder) };
}

/** All keys in the order in which rows bring them. */
function keysOf(rows: readonly object[]): readonly string[] {
  const keys = new Set<string>();
  for (const row of rows) for (const key of Object.keys(row)) keys.add(key);
  return [...keys];
}

/** JSON and JavaScript may hand over anything. */
function isObject(row: unknown): row is Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

function kindOf(value: unknown): string {
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

function unsupportedValue(
  file: string,
  index: number,
  at: { readonly key: string; readonly field: number; readonly value: unknown },
): Issue {
  const details = { position: { file, line: index + 1, column: at.field + 1 } };
  return issue('data/unsupported-value', { header: at.key, found: typeof at.value }, details);
}
