import type { CriteriaSet } from '../criteria/index.ts';
import { issue, type Result } from '../messages/index.ts';
import { parseCsv } from './csv.ts';
import type { Dataset } from './dataset.ts';
import { decodeText } from './decode.ts';
import { type Grid, isBlank, type Table } from './grid.ts';
import { sha256Hex } from './sha256.ts';
import { emptyDataset, typeTable } from './typed-table.ts';

/** A data file: its name for messages, and what it holds. */
export type DataFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly text: string };

/**
 * Reads a CSV of indicators: UTF-8, delimiter and number style detected, one row per unit and period.
 *
 * @param file The file's name and its bytes or text.
 * @param set The criteria set that says what the columns are.
 * @returns Always a dataset, with everything found on the way; with an error among its `issues` it is not to be assessed.
 * @example readCsv({ name: 'a.csv', text: 'code;residents\n00004;8120' }, set).units.code // ['00004']
 */
export function readCsv(file: DataFile, set: CriteriaSet): Dataset {
  const bytes = 'bytes' in file ? file.bytes : new TextEncoder().encode(file.text);
  const inputs = [{ name: file.name, sha256: sha256Hex(bytes) }];
  const table = readTable(file.name, bytes);
  return table.ok ? typeTable(table.value, set, inputs) : emptyDataset(file.name, inputs, table.issues);
}

/** Bytes to text, text to cells, the first row as the header. */
function readTable(name: string, bytes: Uint8Array): Result<Table> {
  const text = decodeText(name, bytes);
  if (!text.ok) return text;
  const grid = parseCsv(name, text.value);
  return grid.ok ? underHeader(grid.value) : grid;
}

function underHeader(grid: Grid): Result<Table> {
  const [first, ...rows] = grid.rows;
  const [headerLine, ...lines] = grid.lines;
  if (first === undefined || headerLine === undefined) {
    return { ok: false, issues: [issue('data/empty-file', {}, { position: { file: grid.file } })] };
  }
  const header = first.map((cell) => (isBlank(cell) ? '' : String(cell).trim()));
  return { ok: true, value: { file: grid.file, header, headerLine, rows, lines }, issues: [] };
}
