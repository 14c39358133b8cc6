import { type Cell, type Grid, textAt } from '../grid.ts';
import type { KnownColumn } from './known-columns.ts';
import { meaning } from './named-column.ts';

/** The rows that are the header of a grid, and the header they make together. */
export interface HeaderRows {
  /** The first and last row, as places in the grid. */
  readonly first: number;
  readonly last: number;
  readonly header: readonly string[];
}

/** How far down a header may begin, and over how many rows it may go. */
const ROWS_TRIED = 40;
const MOST_ROWS = 3;

/**
 * Finds the header: the rows in which most columns are understood; of equals the fewest rows, then the topmost.
 *
 * @param byKey The known columns by the keys of their spellings.
 * @returns The first row alone when nothing is understood anywhere.
 */
export function findHeader(rows: readonly (readonly Cell[])[], byKey: ReadonlyMap<string, KnownColumn>): HeaderRows {
  let best: HeaderRows = { first: 0, last: 0, header: headerOf(rows.slice(0, 1), byKey) };
  let most = columnsIn(best.header, byKey);
  for (let depth = 1; depth <= MOST_ROWS; depth += 1) {
    for (let first = 0; first + depth <= Math.min(rows.length, ROWS_TRIED); first += 1) {
      const levels = rows.slice(first, first + depth);
      // A header names at most as many columns as it has fields.
      if (widthOf(levels) <= most) continue;
      const header = headerOf(levels, byKey);
      const count = columnsIn(header, byKey);
      if (count > most) {
        best = { first, last: first + depth - 1, header };
        most = count;
      }
    }
  }
  return best;
}

/** How many rows stand above the header: a title that is merged down into it belongs to it. */
export function topOfHeader({ lines, merged = [] }: Grid, { first }: HeaderRows): number {
  const line = lines[first] ?? 0;
  const reaching = merged.filter(({ top, bottom }) => top < line && bottom >= line);
  const top = Math.min(line, ...reaching.map((cells) => cells.top));
  return lines.filter((own) => own < top).length;
}

function widthOf(levels: readonly (readonly Cell[])[]): number {
  return Math.max(...levels.map((row) => row.length));
}

function columnsIn(header: readonly string[], byKey: ReadonlyMap<string, KnownColumn>): number {
  return new Set(header.flatMap((text) => meaning(text, byKey)?.id ?? [])).size;
}

/** The header of each column: its cell in the last row, with the titles of the groups above it where they are needed. */
function headerOf(levels: readonly (readonly Cell[])[], byKey: ReadonlyMap<string, KnownColumn>): readonly string[] {
  return Array.from({ length: widthOf(levels) }, (_, field) => {
    const titles = titlesOver(levels, field);
    return titles.length < 2 ? (titles[0] ?? '') : chooseSpelling(titles, byKey);
  });
}

/** The cells over a column from the top; a title stands over the blank cells to its right too, but not over a new one. */
function titlesOver(levels: readonly (readonly Cell[])[], field: number): readonly string[] {
  const titles: string[] = [];
  for (const [level, cells] of levels.entries()) {
    const below = levels.slice(level + 1).some((row) => textAt(row, field) !== '');
    const text = textAt(cells, field);
    const title = text === '' && below ? titleToTheLeft(cells, field) : text;
    if (title !== '' && title !== titles.at(-1)) titles.push(title);
  }
  return titles;
}

function titleToTheLeft(cells: readonly Cell[], field: number): string {
  for (let left = field - 1; left >= 0; left -= 1) {
    const text = textAt(cells, left);
    if (text !== '') return text;
  }
  return '';
}

/** The fullest spelling that is understood; where none is, all titles. */
function chooseSpelling(titles: readonly string[], byKey: ReadonlyMap<string, KnownColumn>): string {
  const spellings = titles.flatMap((_, from) => [titles.slice(from).join(' '), titles.slice(from).join(' - ')]);
  return spellings.find((spelling) => meaning(spelling, byKey) !== null) ?? titles.join(' – ');
}
