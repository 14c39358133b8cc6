import { degree, type Polynomial, type Requirement, solve, variablesOf } from '../algebra/index.ts';
import { type Cells, createUnit, criteriaIn, type Program, type Score } from '../assess/index.ts';
import { type Condition, MISSING, partsOf } from '../formula/index.ts';
import { add, divide, ZERO } from '../number/index.ts';
import type { Constraints } from './constraints.ts';

/** Whether data leads somewhere: `yes` and `no` are proved. */
export type Reach = 'yes' | 'no' | 'unproved';

/** Answers that leave the most points are tried first (−1), or those that leave the fewest (1); after so many splits no more. */
const ATTEMPTS = [
  { order: -1, steps: 100 },
  { order: 1, steps: 100 },
  { order: -1, steps: 800 },
  { order: 1, steps: 800 },
] as const;
type Attempt = (typeof ATTEMPTS)[number];

const SIGNS = [-1, 0, 1] as const;

/** One answer to a question: does something while it is given, under the requirements that come with it. */
type Branch = (then: (requirements: readonly Requirement[]) => void) => void;

const NO_CELLS: Cells = { number: () => null, byte: () => MISSING, bounds: () => null };

/**
 * Finds out whether a condition holds for some data, by splitting it on its questions: the sign of a polynomial, the
 * value of a choice. An answer is followed only while values exist that give all answers so far and keep the constraints,
 * which is decided exactly; so `no` means that every way was closed. Questions that are not linear are followed without
 * proof: there only values that were tried out make a `yes`.
 *
 * @param program The set, compiled.
 * @param goal The condition.
 * @param constraints What all data must satisfy.
 */
export function search(program: Program, goal: Condition, constraints: Constraints): Reach {
  const asked = programFor(program, { kind: 'all', of: [goal, ...constraints.rules] });
  let reached: Reach = 'unproved';
  for (const way of ATTEMPTS) if (reached === 'unproved') reached = attempt(asked, constraints, way);
  return reached;
}

function attempt(asked: Program, constraints: Constraints, { order, steps: most }: Attempt): Reach {
  const unit = createUnit(asked, NO_CELLS);
  const { domainOf } = constraints;
  const bytes = new Map<number, number>();
  // Questions on the way that are not linear.
  let unsolved = 0;
  let steps = 0;

  function follow(requirements: readonly Requirement[]): Reach {
    steps += 1;
    if (steps > most) return 'unproved';
    const [first, second] = unit.outcome().classes;
    if (first !== 0) return 'no';
    if (second === undefined) return settled(requirements);
    const open = unit.openQuestion();
    if (open === null) return 'unproved';
    if (open.kind === 'byte') return splitByte(open.variable, open.values, requirements);
    return degree(open.polynomial) <= 1
      ? splitLinear(open.polynomial, requirements)
      : splitBlindly(open.polynomial, requirements);
  }

  function splitByte(variable: number, values: number, requirements: readonly Requirement[]): Reach {
    const branches = Array.from(
      { length: values },
      (_, value): Branch =>
        (then) => {
          bytes.set(variable, value);
          unit.answerByte(variable, value, () => then(requirements));
          bytes.delete(variable);
        },
    );
    return followAll(branches);
  }

  function splitLinear(polynomial: Polynomial, requirements: readonly Requirement[]): Reach {
    const answers = SIGNS.map((sign) => ({ sign, narrowed: [...requirements, { polynomial, sign }] })).filter(
      ({ narrowed }) => solve(connected(narrowed, constraints.requirements), domainOf).kind !== 'no',
    );
    return followAll(
      answers.map(
        ({ sign, narrowed }): Branch =>
          (then) =>
            unit.answerSign(polynomial, sign, () => then(narrowed)),
      ),
    );
  }

  function splitBlindly(polynomial: Polynomial, requirements: readonly Requirement[]): Reach {
    if (isWitnessed(requirements)) return 'yes';
    unsolved += 1;
    const reached = followAll(
      SIGNS.map(
        (sign): Branch =>
          (then) =>
            unit.answerSign(polynomial, sign, () => then(requirements)),
      ),
    );
    unsolved -= 1;
    return reached;
  }

  /** The best that any branch reaches; no more are tried after one that does. */
  function followAll(branches: readonly Branch[]): Reach {
    let best: Reach = 'no';
    for (const branch of asked.sheet === null ? branches : byPoints(branches)) {
      const reached: Reach[] = [];
      branch((requirements) => void reached.push(follow(requirements)));
      if (reached.includes('yes')) return 'yes';
      if (reached.includes('unproved')) best = 'unproved';
    }
    return best;
  }

  function byPoints(branches: readonly Branch[]): readonly Branch[] {
    const rated = branches.map((branch) => {
      let points = 0;
      branch(() => (points = promise(unit.outcome().score)));
      return { branch, points };
    });
    return rated.sort((a, b) => order * (a.points - b.points)).map(({ branch }) => branch);
  }

  /** The goal holds under these answers: is there data that gives them? */
  function settled(requirements: readonly Requirement[]): Reach {
    if (unsolved > 0) return isWitnessed(requirements) ? 'yes' : 'unproved';
    const { kind } = solve([...constraints.requirements, ...requirements], domainOf);
    return kind === 'maybe' ? 'unproved' : kind;
  }

  /** Whether the goal holds for the values that the linear answers so far lead to. */
  function isWitnessed(requirements: readonly Requirement[]): boolean {
    const solution = solve([...constraints.requirements, ...requirements], domainOf);
    if (solution.kind !== 'yes') return false;
    const { classes } = createUnit(asked, {
      number: (variable) => solution.values.get(variable) ?? domainOf(variable).min ?? ZERO,
      byte: (variable) => bytes.get(variable) ?? 0,
      bounds: () => null,
    }).outcome();
    return classes.length === 1 && classes[0] === 0;
  }

  return follow([]);
}

