import { canonicalKey } from '../canonical-key.ts';
import { saysMissing, saysNone } from '../columns/missing.ts';
import { type Cell, textAt } from '../grid.ts';
import type { Roles } from './row-kinds.ts';

/** Whether a row says again what the header says, as a table that goes over several pages does. */
export function isRepeatedHeader(cells: readonly Cell[], header: readonly string[]): boolean {
  let filled = 0;
  for (const [field, cell] of cells.entries()) {
    if (textAt(cells, field) === '') continue;
    if (!isTitle(cell, header[field])) return false;
    filled += 1;
  }
  return filled > 1;
}

/**
 * The titles in a row right under the header that go further into its columns, and that nobody knows: `Số lượng`,
 * `Trong đó nữ`. Such a row has words over figures, and neither a code nor a name.
 *
 * @returns None for any other row.
 */
export function subHeadings(
  cells: readonly Cell[],
  header: readonly string[],
  { code, name, indicators }: Roles,
): readonly string[] {
  const isOpen = (field: number): boolean =>
    textAt(cells, field) === '' || isTitle(cells[field] ?? null, header[field]);
  const areOpen = [code, name].every((field) => field === null || isOpen(field));
  const figures = [...indicators].filter(([, { type }]) => type !== 'boolean' && type !== 'choice');
  const titled = figures.filter(([field]) => !isOpen(field)).map(([field]) => textAt(cells, field));
  if (!areOpen || titled.length === 0 || !titled.every(areWords)) return [];
  return [...new Set(cells.flatMap((_, field) => (isOpen(field) ? [] : [textAt(cells, field)])))];
}

function isTitle(cell: Cell, title: string | undefined): boolean {
  return title !== undefined && typeof cell === 'string' && canonicalKey(cell) === canonicalKey(title);
}

function areWords(text: string): boolean {
  return /^\D*\p{L}{2}/u.test(text) && !saysMissing(text) && !saysNone(text);
}
