import { cellKey, type Merged } from '../grid.ts';

/** What the XML of a sheet says that a reader of its values leaves out, and the XML made safe to read. */
export interface ScannedSheet {
  /** The same sheet, with errors and formulas without a result as texts. */
  readonly xml: string;
  /** The last row and column that hold anything, from 1. */
  readonly rows: number;
  readonly columns: number;
  /** The cells with a style that matters, by row and column from 1. */
  readonly styled: readonly StyledCell[];
  readonly merged: readonly Merged[];
  /** The places of formulas without a result: other texts that begin with “=” were typed as text. */
  readonly formulas: ReadonlySet<string>;
}

/** A cell and its style, as a place in the cell formats of the workbook. */
export interface StyledCell {
  readonly row: number;
  readonly column: number;
  readonly style: number;
}

/** The start of a cell that is not empty. */
const CELL = /<c(\s[^>]*[^>/])>/g;
const ADDRESS = /\sr="([A-Z]{1,4})(\d{1,8})"/;
const STYLE = /\ss="(\d{1,6})"/;
/** A formula with nothing beside it, or with an empty value. */
const FORMULA_ALONE =
  /<c(\s[^>]*[^>/])>\s*<f(?:\s[^>]*)?(?:\/>|>([^<]*)<\/f>)\s*(<v(?:\s[^>]*)?(?:\/>|>\s*<\/v>)\s*)?<\/c>/g;
const MERGED = /<mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;

/**
 * Scans the XML of a sheet. Readers of values turn an error and a formula without a result into an empty cell, as if the
 * figure were missing: here they become texts that are reported. A formula whose result is the empty text is a blank cell.
 *
 * @param keepStyle Whether a style matters.
 */
export function scanSheet(xml: string, keepStyle: (style: number) => boolean): ScannedSheet {
  const styled: StyledCell[] = [];
  let rows = 0;
  let columns = 0;
  const formulas = new Set<string>();
  const calculated = xml.replace(FORMULA_ALONE, (_, attributes: string, formula = '', value?: string) => {
    const isEmptyText = value !== undefined && attributes.includes(' t="str"');
    if (isEmptyText) return `<c${attributes}/>`;
    const [, letters = '', row = ''] = ADDRESS.exec(attributes) ?? [];
    formulas.add(cellKey(Number(row), columnNumber(letters) - 1));
    return `<c${asText(attributes)}><v>=${String(formula)}</v></c>`;
  });
  const safe = calculated.replace(CELL, (whole, attributes: string) => {
    const [, letters = '', digits = '0'] = ADDRESS.exec(attributes) ?? [];
    const row = Number(digits);
    const column = columnNumber(letters);
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
    const style = Number(STYLE.exec(attributes)?.[1] ?? -1);
    if (keepStyle(style)) styled.push({ row, column, style });
    return attributes.includes(' t="e"') ? `<c${asText(attributes)}>` : whole;
  });
  const merged = [...xml.matchAll(MERGED)].map(([, letters = '', top, last = '', bottom]) => {
    const [column, lastColumn] = [columnNumber(letters), columnNumber(last)];
    return { top: Number(top), bottom: Number(bottom), column, lastColumn };
  });
  return { xml: safe, rows, columns, styled, merged, formulas };
}

/** How a style shows a number: as a percentage, or in so many digits, with zeros before it. */
export type ShownNumber = 'percent' | { readonly digits: number };

/** The styles of a workbook that show a number as more than itself, by their place in its list of cell formats. */
export function shownNumbers(xml: string): ReadonlyMap<number, ShownNumber> {
  const formats = new Map<number, ShownNumber>([
    [9, 'percent'],
    [10, 'percent'],
  ]);
  for (const [, attributes = ''] of xml.matchAll(/<numFmt(\s[^>]*)>/g)) {
    const shown = shownBy(attribute(attributes, 'formatCode') ?? '');
    if (shown !== null) formats.set(Number(attribute(attributes, 'numFmtId')), shown);
  }
  const [cellFormats = ''] = /<cellXfs[\s>][\s\S]*?<\/cellXfs>/.exec(xml) ?? [];
  // A format without attributes has its place too.
  const styles = [...cellFormats.matchAll(/<xf(?=[\s/>])([^>]*)>/g)];
  return new Map(
    styles.flatMap(([, attributes = ''], style) => {
      const shown = formats.get(Number(attribute(attributes, 'numFmtId')));
      return shown === undefined ? [] : [[style, shown] as const];
    }),
  );
}

function shownBy(formatCode: string): ShownNumber | null {
  const code = formatCode.replace(/"[^"]*"|&quot;.*?&quot;|\\./g, '');
  if (code.includes('%')) return 'percent';
  // Sections for other numbers and the language of the format do not matter.
  const [zeros = ''] =
    /^0{2,}$/.exec(
      code
        .replace(/\[[^\]]*\]/g, '')
        .split(';')[0]
        ?.trim() ?? '',
    ) ?? [];
  return zeros === '' ? null : { digits: zeros.length };
}

/** The value of an attribute, as it stands in the XML. */
export function attribute(attributes: string, name: string): string | null {
  return new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}

function asText(attributes: string): string {
  return `${attributes.replace(/\st="[^"]*"/, '')} t="str"`;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.codePointAt(0) ?? 64) - 64;
  return number;
}