/** Requirements with the constraints that share variables with them, directly or through others. */
function connected(requirements: readonly Requirement[], constraints: readonly Requirement[]): readonly Requirement[] {
  const touched = new Set(requirements.flatMap(({ polynomial }) => variablesOf(polynomial)));
  const taken: Requirement[] = [...requirements];
  let waiting = constraints;
  for (let before = -1; before !== taken.length; ) {
    before = taken.length;
    const isNear = ({ polynomial }: Requirement): boolean =>
      variablesOf(polynomial).some((variable) => touched.has(variable));
    const near = waiting.filter(isNear);
    waiting = waiting.filter((constraint) => !near.includes(constraint));
    taken.push(...near);
    for (const { polynomial } of near) for (const variable of variablesOf(polynomial)) touched.add(variable);
  }
  return taken;
}

/** Roughly how large a share of the points is left: it only says what to try first. */
function promise(score: Score | null): number {
  if (score === null || score.of.num === 0n) return 0;
  const { num, den } = divide(add(score.min, score.max), score.of);
  return Number(num) / Number(den);
}

/** The program with the goal as its only question: its first class is that the goal holds, its second that it does not. */
function programFor(program: Program, goal: Condition): Program {
  const asksForPoints = hasGate(goal);
  const needed = asksForPoints ? program.order : neededBy(goal, program);
  return {
    ...program,
    order: needed,
    classes: [goal, { kind: 'constant', holds: true }],
    checks: [],
    counted: [],
    sheet: asksForPoints ? program.sheet : null,
    questions: { ...program.questions, unsoundDivisions: [] },
  };
}

function hasGate(condition: Condition): boolean {
  return condition.kind === 'gate' || partsOf(condition).some(hasGate);
}

/** The criteria that a condition depends on, in the order of the program. */
function neededBy(goal: Condition, { criteria, order }: Program): readonly number[] {
  const needed = new Set<number>();
  const visit = (condition: Condition): void => {
    for (const number of criteriaIn(condition)) {
      const inner = criteria[number];
      if (needed.has(number) || inner === undefined) continue;
      needed.add(number);
      visit(inner);
    }
  };
  visit(goal);
  return order.filter((number) => needed.has(number));
}
