import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { type Issue, issue, type IssueArgs, type Result } from '../../messages/index.ts';
import { type Cell, cellKey, COLUMN_LIMIT, type Grid, isBlank, type Merged } from '../grid.ts';
import { nearestSpellings } from '../nearest.ts';
import { type ArchiveFault, INFLATED_LIMIT, unpack } from './archive.ts';
import { spreadsheetDay } from './date-text.ts';
import { withRichText } from './rich-text.ts';
import { attribute, type ScannedSheet, scanSheet, type ShownNumber, shownNumbers } from './sheet-xml.ts';

/*
 * Excel workbooks. Only the parts that are needed are unpacked, in bounded memory, and handed to the reader of values
 * uncompressed. Loaded when a file is a workbook.
 */

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';
const CELL_LIMIT = 5_000_000;
const MEGABYTE = 1_000_000;
/** A spreadsheet shows 15 significant digits of a number: 0.1 + 0.2 is 0.3 to whoever typed it. */
const DIGITS_SHOWN = 15;

/**
 * Reads one sheet of a workbook. A formula yields the result it had when the file was saved; a number is the decimal that
 * the spreadsheet shows at full precision, or the text that a format of zeros makes of it; a date is `31/12/2025`. What is
 * raised, lowered or struck through in a text stays so: such a text is no figure.
 *
 * @param wanted The sheet, by name or by number from 1; `null` for the first that is not hidden.
 */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  wanted: string | number | null,
): Promise<Result<Grid>> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return failure(oldWorkbook(file, bytes));
  if (isOpenDocument(bytes)) return failure(notAWorkbook(file, 'ods'));
  const frame = unpack(bytes, (name) => [WORKBOOK, RELATIONS, STYLES].includes(name));
  if (!frame.ok) return failure(archiveFault(file, bytes, frame.fault));
  const sheets = sheetsIn(frame.parts);
  const sheet = chooseSheet(sheets, wanted);
  if (sheet === null) return failure(unknownSheet(file, sheets, wanted));
  const content = unpack(bytes, (name) => name === STRINGS || name === sheet.part);
  if (!content.ok) return failure(archiveFault(file, bytes, content.fault));
  const xml = content.parts.get(sheet.part);
  if (xml === undefined) return failure(notAWorkbook(file, 'no-sheet'));
  const shown = shownNumbers(textOf(frame.parts.get(STYLES)));
  const scanned = scanSheet(textOf(xml), (style) => shown.has(style));
  if (scanned.columns > COLUMN_LIMIT)
    return failure(issue('data/too-many-columns', { limit: COLUMN_LIMIT }, at(file, sheet)));
  if (scanned.rows * scanned.columns > CELL_LIMIT) {
    return failure(issue('data/sheet-too-large', { limit: CELL_LIMIT }, at(file, sheet)));
  }
  const parts = new Map([...frame.parts, ...content.parts, [sheet.part, encoded(withRichText(scanned.xml))]]);
  const strings = content.parts.get(STRINGS);
  if (strings !== undefined) parts.set(STRINGS, encoded(withRichText(textOf(strings))));
  const values = await readValues(parts, sheet.number);
  if (values === null) return failure(notAWorkbook(file, 'broken'));
  const grid = gridOf({ file, sheet: sheet.name }, values, scanned, shown);
  const others = sheets.filter((other) => other !== sheet && !other.hidden).map(({ name }) => name);
  const note = issue('data/other-sheets', { sheet: sheet.name, others }, { ...at(file, sheet), severity: 'note' });
  return { ok: true, value: grid, issues: others.length === 0 ? [] : [note] };
}

/** The names of the sheets of a workbook that are hidden. */
export function hiddenSheets(bytes: Uint8Array): readonly string[] {
  const frame = unpack(bytes, (name) => [WORKBOOK, RELATIONS].includes(name));
  return frame.ok ? sheetsIn(frame.parts).flatMap(({ name, hidden }) => (hidden ? [name] : [])) : [];
}

interface SheetEntry {
  readonly name: string;
  /** Its place in the workbook, from 1. */
  readonly number: number;
  /** The part of the archive that holds it. */
  readonly part: string;
  readonly hidden: boolean;
}

function sheetsIn(parts: ReadonlyMap<string, Uint8Array>): readonly SheetEntry[] {
  const targets = new Map(
    [...textOf(parts.get(RELATIONS)).matchAll(/<Relationship(\s[^>]*)>/g)].map(([, attributes = '']) => [
      attribute(attributes, 'Id') ?? '',
      attribute(attributes, 'Target') ?? '',
    ]),
  );
  return [...textOf(parts.get(WORKBOOK)).matchAll(/<sheet(\s[^>]*)>/g)].map(([, attributes = ''], index) => {
    const target = targets.get(/\s\w+:id="([^"]*)"/.exec(attributes)?.[1] ?? '') ?? '';
    return {
      name: unescaped(attribute(attributes, 'name') ?? '').normalize('NFC'),
      number: index + 1,
      part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
    };
  });
}

