import { type Assessments, compile, earlierColumns, earlierInRollups, rollUpFitting } from '../assess/index.ts';
import { type Dataset, type EarlierColumn, selectRows, withHistory } from '../data/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { type Issue, type Result, unlessFaulty } from '../messages/index.ts';
import type { LoadedCriteria } from '../node/index.ts';
import { rowsLookedBackOn, withUnitsOfBefore } from './units-above.ts';

/** The units of the data, and how they are assessed by a set of their own. */
export interface Ground {
  readonly dataset: Dataset;
  /**
   * @param rows The rows in question; `null` is all.
   * @param further What of earlier periods is asked for beside what the set itself asks.
   */
  readonly assess: (
    set: CriteriaSet,
    rows: readonly number[] | null,
    further: readonly EarlierColumn[],
  ) => Result<Assessments>;
}

/**
 * Assesses the units of the data and, for a set above, the units they are rolled up into.
 *
 * @param rows The rows of the period asked for; `null` is all.
 * @param further What of earlier periods is asked for beside what the sets themselves ask.
 */
export function assessLevels(
  loaded: LoadedCriteria,
  dataset: Dataset,
  rows: readonly number[] | null,
  further: readonly EarlierColumn[] = [],
): Result<Assessments> {
  const ground: Ground = {
    dataset,
    assess(set, own, asked) {
      const assessor = compile(set);
      const earlier = [...earlierColumns(assessor.program), ...asked];
      return judged(assessor.assess(periodRows(dataset, own, earlier)), []);
    },
  };
  return assessOn(ground, loaded, rows, further);
}

function assessOn(
  ground: Ground,
  { set, lower }: LoadedCriteria,
  rows: readonly number[] | null,
  further: readonly EarlierColumn[],
): Result<Assessments> {
  if (lower === null) return ground.assess(set, rows, further);
  const assessor = compile(set);
  const earlier = [...earlierColumns(assessor.program), ...further];
  const units = unitsAbove(ground, { set, lower }, rows, earlier);
  return units.ok ? judged(assessor.assess(units.value), units.issues) : units;
}

/** A set above and the one below it. */
export interface Level {
  readonly set: CriteriaSet;
  readonly lower: LoadedCriteria;
}

/**
 * The units above, beside what is asked for of earlier periods; or what is wrong with the units below, such as one that
 * names no group.
 */
export function unitsAbove(
  ground: Ground,
  level: Level,
  rows: readonly number[] | null,
  earlier: readonly EarlierColumn[],
): Result<Dataset> {
  const own = rolledUp(ground, level, rows);
  if (!own.ok || rows === null || earlier.length === 0) return own;
  const all = rolledUp(ground, level, rowsLookedBackOn(ground.dataset, rows, earlier));
  return all.ok ? { ...own, value: withUnitsOfBefore(own.value, all.value, earlier) } : all;
}

function rolledUp(ground: Ground, { set, lower }: Level, rows: readonly number[] | null): Result<Dataset> {
  const below = assessOn(ground, lower, rows, earlierInRollups(set, lower.set));
  if (!below.ok) return below;
  const units = rollUpFitting(below.value, set);
  // What was found before in the data was told when it was read, or with the units below.
  const told = new Set(below.value.dataset.issues);
  return unlessFaulty(units, [...below.issues, ...units.issues.filter((found) => !told.has(found))]);
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
