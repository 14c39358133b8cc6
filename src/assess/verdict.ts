import { FAIL, PASS, type State, UNKNOWN } from '../formula/index.ts';
import type { Assessments } from './assess.ts';
import type { Program } from './program.ts';
import { UNDETERMINED } from './undetermined.ts';

/** Where a unit can still be: in which classes, and whether in none. */
export interface Possible {
  readonly classes: readonly number[];
  readonly mayBeNone: boolean;
}

/** The class of a unit that can be in one only, or {@link UNDETERMINED}. */
export function onlyClass({ classes, mayBeNone }: Possible): number {
  const [only = UNDETERMINED, ...others] = classes;
  return others.length === 0 && !mayBeNone ? only : UNDETERMINED;
}

/** Whether a row is certified; `null` while it is open. */
export function certifiedIn({ certified }: Assessments, row: number): boolean | null {
  const state = certified[row];
  return state === PASS ? true : state === FAIL ? false : null;
}

/** Whether a unit is certified: `UNKNOWN` where some of its classes certify and others, or none at all, do not. */
export function verdictReader({ set }: Program): (possible: Possible) => State {
  const certifies = [...set.classes.values()].map((entry) => entry.certifies);
  return ({ classes, mayBeNone }) => {
    const verdicts = classes.map((place) => certifies[place] === true);
    if (!verdicts.includes(true)) return FAIL;
    // In no class, a unit is not certified.
    return verdicts.includes(false) || mayBeNone ? UNKNOWN : PASS;
  };
}
