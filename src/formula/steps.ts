import { createRun, type Run } from './planes.ts';

/** Works something out for the rows from `from` on: the first of them goes to the first place of where it is kept. */
export type Step = (from: number, rows: number) => void;

/** What is worked out for every run of rows, each thing once and after what it is made of. */
export interface Steps {
  /** Rows of the longest run. */
  readonly longest: number;
  /** The runs in which every row passes, fails, is unknown: nothing needs to be worked out. */
  readonly always: Run;
  readonly never: Run;
  readonly unknown: Run;
  /** Adds a step after all others. */
  readonly add: (step: Step) => void;
  readonly work: Step;
}

/** @param longest The rows of the longest run. */
export function createSteps(longest: number): Steps {
  const steps: Step[] = [];
  const always = createRun(longest, true);
  always.sure.fill(-1);
  const never = createRun(longest, true);
  return {
    longest,
    always,
    never,
    unknown: { sure: never.sure, may: always.may },
    add: (step) => void steps.push(step),
    work(from, rows) {
      for (const step of steps) step(from, rows);
    },
  };
}
