import { degree, type Domain, type Polynomial, type Requirement, solve } from '../algebra/index.ts';
import { equal, max, min } from '../number/index.ts';
import { scoreRange } from './score-range.ts';
import type { Program } from './program.ts';
import type { Score } from './score.ts';
import { type Cells, createUnit, type Outcome } from './unit.ts';

/** What a unit with missing cells can still be. */
export interface Candidates {
  /** The classes that some filling-in of the missing cells gives, in order; empty when no sound filling exists. */
  readonly classes: readonly number[];
  readonly score: Score | null;
  /** Whether each of them was shown to be reached; else the list may hold too much, never too little. */
  readonly exact: boolean;
}

/** Steps after which the search gives up and answers with what plain three-valued logic leaves. */
const MOST_STEPS = 1000;

/**
 * Finds the classes and points that fillings of the missing cells lead to.
 *
 * The missing cells are never sampled. Each open question (the sign of a polynomial, the value of a choice) is split into
 * its answers; an answer is followed only if values of the missing cells exist that give all answers so far and that the
 * domains and data checks allow, which is decided exactly over integers and decimals. What is decided at the end of a
 * branch is reached by the values found for it.
 */
export function findCandidates(program: Program, cells: Cells): Candidates {
  const search = createSearch(program, cells);
  search.follow([]);
  return search.result();
}

interface Search {
  readonly follow: (requirements: readonly Requirement[]) => void;
  readonly result: () => Candidates;
}

function createSearch(program: Program, cells: Cells): Search {
  const unit = createUnit(program, cells);
  const reached = createTally();
  const possible = createTally();
  const widest = unit.outcome();
  let steps = 0;
  // A question that is not linear is followed both ways without proof.
  let unproved = 0;

  function follow(requirements: readonly Requirement[]): void {
    steps += 1;
    if (steps > MOST_STEPS || reached.covers(widest)) return;
    const open = unit.openQuestion();
    if (open === null) return finish(requirements);
    if (open.kind === 'sign') splitSign(open.polynomial, requirements);
    else for (let value = 0; value < open.values; value += 1) unit.answerByte(open.variable, value, () => follow(requirements));
  }

  function splitSign(polynomial: Polynomial, requirements: readonly Requirement[]): void {
    const linear = degree(polynomial) <= 1;
    if (!linear) unproved += 1;
    for (const sign of [-1, 0, 1] as const) {
      const narrowed = linear ? [...requirements, { polynomial, sign }] : requirements;
      if (linear && solve(narrowed, domainOf).kind === 'no') continue;
      unit.answerSign(polynomial, sign, () => follow(narrowed));
    }
    if (!linear) unproved -= 1;
  }

  function finish(requirements: readonly Requirement[]): void {
    const outcome = unit.outcome();
    if (outcome.unsound) return;
    const range = scoreRange(program, unit, outcome.score, requirements, domainOf);
    possible.add({ ...outcome, score: range.score });
    if (unproved === 0 && range.exact && solve(requirements, domainOf).kind === 'yes') {
      reached.add({ ...outcome, score: range.score });
    }
  }

  function domainOf(variable: number): Domain {
    const domain = program.questions.variables[variable]?.domain ?? { whole: false, min: null, max: null };
    const bounds = cells.bounds(variable);
    return bounds === null ? domain : { ...domain, min: bounds.min ?? domain.min, max: bounds.max ?? domain.max };
  }

  function result(): Candidates {
    if (steps > MOST_STEPS) return { classes: widest.classes, score: widest.score, exact: reached.covers(widest) };
    const { classes, score } = reached.covers(widest) ? reached.total() : possible.total();
    return { classes, score, exact: reached.covers({ classes, score }) };
  }

  return { follow, result };
}

type Found = Pick<Outcome, 'classes' | 'score'>;

/** Collects outcomes. */
function createTally() {
  const classes = new Set<number>();
  let score: Score | null = null;
  return {
    add(outcome: Found): void {
      for (const found of outcome.classes) classes.add(found);
      score = spread(score, outcome.score);
    },
    total: (): Found => ({ classes: [...classes].sort((a, b) => a - b), score }),
    /** Whether everything in a wider outcome was collected: then there is nothing more to find. */
    covers: (wider: Found): boolean =>
      wider.classes.every((found) => classes.has(found)) && (wider.score === null || isSame(score, wider.score)),
  };
}

function isSame(score: Score | null, other: Score): boolean {
  return score !== null && equal(score.min, other.min) && equal(score.max, other.max);
}

function spread(all: Score | null, score: Score | null): Score | null {
  if (all === null || score === null) return all ?? score;
  return { min: min(all.min, score.min), max: max(all.max, score.max), of: max(all.of, score.of) };
}
