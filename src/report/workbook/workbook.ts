import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell, type Sheet as ExcelSheet } from 'write-excel-file/universal';
import { commentsFeature, type SheetComment } from './workbook-comments.ts';
import { harmless } from '../plain/harmless.ts';
import { type PageSetup, pagesFeature } from './workbook-pages.ts';

/*
 * Excel workbooks. Loaded when one is written. The same sheets give the same bytes: the archive carries no time of day.
 */

/** One cell: what it holds and how it looks. */
export interface SheetCell {
  readonly value: string | number | boolean | null;
  /** Its background, as `#RRGGBB`. */
  readonly fill?: string;
  readonly bold?: boolean;
  readonly wrap?: boolean;
  /** Shows a number as a percentage: 0.125 as 12.5%. */
  readonly percent?: boolean;
  /** Shows a number with so many decimals; as many as it has unless told. */
  readonly places?: number;
  /** Keeps a text a text when somebody edits the cell: a code its zeros, `=1+1` its signs. */
  readonly literal?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** How many rows and columns it goes over; the other cells under it are blank. */
  readonly rows?: number;
  readonly columns?: number;
}

/** One sheet of a workbook. */
export interface SheetSpec {
  readonly name: string;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  /** Widths of the columns, in letters. */
  readonly widths?: readonly number[];
  /** How many rows stay in sight. */
  readonly stickyRows?: number;
  /** How many columns stay in sight. */
  readonly stickyColumns?: number;
  /** How the sheet is printed and filtered; as the spreadsheet pleases unless told. */
  readonly page?: PageSetup;
  readonly comments?: readonly SheetComment[];
}

const LONGEST_NAME = 31;
const LONGEST_TEXT = 32_000;
/** Any one day, the same on every machine: zip archives hold local time. */
const NO_TIME = new Date(2000, 0, 1);

/** Writes sheets as an Excel workbook. */
export async function writeWorkbook(sheets: readonly SheetSpec[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const written = sheets.map((sheet, index) => excelSheet(sheet, names[index] ?? ''));
  const features = [
    pagesFeature(sheets.map(({ page }, index) => ({ name: names[index] ?? '', page }))),
    commentsFeature(sheets.map(({ comments }) => comments ?? [])),
  ];
  const blob = await writeExcelFile(written, { features, fontFamily: 'Calibri', fontSize: 11 }).toBlob();
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return zipSync({ ...parts, ...unmarked(parts) }, { mtime: NO_TIME });
}

function excelSheet({ rows, widths, stickyRows, stickyColumns, page }: SheetSpec, name: string): ExcelSheet<Blob> {
  return {
    sheet: name,
    data: rows.map((cells) => {
      const height = heightOf(cells, widths ?? []);
      return cells.map((cell) => excelCell(cell, height));
    }),
    ...(widths === undefined ? {} : { columns: widths.map((width) => ({ width })) }),
    ...(stickyRows === undefined || stickyRows === 0 ? {} : { stickyRowsCount: stickyRows }),
    ...(stickyColumns === undefined || stickyColumns === 0 ? {} : { stickyColumnsCount: stickyColumns }),
    ...(page === undefined ? {} : { orientation: 'landscape' as const }),
  };
}

/** The height of a line, in points. */
const LINE = 15;
const MOST_LINES = 12;
/** Most letters are narrower than the digits by which widths are counted; words do not fill their lines. */
const LETTERS = 1.05;

/** The height of a row whose wrapped texts need more than one line; spreadsheets do not work it out when they open a file. */
function heightOf(cells: SheetSpec['rows'][number], widths: readonly number[]): number | null {
  const lines = cells.map((cell, column) => {
    if (cell?.wrap !== true || typeof cell.value !== 'string') return 1;
    const wide = widths.slice(column, column + (cell.columns ?? 1)).reduce((sum, width) => sum + width, 0);
    return wide === 0 ? 1 : Math.ceil(cell.value.length / (wide * LETTERS));
  });
  const most = Math.min(MOST_LINES, Math.max(1, ...lines));
  return most === 1 ? null : most * LINE;
}

/*
 * The writer looks texts up in a plain object, where `constructor` and the like are found although nobody put them there.
 * Such a text is marked on its way through.
 */
const MARK = '\uE000';
const TEXTS = 'xl/sharedStrings.xml';

function marked(text: string): string {
  // The writer drops U+FFFD, which stands for what was no character.
  return text in Object.prototype ? MARK + text : text.replaceAll('\uFFFD', '?');
}

function unmarked(parts: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Uint8Array>> {
  const texts = new TextDecoder().decode(parts[TEXTS]);
  const plain = texts.replaceAll(/>\uE000(\w+)</gu, (whole, text: string) =>
    text in Object.prototype ? `>${text}<` : whole,
  );
  return { [TEXTS]: new TextEncoder().encode(plain) };
}

function excelCell(cell: SheetCell | null, height: number | null): Cell {
  if (cell === null) return null;
  const { value, fill, bold, wrap, percent, places, literal, align, rows, columns } = cell;
  const style = {
    alignVertical: 'top' as const,
    ...(height === null ? {} : { height }),
    ...(fill === undefined ? {} : { backgroundColor: fill }),
    ...(bold === true ? { fontWeight: 'bold' as const } : {}),
    ...(wrap === true ? { wrap: true } : {}),
    ...(align === undefined ? {} : { align }),
    ...(rows === undefined ? {} : { rowSpan: rows }),
    ...(columns === undefined ? {} : { columnSpan: columns }),
  };
  switch (typeof value) {
    case 'string':
      return value === ''
        ? style
        : {
            value: marked(value.slice(0, LONGEST_TEXT)),
            type: String,
            ...style,
            ...(literal === true ? { format: '@' } : {}),
          };
    case 'number':
      return { value, type: Number, ...style, ...numberFormat(value, percent === true, places) };
    case 'boolean':
      return { value, type: Boolean, ...style };
    default:
      return style;
  }
}

function numberFormat(value: number, percent: boolean, places: number | undefined): { readonly format?: string } {
  const of = (decimals: number): string => (decimals === 0 ? '' : `.${'0'.repeat(decimals)}`);
  // A format that leaves out zeros leaves its point behind a whole number.
  if (percent) return { format: `0${of(Math.max(0, decimalsOf(value) - 2))}%` };
  return places === undefined ? {} : { format: `#,##0${of(places)}` };
}

/** The decimals of the shortest decimal that is this double. */
function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.min(20, Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent)));
}

/** Names as a workbook takes them: harmless, short, without the signs of formulas, and each once. */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const text of wanted) {
    const plain =
      harmless(text)
        .replaceAll(/[[\]/\\:*?']/g, ' ')
        .trim() || 'Sheet';
    let name = plain.slice(0, LONGEST_NAME);
    for (let number = 2; names.some((other) => other.toLowerCase() === name.toLowerCase()); number += 1) {
      const ending = ` ${number}`;
      name = plain.slice(0, LONGEST_NAME - ending.length) + ending;
    }
    names.push(name);
  }
  return names;
}
