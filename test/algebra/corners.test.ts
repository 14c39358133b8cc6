import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Domain, evaluate, type Polynomial, type Requirement, variablesOf } from '../../src/algebra/index.ts';
import { boxOf, type Point } from '../../src/algebra/box.ts';
import { cornerMeeting } from '../../src/algebra/corners.ts';
import { integer, type Rational, sign } from '../../src/number/index.ts';
import { sumOfProducts } from './polynomials.ts';

const SIGNS = [-1, 0, 1] as const;
const whole = (from: number | null, to: number | null): Domain => ({
  whole: true,
  min: from === null ? null : integer(from),
  max: to === null ? null : integer(to),
});
const COUNT = whole(0, null);

const at = (polynomial: Polynomial, point: Point): Rational => evaluate(polynomial, (v) => point.get(v) ?? integer(0));

const meets = (requirements: readonly Requirement[], point: Point): boolean =>
  requirements.every(({ polynomial, sign: wanted }) => sign(at(polynomial, point)) === wanted);

/** What corners tell of requirements on variables that hang together. */
function cornerFor(
  requirements: readonly Requirement[],
  domainOf: (variable: number) => Domain,
): Point | 'no' | 'maybe' {
  const joint = requirements.filter(({ polynomial }) => variablesOf(polynomial).length > 1);
  const box = boxOf([...new Set(joint.flatMap(({ polynomial }) => variablesOf(polynomial)))], requirements, domainOf);
  return box === null ? 'maybe' : cornerMeeting(box, requirements);
}

/** Every point of a box that starts at 0. */
function pointsOf(widths: readonly number[]): readonly Point[] {
  return widths.reduce<readonly Point[]>(
    (points, width, variable) =>
      points.flatMap((point) =>
        Array.from({ length: width + 1 }, (_, value) => new Map([...point, [variable, integer(value)]])),
      ),
    [new Map()],
  );
}

/** A sum of products of different variables. */
function linearInEach(variables: number): fc.Arbitrary<Polynomial> {
  const products = Array.from({ length: 2 ** variables }, (_, bits) =>
    Array.from({ length: variables }, (_own, variable) => variable).filter((variable) => (bits >> variable) & 1),
  );
  return fc
    .array(fc.bigInt({ min: -6n, max: 6n }), { minLength: products.length, maxLength: products.length })
    .map((factors) => sumOfProducts(factors.map((factor, index) => [factor, products[index] ?? []])));
}

/** A requirement on one variable: that it is above, at or below a number, or a square of it is. */
const alone = (variables: number): fc.Arbitrary<Requirement> =>
  fc
    .tuple(fc.nat(variables - 1), fc.bigInt({ min: -9n, max: 3n }), fc.boolean(), fc.constantFrom(...SIGNS))
    .map(([variable, height, squared, wanted]) => ({
      polynomial: sumOfProducts([
        [1n, squared ? [variable, variable] : [variable]],
        [height, []],
      ]),
      sign: wanted,
    }));

const widths = (variables: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.nat(4), { minLength: variables, maxLength: variables });

