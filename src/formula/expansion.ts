import type { Formula } from './formula.ts';
import { periodsOf } from './functions.ts';
import { printFormula } from './print.ts';
import { rememberedByMeasure } from './remembered.ts';
import type { Scope } from './scope.ts';

/** More cases than this in one comparison are refused when criteria are loaded. */
export const MOST_CASES = 64;
/** More terms than this in one comparison are refused when criteria are loaded. */
export const MOST_TERMS = 20_000;

/** How large a number becomes when it is compiled, at most. */
interface Expansion {
  /** The cases that its min, max and abs make. */
  readonly cases: number;
  /** The terms above and below the line when everything is multiplied out. */
  readonly above: number;
  readonly below: number;
  /** What is below the line: the same text stands for the same divisor. */
  readonly divisor: string;
}

const ONE_TERM: Expansion = { cases: 1, above: 1, below: 1, divisor: '' };

const expansionOfMeasure = rememberedByMeasure<Expansion>();

/** Which of the limits above a number or comparison passes; `null` for none. */
export function passedLimit(formula: Formula, scope: Scope): 'cases' | 'terms' | null {
  const { cases, above, below } = expansionOf(formula, scope);
  if (cases > MOST_CASES) return 'cases';
  // The sign of a fraction may be asked as that of what is above times what is below.
  return above * below > MOST_TERMS ? 'terms' : null;
}

function expansionOf(formula: Formula, scope: Scope): Expansion {
  switch (formula.kind) {
    case 'name': {
      const meaning = scope.lookup(formula.name);
      if (meaning?.kind !== 'measure') return ONE_TERM;
      return expansionOfMeasure(scope, formula.name, () => expansionOf(meaning.formula, scope));
    }
    case 'negate':
      return expansionOf(formula.operand, scope);
    case 'compare':
      return sum(expansionOf(formula.left, scope), expansionOf(formula.right, scope));
    case 'arithmetic':
      return arithmetic(formula, scope);
    case 'call':
      return call(formula, scope);
    case 'number':
    case 'in':
    case 'not':
    case 'all':
    case 'any':
    case 'at_least':
      return ONE_TERM;
  }
}

function arithmetic({ operator, left, right }: Formula & { kind: 'arithmetic' }, scope: Scope): Expansion {
  const [a, b] = [expansionOf(left, scope), expansionOf(right, scope)];
  if (operator === '*') return product(a, b);
  if (operator !== '/') return sum(a, b);
  const divisor = `${b.divisor}/(${printFormula(right)})`;
  return product(a, { cases: b.cases, above: b.below, below: b.above, divisor });
}

function call({ name, args }: Formula & { kind: 'call' }, scope: Scope): Expansion {
  const [first = ONE_TERM, ...rest] = args.map((arg) => expansionOf(arg, scope));
  switch (name) {
    case 'prev':
      return earlier(first, 'prev');
    case 'last':
      return summedUp(rest[0] ?? ONE_TERM, periodsOf(args[0]) ?? 1);
    default:
      // abs compares a number with its own negative.
      return rest.length === 0 ? extreme(first, first) : rest.reduce(extreme, first);
  }
}

/** A number of other periods: what it is divided by is another divisor. */
function earlier(of: Expansion, periods: string): Expansion {
  return of.divisor === '' ? of : { ...of, divisor: `${periods}(${of.divisor})` };
}

/** The sum of a number over periods, each with its own divisor. */
function summedUp(of: Expansion, periods: number): Expansion {
  const { cases, above, below } = of;
  return {
    ...earlier(of, `last ${periods} `),
    cases: cases ** periods,
    above: periods * above * below ** (periods - 1),
    below: below ** periods,
  };
}

function sum(a: Expansion, b: Expansion): Expansion {
  const cases = a.cases * b.cases;
  if (a.divisor === b.divisor) return { ...a, cases, above: a.above + b.above };
  return { ...product(a, b), above: a.above * b.below + b.above * a.below };
}

function product(a: Expansion, b: Expansion): Expansion {
  const divisor = `${a.divisor}${b.divisor}`;
  return { cases: a.cases * b.cases, above: a.above * b.above, below: a.below * b.below, divisor };
}

/** Each comparison of two numbers doubles the pairs of their cases. */
function extreme(a: Expansion, b: Expansion): Expansion {
  return { ...sum(a, b), cases: 2 * a.cases * b.cases };
}
