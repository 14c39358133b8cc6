import {
  degree,
  type Domain,
  type Polynomial,
  polynomialKey,
  primitive,
  type Requirement,
  solve,
  substitute,
} from '../algebra/index.ts';
import {
  type Answers,
  type Condition,
  createEvaluator,
  FAIL,
  MISSING,
  partsOf,
  UNKNOWN,
  UNKNOWN_SIGN,
} from '../formula/index.ts';
import type { Rational } from '../number/index.ts';
import { classOutcome } from './outcome.ts';
import type { Program } from './program.ts';
import { countScore, type Score } from './score.ts';

/** What a unit with missing cells can still be. */
export interface Candidates {
  /** The classes that some filling-in of the missing cells gives, in order; empty when no sound filling exists. */
  readonly classes: readonly number[];
  readonly score: Score | null;
  /** Whether each of them was shown to be reached; else the list may hold too much, never too little. */
  readonly exact: boolean;
}

/** The cells of one unit by variable number; `null` is missing. */
export interface Cells {
  readonly number: (variable: number) => Rational | null;
  /** The place of a choice or 0 and 1 of a boolean; {@link MISSING} is missing. */
  readonly byte: (variable: number) => number;
}

/** Steps after which the search gives up and answers with what plain three-valued logic leaves. */
const MOST_STEPS = 4000;

/** A question about missing cells, shared by all polynomials that become the same once known cells are put in. */
interface OpenQuestion {
  readonly polynomial: Polynomial;
  /** The questions it answers, and whether with the opposite sign. */
  readonly answers: readonly { readonly question: number; readonly flipped: boolean }[];
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
  search.follow([]);
  return search.result();
}

interface Search {
  readonly follow: (requirements: readonly Requirement[]) => void;
  readonly result: () => Candidates;
}

function createSearch(program: Program, cells: Cells): Search {
  const { questions } = program;
  const unit = createUnit(program, cells);
  const reached = createTally();
  const possible = createTally();
  const widest = unit.outcome();
  let steps = 0;

  function follow(requirements: readonly Requirement[]): void {
    steps += 1;
    if (steps > MOST_STEPS || reached.covers(widest)) return;
    const open = unit.openQuestion();
    if (open === null) {
      const outcome = unit.outcome();
      if (outcome.unsound) return;
      possible.add(outcome);
      if (unit.linear && solve(requirements, domainOf).kind === 'yes') reached.add(outcome);
      return;
    }
    if (open.kind === 'sign') splitSign(open.question, requirements);
    else splitByte(open.variable, open.values, requirements);
  }

  function splitSign(question: OpenQuestion, requirements: readonly Requirement[]): void {
    const linear = degree(question.polynomial) <= 1;
    for (const sign of [-1, 0, 1] as const) {
      const narrowed = linear ? [...requirements, { polynomial: question.polynomial, sign }] : requirements;
      if (linear && solve(narrowed, domainOf).kind === 'no') continue;
      unit.answerSign(question, sign, () => follow(narrowed));
    }
  }

  function splitByte(variable: number, values: number, requirements: readonly Requirement[]): void {
    for (let value = 0; value < values; value += 1) unit.answerByte(variable, value, () => follow(requirements));
  }

  function domainOf(variable: number): Domain {
    return questions.variables[variable]?.domain ?? { whole: false, min: null, max: null };
  }

  function result(): Candidates {
    if (steps > MOST_STEPS) return { classes: widest.classes, score: widest.score, exact: reached.covers(widest) };
    const { classes, score } = reached.covers(widest) ? reached.total() : possible.total();
    return { classes, score, exact: reached.covers({ classes, score }) };
  }

  return { follow, result };
}

interface Outcome {
  readonly classes: readonly number[];
  readonly score: Score | null;
}

type Open =
  | { readonly kind: 'sign'; readonly question: OpenQuestion }
  | { readonly kind: 'byte'; readonly variable: number; readonly values: number };

