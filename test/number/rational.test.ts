import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import {
  add,
  ceilDivide,
  compare,
  divide,
  equal,
  floorDivide,
  gcd,
  integer,
  isInteger,
  lcm,
  max,
  min,
  multiply,
  negate,
  MOST_TOLD_APART,
  ONE,
  ordinalOf,
  quotient,
  type Rational,
  rational,
  sign,
  subtract,
  ZERO,
} from '../../src/number/index.ts';

const SEED = { seed: 28, numRuns: 300 };

const anyInteger = fc.oneof(fc.bigInt({ min: -20n, max: 20n }), fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }));
const nonZero = anyInteger.filter((value) => value !== 0n);
const anyRational = fc.tuple(anyInteger, nonZero).map(([num, den]) => rational(num, den));

/** The same number in the independent library. */
function reference({ num, den }: Rational): Fraction {
  return new Fraction(num, den);
}

function fromReference(value: Fraction): Rational {
  return { num: value.s * value.n, den: value.d };
}

describe('rational', () => {
  test.each([
    [6n, -4n, { num: -3n, den: 2n }],
    [-6n, -4n, { num: 3n, den: 2n }],
    [0n, -7n, { num: 0n, den: 1n }],
    [10n ** 40n, 10n ** 38n, { num: 100n, den: 1n }],
  ])('%s / %s in lowest terms', (num, den, expected) => {
    expect(rational(num, den)).toEqual(expected);
  });

  test('refuses a denominator of zero', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
  });

  test('of whole doubles is the same as of integers', () => {
    const whole = fc.oneof(
      fc.integer({ min: -5000, max: 5000 }),
      fc.maxSafeInteger(),
      fc.constantFrom(0, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER),
    );
    const positive = whole.map((value) => Math.max(1, Math.abs(value)));
    fc.assert(
      fc.property(whole, positive, (num, den) => {
        expect(quotient(num, den)).toEqual(rational(BigInt(num), BigInt(den)));
      }),
      SEED,
    );
  });

  test('integers', () => {
    expect(integer(-7)).toEqual({ num: -7n, den: 1n });
    expect(integer(2n ** 60n)).toEqual({ num: 2n ** 60n, den: 1n });
    expect(() => integer(0.5)).toThrow(RangeError);
    expect(isInteger(rational(8n, 4n))).toBe(true);
    expect(isInteger(rational(8n, 3n))).toBe(false);
  });

  test('agrees with fraction.js in the four operations, order and extremes', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        const [x, y] = [reference(a), reference(b)];
        expect(add(a, b)).toEqual(fromReference(x.add(y)));
        expect(subtract(a, b)).toEqual(fromReference(x.sub(y)));
        expect(multiply(a, b)).toEqual(fromReference(x.mul(y)));
        if (b.num !== 0n) expect(divide(a, b)).toEqual(fromReference(x.div(y)));
        expect(compare(a, b)).toBe(Math.sign(x.compare(y)));
        expect(equal(a, b)).toBe(x.equals(y));
        expect(min(a, b)).toEqual(x.lte(y) ? a : b);
        expect(max(a, b)).toEqual(x.gte(y) ? a : b);
        expect(sign(a)).toBe(Math.sign(x.compare(0)));
        expect(negate(a)).toEqual(fromReference(x.neg()));
      }),
      SEED,
    );
  });

  test('two spellings of one number are equal', () => {
    fc.assert(
      fc.property(anyInteger, nonZero, nonZero, (num, den, factor) => {
        expect(rational(num * factor, den * factor)).toEqual(rational(num, den));
      }),
      SEED,
    );
  });
});

describe('whole numbers', () => {
  test.each([
    [12n, 18n, 6n],
    [-12n, 18n, 6n],
    [0n, -5n, 5n],
    [0n, 0n, 0n],
    [7n, 1n, 1n],
  ])('gcd(%s, %s) is %s', (a, b, expected) => {
    expect(gcd(a, b)).toBe(expected);
  });

  test('lcm is the least number both divide', () => {
    for (let a = 1n; a <= 12n; a += 1n) {
      for (let b = 1n; b <= 12n; b += 1n) {
        let least = a;
        while (least % b !== 0n) least += a;
        expect(lcm(a, b)).toBe(least);
      }
    }
  });

  test.each([
    [7n, 2n, 3n, 4n],
    [-7n, 2n, -4n, -3n],
    [6n, 3n, 2n, 2n],
    [-6n, 3n, -2n, -2n],
    [0n, 9n, 0n, 0n],
    [-1n, 9n, -1n, 0n],
    [1n, 9n, 0n, 1n],
  ])('%s / %s lies between %s and %s', (a, b, below, above) => {
    expect(floorDivide(a, b)).toBe(below);
    expect(ceilDivide(a, b)).toBe(above);
  });

  test('floorDivide and ceilDivide enclose the quotient', () => {
    const positive = fc.bigInt({ min: 1n, max: 10n ** 20n });
    fc.assert(
      fc.property(anyInteger, positive, (a, b) => {
        const [below, above] = [floorDivide(a, b), ceilDivide(a, b)];
        expect(below * b <= a && a < (below + 1n) * b).toBe(true);
        expect((above - 1n) * b < a && a <= above * b).toBe(true);
      }),
      SEED,
    );
  });
});

describe('a double that stands for a number alone', () => {
  const most = BigInt(MOST_TOLD_APART);
  const near = fc.oneof(fc.bigInt({ min: most - 9n, max: most }), fc.bigInt({ min: 1n, max: most }));
  const anyNumber = fc.tuple(near, near, fc.boolean()).map(([num, den, minus]) => rational(minus ? -num : num, den));

  test('is in the order of the numbers, and equal only where they are', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        const [one, other] = [ordinalOf(a), ordinalOf(b)];
        if (one === null || other === null) throw new TypeError('it stands for no number');
        expect(Math.sign(one - other)).toBe(compare(a, b));
      }),
      { seed: 28, numRuns: 2000 },
    );
  });

  test.each([
    [rational(most), MOST_TOLD_APART],
    [rational(-most), -MOST_TOLD_APART],
    [rational(most + 1n), null],
    [rational(-most - 1n), null],
    [rational(1n, most), 1 / MOST_TOLD_APART],
    [rational(1n, most + 1n), null],
    [ZERO, 0],
  ])('%o', (value, expected) => {
    expect(ordinalOf(value)).toBe(expected);
  });
});
