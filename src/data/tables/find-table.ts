import type { CriteriaSet } from '../../criteria/index.ts';
import { type Issue, issue, type Result } from '../../messages/index.ts';
import { type Cell, type Grid, isBlank, placeIn, type Table, textAt, type TotalsRow } from '../grid.ts';
import { endOfTable } from './end-of-table.ts';
import { figuresWithoutCode, headingName, unitLikeHeadings } from './heading-figures.ts';
import { findHeader, topOfHeader } from './header-rows.ts';
import { columnsByKey, type HeaderMeanings, knownColumns, NO_MEANINGS } from './known-columns.ts';
import { otherMeasure, isOtherMeasure } from './measuring-units.ts';
import { mergedFigures } from './merged-figures.ts';
import { meaning } from './named-column.ts';
import {
  columnRoles,
  isColumnNumbers,
  isHeading,
  isRemark,
  isSummary,
  isTotals,
  isUnitsRow,
  type Roles,
} from './row-kinds.ts';
import { isRepeatedHeader, subHeadings } from './sub-headings.ts';
import { unitsAbove } from './units-above.ts';

/**
 * Finds the table in the cells of a file: the header under any title rows, in one row or in up to three whose cells are
 * read together; under it the rows of units. A row of column numbers or of measuring units is skipped, rows of totals are
 * kept apart; headings, rates of all units and notes are left out and said so.
 *
 * @param meanings What a column map says of the headers.
 * @returns The rows of units with the lines they stand on; an error when there is no row at all.
 */
export function findTable(grid: Grid, set: CriteriaSet, meanings: HeaderMeanings = NO_MEANINGS): Result<Table> {
  if (grid.rows.length === 0)
    return { ok: false, issues: [issue('data/empty-file', {}, { position: { file: grid.file } })] };
  const byKey = columnsByKey(knownColumns(set), meanings);
  const found = findHeader(grid.rows, byKey);
  const { rows: _, lines: __, ...sheet } = grid;
  const headerLine = grid.lines[found.last] ?? 1;
  const roles = columnRoles(found.header, set, (header) => meaning(header, byKey));
  const body = bodyOf(grid, { start: found.last + 1, header: found.header }, roles);
  const header = withoutBlankEnd(found.header, [...body.rows, ...body.totals.map(({ cells }) => cells)]);
  const table = { ...sheet, header, headerLine, rows: body.rows, lines: body.lines, totals: body.totals };
  const issues: Issue[] = [];
  const above = topOfHeader(grid, found);
  if (above > 0) {
    issues.push(
      issue('data/rows-above-header', { rows: above }, { severity: 'note', position: placeIn(grid, headerLine) }),
    );
  }
  issues.push(
    ...unitsAbove(grid, above, roles),
    ...mergedFigures(grid, body.lines, roles),
    ...otherMeasures(grid, found.last + 1, body.first, roles),
    ...headerIssues(grid, body),
    ...headingsIgnored(grid, body, roles),
  );
  const [summary] = body.summaries;
  if (summary !== undefined) {
    const position = placeIn(grid, summary);
    issues.push(issue('data/summaries-ignored', { rows: body.summaries.length }, { severity: 'note', position }));
  }
  const [note] = body.notes;
  if (note !== undefined) issues.push(notesIgnored(grid, note, body.notes.length));
  return { ok: true, value: table, issues };
}

interface Body {
  /** The first row of units, as its place in the grid. */
  readonly first: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly lines: readonly number[];
  readonly totals: readonly TotalsRow[];
  /** The place of the row right under the header whose titles nobody knows, and what they are. */
  readonly subHeadings: { readonly row: number; readonly titles: readonly string[] } | null;
  /** The lines that say again what the header says. */
  readonly repeated: readonly number[];
  /** The headings between the units. */
  readonly headings: readonly TotalsRow[];
  /** The lines of rates, means and earlier figures of all units. */
  readonly summaries: readonly number[];
  /** The notes between the units and under the table, as places in the grid. */
  readonly notes: readonly number[];
}

