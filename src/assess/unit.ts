import {
  type Domain,
  type Fraction,
  narrowed,
  type Polynomial,
  polynomialKey,
  primitive,
  signsWithin,
  substitute,
  substituteFraction,
} from '../algebra/index.ts';
import {
  ANY_SIGN,
  type Condition,
  type Facts,
  FAIL,
  mirrored,
  MISSING,
  onlySign,
  rememberedOf,
  type SignSet,
  type State,
  stateIn,
  UNKNOWN,
} from '../formula/index.ts';
import type { CellBounds } from '../data/index.ts';
import type { Rational } from '../number/index.ts';
import { type Earned, earnedByCriterion, earnedInAll, fractionValue, type Interval, type Known } from './earned.ts';
import { gatedPoints, gateState } from './gates.ts';
import { type Answered, pointsFraction, signUnderGate } from './open-points.ts';
import { classQuestionIn, type Open, openQuestionIn } from './open-question.ts';
import { classOutcome } from './outcome.ts';
import { type Program, rulesOf } from './program.ts';
import { countScore, type Score, sheetScore } from './score.ts';
import type { Sheet } from './sheet.ts';

/** The cells of one unit by variable number; `null` is missing. */
export interface Cells {
  readonly number: (variable: number) => Rational | null;
  /** The place of a choice or 0 and 1 of a boolean; {@link MISSING} is missing. */
  readonly byte: (variable: number) => number;
  /** What more is known of a missing cell than its domain says. */
  readonly bounds: (variable: number) => CellBounds | null;
}

/** What is known so far. */
export interface Outcome {
  /** Classes that could be the first that holds, in order. */
  readonly classes: readonly number[];
  /** Whether it could be that no class holds. */
  readonly mayBeNone: boolean;
  readonly score: Score | null;
  /** Whether a data check or a division already shows that no such unit can be. */
  readonly unsound: boolean;
}

/** One unit whose missing cells are answered step by step. */
export interface Unit {
  readonly outcome: () => Outcome;
  /** The next question that matters: for a check, the class, the points, in this order; `null` when none is left. */
  readonly openQuestion: () => Open | null;
  /** The same where the points themselves do not matter. */
  readonly classQuestion: () => Open | null;
  /** Answers a question while something is done. */
  readonly answerSign: (polynomial: Polynomial, sign: -1 | 0 | 1, then: () => void) => void;
  readonly answerByte: (variable: number, value: number, then: () => void) => void;
  /** The state of a criterion, as of the last outcome. */
  readonly criterion: (number: number) => number;
  /** The total before rounding as a fraction in the missing cells, and where it lies; `null` while a piece of it is open. */
  readonly total: () => { readonly fraction: Fraction; readonly bounds: Interval } | null;
}

