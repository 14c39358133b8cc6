import { type Assessments, compile, rollUp } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { type Dataset, rowsOfPeriod, unitsNamedOtherwise, unitsOfOtherPeriods, withHistory } from '../data/index.ts';
import {
  columnsMissing,
  type Comparison,
  type Impact,
  impactOf,
  type ImpactTask,
  jointAssessor,
  type JointTable,
  neededBy,
  readingSet,
  type Sets,
  withoutColumns,
} from '../diff/index.ts';
import { hasError, type Issue, issue, type Result } from '../messages/index.ts';
import { type InspectedData, inspectData, type LoadedCriteria } from '../node/index.ts';
import { earlierRolledUp } from './assess-levels.ts';
import { refusal } from './refusal.ts';
import type { Request } from './request.ts';
import { setOfData, sheetOf } from './understand.ts';

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
  const issues = distinct([...read.issues, ...rows.issues, ...impact.before.issues, ...impact.after.issues]);
  return hasError(issues) ? refusal(issues) : { ok: true, value: impact, issues };
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
  { data, sheet, ...options }: Request['options'],
  sets: Sets,
  whole: CriteriaSet,
): Promise<Result<Table>> {
  const reading = { ...options, sheet: sheetOf(sheet) };
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
  const own = jointAssessor({ ...table, dataset }, rows);
  const below = new Map<LoadedCriteria, Assessments>();
  const levels = (loaded: LoadedCriteria): Assessments => {
    const known = below.get(loaded) ?? byLevels(loaded);
    below.set(loaded, known);
    return known;
  };
  const byLevels = ({ set, lower }: LoadedCriteria, some?: readonly number[]): Assessments =>
    lower === null ? own(set, some) : compile(set).assess(rollUp(levels(lower), set));
  return (set, some) => {
    const lower = isSameSource(set, base.set) ? base.lower : revision.lower;
    return byLevels({ set, period: null, lower: set.from === null ? null : lower }, some);
  };
}

function isSameSource({ from }: CriteriaSet, base: CriteriaSet): boolean {
  return from?.set === base.from?.set && from?.group === base.from?.group;
}

function distinct(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((found) => [JSON.stringify(found), found])).values()];
}
