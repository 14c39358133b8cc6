import { type Assessments, type Assessor, compile, earlierColumns, rollUp } from '../assess/index.ts';
import { type Dataset, findGroupColumn, selectRows, withHistory } from '../data/index.ts';
import { PASS, UNKNOWN } from '../formula/index.ts';
import { hasError, type Issue, issue, type Result } from '../messages/index.ts';
import type { LoadedCriteria } from '../node/index.ts';
import { groupBy, type Grouping, rank, robustness, summarise } from '../rank/index.ts';
import type { Scored } from '../report/index.ts';
import { VERSION } from '../version.ts';
import type { Outcome, Request } from './request.ts';
import type { Condition } from './options.ts';
import { refusal } from './refusal.ts';
import { type Scrutiny, understandFiles } from './understand.ts';

/**
 * Loads the criteria, reads the data and assesses every row.
 *
 * @param scrutiny How closely the data are looked at.
 * @returns The assessed data with every warning, or everything that is wrong with criteria and data.
 */
export async function assessFiles(request: Request, scrutiny: Scrutiny = {}): Promise<Result<Scored>> {
  const understood = await understandFiles(request, scrutiny);
  if (!understood.ok) return understood;
  const { loaded, dataset, rows } = understood.value;
  const assessed = assessLevels(loaded, dataset, rows);
  if (!assessed.ok) return refusal([...understood.issues, ...assessed.issues]);
  const assessments = assessed.value;
  const issues = [...understood.issues, ...assessed.issues];
  const grouped = grouping(assessments, request.options.by);
  if (!grouped.ok) return grouped;
  const ranking = rank(assessments);
  const tried = request.options.robustness ? robustness(assessments, ranking) : null;
  if (request.options.robustness && tried === null)
    return refusal([issue('usage/robustness-needs-points', { set: loaded.set.id })]);
  const asked = {
    ...(grouped.value === null ? {} : { by: grouped.value.column.id }),
    ...(tried === null ? {} : { robustness: 'true' }),
  };
  const provenance = { version: VERSION, options: asked, period: loaded.period?.id ?? null, issues };
  return {
    ok: true,
    value: {
      assessments,
      ranking,
      summary: summarise(assessments),
      provenance,
      ...(grouped.value === null ? {} : { groups: grouped.value }),
      ...(tried === null ? {} : { robustness: tried }),
    },
    issues,
  };
}

/** The units by the column that `--by` names; `null` where none is named. */
function grouping(assessments: Assessments, by: string | null): Result<Grouping | null> {
  if (by === null) return { ok: true, value: null, issues: [] };
  const found = findGroupColumn(assessments.dataset, assessments.program.set, by);
  if (found.ok) return { ok: true, value: groupBy(assessments, found.column), issues: [] };
  const { nearest, known } = found;
  return refusal([issue('usage/unknown-group', { nearest, known }, { received: by })]);
}

/** Assesses the units of the data and, for a set above, the units they are rolled up into. */
function assessLevels(
  { set, lower }: LoadedCriteria,
  dataset: Dataset,
  rows: readonly number[] | null,
): Result<Assessments> {
  const below = lower === null ? null : assessLevels(lower, dataset, rows);
  if (below !== null && !below.ok) return below;
  const assessor = compile(set);
  const rolled = below === null ? null : rollUp(below.value, set);
  const assessments = assessor.assess(rolled ?? periodRows(assessor, dataset, rows));
  // The issues of the data itself were told when it was read.
  const told = new Set(below?.value.dataset.issues);
  const own = rolled === null ? [] : rolled.issues.filter((found) => !told.has(found));
  const issues = [...(below?.issues ?? []), ...own, ...assessments.issues];
  return hasError(issues) ? refusal(issues) : { ok: true, value: assessments, issues };
}

/** The rows of the period asked for; rows of other periods are their history. */
function periodRows({ program }: Assessor, dataset: Dataset, rows: readonly number[] | null): Dataset {
  return rows === null ? dataset : selectRows(withHistory(dataset, earlierColumns(program)), rows);
}

/** The outcome of a command that could not be carried out. */
export function failed(issues: readonly Issue[]): Outcome {
  return { output: null, issues, objected: false, read: [] };
}

/** The files a request names. */
export function filesOf({ arguments: { files }, options }: Request): readonly string[] {
  const { criteria, map, units, lineage, overlays } = options;
  return [...files, ...overlays, ...[criteria, map, units, lineage].flatMap((named) => named ?? [])];
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
