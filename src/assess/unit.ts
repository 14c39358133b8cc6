import { type Polynomial, polynomialKey, primitive, substitute } from '../algebra/index.ts';
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
import type { CellBounds } from '../data/index.ts';
import type { Rational } from '../number/index.ts';
import { type Earned, earnedByCriterion, type Known } from './earned.ts';
import { gatedPoints, gateState } from './gates.ts';
import { openPoints, signUnderGate } from './open-points.ts';
import { classOutcome } from './outcome.ts';
import type { Program } from './program.ts';
import { countScore, type Score, sheetScore } from './score.ts';

/** The cells of one unit by variable number; `null` is missing. */
export interface Cells {
  readonly number: (variable: number) => Rational | null;
  /** The place of a choice or 0 and 1 of a boolean; {@link MISSING} is missing. */
  readonly byte: (variable: number) => number;
  /** What more is known of a missing cell than its domain says. */
  readonly bounds: (variable: number) => CellBounds | null;
}

/** A question about missing cells. */
export type Open =
  /** The sign of a polynomial in the missing cells, in its primitive form. */
  | { readonly kind: 'sign'; readonly polynomial: Polynomial }
  /** Which of so many values a choice or boolean has. */
  | { readonly kind: 'byte'; readonly variable: number; readonly values: number };

/** What is known so far. */
export interface Outcome {
  /** Classes that could be the first that holds, in order. */
  readonly classes: readonly number[];
  readonly score: Score | null;
  /** Whether a data check or a division already shows that no such unit can be. */
  readonly unsound: boolean;
}

/** One unit whose missing cells are answered step by step. */
export interface Unit {
  readonly outcome: () => Outcome;
  /** The next question that matters: for a check, the class, the points, in this order; `null` when none is left. */
  readonly openQuestion: () => Open | null;
  /** Answers a question while something is done. */
  readonly answerSign: (polynomial: Polynomial, sign: -1 | 0 | 1, then: () => void) => void;
  readonly answerByte: (variable: number, value: number, then: () => void) => void;
  /** What each criterion earns as far as known; empty without points. */
  readonly points: () => readonly (Earned | null)[];
  readonly known: Known;
}

