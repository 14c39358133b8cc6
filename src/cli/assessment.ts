import { basename } from 'node:path';
import { type Assessments, earlierInWhere, UNDETERMINED } from '../assess/index.ts';
import { isPeriodId } from '../criteria/index.ts';
import { compareAssessments, rowsWithOtherFigures } from '../compare/index.ts';
import { FAIL, UNKNOWN } from '../formula/index.ts';
import { hasError, type Issue, issue, refusal, type Result, withoutRepeats } from '../messages/index.ts';
import type { LoadedCriteria } from '../node/index.ts';
import { type Grouping, rank, type Ranking, robustness, type Robustness, summarise } from '../rank/index.ts';
import type { Compared, RecordedFile, Scored } from '../report/index.ts';
import { VERSION } from '../version.ts';
import { periodsIn } from './asked-period.ts';
import { assessLevels } from './assess-levels.ts';
import type { Condition } from './options.ts';
import { filesBeside, recordedFiles, recordedOptions } from './recorded.ts';
import type { Outcome, Request } from './request.ts';
import { supposedFigures } from './suppositions.ts';
import { type Scrutiny, type Understood, understandFiles } from './understand.ts';
import { type ChosenRows, chooseUnits, readCondition } from './where.ts';

const NOT_GROUPED = { ok: true, value: null, issues: [] } as const;

/**
 * Loads the criteria, reads the data and assesses every row: as it is, as it is supposed to be, and beside what it is to be
 * held against.
 *
 * @param scrutiny How closely the data are looked at.
 * @returns The assessed data with every warning, or everything that is wrong with criteria and data.
 */
export async function assessFiles(request: Request, scrutiny: Scrutiny = {}): Promise<Result<Scored>> {
  const understood = await understandFiles(request, scrutiny);
  if (!understood.ok) return understood;
  const needed = periodNeeded(request, understood.value);
  if (needed !== null) return refusal([needed]);
  const { loaded, dataset, rows } = understood.value;
  const condition = readCondition(request, loaded);
  if (!condition.ok) return condition;
  const asked = condition.value === null ? [] : earlierInWhere(loaded.set, condition.value);
  const real = assessLevels(loaded, dataset, rows, asked);
  if (!real.ok) return refusal([...understood.issues, ...real.issues]);
  const chosen = chooseUnits(condition.value, real.value);
  if (!chosen.ok) return chosen;
  const supposed = supposedFigures(request, understood.value, chosen.value?.rows ?? null);
  if (!supposed.ok) return supposed;
  const assessed = supposed.value === null ? real : assessLevels(loaded, supposed.value, rows);
  if (!assessed.ok) return refusal([issue('what-if/unsound', {}), ...assessed.issues]);
  const { by } = request.options;
  const groups =
    by === null ? NOT_GROUPED : (await import('./grouping.ts')).grouping(assessed.value, by, request.options);
  if (!groups.ok) return groups;
  const ranking = rank(assessed.value);
  const tried = request.options.robustness ? robustness(assessed.value, ranking) : null;
  if (request.options.robustness && tried === null)
    return refusal([issue('usage/robustness-needs-points', { set: loaded.set.id })]);
  const issues = [...understood.issues, ...assessed.issues, ...chosen.issues, ...supposed.issues];
  const files = await recordedFiles(request);
  if (!files.ok) return files;
  const around = { loaded, issues, files: files.value, ranking, chosen: chosen.value, groups: groups.value, tried };
  const scored = scoredOf(request, assessed.value, around);
  const data = supposed.value === null ? understood.value : { ...understood.value, dataset: supposed.value };
  return besideOthers(request, scored, { real: supposed.value === null ? null : real.value, understood: data });
}

/** What goes into a result beside the assessments. */
interface Around {
  readonly loaded: LoadedCriteria;
  readonly issues: readonly Issue[];
  readonly files: readonly RecordedFile[];
  readonly ranking: Ranking;
  readonly chosen: ChosenRows | null;
  readonly groups: Grouping | null;
  readonly tried: Robustness | null;
}

