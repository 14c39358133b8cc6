import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  addFractions,
  constant,
  constantTerm,
  constantValue,
  degree,
  evaluate,
  type Fraction,
  multiply,
  multiplyFractions,
  negateFraction,
  ONE_POLYNOMIAL,
  type Polynomial,
  polynomialKey,
  primitive,
  scale,
  substitute,
  variable,
  variablesOf,
  ZERO_POLYNOMIAL,
} from '../../src/algebra/index.ts';
import * as number from '../../src/number/index.ts';
import { type Rational, rational } from '../../src/number/index.ts';
import { sumOfProducts } from './polynomials.ts';

const SEED = { seed: 28, numRuns: 300 };
const VARIABLES = 12;

const [x, y, z] = [variable(0), variable(1), variable(2)];

/** Twelve variables, so that numbers of two digits are among them. */
const anyPolynomial: fc.Arbitrary<Polynomial> = fc
  .array(
    fc.tuple(
      fc.oneof(fc.bigInt({ min: -6n, max: 6n }), fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n })),
      fc.array(fc.integer({ min: 0, max: VARIABLES - 1 }), { maxLength: 3 }),
    ),
    { maxLength: 5 },
  )
  .map(sumOfProducts);

const anyValue = fc
  .tuple(fc.bigInt({ min: -50n, max: 50n }), fc.constantFrom(1n, 1n, 2n, 10n, 3n))
  .map(([num, den]) => rational(num, den));
const anyPoint = fc.array(anyValue, { minLength: VARIABLES, maxLength: VARIABLES });

function at(point: readonly Rational[]): (variable: number) => Rational {
  return (index) => point[index] ?? rational(0n);
}

describe('laws, by evaluation at random points', () => {
  test('sum, product and multiple of polynomials are those of their values', () => {
    fc.assert(
      fc.property(anyPolynomial, anyPolynomial, fc.bigInt(), anyPoint, (p, q, factor, point) => {
        const value = (polynomial: Polynomial): Rational => evaluate(polynomial, at(point));
        expect(value(add(p, q))).toEqual(number.add(value(p), value(q)));
        expect(value(multiply(p, q))).toEqual(number.multiply(value(p), value(q)));
        expect(value(scale(p, factor))).toEqual(number.multiply(value(p), number.integer(factor)));
      }),
      SEED,
    );
  });

  test('equal polynomials have one form, whatever way they were made', () => {
    fc.assert(
      fc.property(anyPolynomial, anyPolynomial, anyPolynomial, (p, q, r) => {
        expect(multiply(p, add(q, r))).toEqual(add(multiply(r, p), multiply(q, p)));
        expect(polynomialKey(add(p, q))).toBe(polynomialKey(add(q, p)));
        expect(add(p, scale(p, -1n))).toEqual(ZERO_POLYNOMIAL);
      }),
      SEED,
    );
  });

  test('polynomials with different values have different keys', () => {
    fc.assert(
      fc.property(anyPolynomial, anyPolynomial, (p, q) => {
        expect(polynomialKey(p) === polynomialKey(q)).toBe(add(p, scale(q, -1n)).length === 0);
      }),
      SEED,
    );
    expect(polynomialKey(multiply(x, y))).not.toBe(polynomialKey(variable(1)));
    expect(polynomialKey(multiply(variable(1), variable(2)))).not.toBe(polynomialKey(variable(12)));
  });

  test('fractions add, multiply and change sign as their values do', () => {
    const anyFraction = fc.tuple(anyPolynomial, anyPolynomial).map(([num, den]): Fraction => ({ num, den }));
    fc.assert(
      fc.property(anyFraction, anyFraction, anyPoint, (a, b, point) => {
        const [da, db] = [evaluate(a.den, at(point)), evaluate(b.den, at(point))];
        fc.pre(da.num !== 0n && db.num !== 0n);
        const value = ({ num, den }: Fraction): Rational =>
          number.divide(evaluate(num, at(point)), evaluate(den, at(point)));
        expect(value(addFractions(a, b))).toEqual(number.add(value(a), value(b)));
        expect(value(multiplyFractions(a, b))).toEqual(number.multiply(value(a), value(b)));
        expect(value(negateFraction(a))).toEqual(number.negate(value(a)));
      }),
      SEED,
    );
  });

  test('fractions over one denominator keep it', () => {
    const a = { num: x, den: z };
    const b = { num: y, den: z };
    expect(addFractions(a, b)).toEqual({ num: add(x, y), den: z });
  });

  test('a constant is a quotient of two whole numbers', () => {
    expect(constant(rational(-3n, 4n))).toEqual({ num: scale(ONE_POLYNOMIAL, -3n), den: scale(ONE_POLYNOMIAL, 4n) });
    expect(constant(rational(0n)).num).toEqual(ZERO_POLYNOMIAL);
  });
});

