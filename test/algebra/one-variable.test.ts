import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  type Domain,
  evaluate,
  isPossibleAlone,
  multiply,
  ONE_POLYNOMIAL,
  type Polynomial,
  type Requirement,
  scale,
  variable,
} from '../../src/algebra/index.ts';
import { turnsAlone, valueMeeting } from '../../src/algebra/one-variable.ts';
import {
  compare,
  decimalPlaces,
  divide,
  exactText,
  max,
  min,
  type Rational,
  rational,
  sign,
} from '../../src/number/index.ts';

const SIGNS = [-1, 0, 1] as const;

/** Σ coefficient · xⁱ. */
function polynomial(...coefficients: readonly (number | bigint)[]): Polynomial {
  return coefficients.reduceRight<Polynomial>(
    (sum, coefficient) => add(multiply(sum, variable(0)), scale(ONE_POLYNOMIAL, BigInt(coefficient))),
    [],
  );
}

const at = (own: Polynomial, value: Rational): Rational => evaluate(own, () => value);

const whole = (from: number | null, to: number | null): Domain => ({
  whole: true,
  min: from === null ? null : rational(BigInt(from)),
  max: to === null ? null : rational(BigInt(to)),
});
const DECIMAL: Domain = { whole: false, min: null, max: null };

function expectMet(value: Rational | null, requirements: readonly Requirement[], { whole, min, max }: Domain): void {
  if (value === null) throw new Error('expected a value');
  for (const { polynomial: own, sign: wanted } of requirements) expect(sign(at(own, value))).toBe(wanted);
  expect(whole ? value.den === 1n : decimalPlaces(value) !== null).toBe(true);
  if (min !== null) expect(compare(value, min)).toBeGreaterThanOrEqual(0);
  if (max !== null) expect(compare(value, max)).toBeLessThanOrEqual(0);
}

describe('requirements of a higher degree in one variable', () => {
  const square = polynomial(0, 0, 1);
  const less = (own: Polynomial, by: number | bigint): Polynomial => add(own, polynomial(-BigInt(by)));
  const half: Domain = { whole: false, min: rational(1n, 2n), max: rational(1n, 2n) };
  test.each<[string, readonly [Polynomial, -1 | 0 | 1][], Domain, string | null]>([
    ['x² = 4', [[less(square, 4), 0]], whole(0, null), '2'],
    ['x² = 4 below 0', [[less(square, 4), 0]], whole(null, 0), '-2'],
    ['x² = 5', [[less(square, 5), 0]], whole(null, null), null],
    ['x² = 5, a decimal', [[less(square, 5), 0]], DECIMAL, null],
    ['4x² = 1', [[polynomial(-1, 0, 4), 0]], { ...DECIMAL, min: rational(0n) }, '0.5'],
    ['9x² = 1 is no decimal', [[polynomial(-1, 0, 9), 0]], DECIMAL, null],
    [
      '2²⁰·x = 1 and x² > 0',
      [
        [polynomial(-1, 1048576), 0],
        [square, 1],
      ],
      DECIMAL,
      exactText(rational(1n, 1048576n)),
    ],
    [
      '4 < x² < 9',
      [
        [less(square, 4), 1],
        [less(square, 9), -1],
      ],
      whole(null, null),
      null,
    ],
    [
      '4 < x² < 10',
      [
        [less(square, 4), 1],
        [less(square, 10), -1],
      ],
      whole(1, null),
      '3',
    ],
    ['x² below 0', [[square, -1]], whole(null, null), null],
    [
      'x³ above a billion, a whole number up to 1000',
      [[less(polynomial(0, 0, 0, 1), 10 ** 9), 1]],
      whole(0, 1000),
      null,
    ],
    ['and up to 1001', [[less(polynomial(0, 0, 0, 1), 10 ** 9), 1]], whole(0, 1001), '1001'],
    ['a domain of one decimal', [[less(square, 1), -1]], half, '0.5'],
    ['a domain without any', [[square, 1]], whole(3, 2), null],
    [
      'bounds that are no whole numbers',
      [[less(square, 1), 0]],
      { whole: true, min: rational(3n, 2n), max: rational(9n, 2n) },
      null,
    ],
  ])('%s', (_, rows, domain, expected) => {
    const requirements = rows.map(([own, wanted]) => ({ polynomial: own, sign: wanted }));
    const value = valueMeeting(requirements, domain);
    expect(value === null ? null : exactText(value)).toBe(expected);
    expect(isPossibleAlone(requirements, domain)).toBe(expected !== null);
  });

  test('two zeros so near that only very fine decimals lie between them', () => {
    const scaleOf = 10n ** 12n;
    // 2·10²⁴·x² lies between 1 and 1 + 10⁻¹² …
    const requirements: Requirement[] = [
      { polynomial: polynomial(-1n, 0n, 2n * scaleOf ** 2n), sign: 1 },
      { polynomial: polynomial(-scaleOf - 1n, 0n, 2n * scaleOf ** 3n), sign: -1 },
    ];
    expectMet(valueMeeting(requirements, DECIMAL), requirements, DECIMAL);
  });

  test('against every whole number of a range', () => {
    const requirement = fc
      .tuple(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 4 }), fc.constantFrom(...SIGNS))
      .map(([coefficients, wanted]): Requirement => ({ polynomial: polynomial(...coefficients), sign: wanted }));
    const met = { some: 0, none: 0 };
    fc.assert(
      fc.property(
        fc.array(requirement, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: -9, max: 9 }),
        (all, from) => {
          const domain = whole(from, from + 8);
          const isMet = (value: Rational): boolean =>
            all.every(({ polynomial: own, sign: wanted }) => sign(at(own, value)) === wanted);
          const exists = Array.from({ length: 9 }, (_, step) => rational(BigInt(from + step))).some(isMet);
          const value = valueMeeting(all, domain);
          met[exists ? 'some' : 'none'] += 1;
          if (exists) expectMet(value, all, domain);
          else expect(value).toBe(null);
        },
      ),
      { numRuns: 1500, seed: 8 },
    );
    expect(Math.min(met.some, met.none)).toBeGreaterThan(200);
  });

  test('decimals: polynomials whose zeros are known, against a value in each gap and at each zero', () => {
    const zero = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.constantFrom(1, 2, 3, 7, 10, 250));
    const requirement = fc.tuple(fc.array(zero, { minLength: 1, maxLength: 3 }), fc.constantFrom(...SIGNS));
    const bound = fc.option(fc.integer({ min: -30, max: 30 }).map((own) => rational(BigInt(own), 4n)));
    const met = { some: 0, none: 0 };
    fc.assert(
      fc.property(fc.array(requirement, { minLength: 1, maxLength: 3 }), bound, bound, (drawn, low, high) => {
        const domain: Domain = { whole: false, min: low, max: high };
        const all = drawn.map(
          ([zeros, wanted]): Requirement => ({
            polynomial: zeros.reduce<Polynomial>(
              (own, [num, den]) => multiply(own, polynomial(-num, den)),
              ONE_POLYNOMIAL,
            ),
            sign: wanted,
          }),
        );
        const lines = [
          ...drawn.flatMap(([zeros]) => zeros.map(([num, den]) => rational(BigInt(num), BigInt(den)))),
          ...[low, high].flatMap((end) => end ?? []),
        ].toSorted(compare);
        const tried = [
          rational(-1000n),
          ...lines.flatMap((own, index) => [own, middle(own, lines[index + 1] ?? rational(1000n))]),
        ];
        const isMet = (value: Rational): boolean =>
          (low === null || compare(value, low) >= 0) &&
          (high === null || compare(value, high) <= 0) &&
          all.every(({ polynomial: own, sign: wanted }) => sign(at(own, value)) === wanted);
        // A gap holds a decimal, whatever its middle is; a zero is its own only value.
        const exists = tried.some(
          (value) => isMet(value) && (decimalPlaces(value) !== null || !lines.some((own) => compare(own, value) === 0)),
        );
        const value = valueMeeting(all, domain);
        met[exists ? 'some' : 'none'] += 1;
        if (exists) expectMet(value, all, domain);
        else expect(value).toBe(null);
      }),
      { numRuns: 600, seed: 9 },
    );
    expect(Math.min(met.some, met.none)).toBeGreaterThan(100);
  });
});