function scoredOf(request: Request, assessments: Assessments, around: Around): Scored {
  const { loaded, issues, files, ranking, chosen, groups, tried } = around;
  // A column can be named in several ways.
  const by = groups?.column.id ?? null;
  const asked = recordedOptions({ ...request, options: { ...request.options, by } });
  return {
    assessments,
    ranking,
    summary: summarise(assessments),
    provenance: { version: VERSION, options: asked, files, period: loaded.period?.id ?? null, issues },
    ...(chosen === null ? {} : { rows: chosen.rows, chosen: chosen.units }),
    ...(groups === null ? {} : { groups }),
    ...(tried === null ? {} : { robustness: tried }),
  };
}

/** A result and everything it is to stand beside. */
async function besideOthers(
  request: Request,
  scored: Scored,
  { real, understood }: { readonly real: Assessments | null; readonly understood: Understood },
): Promise<Result<Scored>> {
  const { against, set, otherReadings } = request.options;
  const held = against === null ? null : await (await import('./against.ts')).holdAgainst(request, against, scored);
  if (held !== null && !held.ok) return held;
  const variants = otherReadings
    ? await (await import('./other-readings.ts')).underOtherReadings(request, understood, scored)
    : null;
  if (variants !== null && !variants.ok) return variants;
  const compared = real === null ? held?.value : besideReal(real, scored, set);
  const issues = withoutRepeats([...scored.provenance.issues, ...(held?.issues ?? []), ...(variants?.issues ?? [])]);
  const value = {
    ...scored,
    provenance: { ...scored.provenance, issues },
    ...(compared === undefined ? {} : { compared }),
    ...(variants === null ? {} : { otherReadings: variants.value }),
  };
  return { ok: true, value, issues };
}

/** The real figures before the supposed ones. */
function besideReal(
  real: Assessments,
  { assessments, ranking, rows }: Scored,
  suppositions: readonly string[],
): Compared {
  const own = rows === undefined ? {} : { rows };
  const sides = compareAssessments(real, assessments, {
    pairBy: 'code-and-period',
    before: { ...own, ranking: rank(real) },
    after: { ...own, ranking },
  });
  const { code } = assessments.dataset.units;
  const units = [...new Set(rowsWithOtherFigures(real, assessments).map((row) => code[row] ?? ''))];
  return { with: { kind: 'real-figures', suppositions, units }, sides };
}

/** Of several periods, the one to be held against another has to be named. */
function periodNeeded({ options: { against, period } }: Request, { dataset }: Understood): Issue | null {
  const periods = periodsIn(dataset);
  if (against === null || period !== null || periods.length < 2) return null;
  return issue('usage/against-needs-period', { periods, against: isPeriodId(against) ? against : basename(against) });
}

/** The outcome of a command that could not be carried out. */
export function failed(issues: readonly Issue[]): Outcome {
  return { output: null, issues, objected: false, read: [] };
}

/** Whether issues that were looked for are objected to: errors always, warnings where `--fail-on` names them. */
export function objectsTo(issues: readonly Issue[], failOn: ReadonlySet<Condition>): boolean {
  return hasError(issues) || (failOn.has('warning') && issues.some(({ severity }) => severity === 'warning'));
}

/** The files a request names. */
export function filesOf({ arguments: { files }, options }: Request): readonly string[] {
  const boundaries = options.boundaries === null ? [] : [options.boundaries];
  return [...files, ...filesBeside(options).map(({ file }) => file), ...boundaries];
}

/**
 * Whether something that `--fail-on` names occurred.
 *
 * @param issues What was noticed on the way.
 * @param rows The rows it is asked about.
 */
export function objects(
  failOn: ReadonlySet<Condition>,
  assessments: Assessments,
  issues: readonly Issue[],
  rows: readonly number[] = [...assessments.classes.keys()],
): boolean {
  return [...failOn].some((condition) => {
    switch (condition) {
      case 'undetermined':
        return rows.some((row) => assessments.classes[row] === UNDETERMINED || assessments.certified[row] === UNKNOWN);
      case 'not-certified':
        return rows.some((row) => assessments.certified[row] === FAIL);
      case 'warning':
        return issues.some(({ severity }) => severity === 'warning');
      default:
        return condition satisfies never;
    }
  });
}
