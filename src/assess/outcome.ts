import { type Condition, FAIL, NOT_APPLICABLE, PASS, UNKNOWN } from '../formula/index.ts';

/** What remains possible for the class of a unit when some conditions are still unknown. */
export interface ClassOutcome {
  /** Classes that could be the first that holds, in order. */
  readonly possible: readonly number[];
  /** Whether it could be that no class holds: never where the last one is of all others. */
  readonly mayBeNone: boolean;
  /** The condition of the first class whose state is unknown; `null` when the class is decided. */
  readonly open: Condition | null;
}

/**
 * The class by "the first that holds" over states that may be unknown. A class whose conditions are all not applicable
 * does not hold.
 *
 * @param classes The conditions of the classes, in order.
 * @param stateOf The state of a condition.
 */
export function classOutcome(classes: readonly Condition[], stateOf: (condition: Condition) => number): ClassOutcome {
  const possible: number[] = [];
  let open: Condition | null = null;
  for (const [index, condition] of classes.entries()) {
    const state = stateOf(condition);
    if (state === FAIL || state === NOT_APPLICABLE) continue;
    possible.push(index);
    if (state === PASS) return { possible, mayBeNone: false, open };
    if (state === UNKNOWN) open ??= condition;
  }
  return { possible, mayBeNone: true, open };
}
