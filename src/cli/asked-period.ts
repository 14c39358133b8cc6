import { type Dataset, rowsOfPeriod, unitsNamedOtherwise, unitsOfOtherPeriods } from '../data/index.ts';
import { issue, refusal, type Result } from '../messages/index.ts';

/** The periods that data name, the earliest first. */
export function periodsIn({ units }: Dataset): readonly string[] {
  return [...new Set(units.period.flatMap((id) => id ?? []))].sort();
}

/**
 * The rows of the period that was asked for: the others are their history.
 *
 * @param looked What it is held against, whose units are not missing from it.
 */
export function rowsAskedFor(
  dataset: Dataset,
  period: string,
  looked: string | null = null,
): Result<readonly number[]> {
  const rows = rowsOfPeriod(dataset, period);
  if (rows.length === 0) {
    const known = periodsIn(dataset);
    return refusal([issue('period/not-in-data', { period, known }, { received: period })]);
  }
  const others = unitsOfOtherPeriods(dataset, new Set([period, looked]));
  const issues = [...others, ...unitsNamedOtherwise(dataset, new Set([period]))];
  return { ok: true, value: rows, issues };
}
