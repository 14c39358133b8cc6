import {
  addFractions,
  constant,
  type Domain,
  type Fraction,
  isAlwaysPositive,
  isNeverNegative,
  multiply,
  multiplyFractions,
  negateFraction,
  ONE_POLYNOMIAL,
  type Polynomial,
  polynomialKey,
  primitive,
  variable,
} from '../algebra/index.ts';
import type { Rational } from '../number/index.ts';
import { columnName } from './columns.ts';
import {
  ALWAYS,
  type Condition,
  mirrored,
  NEGATIVE,
  NEVER,
  POSITIVE,
  type SignSet,
  type State,
  ZERO_SIGN,
} from './condition.ts';
import type { Comparison, Formula, Name, NumberLiteral } from './formula.ts';
import { periodsOf } from './functions.ts';
import { pointsAsked } from './names.ts';
import type { IndicatorMeaning, Scope } from './scope.ts';

/** A column that conditions read. */
export interface Variable {
  readonly indicator: IndicatorMeaning;
  /** The name of the column: of the indicator, or of an earlier period. */
  readonly column: string;
  readonly periodsAgo: number;
  readonly domain: Domain;
}

/** What compiled conditions refer to by number. */
export interface Questions {
  readonly variables: readonly Variable[];
  /** Polynomials in the variables, each in its primitive form and only once. */
  readonly polynomials: readonly Polynomial[];
  readonly gates: readonly Gate[];
  /** Where something is divided by nothing, each only once: each must fail on sound data. */
  readonly unsoundDivisions: readonly Condition[];
}

/** Points compared with a bound, in the condition of a class. */
export interface Gate {
  /** The criterion whose points count; `null` for the whole sheet. */
  readonly of: string | null;
  readonly operator: Comparison;
  readonly bound: Rational;
  /** Whether the bound is a share of what can be earned. */
  readonly share: boolean;
}

/** A number by cases: exactly one `when` holds where `undefinedWhen` does not. */
export interface Cases {
  readonly cases: readonly Case[];
  readonly undefinedWhen: Condition;
}

/** Compiles formulas that share their questions. */
export interface Compiler {
  /** @throws {RangeError} When the formula was not checked first. */
  readonly condition: (formula: Formula) => Condition;
  /** @throws {RangeError} When the formula was not checked first. */
  readonly number: (formula: Formula) => Cases;
  readonly questions: () => Questions;
}

/** The meaning of names, and what their columns may hold. */
export interface CompileScope {
  readonly scope: Scope;
  readonly domainOf: (indicator: string) => Domain;
  readonly criterionNumber: (id: string) => number;
}

/** One case of a number: its value where `when` holds. min, max and abs make several, everything else has one. */
export interface Case {
  readonly when: Condition;
  readonly value: Fraction;
}

const ACCEPTED: Readonly<Record<Comparison, SignSet>> = {
  '<': NEGATIVE,
  '<=': NEGATIVE | ZERO_SIGN,
  '==': ZERO_SIGN,
  '!=': NEGATIVE | POSITIVE,
  '>=': ZERO_SIGN | POSITIVE,
  '>': POSITIVE,
};

