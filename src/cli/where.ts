import { type Assessments, readWhere, rowsWhere } from '../assess/index.ts';
import type { Formula } from '../formula/index.ts';
import { type Issue, issue, type NamedUnit, refusal, type Result } from '../messages/index.ts';
import type { LoadedCriteria } from '../node/index.ts';
import type { ChosenUnits } from '../report/index.ts';
import { missingBehind } from '../explain/index.ts';
import { WHERE } from './options.ts';
import type { Request } from './request.ts';

/** What a condition on units came to. */
export interface ChosenRows {
  readonly rows: readonly number[];
  readonly units: ChosenUnits;
}

/** How many units one message names. */
const MOST_NAMED = 20;

/**
 * The condition of `--where`.
 *
 * @returns `null` without `--where`.
 */
export function readCondition(
  { options: { where, set } }: Request,
  { set: criteria, lower }: LoadedCriteria,
): Result<Formula | null> {
  if (where === null) return { ok: true, value: null, issues: [] };
  if (set.length > 0 && lower !== null)
    return refusal([issue('usage/where-above', { set: criteria.id, below: lower.set.id })]);
  return readWhere(where, criteria, WHERE);
}

/** The rows that a condition chooses, by the figures as they are, and what is to be told of it; `null` without one. */
export function chooseUnits(condition: Formula | null, assessments: Assessments): Result<ChosenRows | null> {
  if (condition === null) return { ok: true, value: null, issues: [] };
  const { rows, open } = rowsWhere(assessments, condition);
  const { code, name } = assessments.dataset.units;
  const units = open.slice(0, MOST_NAMED).map((row): NamedUnit => ({ code: code[row] ?? '', name: name[row] ?? null }));
  const missing = missingBehind(assessments, condition, open);
  const { indicators } = assessments.program.set;
  const figures = missing.flatMap(({ indicator }) => indicators.get(indicator)?.label ?? []);
  const issues: readonly Issue[] = [
    ...(rows.length > 0 ? [] : [issue('where/none', { units: assessments.dataset.rows }, { severity: 'warning' })]),
    ...(open.length === 0
      ? []
      : [issue('where/open', { units, total: open.length, figures }, { severity: 'warning' })]),
  ];
  return { ok: true, value: { rows, units: { units: rows.length, open: open.length, missing } }, issues };
}
