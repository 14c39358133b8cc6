import type { Paint } from '../style.ts';
import { textWidth } from '../plain/text-width.ts';

/** One column of a text table. */
export interface Column<Row> {
  readonly title: string;
  /** The plain text of a cell; colour comes from `paint`. */
  readonly cell: (row: Row) => string;
  readonly paint?: (text: string, row: Row) => string;
  readonly align: 'left' | 'right';
  /** How it may be shortened for a narrow terminal; without it, it keeps its width. */
  readonly fit?: Fit;
  /** When it may be left out altogether: the lowest first, equals together. Without it, never. */
  readonly drop?: number;
}

export interface Fit {
  /** The width it may be shortened to while others can be shortened too, and the width that must be left. */
  readonly good: number;
  readonly least: number;
  /** What is left out: a class differs from its neighbour in its last words, a name in its first. */
  readonly cut: 'end' | 'middle';
}

/** A table as text. */
export interface LaidTable<Row> {
  /** A header, a rule, and one line for each row; all of equal display width up to their last column. */
  readonly lines: readonly string[];
  /** The columns there was room for, and those there was not. */
  readonly columns: readonly Column<Row>[];
  readonly leftOut: readonly Column<Row>[];
}

const GAP = '  ';
/** Made when a text is first cut: it takes longer to make than most tables do. */
let graphemes: Intl.Segmenter | null = null;

/**
 * Lays rows out as aligned columns under a header and a rule.
 *
 * @param columns The columns, left to right; those further right are shortened first.
 * @param style How wide the terminal is, and its colours.
 */
export function layTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { width, paint }: { readonly width: number; readonly paint: Paint },
): LaidTable<Row> {
  const measured = columns.map((column) => {
    const cells = rows.map((row) => column.cell(row));
    const widths = cells.map((text) => textWidth(text));
    const widest = widths.reduce((most, own) => Math.max(most, own), textWidth(column.title));
    return { column, cells, widths, width: widest };
  });
  const fitted = fit(measured, width);
  const line = (texts: readonly string[]): string => texts.join(GAP);
  const last = fitted.length - 1;
  const header = paint.bold(
    line(fitted.map((own, index) => placed(own.column.title, textWidth(own.column.title), own, index === last))),
  );
  const rule = paint.dim(fitted.map((column) => '─'.repeat(column.width)).join(GAP));
  const body = rows.map((row, number) =>
    line(
      fitted.map((own, index) => {
        const text = placed(own.cells[number] ?? '', own.widths[number] ?? 0, own, index === last);
        return own.column.paint === undefined ? text : own.column.paint(text, row);
      }),
    ),
  );
  const kept = fitted.map(({ column }) => column);
  const leftOut = columns.filter((column) => !kept.includes(column));
  return { lines: [header, rule, ...body], columns: kept, leftOut };
}

interface Measured<Row> {
  readonly column: Column<Row>;
  readonly cells: readonly string[];
  /** How wide each cell is, and how wide the column is made. */
  readonly widths: readonly number[];
  readonly width: number;
}

/** A text of a known width in its column: shortened or filled up, but with no blanks at the end of a line. */
function placed(text: string, own: number, { column, width }: Measured<never>, isLast: boolean): string {
  const short = own <= width ? text : shorten(text, width, column.fit?.cut ?? 'end');
  if (isLast && column.align === 'left') return short;
  const fill = ' '.repeat(Math.max(0, width - (own <= width ? own : textWidth(short))));
  return column.align === 'left' ? short + fill : fill + short;
}

/** Shortens columns until the line fits: first all as far as is good, then all as far as they go; then leaves columns out. */
function fit<Row>(measured: readonly Measured<Row>[], width: number): readonly Measured<Row>[] {
  if (lineWidth(measured) <= width) return measured;
  const good = tightened(shortened(measured, width, ({ good: enough }) => enough));
  const least = tightened(shortened(good, width, ({ least: enough }) => enough));
  if (lineWidth(least) <= width) return lastWidened(least, measured, width);
  const next = Math.min(...measured.map(({ column }) => column.drop ?? Number.POSITIVE_INFINITY));
  if (next === Number.POSITIVE_INFINITY) return least;
  return fit(
    measured.filter(({ column }) => column.drop !== next),
    width,
  );
}

