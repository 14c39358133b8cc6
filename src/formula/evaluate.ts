import { MISSING } from './columns.ts';
import { type Condition, FAIL, NOT_APPLICABLE, PASS, partsOf, UNKNOWN } from './condition.ts';
import {
  acceptSigns,
  andApplicable,
  andRun,
  atLeastApplicable,
  atLeastCounted,
  bitsOf,
  countingAs,
  countRun,
  createRun,
  definedUnless,
  fillRun,
  lookUp,
  MOST_COUNTED,
  negate,
  noteDecided,
  orApplicable,
  orRun,
  type Run,
  wordsFor,
} from './words.ts';

/**
 * What conditions ask for, over a run of rows: each answer has a byte for every row of the run. The arrays stay the
 * answerer's own and are only valid until the run changes.
 */
export interface Answers {
  /** Rows in the run. */
  readonly rows: number;
  /** The bits of the sign of a polynomial: `NOT_POSITIVE`, `NOT_NEGATIVE`, both for zero, none where a value is missing. */
  readonly signs: (question: number) => Run;
  /** Columns of booleans and choices, as they are in the data. */
  readonly values: (variable: number) => Uint8Array;
  /** States of a criterion already decided. */
  readonly criterion: (criterion: number) => Run;
  /** Whether a criterion may not apply in some row. */
  readonly criterionMayNotApply: (criterion: number) => boolean;
  /** States of a gate on the points. */
  readonly gate: (gate: number) => Run;
}

/** Evaluates conditions in Kleene's three-valued logic, in which parts that are not applicable leave the count. */
export interface Evaluator {
  /** Writes the state of a condition for every row of the run. */
  readonly evaluate: (condition: Condition, answers: Answers, out: Run) => void;
}

/**
 * An evaluator for runs of up to `mostRows` rows; its buffers are kept and used again.
 *
 * @param mostRows The longest run.
 */
export function createEvaluator(mostRows: number): Evaluator {
  const spare: Run[] = [];
  const take = (): Run => spare.pop() ?? createRun(mostRows);

  function evaluate(condition: Condition, answers: Answers, out: Run): void {
    const { rows } = answers;
    const count = wordsFor(rows);
    switch (condition.kind) {
      case 'constant':
        return fillRun(out.words, count, condition.holds ? PASS : FAIL);
      case 'sign':
        return acceptSigns(answers.signs(condition.question).words, count, condition.accept, out.words);
      case 'choice':
        return lookUp(answers.values(condition.variable), rows, bitsOfChoice(condition.accept), out.bytes);
      case 'boolean':
        return lookUp(answers.values(condition.variable), rows, BITS_OF_BOOLEAN, out.bytes);
      case 'criterion': {
        const { words } = answers.criterion(condition.criterion);
        return countingAs(words, count, condition.whenNotApplicable, out.words);
      }
      case 'gate':
        return countingAs(answers.gate(condition.gate).words, count, NOT_APPLICABLE, out.words);
      case 'not':
        evaluate(condition.of, answers, out);
        return negate(out.words, count);
      case 'all':
        return combine(condition.of, answers, out, ALL);
      case 'any':
        return combine(condition.of, answers, out, ANY);
      case 'at_least':
        return atLeast(condition.count, condition.of, answers, out);
      case 'defined':
        return defined(condition, answers, out);
      default:
        return condition satisfies never;
    }
  }

  /** Folds the states of the parts. */
  function combine(parts: readonly Condition[], answers: Answers, out: Run, fold: Fold): void {
    const count = wordsFor(answers.rows);
    const [first, ...rest] = parts;
    if (first === undefined) return fillRun(out.words, count, fold.empty);
    const join = parts.some((part) => mayNotApply(part, answers)) ? fold.applicable : fold.plain;
    evaluate(first, answers, out);
    const state = take();
    for (const part of rest) join(out.words, runOf(part, answers, state).words, count);
    spare.push(state);
  }

  /** The states of a condition: where they are already, or evaluated into a run given. */
  function runOf(condition: Condition, answers: Answers, into: Run): Run {
    if (condition.kind === 'criterion' && condition.whenNotApplicable === NOT_APPLICABLE) {
      return answers.criterion(condition.criterion);
    }
    evaluate(condition, answers, into);
    return into;
  }

  function atLeast(needed: number, parts: readonly Condition[], answers: Answers, out: Run): void {
    if (parts.length > MOST_COUNTED) return atLeastOfMany(needed, parts, answers, out);
    const count = wordsFor(answers.rows);
    if (parts.length === 0) return fillRun(out.words, count, needed <= 0 ? PASS : FAIL);
    const runs = [take(), take(), take()] as const;
    const [passed, possible, decided] = runs;
    const counts = { passed: passed.words, possible: possible.words, decided: decided.words };
    for (const { words } of runs) words.fill(0, 0, count);
    const isPlain = needed <= parts.length && !parts.some((part) => mayNotApply(part, answers));
    for (const part of parts) {
      const { words } = runOf(part, answers, out);
      countRun(counts, words, count);
      if (!isPlain) noteDecided(decided.words, words, count);
    }
    (isPlain ? atLeastCounted : atLeastApplicable)(needed, parts.length, counts, count, out.words);
    spare.push(...runs);
  }

  /** More parts than a byte can count. */
  function atLeastOfMany(needed: number, parts: readonly Condition[], answers: Answers, out: Run): void {
    const passed = new Uint32Array(answers.rows);
    const possible = new Uint32Array(answers.rows);
    const decided = new Uint8Array(answers.rows);
    for (const part of parts) {
      evaluate(part, answers, out);
      for (let i = 0; i < answers.rows; i += 1) {
        const bits = out.bytes[i] ?? 0;
        passed[i] = (passed[i] ?? 0) + (bits === 3 ? 1 : 0);
        possible[i] = (possible[i] ?? 0) + (bits & 1);
        if (bits === 0 || bits === 3) decided[i] = 1;
      }
    }
    for (let i = 0; i < answers.rows; i += 1) {
      const [sure, may, isDecided] = [passed[i] ?? 0, possible[i] ?? 0, decided[i] === 1];
      if (sure >= needed) out.bytes[i] = bitsOf(PASS);
      else if (!isDecided) out.bytes[i] = bitsOf(may === 0 ? NOT_APPLICABLE : UNKNOWN);
      else out.bytes[i] = bitsOf(may >= needed ? UNKNOWN : FAIL);
    }
  }

  function defined(condition: Condition & { kind: 'defined' }, answers: Answers, out: Run): void {
    const undefinedWhen = take();
    evaluate(condition.undefinedWhen, answers, undefinedWhen);
    evaluate(condition.of, answers, out);
    definedUnless(out.words, undefinedWhen.words, wordsFor(answers.rows));
    spare.push(undefinedWhen);
  }

  return { evaluate };
}

