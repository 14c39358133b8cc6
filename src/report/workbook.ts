import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell, type Sheet as ExcelSheet } from 'write-excel-file/universal';
import { commentsFeature, type SheetComment } from './workbook-comments.ts';

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
  const features = [commentsFeature(sheets.map(({ comments }) => comments ?? []))];
  const blob = await writeExcelFile(written, { features }).toBlob();
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return zipSync(parts, { mtime: NO_TIME });
}

function excelSheet({ rows, widths, stickyRows }: SheetSpec, name: string): ExcelSheet<Blob> {
  return {
    sheet: name,
    data: rows.map((cells) => cells.map(excelCell)),
    ...(widths === undefined ? {} : { columns: widths.map((width) => ({ width })) }),
    ...(stickyRows === undefined || stickyRows === 0 ? {} : { stickyRowsCount: stickyRows }),
  };
}

function excelCell(cell: SheetCell | null): Cell {
  if (cell === null) return null;
  const { value, fill, bold, wrap, percent, rows, columns } = cell;
  const style = {
    ...(fill === undefined ? {} : { backgroundColor: fill }),
    ...(bold === true ? { fontWeight: 'bold' as const } : {}),
    ...(wrap === true ? { wrap: true, alignVertical: 'top' as const } : {}),
    ...(rows === undefined ? {} : { rowSpan: rows }),
    ...(columns === undefined ? {} : { columnSpan: columns }),
  };
  switch (typeof value) {
    case 'string':
      return value === '' ? style : { value: value.slice(0, LONGEST_TEXT), type: String, ...style };
    case 'number':
      return { value, type: Number, ...style, ...(percent === true ? { format: '0.##########%' } : {}) };
    case 'boolean':
      return { value, type: Boolean, ...style };
    default:
      return style;
  }
}

/** Names as a workbook takes them: short, without the signs of formulas, and each once. */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const text of wanted) {
    const plain = text.replaceAll(/[[\]/\\:*?']/g, ' ').trim() || 'Sheet';
    let name = plain.slice(0, LONGEST_NAME);
    for (let number = 2; names.some((other) => other.toLowerCase() === name.toLowerCase()); number += 1) {
      const ending = ` ${number}`;
      name = plain.slice(0, LONGEST_NAME - ending.length) + ending;
    }
    names.push(name);
  }
  return names;
}
