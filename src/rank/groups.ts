import type { Assessments } from '../assess/index.ts';
import { type Dataset, type GroupColumn, groupValues, groupValuesOfAbsent, noRow } from '../data/index.ts';
import { requireAssessments } from '../messages/index.ts';
import { type Ranking, rank } from './rank.ts';
import { type Summary, summarise } from './summary.ts';

/** The units of a result by the values of one column; every unit is in exactly one group. */
export interface Grouping {
  readonly column: GroupColumn;
  /** By period, then in the order of names; those of which the data say nothing come last. */
  readonly groups: readonly Group[];
  /** The order within each group; `order` goes from group to group. */
  readonly ranking: Ranking;
  /** The group of each row; of a row that is not there a `RangeError`. */
  readonly groupOf: (row: number) => Group;
}

/** Units of one period that have one value in the column. */
export interface Group {
  readonly period: string | null;
  /** Text of the data, `yes` or `no`, or the id of a choice; `null` where the data say nothing. */
  readonly value: string | null;
  /** In the order of the data. */
  readonly rows: readonly number[];
  /** As of the whole result, targets included. */
  readonly summary: Summary;
}

/** Refuses what a column is still to be taken out of. */
function requireColumn(column: Partial<GroupColumn> | null | undefined): void {
  if (typeof column?.id !== 'string' || column.values === undefined)
    throw new RangeError('no column of units: take `column` of what `findGroupColumn` gives');
}

/**
 * Groups units by a column: totals, targets and order of each group.
 *
 * Units of different periods are never in one group, and one without a value is not left out: groups add up to all units.
 *
 * @param assessments The assessed units.
 * @param column The column, as `findGroupColumn` finds it.
 * @example const found = findGroupColumn(assessments.dataset, set, 'district');
 * found.ok ? groupBy(assessments, found.column).groups.map(({ value }) => value) : [] // ['Huyện An', 'Huyện Bình']
 */
export function groupBy(assessments: Assessments, column: GroupColumn): Grouping {
  requireAssessments(assessments);
  requireColumn(column);
  const { dataset } = assessments;
  const values = groupValues(dataset, column);
  const places = typeof column.values === 'string' ? [] : [...column.values.keys()];
  const gathered = new Map<string, { period: string | null; value: string | null; rows: number[] }>();
  for (const [row, value] of values.entries()) {
    const period = dataset.units.period[row] ?? null;
    const key = JSON.stringify([period, value]);
    const group = gathered.get(key);
    if (group === undefined) gathered.set(key, { period, value, rows: [row] });
    else group.rows.push(row);
  }
  const missingIn = missingByGroup(assessments.dataset, column);
  const groups = [...gathered.values()]
    .toSorted((a, b) => compareNames(a.period ?? '', b.period ?? '') || compareValues(a.value, b.value, places))
    .map((group): Group => ({ ...group, summary: summarise(assessments, group.rows, missingIn(group)) }));
  const ranking = rank(
    assessments,
    groups.map(({ rows }) => rows),
  );
  const byRow = new Map(groups.flatMap((group) => group.rows.map((row) => [row, group] as const)));
  return { column, groups, ranking, groupOf: (row) => byRow.get(row) ?? noRow(row) };
}

/** Counts the missing units of a group, and those that may be in any group of their period: nobody knows in which. */
function missingByGroup(dataset: Dataset, column: GroupColumn): (group: Pick<Group, 'period' | 'value'>) => number {
  const values = groupValuesOfAbsent(dataset, column);
  const periods = dataset.absent?.period ?? [];
  return ({ period, value }) =>
    values.filter((own, unit) => periods[unit] === period && (own === null || own === value)).length;
}

/** Choices in their own order, yes before no, other text by the Vietnamese alphabet; nothing at the end. */
function compareValues(a: string | null, b: string | null, places: readonly string[]): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (places.length > 0) return places.indexOf(a) - places.indexOf(b);
  return compareNames(a === 'yes' ? '' : a, b === 'yes' ? '' : b);
}

/** The same on every machine: the order does not hang on what the machine is set to. */
const COLLATOR = new Intl.Collator('vi', { numeric: true });

function compareNames(a: string, b: string): number {
  return COLLATOR.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
