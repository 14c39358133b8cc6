import { type Assessments, readWhere, rowsWhere } from '../assess/index.ts';
import type { Formula } from '../formula/index.ts';
import { type Issue, issue, type NamedUnit, refusal, type Result } from '../messages/index.ts';
import type { LoadedCriteria } from '../node/index.ts';
import type { ChosenUnits } from '../report/index.ts';
import { missingBehind } from '../explain/index.ts';
import { WHERE } from './option-table.ts';
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
  const { rows, open, unsound } = rowsWhere(assessments, condition);
  const missing = missingBehind(assessments, condition, open);
  const { indicators } = assessments.program.set;
  const figures = missing.flatMap(({ indicator }) => indicators.get(indicator)?.label ?? []);
  const divided = [...new Set(unsound.map(({ row }) => row))].sort((a, b) => a - b);
  const by = [...new Set(unsound.flatMap((division) => division.indicators))];
  const warning = { severity: 'warning' } as const;
  const issues: readonly Issue[] = [
    // What is open may hold.
    ...(rows.length + open.length + divided.length > 0
      ? []
      : [issue('where/none', { units: assessments.dataset.rows }, warning)]),
    ...(open.length === 0
      ? []
      : [issue('where/open', { units: named(assessments, open), total: open.length, figures }, warning)]),
    ...(divided.length === 0
      ? []
      : [
          issue(
            'where/division-by-zero',
            { units: named(assessments, divided), total: divided.length, indicators: by },
            warning,
          ),
        ]),
  ];
  const units = { units: rows.length, open: open.length + divided.length, missing };
  return { ok: true, value: { rows, units }, issues };
}

/** The units of rows, as far as one message names them. */
function named({ dataset: { units } }: Assessments, rows: readonly number[]): readonly NamedUnit[] {
  return rows.slice(0, MOST_NAMED).map((row) => ({ code: units.code[row] ?? '', name: units.name[row] ?? null }));
}
