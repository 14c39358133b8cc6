import type { CriteriaSet } from '../../criteria/index.ts';
import type { Column, NumberColumn } from '../../formula/index.ts';
import { issue } from '../../messages/index.ts';
import { compare, exactText, parseDecimal, type Rational, rational } from '../../number/index.ts';
import { exactNumberText } from '../columns/exact-number-text.ts';
import { bareNumeral, plainDecimal } from '../columns/number-style.ts';
import type { Findings } from '../findings.ts';
import { type Cell, placeIn, type Table, type TotalsRow } from '../grid.ts';
import type { Header } from './header.ts';

interface Sum {
  readonly value: Rational;
  readonly missing: number;
}

/**
 * Compares the rows of totals with the sums of the columns and warns where they differ. A row of totals adds up all rows
 * above and below it, or those since the last such row. Where units have no figure, only a total that is too small is
 * sure to be wrong.
 */
export function checkTotals(
  table: Table,
  header: Header,
  { set, columns }: { readonly set: CriteriaSet; readonly columns: ReadonlyMap<string, Column> },
  findings: Findings,
): void {
  let from = 0;
  for (const totals of table.totals ?? []) {
    for (const { id, type } of set.indicators.values()) {
      const field = header.get(id);
      const column = columns.get(id);
      if (field === undefined || column?.kind !== 'number' || type === 'percent') continue;
      checkTotal(table, { totals, from, field, id }, column, findings);
    }
    from = totals.above;
  }
}

function checkTotal(
  table: Table,
  at: { readonly totals: TotalsRow; readonly from: number; readonly field: number; readonly id: string },
  column: NumberColumn,
  findings: Findings,
): void {
  const cell = at.totals.cells[at.field] ?? null;
  const stated = readings(cell);
  if (stated.length === 0) return;
  const all = sumOf(column, 0, table.rows.length);
  const sums = at.totals.above > at.from ? [all, sumOf(column, at.from, at.totals.above)] : [all];
  if (sums.some((sum) => stated.some((total) => isPossible(total, sum)))) return;
  const position = placeIn(table, at.totals.line, at.field);
  const args = { header: table.header[at.field] ?? at.id, sum: exactText(all.value), missing: all.missing };
  findings.add(
    issue('data/totals-differ', args, { severity: 'warning', position, path: at.id, received: String(cell).trim() }),
  );
}

/** What a total can mean in either style of numbers; the column's own style is settled by its cells. */
function readings(cell: Cell): readonly Rational[] {
  if (typeof cell === 'number') return [parseDecimal(exactNumberText(cell))].flatMap((value) => value ?? []);
  if (typeof cell !== 'string') return [];
  const numeral = bareNumeral(cell.trim());
  return (['vi', 'en'] as const).flatMap((style) => parseDecimal(plainDecimal(numeral, style) ?? '') ?? []);
}

function isPossible(total: Rational, { value, missing }: Sum): boolean {
  const order = compare(total, value);
  return order === 0 || (order > 0 && missing > 0);
}

function sumOf(column: NumberColumn, from: number, to: number): Sum {
  let sum = 0n;
  let missing = 0;
  for (let row = from; row < to; row += 1) {
    const value = column.values[row] ?? Number.NaN;
    if (Number.isNaN(value)) missing += 1;
    else sum += column.large.get(row) ?? BigInt(value);
  }
  return { value: rational(sum, 10n ** BigInt(column.scale)), missing };
}
