import { MISSING } from './columns.ts';
import { type Condition, FAIL, NOT_APPLICABLE, PASS, type State, UNKNOWN } from './condition.ts';

/**
 * What conditions ask for, over a run of rows: each answer is a byte for every row of the run. The arrays stay the
 * answerer's own and are only valid until the run changes.
 */
export interface Answers {
  /** Rows in the run. */
  readonly rows: number;
  /** 0, 1 or 2 for a negative, zero or positive polynomial, {@link UNKNOWN_SIGN} where a value is missing. */
  readonly signs: (question: number) => Uint8Array;
  /** Columns of booleans and choices, as they are in the data. */
  readonly values: (variable: number) => Uint8Array;
  /** States of a criterion already decided. */
  readonly criterion: (criterion: number) => Uint8Array;
  /** States of a gate on the points. */
  readonly gate: (gate: number) => Uint8Array;
}

export const UNKNOWN_SIGN = 3;

/** Evaluates conditions in Kleene's three-valued logic, in which parts that are not applicable leave the count. */
export interface Evaluator {
  /** Writes the state of a condition for every row of the run. */
  readonly evaluate: (condition: Condition, answers: Answers, out: Uint8Array) => void;
}

/**
 * An evaluator for runs of up to `mostRows` rows; its buffers are kept and used again.
 *
 * @param mostRows The longest run.
 */
export function createEvaluator(mostRows: number): Evaluator {
  const spare: Uint8Array[] = [];
  const take = (): Uint8Array => spare.pop() ?? new Uint8Array(mostRows);

  function evaluate(condition: Condition, answers: Answers, out: Uint8Array): void {
    switch (condition.kind) {
      case 'constant':
        out.fill(condition.holds ? PASS : FAIL, 0, answers.rows);
        return;
      case 'sign':
        translate(answers.signs(condition.question), stateOfSign(condition.accept), answers.rows, out);
        return;
      case 'choice':
        translate(answers.values(condition.variable), stateOfChoice(condition.accept), answers.rows, out);
        return;
      case 'boolean':
        translate(answers.values(condition.variable), STATE_OF_BOOLEAN, answers.rows, out);
        return;
      case 'criterion':
        translate(answers.criterion(condition.criterion), sameState(condition.whenNotApplicable), answers.rows, out);
        return;
      case 'gate':
        translate(answers.gate(condition.gate), SAME_STATE, answers.rows, out);
        return;
      case 'not':
        evaluate(condition.of, answers, out);
        translate(out, OPPOSITE_STATE, answers.rows, out);
        return;
      case 'all':
        combine(condition.of, answers, out, PASS, NOT_APPLICABLE, least);
        return;
      case 'any':
        combine(condition.of, answers, out, FAIL, NOT_APPLICABLE, greatest);
        return;
      case 'at_least':
        atLeast(condition.count, condition.of, answers, out);
        return;
      case 'defined':
        defined(condition, answers, out);
    }
  }

  /** Folds the states of the parts; `empty` is the state of no parts at all. */
  function combine(
    parts: readonly Condition[],
    answers: Answers,
    out: Uint8Array,
    empty: number,
    neutral: number,
    fold: (out: Uint8Array, part: Uint8Array, rows: number) => void,
  ): void {
    out.fill(parts.length === 0 ? empty : neutral, 0, answers.rows);
    const state = take();
    for (const part of parts) {
      evaluate(part, answers, state);
      fold(out, state, answers.rows);
    }
    spare.push(state);
  }

  function atLeast(count: number, parts: readonly Condition[], answers: Answers, out: Uint8Array): void {
    const state = take();
    const passed = new Uint32Array(answers.rows);
    const failed = new Uint32Array(answers.rows);
    const excluded = new Uint32Array(answers.rows);
    for (const part of parts) {
      evaluate(part, answers, state);
      for (let i = 0; i < answers.rows; i += 1) {
        const s = state[i] ?? UNKNOWN;
        if (s === PASS) passed[i] = (passed[i] ?? 0) + 1;
        else if (s === FAIL) failed[i] = (failed[i] ?? 0) + 1;
        else if (s === NOT_APPLICABLE) excluded[i] = (excluded[i] ?? 0) + 1;
      }
    }
    for (let i = 0; i < answers.rows; i += 1) {
      out[i] = stateOfCount(count, parts.length, passed[i] ?? 0, failed[i] ?? 0, excluded[i] ?? 0);
    }
    spare.push(state);
  }

  function defined(condition: Condition & { kind: 'defined' }, answers: Answers, out: Uint8Array): void {
    const undefinedWhen = take();
    evaluate(condition.undefinedWhen, answers, undefinedWhen);
    evaluate(condition.of, answers, out);
    for (let i = 0; i < answers.rows; i += 1) {
      if (undefinedWhen[i] === PASS) out[i] = NOT_APPLICABLE;
      else if (undefinedWhen[i] === UNKNOWN) out[i] = UNKNOWN;
    }
    spare.push(undefinedWhen);
  }

  return { evaluate };
}

