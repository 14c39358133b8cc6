import { type Assessments, readWhere, rowsWhere } from '../assess/index.ts';
import { type Issue, issue, type NamedUnit, type Result } from '../messages/index.ts';
import type { LoadedCriteria } from '../node/index.ts';
import { WHERE } from './options.ts';
import { refusal } from './refusal.ts';
import type { Request } from './request.ts';

/** How many units one message names. */
const MOST_NAMED = 20;

/**
 * The rows that `--where` chooses, by the figures as they are.
 *
 * @returns `null` without `--where`.
 */
export function chooseUnits(
  { options: { where, set } }: Request,
  { set: criteria, lower }: LoadedCriteria,
  assessments: Assessments,
): Result<readonly number[] | null> {
  if (where === null) return { ok: true, value: null, issues: [] };
  if (set.length > 0 && lower !== null)
    return refusal([issue('usage/where-above', { set: criteria.id, below: lower.set.id })]);
  const condition = readWhere(where, criteria, WHERE);
  if (!condition.ok) return condition;
  const { rows, open } = rowsWhere(assessments, condition.value);
  const { code, name } = assessments.dataset.units;
  const units = open.slice(0, MOST_NAMED).map((row): NamedUnit => ({ code: code[row] ?? '', name: name[row] ?? null }));
  const issues: readonly Issue[] = [
    ...(rows.length > 0 ? [] : [issue('where/none', { units: assessments.dataset.rows }, { severity: 'warning' })]),
    ...(open.length === 0 ? [] : [issue('where/open', { units, total: open.length }, { severity: 'warning' })]),
  ];
  return { ok: true, value: rows, issues };
}
