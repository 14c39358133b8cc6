import { groupsOf, isPossibleAlone, type Polynomial, type Requirement, solve, variablesOf } from '../algebra/index.ts';
import { MISSING, SIGNS } from '../formula/index.ts';
import { compare, equal, max, min, ZERO } from '../number/index.ts';
import type { Open } from './open-question.ts';
import { scoreRange } from './score-range.ts';
import type { Program } from './program.ts';
import type { Score } from './score.ts';
import { signatureOf } from './signature.ts';
import { type Cells, createUnit, domainsOf, type Outcome } from './unit.ts';

/** What a unit with missing cells can still be. */
export interface Candidates {
  /** The classes that some filling-in of the missing cells gives, in order; empty when none is sound, or no class holds. */
  readonly classes: readonly number[];
  /** Whether some filling is in no class. */
  readonly mayBeNone: boolean;
  /** Whether some filling keeps to the data checks. */
  readonly sound: boolean;
  readonly score: Score | null;
  /** Whether each of them was shown to be reached; else the list may hold too much, never too little. */
  readonly exact: boolean;
}

/** Steps after which the search gives up and answers with what plain three-valued logic leaves. */
const MOST_STEPS = 1000;

/**
 * A search for the candidates of units of one set. Units whose missing cells raise the same questions are searched once:
 * what was shown to be exact for one of them is exact for all.
 */
export function candidateSearch(program: Program): (cells: Cells) => Candidates {
  const found = new Map<string, Candidates>();
  let blank: Candidates | null = null;
  return (cells) => {
    // Units of which nothing is known are alike, whatever their questions are; a province may lack hundreds.
    if (isBlank(program, cells)) return (blank ??= findCandidates(program, cells));
    const signature = signatureOf(program, cells);
    if (signature === null) return findCandidates(program, cells);
    const candidates = found.get(signature) ?? findCandidates(program, cells);
    if (candidates.exact) found.set(signature, candidates);
    return candidates;
  };
}

function isBlank({ questions }: Program, { number, byte, bounds }: Cells): boolean {
  return [...questions.variables.keys()].every(
    (variable) => number(variable) === null && byte(variable) === MISSING && bounds(variable) === null,
  );
}

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
  if (program.sheet !== null) {
    // Once the ends of the points are reached, little between them is left to be looked for.
    search.dive((one, other) => compare(one.score?.max ?? ZERO, other.score?.max ?? ZERO) > 0);
    search.dive((one, other) => compare(one.score?.min ?? ZERO, other.score?.min ?? ZERO) < 0);
  }
  search.follow();
  return search.result();
}

/**
 * The same of the classes alone: where a unit of which figures are missing is asked about often, and never for its points.
 */
export function findClasses(program: Program, cells: Cells): Omit<Candidates, 'score'> {
  const search = createSearch(program, cells, false);
  search.follow();
  return search.result();
}

interface Search {
  /** Follows every answer that may yet lead to something new. */
  readonly follow: () => void;
  /** Follows, of the answers to each question, only the one that promises the most. */
  readonly dive: (isBetter: (one: Outcome, other: Outcome) => boolean) => void;
  readonly result: () => Candidates;
}

/** An answer to a question about missing cells. */
interface Answer {
  /** What is asked of the missing cells so far, the answer among it. */
  readonly requirements: readonly Requirement[];
  readonly give: (then: () => void) => void;
}