function chooseSheet(sheets: readonly SheetEntry[], wanted: string | number | null): SheetEntry | null {
  if (wanted === null) return sheets.find(({ hidden }) => !hidden) ?? sheets[0] ?? null;
  const name = String(wanted).normalize('NFC');
  const named = sheets.find((sheet) => sheet.name === name);
  return named ?? sheets.find(({ number }) => /^\d+$/.test(name) && number === Number(name)) ?? null;
}

/** The values of a sheet by row and column; `null` when its XML is none. */
async function readValues(parts: ReadonlyMap<string, Uint8Array>, sheet: number): Promise<unknown[][] | null> {
  const archive = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    return await readSheet(archive.buffer, sheet, {
      trim: false,
      parseNumber: (text) => Number(Number(text).toPrecision(DIGITS_SHOWN)),
    });
  } catch {
    return null;
  }
}

function gridOf(
  place: { readonly file: string; readonly sheet: string },
  values: readonly (readonly unknown[])[],
  { styled, merged, formulas }: ScannedSheet,
  shown: ReadonlyMap<number, ShownNumber>,
): Grid {
  const all = values.map((row) => row.map(cellOf));
  fillMergedDown(all, merged);
  const percents = new Set<string>();
  for (const { row, column, style } of styled) {
    const cells = all[row - 1];
    const cell = cells?.[column - 1];
    const how = shown.get(style);
    if (cells === undefined || typeof cell !== 'number' || how === undefined) continue;
    if (how === 'percent') percents.add(cellKey(row, column - 1));
    else cells[column - 1] = withZeros(cell, how.digits);
  }
  const kept = all.flatMap((row, index) => (row.every(isBlank) ? [] : [index]));
  const rows = kept.map((index) => all[index] ?? []);
  return { ...place, percents, formulas, merged, rows, lines: kept.map((index) => index + 1) };
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return spreadsheetDay(value);
  switch (typeof value) {
    case 'string':
      return value.normalize('NFC');
    case 'number':
    case 'boolean':
      return value;
    default:
      return null;
  }
}

/** A whole number as a format of zeros shows it: 1273 as `01273`. */
function withZeros(number: number, digits: number): Cell {
  const isShorter = Number.isInteger(number) && number >= 0 && number < 10 ** (digits - 1);
  return isShorter ? String(number).padStart(digits, '0') : number;
}

/** A text in a cell merged over several rows stands in all of them. A figure does not: nobody knows how it parts. */
function fillMergedDown(rows: Cell[][], merged: readonly Merged[]): void {
  let filled = 0;
  for (const { top, bottom, column } of merged) {
    const text = rows[top - 1]?.[column - 1] ?? null;
    if (typeof text !== 'string' || text === '') continue;
    for (let row = top; row < Math.min(bottom, rows.length); row += 1) {
      filled += 1;
      const cells = rows[row];
      if (cells !== undefined && filled <= CELL_LIMIT) cells[column - 1] = text;
    }
  }
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf(part: Uint8Array | undefined): string {
  return part === undefined ? '' : new TextDecoder().decode(part);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
]);

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES.get(entity) ?? entity);
}

/** A workbook of before 2007, or one locked with a password: both are the same kind of container. */
function oldWorkbook(file: string, bytes: Uint8Array): Issue {
  const isLocked = new TextDecoder('utf-16le').decode(bytes.subarray(0, 100 * MEGABYTE)).includes('EncryptedPackage');
  return isLocked
    ? issue('data/locked-workbook', {}, { position: { file } })
    : issue('data/binary', { looksLike: 'xls' }, { position: { file } });
}

function archiveFault(file: string, bytes: Uint8Array, fault: ArchiveFault): Issue {
  if (fault === 'too-large')
    return issue('data/workbook-too-large', { limit: INFLATED_LIMIT / MEGABYTE }, { position: { file } });
  return notAWorkbook(file, fault === 'no-zip' ? whatInstead(bytes) : fault);
}

/** What an OpenDocument says of itself stands uncompressed at its beginning. */
function isOpenDocument(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 200)).includes('application/vnd.oasis.opendocument.');
}

/** What a file without the directory at the end of an archive is. */
function whatInstead(bytes: Uint8Array): 'cut-off' | 'text' | 'no-zip' {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'cut-off';
  return bytes.length === 0 || bytes.includes(0) ? 'no-zip' : 'text';
}

function notAWorkbook(file: string, reason: IssueArgs['data/not-a-workbook']['reason']): Issue {
  return issue('data/not-a-workbook', { reason }, { position: { file } });
}

function unknownSheet(file: string, sheets: readonly SheetEntry[], wanted: string | number | null): Issue {
  if (sheets.length === 0 || wanted === null) return notAWorkbook(file, 'no-sheet');
  const names = sheets.map(({ name }) => name);
  const nearest = nearestSpellings(String(wanted), names);
  return issue('data/unknown-sheet', { sheets: names, nearest }, { position: { file }, received: String(wanted) });
}

function at(
  file: string,
  { name }: SheetEntry,
): { readonly position: { readonly file: string; readonly sheet: string } } {
  return { position: { file, sheet: name } };
}

function failure(found: Issue): Result<never> {
  return { ok: false, issues: [found] };
}
