import type { CriteriaSet } from '../../criteria/index.ts';
import { isRecord, type Issue, issue, type Result } from '../../messages/index.ts';
import type { NumberStyle } from '../columns/number-style.ts';
import { parseCsv } from '../files/csv.ts';
import { decodeUnicode, isHtml } from '../files/decode.ts';
import { type Encoding, isLegacy } from '../files/encoding.ts';
import { garbledCell, isGarbled } from '../files/garbled.ts';
import { decodeCells } from '../files/legacy-cells.ts';
import { decodeLegacy } from '../files/legacy-text.ts';
import type { Grid, Table } from '../grid.ts';
import { findTable } from '../tables/find-table.ts';
import { type HeaderMeanings, NO_MEANINGS } from '../tables/known-columns.ts';
import { hiddenIssue, type Holding, holdsIn, MOST_SHEETS, otherSheets, sheetIssue } from './sheets.ts';

/** A data file: its name for messages, and what it holds. */
export type DataFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly text: string };

/** What somebody says about a file that the file does not say itself. */
export interface FileOptions {
  /** The encoding of its text; detected when left out. */
  readonly encoding?: Encoding | null;
  /** How numbers are written in the columns whose cells leave it open. */
  readonly numbers?: NumberStyle | null;
  /** The sheet of a workbook, by name or by number from 1. When left out, the first visible one; another that holds figures as
   * well is an error then. */
  readonly sheet?: string | number | null;
}

/** The bytes of a data file. */
export function bytesOf(file: DataFile): Uint8Array {
  if (!isRecord(file)) throw new RangeError('no data file: give { name, text } or { name, bytes }');
  return 'bytes' in file ? file.bytes : new TextEncoder().encode(file.text);
}

/**
 * Finds the table in a text file of any known encoding, at once.
 *
 * @param meanings What a column map says of the headers.
 * @returns The table with notes on how it was read, or the error that makes it impossible.
 */
export function readTextTable(
  name: string,
  bytes: Uint8Array,
  set: CriteriaSet,
  { encoding = null }: FileOptions = {},
  meanings: HeaderMeanings = NO_MEANINGS,
): Result<Table> {
  return under(readText(name, bytes, encoding), set, meanings);
}

/**
 * Finds the table in a file of any kind: text in any known encoding, or a workbook.
 *
 * @param meanings What a column map says of the headers.
 * @returns The table with notes on how it was read, or the error that makes it impossible.
 */
export async function readTable(
  name: string,
  bytes: Uint8Array,
  set: CriteriaSet,
  options: FileOptions = {},
  meanings: HeaderMeanings = NO_MEANINGS,
): Promise<Result<Table>> {
  const grid = await readGrid({ name, bytes }, options);
  const table = under(grid, set, meanings);
  const own = holdsIn(table, set, meanings);
  const isNamed = (options.sheet ?? null) !== null;
  if (own !== 'nothing' && isNamed) return table;
  const holdings = async (sheets: readonly string[]): Promise<ReadonlyMap<string, Holding>> => {
    const held = new Map<string, Holding>();
    for (const sheet of sheets.slice(0, MOST_SHEETS)) {
      const other = under(await readGrid({ name, bytes }, { ...options, sheet }), set, meanings);
      held.set(sheet, holdsIn(other, set, meanings));
    }
    return held;
  };
  const read = own === 'figures' && table.ok ? (table.value.sheet ?? null) : null;
  const seen = sheetIssue(read, own, await holdings(otherSheets(grid)));
  const hidden = seen === null && own !== 'figures' && !isNamed ? await hiddenSheetsOf({ name, bytes }) : [];
  const found = seen ?? hiddenIssue(own, await holdings(hidden));
  if (found === null) return table;
  const told = { ...found, position: { file: name } };
  // Of several sheets with figures none is read: what is wrong with the first is no matter.
  if (told.code === 'data/several-data-sheets') return { ok: false, issues: [told] };
  return table.ok ? { ...table, issues: [...table.issues, told] } : { ok: false, issues: [...table.issues, told] };
}

/** The sheets of a workbook that nobody sees; a text file has none. */
async function hiddenSheetsOf(file: DataFile): Promise<readonly string[]> {
  if (!isWorkbook(file)) return [];
  const { hiddenSheets } = await import('../files/workbook.ts');
  return hiddenSheets(bytesOf(file));
}

/** Reads the cells of a file of any kind as they stand in it. */
export async function readGrid(
  file: DataFile,
  { encoding = null, sheet = null }: FileOptions = {},
): Promise<Result<Grid>> {
  const { name } = file;
  const bytes = bytesOf(file);
  if (isWorkbook(file)) {
    const { readWorkbook } = await import('../files/workbook.ts');
    const read = await readWorkbook(name, bytes, sheet);
    if (!read.ok) return read;
    const { grid, issues } = decodeCells(read.value);
    return sound(grid, [...read.issues, ...issues]);
  }
  const text = readText(name, bytes, encoding);
  if (sheet === null || !text.ok) return text;
  return withIssues(text, [
    issue('data/no-sheets', {}, { severity: 'warning', position: { file: name }, received: String(sheet) }),
  ]);
}

/** Whether a file is a workbook, by its content; a file that only calls itself a workbook is told so by the reader of workbooks. */
export function isWorkbook(file: DataFile): boolean {
  const { name } = file;
  const bytes = bytesOf(file);
  const [first, second] = bytes;
  const isZip = first === 0x50 && second === 0x4b;
  const isOle = first === 0xd0 && second === 0xcf;
  return isZip || isOle || (/\.xls[xm]$/i.test(name) && !isHtml(bytes));
}

/** Letters beyond Latin: what bytes of VISCII are that can be UTF-8 by chance. */
const FOREIGN_LETTERS = /[\u0370-\u1dff\u2c80-\ud7ff\uf900-\ufaff]/;

function decode(name: string, bytes: Uint8Array, encoding: Encoding | null): Result<string> {
  const forced = encoding !== null && isLegacy(encoding) ? encoding : null;
  const text = decodeUnicode(name, bytes, encoding);
  if (text === null) return decodeLegacy(name, bytes, forced);
  const isSure = encoding !== null || !text.ok || text.issues.length > 0 || !FOREIGN_LETTERS.test(text.value);
  const legacy = isSure ? null : decodeLegacy(name, bytes, null);
  return legacy?.ok === true ? legacy : text;
}

function readText(name: string, bytes: Uint8Array, encoding: Encoding | null): Result<Grid> {
  const text = decode(name, bytes, encoding);
  if (!text.ok) return text;
  const grid = parseCsv(name, text.value);
  if (!grid.ok) return grid;
  // The text as a whole is quickly seen to be sound; where it is not, the cell is looked for.
  return isGarbled(text.value) ? sound(grid.value, text.issues) : withIssues(grid, text.issues);
}

/** A grid, unless the letters of a cell are lost. */
function sound(grid: Grid, issues: readonly Issue[]): Result<Grid> {
  const fault = garbledCell(grid);
  return fault === null ? { ok: true, value: grid, issues } : { ok: false, issues: [fault] };
}

function under(grid: Result<Grid>, set: CriteriaSet, meanings: HeaderMeanings): Result<Table> {
  if (!grid.ok) return grid;
  const table = findTable(grid.value, set, meanings);
  return table.ok ? withIssues(table, grid.issues) : table;
}

function withIssues<T>(result: Result<T> & { readonly ok: true }, earlier: readonly Issue[]): Result<T> {
  return { ...result, issues: [...earlier, ...result.issues] };
}
