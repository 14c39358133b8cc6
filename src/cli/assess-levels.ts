import { type Assessments, compile, earlierColumns, earlierInRollups, rollUp } from '../assess/index.ts';
import { type Dataset, type EarlierColumn, selectRows, withHistory } from '../data/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { type Issue, type Result, unlessFaulty } from '../messages/index.ts';
import type { LoadedCriteria } from '../node/index.ts';
import { rowsLookedBackOn, withUnitsOfBefore } from './units-above.ts';

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
  const assessor = compile(set);
  const earlier = [...earlierColumns(assessor.program), ...further];
  if (lower === null) return judged(assessor.assess(periodRows(dataset, rows, earlier)), []);
  const level: Level = { set, lower, dataset };
  const below = assessBelow(level, rows);
  if (!below.ok) return below;
  const rolled = rollUp(below.value, set);
  const whole =
    rows === null || earlier.length === 0 ? null : assessBelow(level, rowsLookedBackOn(dataset, rows, earlier));
  if (whole !== null && !whole.ok) return whole;
  // The issues of the data itself were told when it was read.
  const told = new Set(below.value.dataset.issues);
  const own = rolled.issues.filter((found) => !told.has(found));
  const units = whole === null ? rolled : withUnitsOfBefore(rolled, rollUp(whole.value, set), earlier);
  return judged(assessor.assess(units), [...below.issues, ...own]);
}

/** A set above, the set below it, and the data of the units below. */
interface Level {
  readonly set: CriteriaSet;
  readonly lower: LoadedCriteria;
  readonly dataset: Dataset;
}

function assessBelow({ set, lower, dataset }: Level, rows: readonly number[] | null): Result<Assessments> {
  return assessLevels(lower, dataset, rows, earlierInRollups(set, lower.set));
}

function judged(assessments: Assessments, before: readonly Issue[]): Result<Assessments> {
  const issues = [...before, ...assessments.issues];
  return unlessFaulty(assessments, issues);
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
