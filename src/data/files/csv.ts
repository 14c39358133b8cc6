import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { type Issue, issue, type Result } from '../../messages/index.ts';
import { COLUMN_LIMIT, type Grid, isBlank } from '../grid.ts';
import { type Delimiter, declaredDelimiter, detectDelimiter } from './delimiter.ts';
import { findBadQuote } from './quotes.ts';

/** The characters a record may hold; more means a wrong delimiter or a quote that never closes. */
const RECORD_LIMIT = 1_000_000;

interface Records {
  readonly rows: string[][];
  /** The line on which each record begins. */
  readonly lines: number[];
}

/**
 * Text to cells (RFC 4180, with the delimiter detected and any mixture of line ends).
 *
 * @param file The file's name, for positions.
 * @returns The rows that are not blank, or the issue that makes it impossible to say where a cell begins.
 */
export function parseCsv(file: string, text: string): Result<Grid> {
  const { body, delimiter } = splitDeclaration(unifiedLines(text));
  return parseLines(file, body, delimiter);
}

/** Text whose lines all end with a line feed alone. */
export function unifiedLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The lines of a file and what parts their fields; a line that declares a delimiter stays as a blank one. */
export function splitDeclaration(text: string): { readonly body: string; readonly delimiter: Delimiter } {
  const declared = declaredDelimiter(text);
  const body = declared === null ? text : text.slice(Math.max(0, text.indexOf('\n')));
  return { body, delimiter: declared ?? detectDelimiter(body) };
}

/** Cuts unified lines into cells. */
export function parseLines(file: string, body: string, delimiter: Delimiter): Result<Grid> {
  const records = body.includes('"') ? quotedRecords(file, body, delimiter) : plainRecords(file, body, delimiter);
  if (!records.ok) return records;
  const { rows, lines } = records.value;
  const kept = rows.map((row) => !row.every(isBlank));
  const isKept = (_: unknown, row: number): boolean => kept[row] === true;
  const grid = { file, rows: rows.filter(isKept), lines: lines.filter(isKept) };
  return { ok: true, value: grid, issues: [] };
}

/** Without a quote there is nothing to parse, and nothing that can go wrong: four times as fast. */
function plainRecords(file: string, text: string, delimiter: Delimiter): Result<Records> {
  const rows: string[][] = [];
  for (const line of text.split('\n')) {
    if (line.length > RECORD_LIMIT) return failure(recordTooLong(file, rows.length + 1));
    // One field more than allowed is enough to know.
    const fields = line.split(delimiter, COLUMN_LIMIT + 1);
    if (fields.length > COLUMN_LIMIT) return failure(tooManyColumns(file, rows.length + 1));
    rows.push(fields);
  }
  return { ok: true, value: { rows, lines: rows.map((_, row) => row + 1) }, issues: [] };
}

function quotedRecords(file: string, text: string, delimiter: Delimiter): Result<Records> {
  const lines: number[] = [];
  let lastLine = 0;
  let widest = 0;
  let widestLine = 0;
  // Blank lines are records too, so a record begins on the line after the last one's end.
  const begin = (end: number, width: number): void => {
    if (width > widest) {
      widest = width;
      widestLine = lastLine + 1;
    }
    lines.push(lastLine + 1);
    lastLine = end;
  };
  try {
    const rows = parseRecords(text, delimiter, begin);
    if (widest > COLUMN_LIMIT) return failure(tooManyColumns(file, widestLine));
    return { ok: true, value: { rows, lines }, issues: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const bad = findBadQuote(text, delimiter, lastLine + 1);
    return failure(
      bad === null
        ? recordTooLong(file, lastLine + 1)
        : issue(bad.code, {}, { position: { file, line: bad.line, column: bad.field, text: bad.text } }),
    );
  }
}

function recordTooLong(file: string, line: number): Issue {
  return issue('data/record-too-long', { limit: RECORD_LIMIT }, { position: { file, line } });
}

function tooManyColumns(file: string, line: number): Issue {
  return issue('data/too-many-columns', { limit: COLUMN_LIMIT }, { position: { file, line } });
}

function failure(found: Issue): Result<never> {
  return { ok: false, issues: [found] };
}

/** The one call of csv-parse: it ignores unknown options silently, so its options are written once, here. */
function parseRecords(text: string, delimiter: Delimiter, seen: (lastLine: number, width: number) => void): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    ltrim: true,
    rtrim: true,
    max_record_size: RECORD_LIMIT,
    on_record: (record: string[], context) => {
      seen(context.lines, record.length);
      // A record too wide is not kept: memory stays bounded.
      return record.length > COLUMN_LIMIT ? [] : record;
    },
  });
}