/** A unit with its known cells put into every question. */
export function createUnit(program: Program, cells: Cells): Unit {
  const { questions, criteria, order, classes, checks, counted, sheet } = program;
  const decided = new Map<string, -1 | 0 | 1>();
  const asked = questions.polynomials.map((whole) => primitive(substitute(whole, cells.number)));
  const keys = asked.map(({ polynomial }) => polynomialKey(polynomial));
  const fixed = asked.map(({ polynomial }) => knownSign(polynomial));
  const bytes = questions.variables.map((_, variable) => Uint8Array.of(cells.byte(variable)));
  const states = criteria.map(() => Uint8Array.of(UNKNOWN));
  const unknown = Uint8Array.of(MISSING);
  const answers: Answers = {
    rows: 1,
    signs: (question) => SIGN_BYTES[signByte(question)] ?? unknown,
    values: (variable) => bytes[variable] ?? unknown,
    criterion: (criterion) => states[criterion] ?? unknown,
    gate: (gate) => Uint8Array.of(stateOfGate(gate)),
  };
  const evaluator = createEvaluator(1);
  // What only warns of strange data does not rule it out.
  const strict = checks.filter((_, index) => program.set.checks[index]?.severity === 'error');
  const rules = [...strict, ...questions.unsoundDivisions.map((of): Condition => ({ kind: 'not', of }))];
  let points: readonly (Earned | null)[] | null = null;

  const stateOf = (condition: Condition): number => {
    // A gate asks for the states of other conditions while its own is being worked out.
    const out = new Uint8Array(1);
    evaluator.evaluate(condition, answers, out);
    return out[0] ?? UNKNOWN;
  };
  const known: Known = {
    condition: stateOf,
    criterion: (number) => states[number]?.[0] ?? UNKNOWN,
    variable: cells.number,
  };

  function signByte(question: number): number {
    const own = asked[question];
    if (own === undefined) return UNKNOWN_SIGN;
    const sign = fixed[question] ?? decided.get(keys[question] ?? '');
    return sign === undefined ? UNKNOWN_SIGN : 1 + (own.flipped ? -sign : sign);
  }

  function decideCriteria(): void {
    points = null;
    for (const number of order) {
      const condition = criteria[number];
      const state = states[number];
      if (condition !== undefined && state !== undefined) evaluator.evaluate(condition, answers, state);
    }
  }

  function pointsNow(): readonly (Earned | null)[] {
    points ??= sheet === null ? [] : earnedByCriterion(sheet, known);
    return points;
  }

  function stateOfGate(number: number): number {
    const gate = questions.gates[number];
    if (gate === undefined || sheet === null) return UNKNOWN;
    const criterion = gate.of === null ? null : [...program.set.criteria.keys()].indexOf(gate.of);
    const state = gateState(gate, gatedPoints(sheet, pointsNow(), criterion));
    if (state !== UNKNOWN) return state;
    return signUnderGate(sheet, gate, criterion, known, (polynomial) => decided.get(polynomialKey(polynomial)) ?? null);
  }

  function outcome(): Outcome {
    decideCriteria();
    return {
      classes: classOutcome(classes, stateOf).possible,
      score:
        sheet === null ? countScore(counted.map((number) => known.criterion(number))) : sheetScore(sheet, pointsNow()),
      unsound: rules.some((rule) => stateOf(rule) === FAIL),
    };
  }

  function openQuestion(): Open | null {
    decideCriteria();
    const ruleStates = rules.map(stateOf);
    if (ruleStates.includes(FAIL)) return null;
    const rule = rules[ruleStates.indexOf(UNKNOWN)];
    const open = rule ?? classOutcome(classes, stateOf).open;
    return open === null ? openScore() : firstOpen(open);
  }

  function openScore(): Open | null {
    const number = counted.find((criterion) => known.criterion(criterion) === UNKNOWN);
    if (number !== undefined) return openCriterion(number);
    const condition = sheet === null ? null : openPoints(sheet, null, known);
    return condition === null ? null : openIn(condition);
  }

  function openIn(open: NonNullable<ReturnType<typeof openPoints>>): Open | null {
    return open.kind === 'criterion' ? openCriterion(open.number) : firstOpen(open.condition);
  }

  function openCriterion(number: number): Open | null {
    const condition = criteria[number];
    return condition === undefined ? null : firstOpen(condition);
  }

  function firstOpen(condition: Condition): Open | null {
    switch (condition.kind) {
      case 'sign': {
        const polynomial = asked[condition.question]?.polynomial;
        return polynomial === undefined ? null : { kind: 'sign', polynomial };
      }
      case 'choice':
      case 'boolean': {
        const choices = questions.variables[condition.variable]?.indicator.values.length ?? 0;
        return { kind: 'byte', variable: condition.variable, values: condition.kind === 'boolean' ? 2 : choices };
      }
      case 'criterion':
        return openCriterion(condition.criterion);
      case 'gate':
        return openGate(condition.gate);
      default: {
        const open = partsOf(condition).find((part) => stateOf(part) === UNKNOWN);
        return open === undefined ? null : firstOpen(open);
      }
    }
  }

  function openGate(number: number): Open | null {
    const gate = questions.gates[number];
    if (gate === undefined || sheet === null) return null;
    const criterion = gate.of === null ? null : [...program.set.criteria.keys()].indexOf(gate.of);
    const open = openPoints(sheet, criterion, known);
    if (open !== null) return openIn(open);
    let asksFor: Polynomial | null = null;
    signUnderGate(sheet, gate, criterion, known, (polynomial) => {
      const sign = decided.get(polynomialKey(polynomial)) ?? null;
      if (sign === null) asksFor ??= polynomial;
      return sign;
    });
    return asksFor === null ? null : { kind: 'sign', polynomial: asksFor };
  }

  function answerSign(polynomial: Polynomial, sign: -1 | 0 | 1, then: () => void): void {
    const key = polynomialKey(polynomial);
    decided.set(key, sign);
    then();
    decided.delete(key);
  }

  function answerByte(variable: number, value: number, then: () => void): void {
    bytes[variable]?.fill(value);
    then();
    bytes[variable]?.fill(MISSING);
  }

  return { outcome, openQuestion, answerSign, answerByte, points: pointsNow, known };
}

const SIGN_BYTES = [0, 1, 2, UNKNOWN_SIGN].map((byte) => Uint8Array.of(byte));

/** The sign of a primitive polynomial without variables; `undefined` when it has some. */
function knownSign(polynomial: Polynomial): -1 | 0 | 1 | undefined {
  if (polynomial.length === 0) return 0;
  return polynomial.every(({ variables }) => variables.length === 0) ? 1 : undefined;
}
