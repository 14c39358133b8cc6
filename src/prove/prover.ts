import type { Program } from '../assess/index.ts';
import { type Condition, FAIL, PASS } from '../formula/index.ts';
import { constraintsAround, constraintsOf } from './constraints.ts';
import { type Reach, search } from './search.ts';

/** Whether a criterion can be met, and whether it can be not met. */
export interface Outcomes {
  readonly passes: Reach;
  readonly fails: Reach;
}

/** Proves what sound data can lead to; each question is answered once. */
export interface Prover {
  /** Whether any data satisfies the checks. */
  readonly sound: () => Reach;
  /** Whether data can be of the class at this place. */
  readonly reachesClass: (place: number) => Reach;
  /** Whether data can be of no class. */
  readonly reachesNoClass: () => Reach;
  readonly criterion: (number: number) => Outcomes;
  readonly holds: (condition: Condition) => Reach;
}

/** A proof looks at every criterion and question: of a very large set only so many are tried. */
const MOST_WORK = 5_000_000;

const NEVER: Condition = { kind: 'constant', holds: false };
const ALWAYS: Condition = { kind: 'constant', holds: true };

/**
 * A prover for one program. What is proved is proved for all data: the domains of the indicators and the checks of
 * severity `error` bound it, nothing else does. Figures rolled up from units below count as if they were free.
 */
export function createProver(program: Program): Prover {
  const constraints = constraintsOf(program);
  let spent = 0;
  const prove = (goal: Condition): Reach => {
    spent += program.criteria.length + program.questions.polynomials.length;
    return spent > MOST_WORK ? 'unproved' : search(program, goal, constraintsAround(goal, program, constraints));
  };
  let sound: Reach | null = null;
  const known = new Map<string, Reach>();
  const reach = (key: string, goal: () => Condition): Reach => {
    const found = known.get(key) ?? prove(goal());
    known.set(key, found);
    return found;
  };
  const holding = program.classes.map(plainly);
  const without = (count: number): readonly Condition[] => holding.slice(0, count).map((of) => ({ kind: 'not', of }));
  return {
    sound: () => (sound ??= search(program, ALWAYS, constraints)),
    reachesClass: (place) =>
      reach(`class ${place}`, () => ({ kind: 'all', of: [holding[place] ?? NEVER, ...without(place)] })),
    reachesNoClass: () => reach('no class', () => ({ kind: 'all', of: without(holding.length) })),
    criterion: (number) => ({
      passes: reach(`${number} passes`, () => ({ kind: 'criterion', criterion: number, whenNotApplicable: FAIL })),
      fails: reach(`${number} fails`, () => ({
        kind: 'not',
        of: { kind: 'criterion', criterion: number, whenNotApplicable: PASS },
      })),
    }),
    holds: (condition) => prove(plainly(condition)),
  };
}

/** A class whose conditions are all not applicable does not hold. */
function plainly(condition: Condition): Condition {
  return { kind: 'any', of: [condition, NEVER] };
}
