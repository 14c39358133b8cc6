import { FAIL, NOT_APPLICABLE, PASS, type State } from '../formula/index.ts';
import type { StateWord } from '../messages/index.ts';

/** The states of criteria, in the order in which they are told. */
export const STATE_WORDS = ['pass', 'fail', 'unknown', 'not-applicable'] as const satisfies readonly StateWord[];

/** A state as results and cases name it. */
export function stateWord(state: State): StateWord {
  switch (state) {
    case PASS:
      return 'pass';
    case FAIL:
      return 'fail';
    case NOT_APPLICABLE:
      return 'not-applicable';
    default:
      return 'unknown';
  }
}
