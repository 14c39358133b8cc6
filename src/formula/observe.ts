import { add, divide, equal, max, min, multiply, negate, ONE, type Rational, subtract, ZERO } from '../number/index.ts';
import type { Formula } from './formula.ts';
import type { Scope } from './scope.ts';

/** A number as it came about: of a quotient both parts, not reduced (45 people of 8,120). */
export interface Observed {
  readonly num: Rational;
  readonly den: Rational;
}

/** Why a number cannot be worked out: a cell is missing, or it divides nothing by nothing. */
export type Unobserved = 'missing' | 'undefined';

/**
 * Works out a number for one unit, exactly.
 *
 * @param formula A number of a checked formula.
 * @param scope What its names mean.
 * @param valueOf The value of an indicator, `null` when missing.
 */
export function observe(
  formula: Formula,
  scope: Scope,
  valueOf: (indicator: string) => Rational | null,
): Observed | Unobserved {
  switch (formula.kind) {
    case 'number':
      return whole(formula.value);
    case 'name': {
      const meaning = scope.lookup(formula.name);
      if (meaning?.kind === 'measure') return observe(meaning.formula, scope, valueOf);
      const value = valueOf(formula.name);
      return value === null ? 'missing' : whole(value);
    }
    case 'negate':
      return with1(observe(formula.operand, scope, valueOf), (value) => negate(value));
    case 'arithmetic': {
      const left = observe(formula.left, scope, valueOf);
      const right = observe(formula.right, scope, valueOf);
      return formula.operator === '/' ? quotient(left, right) : with2(left, right, OPERATIONS[formula.operator]);
    }
    case 'call':
      return call(formula.name, formula.args.map((arg) => observe(arg, scope, valueOf)));
    default:
      throw new RangeError(`a ${formula.kind} is no number: the formula was not checked`);
  }
}

/** The value of an observed number. */
export function valueOfObserved({ num, den }: Observed): Rational {
  return divide(num, den);
}

const OPERATIONS = { '+': add, '-': subtract, '*': multiply };

function quotient(left: Observed | Unobserved, right: Observed | Unobserved): Observed | Unobserved {
  if (typeof left === 'string') return left;
  if (typeof right === 'string') return right;
  const divisor = valueOfObserved(right);
  if (equal(divisor, ZERO)) return 'undefined';
  return { num: valueOfObserved(left), den: divisor };
}

function call(name: string, args: readonly (Observed | Unobserved)[]): Observed | Unobserved {
  const [first = 'missing', ...rest] = args;
  if (name === 'abs') return with1(first, (value) => (value.num < 0n ? negate(value) : value));
  return rest.reduce((best, arg) => with2(best, arg, name === 'max' ? max : min), first);
}

function with1(operand: Observed | Unobserved, apply: (value: Rational) => Rational): Observed | Unobserved {
  return typeof operand === 'string' ? operand : whole(apply(valueOfObserved(operand)));
}

function with2(
  left: Observed | Unobserved,
  right: Observed | Unobserved,
  apply: (a: Rational, b: Rational) => Rational,
): Observed | Unobserved {
  if (typeof left === 'string') return left;
  if (typeof right === 'string') return right;
  return whole(apply(valueOfObserved(left), valueOfObserved(right)));
}

function whole(value: Rational): Observed {
  return { num: value, den: ONE };
}
