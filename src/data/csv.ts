import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { issue, type Result } from '../messages/index.ts';
import { type Delimiter, detectDelimiter } from './delimiter.ts';
import { type Grid, isBlank } from './grid.ts';
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
  const unified = text.replace(/\r\n?/g, '\n');
  const delimiter = detectDelimiter(unified);
  const records = unified.includes('"') ? quotedRecords(file, unified, delimiter) : plainRecords(unified, delimiter);
  if (!records.ok) return records;
  const { rows, lines } = records.value;
  const kept = rows.map((row) => !row.every(isBlank));
  const grid = { file, rows: rows.filter((_, row) => kept[row]), lines: lines.filter((_, row) => kept[row]) };
  return { ok: true, value: grid, issues: [] };
}

/** Without a quote there is nothing to parse, and nothing that can go wrong: four times as fast. */
function plainRecords(text: string, delimiter: Delimiter): Result<Records> {
  const rows = text.split('\n').map((line) => line.split(delimiter));
  return { ok: true, value: { rows, lines: rows.map((_, row) => row + 1) }, issues: [] };
}

function quotedRecords(file: string, text: string, delimiter: Delimiter): Result<Records> {
  const lines: number[] = [];
  let lastLine = 0;
  // Blank lines are records too, so a record begins on the line after the last one's end.
  const begin = (end: number): void => {
    lines.push(lastLine + 1);
    lastLine = end;
  };
  try {
    return { ok: true, value: { rows: parseRecords(text, delimiter, begin), lines }, issues: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const bad = findBadQuote(text, delimiter, lastLine + 1);
    const found =
      bad === null
        ? issue('data/record-too-long', { limit: RECORD_LIMIT }, { position: { file, line: lastLine + 1 } })
        : issue(bad.code, {}, { position: { file, line: bad.line, column: bad.field, text: bad.text } });
    return { ok: false, issues: [found] };
  }
}

/** The one call of csv-parse: it ignores unknown options silently, so its options are written once, here. */
function parseRecords(text: string, delimiter: Delimiter, seen: (lastLine: number) => void): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    ltrim: true,
    rtrim: true,
    max_record_size: RECORD_LIMIT,
    on_record: (record: string[], context) => {
      seen(context.lines);
      return record;
    },
  });
}
