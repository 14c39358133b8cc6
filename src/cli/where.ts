import { type Assessments, readWhere, rowsWhere } from '../assess/index.ts';
import type { Formula } from '../formula/index.ts';
import { type Issue, issue, type NamedUnit, type Result } from '../messages/index.ts';
import type { LoadedCriteria } from '../node/index.ts';
import { WHERE } from './options.ts';
import { refusal } from './refusal.ts';
import type { Request } from './request.ts';

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

/** The rows that a condition chooses, by the figures as they are; `null` without one. */
export function chooseUnits(condition: Formula | null, assessments: Assessments): Result<readonly number[] | null> {
  if (condition === null) return { ok: true, value: null, issues: [] };
  const { rows, open } = rowsWhere(assessments, condition);
  const { code, name } = assessments.dataset.units;
  const units = open.slice(0, MOST_NAMED).map((row): NamedUnit => ({ code: code[row] ?? '', name: name[row] ?? null }));
  const issues: readonly Issue[] = [
    ...(rows.length > 0 ? [] : [issue('where/none', { units: assessments.dataset.rows }, { severity: 'warning' })]),
    ...(open.length === 0 ? [] : [issue('where/open', { units, total: open.length }, { severity: 'warning' })]),
  ];
  return { ok: true, value: rows, issues };
}
