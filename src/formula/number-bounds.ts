import { add, compare, divide, multiply, negate, type Rational, ZERO } from '../number/index.ts';
import type { Formula } from './formula.ts';
import { periodsOf } from './functions.ts';
import type { Scope } from './scope.ts';

/** What a number lies between while figures are missing. */
export interface NumberBounds {
  /** `null` where there is no least. */
  readonly least: Rational | null;
  /** `null` where there is no most. */
  readonly most: Rational | null;
  /** Whether it may divide nothing by nothing. */
  readonly mayBeUndefined: boolean;
}

/** Any number at all, or none. */
export const UNBOUNDED: NumberBounds = { least: null, most: null, mayBeUndefined: true };

/**
 * What a number lies between, by interval arithmetic: never too narrow, and too wide where a missing figure stands in it
 * more than once.
 *
 * @param formula A formula that yields a number.
 * @param scope What its names mean.
 * @param boundsOfCell What an indicator of the row lies between, in its own period or an earlier one: twice its figure where
 *   it is there.
 * @param ago How many periods earlier.
 */
export function numberBounds(
  formula: Formula,
  scope: Scope,
  boundsOfCell: (indicator: string, periodsAgo: number) => NumberBounds,
  ago = 0,
): NumberBounds {
  const inner = (part: Formula, earlier = 0): NumberBounds => numberBounds(part, scope, boundsOfCell, ago + earlier);
  switch (formula.kind) {
    case 'number':
      return { least: formula.value, most: formula.value, mayBeUndefined: false };
    case 'name': {
      const meaning = scope.lookup(formula.name);
      if (meaning?.kind === 'measure') return inner(meaning.formula);
      return meaning?.kind === 'indicator' ? boundsOfCell(formula.name, ago) : UNBOUNDED;
    }
    case 'negate':
      return negatedBounds(inner(formula.operand));
    case 'arithmetic':
      return arithmetic(formula.operator, inner(formula.left), inner(formula.right));
    case 'call':
      return call(formula, inner);
    default:
      return UNBOUNDED;
  }
}

function call(
  { name, args: given }: Formula & { kind: 'call' },
  inner: (part: Formula, earlier?: number) => NumberBounds,
): NumberBounds {
  const [head, body] = given;
  if (name === 'prev' && head !== undefined) return inner(head, 1);
  if (name === 'last' && body !== undefined) {
    return Array.from({ length: periodsOf(head) ?? 1 }, (_, earlier) => inner(body, earlier)).reduce(sumBounds);
  }
  const args = given.map((arg) => inner(arg));
  switch (name) {
    case 'min':
      return args.reduce(lesserBounds);
    case 'max':
      return args.reduce(greaterBounds);
    case 'abs':
      return args.map((own) => greaterBounds(own, negatedBounds(own))).reduce(sumBounds);
    default:
      return UNBOUNDED;
  }
}

function arithmetic(
  operator: Extract<Formula, { kind: 'arithmetic' }>['operator'],
  left: NumberBounds,
  right: NumberBounds,
): NumberBounds {
  switch (operator) {
    case '+':
      return sumBounds(left, right);
    case '-':
      return sumBounds(left, negatedBounds(right));
    case '*':
      return product(left, right);
    case '/':
      return quotient(left, right);
    default:
      return operator satisfies never;
  }
}

type Join = (a: Rational, b: Rational) => Rational;

/** The same of both ends; an end that one side lacks is lacking. */
function joined(a: Rational | null, b: Rational | null, join: Join): Rational | null {
  return a === null || b === null ? null : join(a, b);
}

const mayBe = (a: NumberBounds, b: NumberBounds): boolean => a.mayBeUndefined || b.mayBeUndefined;

/** The bounds of a sum. */
export function sumBounds(a: NumberBounds, b: NumberBounds): NumberBounds {
  return { least: joined(a.least, b.least, add), most: joined(a.most, b.most, add), mayBeUndefined: mayBe(a, b) };
}

/** The bounds of a number with its sign turned. */
export function negatedBounds({ least, most, mayBeUndefined }: NumberBounds): NumberBounds {
  return { least: most === null ? null : negate(most), most: least === null ? null : negate(least), mayBeUndefined };
}

function product(a: NumberBounds, b: NumberBounds): NumberBounds {
  const mayBeUndefined = mayBe(a, b);
  if (isNotNegative(a) && isNotNegative(b)) {
    return { least: joined(a.least, b.least, multiply), most: joined(a.most, b.most, multiply), mayBeUndefined };
  }
  const ends = [a.least, a.most].flatMap((one) => [b.least, b.most].map((other) => joined(one, other, multiply)));
  return { least: extreme(ends, -1), most: extreme(ends, 1), mayBeUndefined };
}

/** Where the divisor is never below zero. What divides by zero is no sound figure, but for nothing by nothing. */
function quotient(a: NumberBounds, b: NumberBounds): NumberBounds {
  if (!isNotNegative(b) || b.least === null) return UNBOUNDED;
  const mayBeUndefined = mayBe(a, b) || (b.least.num === 0n && mayBeZero(a));
  // A negative number grows with its divisor, a positive one shrinks.
  const end = (of: Rational | null, byMost: boolean): Rational | null => {
    if (of === null || of.num === 0n) return of;
    if (byMost) return b.most === null ? ZERO : b.most.num === 0n ? null : divide(of, b.most);
    return b.least === null || b.least.num === 0n ? null : divide(of, b.least);
  };
  return {
    least: end(a.least, a.least !== null && a.least.num > 0n),
    most: end(a.most, a.most !== null && a.most.num < 0n),
    mayBeUndefined,
  };
}

/** The bounds of the lesser of two numbers. */
export function lesserBounds(a: NumberBounds, b: NumberBounds): NumberBounds {
  const most = a.most === null ? b.most : b.most === null ? a.most : extreme([a.most, b.most], -1);
  return { least: extreme([a.least, b.least], -1), most, mayBeUndefined: mayBe(a, b) };
}

/** The bounds of the greater of two numbers. */
export function greaterBounds(a: NumberBounds, b: NumberBounds): NumberBounds {
  return negatedBounds(lesserBounds(negatedBounds(a), negatedBounds(b)));
}

/** The least (−1) or most (1) of some ends; `null` where one of them is open. */
function extreme(ends: readonly (Rational | null)[], side: -1 | 1): Rational | null {
  return ends.reduce((best, end) =>
    best === null || end === null ? null : compare(end, best) * side > 0 ? end : best,
  );
}

function isNotNegative({ least }: NumberBounds): boolean {
  return least !== null && least.num >= 0n;
}

function mayBeZero({ least, most }: NumberBounds): boolean {
  return (least === null || least.num <= 0n) && (most === null || most.num >= 0n);
}
