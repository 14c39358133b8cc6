import {
  type CriteriaSet,
  type Indicator,
  isPath,
  type Rollup,
  rollupFormulas,
  rollupIssues,
  rollupOf,
  rollupScope,
  shareColumns,
} from '../criteria/index.ts';
import {
  boundText,
  type CellBounds,
  columnOfNumbers,
  type Dataset,
  type EarlierColumn,
  type Gap,
  gatherFindings,
  isMissing,
  type Units,
  withAbsentUnits,
  withHistory,
} from '../data/index.ts';
import {
  type Column,
  columnsIn,
  earlierIn,
  FAIL,
  type Formula,
  MISSING,
  type NumberBounds,
  numberBounds,
  PASS,
  type Scope,
  UNBOUNDED,
  UNKNOWN,
} from '../formula/index.ts';
import { type Issue, issue, type Position, requireAssessments, requireSet } from '../messages/index.ts';
import { compare, integer, ZERO } from '../number/index.ts';
import { type Assessments, compile } from './assess.ts';
import { boundsWithin } from './cell-bounds.ts';
import { FOLDS, type Folded, isOpenPart } from './folds.ts';
import { type Group, groupIssues, groupsIn, sharedColumns } from './groups.ts';
import { divisionByZero, type UnsoundDivision } from './soundness.ts';
import { statesBelow } from './states-below.ts';

/** A figure above, made from the units of one group. */
interface Rolled extends Folded {
  /** The rows below that leave it open. */
  readonly openRows: readonly number[];
}

/**
 * Makes the data of the units above from the assessed units below.
 *
 * @param assessed The units below, assessed: those of all periods that the roll-ups look back on.
 * @param upper The set above.
 * @throws {RangeError} When it is above no set or another one, or its roll-ups do not fit the set below.
 * @returns One row for each group and period, in the order in which they first occur, under the first spelling of the name;
 *   districts and communes of one name in several provinces are told apart by it. A figure that is missing below is missing
 *   above, with the bounds that the known ones leave it. A unit without a group is an error among the issues: then the
 *   units above are not to be assessed.
 * @example
 * const districts = rollUp(assessments, upper);
 * [...compile(upper).assess(districts).classes]; // [0, 1]
 */
export function rollUp(assessed: Assessments, upper: CriteriaSet): Dataset {
  requireAssessments(assessed);
  requireSet(upper);
  requireBelow(upper, assessed.program.set);
  return rollUpFitting(assessed, upper);
}

/** The same for a set above that is known to fit the one below. */
export function rollUpFitting(assessed: Assessments, upper: CriteriaSet): Dataset {
  const { set } = assessed.program;
  const earlier = earlierInRollups(upper, set);
  const given = assessed.dataset;
  const whole = withAbsent(assessed);
  const lower = { ...whole, dataset: withHistory(whole.dataset, earlier) };
  const all = groupsIn(lower.dataset, upper.from?.group ?? '');
  // Rows of the data come first, and so do their groups.
  const groups = all.filter(({ rows }) => (rows[0] ?? 0) < given.rows);
  const { columns, bounds, gaps, faults } = figuresAbove(lower, upper, groups);
  const names = groups.map(({ name }) => name);
  return {
    rows: groups.length,
    units: { code: names, name: names, period: groups.map(({ period }) => period), groups: new Map() },
    columns,
    bounds,
    ...(given.absent === undefined ? {} : { absent: absentAbove(lower.dataset, all.slice(groups.length)) }),
    below: [set, ...(given.below ?? [])],
    members: { dataset: lower.dataset, given: given.rows, rows: groups.map(({ rows }) => rows) },
    inputs: given.inputs,
    issues: [...given.issues, ...groupIssues(given, upper, set, groups)],
    faults: [...(given.faults ?? []), ...faults],
    positionOf: (row, name) =>
      firstOpen(lower.dataset, gaps.get(name), row) ?? lower.dataset.positionOf(groups[row]?.rows[0] ?? 0, ''),
    gapsOf: (row, name) => cellsBelow(lower.dataset, given.rows, gaps.get(name), row),
  };
}

/** Refuses the mistakes of a program that uses the library: of files they were told when they were loaded. */
function requireBelow(upper: CriteriaSet, lower: CriteriaSet): void {
  const named = upper.from?.set ?? null;
  if (named === null) throw new RangeError(`${upper.id} is about no units that are rolled up`);
  // Which set a path is of, nobody here can tell.
  if (!isPath(named) && ![lower.id, lower.family].includes(named))
    throw new RangeError(`${upper.id} rolls up the units of ${named}, not of ${lower.id}`);
  const misfit = rollupIssues(upper, lower).find(({ severity }) => severity === 'error');
  if (misfit !== undefined)
    throw new RangeError(`${upper.id} does not fit ${lower.id}: ${misfit.code}, ${misfit.path}`);
}

