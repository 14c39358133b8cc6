import type { Text } from '../../messages/index.ts';
import type { Group, Grouping } from '../../rank/index.ts';
import { type SummaryResult, summaryResult } from './summary-result.ts';

/** The totals of each group, as JSON carries them; together they are all units. */
export interface GroupsResult {
  /** The column. */
  readonly by: string;
  readonly label: Text;
  readonly groups: readonly GroupResult[];
}

export interface GroupResult extends SummaryResult {
  /** Of the data; `null` where it names none. */
  readonly period: string | null;
  /** Text of the data, `yes` or `no`, or the id of a choice; `null` where the data say nothing. */
  readonly value: string | null;
}

/** The place of a unit within its group. */
export interface GroupRank {
  readonly group: string | null;
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

export function groupsResult({ column: { id, label }, groups }: Grouping): GroupsResult {
  return { by: id, label, groups: groups.map((group) => groupResult(group)) };
}

function groupResult({ period, value, summary }: Group): GroupResult {
  return { period, value, ...summaryResult(summary) };
}

/** The place of a row within its group. */
export function groupRankOf({ ranking, groupOf }: Grouping, row: number): GroupRank {
  return {
    group: groupOf(row).value,
    from: ranking.from[row] ?? 0,
    to: ranking.to[row] ?? 0,
    of: ranking.of[row] ?? 0,
  };
}
