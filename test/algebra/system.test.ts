import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  type Domain,
  evaluate,
  multiply,
  ONE_POLYNOMIAL,
  type Polynomial,
  type Requirement,
  scale,
  solve,
  variable,
  ZERO_POLYNOMIAL,
} from '../../src/algebra/index.ts';
import { compare, decimalPlaces, isInteger, type Rational, rational, sign } from '../../src/number/index.ts';

const SEED = { seed: 28, numRuns: 400 };
const SIGNS = [-1, 0, 1] as const;

/** coefficients[i]·variable i + … + constant. */
function linear(coefficients: readonly (number | bigint)[], constant: number | bigint): Polynomial {
  return coefficients.reduce<Polynomial>(
    (sum, factor, index) => add(sum, scale(variable(index), BigInt(factor))),
    scale(ONE_POLYNOMIAL, BigInt(constant)),
  );
}

function domain(whole: boolean, min: Rational | number | null, max: Rational | number | null): Domain {
  const bound = (value: Rational | number | null): Rational | null =>
    typeof value === 'number' ? rational(BigInt(value)) : value;
  return { whole, min: bound(min), max: bound(max) };
}

/** Values that are said to solve a system do. */
function expectSolved(requirements: readonly Requirement[], domainOf: (variable: number) => Domain): void {
  const solution = solve(requirements, domainOf);
  if (solution.kind !== 'yes') throw new Error(`expected values, found ${solution.kind}`);
  const valueOf = (index: number): Rational => {
    const value = solution.values.get(index);
    if (value === undefined) throw new Error(`variable ${index} has no value`);
    return value;
  };
  for (const { polynomial, sign: wanted } of requirements) expect(sign(evaluate(polynomial, valueOf))).toBe(wanted);
  for (const [index, value] of solution.values) {
    const { whole, min, max } = domainOf(index);
    expect(whole ? isInteger(value) : decimalPlaces(value) !== null).toBe(true);
    if (min !== null) expect(compare(value, min)).toBeGreaterThanOrEqual(0);
    if (max !== null) expect(compare(value, max)).toBeLessThanOrEqual(0);
  }
}

describe('whole numbers against every point of their domain', () => {
  /** Domains of four values at most, so that all points of four variables can be tried. */
  const anyDomain = fc
    .tuple(fc.integer({ min: -3, max: 2 }), fc.integer({ min: 0, max: 3 }))
    .map(([min, width]) => domain(true, min, min + width));

  function solvable(requirements: readonly Requirement[], domains: readonly Domain[]): boolean {
    const values = domains.map(({ min, max }) => {
      const [from, to] = [Number(min?.num ?? 0n), Number(max?.num ?? 0n)];
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
    const points = values.reduce<number[][]>((all, own) => all.flatMap((point) => own.map((v) => [...point, v])), [[]]);
    return points.some((point) =>
      requirements.every(({ polynomial, sign: wanted }) => {
        const value = polynomial.reduce(
          (sum, { coefficient, variables: [only] }) =>
            sum + Number(coefficient) * (only === undefined ? 1 : (point[only] ?? 0)),
          0,
        );
        return Math.sign(value) === wanted;
      }),
    );
  }

  test.each([
    [1, 800],
    [2, 1500],
    [3, 600],
    [4, 300],
  ])('%s variables', (count, numRuns) => {
    const requirement = fc
      .tuple(
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: count, maxLength: count }),
        fc.integer({ min: -9, max: 9 }),
        fc.constantFrom(...SIGNS),
      )
      .map(
        ([coefficients, constant, wanted]): Requirement => ({
          polynomial: linear(coefficients, constant),
          sign: wanted,
        }),
      );
    const found = { yes: 0, no: 0, maybe: 0 };
    fc.assert(
      fc.property(
        fc.array(requirement, { minLength: 1, maxLength: 4 }),
        fc.array(anyDomain, { minLength: count, maxLength: count }),
        (requirements, domains) => {
          const domainOf = (index: number): Domain => domains[index] ?? domain(true, 0, 0);
          const { kind } = solve(requirements, domainOf);
          const exists = solvable(requirements, domains);
          found[kind] += 1;
          if (kind === 'yes') expectSolved(requirements, domainOf);
          if (count <= 2) expect(kind).toBe(exists ? 'yes' : 'no');
          else expect(kind).not.toBe(exists ? 'no' : 'yes');
        },
      ),
      { ...SEED, numRuns },
    );
    // It seldom has to leave a question open.
    expect(found.yes).toBeGreaterThan(20);
    expect(found.no).toBeGreaterThan(20);
    expect(found.maybe).toBeLessThan(numRuns / 10);
  });

  test('pairs that do not hang together are exact, however many', () => {
    const requirements: Requirement[] = [
      { polynomial: linear([2, 3], -7), sign: 0 },
      { polynomial: linear([0, 0, 4, 6], -10), sign: 0 },
      { polynomial: linear([0, 0, 0, 0, 6, 9], -3), sign: 0 },
    ];
    expectSolved(requirements, () => domain(true, null, null));
    const odd: Requirement = { polynomial: linear([0, 0, 0, 0, 0, 0, 4, 6], -3), sign: 0 };
    expect(solve([...requirements, odd], () => domain(true, null, null)).kind).toBe('no');
  });
});

