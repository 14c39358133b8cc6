import { type Assessments, compile, earlierColumns } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { type Dataset, selectRows, withHistory } from '../data/index.ts';
import type { Sets } from './change.ts';
import { viewOf } from './joint-data.ts';

/** A table that was read once for two sets. */
export interface JointTable {
  readonly dataset: Dataset;
  /** The set it was read with. */
  readonly read: CriteriaSet;
  readonly sets: Sets;
}

/**
 * Makes what assesses the table by any set that has parts of both. Earlier figures are put beside each row before rows are
 * left out, as they stand in rows that may be left out.
 *
 * @param meant The rows in question; `null` is all.
 * @returns Takes a set and, where not all rows in question are asked for, their places among these.
 */
export function jointAssessor(
  { dataset, read, sets }: JointTable,
  meant: readonly number[] | null,
): (set: CriteriaSet, some?: readonly number[]) => Assessments {
  const history = [sets.base, sets.revision].flatMap((set) => earlierColumns(compile(set).program));
  const whole = withHistory(dataset, history);
  const table = meant === null ? whole : selectRows(whole, meant);
  return (set, some) => {
    const rows = some === undefined ? table : selectRows(table, some);
    return compile(set).assess(viewOf(rows, read, set));
  };
}
