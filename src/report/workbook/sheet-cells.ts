import { meritOf, type CriteriaSet } from '../../criteria/index.ts';
import type { Lang, StateWord } from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';
import { markTexts } from '../words/head-texts.ts';
import type { Scored } from '../scored.ts';
import type { SheetCell, SheetSpec } from './workbook.ts';
import type { SheetComment } from './workbook-comments.ts';
import { shownTexts } from '../words/shown-texts.ts';

/*
 * The cells of a result as a workbook. A figure is a number only where a spreadsheet, which calculates with doubles and
 * shows 15 digits, shows exactly the decimal that the result carries; every other one is a text, `45/8120` for instance.
 */

const HEAD = '#D9E1F2';
const WARNING = '#FFEB9C';
/** Of what is undetermined. */
const OPEN = '#E4DFEC';
/** Of classes, the best first: told apart by lightness too, and the label says the same. */
const CLASSES = ['#B7DFC9', '#DCEBC2', '#FFF2CC', '#FBDDB0', '#F4BE9E', '#DE9C96'] as const;
/** Whether it is good to meet a criterion depends on the criterion: neither is red or green. */
const STATES: Readonly<Record<StateWord, string>> = {
  pass: '#CFE2F3',
  fail: '#FCE5CD',
  unknown: OPEN,
  'not-applicable': '#EDEDED',
};
/** The digits a spreadsheet shows of a number. */
const MOST_DIGITS = 15;

/** A text that stays what it is; control, bidirectional and invisible characters are shown as escapes. */
export function textCell(text: string | null, style: Omit<SheetCell, 'value' | 'literal'> = {}): SheetCell {
  return text === null || text === '' ? { value: null, ...style } : { value: harmless(text), literal: true, ...style };
}

/** A text that may need several lines. */
export function proseCell(text: string, style: Omit<SheetCell, 'value' | 'literal'> = {}): SheetCell {
  return textCell(text, { wrap: true, ...style });
}

/** A whole number of things. */
export function countCell(count: number, style: Omit<SheetCell, 'value' | 'places'> = {}): SheetCell {
  return { value: count, places: 0, ...style };
}

/**
 * An exact number as results carry it.
 *
 * @param exact A decimal, or a quotient such as `45/8120`; `null` is a blank cell.
 * @example exactCell('0.25') // { value: 0.25, places: 2 }
 */
export function exactCell(exact: string | null): SheetCell {
  const [, whole, decimals = ''] = /^-?(\d+)(?:\.(\d+))?$/u.exec(exact ?? '') ?? [];
  if (whole === undefined) return textCell(exact, { align: 'right' });
  const digits = `${whole}${decimals}`.replace(/^0+/u, '').length;
  if (digits > MOST_DIGITS) return textCell(exact, { align: 'right' });
  return { value: Number(exact), places: decimals.length };
}

/** The background of a class, by its place in the set; of an open one that of what is undetermined. */
export function classFill(set: CriteriaSet): (index: number) => string {
  const merits = meritOf(set);
  const worst = Math.max(1, ...merits);
  return (index) => {
    const merit = merits[index];
    if (merit === undefined) return OPEN;
    return CLASSES[Math.round((merit / worst) * (CLASSES.length - 1))] ?? OPEN;
  };
}

/** The background of a state. */
export function stateFill(state: StateWord): string {
  return STATES[state];
}

/** A column of a list. */
export interface SheetColumnSpec {
  readonly title: string;
  readonly width: number;
}

/** A list of one sheet. */
export interface SheetList {
  readonly name: string;
  readonly columns: readonly SheetColumnSpec[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** What is said above the header. */
  readonly notes?: readonly string[];
  readonly stickyColumns?: number;
  /** What the heads of columns say further, by column from 0. */
  readonly explained?: ReadonlyMap<number, string>;
}

/** A header cell. */
export function headCell(title: string): SheetCell {
  return { value: title, fill: HEAD, bold: true, wrap: true };
}

/** Lines above everything else of a sheet: that it may not certify anybody and is of some units only, where that is so. */
export function topRows(scored: Scored, lang: Lang, notes: readonly string[] = []): readonly (readonly SheetCell[])[] {
  const marks = markTexts(scored, lang).map((value): readonly SheetCell[] => [{ value, bold: true, fill: WARNING }]);
  return [...marks, ...[...shownTexts(scored, lang), ...notes].map((note) => [textCell(note)])];
}

/** What stands at the foot of every printed page. */
export function footerText(scored: Scored, lang: Lang): string {
  return [scored.assessments.program.set.id, ...markTexts(scored, lang)].join(' · ');
}

/** A list as a sheet with its header in sight and a filter on it. */
export function listSheet(list: SheetList, scored: Scored, lang: Lang): SheetSpec {
  const { name, columns, rows, notes = [], stickyColumns = 0, explained } = list;
  const top = topRows(scored, lang, notes);
  const headerRow = top.length + 1;
  const comments = [...(explained ?? [])].map(
    ([column, text]): SheetComment => ({ row: headerRow, column: column + 1, text: harmless(text) }),
  );
  return {
    name,
    rows: [...top, columns.map(({ title }) => headCell(harmless(title))), ...rows],
    widths: columns.map(({ width }) => width),
    stickyRows: headerRow,
    stickyColumns,
    comments,
    page: {
      headerRow,
      list: rows.length === 0 ? null : { lastRow: headerRow + rows.length, columns: columns.length },
      footer: footerText(scored, lang),
    },
  };
}
