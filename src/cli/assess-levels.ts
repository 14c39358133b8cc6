import { type Assessments, type Assessor, compile, earlierColumns, rollUp } from '../assess/index.ts';
import { type Dataset, selectRows, withHistory } from '../data/index.ts';
import { hasError, type Result } from '../messages/index.ts';
import type { LoadedCriteria } from '../node/index.ts';
import { refusal } from './refusal.ts';

/**
 * Assesses the units of the data and, for a set above, the units they are rolled up into.
 *
 * @param rows The rows of the period asked for; `null` is all.
 */
export function assessLevels(
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
