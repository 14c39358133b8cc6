import { type Assessments, compile, earlierColumns, rollUp } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import {
  type Dataset,
  type EarlierColumn,
  rowsOfPeriod,
  unitsNamedOtherwise,
  unitsOfOtherPeriods,
  withHistory,
} from '../data/index.ts';
import {
  columnsMissing,
  type Comparison,
  type Impact,
  impactOf,
  issuesOfBoth,
  type ImpactTask,
  jointAssessor,
  type JointTable,
  neededBy,
  readingSet,
  type Sets,
  withoutColumns,
} from '../diff/index.ts';
import { hasError, issue, refusal, type Result, unlessFaulty, withoutRepeats } from '../messages/index.ts';
import { type InspectedData, inspectData, type LoadedCriteria } from '../node/index.ts';
import { earlierRolledUp } from './assess-levels.ts';
import type { Request } from './request.ts';
import { setOfData } from './understand.ts';
import { rowsLookedBackOn, withUnitsOfBefore } from './units-above.ts';

/** The two sides of a comparison with the sets below them. */
export interface Sides {
  readonly base: LoadedCriteria;
  readonly revision: LoadedCriteria;
}

/** Reads the data once, and assesses it by both sets and by what lies between them. */
export async function impactOnFiles(
  { options }: Request,
  sides: Sides,
  comparison: Comparison,
): Promise<Result<Impact>> {
  const isOwn = sides.base.lower === null && sides.revision.lower === null;
  const sets: Sets = isOwn ? comparison.sets : { base: setOfData(sides.base), revision: setOfData(sides.revision) };
  const read = await readForBoth(options, sets, readingSet(sets, isOwn ? comparison.original : undefined));
  if (!read.ok) return read;
  const rows = rowsMeant(read.value.dataset, options.period);
  if (!rows.ok) return rows;
  const assess = assessorOn({ ...read.value, sets }, sides, rows.value);
  const impact = impactOf({ comparison, assess, period: options.period, missing: read.value.missing });
  const issues = withoutRepeats([...read.issues, ...rows.issues, ...issuesOfBoth(impact.before, impact.after)]);
  return unlessFaulty(impact, issues);
}

/** A table that was read for both sets. */
interface Table {
  readonly dataset: Dataset;
  /** The set it was read with. */
  readonly read: CriteriaSet;
  readonly missing: Impact['missing'];
}

/** What only one set asks for may be missing: to that set it is unknown. */
async function readForBoth(
  { data, ...reading }: Request['options'],
  sets: Sets,
  whole: CriteriaSet,
): Promise<Result<Table>> {
  const first = await inspectData(data, whole, reading);
  const absent = columnsMissing(first.issues);
  const needed = neededBy(absent, sets);
  if (absent.length === 0 || needed.both.length > 0) return asTable(first, whole, { base: [], revision: [] });
  const read = withoutColumns(whole, absent);
  return asTable(await inspectData(data, read, reading), read, needed);
}

function asTable({ dataset, issues }: InspectedData, read: CriteriaSet, missing: Impact['missing']): Result<Table> {
  if (dataset === null || hasError(issues)) return refusal(issues);
  const { base, revision } = missing;
  return { ok: true, value: { dataset, read, missing: { base, revision } }, issues };
}

/** Data of several periods need to be told which of them is meant: the others are its history. */
function rowsMeant(dataset: Dataset, period: string | null): Result<readonly number[] | null> {
  const known = [...new Set(dataset.units.period)].flatMap((id) => id ?? []).sort();
  if (known.length === 0) return { ok: true, value: null, issues: [] };
  if (period === null) {
    if (known.length > 1) return refusal([issue('period/several-named', { periods: known })]);
    return { ok: true, value: null, issues: [] };
  }
  const rows = rowsOfPeriod(dataset, period);
  if (rows.length === 0) return refusal([issue('period/not-in-data', { period, known }, { received: period })]);
  const own = new Set([period]);
  const issues = [...unitsOfOtherPeriods(dataset, own), ...unitsNamedOtherwise(dataset, own)];
  return { ok: true, value: rows, issues };
}

/** Assesses by any set that has parts of both: its units, or those they are rolled up into. */
function assessorOn(
  table: JointTable,
  { base, revision }: Sides,
  rows: readonly number[] | null,
): ImpactTask['assess'] {
  const dataset = withHistory(table.dataset, [base, revision].flatMap(earlierRolledUp));
  const assess = levelsOver({ ...table, dataset }, rows);
  return (set, some) => {
    const lower = isSameSource(set, base.set) ? base.lower : revision.lower;
    return assess({ set, period: null, lower: set.from === null ? null : lower }, some);
  };
}

type AssessLevels = (loaded: LoadedCriteria, some?: readonly number[]) => Assessments;

/** Assesses some rows of a table by a set of the data or by one above it; each set below is applied once. */
function levelsOver(table: JointTable, rows: readonly number[] | null): AssessLevels {
  const own = jointAssessor(table, rows);
  const applied = new Map<LoadedCriteria, Assessments>();
  const over = new Map<string, AssessLevels>();

  function below(lower: LoadedCriteria): Assessments {
    const known = applied.get(lower) ?? assess(lower);
    applied.set(lower, known);
    return known;
  }

  /** The set below over the rows of earlier periods as well. */
  function belowBefore(lower: LoadedCriteria, earlier: readonly EarlierColumn[], own: readonly number[]): Assessments {
    const key = earlier.map(({ periodsAgo }) => periodsAgo).join();
    const assessBefore = over.get(key) ?? levelsOver(table, rowsLookedBackOn(table.dataset, own, earlier));
    over.set(key, assessBefore);
    return assessBefore(lower);
  }

  function assess({ set, lower }: LoadedCriteria, some?: readonly number[]): Assessments {
    if (lower === null) return own(set, some);
    const assessor = compile(set);
    const earlier = earlierColumns(assessor.program);
    const units = rollUp(below(lower), set);
    if (rows === null || earlier.length === 0) return assessor.assess(units);
    const all = rollUp(belowBefore(lower, earlier, rows), set);
    return assessor.assess(withUnitsOfBefore(units, all, earlier));
  }

  return assess;
}

function isSameSource({ from }: CriteriaSet, base: CriteriaSet): boolean {
  return from?.set === base.from?.set && from?.group === base.from?.group;
}
