import type { ScoreResultOfUnit } from '../results/assessment-result.ts';
import { harmless } from '../plain/harmless.ts';

/** Writes the lines of a CSV file (RFC 4180). */
export interface CsvLines {
  /** What the file begins with. */
  readonly mark: string;
  /** Cells as they stand in a line beside each other: in quotes where they need them. */
  readonly cells: (texts: readonly string[]) => string;
  /** A cell as it stands in a line. */
  readonly cell: (text: string) => string;
  /** A line of cells that are written already. */
  readonly joined: (cells: readonly string[]) => string;
  /** A line of cells. */
  readonly line: (texts: readonly string[]) => string;
}

/** Lines for Excel as it is set up in Viet Nam (byte order mark, `;`, CRLF), or for programs. */
export function csvLines(excel: boolean): CsvLines {
  const [mark, delimiter, end] = excel ? ['\uFEFF', ';', '\r\n'] : ['', ',', '\n'];
  const special = excel ? /[";\r\n]/u : /[",\r\n]/u;
  const cell = (text: string): string => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const cells = (texts: readonly string[]): string => texts.map(cell).join(delimiter);
  const joined = (written: readonly string[]): string => written.join(delimiter) + end;
  return { mark, cell, cells, joined, line: (texts) => cells(texts) + end };
}

/** A whole CSV file. */
export function csvText(rows: readonly (readonly string[])[], excel: boolean): string {
  const { mark, line } = csvLines(excel);
  return mark + rows.map(line).join('');
}

/** A negative number begins like a formula and is none. */
const NEGATIVE_NUMBER = /^-\d+(?:[.,]\d+)?$/u;

/** A text as a cell: one that a spreadsheet would take for a formula is preceded by an apostrophe. */
export function textCell(text: string | null): string {
  return proseCell(harmless(text ?? ''));
}

/** The same of a text that is known to be harmless. */
export function proseCell(safe: string): string {
  return /^[=+\-@]/u.test(safe) && !NEGATIVE_NUMBER.test(safe) ? `'${safe}` : safe;
}

/** One place, or two with dots between: a hyphen or a slash would become a date in a spreadsheet. */
export function span(from: string, to: string): string {
  return from === to ? from : `${from}..${to}`;
}

/** Points, or both ends of what they lie between. */
export function scoreSpan(score: ScoreResultOfUnit | null, excel: boolean): string {
  if (score === null) return '';
  const { value, min, max } = score;
  const [from, to] = excel ? [excelNumber(min), excelNumber(max)] : [min, max];
  // What is one number and yet open may also be none at all.
  return value === null && min === max ? `${from}?` : span(from, to);
}

/**
 * An exact number as Excel reads one: a decimal comma, and a whole number before a fraction, which alone would become a date.
 *
 * @example excelNumber('10/3') // '3 1/3'
 */
function excelNumber(exact: string): string {
  const [num = '', den] = exact.split('/');
  if (den === undefined) return exact.replace('.', ',');
  const [above, below] = [BigInt(num), BigInt(den)];
  const size = above < 0n ? -above : above;
  return `${above < 0n ? '-' : ''}${size / below} ${size % below}/${below}`;
}