describe('tables', () => {
  const count = domain(true, 0, null);
  const amount = domain(false, 0, null);
  const free = domain(false, null, null);
  const product = multiply(variable(0), variable(1));
  const squareLess = (by: number): Polynomial => add(multiply(variable(0), variable(0)), linear([], -by));
  const far = 10n ** 40n;
  test.each<
    [
      string,
      readonly (readonly [readonly (number | bigint)[], number | bigint, -1 | 0 | 1])[],
      readonly Domain[],
      'yes' | 'no',
    ]
  >([
    ['no requirement', [], [], 'yes'],
    ['0 = 0', [[[], 0, 0]], [], 'yes'],
    ['1 = 0', [[[], 1, 0]], [], 'no'],
    ['x − x + 1 > 0', [[[0], 1, 1]], [count], 'yes'],
    ['3x = 1 among decimals: 0.333… has no end', [[[3], -1, 0]], [free], 'no'],
    ['8x = 1 among decimals: 0.125', [[[8], -1, 0]], [free], 'yes'],
    ['8x = 1 among whole numbers', [[[8], -1, 0]], [count], 'no'],
    ['1024·x = 1 among decimals', [[[1024], -1, 0]], [free], 'yes'],
    ['3x + 6y = 1 among decimals', [[[3, 6], -1, 0]], [free, free], 'no'],
    ['3x + 7y = 1 among decimals', [[[3, 7], -1, 0]], [free, free], 'yes'],
    [
      '3y = x, 2 < x < 4, y a decimal, x whole',
      [
        [[1, -3], 0, 0],
        [[1], -2, 1],
        [[1], -4, -1],
      ],
      [count, amount],
      'yes',
    ],
    [
      '3y = x, 0 < x < 3, y a decimal, x whole',
      [
        [[1, -3], 0, 0],
        [[1], 0, 1],
        [[1], -3, -1],
      ],
      [count, amount],
      'no',
    ],
    [
      '0 < x < 1 among decimals',
      [
        [[1], 0, 1],
        [[1], -1, -1],
      ],
      [free],
      'yes',
    ],
    [
      '0 < x < 1 among whole numbers',
      [
        [[1], 0, 1],
        [[1], -1, -1],
      ],
      [count],
      'no',
    ],
    ['x < 0 from 0 on', [[[1], 0, -1]], [amount], 'no'],
    [
      '0 < far·x < 1 among decimals',
      [
        [[far], 0, 1],
        [[far], -1, -1],
      ],
      [free],
      'yes',
    ],
    [
      'x < y < x + 1 among whole numbers',
      [
        [[1, -1], 0, -1],
        [[1, -1], 1, 1],
      ],
      [count, count],
      'no',
    ],
    [
      'x < y < x + 1 with a decimal',
      [
        [[1, -1], 0, -1],
        [[1, -1], 1, 1],
      ],
      [count, amount],
      'yes',
    ],
    [
      'a share of exactly 0.5 %',
      [
        [[200, -1], 0, 0],
        [[1], 0, 1],
      ],
      [count, count],
      'yes',
    ],
    [
      'a share from 0.1 % to under 0.5 % of 199 people',
      [
        [[1000, -1], 0, 1],
        [[200, -1], 0, -1],
        [[0, 1], -199, 0],
      ],
      [count, count],
      'no',
    ],
    [
      'a share from 0.1 % to under 0.5 % of 201 people',
      [
        [[1000, -1], 0, 1],
        [[200, -1], 0, -1],
        [[0, 1], -201, 0],
      ],
      [count, count],
      'yes',
    ],
    ['a domain without a whole number', [[[1], 0, 1]], [domain(true, rational(1n, 5n), rational(4n, 5n))], 'no'],
    ['a domain around 1/3 without a decimal', [[[1], 0, 1]], [domain(false, rational(1n, 3n), rational(1n, 3n))], 'no'],
    [
      'x + y + z = 1 among whole numbers from 1 on',
      [[[1, 1, 1], -1, 0]],
      [domain(true, 1, null), domain(true, 1, null), domain(true, 1, null)],
      'no',
    ],
    ['x + y + z > 0 without bounds: one variable is enough', [[[1, 1, 1], 0, 1]], [free, free, free], 'yes'],
    ['w + x + y + z > far without bounds, whole', [[[1, 1, 1, 1], -far, 1]], [count, count, count, count], 'yes'],
  ])('%s', (_, rows, domains, expected) => {
    const requirements = rows.map(([coefficients, constant, wanted]) => ({
      polynomial: linear(coefficients, constant),
      sign: wanted,
    }));
    const domainOf = (index: number): Domain => domains[index] ?? free;
    expect(solve(requirements, domainOf).kind).toBe(expected);
    if (expected === 'yes') expectSolved(requirements, domainOf);
  });

  test.each<[string, readonly Requirement[], Domain, 'yes' | 'no' | 'maybe']>([
    ['x² = 9', [{ polynomial: squareLess(9), sign: 0 }], count, 'yes'],
    ['x² = 8', [{ polynomial: squareLess(8), sign: 0 }], count, 'no'],
    [
      'x² = 9 beside y < 0',
      [
        { polynomial: squareLess(9), sign: 0 },
        { polynomial: linear([0, 1], 0), sign: -1 },
      ],
      count,
      'no',
    ],
    [
      'x² = 9 beside 2y = 10',
      [
        { polynomial: squareLess(9), sign: 0 },
        { polynomial: linear([0, 2], -10), sign: 0 },
      ],
      count,
      'yes',
    ],
    ['x·y > 5', [{ polynomial: product, sign: 1 }], count, 'yes'],
    ['x·y > 5, decimals', [{ polynomial: product, sign: 1 }], free, 'maybe'],
    ['x·y < 0 where neither is below 0', [{ polynomial: product, sign: -1 }], count, 'no'],
    [
      'x·y > 5 and x < 0',
      [
        { polynomial: product, sign: 1 },
        { polynomial: linear([1], 0), sign: -1 },
      ],
      count,
      'no',
    ],
    [
      'x² = 9 where x + y < 3',
      [
        { polynomial: squareLess(9), sign: 0 },
        { polynomial: linear([1, 1], -3), sign: -1 },
      ],
      count,
      'no',
    ],
  ])('of a higher degree: %s', (_, requirements, own, expected) => {
    expect(solve(requirements, () => own).kind).toBe(expected);
    if (expected === 'yes') expectSolved(requirements, () => own);
  });

  test('requirements without variables among those with some', () => {
    const sound: Requirement = { polynomial: linear([1], 0), sign: 1 };
    expect(solve([sound, { polynomial: ZERO_POLYNOMIAL, sign: 1 }], () => free).kind).toBe('no');
  });
});

