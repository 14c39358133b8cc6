import { MISSING } from './columns.ts';
import {
  type Condition,
  FAIL,
  NOT_APPLICABLE,
  opposite,
  PASS,
  type SignSet,
  type State,
  UNKNOWN,
} from './condition.ts';

/** What conditions ask for about one unit. */
export interface Facts {
  /** The signs a polynomial can have: one where nothing in it is missing, all where nothing is known of it. */
  readonly signs: (question: number) => SignSet;
  /** The byte of a boolean or choice, {@link MISSING} where it is missing. */
  readonly value: (variable: number) => number;
  readonly criterion: (criterion: number) => State;
  readonly gate: (gate: number) => State;
}

/** The state of a condition for one unit: the same as over columns, for where units are looked at one by one. */
export function stateIn(condition: Condition, facts: Facts): State {
  switch (condition.kind) {
    case 'constant':
      return condition.holds ? PASS : FAIL;
    case 'sign': {
      const possible = facts.signs(condition.question);
      if ((possible & condition.accept) === 0) return FAIL;
      return (possible & ~condition.accept) === 0 ? PASS : UNKNOWN;
    }
    case 'choice': {
      const place = facts.value(condition.variable);
      return place === MISSING ? UNKNOWN : passIf(condition.accept.includes(place));
    }
    case 'boolean': {
      const value = facts.value(condition.variable);
      return value === 0 ? FAIL : value === 1 ? PASS : UNKNOWN;
    }
    case 'criterion': {
      const state = facts.criterion(condition.criterion);
      return state === NOT_APPLICABLE ? condition.whenNotApplicable : state;
    }
    case 'gate':
      return facts.gate(condition.gate);
    case 'not':
      return opposite(stateIn(condition.of, facts));
    case 'all':
      return joined(condition.of, facts, PASS, FAIL);
    case 'any':
      return joined(condition.of, facts, FAIL, PASS);
    case 'at_least':
      return counted(condition.count, condition.of, facts);
    case 'defined': {
      const isUndefined = stateIn(condition.undefinedWhen, facts);
      if (isUndefined === PASS) return NOT_APPLICABLE;
      return isUndefined === UNKNOWN ? UNKNOWN : stateIn(condition.of, facts);
    }
    default:
      return condition satisfies never;
  }
}

function passIf(holds: boolean): State {
  return holds ? PASS : FAIL;
}

/** All or any of the parts that apply: one that is `settling` settles it, without any it is `neutral`. */
function joined(
  parts: readonly Condition[],
  facts: Facts,
  neutral: typeof PASS | typeof FAIL,
  settling: typeof PASS | typeof FAIL,
): State {
  let state: State = parts.length === 0 ? neutral : NOT_APPLICABLE;
  for (const part of parts) {
    const own = stateIn(part, facts);
    if (own === settling) return settling;
    if (own === UNKNOWN || (own === neutral && state === NOT_APPLICABLE)) state = own;
  }
  return state;
}

/** While nothing is decided, the unknown parts may yet all turn out not to apply. */
function counted(needed: number, parts: readonly Condition[], facts: Facts): State {
  let [passed, open, decided] = [0, 0, 0];
  for (const part of parts) {
    const state = stateIn(part, facts);
    if (state === PASS) passed += 1;
    if (state === UNKNOWN) open += 1;
    if (state === PASS || state === FAIL) decided += 1;
  }
  if (passed >= needed) return PASS;
  if (decided === 0 && parts.length > 0) return open === 0 ? NOT_APPLICABLE : UNKNOWN;
  return passed + open >= needed ? UNKNOWN : FAIL;
}
