import type { Indicator } from '../../criteria/index.ts';
import { type Issue, issue } from '../../messages/index.ts';
import { type Cell, isBlank, placeIn, type Sheet, textAt, type TotalsRow } from '../grid.ts';
import type { Roles } from './row-kinds.ts';

/** How many rows one message names. */
const NAMED_ROWS = 20;
/** Whole numbers with or without a mark between their thousands. */
const WHOLE = /^\d{1,3}(?:[.,\s]\d{3})+$|^\d+$/;

/** What a heading is called. */
export function headingName(cells: readonly Cell[], { code, name }: Roles): string {
  const texts = [name, code].map((field) => (field === null ? '' : textAt(cells, field)));
  return texts.find((text) => text !== '') ?? '';
}

/**
 * The headings between the units that hold figures of their own: some that are not the sums of units under them, as those of
 * a unit without a code are.
 */
export function unitLikeHeadings(
  headings: readonly TotalsRow[],
  rows: readonly (readonly Cell[])[],
  { indicators }: Roles,
): readonly TotalsRow[] {
  const fields = [...indicators].flatMap(([field, { type }]) => (isAdded(type) ? [field] : []));
  const sums = new Map(fields.map((field) => [field, runningSums(rows, field)]));
  return headings.filter(({ cells, above }, place) => {
    const filled = fields.filter((field) => !isBlank(cells[field] ?? null));
    // A group may end at any later heading: districts lie in provinces.
    const ends = [...headings.slice(place + 1).map((next) => next.above), rows.length];
    const isSum = (field: number, end: number): boolean => {
      const sum = (sums.get(field)?.[end] ?? 0) - (sums.get(field)?.[above] ?? 0);
      return wholeNumber(cells[field] ?? null) === sum;
    };
    return filled.length > 0 && !ends.some((end) => end > above && filled.every((field) => isSum(field, end)));
  });
}

/** Says that figures of rows that look like headings are not counted. */
export function figuresWithoutCode(sheet: Sheet, found: readonly TotalsRow[], roles: Roles): readonly Issue[] {
  const [first] = found;
  if (first === undefined) return [];
  const names = found.slice(0, NAMED_ROWS).map(({ cells }) => headingName(cells, roles));
  const args = { names, total: found.length };
  return [issue('data/figures-without-code', args, { severity: 'warning', position: placeIn(sheet, first.line) })];
}

function isAdded(type: Indicator['type']): boolean {
  return type === 'count' || type === 'decimal';
}

/** The sums of the cells of a field above each row, and of all of them. */
function runningSums(rows: readonly (readonly Cell[])[], field: number): readonly number[] {
  const sums = [0];
  for (const cells of rows) sums.push((sums.at(-1) ?? 0) + (wholeNumber(cells[field] ?? null) ?? 0));
  return sums;
}

/** A cell as a number; `null` where it is none that can be read without its column. */
function wholeNumber(cell: Cell): number | null {
  if (typeof cell === 'number') return cell;
  const text = String(cell ?? '').trim();
  return WHOLE.test(text) ? Number(text.replaceAll(/\D/g, '')) : null;
}