function bodyOf(
  grid: Grid,
  { start, header }: { readonly start: number; readonly header: readonly string[] },
  roles: Roles,
): Body {
  const under = firstRowOfUnits(grid.rows, start, roles);
  const titles = subHeadings(grid.rows[under] ?? [], header, roles);
  const first = titles.length === 0 ? under : under + 1;
  const end = endOfTable(grid.rows, first, roles);
  const totals: TotalsRow[] = [];
  const headings: TotalsRow[] = [];
  const summaries: number[] = [];
  const repeated: number[] = [];
  const notes: number[] = [];
  const rows: (readonly Cell[])[] = [];
  const lines: number[] = [];
  for (let row = first; row < end; row += 1) {
    const cells = grid.rows[row] ?? [];
    const line = grid.lines[row] ?? 0;
    if (isTotals(cells, roles)) totals.push({ line, cells, above: rows.length });
    else if (isRepeatedHeader(cells, header)) repeated.push(line);
    else if (isHeading(cells, roles)) headings.push({ line, cells, above: rows.length });
    else if (isSummary(cells, roles)) summaries.push(line);
    else if (isRemark(cells, roles)) notes.push(row);
    else {
      rows.push(cells);
      lines.push(line);
    }
  }
  for (let row = end; row < grid.rows.length; row += 1) notes.push(row);
  const sub = titles.length === 0 ? null : { row: under, titles };
  return { first, rows, lines, totals, subHeadings: sub, repeated, headings, summaries, notes };
}

/** What is told of headings between the units: those with figures that are not the sums of units may be units. */
function headingsIgnored(grid: Grid, { headings, rows }: Body, roles: Roles): readonly Issue[] {
  const unitLike = unitLikeHeadings(headings, rows, roles);
  const plain = headings.filter((heading) => !unitLike.includes(heading));
  const told = figuresWithoutCode(grid, unitLike, roles);
  const [first] = plain;
  if (first === undefined) return told;
  const details = { position: placeIn(grid, first.line), received: headingName(first.cells, roles) };
  return [...told, issue('data/headings-ignored', { rows: plain.length }, { ...details, severity: 'note' })];
}

/** What is told of rows that belong to a header and were not read. */
function headerIssues(grid: Grid, { subHeadings: sub, repeated }: Body): readonly Issue[] {
  const issues: Issue[] = [];
  if (sub !== null) {
    const position = placeIn(grid, grid.lines[sub.row] ?? 0);
    issues.push(issue('data/unknown-subheadings', { titles: sub.titles }, { position }));
  }
  const [line] = repeated;
  if (line !== undefined) {
    const position = placeIn(grid, line);
    issues.push(issue('data/header-repeated', { rows: repeated.length }, { severity: 'note', position }));
  }
  return issues;
}

/** The cells of rows of measuring units that say another unit than the indicator's. */
function otherMeasures(grid: Grid, from: number, to: number, { indicators }: Roles): readonly Issue[] {
  const issues: Issue[] = [];
  for (let row = from; row < to; row += 1) {
    const cells = grid.rows[row] ?? [];
    for (const [field, indicator] of indicators) {
      const text = textAt(cells, field);
      if (text === '' || !isOtherMeasure(text, indicator)) continue;
      issues.push(
        otherMeasure({ ...indicator, quantity: indicator }, text, placeIn(grid, grid.lines[row] ?? 0, field)),
      );
    }
  }
  return issues;
}

/** Past a row of column numbers and one of measuring units, in either order. */
function firstRowOfUnits(rows: Grid['rows'], start: number, roles: Roles): number {
  let first = start;
  for (const isHeading of [isUnitsRow, isColumnNumbers, isUnitsRow]) {
    const cells = rows[first];
    if (cells !== undefined && isHeading(cells, rows[first + 1] ?? [], roles)) first += 1;
  }
  return first;
}

/** Columns at the right that have neither a name nor a cell are none. */
function withoutBlankEnd(header: readonly string[], rows: readonly (readonly Cell[])[]): readonly string[] {
  let width = header.length;
  const isEmpty = (field: number): boolean => rows.every((row) => isBlank(row[field] ?? null));
  while (width > 0 && header[width - 1] === '' && isEmpty(width - 1)) width -= 1;
  return header.slice(0, width);
}

function notesIgnored(grid: Grid, first: number, rows: number): Issue {
  const received = (grid.rows[first] ?? []).find((cell) => !isBlank(cell)) ?? '';
  const position = placeIn(grid, grid.lines[first] ?? 0);
  return issue('data/notes-ignored', { rows }, { severity: 'note', position, received: String(received).trim() });
}
