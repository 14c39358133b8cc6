import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Domain,
  evaluate,
  type Point,
  type Polynomial,
  type Requirement,
  solve,
  turnsWithin,
  variablesOf,
} from '../../src/algebra/index.ts';
import { divide, exactText, integer, max, min, type Rational, sign } from '../../src/number/index.ts';
import { sumOfProducts } from './polynomials.ts';

const SIGNS = [-1, 0, 1] as const;
const PRODUCTS = [[], [0], [1], [0, 1], [0, 0], [0, 1, 1]] as const;

const upTo = (most: number | null): Domain => ({
  whole: true,
  min: integer(0),
  max: most === null ? null : integer(most),
});

/** A polynomial in two variables, joined and squared. */
function anyPolynomial(least: number): fc.Arbitrary<Polynomial> {
  return fc
    .array(fc.integer({ min: least, max: 5 }), { minLength: PRODUCTS.length, maxLength: PRODUCTS.length })
    .map((factors) => sumOfProducts(factors.map((factor, index) => [BigInt(factor), PRODUCTS[index] ?? []])));
}

const requirement: fc.Arbitrary<Requirement> = fc
  .tuple(anyPolynomial(-5), fc.constantFrom(...SIGNS))
  .map(([polynomial, wanted]) => ({ polynomial, sign: wanted }));

const at = (polynomial: Polynomial, point: Point): Rational => evaluate(polynomial, (v) => point.get(v) ?? integer(0));

/** The points of a square from 0 on that meet requirements. */
function pointsMeeting(requirements: readonly Requirement[], most: number): readonly Point[] {
  const values = Array.from({ length: most + 1 }, (_, value) => integer(value));
  return values
    .flatMap((x) =>
      values.map(
        (y) =>
          new Map([
            [0, x],
            [1, y],
          ]),
      ),
    )
    .filter((point) => requirements.every(({ polynomial, sign: wanted }) => sign(at(polynomial, point)) === wanted));
}

test('the least and most of a fraction are among the points found, whatever joins its figures', () => {
  let several = 0;
  fc.assert(
    fc.property(
      anyPolynomial(-5),
      anyPolynomial(0),
      fc.array(requirement, { maxLength: 2 }),
      fc.nat(5),
      (num, rest, own, most) => {
        const den = sumOfProducts([[1n, []], ...rest.map((term) => [term.coefficient, term.variables] as const)]);
        const valueOf = (point: Point): Rational => divide(at(num, point), at(den, point));
        const ends = (points: readonly Point[]): readonly string[] =>
          [min, max].map((end) => exactText(points.map(valueOf).reduce((a, b) => end(a, b))));
        const found = turnsWithin({ num, den }, own, () => upTo(most));
        const points = pointsMeeting(own, most);
        fc.pre(points.length > 0);
        several += points.length > 1 && variablesOf(num).length > 1 ? 1 : 0;
        expect(ends(found ?? [])).toEqual(ends(points));
      },
    ),
    { numRuns: 800, seed: 14 },
  );
  expect(several).toBeGreaterThan(200);
});

test('few whole numbers can be solved for, whatever joins them', () => {
  const told = { yes: 0, no: 0, maybe: 0 };
  fc.assert(
    fc.property(fc.array(requirement, { minLength: 1, maxLength: 3 }), fc.nat(5), (requirements, most) => {
      const found = solve(requirements, () => upTo(most));
      told[found.kind] += 1;
      const exists = pointsMeeting(requirements, most).length > 0;
      expect(found.kind).toBe(exists ? 'yes' : 'no');
      if (found.kind !== 'yes') return;
      const missed = requirements.filter(
        ({ polynomial, sign: wanted }) => sign(at(polynomial, found.values)) !== wanted,
      );
      expect(missed).toEqual([]);
    }),
    { numRuns: 1500, seed: 15 },
  );
  expect(Math.min(told.yes, told.no)).toBeGreaterThan(200);
});

test.each<[string, Polynomial, readonly Requirement[], Domain]>([
  ['a side has no end', sumOfProducts([[1n, [0, 1]]]), [], upTo(null)],
  ['one is multiplied by itself and may be large', sumOfProducts([[1n, [0, 0, 1]]]), [], upTo(900)],
  ['it is no whole number', sumOfProducts([[1n, [0]]]), [], { ...upTo(3), whole: false }],
  [
    'a requirement joins figures that may be large',
    sumOfProducts([[1n, [0]]]),
    [
      {
        polynomial: sumOfProducts([
          [1n, [0]],
          [-1n, [2]],
        ]),
        sign: 1,
      },
    ],
    upTo(900),
  ],
  [
    'it hangs on nothing, and whether requirements can be met is not known',
    sumOfProducts([[1n, []]]),
    [
      {
        polynomial: sumOfProducts([
          [1n, [0, 1]],
          [-7n, []],
        ]),
        sign: 0,
      },
    ],
    upTo(900),
  ],
])('where it turns is not known where %s', (_, num, requirements, domain) => {
  expect(turnsWithin({ num, den: sumOfProducts([[1n, []]]) }, requirements, () => domain)).toBe(null);
});