/** Takes from the columns, the rightmost first, no more than needed and never a part of a header. */
function shortened<Row>(
  measured: readonly Measured<Row>[],
  width: number,
  enough: (fit: Fit) => number,
): readonly Measured<Row>[] {
  let excess = lineWidth(measured) - width;
  const taken = measured.toReversed().map((whole) => {
    const { column, width: own } = whole;
    const least = column.fit === undefined ? own : Math.max(enough(column.fit), textWidth(column.title));
    const less = Math.max(0, Math.min(own - least, excess));
    excess -= less;
    return { ...whole, width: own - less };
  });
  return taken.toReversed();
}

/** What is cut between words may leave room over. */
function tightened<Row>(measured: readonly Measured<Row>[]): readonly Measured<Row>[] {
  return measured.map((whole) => {
    const { column, cells, width } = whole;
    if (column.fit?.cut !== 'middle') return whole;
    const widths = [column.title, ...cells].map((text) => textWidth(shorten(text, width, 'middle')));
    return { ...whole, width: widths.reduce((most, own) => Math.max(most, own), 0) };
  });
}

/** Room that is left over goes to the last column. */
function lastWidened<Row>(
  fitted: readonly Measured<Row>[],
  whole: readonly Measured<Row>[],
  width: number,
): readonly Measured<Row>[] {
  const last = fitted.length - 1;
  const full = whole[last]?.width ?? 0;
  const room = width - lineWidth(fitted);
  return fitted.map((own, index) => (index === last ? { ...own, width: Math.min(full, own.width + room) } : own));
}

function lineWidth(measured: readonly Measured<never>[]): number {
  return measured.reduce((sum, own) => sum + own.width, GAP.length * (measured.length - 1));
}

/** Fills a text up to a display width. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const fill = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'left' ? text + fill : fill + text;
}

/**
 * Shortens a text to a display width, with `…` where something is left out; in the middle, between words if possible.
 *
 * @example shorten('Địa bàn trọng điểm phức tạp loại III', 20, 'middle') // 'Địa bàn…loại III'
 */
export function shorten(text: string, width: number, cut: 'end' | 'middle' = 'end'): string {
  if (textWidth(text) <= width) return text;
  const letters = lettersOf(text);
  const room = Math.max(0, width - 1);
  if (cut === 'end') return `${takeWhileFits(letters, room).join('').trimEnd()}…`;
  const tail = wholeWords(takeWhileFits(letters.toReversed(), Math.floor(room / 2)));
  const head = wholeWords(takeWhileFits(letters, room - textWidth(tail.join(''))));
  return `${head.join('')}…${tail.toReversed().join('')}`;
}

/** Letters up to the last word that is whole; all of them where there is only a part of one. */
function wholeWords(letters: readonly string[]): readonly string[] {
  const end = letters.lastIndexOf(' ');
  return end > 0 ? letters.slice(0, end) : letters;
}

/** A code of colour is one letter, which takes no room. */
function lettersOf(text: string): readonly string[] {
  const segmenter = (graphemes ??= new Intl.Segmenter('vi', { granularity: 'grapheme' }));
  return text
    .split(COLOUR_CODE)
    .flatMap((part, index) =>
      index % 2 === 1 ? [part] : Array.from(segmenter.segment(part), ({ segment }) => segment),
    );
}

const COLOUR_CODE = /(\p{Cc}\[[\d;]*m)/u;

function takeWhileFits(letters: readonly string[], width: number): readonly string[] {
  let used = 0;
  const end = letters.findIndex((letter) => {
    used += textWidth(letter);
    return used > width;
  });
  return end < 0 ? letters : letters.slice(0, end);
}

/**
 * Breaks a text into lines between words; a word longer than a line is broken inside.
 *
 * @param first What stands before the first line; further lines are indented by its width.
 */
export function wrap(text: string, width: number, first = ''): readonly string[] {
  const indent = textWidth(first);
  const room = Math.max(20, Math.min(width, WIDEST_TEXT) - indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BETWEEN_WORDS).flatMap((part) => broken(part, room))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((part, index) => (index === 0 ? first : ' '.repeat(indent)) + part);
}

/** Not between a sign and its number, nor before a percent sign. */
const BETWEEN_WORDS = /(?<![<=>≠≤≥]) (?!%)/u;
/** Lines of prose longer than this are tiring to read. */
const WIDEST_TEXT = 110;

function broken(word: string, room: number): readonly string[] {
  if (textWidth(word) <= room) return [word];
  const parts: string[] = [];
  let rest = lettersOf(word);
  while (rest.length > 0) {
    const part = takeWhileFits(rest, room);
    const taken = Math.max(1, part.length);
    parts.push(rest.slice(0, taken).join(''));
    rest = rest.slice(taken);
  }
  return parts;
}