describe('requirements in which whole numbers are multiplied', () => {
  const [x, y]: readonly [readonly number[], readonly number[]] = [[0], [1]];
  const over = (terms: Parameters<typeof sumOfProducts>[0], wanted: -1 | 0 | 1): Requirement => ({
    polynomial: sumOfProducts(terms),
    sign: wanted,
  });
  test.each<[string, readonly Requirement[], Domain, 'yes' | 'no' | 'maybe']>([
    [
      'x·y > 5',
      [
        over(
          [
            [1n, [0, 1]],
            [-5n, []],
          ],
          1,
        ),
      ],
      COUNT,
      'yes',
    ],
    ['x·y < 0', [over([[1n, [0, 1]]], -1)], COUNT, 'no'],
    [
      'x·y = 7: not at a corner',
      [
        over(
          [
            [1n, [0, 1]],
            [-7n, []],
          ],
          0,
        ),
      ],
      COUNT,
      'maybe',
    ],
    [
      'x·y > 100 up to 10',
      [
        over(
          [
            [1n, [0, 1]],
            [-100n, []],
          ],
          1,
        ),
      ],
      whole(0, 10),
      'no',
    ],
    [
      'x·y = 100 up to 10',
      [
        over(
          [
            [1n, [0, 1]],
            [-100n, []],
          ],
          0,
        ),
      ],
      whole(0, 10),
      'yes',
    ],
    [
      'x + y + x·y < −1',
      [
        over(
          [
            [1n, x],
            [1n, y],
            [1n, [0, 1]],
            [1n, []],
          ],
          -1,
        ),
      ],
      COUNT,
      'no',
    ],
    [
      '1000x − x·y < −9: only far out',
      [
        over(
          [
            [1000n, x],
            [-1n, [0, 1]],
            [9n, []],
          ],
          -1,
        ),
      ],
      COUNT,
      'yes',
    ],
    [
      'x·y > 5 and x − y > 0',
      [
        over(
          [
            [1n, [0, 1]],
            [-5n, []],
          ],
          1,
        ),
        over(
          [
            [1n, x],
            [-1n, y],
          ],
          1,
        ),
      ],
      whole(0, 9),
      'maybe',
    ],
    [
      'x·y > 80 and x + y < 4',
      [
        over(
          [
            [1n, [0, 1]],
            [-80n, []],
          ],
          1,
        ),
        over(
          [
            [1n, x],
            [1n, y],
            [-4n, []],
          ],
          -1,
        ),
      ],
      whole(0, 9),
      'maybe',
    ],
    [
      'x²·y > 5',
      [
        over(
          [
            [1n, [0, 0, 1]],
            [-5n, []],
          ],
          1,
        ),
      ],
      COUNT,
      'yes',
    ],
    ['x²·y < 0', [over([[1n, [0, 0, 1]]], -1)], COUNT, 'maybe'],
    [
      'decimals',
      [
        over(
          [
            [1n, [0, 1]],
            [-5n, []],
          ],
          1,
        ),
      ],
      { ...COUNT, whole: false },
      'maybe',
    ],
    [
      'nothing is left of x',
      [
        over(
          [
            [1n, [0, 1]],
            [-5n, []],
          ],
          1,
        ),
        over(
          [
            [1n, [0, 0]],
            [-2n, []],
          ],
          0,
        ),
      ],
      COUNT,
      'no',
    ],
  ])('%s: %s', (_, requirements, domain, expected) => {
    const found = cornerFor(requirements, () => domain);
    expect(typeof found === 'string' ? found : 'yes').toBe(expected);
    if (typeof found !== 'string') expect(meets(requirements, found)).toBe(true);
  });

  test.each([2, 3])('of %s, against every point of a box', (variables) => {
    const told = { yes: 0, no: 0, maybe: 0 };
    fc.assert(
      fc.property(
        fc.tuple(linearInEach(variables), fc.constantFrom(...SIGNS)),
        fc.array(alone(variables), { maxLength: 2 }),
        widths(variables),
        ([polynomial, wanted], others, box) => {
          fc.pre(polynomial.some((term) => term.variables.length > 1));
          const requirements = [{ polynomial, sign: wanted }, ...others];
          const found = cornerFor(requirements, (variable) => whole(0, box[variable] ?? 0));
          told[typeof found === 'string' ? found : 'yes'] += 1;
          const joins = new Set(polynomial.flatMap((term) => term.variables));
          const own = others.filter((other) =>
            other.polynomial.every((term) => term.variables.every((v) => joins.has(v))),
          );
          const exists = pointsOf(box).some((point) => meets([{ polynomial, sign: wanted }, ...own], point));
          if (found === 'no') expect(exists).toBe(false);
          else if (found !== 'maybe') expect(meets([{ polynomial, sign: wanted }, ...own], found)).toBe(true);
          // Whether it is more or less than nothing is always told.
          if (wanted !== 0) expect(found).not.toBe('maybe');
          if (wanted !== 0 && exists) expect(found).not.toBe('no');
        },
      ),
      { numRuns: 1500, seed: 12 },
    );
    expect(Math.min(told.yes, told.no)).toBeGreaterThan(100);
  });

  test('without ends, what some point of a large box shows is found, and what none shows is not claimed', () => {
    fc.assert(
      fc.property(linearInEach(2), fc.constantFrom(-1 as const, 1 as const), (polynomial, wanted) => {
        fc.pre(polynomial.some((term) => term.variables.length > 1));
        const requirement: Requirement = { polynomial, sign: wanted };
        const found = cornerFor([requirement], () => COUNT);
        const exists = pointsOf([60, 60]).some((point) => meets([requirement], point));
        expect(found === 'no').toBe(!exists);
      }),
      { numRuns: 150, seed: 13 },
    );
  });
});
