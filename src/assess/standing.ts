import { type Facts, FAIL, stateIn } from '../formula/index.ts';
import { classOutcome } from './outcome.ts';
import { type Program, rulesOf } from './program.ts';
import type { Score } from './score.ts';

/** Where a unit stands, but for its points. */
export interface Standing {
  /** Classes that could be the first that holds, in order. */
  readonly classes: readonly number[];
  /** Whether it could be that no class holds. */
  readonly mayBeNone: boolean;
  /** Whether a data check or a division already shows that no such unit can be. */
  readonly unsound: boolean;
}

/** What is known so far. */
export interface Outcome extends Standing {
  readonly score: Score | null;
}

/** Where a unit stands by what is known of it. */
export function standingIn(program: Program, facts: Facts): Standing {
  const { possible, mayBeNone } = classOutcome(program.classes, (condition) => stateIn(condition, facts));
  return { classes: possible, mayBeNone, unsound: rulesOf(program).some((rule) => stateIn(rule, facts) === FAIL) };
}
