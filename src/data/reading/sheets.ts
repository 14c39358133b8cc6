import type { CriteriaSet } from '../../criteria/index.ts';
import { type Issue, issue, type Result } from '../../messages/index.ts';
import { gatherFindings } from '../findings.ts';
import type { Grid, Table } from '../grid.ts';
import { columnsByKey, type HeaderMeanings, knownColumns } from '../tables/known-columns.ts';
import { meaning } from '../tables/named-column.ts';
import { widenLongTable } from './long-table.ts';

/** What a sheet holds: figures of units, the names of columns without that, or neither. */
export type Holding = 'figures' | 'header' | 'nothing';

/** A cover sheet may name one column by chance. */
const FEWEST_COLUMNS = 2;

/** What the table of a sheet comes to. */
export function holdsIn(table: Result<Table>, set: CriteriaSet, meanings: HeaderMeanings): Holding {
  if (!table.ok) return 'nothing';
  const byKey = columnsByKey(knownColumns(set), meanings);
  const ids = new Set(table.value.header.flatMap((text) => meaning(text, byKey)?.id ?? []));
  const isLong = (): boolean => widenLongTable(table.value, set, gatherFindings(), meanings) !== null;
  const hasFigures =
    (ids.has('code') || ids.has('name')) && ([...ids].some((id) => set.indicators.has(id)) || isLong());
  if (hasFigures && table.value.rows.length > 0) return 'figures';
  return ids.size >= FEWEST_COLUMNS ? 'header' : 'nothing';
}

/** What is told of the sheets beside the one that was read; `read` is its name where it holds figures. */
export function sheetIssue(read: string | null, own: Holding, others: ReadonlyMap<string, Holding>): Issue | null {
  const elsewhere = holding('figures', others);
  const sheets = [read ?? [], elsewhere].flat();
  if (sheets.length > 1) return issue('data/several-data-sheets', { sheets });
  const [only, another] = elsewhere.length === 0 && own === 'nothing' ? holding('header', others) : elsewhere;
  return only === undefined || another !== undefined ? null : issue('data/header-elsewhere', { sheet: only });
}

/** What is told of hidden sheets where none that can be seen holds figures: somebody may have hidden the wrong one. */
export function hiddenIssue(own: Holding, hidden: ReadonlyMap<string, Holding>): Issue | null {
  const figures = holding('figures', hidden);
  const sheets = figures.length === 0 && own === 'nothing' ? holding('header', hidden) : figures;
  return sheets.length === 0 ? null : issue('data/header-hidden', { sheets });
}

function holding(wanted: Holding, sheets: ReadonlyMap<string, Holding>): readonly string[] {
  return [...sheets].flatMap(([sheet, held]) => (held === wanted ? [sheet] : []));
}

/** More sheets are not looked through for a header. */
export const MOST_SHEETS = 20;

/** The sheets of a workbook that can be seen and were not read. */
export function otherSheets(grid: Result<Grid>): readonly string[] {
  return grid.issues.flatMap((found) => (found.code === 'data/other-sheets' ? found.args.others : []));
}