describe('what a polynomial is made of', () => {
  const sample = add(add(multiply(x, multiply(z, x)), scale(y, 5n)), scale(ONE_POLYNOMIAL, -7n));
  test.each([
    ['variables', variablesOf(sample), [0, 1, 2]],
    ['degree', degree(sample), 3],
    ['constant term', constantTerm(sample), -7n],
    ['no variables', variablesOf(ONE_POLYNOMIAL), []],
    ['degree of nothing', degree(ZERO_POLYNOMIAL), 0],
    ['constant term of a variable', constantTerm(x), 0n],
    ['variables in the order of numbers', variablesOf(add(variable(10), variable(9))), [9, 10]],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('primitive', () => {
  test('keeps the sign everywhere, or turns it everywhere and says so', () => {
    fc.assert(
      fc.property(anyPolynomial, anyPoint, (p, point) => {
        const { polynomial, flipped } = primitive(p);
        const before = number.sign(evaluate(p, at(point)));
        const after = number.sign(evaluate(polynomial, at(point)));
        expect(flipped ? 0 - after : after).toBe(before);
        const divisor = polynomial.reduce((all, term) => number.gcd(all, term.coefficient), 0n);
        expect(divisor).toBe(polynomial.length === 0 ? 0n : 1n);
      }),
      SEED,
    );
  });

  test('is one form for all multiples of a polynomial', () => {
    fc.assert(
      fc.property(
        anyPolynomial,
        fc.bigInt().filter((factor) => factor !== 0n),
        (p, factor) => {
          const [one, other] = [primitive(p), primitive(scale(p, factor))];
          expect(other.polynomial).toEqual(one.polynomial);
          if (p.length > 0) expect(other.flipped).toBe(one.flipped !== factor < 0n);
        },
      ),
      SEED,
    );
  });
});

describe('substitute', () => {
  test('leaves a polynomial of the same sign in the kept variables', () => {
    const kept = fc.array(fc.boolean(), { minLength: VARIABLES, maxLength: VARIABLES });
    fc.assert(
      fc.property(anyPolynomial, anyPoint, kept, (p, point, keeps) => {
        const rest = substitute(p, (index) => (keeps[index] === true ? null : at(point)(index)));
        for (const index of variablesOf(rest)) expect(keeps[index]).toBe(true);
        expect(number.sign(evaluate(rest, at(point)))).toBe(number.sign(evaluate(p, at(point))));
      }),
      SEED,
    );
  });

  test('joins terms that become alike', () => {
    const p = add(multiply(x, y), scale(x, -3n));
    expect(substitute(p, (index) => (index === 1 ? rational(3n) : null))).toEqual(ZERO_POLYNOMIAL);
  });
});

describe('constantValue', () => {
  const [x, y] = [variable(0), variable(1)];
  test.each<[string, Fraction, string]>([
    ['0/x', { num: ZERO_POLYNOMIAL, den: x }, '0/1'],
    ['2x/x', { num: scale(x, 2n), den: x }, '2/1'],
    ['(2x − 4y)/(6x − 12y)', { num: add(scale(x, 2n), scale(y, -4n)), den: add(scale(x, 6n), scale(y, -12n)) }, '1/3'],
    ['−3/4', { num: [{ coefficient: -3n, variables: [] }], den: [{ coefficient: 4n, variables: [] }] }, '-3/4'],
    ['x/y', { num: x, den: y }, 'none'],
    ['(x + y)/(x + 2y)', { num: add(x, y), den: add(x, scale(y, 2n)) }, 'none'],
    ['x/(x + y)', { num: x, den: add(x, y) }, 'none'],
    ['x/0', { num: x, den: ZERO_POLYNOMIAL }, 'none'],
    ['0/0', { num: ZERO_POLYNOMIAL, den: ZERO_POLYNOMIAL }, 'none'],
  ])('of %s', (_, fraction, expected) => {
    const found = constantValue(fraction);
    expect(found === null ? 'none' : `${found.num}/${found.den}`).toBe(expected);
  });
});
