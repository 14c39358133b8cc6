import { rowsGiven } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { datasetFromRows, type RowsOptions } from '../data/index.ts';
import { hasError, refusal, type Result, unlessFaulty, withoutRepeats } from '../messages/index.ts';
import { compareSets } from './changes.ts';
import { type Impact, impactOf } from './impact.ts';
import { jointAssessor } from './joint-assessment.ts';
import { issuesOfBoth } from './refusals.ts';
import { columnsMissing, neededBy, readingSet, withoutColumns } from './joint-data.ts';

/**
 * Assesses the same units by two criteria sets, and finds which changes move whom.
 *
 * @param base The earlier set.
 * @param revision The later one. One of units that are rolled up from those below has no rows: it is refused.
 * @param rows Objects from column to value, one per unit and period; `null` or a key left out is a missing figure.
 * @param options What the rows do not say themselves.
 * @returns Both assessments with what moves; changes go by their place in `diff(base, revision)`. Or what is wrong with the
 *   rows or the sets.
 * @example
 * const found = impact(set, set, [{ code: '00004', people: 8120, addicts: 0 }]);
 * found.ok && found.value.sides.moved.length; // 0
 */
export function impact(
  base: CriteriaSet,
  revision: CriteriaSet,
  rows: readonly object[],
  options: RowsOptions = {},
): Result<Impact> {
  const comparison = compareSets({ base, revision });
  const above = withoutRepeats(rowsGiven(base, revision));
  if (above.length > 0) return refusal(above);
  const { sets, original } = comparison;
  const whole = readingSet(sets, original);
  const needed = neededBy(columnsMissing(datasetFromRows(rows, whole, undefined, options).issues), sets);
  const missing = { base: needed.base, revision: needed.revision };
  const read = withoutColumns(whole, [...missing.base, ...missing.revision]);
  const dataset = datasetFromRows(rows, read, undefined, options);
  if (hasError(dataset.issues)) return refusal(dataset.issues);
  const value = impactOf({
    comparison,
    assess: jointAssessor({ dataset, read, sets }, null),
    period: null,
    missing,
  });
  const issues = withoutRepeats([...dataset.issues, ...issuesOfBoth(value.before, value.after)]);
  return unlessFaulty(value, issues);
}
