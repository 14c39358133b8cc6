import {
  addFractions,
  constant,
  type Fraction,
  multiplyFractions,
  negateFraction,
  ONE_POLYNOMIAL,
  variable,
} from '../algebra/index.ts';
import { ALWAYS, type Condition, NEGATIVE, POSITIVE, type SignSet, ZERO_SIGN } from './condition.ts';
import type { Formula } from './formula.ts';
import { periodsOf } from './functions.ts';
import { allOf, definedUnless } from './joining.ts';
import type { Asker } from './questions.ts';
import type { Scope } from './scope.ts';

/** One case of a number: its value where `when` holds. min, max and abs make several, everything else has one. */
export interface Case {
  readonly when: Condition;
  readonly value: Fraction;
}

/** A number by cases, and where it divides nothing by nothing: in that case it has no value. */
export interface ByCases {
  readonly cases: readonly Case[];
  readonly zeroDivisors: readonly Condition[];
}

/**
 * Compiles numbers into cases.
 *
 * @param asker Asks what the cases hang on.
 * @returns The cases of a formula; it throws a RangeError when the formula was not checked first.
 */
export function createNumbers(scope: Scope, asker: Asker): (formula: Formula) => ByCases {
  /** The cases of a number some periods ago; where it divides nothing by nothing is added to `zeroDivisors`. */
  function number(formula: Formula, zeroDivisors: Condition[], ago: number): readonly Case[] {
    switch (formula.kind) {
      case 'number':
        return [{ when: ALWAYS, value: constant(formula.value) }];
      case 'name': {
        const meaning = scope.lookup(formula.name);
        if (meaning?.kind === 'measure') return number(meaning.formula, zeroDivisors, ago);
        return [{ when: ALWAYS, value: { num: variable(asker.variable(formula.name, ago)), den: ONE_POLYNOMIAL } }];
      }
      case 'negate':
        return negated(number(formula.operand, zeroDivisors, ago));
      case 'arithmetic':
        return arithmetic(formula, zeroDivisors, ago);
      case 'call':
        return call(formula, zeroDivisors, ago);
      default:
        throw new RangeError(`a ${formula.kind} is no number: the formula was not checked`);
    }
  }

  function arithmetic(
    formula: Formula & { kind: 'arithmetic' },
    zeroDivisors: Condition[],
    ago: number,
  ): readonly Case[] {
    const own: Condition[] = [];
    const left = number(formula.left, own, ago);
    const right = number(formula.right, own, ago);
    if (formula.operator === '/') noteZeroDivisors(left, right, own);
    zeroDivisors.push(...own);
    switch (formula.operator) {
      case '+':
        return pairUp(left, right, addFractions);
      case '-':
        return differences(left, right);
      case '*':
        return pairUp(left, right, multiplyFractions);
      case '/':
        return pairUp(left, right, (a, b) => multiplyFractions(a, { num: b.den, den: b.num }));
    }
  }

  /** 0/0 leaves the comparison undefined; x/0 with a defined x other than 0 is a fault of the data. */
  function noteZeroDivisors(left: readonly Case[], right: readonly Case[], zeroDivisors: Condition[]): void {
    const before = [...zeroDivisors];
    for (const divisor of right) {
      if (asker.isAlwaysPositive(divisor.value)) continue;
      const isZero = allOf([divisor.when, asker.sign(divisor.value, ZERO_SIGN)]);
      for (const divided of left) {
        zeroDivisors.push(allOf([isZero, divided.when, asker.sign(divided.value, ZERO_SIGN)]));
        const isOther = asker.sign(divided.value, NEGATIVE | POSITIVE);
        asker.unsoundDivision(definedUnless(before, allOf([isZero, divided.when, isOther])));
      }
    }
  }

  function call(formula: Formula & { kind: 'call' }, zeroDivisors: Condition[], ago: number): readonly Case[] {
    const [head, body] = formula.args;
    if (formula.name === 'prev' && head !== undefined) return number(head, zeroDivisors, ago + 1);
    if (formula.name === 'last' && body !== undefined) {
      const periods = Array.from({ length: periodsOf(head) ?? 1 }, (_, earlier) =>
        number(body, zeroDivisors, ago + earlier),
      );
      return periods.reduce((sum, period) => pairUp(sum, period, addFractions));
    }
    const args = formula.args.map((arg) => number(arg, zeroDivisors, ago));
    const [first = [], ...rest] = args;
    if (formula.name === 'abs') return extreme(first, negated(first), POSITIVE);
    const side = formula.name === 'max' ? POSITIVE : NEGATIVE;
    return rest.reduce((best, arg) => extreme(best, arg, side), first);
  }

  /** The greater of two numbers (or the smaller, for the negative side); equal ones count once. */
  function extreme(left: readonly Case[], right: readonly Case[], side: SignSet): readonly Case[] {
    return left.flatMap((a) =>
      right.flatMap((b) => {
        const difference = addFractions(a.value, negateFraction(b.value));
        const both = [a.when, b.when];
        return [
          { when: allOf([...both, asker.sign(difference, side | ZERO_SIGN)]), value: a.value },
          { when: allOf([...both, asker.sign(difference, (NEGATIVE | POSITIVE) & ~side)]), value: b.value },
        ];
      }),
    );
  }

  return (formula) => {
    const zeroDivisors: Condition[] = [];
    const cases = number(formula, zeroDivisors, 0);
    return { cases, zeroDivisors };
  };
}

/** One number less another, case by case. */
export function differences(left: readonly Case[], right: readonly Case[]): readonly Case[] {
  return pairUp(left, negated(right), addFractions);
}

function pairUp(
  left: readonly Case[],
  right: readonly Case[],
  join: (a: Fraction, b: Fraction) => Fraction,
): readonly Case[] {
  return left.flatMap((a) => right.map((b) => ({ when: allOf([a.when, b.when]), value: join(a.value, b.value) })));
}

function negated(cases: readonly Case[]): readonly Case[] {
  return cases.map(({ when, value }) => ({ when, value: negateFraction(value) }));
}
