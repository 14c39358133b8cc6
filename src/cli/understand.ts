import { type CriteriaSet, isPeriodId } from '../criteria/index.ts';
import { type Dataset, gatherFindings, unitsNamedOtherwise, unusedColumn } from '../data/index.ts';
import { hasError, type Issue, issue, refusal, type Result, withoutRepeats } from '../messages/index.ts';
import { type InspectedData, inspectData, type LoadedCriteria, loadCriteria } from '../node/index.ts';
import { rowsAskedFor } from './asked-period.ts';
import type { Request } from './request.ts';

/** Data with the criteria that its periods belong to. */
export interface Understood {
  readonly loaded: LoadedCriteria;
  readonly dataset: Dataset;
  /** The rows to assess when a period was asked for: the others are their history. `null` is all. */
  readonly rows: readonly number[] | null;
}

/** The data as they were read, whether or not they can be assessed, and what their columns are. */
export interface Witnessed {
  readonly data: InspectedData;
  readonly set: CriteriaSet;
}

/** How closely data are looked at. */
export interface Scrutiny {
  /** How many problems of one kind are kept of each file. */
  readonly kept?: number;
  /** Told of the data before they are judged. */
  readonly witness?: (witnessed: Witnessed) => void;
}

type Load = (period: string | null) => Promise<Result<LoadedCriteria>>;

/** A period named in the data counts like one on the command line: it says which version is in force. */
export async function understandFiles(
  { arguments: { files }, options, names }: Request,
  { kept, witness }: Scrutiny = {},
): Promise<Result<Understood>> {
  const { period, readings, overlays } = options;
  const load: Load = (id) => loadCriteria(options.criteria ?? undefined, { period: id, readings, overlays });
  const loaded = await load(period);
  if (!loaded.ok) return loaded;
  const set = setOfData(loaded.value);
  const inspected = await inspectData(files, set, { ...options, kept, names });
  const read = { ...inspected, issues: inspected.issues.map((found) => unlessAsked(found, period)) };
  witness?.({ data: read, set });
  if (read.dataset === null || hasError(read.issues)) {
    // Whether one is needed is not known of data without rows, and those that name theirs need none.
    const isNeeded = read.dataset?.units.period.every((own) => own === null) === true && read.dataset.rows > 0;
    const known = isNeeded ? loaded.issues : withoutPeriodNeeded(loaded.issues);
    return refusal([...known, ...columnNeeded(options.against, read.dataset, read.issues), ...read.issues]);
  }
  const dataset = { ...read.dataset, issues: read.issues };
  const named = new Set(dataset.units.period);
  if (named.size === 0 || (named.size === 1 && named.has(null))) {
    return {
      ok: true,
      value: { loaded: loaded.value, dataset, rows: null },
      issues: [...loaded.issues, ...read.issues],
    };
  }
  const faults = missingPeriods(dataset, kept);
  if (faults.length > 0) return refusal(faults);
  if (period === null) return underOwnPeriods(dataset, load);
  return underPeriod(period, loaded, dataset, options.against);
}

/** A column of periods that is not used is one like any other where it says the period that was asked for. */
function unlessAsked(found: Issue, period: string | null): Issue {
  if (found.code !== 'data/column-of-periods' || period === null || !found.args.periods.includes(period)) return found;
  return unusedColumn([], found);
}

/** What would mend files that say different things of one unit where they are of two periods, and do not say so. */
function columnNeeded(against: string | null, dataset: Dataset | null, issues: readonly Issue[]): readonly Issue[] {
  const hasPeriods = dataset?.units.period.some((period) => period !== null) ?? true;
  const isAtOdds = issues.some(({ code }) => code === 'join/conflict');
  if (against === null || !isPeriodId(against) || hasPeriods || !isAtOdds) return [];
  return [issue('period/no-column', { period: against }, { received: against })];
}

/** The issues without the one that a period is needed, where nothing is assessed. */
export function withoutPeriodNeeded(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ code }) => code !== 'period/validity-not-checked');
}

/** The set of the units that the data is about: the lowest below the one asked for. */
export function setOfData({ set, lower }: LoadedCriteria): CriteriaSet {
  return lower === null ? set : setOfData(lower);
}

function underPeriod(
  period: string,
  loaded: Extract<Result<LoadedCriteria>, { ok: true }>,
  dataset: Dataset,
  against: string | null,
): Result<Understood> {
  const rows = rowsAskedFor(dataset, period, against);
  if (!rows.ok) return rows;
  const issues = [...loaded.issues, ...dataset.issues, ...rows.issues];
  return { ok: true, value: { loaded: loaded.value, dataset, rows: rows.value }, issues };
}

/** All periods of the data must belong to one set: units under different criteria are never ranked together. */
async function underOwnPeriods(dataset: Dataset, load: Load): Promise<Result<Understood>> {
  const [first = null, ...others] = new Set(dataset.units.period);
  const several = severalPeriods([first, ...others]);
  const loaded = await load(first);
  if (!loaded.ok) return refusal(several.length > 0 ? several : loaded.issues);
  const issues = [...loaded.issues];
  const sets = new Set([loaded.value.set.id]);
  for (const id of others) {
    const other = await load(id);
    if (!other.ok) return refusal(several.length > 0 ? several : other.issues);
    sets.add(other.value.set.id);
    issues.push(...other.issues);
  }
  if (sets.size > 1) return refusal([issue('period/several-in-data', { sets: [...sets] })]);
  const period = others.length === 0 ? loaded.value.period : null;
  const together = several.map(({ args }) => issue('period/counted-together', args, { severity: 'warning' }));
  const named = unitsNamedOtherwise(dataset, new Set([first, ...others]));
  const found = [...withoutRepeats(issues), ...together, ...dataset.issues, ...named];
  return { ok: true, value: { loaded: { ...loaded.value, period }, dataset, rows: null }, issues: found };
}

/** Says that a period has to be chosen, where the data has more than one and one of them is in the way. */
function severalPeriods(
  periods: readonly (string | null)[],
): readonly Extract<Issue, { code: 'period/several-named' }>[] {
  const named = periods.flatMap((period) => period ?? []).sort();
  return named.length > 1 ? [issue('period/several-named', { periods: named })] : [];
}

function missingPeriods(dataset: Dataset, kept: number | undefined): readonly Issue[] {
  const findings = gatherFindings(kept);
  dataset.units.period.forEach((period, row) => {
    if (period !== null) return;
    const details = { position: dataset.positionOf(row, 'period'), path: 'period' };
    findings.add(issue('data/missing-period', { header: 'period' }, details));
  });
  return findings.list();
}
