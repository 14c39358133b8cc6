import { add, compare, multiply, type Rational, rational, ZERO } from '../number/index.ts';
import type { Bounds, Polynomial, Term } from './polynomial.ts';

/** What a number lies between; `null` is no bound. */
export interface Reach {
  readonly least: Rational | null;
  readonly most: Rational | null;
}

const SIGNS = [-1, 0, 1] as const;

/**
 * What a polynomial lies between where its variables keep to their bounds: never too narrow, and too wide where a variable
 * stands in several terms, or where only whole numbers count.
 *
 * @param boundsOf By variable.
 */
export function reachWithin(polynomial: Polynomial, boundsOf: (variable: number) => Bounds): Reach {
  return polynomial.reduce<Reach>(
    ({ least, most }, term) => {
      const own = termReach(term, boundsOf);
      return { least: joined(least, own.least, add), most: joined(most, own.most, add) };
    },
    { least: ZERO, most: ZERO },
  );
}

function termReach({ coefficient, variables }: Term, boundsOf: (variable: number) => Bounds): Reach {
  const factor = rational(coefficient);
  return variables.reduce<Reach>((product, variable) => times(product, boundsOf(variable)), {
    least: factor,
    most: factor,
  });
}

/** The product of two numbers that lie between bounds. */
function times({ least, most }: Reach, { min, max }: Bounds): Reach {
  const corners = [
    corner(least, -1, min, -1),
    corner(least, -1, max, 1),
    corner(most, 1, min, -1),
    corner(most, 1, max, 1),
  ];
  return { least: extreme(corners, -1), most: extreme(corners, 1) };
}

/** A corner of the product: a number, or beyond all numbers on a side. */
type Corner = Rational | -1 | 1;

/** The product of two ends; an end that is missing lies beyond all numbers on its side, and zero times that is zero. */
function corner(a: Rational | null, sideOfA: -1 | 1, b: Rational | null, sideOfB: -1 | 1): Corner {
  if (a !== null && b !== null) return multiply(a, b);
  const [signOfA, signOfB] = [a === null ? sideOfA : signOf(a), b === null ? sideOfB : signOf(b)];
  if (signOfA === 0 || signOfB === 0) return ZERO;
  return signOfA === signOfB ? 1 : -1;
}

function extreme(corners: readonly Corner[], side: -1 | 1): Rational | null {
  if (corners.includes(side)) return null;
  const ends = corners.flatMap((own) => (typeof own === 'number' ? [] : [own]));
  return ends.reduce<Rational | null>(
    (best, end) => (best === null || compare(end, best) * side > 0 ? end : best),
    null,
  );
}

function signOf({ num }: Rational): -1 | 0 | 1 {
  return num === 0n ? 0 : num > 0n ? 1 : -1;
}

function joined(a: Rational | null, b: Rational | null, join: (x: Rational, y: Rational) => Rational): Rational | null {
  return a === null || b === null ? null : join(a, b);
}

/** The signs that a polynomial may have where its variables keep to their bounds: never too few. */
export function signsWithin(polynomial: Polynomial, boundsOf: (variable: number) => Bounds): readonly (-1 | 0 | 1)[] {
  const { least, most } = reachWithin(polynomial, boundsOf);
  const [low, high] = [least === null ? -1 : signOf(least), most === null ? 1 : signOf(most)];
  // Bounds that leave none belong to figures that cannot be true, which is told elsewhere.
  const isEmpty = least !== null && most !== null && compare(least, most) > 0;
  return SIGNS.filter((sign) => isEmpty || (low <= sign && sign <= high));
}

/** Whether no value of the variables in their domains can bring the polynomial to zero or below; `false` when in doubt. */
export function isAlwaysPositive(polynomial: Polynomial, boundsOf: (variable: number) => Bounds): boolean {
  const { least } = reachWithin(polynomial, boundsOf);
  return least !== null && least.num > 0n;
}

/** Whether no value of the variables in their domains can bring the polynomial below zero; `false` when in doubt. */
export function isNeverNegative(polynomial: Polynomial, boundsOf: (variable: number) => Bounds): boolean {
  const { least } = reachWithin(polynomial, boundsOf);
  return least !== null && least.num >= 0n;
}
