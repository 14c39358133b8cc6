import type { CriteriaSet } from '../criteria/index.ts';
import { datasetFromRows, type RowsOptions } from '../data/index.ts';
import { hasError, type Issue, issue, refusal, requireSet, type Result, unlessFaulty } from '../messages/index.ts';
import { type Assessments, compile } from './assess.ts';

/**
 * Assesses plain objects, one per unit and period: the short way for applications that have rows, not files.
 *
 * @param set The criteria set; one of units that are rolled up from those below takes what {@link rollUp} makes of them.
 * @param rows Objects from column (id, label or alias) to value, one at least: numbers, bigints, strings, booleans or `null`,
 *   as {@link datasetFromRows} takes them. A percentage is a string with its sign (`'12,5 %'` or `'12.5%'`), a choice its id
 *   or label; `null` or a key left out is a missing figure, never zero.
 * @param options What the rows do not say themselves.
 * @throws {RangeError} For what is no criteria set, and rows that are no list.
 * @returns The assessments, with the warnings; or what is wrong with the rows. Of what was found in the rows, the first
 *   twenty of every kind are kept, and told how many more there are.
 * @example
 * const found = assess(set, [{ code: '00004', people: 8120, addicts: 0 }]);
 * found.ok && found.value.certified[0]; // 2
 */
export function assess(set: CriteriaSet, rows: readonly object[], options: RowsOptions = {}): Result<Assessments> {
  requireSet(set);
  const above = rowsGiven(set);
  if (above.length > 0) return refusal(above);
  const dataset = datasetFromRows(rows, set, undefined, options);
  if (hasError(dataset.issues)) return refusal(dataset.issues);
  const assessments = compile(set).assess(dataset);
  return unlessFaulty(assessments, [...dataset.issues, ...assessments.issues]);
}

/** That rows are given of sets whose units are rolled up from those below. */
export function rowsGiven(...sets: readonly CriteriaSet[]): readonly Issue[] {
  return sets.flatMap(({ id, from }) =>
    from === null ? [] : issue('rollup/rows-given', { set: id, below: from.set }),
  );
}
