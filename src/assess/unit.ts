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
  type Condition,
  type Facts,
  mirrored,
  onlySign,
  rememberedOf,
  type SignSet,
  type State,
  stateIn,
  UNKNOWN,
} from '../formula/index.ts';
import type { CellBounds } from '../data/index.ts';
import type { Rational } from '../number/index.ts';
import {
  type Earned,
  earnedAlone,
  earnedByCriterion,
  earnedInAll,
  fractionValue,
  type Interval,
  type Known,
} from './earned.ts';
import { gatedPoints, gateState } from './gates.ts';
import { type Answered, pointsFraction, signUnderGate } from './open-points.ts';
import {
  classQuestionIn,
  type Open,
  openAmongIn,
  openOfCriterion,
  openQuestionIn,
  type Sofar,
} from './open-question.ts';
import { type KnownUnit, knownUnit, type OfCriterion } from './known-unit.ts';
import type { Program } from './program.ts';
import { countScore, sheetScore } from './score.ts';
import type { Sheet } from './sheet.ts';
import { type Outcome, type Standing, standingIn } from './standing.ts';

/** The cells of one unit by variable number; `null` is missing. */
export interface Cells {
  readonly number: (variable: number) => Rational | null;
  /** The place of a choice or 0 and 1 of a boolean; {@link MISSING} is missing. */
  readonly byte: (variable: number) => number;
  /** What more is known of a missing cell than its domain says. */
  readonly bounds: (variable: number) => CellBounds | null;
}

/** One unit whose missing cells are answered step by step. */
export interface Unit {
  readonly outcome: () => Outcome;
  readonly standing: () => Standing;
  /** The next question that matters: for a check, the class, the points, in this order; `null` when none is left. */
  readonly openQuestion: () => Open | null;
  /** The same where the points themselves do not matter. */
  readonly classQuestion: () => Open | null;
  /** Answers a question while something is done. */
  readonly answerSign: (polynomial: Polynomial, sign: -1 | 0 | 1, then: () => void) => void;
  readonly answerByte: (variable: number, value: number, then: () => void) => void;
  /** The state of a condition of the set. */
  readonly condition: (condition: Condition) => State;
  /** The state of a criterion. */
  readonly criterion: (number: number) => State;
  /** What a criterion without parts earns; `null` where it is left out or earns nothing. */
  readonly earned: (number: number) => Earned | null;
  /** What the whole sheet earns, before rounding; `null` without points and where nothing that earns any applies. */
  readonly earnedInAll: () => Earned | null;
  /**
   * The points of a criterion, or of `null` the total before rounding, as a fraction in the missing cells, and where it
   * lies; `null` while a piece of it is open.
   */
  readonly pointsOf: (criterion: number | null) => { readonly fraction: Fraction; readonly bounds: Interval } | null;
  /** The first question of conditions that are open; `null` where none is. */
  readonly openAmong: (conditions: readonly Condition[]) => Open | null;
  /** The first question about the state and the points of a criterion; `null` where none is open. */
  readonly openOf: (criterion: number) => Open | null;
  /** The unit where more is known of criteria without parts than it tells by itself. */
  readonly knowing: (criteria: ReadonlyMap<number, OfCriterion>) => KnownUnit;
}

/** A question with the known cells put into it, in its primitive form, and the signs that the missing ones leave it. */
interface Asked {
  readonly polynomial: Polynomial;
  /** Whether its sign is the other way round. */
  readonly flipped: boolean;
  readonly key: string;
  readonly signs: SignSet;
}