/** How parts are joined: of no parts at all, where all of them apply, and where some may not. */
interface Fold {
  readonly empty: typeof PASS | typeof FAIL;
  readonly plain: (out: Int32Array, part: Int32Array, count: number) => void;
  readonly applicable: (out: Int32Array, part: Int32Array, count: number) => void;
}

const ALL: Fold = { empty: PASS, plain: andRun, applicable: andApplicable };
const ANY: Fold = { empty: FAIL, plain: orRun, applicable: orApplicable };

/** Whether a condition may turn out not applicable in some row; `true` where that is not known. */
export function mayNotApply(condition: Condition, answers: Pick<Answers, 'criterionMayNotApply'>): boolean {
  switch (condition.kind) {
    case 'defined':
    case 'gate':
      return true;
    case 'criterion':
      return condition.whenNotApplicable === NOT_APPLICABLE && answers.criterionMayNotApply(condition.criterion);
    case 'not':
    case 'all':
    case 'any':
    case 'at_least':
      return partsOf(condition).some((part) => mayNotApply(part, answers));
    case 'constant':
    case 'sign':
    case 'choice':
    case 'boolean':
      return false;
    default:
      return condition satisfies never;
  }
}

/** By the byte of a cell; every byte that is no place is a missing value. */
function bitsByByte(stateOf: (byte: number) => typeof PASS | typeof FAIL | typeof UNKNOWN): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => bitsOf(stateOf(byte)));
}

const BITS_OF_BOOLEAN = bitsByByte((byte) => (byte === 0 ? FAIL : byte === 1 ? PASS : UNKNOWN));

/** By the accepted places: every run asks the same questions. */
const BITS_OF_CHOICE = new WeakMap<readonly number[], Uint8Array>();

function bitsOfChoice(accept: readonly number[]): Uint8Array {
  const known = BITS_OF_CHOICE.get(accept);
  if (known !== undefined) return known;
  const bits = bitsByByte((place) => (place === MISSING ? UNKNOWN : accept.includes(place) ? PASS : FAIL));
  BITS_OF_CHOICE.set(accept, bits);
  return bits;
}
