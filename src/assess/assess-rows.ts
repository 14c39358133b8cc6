import type { CriteriaSet } from '../criteria/index.ts';
import { datasetFromRows } from '../data/index.ts';
import { hasError, type Result } from '../messages/index.ts';
import { type Assessments, compile } from './assess.ts';

/**
 * Assesses plain objects, one per unit and period: the short way for applications that have rows, not files.
 *
 * @param set The criteria set.
 * @param rows Objects from column (id, label or alias) to value; `null` or a key left out is a missing figure, never zero.
 * @returns The assessments, with every warning; or everything that is wrong with the rows.
 * @example
 * const found = assess(set, [{ code: '00004', people: 8120, addicts: 0 }]);
 * found.ok && found.value.certified[0]; // 2
 */
export function assess(set: CriteriaSet, rows: readonly Readonly<Record<string, unknown>>[]): Result<Assessments> {
  const dataset = datasetFromRows(rows, set);
  const [first, ...rest] = dataset.issues;
  if (first !== undefined && hasError(dataset.issues)) return { ok: false, issues: [first, ...rest] };
  const assessments = compile(set).assess(dataset);
  const issues = [...dataset.issues, ...assessments.issues];
  const [found, ...others] = issues;
  if (found !== undefined && hasError(issues)) return { ok: false, issues: [found, ...others] };
  return { ok: true, value: assessments, issues };
}