/** The units below with those of a registry that are absent. */
function withAbsent(assessed: Assessments): Assessments {
  const dataset = withAbsentUnits(assessed.dataset);
  return dataset === assessed.dataset ? assessed : compile(assessed.program.set).assess(dataset);
}

/** The units above of which nothing but a registry tells. */
function absentAbove(dataset: Dataset, groups: readonly Group[]): Units {
  const names = groups.map(({ name }) => name);
  return {
    code: names,
    name: names,
    period: groups.map(({ period }) => period),
    groups: sharedColumns(dataset, groups),
  };
}

/** What the roll-ups make of the units below, by column. */
interface FiguresAbove {
  readonly columns: ReadonlyMap<string, Column>;
  readonly bounds: ReadonlyMap<string, ReadonlyMap<number, CellBounds>>;
  /** What leaves figures above open, by column. */
  readonly gaps: ReadonlyMap<string, GapsBelow>;
  readonly faults: readonly Issue[];
}

function figuresAbove(lower: Assessments, upper: CriteriaSet, groups: readonly Group[]): FiguresAbove {
  const scope = rollupScope(lower.program.set);
  const columns = new Map<string, Column>();
  const bounds = new Map<string, ReadonlyMap<number, CellBounds>>();
  const gaps = new Map<string, GapsBelow>();
  const unsound = new Map<string, UnsoundDivision>();
  const findings = gatherFindings();
  for (const indicator of upper.indicators.values()) {
    const rollup = rollupOf(indicator);
    if (rollup === null) continue;
    const condition = conditionOf(rollup);
    const results = condition === null ? null : statesBelow(lower, scope, condition);
    // Roll-ups that divide the same by the same are told once.
    for (const found of results?.unsound ?? []) unsound.set([found.row, ...found.indicators].join(), found);
    const states = results?.states ?? null;
    const made = rolledColumns(lower, scope, { indicator, rollup, states }, groups);
    for (const { name, cells } of made) {
      if (name === indicator.id)
        for (const found of outOfBounds(indicator, cells, groups, lower.dataset)) findings.add(found);
      columns.set(name, columnOf(indicator, cells));
      bounds.set(
        name,
        new Map(cells.flatMap((cell, row) => (cell.value === null ? [[row, cell.bounds] as const] : []))),
      );
      gaps.set(name, { lacking: lackingReader(lower, scope, rollup), rows: cells.map(({ openRows }) => openRows) });
    }
  }
  for (const division of unsound.values()) findings.add(divisionByZero(lower.dataset, division));
  return { columns, bounds, gaps, faults: findings.list() };
}

/** The figures above that their indicator does not allow, as it would not allow them in a cell. */
function outOfBounds(
  indicator: Indicator,
  cells: readonly Rolled[],
  groups: readonly Group[],
  { positionOf }: Dataset,
): readonly Issue[] {
  const { id, label, type, min, max } = indicator;
  if (type === 'boolean' || type === 'choice') return [];
  return cells.flatMap(({ value }, row): readonly Issue[] => {
    if (value === null) return [];
    const minimum = compare(value, min) < 0 ? boundText(indicator, min) : null;
    const maximum = max !== null && compare(value, max) > 0 ? boundText(indicator, max) : null;
    if (minimum === null && maximum === null) return [];
    const args = { unit: groups[row]?.name ?? '', label, value: boundText(indicator, value), minimum, maximum };
    return [issue('rollup/out-of-bounds', args, { position: positionOf(groups[row]?.rows[0] ?? 0, ''), path: id })];
  });
}

/** The columns of earlier periods of the units below that the roll-ups of a set above them ask for. */
export function earlierInRollups(upper: CriteriaSet, lower: CriteriaSet): readonly EarlierColumn[] {
  const scope = rollupScope(lower);
  const rollups = [...upper.indicators.values()].flatMap((indicator) => rollupOf(indicator) ?? []);
  return rollups.flatMap(rollupFormulas).flatMap((formula) => earlierIn(formula, scope));
}

/** What leaves a figure above open. */
interface GapsBelow {
  /** By row above, the rows below that do. */
  readonly rows: readonly (readonly number[])[];
  /** The columns in which a row below lacks what the figure above is made of. */
  readonly lacking: (row: number) => readonly string[];
}

function lackingReader({ dataset, program }: Assessments, scope: Scope, rollup: Rollup): GapsBelow['lacking'] {
  const asked = rollupFormulas(rollup).flatMap((formula) => columnsIn(formula, scope));
  const there = (names: Iterable<string>): readonly string[] =>
    [...new Set(names)].filter((name) => dataset.columns.has(name));
  const [own, all] = [there(asked), there(program.set.indicators.keys())];
  return (row) => {
    const isLacking = (name: string): boolean => isMissing(dataset, name, row);
    const lacking = own.filter(isLacking);
    // A class below is open where any figure of its unit is missing.
    return lacking.length > 0 ? lacking : all.filter(isLacking);
  };
}

