import { type Assessments, type Assessor, compile, earlierColumns } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { type Dataset, withHistory } from '../data/index.ts';
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
import { type Ground, type Level, unitsAbove } from './assess-levels.ts';
import { periodsIn, rowsAskedFor } from './asked-period.ts';
import type { Request } from './request.ts';
import { setOfData } from './understand.ts';

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
  const { assess, unitsOf } = assessingOn({ ...read.value, sets }, sides, rows.value);
  const refused = [sides.base, sides.revision].map(unitsOf).find((units) => units?.ok === false);
  if (refused?.ok === false) return refusal([...read.issues, ...rows.issues, ...refused.issues]);
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
  const periods = periodsIn(dataset);
  if (period !== null && periods.length > 0) return rowsAskedFor(dataset, period);
  if (periods.length > 1) return refusal([issue('period/several-named', { periods })]);
  return { ok: true, value: null, issues: [] };
}

/** How any set that has parts of both assesses: the units of the data, or those they are rolled up into. */
interface Assessing {
  readonly assess: ImpactTask['assess'];
  /** The units that a side assesses, or what is wrong with those below them; `null` where they are those of the data. */
  readonly unitsOf: (side: LoadedCriteria) => Result<Dataset> | null;
}

function assessingOn(table: JointTable, { base, revision }: Sides, rows: readonly number[] | null): Assessing {
  const ground = groundOn(table);
  const own = jointAssessor(table, rows);
  const above = (level: Level, { program }: Assessor): Result<Dataset> =>
    unitsAbove(ground, level, rows, earlierColumns(program));
  return {
    unitsOf: ({ set, lower }) => (lower === null ? null : above({ set, lower }, compile(set))),
    assess(set, some) {
      const { lower } = isSameSource(set, base.set) ? base : revision;
      if (set.from === null || lower === null) return own(set, some);
      const assessor = compile(set);
      const units = above({ set, lower }, assessor);
      // Both sides were asked before: what lies between them has the units of one of them.
      if (!units.ok) throw new RangeError(`no units above: ${units.issues[0].code}`);
      return assessor.assess(units.value);
    },
  };
}

/** The table, to which each set below is applied once. */
function groundOn(table: JointTable): Ground {
  const applied = new Map<CriteriaSet, Map<string, Assessments>>();
  return {
    dataset: table.dataset,
    assess(set, rows, further) {
      const known = applied.get(set) ?? new Map<string, Assessments>();
      applied.set(set, known);
      const asked = JSON.stringify([rows, further]);
      const dataset = withHistory(table.dataset, further);
      const value = known.get(asked) ?? jointAssessor({ ...table, dataset }, rows)(set);
      known.set(asked, value);
      return { ok: true, value, issues: [] };
    },
  };
}

function isSameSource({ from }: CriteriaSet, base: CriteriaSet): boolean {
  return from?.set === base.from?.set && from?.group === base.from?.group;
}