function middle(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, 2n * a.den * b.den);
}

describe('where a fraction turns', () => {
  test('its least and most are among the numbers found', () => {
    const coefficients = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 3 });
    const below = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 });
    const requirement = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.constantFrom(...SIGNS));
    let compared = 0;
    fc.assert(
      fc.property(coefficients, below, fc.array(requirement, { maxLength: 2 }), (above, rest, drawn) => {
        const fraction = { num: polynomial(...above), den: polynomial(1, ...rest) };
        const requirements = drawn.map(
          ([height, wanted]): Requirement => ({ polynomial: polynomial(height, 0, 1), sign: wanted }),
        );
        const [first, ...others] = Array.from({ length: 13 }, (_, value) => rational(BigInt(value))).filter((value) =>
          requirements.every(({ polynomial: own, sign: wanted }) => sign(at(own, value)) === wanted),
        );
        const valueAt = (value: Rational): Rational => divide(at(fraction.num, value), at(fraction.den, value));
        const ends = (values: readonly Rational[]): string =>
          values.length === 0
            ? 'none'
            : [min, max].map((end) => exactText(values.map(valueAt).reduce((one, other) => end(one, other)))).join('…');
        const found = turnsAlone(fraction, requirements, whole(0, 12)) ?? [];
        expect(ends(found.map((value) => rational(value)))).toBe(ends(first === undefined ? [] : [first, ...others]));
        compared += found.length > 2 ? 1 : 0;
      }),
      { numRuns: 1000, seed: 10 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  test('a range without an end may never reach what it comes near to', () => {
    const fraction = { num: polynomial(1), den: polynomial(1, 1) };
    expect(turnsAlone(fraction, [], whole(0, null))).toBe(null);
    expect(turnsAlone(fraction, [{ polynomial: polynomial(-3, 1), sign: -1 }], whole(0, null))).toEqual([2n, 0n]);
  });
});