/** Where the first figure is missing below that leaves a figure above open; `null` where none does. */
function firstOpen({ positionOf }: Dataset, gaps: GapsBelow | undefined, row: number): Position | null {
  const open = gaps?.rows[row]?.[0];
  return open === undefined ? null : positionOf(open, gaps?.lacking(open)[0] ?? '');
}

/** The cells below that leave a figure above open, of units that have a row. */
function cellsBelow(dataset: Dataset, given: number, gaps: GapsBelow | undefined, row: number): readonly Gap[] {
  const { code, name } = dataset.units;
  const open = gaps?.rows[row]?.filter((below) => below < given) ?? [];
  return open.flatMap((below) =>
    (gaps?.lacking(below) ?? []).flatMap((column) => {
      const further = dataset.gapsOf?.(below, column) ?? [];
      if (further.length > 0) return further;
      return [
        { position: dataset.positionOf(below, column), unit: { code: code[below] ?? '', name: name[below] ?? null } },
      ];
    }),
  );
}

interface RolledColumn {
  readonly name: string;
  readonly cells: readonly Rolled[];
}

/** A roll-up with the states of its condition below; `null` where it has none. */
interface Asked {
  readonly indicator: Indicator;
  readonly rollup: Rollup;
  readonly states: Uint8Array | null;
}

/** The condition of a roll-up about the units below: which of them count, or are counted. */
function conditionOf({ function: name, of, where }: Rollup): Formula | null {
  return name === 'sum' || name === 'min' || name === 'max' ? where : of;
}

function rolledColumns(
  lower: Assessments,
  scope: Scope,
  { indicator, rollup, states }: Asked,
  groups: readonly Group[],
): readonly RolledColumn[] {
  const own = (cells: readonly Rolled[]): readonly RolledColumn[] => [{ name: indicator.id, cells }];
  if (rollup.function === 'sum' || rollup.function === 'min' || rollup.function === 'max') {
    const boundsAt = figuresOf(lower, scope, rollup.of);
    const fold = FOLDS[rollup.function];
    return own(
      groups.map(({ rows }) => {
        const counted = states === null ? rows : rows.filter((row) => states[row] === PASS || states[row] === UNKNOWN);
        const parts = counted.map((row) => ({ row, ...boundsAt(row), mayBeLeftOut: states?.[row] === UNKNOWN }));
        return { ...fold(parts), openRows: parts.filter(isOpenPart).map(({ row }) => row) };
      }),
    );
  }
  const tallies = groups.map(({ rows }) => tally(rows, states ?? new Uint8Array()));
  if (rollup.function === 'any') {
    return own(tallies.map((found) => truth(found, found.passed > 0, found.openRows.length === 0)));
  }
  if (rollup.function === 'all') {
    return own(tallies.map((found) => truth(found, found.failed + found.openRows.length === 0, found.failed > 0)));
  }
  const counts = tallies.map((found) => between(found, found.passed, found.passed + found.openRows.length));
  if (rollup.function === 'count') return own(counts);
  const { count, units } = shareColumns(indicator.id);
  return [
    { name: count, cells: counts },
    { name: units, cells: groups.map(({ rows }) => between({ openRows: [] }, rows.length, rows.length)) },
  ];
}

function figuresOf({ dataset, program }: Assessments, scope: Scope, formula: Formula): (row: number) => NumberBounds {
  return (row) => {
    const found = numberBounds(formula, scope, boundsWithin(dataset, program.set, row));
    return found.mayBeUndefined ? UNBOUNDED : found;
  };
}

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly openRows: readonly number[];
}

function tally(rows: readonly number[], states: Uint8Array): Tally {
  const having = (wanted: number): readonly number[] => rows.filter((row) => states[row] === wanted);
  return { passed: having(PASS).length, failed: having(FAIL).length, openRows: having(UNKNOWN) };
}

function between({ openRows }: Pick<Tally, 'openRows'>, least: number, most: number): Rolled {
  const bounds = { min: integer(least), max: integer(most) };
  return { value: least === most ? bounds.min : null, bounds, openRows };
}

/** Yes and else no as 1 and 0; neither while it is open. */
function truth({ openRows }: Tally, yes: boolean, no: boolean): Rolled {
  return { value: yes ? integer(1) : no ? ZERO : null, bounds: { min: null, max: null }, openRows };
}

function columnOf({ type }: Indicator, cells: readonly Rolled[]): Column {
  if (type === 'boolean') {
    return {
      kind: 'boolean',
      values: Uint8Array.from(cells, ({ value }) => (value === null ? MISSING : Number(value.num))),
    };
  }
  return columnOfNumbers(cells.map(({ value }) => value));
}
