import { compile } from '../assess/index.ts';
import { type CriteriaSet, type Period, periodOf } from '../criteria/index.ts';
import { type DataFile, type Dataset, readCsv } from '../data/index.ts';
import { PASS, UNKNOWN } from '../formula/index.ts';
import { hasError, type Issue, issue, type Result } from '../messages/index.ts';
import { type LoadedCriteria, loadCriteria, readDataFile } from '../node.ts';
import { rank, summarise } from '../rank/index.ts';
import type { Scored } from '../report/index.ts';
import { VERSION } from '../version.ts';
import type { Outcome, Request } from './commands.ts';
import type { Condition } from './options.ts';

/** Data with the criteria that its periods belong to. */
interface Understood {
  readonly set: CriteriaSet;
  readonly period: Period | null;
  readonly dataset: Dataset;
}

/**
 * Loads the criteria, reads the data and assesses every row.
 *
 * @returns The assessed data with every warning, or everything that is wrong with criteria and data.
 */
export async function assessFiles(request: Request): Promise<Result<Scored>> {
  const understood = await understandFiles(request);
  if (!understood.ok) return understood;
  const { set, period, dataset } = understood.value;
  const assessments = compile(set).assess(dataset);
  const issues = [...understood.issues, ...assessments.issues];
  if (hasError(issues)) return refusal(issues);
  const provenance = { version: VERSION, options: {}, period: period?.id ?? null, issues };
  return {
    ok: true,
    value: { assessments, ranking: rank(assessments), summary: summarise(assessments), provenance },
    issues,
  };
}

/** The outcome of a command that could not be carried out. */
export function failed(issues: readonly Issue[]): Outcome {
  return { output: null, issues, objected: false, read: [] };
}

/** The files a request names. */
export function filesOf({ arguments: { files }, options: { criteria } }: Request): readonly string[] {
  return criteria === null ? files : [...files, criteria];
}

/**
 * Whether something that `--fail-on` names occurred.
 *
 * @param rows The rows it is asked about.
 */
export function objects(
  failOn: ReadonlySet<Condition>,
  { assessments, provenance }: Scored,
  rows: readonly number[] = [...assessments.classes.keys()],
): boolean {
  return [...failOn].some((condition) => {
    switch (condition) {
      case 'undetermined':
        return rows.some(
          (row) => assessments.candidates(row).classes.length > 1 || assessments.certified[row] === UNKNOWN,
        );
      case 'not-certified':
        return rows.some((row) => assessments.certified[row] !== PASS);
      case 'warning':
        return provenance.issues.some(({ severity }) => severity === 'warning');
      default:
        return condition satisfies never;
    }
  });
}

/** How many rows of a wrong period are shown. */
const MOST_ROWS_SHOWN = 20;

/** A period named in the data counts like one on the command line: it says which version is in force. */
async function understandFiles({ arguments: { files }, options }: Request): Promise<Result<Understood>> {
  const { period, readings } = options;
  const load: Load = (id) => loadCriteria(options.criteria ?? undefined, { period: id, readings });
  const [loaded, file] = [await load(period), await readDataFile(files)];
  if (!loaded.ok) return refusal([...loaded.issues, ...(file.ok ? [] : file.issues)]);
  if (!file.ok) return file;
  const dataset = readCsv(file.value, loaded.value.set);
  const asked = new Set(period === null ? dataset.units.period : []);
  if (asked.size > (asked.has(null) ? 1 : 0) && !hasError(dataset.issues))
    return underOwnPeriods(file.value, dataset, load);
  const issues = [...loaded.issues, ...dataset.issues, ...(period === null ? [] : strayRows(dataset, period))];
  if (hasError(issues)) return refusal(issues);
  return { ok: true, value: { ...loaded.value, dataset }, issues };
}

type Load = (period: string | null) => Promise<Result<LoadedCriteria>>;

/** All periods of the data must belong to one set: units under different criteria are never ranked together. */
async function underOwnPeriods(file: DataFile, read: Dataset, load: Load): Promise<Result<Understood>> {
  const [first, ...others] = new Set(read.units.period);
  const faults = [...unreadablePeriods(read)];
  if (faults.length > 0 || first === undefined) return refusal(faults);
  const loaded = await load(first);
  if (!loaded.ok) return loaded;
  const { set } = loaded.value;
  const issues = [...loaded.issues];
  const sets = new Set([set.id]);
  for (const id of others) {
    const other = await load(id);
    if (!other.ok) return other;
    sets.add(other.value.set.id);
    issues.push(...other.issues);
  }
  if (sets.size > 1) return refusal([issue('period/several-in-data', { sets: [...sets] })]);
  const dataset = readCsv(file, set);
  const found = [...withoutRepeats(issues), ...dataset.issues];
  if (hasError(found)) return refusal(found);
  return { ok: true, value: { set, period: others.length === 0 ? loaded.value.period : null, dataset }, issues: found };
}

/** Rows that name another period than the one asked for. */
function strayRows(dataset: Dataset, period: string): readonly Issue[] {
  return rowsWhere(dataset, (id) => id !== null && id !== period).map((row) =>
    issue(
      'period/other-in-data',
      { period },
      { position: dataset.positionOf(row, 'period'), received: dataset.units.period[row] ?? null },
    ),
  );
}

function unreadablePeriods(dataset: Dataset): readonly Issue[] {
  return rowsWhere(dataset, (id) => id !== null && !isPeriodId(id)).map((row) =>
    issue(
      'period/unknown-form',
      {},
      { position: dataset.positionOf(row, 'period'), received: dataset.units.period[row] ?? null },
    ),
  );
}

function rowsWhere(dataset: Dataset, holds: (period: string | null) => boolean): readonly number[] {
  return [...dataset.units.period.keys()]
    .filter((row) => holds(dataset.units.period[row] ?? null))
    .slice(0, MOST_ROWS_SHOWN);
}

function isPeriodId(id: string): boolean {
  return periodOf({ period: { kind: 'year', from: '01-01', to: '12-31' } }, id).ok;
}

function withoutRepeats(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((found) => [JSON.stringify(found), found])).values()];
}

function refusal(issues: readonly Issue[]): Result<never> {
  const [first, ...rest] = issues;
  if (first === undefined) throw new RangeError('a refusal needs an issue');
  return { ok: false, issues: [first, ...rest] };
}