/** A unit with its known cells put into every question. */
export function createUnit(program: Program, cells: Cells): Unit {
  const { questions, criteria, order, classes, counted, sheet } = program;
  const decided = new Map<string, -1 | 0 | 1>();
  const asked = questions.polynomials.map((whole) => primitive(substitute(whole, cells.number)));
  const keys = asked.map(({ polynomial }) => polynomialKey(polynomial));
  const domainOf = domainsOf(program, cells);
  const bounded = asked.map(({ polynomial }) =>
    signsWithin(polynomial, domainOf).reduce((signs: SignSet, sign) => signs | onlySign(sign), 0),
  );
  const bytes = questions.variables.map((_, variable) => cells.byte(variable));
  const states = criteria.map((): State => UNKNOWN);
  const facts: Facts = {
    signs: signsOfQuestion,
    value: (variable) => bytes[variable] ?? MISSING,
    criterion: (criterion) => states[criterion] ?? UNKNOWN,
    gate: stateOfGate,
  };
  const rules = rulesOf(program);
  // What follows from the answers so far, worked out when it is asked for; an answer more or less, and it is to be worked out again.
  let isSettled = false;
  let points: readonly (Earned | null)[] | null = null;
  const gates: (State | undefined)[] = [];

  const stateOf = (condition: Condition): State => stateIn(condition, facts);
  const openIn = rememberedOf((fraction: Fraction) => substituteFraction(fraction, cells.number));
  const valueOf = rememberedOf((fraction: Fraction) => fractionValue(fraction, cells.number));
  const known: Known = { condition: stateOf, criterion: facts.criterion, value: valueOf };
  const answered: Answered = { signOf, domainOf, openIn };

  function signsOfQuestion(question: number): SignSet {
    const sign = decided.get(keys[question] ?? '');
    const signs = sign === undefined ? (bounded[question] ?? ANY_SIGN) : onlySign(sign);
    return asked[question]?.flipped === true ? mirrored(signs) : signs;
  }

  function settle(): void {
    if (isSettled) return;
    points = null;
    gates.length = 0;
    for (const number of order) {
      const condition = criteria[number];
      if (condition !== undefined) states[number] = stateOf(condition);
    }
    isSettled = true;
  }

  function pointsNow(of: Sheet): readonly (Earned | null)[] {
    return (points ??= earnedByCriterion(of, known));
  }

  function stateOfGate(number: number): State {
    return (gates[number] ??= gateNow(number));
  }

  function gateNow(number: number): State {
    const gate = questions.gates[number];
    if (gate === undefined || sheet === null) return UNKNOWN;
    const state = gateState(gate, gatedPoints(sheet, pointsNow(sheet), gate.of));
    if (state !== UNKNOWN) return state;
    return signUnderGate(sheet, gate, known, pointsNow(sheet), answered);
  }

  function signOf(polynomial: Polynomial): -1 | 0 | 1 | null {
    const known = decided.get(polynomialKey(polynomial));
    if (known !== undefined) return known;
    const [only, ...others] = signsWithin(polynomial, domainOf);
    return others.length > 0 ? null : (only ?? null);
  }

  function total(): ReturnType<Unit['total']> {
    if (sheet === null) return null;
    const all = earnedInAll(sheet, pointsNow(sheet));
    const fraction = pointsFraction(sheet, null, known, pointsNow(sheet), answered);
    return all === null || fraction === null ? null : { fraction, bounds: all.earned };
  }

  function outcome(): Outcome {
    settle();
    const { possible, mayBeNone } = classOutcome(classes, stateOf);
    return {
      classes: possible,
      mayBeNone,
      score: sheet === null ? countScore(counted, known.criterion) : sheetScore(sheet, pointsNow(sheet)),
      unsound: rules.some((rule) => stateOf(rule) === FAIL),
    };
  }

  function asking(next: typeof openQuestionIn): () => Open | null {
    return () => {
      settle();
      return next({ program, known, answered, points: pointsNow, asked });
    };
  }

  function answerSign(polynomial: Polynomial, sign: -1 | 0 | 1, then: () => void): void {
    const key = polynomialKey(polynomial);
    decided.set(key, sign);
    isSettled = false;
    then();
    decided.delete(key);
    isSettled = false;
  }

  function answerByte(variable: number, value: number, then: () => void): void {
    bytes[variable] = value;
    isSettled = false;
    then();
    bytes[variable] = MISSING;
    isSettled = false;
  }

  return {
    outcome,
    criterion: known.criterion,
    openQuestion: asking(openQuestionIn),
    classQuestion: asking(classQuestionIn),
    answerSign,
    answerByte,
    total,
  };
}

/** What each missing cell of a unit may be. */
export function domainsOf({ questions }: Program, cells: Cells): (variable: number) => Domain {
  return (variable) => {
    const domain = questions.variables[variable]?.domain ?? { whole: false, min: null, max: null };
    const bounds = cells.bounds(variable);
    return bounds === null ? domain : narrowed(domain, bounds);
  };
}
