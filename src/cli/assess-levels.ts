import { type Assessments, compile, earlierColumns, earlierInRollups, rollUp } from '../assess/index.ts';
import { type Dataset, type EarlierColumn, selectRows, withHistory } from '../data/index.ts';
import { hasError, type Result } from '../messages/index.ts';
import type { LoadedCriteria } from '../node/index.ts';
import { refusal } from './refusal.ts';

/**
 * Assesses the units of the data and, for a set above, the units they are rolled up into.
 *
 * @param rows The rows of the period asked for; `null` is all.
 * @param further What of earlier periods is asked for beside what the sets themselves ask.
 */
export function assessLevels(
  { set, lower }: LoadedCriteria,
  dataset: Dataset,
  rows: readonly number[] | null,
  further: readonly EarlierColumn[] = [],
): Result<Assessments> {
  const below = lower === null ? null : assessLevels(lower, dataset, rows, earlierInRollups(set, lower.set));
  if (below !== null && !below.ok) return below;
  const assessor = compile(set);
  const rolled = below === null ? null : rollUp(below.value, set);
  const assessments = assessor.assess(
    rolled ?? periodRows(dataset, rows, [...earlierColumns(assessor.program), ...further]),
  );
  // The issues of the data itself were told when it was read.
  const told = new Set(below?.value.dataset.issues);
  const own = rolled === null ? [] : rolled.issues.filter((found) => !told.has(found));
  const issues = [...(below?.issues ?? []), ...own, ...assessments.issues];
  return hasError(issues) ? refusal(issues) : { ok: true, value: assessments, issues };
}

/** The rows of the period asked for; rows of other periods are their history. */
function periodRows(dataset: Dataset, rows: readonly number[] | null, earlier: readonly EarlierColumn[]): Dataset {
  return rows === null ? dataset : selectRows(withHistory(dataset, earlier), rows);
}

/** The columns of earlier periods of the data that the roll-ups of the set above them ask for; none without such a set. */
export function earlierRolledUp({ set, lower }: LoadedCriteria): readonly EarlierColumn[] {
  if (lower === null) return [];
  return lower.lower === null ? earlierInRollups(set, lower.set) : earlierRolledUp(lower);
}
