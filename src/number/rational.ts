/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** The greatest common divisor of two integers, never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** The least common multiple of two positive integers. */
export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

/**
 * The fraction `num / den` in lowest terms.
 *
 * @throws {RangeError} When `den` is zero: a programmer's mistake, data never gets here unchecked.
 * @example rational(6n, -4n) // { num: -3n, den: 2n }
 */
export function rational(num: bigint, den: bigint = 1n): Rational {
  // Most figures are whole: nothing is to be reduced.
  if (den === 1n) return { num, den };
  if (den === 0n) throw new RangeError('a fraction needs a denominator other than zero');
  const divisor = gcd(num, den) * (den < 0n ? -1n : 1n);
  return { num: num / divisor, den: den / divisor };
}

export const ZERO: Rational = { num: 0n, den: 1n };
export const ONE: Rational = { num: 1n, den: 1n };

/** Whole numbers no further from zero are made once: most figures are small counts. */
const SMALL = 2048;
const small: Rational[] = Array.from({ length: 2 * SMALL + 1 });

/** The fraction of a whole number that a double holds exactly. */
export function integer(value: number | bigint): Rational {
  if (typeof value === 'bigint' || Math.abs(value) > SMALL) return { num: BigInt(value), den: 1n };
  return (small[value + SMALL] ??= { num: BigInt(value), den: 1n });
}

/**
 * The fraction `num / den` of whole numbers that doubles hold exactly; `den` is positive.
 *
 * @example quotient(6, 4) // { num: 3n, den: 2n }
 */
export function quotient(num: number, den: number): Rational {
  if (den === 1) return integer(num);
  const divisor = commonDivisor(Math.abs(num), den);
  return divisor === den ? integer(num / den) : { num: BigInt(num / divisor), den: integer(den / divisor).num };
}

/**
 * Quotients of whole numbers up to here are told apart by their doubles: two that differ do so by at least 1/(b·d), more than
 * rounding to 53 bits can hide in a/b and c/d where neither a·d nor c·b passes 2^52.
 */
export const MOST_TOLD_APART = 2 ** 26;

/**
 * The double that stands for a number alone (see {@link MOST_TOLD_APART}).
 *
 * @returns `null` where its numerator or denominator is too large for that.
 */
export function ordinalOf({ num, den }: Rational): number | null {
  const [above, below] = [Number(num), Number(den)];
  return Math.abs(above) <= MOST_TOLD_APART && below <= MOST_TOLD_APART ? above / below : null;
}

const MOST_INT = 2 ** 31 - 1;

/** The greatest common divisor of whole numbers that are not negative; many times as fast where 32 bits hold them. */
function commonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0 && (x > MOST_INT || y > MOST_INT)) [x, y] = [y, x % y];
  let [m, n] = [x | 0, y | 0];
  while (n !== 0) {
    const rest = m % n;
    m = n;
    n = rest;
  }
  return y === 0 ? x : m;
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

/** @throws {RangeError} When `b` is zero. */
export function divide(a: Rational, b: Rational): Rational {
  if (b === ONE) return a;
  return rational(a.num * b.den, a.den * b.num);
}

export function negate(a: Rational): Rational {
  return { num: -a.num, den: a.den };
}

/** −1, 0 or 1. */
export function sign(a: Rational): -1 | 0 | 1 {
  return a.num < 0n ? -1 : a.num > 0n ? 1 : 0;
}

/** −1, 0 or 1 as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const isAlike = a.den === b.den;
  const left = isAlike ? a.num : a.num * b.den;
  const right = isAlike ? b.num : b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return a.num === b.num && a.den === b.den;
}

export function min(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function max(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

export function isInteger(a: Rational): boolean {
  return a.den === 1n;
}

/** `a / b` rounded towards minus infinity; `b` is positive. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** `a / b` rounded towards plus infinity; `b` is positive. */
export function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}