describe('decimals', () => {
  const decimal = fc
    .tuple(fc.integer({ min: -3000, max: 3000 }), fc.constantFrom(1n, 10n, 1000n))
    .map(([num, den]) => rational(BigInt(num), den));

  test.each([1, 2, 3, 4])('%s variables: never "no" where a point exists, exact for two at most', (count) => {
    const values = fc.array(fc.tuple(fc.boolean(), decimal, fc.boolean()), { minLength: count, maxLength: count });
    const rows = fc.array(
      fc.tuple(
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: count, maxLength: count }),
        fc.integer({ min: -50, max: 50 }),
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(values, rows, (drawn, drawnRows) => {
        const point = drawn.map(([whole, value]) => (whole ? rational(value.num) : value));
        const valueOf = (index: number): Rational => point[index] ?? rational(0n);
        const requirements = drawnRows.map(([coefficients, constant]): Requirement => {
          const polynomial = linear(coefficients, constant);
          return { polynomial, sign: sign(evaluate(polynomial, valueOf)) };
        });
        // The point itself is a bound where drawn so: the tightest domain that holds it.
        const domains = drawn.map(([whole, , tight], index) => domain(whole, tight ? valueOf(index) : null, null));
        const domainOf = (index: number): Domain => domains[index] ?? domain(false, null, null);
        const { kind } = solve(requirements, domainOf);
        expect(kind).not.toBe('no');
        if (count <= 2) expect(kind).toBe('yes');
        if (kind === 'yes') expectSolved(requirements, domainOf);
      }),
      SEED,
    );
  });

  test('a long chain needs decimals finer than any single coefficient tells', () => {
    // 0 < x₀, 9·x₀ < x₁, 9·x₁ < x₂, … < 1: x₀ must be below 9^−30.
    const length = 30;
    const requirements: Requirement[] = Array.from({ length }, (_, index) => ({
      polynomial: add(variable(index + 1), scale(variable(index), -9n)),
      sign: 1,
    }));
    requirements.push(
      { polynomial: linear([1], 0), sign: 1 },
      { polynomial: add(variable(length), scale(ONE_POLYNOMIAL, -1n)), sign: -1 },
    );
    expectSolved(requirements, () => domain(false, null, null));
  });
});
