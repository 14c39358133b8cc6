import { add, divide, equal, max, min, multiply, negate, ONE, type Rational, subtract, ZERO } from '../number/index.ts';
import { columnName } from './columns.ts';
import type { Formula } from './formula.ts';
import { periodsOf } from './functions.ts';
import type { Scope } from './scope.ts';

/** A number as it came about: of a quotient both parts, not reduced (45 people of 8,120). */
export interface Observed {
  readonly num: Rational;
  readonly den: Rational;
}

/** Why a number cannot be worked out: a cell is missing, or something in it is divided by nothing, whatever is missing. */
export type Unobserved = 'missing' | 'undefined';

/**
 * Works out a number for one unit, exactly.
 *
 * @param formula A number of a checked formula.
 * @param scope What its names mean.
 * @param valueOf The value of a column (see {@link columnName}), `null` when missing.
 * @param ago How many periods earlier.
 */
export function observe(
  formula: Formula,
  scope: Scope,
  valueOf: (column: string) => Rational | null,
  ago = 0,
): Observed | Unobserved {
  const part = (inner: Formula, earlier = 0): Observed | Unobserved => observe(inner, scope, valueOf, ago + earlier);
  switch (formula.kind) {
    case 'number':
      return whole(formula.value);
    case 'name': {
      const meaning = scope.lookup(formula.name);
      if (meaning?.kind === 'measure') return part(meaning.formula);
      const value = valueOf(columnName(formula.name, ago));
      return value === null ? 'missing' : whole(value);
    }
    case 'negate':
      return with1(part(formula.operand), negate);
    case 'arithmetic': {
      const left = part(formula.left);
      const right = part(formula.right);
      return formula.operator === '/' ? quotient(left, right) : with2(left, right, OPERATIONS[formula.operator]);
    }
    case 'call':
      return call(formula, part);
    default:
      throw new RangeError(`a ${formula.kind} is no number: the formula was not checked`);
  }
}

/** The value of an observed number. */
export function valueOfObserved({ num, den }: Observed): Rational {
  return divide(num, den);
}

/** How far one number lies above another (below: negative), in units of the numerator of the first. */
export function marginBetween(observed: Observed, required: Observed): Rational {
  const above = subtract(observed.num, multiply(valueOfObserved(required), observed.den));
  // Over a denominator below zero, a larger numerator is a smaller number.
  return observed.den.num < 0n ? negate(above) : above;
}

const OPERATIONS = { '+': add, '-': subtract, '*': multiply };

function quotient(left: Observed | Unobserved, right: Observed | Unobserved): Observed | Unobserved {
  if (typeof left === 'string' || typeof right === 'string') return reason(left, right);
  const divisor = valueOfObserved(right);
  if (equal(divisor, ZERO)) return 'undefined';
  return { num: valueOfObserved(left), den: divisor };
}

function call(
  { name, args }: Formula & { kind: 'call' },
  part: (formula: Formula, ago?: number) => Observed | Unobserved,
): Observed | Unobserved {
  const [first, second] = args;
  if (first === undefined) return 'missing';
  if (name === 'prev') return part(first, 1);
  if (name === 'last' && second !== undefined) {
    const earlier = Array.from({ length: periodsOf(first) ?? 1 }, (_, ago) => part(second, ago));
    return earlier.reduce((sum, value) => with2(sum, value, add));
  }
  if (name === 'abs') return with1(part(first), (value) => (value.num < 0n ? negate(value) : value));
  return args.map((arg) => part(arg)).reduce((best, arg) => with2(best, arg, name === 'max' ? max : min));
}

function with1(operand: Observed | Unobserved, apply: (value: Rational) => Rational): Observed | Unobserved {
  return typeof operand === 'string' ? operand : whole(apply(valueOfObserved(operand)));
}

function with2(
  left: Observed | Unobserved,
  right: Observed | Unobserved,
  apply: (a: Rational, b: Rational) => Rational,
): Observed | Unobserved {
  if (typeof left === 'string' || typeof right === 'string') return reason(left, right);
  return whole(apply(valueOfObserved(left), valueOfObserved(right)));
}

/** Why two numbers, at least one of them not worked out, cannot be joined. */
function reason(left: Observed | Unobserved, right: Observed | Unobserved): Unobserved {
  return left === 'undefined' || right === 'undefined' ? 'undefined' : 'missing';
}

function whole(value: Rational): Observed {
  return { num: value, den: ONE };
}
