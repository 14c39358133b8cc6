import type { Cell, Grid, Merged } from '../../data/index.ts';
import { type Lang, messagesIn, type Position, sentence, type Severity } from '../../messages/index.ts';
import { type CheckedData, type Problem, problemsOf } from '../results/check-problems.ts';
import { CHECK_COLUMNS, checkRow, missingProblems } from '../csv/check-rows.ts';
import { harmless } from '../plain/harmless.ts';
import type { SheetCell, SheetSpec } from './workbook.ts';
import type { SheetComment } from './workbook-comments.ts';

/** Backgrounds: of a header, of a missing figure, and of what is wrong. */
const HEAD = '#D9E1F2';
const MISSING = '#E4DFEC';
const FILLS: Readonly<Record<Severity, string>> = { error: '#FFC7CE', warning: '#FFEB9C', note: '#DDEBF7' };
/** Notes tell how a file was read: no cell is at fault. */
const MARKED: readonly Severity[] = ['error', 'warning'];
const WIDTHS: Readonly<Record<(typeof CHECK_COLUMNS)[number], number>> = {
  file: 24,
  sheet: 14,
  cell: 7,
  line: 7,
  column: 6,
  severity: 10,
  office: 22,
  indicator: 22,
  received: 18,
  message: 80,
  code: 24,
};
/** The most comments on one sheet: thousands of boxes make a spreadsheet slow; the colour is still there. */
const MOST_COMMENTS = 3000;
/** A comment is read in a small box. */
const LONGEST_COMMENT = 1500;

/**
 * What is wrong with data, as an Excel workbook: a list of problems, a list of missing figures, and a copy of every file
 * in which the cells at fault are coloured and carry what is wrong as a comment. Cells stand where they stand in the file.
 *
 * @param grids The files whose cells could be read. Columns that may be about persons are left out of the copies.
 */
export async function writeCheckWorkbook(
  checked: CheckedData,
  grids: readonly Grid[],
  lang: Lang,
): Promise<Uint8Array> {
  const { writeWorkbook } = await import('./workbook.ts');
  const words = messagesIn(lang).report.check;
  const problems = problemsOf(checked);
  const missing = missingProblems(checked);
  const listed = (name: string, of: readonly Problem[]): SheetSpec => listSheet(name, of, checked, lang);
  return writeWorkbook([
    listed(words.problems, problems),
    ...(missing.length === 0 ? [] : [listed(words.missingFigures, missing)]),
    ...grids.map((grid) => markedCopy(grid, problems, missing, lang)),
  ]);
}

function listSheet(name: string, problems: readonly Problem[], checked: CheckedData, lang: Lang): SheetSpec {
  const titles = messagesIn(lang).report.check.columns;
  const head = CHECK_COLUMNS.map((id): SheetCell => ({ value: titles[id], fill: HEAD, bold: true, wrap: true }));
  const rows = problems.map((problem) => {
    const row = checkRow(problem, checked, lang);
    return CHECK_COLUMNS.map((id): SheetCell => {
      const fill = id === 'severity' ? { fill: FILLS[problem.issue.severity] } : {};
      return { value: row[id], wrap: true, ...fill };
    });
  });
  return { name, rows: [head, ...rows], widths: CHECK_COLUMNS.map((id) => WIDTHS[id]), stickyRows: 1 };
}

/** What is to be marked on one cell. */
interface Mark {
  readonly row: number;
  readonly column: number;
  readonly fill: string;
  readonly texts: readonly string[];
}

function markedCopy(grid: Grid, problems: readonly Problem[], missing: readonly Problem[], lang: Lang): SheetSpec {
  const words = messagesIn(lang).report.check;
  const personal = personalColumns(grid, problems);
  const marks = marksOn(grid, problems, missing, lang);
  const cells = new Map<string, SheetCell>();
  grid.rows.forEach((row, index) => {
    const line = grid.lines[index] ?? 0;
    row.forEach((cell, field) => {
      const headLine = personal.get(field);
      if (headLine === undefined || line <= headLine) cells.set(key(line, field + 1), copied(cell, grid, line, field));
    });
  });
  for (const { row, column, fill } of marks) {
    cells.set(key(row, column), { ...(cells.get(key(row, column)) ?? { value: null }), fill });
  }
  const comments = marks
    .filter(({ texts }) => texts.length > 0)
    .slice(0, MOST_COMMENTS)
    .map(({ row, column, texts }): SheetComment => {
      const note = personal.has(column - 1) ? [words.personalLeftOut] : [];
      return { row, column, text: [...texts, ...note].join('\n').slice(0, LONGEST_COMMENT) };
    });
  return { name: sheetName(grid), rows: laidOut(cells, grid.merged ?? []), comments };
}