/** @param withPoints Whether the points matter beside the class. */
function createSearch(program: Program, cells: Cells, withPoints = true): Search {
  const unit = createUnit(program, cells);
  const openQuestion = withPoints ? unit.openQuestion : unit.classQuestion;
  const outcomeNow = (): Outcome => (withPoints ? unit.outcome() : { ...unit.standing(), score: null });
  const domainOf = domainsOf(program, cells);
  const reached = createTally();
  const possible = createTally();
  const widest = outcomeNow();
  let steps = 0;
  let sound = false;

  function follow(requirements: readonly Requirement[]): void {
    steps += 1;
    if (steps > MOST_STEPS || reached.covers(outcomeNow())) return;
    const open = openQuestion();
    if (open === null) return finish(requirements);
    for (const answer of answersTo(open, requirements)) answer.give(() => follow(answer.requirements));
  }

  function dive(requirements: readonly Requirement[], isBetter: (one: Outcome, other: Outcome) => boolean): void {
    const open = openQuestion();
    if (open === null) return finish(requirements);
    let best: { readonly answer: Answer; readonly outcome: Outcome } | null = null;
    for (const answer of answersTo(open, requirements)) {
      let outcome = widest;
      answer.give(() => (outcome = outcomeNow()));
      if (!outcome.unsound && (best === null || isBetter(outcome, best.outcome))) best = { answer, outcome };
    }
    best?.answer.give(() => dive(best.answer.requirements, isBetter));
  }

  function answersTo(open: Open, requirements: readonly Requirement[]): readonly Answer[] {
    if (open.kind === 'sign') return signsOf(open.polynomial, requirements);
    return Array.from({ length: open.values }, (_, value) => ({
      requirements,
      give: (then) => unit.answerByte(open.variable, value, then),
    }));
  }

  function signsOf(polynomial: Polynomial, requirements: readonly Requirement[]): readonly Answer[] {
    // What shares no cell with the question was found possible before, and stays so.
    const cells = variablesOf(polynomial);
    const near = groupsOf(requirements)
      .filter(({ variables }) => cells.some((cell) => variables.has(cell)))
      .flatMap(({ members }) => members);
    return SIGNS.map((sign) => ({ polynomial, sign }))
      .filter((answer) => mayBe([...near, answer]))
      .map((answer) => ({
        requirements: [...requirements, answer],
        give: (then) => unit.answerSign(polynomial, answer.sign, then),
      }));
  }

  /** Whether values may exist that meet requirements which hang together. */
  function mayBe(requirements: readonly Requirement[]): boolean {
    const [cell, second] = new Set(requirements.flatMap(({ polynomial }) => variablesOf(polynomial)));
    if (cell !== undefined && second === undefined) return isPossibleAlone(requirements, domainOf(cell));
    return solve(requirements, domainOf).kind !== 'no';
  }

  function finish(requirements: readonly Requirement[]): void {
    const outcome = outcomeNow();
    if (outcome.unsound) return;
    sound = true;
    const score = narrowed(outcome.score, requirements);
    const found = { ...outcome, score: score ?? outcome.score };
    possible.add(found);
    if ((score === null && outcome.score !== null) || reached.covers(found)) return;
    if (solve(requirements, domainOf).kind === 'yes') reached.add(found);
  }

  /** Points whose ends are both reached; `null` when that cannot be shown. */
  function narrowed(score: Score | null, requirements: readonly Requirement[]): Score | null {
    if (score === null || equal(score.min, score.max)) return score;
    const total = unit.total();
    if (program.sheet === null || total === null) return null;
    const range = scoreRange(program.sheet, total.fraction, total.bounds, { requirements, domainOf });
    return range === null ? null : { ...score, min: range.least, max: range.most };
  }

  function result(): Candidates {
    if (steps > MOST_STEPS) return { ...widest, sound: true, exact: reached.covers(widest) };
    const found = reached.covers(widest) ? reached.total() : possible.total();
    return { ...found, sound, exact: reached.covers(found) };
  }

  return { follow: () => follow([]), dive: (isBetter) => dive([], isBetter), result };
}

type Found = Pick<Outcome, 'classes' | 'mayBeNone' | 'score'>;

/** Collects outcomes. */
function createTally() {
  const classes = new Set<number>();
  let mayBeNone = false;
  let score: Score | null = null;
  let mayHaveNone = false;
  return {
    add(outcome: Found): void {
      for (const found of outcome.classes) classes.add(found);
      mayBeNone ||= outcome.mayBeNone;
      score = spread(score, outcome.score);
      mayHaveNone ||= outcome.score?.mayBeNone ?? true;
    },
    // Rows that raise the same questions share it.
    total: (): Found => ({
      classes: Object.freeze([...classes].sort((a, b) => a - b)),
      mayBeNone,
      score: score === null ? null : { ...score, mayBeNone: mayHaveNone },
    }),
    /** Whether everything an outcome could still become was collected: then there is nothing more to find in it. */
    covers: (other: Found): boolean =>
      other.classes.every((found) => classes.has(found)) &&
      (mayBeNone || !other.mayBeNone) &&
      (mayHaveNone || other.score?.mayBeNone === false) &&
      (other.score === null || isWithin(other.score, score)),
  };
}

function isWithin(score: Score, all: Score | null): boolean {
  if (all === null) return false;
  return compare(all.min, score.min) <= 0 && compare(score.max, all.max) <= 0 && compare(score.of, all.of) <= 0;
}

function spread(all: Score | null, score: Score | null): Score | null {
  if (all === null || score === null) return all ?? score;
  return { ...score, min: min(all.min, score.min), max: max(all.max, score.max), of: max(all.of, score.of) };
}