/** A compiler for formulas that {@link checkFormula} found sound. */
export function createCompiler({ scope, domainOf, criterionNumber }: CompileScope): Compiler {
  const variables: Variable[] = [];
  const variableNumbers = new Map<string, number>();
  const polynomials: Polynomial[] = [];
  const polynomialNumbers = new Map<string, number>();
  const gates: Gate[] = [];
  const unsoundDivisions = new Map<string, Condition>();

  function condition(formula: Formula): Condition {
    switch (formula.kind) {
      case 'all':
      case 'any':
        return { kind: formula.kind, of: formula.of.map(condition) };
      case 'at_least':
        return { kind: 'at_least', count: formula.count, of: formula.of.map(condition) };
      case 'not':
        return { kind: 'not', of: condition(formula.operand) };
      case 'in':
        return membership(formula.operand, formula.values);
      case 'name':
        return named(formula);
      case 'compare':
        return comparison(formula);
      case 'number':
      case 'negate':
      case 'arithmetic':
      case 'call':
        throw new RangeError(`a ${formula.kind} is no condition: the formula was not checked`);
    }
  }

  function named(name: Name): Condition {
    const meaning = scope.lookup(name.name);
    if (meaning?.kind === 'criterion') return criterion(name.name, meaning.whenNotApplicable);
    if (meaning?.kind === 'mandatory')
      return { kind: 'all', of: meaning.criteria.map((id) => named({ ...name, name: id })) };
    return { kind: 'boolean', variable: variableNumber(name.name) };
  }

  function criterion(id: string, whenNotApplicable: State): Condition {
    return { kind: 'criterion', criterion: criterionNumber(id), whenNotApplicable };
  }

  function membership(operand: Formula, values: readonly Name[]): Condition {
    const { indicator } = choiceIndicator(operand);
    const accept = values.map((value) => indicator.values.indexOf(value.name));
    return { kind: 'choice', variable: variableNumber(indicator.id), accept };
  }

  function choiceIndicator(operand: Formula): Variable {
    if (operand.kind === 'name') {
      const found = variables[variableNumber(operand.name)];
      if (found !== undefined) return found;
    }
    throw new RangeError('a choice is the name of an indicator: the formula was not checked');
  }

  function comparison({ operator, left, right }: Formula & { kind: 'compare' }): Condition {
    const points = pointsAsked(left);
    if (points !== null && right.kind === 'number') return gate(points.of, operator, right);
    if (left.kind === 'name' && right.kind === 'name' && isChoice(left.name)) {
      const equal = membership(left, [right]);
      return operator === '!=' ? { kind: 'not', of: equal } : equal;
    }
    const zeroDivisors: Condition[] = [];
    const difference = pairUp(number(left, zeroDivisors, 0), negated(number(right, zeroDivisors, 0)), addFractions);
    const decided = anyOf(difference.map(({ when, value }) => allOf([when, signOf(value, ACCEPTED[operator])])));
    return definedUnless(zeroDivisors, decided);
  }

  function gate(of: string | null, operator: Comparison, bound: NumberLiteral): Condition {
    return { kind: 'gate', gate: gates.push({ of, operator, bound: bound.value, share: bound.percent }) - 1 };
  }

  function isChoice(name: string): boolean {
    const meaning = scope.lookup(name);
    return meaning?.kind === 'indicator' && meaning.indicator.type === 'choice';
  }

  /** The cases of a number some periods ago; where it divides nothing by nothing is added to `zeroDivisors`. */
  function number(formula: Formula, zeroDivisors: Condition[], ago: number): readonly Case[] {
    switch (formula.kind) {
      case 'number':
        return [{ when: ALWAYS, value: constant(formula.value) }];
      case 'name': {
        const meaning = scope.lookup(formula.name);
        if (meaning?.kind === 'measure') return number(meaning.formula, zeroDivisors, ago);
        return [{ when: ALWAYS, value: { num: variable(variableNumber(formula.name, ago)), den: ONE_POLYNOMIAL } }];
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
        return pairUp(left, negated(right), addFractions);
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
      if (isAlwaysPositive(divisor.value.num, domainOfVariable)) continue;
      const isZero = allOf([divisor.when, signOf(divisor.value, ZERO_SIGN)]);
      for (const divided of left) {
        zeroDivisors.push(allOf([isZero, divided.when, signOf(divided.value, ZERO_SIGN)]));
        noteUnsound(definedUnless(before, allOf([isZero, divided.when, signOf(divided.value, NEGATIVE | POSITIVE)])));
      }
    }
  }

  /** The same division may stand in many formulas: a rate is compared with several bounds. */
  function noteUnsound(division: Condition): void {
    unsoundDivisions.set(JSON.stringify(division), division);
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
          { when: allOf([...both, signOf(difference, side | ZERO_SIGN)]), value: a.value },
          { when: allOf([...both, signOf(difference, (NEGATIVE | POSITIVE) & ~side)]), value: b.value },
        ];
      }),
    );
  }

  /**
   * Asks for the sign of a fraction as the sign of one polynomial. A denominator that is never negative is left out:
   * where it is zero the comparison is not applicable or the data unsound, whatever this answers.
   */
  function signOf({ num, den }: Fraction, accept: SignSet): Condition {
    const sameSign = isNeverNegative(den, domainOfVariable) ? num : multiply(num, den);
    const { polynomial, flipped } = primitive(sameSign);
    const wanted = flipped ? mirrored(accept) : accept;
    const constantSign = polynomial.length === 0 ? ZERO_SIGN : POSITIVE;
    if (polynomial.every((term) => term.variables.length === 0)) return (wanted & constantSign) === 0 ? NEVER : ALWAYS;
    return { kind: 'sign', question: questionNumber(polynomial), accept: wanted };
  }

  function questionNumber(polynomial: Polynomial): number {
    return numberOf(polynomialKey(polynomial), polynomialNumbers, polynomials, () => polynomial);
  }

  function variableNumber(id: string, periodsAgo = 0): number {
    const column = columnName(id, periodsAgo);
    return numberOf(column, variableNumbers, variables, () => {
      const meaning = scope.lookup(id);
      if (meaning?.kind !== 'indicator') throw new RangeError(`${id} is no indicator: the formula was not checked`);
      return { indicator: meaning.indicator, column, periodsAgo, domain: domainOf(id) };
    });
  }

  function domainOfVariable(index: number): Domain {
    return variables[index]?.domain ?? { whole: false, min: null, max: null };
  }

  return {
    condition,
    number(formula) {
      const zeroDivisors: Condition[] = [];
      const cases = number(formula, zeroDivisors, 0);
      return { cases, undefinedWhen: anyOf(zeroDivisors) };
    },
    questions: () => ({ variables, polynomials, gates, unsoundDivisions: [...unsoundDivisions.values()] }),
  };
}

/** The number of a thing in a growing list, which holds each thing once. */
function numberOf<T>(key: string, numbers: Map<string, number>, things: T[], make: () => T): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const next = things.push(make()) - 1;
  numbers.set(key, next);
  return next;
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

function definedUnless(zeroDivisors: readonly Condition[], of: Condition): Condition {
  return zeroDivisors.length === 0 ? of : { kind: 'defined', undefinedWhen: anyOf(zeroDivisors), of };
}

function allOf(conditions: readonly Condition[]): Condition {
  return joined('all', conditions, ALWAYS, NEVER);
}

function anyOf(conditions: readonly Condition[]): Condition {
  return joined('any', conditions, NEVER, ALWAYS);
}

function joined(
  kind: 'all' | 'any',
  conditions: readonly Condition[],
  neutral: Condition,
  absorbing: Condition,
): Condition {
  const isConstant = (part: Condition, like: Condition): boolean =>
    part.kind === 'constant' && like.kind === 'constant' && part.holds === like.holds;
  if (conditions.some((part) => isConstant(part, absorbing))) return absorbing;
  const of = conditions.filter((part) => !isConstant(part, neutral));
  const [only] = of;
  if (only === undefined) return neutral;
  return of.length === 1 ? only : { kind, of };
}
