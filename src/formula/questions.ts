import {
  type Domain,
  type Fraction,
  isAlwaysPositive,
  isNeverNegative,
  multiply,
  type Polynomial,
  polynomialKey,
  primitive,
} from '../algebra/index.ts';
import type { Rational } from '../number/index.ts';
import { columnName } from './columns.ts';
import { ALWAYS, type Condition, mirrored, NEVER, POSITIVE, type SignSet, ZERO_SIGN } from './condition.ts';
import type { Comparison } from './formula.ts';
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
  /** The number of the criterion whose points count; `null` for the whole sheet. */
  readonly of: number | null;
  readonly operator: Comparison;
  readonly bound: Rational;
  /** Whether the bound is a share of what can be earned. */
  readonly share: boolean;
}

/** Asks questions, each only once, and numbers them. */
export interface Asker {
  /** @throws {RangeError} When no indicator has the name: the formula was not checked. */
  readonly variable: (id: string, periodsAgo?: number) => number;
  readonly gate: (gate: Gate) => Condition;
  /** Whether the sign of a fraction is among some; a denominator of zero is asked about apart. */
  readonly sign: (fraction: Fraction, accept: SignSet) => Condition;
  /** Whether a fraction cannot be zero, nor below it, whatever the figures are. */
  readonly isAlwaysPositive: (fraction: Fraction) => boolean;
  /** Notes where something is divided by nothing. The same division may stand in many formulas. */
  readonly unsoundDivision: (division: Condition) => void;
  readonly asked: () => Questions;
}

/** An asker that has asked nothing. */
export function createAsker(scope: Scope, domainOf: (indicator: string) => Domain): Asker {
  const variables = numbered<Variable>();
  const polynomials = numbered<Polynomial>();
  const gates: Gate[] = [];
  const unsoundDivisions = numbered<Condition>();

  const domainOfVariable = (index: number): Domain =>
    variables.all[index]?.domain ?? { whole: false, min: null, max: null };

  /**
   * The sign of a fraction is asked for as that of one polynomial. A denominator that is never negative is left out: where it
   * is zero the comparison is not applicable or the data unsound, whatever this answers.
   */
  function sign({ num, den }: Fraction, accept: SignSet): Condition {
    const sameSign = isNeverNegative(den, domainOfVariable) ? num : multiply(num, den);
    const { polynomial, flipped } = primitive(sameSign);
    const wanted = flipped ? mirrored(accept) : accept;
    const constantSign = polynomial.length === 0 ? ZERO_SIGN : POSITIVE;
    if (polynomial.every((term) => term.variables.length === 0)) return (wanted & constantSign) === 0 ? NEVER : ALWAYS;
    return {
      kind: 'sign',
      question: polynomials.numberOf(polynomialKey(polynomial), () => polynomial),
      accept: wanted,
    };
  }

  function variable(id: string, periodsAgo = 0): number {
    const column = columnName(id, periodsAgo);
    return variables.numberOf(column, () => {
      const meaning = scope.lookup(id);
      if (meaning?.kind !== 'indicator') throw new RangeError(`${id} is no indicator: the formula was not checked`);
      return { indicator: meaning.indicator, column, periodsAgo, domain: domainOf(id) };
    });
  }

  return {
    variable,
    gate: (gate) => ({ kind: 'gate', gate: gates.push(gate) - 1 }),
    sign,
    isAlwaysPositive: ({ num }) => isAlwaysPositive(num, domainOfVariable),
    unsoundDivision: (division) => void unsoundDivisions.numberOf(JSON.stringify(division), () => division),
    asked: () => ({
      variables: variables.all,
      polynomials: polynomials.all,
      gates,
      unsoundDivisions: unsoundDivisions.all,
    }),
  };
}

/** A growing list that holds each thing once. */
function numbered<T>(): {
  readonly all: readonly T[];
  readonly numberOf: (key: string, make: () => T) => number;
} {
  const all: T[] = [];
  const numbers = new Map<string, number>();
  return {
    all,
    numberOf(key, make) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const next = all.push(make()) - 1;
      numbers.set(key, next);
      return next;
    },
  };
}