/** One unit whose missing cells are answered step by step. */
function createUnit(program: Program, cells: Cells) {
  const { questions, criteria, order, classes, checks, scored } = program;
  const { signs, openQuestions } = knownSigns(questions.polynomials, cells);
  const bytes = questions.variables.map((_, variable) => Uint8Array.of(cells.byte(variable)));
  const states = criteria.map(() => Uint8Array.of(UNKNOWN));
  const unknown = Uint8Array.of(MISSING);
  const answers: Answers = {
    rows: 1,
    signs: (question) => signs[question] ?? unknown,
    values: (variable) => bytes[variable] ?? unknown,
    criterion: (criterion) => states[criterion] ?? unknown,
  };
  const evaluator = createEvaluator(1);
  const out = new Uint8Array(1);
  const rules = [...checks, ...questions.unsoundDivisions.map((of): Condition => ({ kind: 'not', of }))];

  const stateOf = (condition: Condition): number => {
    evaluator.evaluate(condition, answers, out);
    return out[0] ?? UNKNOWN;
  };

  function decideCriteria(): void {
    for (const number of order) {
      const condition = criteria[number];
      const state = states[number];
      if (condition !== undefined && state !== undefined) evaluator.evaluate(condition, answers, state);
    }
  }

  function outcome(): Outcome & { readonly unsound: boolean } {
    decideCriteria();
    return {
      classes: classOutcome(classes, stateOf).possible,
      score: countScore(scored.map((number) => states[number]?.[0] ?? UNKNOWN)),
      unsound: rules.some((rule) => stateOf(rule) === FAIL),
    };
  }

  /** The next question that matters: for a check, the class, the points, in this order. */
  function openQuestion(): Open | null {
    decideCriteria();
    const states = rules.map(stateOf);
    if (states.includes(FAIL)) return null;
    const rule = rules[states.indexOf(UNKNOWN)];
    const open = rule ?? classOutcome(classes, stateOf).open ?? openScore();
    return open === null || open === undefined ? null : firstOpen(open);
  }

  function openScore(): Condition | null {
    const number = scored.find((criterion) => states[criterion]?.[0] === UNKNOWN);
    return number === undefined ? null : { kind: 'criterion', criterion: number };
  }

  function firstOpen(condition: Condition): Open | null {
    switch (condition.kind) {
      case 'sign': {
        const question = openQuestions.find((open) => open.answers.some((answer) => answer.question === condition.question));
        return question === undefined ? null : { kind: 'sign', question };
      }
      case 'choice':
      case 'boolean': {
        const choices = questions.variables[condition.variable]?.indicator.values.length ?? 0;
        return { kind: 'byte', variable: condition.variable, values: condition.kind === 'boolean' ? 2 : choices };
      }
      case 'criterion': {
        const inner = criteria[condition.criterion];
        return inner === undefined ? null : firstOpen(inner);
      }
      default: {
        const open = partsOf(condition).find((part) => stateOf(part) === UNKNOWN);
        return open === undefined ? null : firstOpen(open);
      }
    }
  }

  function answerSign(question: OpenQuestion, sign: -1 | 0 | 1, then: () => void): void {
    const write = (byte: (flipped: boolean) => number): void => {
      for (const { question: number, flipped } of question.answers) signs[number]?.fill(byte(flipped));
    };
    write((flipped) => (flipped ? 1 - sign : 1 + sign));
    then();
    write(() => UNKNOWN_SIGN);
  }

  function answerByte(variable: number, value: number, then: () => void): void {
    bytes[variable]?.fill(value);
    then();
    bytes[variable]?.fill(MISSING);
  }

  const linear = openQuestions.every(({ polynomial }) => degree(polynomial) <= 1);
  return { linear, outcome, openQuestion, answerSign, answerByte };
}

/** Puts the known cells into every polynomial: its sign where nothing is missing, else one shared open question. */
function knownSigns(polynomials: readonly Polynomial[], cells: Cells) {
  const open = new Map<string, OpenQuestion>();
  const signs = polynomials.map((whole, question) => {
    const { polynomial, flipped } = primitive(substitute(whole, cells.number));
    const [term] = polynomial;
    if (term === undefined) return Uint8Array.of(1);
    if (polynomial.every(({ variables }) => variables.length === 0)) return Uint8Array.of(flipped ? 0 : 2);
    const key = polynomialKey(polynomial);
    const known = open.get(key);
    open.set(key, { polynomial, answers: [...(known?.answers ?? []), { question, flipped }] });
    return Uint8Array.of(UNKNOWN_SIGN);
  });
  return { signs, openQuestions: [...open.values()] };
}

/** Collects outcomes. */
function createTally() {
  const classes = new Set<number>();
  const scores: (Score | null)[] = [];
  const total = (): Outcome => ({ classes: [...classes].sort((a, b) => a - b), score: spread(scores) });
  return {
    add(outcome: Outcome): void {
      for (const found of outcome.classes) classes.add(found);
      scores.push(outcome.score);
    },
    total,
    /** Whether everything in a wider outcome was collected: then there is nothing more to find. */
    covers(wider: Outcome): boolean {
      const { score } = total();
      return (
        wider.classes.every((found) => classes.has(found)) &&
        (wider.score === null || (score !== null && score.min === wider.score.min && score.max === wider.score.max))
      );
    },
  };
}

function spread(scores: readonly (Score | null)[]): Score | null {
  return scores.reduce(
    (all, score) =>
      all === null || score === null
        ? (all ?? score)
        : { min: Math.min(all.min, score.min), max: Math.max(all.max, score.max), of: Math.max(all.of, score.of) },
    null,
  );
}
