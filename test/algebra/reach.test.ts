import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  type Bounds,
  evaluate,
  isAlwaysPositive,
  multiply,
  ONE_POLYNOMIAL,
  type Polynomial,
  reachWithin,
  scale,
  variable,
  ZERO_POLYNOMIAL,
} from '../../src/algebra/index.ts';
import { compare, type Rational, rational } from '../../src/number/index.ts';
import { sumOfProducts } from './polynomials.ts';

const [x, y] = [variable(0), variable(1)];

const between = (min: bigint | null, max: bigint | null): Bounds => ({
  min: min === null ? null : rational(min),
  max: max === null ? null : rational(max),
});

const textOf = (end: Rational | null): string => (end === null ? '∞' : `${end.num}`);

describe('what a polynomial lies between', () => {
  const minusX = scale(x, -1n);
  test.each<[string, Polynomial, Bounds, Bounds, string]>([
    ['a constant', scale(ONE_POLYNOMIAL, 7n), between(null, null), between(null, null), '7 7'],
    ['nothing', ZERO_POLYNOMIAL, between(null, null), between(null, null), '0 0'],
    ['x', x, between(2n, 5n), between(null, null), '2 5'],
    ['x without a most', x, between(2n, null), between(null, null), '2 ∞'],
    ['−x', minusX, between(2n, null), between(null, null), '∞ -2'],
    ['x + y', add(x, y), between(2n, 5n), between(-1n, 1n), '1 6'],
    ['x·y of both signs', multiply(x, y), between(-2n, 3n), between(-5n, 4n), '-15 12'],
    ['x·y, one without bounds', multiply(x, y), between(1n, 2n), between(null, null), '∞ ∞'],
    ['x·y, one at nothing', multiply(x, y), between(0n, 0n), between(null, null), '0 0'],
    ['x·y, both from 0 on', multiply(x, y), between(0n, null), between(0n, 3n), '0 ∞'],
    ['x·y, one up to 0', multiply(x, y), between(null, 0n), between(2n, null), '∞ 0'],
  ])('%s', (_, polynomial, ofX, ofY, expected) => {
    const { least, most } = reachWithin(polynomial, (index) => (index === 0 ? ofX : ofY));
    expect(`${textOf(least)} ${textOf(most)}`).toBe(expected);
  });

  test('holds every value, and both ends are reached where each variable stands once', () => {
    fc.assert(
      fc.property(anyPolynomial, anyBounds, anyBounds, (polynomial, ofX, ofY) => {
        const { least, most } = reachWithin(polynomial, (index) => (index === 0 ? ofX : ofY));
        const values = valuesIn(ofX).flatMap((a) =>
          valuesIn(ofY).map((b) => evaluate(polynomial, (index) => (index === 0 ? a : b))),
        );
        expect(values.filter((value) => least !== null && compare(value, least) < 0)).toEqual([]);
        expect(values.filter((value) => most !== null && compare(value, most) > 0)).toEqual([]);
        const isPlain = polynomial.every(({ variables }) => variables.length <= 1);
        const isBounded = [ofX.min, ofX.max, ofY.min, ofY.max].every((end) => end !== null);
        if (!isPlain || !isBounded || values.length === 0) return;
        expect(values.some((value) => least !== null && compare(value, least) === 0)).toBe(true);
        expect(values.some((value) => most !== null && compare(value, most) === 0)).toBe(true);
      }),
      { seed: 29, numRuns: 1500 },
    );
  });
});

describe('isAlwaysPositive', () => {
  const natural = between(0n, null);
  const positive = between(1n, null);
  const share = between(0n, 1n);
  const free = between(null, null);
  const two = scale(ONE_POLYNOMIAL, 2n);
  test.each<[string, Polynomial, Bounds, boolean]>([
    ['x from 1 on', x, positive, true],
    ['x from 0 on', x, natural, false],
    ['x + 2 from 0 on', add(x, two), natural, true],
    ['x·y from 1 on', multiply(x, y), positive, true],
    ['2 − x up to 1', add(two, scale(x, -1n)), share, true],
    ['2 − x − y up to 1', add(two, scale(add(x, y), -1n)), share, false],
    ['x without bounds', x, free, false],
    ['2', two, free, true],
    ['0', ZERO_POLYNOMIAL, free, false],
    ['−2', scale(two, -1n), free, false],
  ])('%s: %#', (_, polynomial, domain, expected) => {
    expect(isAlwaysPositive(polynomial, () => domain)).toBe(expected);
  });

  test('is never claimed where some value brings it to zero or below', () => {
    let claimed = 0;
    fc.assert(
      fc.property(anyPolynomial, anyBounds, anyBounds, (p, ofX, ofY) => {
        if (!isAlwaysPositive(p, (index) => (index === 0 ? ofX : ofY))) return;
        claimed += 1;
        for (const a of valuesIn(ofX)) {
          for (const b of valuesIn(ofY)) expect(evaluate(p, (index) => (index === 0 ? a : b)).num).toBeGreaterThan(0n);
        }
      }),
      { seed: 28, numRuns: 3000 },
    );
    expect(claimed).toBeGreaterThan(200);
  });
});

const anyEnd = fc.option(fc.bigInt({ min: -3n, max: 6n }));
const anyBounds = fc
  .tuple(anyEnd, anyEnd)
  .map(([a, b]) => (a !== null && b !== null && a > b ? between(b, a) : between(a, b)));

const anyPolynomial = fc
  .array(fc.tuple(fc.bigInt({ min: -3n, max: 6n }), fc.subarray([0, 0, 1, 1])), { minLength: 1, maxLength: 4 })
  .map(sumOfProducts);

function valuesIn({ min, max }: Bounds): readonly Rational[] {
  const halves = Array.from({ length: 41 }, (_, index) => rational(BigInt(index - 20), 2n));
  return halves.filter(
    (value) => (min === null || compare(value, min) >= 0) && (max === null || compare(value, max) <= 0),
  );
}