/** The columns that were refused because they may be about persons, with the line of their header. */
function personalColumns(grid: Grid, problems: readonly Problem[]): ReadonlyMap<number, number> {
  return new Map(
    problems.flatMap(({ issue: { code, position } }): readonly (readonly [number, number])[] =>
      code === 'data/personal-column' && isOn(grid, position) && position?.column !== undefined
        ? [[position.column - 1, position.line ?? 0]]
        : [],
    ),
  );
}

/** One mark a cell: the worst problem gives the colour. What is about a whole row stands on its first cell. */
function marksOn(grid: Grid, problems: readonly Problem[], missing: readonly Problem[], lang: Lang): readonly Mark[] {
  const marks = new Map<string, Mark>();
  const here = problems.filter(({ issue: { position } }) => isOn(grid, position) && position?.line !== undefined);
  for (const {
    issue: { position },
  } of missing) {
    const [row, column] = [position?.line ?? 0, position?.column];
    if (isOn(grid, position) && row > 0 && column !== undefined) {
      marks.set(key(row, column), { row, column, fill: MISSING, texts: [] });
    }
  }
  for (const severity of MARKED) {
    for (const { issue: found } of here) {
      if (found.severity !== severity) continue;
      const [row, column] = [found.position?.line ?? 1, found.position?.column ?? 1];
      const before = marks.get(key(row, column));
      const texts = before?.texts ?? [];
      const fill = texts.length === 0 ? FILLS[severity] : (before?.fill ?? FILLS[severity]);
      marks.set(key(row, column), { row, column, fill, texts: [...texts, harmless(sentence(found, lang))] });
    }
  }
  return [...marks.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Whether a place is in a file, and where it names one, on the sheet of it. */
function isOn({ file, sheet }: Grid, position: Position | null): boolean {
  return position?.file === file && (position.sheet === undefined || position.sheet === sheet);
}

function copied(cell: Cell, { percents }: Grid, line: number, field: number): SheetCell {
  const percent = percents?.has(`${line}:${field}`) === true;
  return percent ? { value: cell, percent } : { value: cell };
}

/** Cells in rows from the first line on; of merged cells only the first holds something. */
function laidOut(cells: ReadonlyMap<string, SheetCell>, merged: readonly Merged[]): SheetSpec['rows'] {
  const places = [...cells.keys()].map((place) => place.split(':').map(Number));
  const height = places.reduce((most, [row = 0]) => Math.max(most, row), 0);
  const width = places.reduce((most, [, column = 0]) => Math.max(most, column), 0);
  const { spans, covered } = spansWithin(merged, height, width);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const place = key(row + 1, column + 1);
      if (covered.has(place)) return null;
      const cell = cells.get(place) ?? null;
      const span = spans.get(place);
      return span === undefined ? cell : { ...(cell ?? { value: null }), ...span };
    }),
  );
}

/** How far merged cells go, and what they cover; areas beyond the copy, or that overlap, are left out. */
function spansWithin(merged: readonly Merged[], height: number, width: number) {
  const spans = new Map<string, Pick<SheetCell, 'rows' | 'columns'>>();
  const covered = new Set<string>();
  for (const { top, bottom, column: left, lastColumn } of merged) {
    if (bottom > height || lastColumn > width || top > bottom || left > lastColumn) continue;
    const [rows, columns] = [bottom - top + 1, lastColumn - left + 1];
    const area = Array.from({ length: rows * columns }, (_, index) =>
      key(top + Math.floor(index / columns), left + (index % columns)),
    );
    if (area.some((place) => covered.has(place) || spans.has(place))) continue;
    for (const place of area.slice(1)) covered.add(place);
    spans.set(key(top, left), { rows, columns });
  }
  return { spans, covered };
}

function sheetName({ file, sheet }: Grid): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return sheet === undefined ? name : `${sheet} – ${name}`;
}

function key(row: number, column: number): string {
  return `${row}:${column}`;
}