/** A unit with its known cells put into every question that is asked. */
export function createUnit(program: Program, cells: Cells): Unit {
  const { questions, criteria, counted, sheet } = program;
  const decided = new Map<string, -1 | 0 | 1>();
  const domainOf = domainsOf(program, cells);
  const asked: (Asked | undefined)[] = [];
  const answers = new Map<number, number>();
  const facts: Facts = {
    signs: signsOfQuestion,
    value: (variable) => answers.get(variable) ?? cells.byte(variable),
    criterion: stateOfCriterion,
    gate: stateOfGate,
  };
  // What follows from the answers so far, worked out when it is asked for; an answer more or less, and it is forgotten.
  let points: readonly (Earned | null)[] | null = null;
  const states: (State | undefined)[] = [];
  const gates: (State | undefined)[] = [];

  const stateOf = (condition: Condition): State => stateIn(condition, facts);
  const openIn = rememberedOf((fraction: Fraction) => substituteFraction(fraction, cells.number));
  const valueOf = rememberedOf((fraction: Fraction) => fractionValue(fraction, cells.number));
  const known: Known = { condition: stateOf, criterion: facts.criterion, value: valueOf };
  const answered: Answered = { signOf, domainOf, openIn };
  const sofar: Sofar = {
    program,
    known,
    answered,
    points: pointsNow,
    asked: (question) => askedIn(question).polynomial,
  };

  function askedIn(question: number): Asked {
    return (asked[question] ??= askedNow(questions.polynomials[question] ?? []));
  }

  function askedNow(whole: Polynomial): Asked {
    const { polynomial, flipped } = primitive(substitute(whole, cells.number));
    const signs = signsWithin(polynomial, domainOf).reduce((all: SignSet, sign) => all | onlySign(sign), 0);
    return { polynomial, flipped, key: polynomialKey(polynomial), signs };
  }

  function signsOfQuestion(question: number): SignSet {
    const { key, signs: bounded, flipped } = askedIn(question);
    const sign = decided.get(key);
    const signs = sign === undefined ? bounded : onlySign(sign);
    return flipped ? mirrored(signs) : signs;
  }

  function forget(): void {
    points = null;
    states.length = 0;
    gates.length = 0;
  }

  function stateOfCriterion(number: number): State {
    return (states[number] ??= stateOfNumber(number));
  }

  function stateOfNumber(number: number): State {
    const condition = criteria[number];
    return condition === undefined ? UNKNOWN : stateOf(condition);
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

  function allEarned(): Earned | null {
    return sheet === null ? null : earnedInAll(sheet, pointsNow(sheet));
  }

  function pointsOf(criterion: number | null): ReturnType<Unit['pointsOf']> {
    if (sheet === null) return null;
    const all = criterion === null ? allEarned() : earned(criterion);
    const fraction = pointsFraction(sheet, criterion, known, pointsNow(sheet), answered);
    return all === null || fraction === null ? null : { fraction, bounds: all.earned };
  }

  function standing(): Standing {
    return standingIn(program, facts);
  }

  function outcome(): Outcome {
    const score = sheet === null ? countScore(counted, known.criterion) : sheetScore(sheet, pointsNow(sheet));
    return { ...standing(), score };
  }

  function earned(number: number): Earned | null {
    const item = sheet?.items[number];
    return item === undefined ? null : earnedAlone(item, number, known);
  }

  function asking<T extends readonly unknown[]>(
    next: (sofar: Sofar, ...of: T) => Open | null,
  ): (...of: T) => Open | null {
    return (...of) => next(sofar, ...of);
  }

  function answerSign(polynomial: Polynomial, sign: -1 | 0 | 1, then: () => void): void {
    const key = polynomialKey(polynomial);
    decided.set(key, sign);
    forget();
    then();
    decided.delete(key);
    forget();
  }

  function answerByte(variable: number, value: number, then: () => void): void {
    answers.set(variable, value);
    forget();
    then();
    answers.delete(variable);
    forget();
  }

  return {
    outcome,
    standing,
    condition: stateOf,
    criterion: stateOfCriterion,
    earned,
    earnedInAll: allEarned,
    openQuestion: asking(openQuestionIn),
    classQuestion: asking(classQuestionIn),
    openAmong: asking(openAmongIn),
    openOf: asking(openOfCriterion),
    answerSign,
    answerByte,
    pointsOf,
    knowing: (more) => knownUnit(program, { facts, known }, more),
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
