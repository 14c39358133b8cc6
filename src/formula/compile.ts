import type { Domain } from '../algebra/index.ts';
import { createNumbers, differences, type Case } from './by-cases.ts';
import { signsOf } from './comparison.ts';
import type { Condition, State } from './condition.ts';
import type { Formula, Name } from './formula.ts';
import { allOf, anyOf, definedUnless } from './joining.ts';
import { isChoice } from './is-choice.ts';
import { pointsAsked } from './points-asked.ts';
import { createAsker, type Questions } from './questions.ts';
import type { IndicatorMeaning, Scope } from './scope.ts';

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

/** A compiler for formulas that {@link checkFormula} found sound. */
export function createCompiler({ scope, domainOf, criterionNumber }: CompileScope): Compiler {
  const asker = createAsker(scope, domainOf);
  const number = createNumbers(scope, asker);

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
    return { kind: 'boolean', variable: asker.variable(name.name) };
  }

  function criterion(id: string, whenNotApplicable: State): Condition {
    return { kind: 'criterion', criterion: criterionNumber(id), whenNotApplicable };
  }

  function membership(operand: Formula, values: readonly Name[]): Condition {
    const { id, values: known } = choiceIn(operand, scope);
    return { kind: 'choice', variable: asker.variable(id), accept: values.map(({ name }) => known.indexOf(name)) };
  }

  function comparison({ operator, left, right }: Formula & { kind: 'compare' }): Condition {
    const points = pointsAsked(left);
    if (points !== null && right.kind === 'number') {
      const of = points.of === null ? null : criterionNumber(points.of);
      return asker.gate({ of, operator, bound: right.value, share: right.percent });
    }
    if (right.kind === 'name' && isChoice(left, scope)) {
      const equal = membership(left, [right]);
      return operator === '!=' ? { kind: 'not', of: equal } : equal;
    }
    const [one, other] = [number(left), number(right)];
    const decided = differences(one.cases, other.cases).map(({ when, value }) =>
      allOf([when, asker.sign(value, signsOf(operator))]),
    );
    return definedUnless([...one.zeroDivisors, ...other.zeroDivisors], anyOf(decided));
  }

  return {
    condition,
    number(formula) {
      const { cases, zeroDivisors } = number(formula);
      return { cases, undefinedWhen: anyOf(zeroDivisors) };
    },
    questions: asker.asked,
  };
}

function choiceIn(operand: Formula, scope: Scope): IndicatorMeaning {
  const meaning = operand.kind === 'name' ? scope.lookup(operand.name) : null;
  if (meaning?.kind === 'indicator') return meaning.indicator;
  throw new RangeError('a choice is the name of an indicator: the formula was not checked');
}
