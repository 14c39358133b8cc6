import { type CriteriaSet, periodOf } from '../criteria/index.ts';
import { type Dataset, grouped, groupTexts, oneSpelling, unitInPeriod, type Units } from '../data/index.ts';
import { type Issue, issue, type Position } from '../messages/index.ts';

/** The rows below of one unit above. */
export interface Group {
  readonly name: string;
  readonly period: string | null;
  readonly rows: readonly number[];
}

/** What one row of the files says of its group. */
interface GroupCell {
  readonly code: string;
  readonly group: string | null;
  readonly position: Position;
}

/**
 * The units above that a column of the units below names, in the order in which they first occur; however a name is spelled,
 * it is one unit, under the spelling that comes first.
 */
export function groupsIn(dataset: Dataset, column: string): readonly Group[] {
  // Units below that are absent, and those of them that were rolled up, may be spelled in another way.
  const names = oneSpelling((groupCells(dataset, column) ?? []).map(groupOf));
  const rows = names.flatMap((name, row) => {
    return name === null ? [] : [{ row, name, period: dataset.units.period[row] ?? null }];
  });
  const groups = grouped(rows, ({ name, period }) => unitInPeriod(name, period));
  return [...groups.values()].flatMap((members) =>
    members.slice(0, 1).map(({ name, period }) => ({ name, period, rows: members.map(({ row }) => row) })),
  );
}

/** By row what the files say of its group: a unit that was rolled up is where all those below it are. */
function groupCells(dataset: Dataset, column: string): readonly (readonly GroupCell[])[] | null {
  const { units, members, positionOf } = dataset;
  const named = units.groups.has(column) ? groupTexts(units, column) : null;
  const below = members === undefined ? null : groupCells(members.dataset, column);
  if (named === null && below === null) return null;
  return units.code.map((code, row) => {
    const rows = members?.rows[row] ?? [];
    // Where units that are absent are is for those to say that the data have.
    const given = rows.filter((own) => own < (members?.given ?? 0));
    const cells = (given.length > 0 ? given : rows).flatMap((own) => below?.[own] ?? []);
    return cells.length > 0 ? cells : [{ code, group: named?.[row] ?? null, position: positionOf(row, column) }];
  });
}

/** The columns that tell of units beside their names, for some groups: what all units of a group have in common. */
export function sharedColumns({ units }: Dataset, groups: readonly Group[]): Units['groups'] {
  const shared = (texts: readonly (string | null)[]): readonly (string | null)[] =>
    groups.map(({ rows }) => {
      const own = texts[rows[0] ?? -1] ?? null;
      return rows.every((row) => texts[row] === own) ? own : null;
    });
  return new Map([...units.groups].map(([id, texts]) => [id, shared(oneSpelling(texts))]));
}

function groupOf(cells: readonly GroupCell[]): string | null {
  const [first] = cells;
  return first !== undefined && cells.every(({ group }) => group === first.group) ? first.group : null;
}

/** How many units are named that have no group, or several. */
const MOST_NAMED = 20;

/**
 * What must be known of a roll-up before it is believed: that no unit was left out of it.
 *
 * @param dataset The units that the data have.
 * @param groups Those of its units, with the units of a registry that are absent among their rows.
 */
export function groupIssues(
  dataset: Dataset,
  upper: CriteriaSet,
  lower: CriteriaSet,
  groups: readonly Group[],
): readonly Issue[] {
  const column = upper.from?.group ?? '';
  const cells = groupCells(dataset, column);
  if (cells === null)
    return [issue('rollup/no-column', { column }, { position: { file: dataset.positionOf(0, '').file } })];
  const faults = [...withoutGroup(cells.flat(), column), ...withSeveral(dataset, cells, column)];
  if (faults.length > 0) return faults;
  const sizes = groups.map(({ name, rows }) => {
    const given = rows.filter((row) => row < dataset.rows).length;
    return { group: name, units: given, absent: rows.length - given };
  });
  const isUnchecked = dataset.members === undefined && dataset.absent === undefined;
  const registry = isUnchecked && isOfRegistry(upper, lower, groups) ? REGISTRY.id : null;
  // What no registry was asked about may lack units, and the class is then that of a part.
  const severity = registry === null ? 'note' : 'warning';
  return [issue('rollup/units', { groups: sizes.slice(0, MOST_NAMED), column, registry }, { severity })];
}

function withoutGroup(cells: readonly GroupCell[], column: string): readonly Issue[] {
  const without = cells.filter(({ group }) => group === null);
  const [first] = without;
  if (first === undefined) return [];
  const units = without.slice(0, MOST_NAMED).map(({ code }) => code);
  return [issue('rollup/no-group', { column, units, total: without.length }, { position: first.position })];
}

/** Units that were rolled up from units of several groups: nobody can say in which of these they are. */
function withSeveral({ units }: Dataset, cells: readonly (readonly GroupCell[])[], column: string): readonly Issue[] {
  const torn = cells.flatMap((own, row) => {
    const groups = [...new Set(own.flatMap(({ group }) => group ?? []))];
    const other = own.find(({ group }) => group === groups[1]);
    return groups.length < 2 || other === undefined ? [] : [{ unit: units.code[row] ?? '', groups, other }];
  });
  const [first] = torn;
  if (first === undefined) return [];
  const named = torn.slice(0, MOST_NAMED).map(({ unit, groups }) => ({ unit, groups: groups.slice(0, MOST_NAMED) }));
  const args = { column, units: named, total: torn.length };
  return [issue('rollup/several-groups', args, { position: first.other.position })];
}

/** The registry of units at hand: the communes of the country since that day. */
const REGISTRY = { id: 'vn-2025', unit: 'commune', from: '2025-07-01' };

/** Whether the units below can be held against the registry: it knows no units of another level or of former years. */
function isOfRegistry(upper: CriteriaSet, lower: CriteriaSet, groups: readonly Group[]): boolean {
  const reaches = ({ effective: { to } }: CriteriaSet): boolean => to === null || to >= REGISTRY.from;
  const isLater = ({ period }: Group): boolean => {
    const days = period === null ? null : periodOf(lower, period);
    return days === null || (days.ok && days.value.to >= REGISTRY.from);
  };
  return lower.unit === REGISTRY.unit && [upper, lower].every(reaches) && groups.every(isLater);
}