function stateOfCount(needed: number, parts: number, passed: number, failed: number, excluded: number): number {
  if (passed >= needed) return PASS;
  const decided = passed + failed;
  if (parts > 0 && excluded === parts) return NOT_APPLICABLE;
  if (parts - failed - excluded >= needed) return UNKNOWN;
  // Too few can still pass. While nothing is decided, the unknown parts may yet all turn out not to apply.
  return decided === 0 && parts > 0 ? UNKNOWN : FAIL;
}

function least(out: Uint8Array, part: Uint8Array, rows: number): void {
  for (let i = 0; i < rows; i += 1) {
    const state = part[i] ?? UNKNOWN;
    if (state < (out[i] ?? UNKNOWN)) out[i] = state;
  }
}

function greatest(out: Uint8Array, part: Uint8Array, rows: number): void {
  for (let i = 0; i < rows; i += 1) {
    const state = part[i] ?? UNKNOWN;
    const best = out[i] ?? UNKNOWN;
    if (state !== NOT_APPLICABLE && (best === NOT_APPLICABLE || state > best)) out[i] = state;
  }
}

/** Looks every byte up in a table of states. */
function translate(from: Uint8Array, table: Uint8Array, rows: number, out: Uint8Array): void {
  for (let i = 0; i < rows; i += 1) out[i] = table[from[i] ?? MISSING] ?? UNKNOWN;
}

/** Every state as it is, but not applicable as what it counts for. */
const SAME_STATES: readonly Uint8Array[] = [FAIL, UNKNOWN, PASS, NOT_APPLICABLE].map((whenNotApplicable) =>
  Uint8Array.of(FAIL, UNKNOWN, PASS, whenNotApplicable),
);
const SAME_STATE = Uint8Array.of(FAIL, UNKNOWN, PASS, NOT_APPLICABLE);
const OPPOSITE_STATE = Uint8Array.of(PASS, UNKNOWN, FAIL, NOT_APPLICABLE);
/** Bytes past the end of a table, such as that of a missing value, are unknown. */
const STATE_OF_BOOLEAN = Uint8Array.of(FAIL, PASS);

const STATE_OF_SIGN: readonly Uint8Array[] = Array.from({ length: 8 }, (_, accept) =>
  Uint8Array.of(...[1, 2, 4].map((bit) => ((accept & bit) === 0 ? FAIL : PASS)), UNKNOWN),
);

function stateOfSign(accept: number): Uint8Array {
  return STATE_OF_SIGN[accept] ?? SAME_STATE;
}

function sameState(whenNotApplicable: State): Uint8Array {
  return SAME_STATES[whenNotApplicable] ?? SAME_STATE;
}

/** By the accepted places: a unit whose cells are searched asks the same question very often. */
const STATE_OF_CHOICE = new WeakMap<readonly number[], Uint8Array>();

function stateOfChoice(accept: readonly number[]): Uint8Array {
  const known = STATE_OF_CHOICE.get(accept);
  if (known !== undefined) return known;
  const states = Uint8Array.from({ length: MISSING }, (_, place) => (accept.includes(place) ? PASS : FAIL));
  STATE_OF_CHOICE.set(accept, states);
  return states;
}
