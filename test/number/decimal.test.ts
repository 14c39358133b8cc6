import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import {
  decimalPlaces,
  exactText,
  finitePlaces,
  parseDecimal,
  type Rational,
  rational,
  round,
  type RoundingMode,
  toFixed,
} from '../../src/number/index.ts';

const SEED = { seed: 28, numRuns: 300 };

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 25 }).map((list) => list.join(''));
const decimalText = fc
  .tuple(fc.constantFrom('', '-'), digits, fc.option(digits))
  .map(([minus, whole, fraction]) => minus + whole + (fraction === null ? '' : `.${fraction}`));

describe('parseDecimal', () => {
  test.each([
    ['0', 0n, 1n],
    ['-0', 0n, 1n],
    ['-0.50', -1n, 2n],
    ['+3', 3n, 1n],
    ['007.250', 29n, 4n],
    ['9007199254740993', 9007199254740993n, 1n],
    ['0.00000000000000000001', 1n, 10n ** 20n],
  ])('%s', (text, num, den) => {
    expect(parseDecimal(text)).toEqual({ num, den });
  });

  test.each([
    '',
    '.',
    '.5',
    '5.',
    '1,5',
    '1e3',
    ' 1',
    '1 ',
    '--1',
    '1.2.3',
    '٣',
    'Infinity',
    'NaN',
    '0x10',
    '1_000',
    '1\n',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  test('reads what fraction.js reads', () => {
    fc.assert(
      fc.property(decimalText, (text) => {
        const value = new Fraction(text);
        expect(parseDecimal(text)).toEqual({ num: value.s * value.n, den: value.d });
      }),
      SEED,
    );
  });
});

describe('exactText', () => {
  test.each([
    [1n, 8n, '0.125'],
    [-1n, 8n, '-0.125'],
    [1n, 3n, '1/3'],
    [-2n, 6n, '-1/3'],
    [100n, 1n, '100'],
    [0n, 1n, '0'],
    [1n, 10n ** 9n, '0.000000001'],
    [7n, 30n, '7/30'],
  ])('%s / %s', (num, den, expected) => {
    expect(exactText(rational(num, den))).toBe(expected);
  });

  test('is read back as the same number, in the shortest form', () => {
    fc.assert(
      fc.property(decimalText, (text) => {
        const value = parseDecimal(text);
        expect(value).not.toBeNull();
        if (value === null) return;
        const printed = exactText(value);
        expect(parseDecimal(printed)).toEqual(value);
        expect(printed).not.toMatch(/^-?0\d|\.\d*0$|^-0$/);
        expect(decimalPlaces(value)).toBe(printed.split('.')[1]?.length ?? 0);
      }),
      SEED,
    );
  });

  test.each([
    [1n, 3n, null],
    [1n, 20n, 2],
    [1n, 2n ** 10n, 10],
    [3n, 5n ** 4n, 4],
    [7n, 1n, 0],
  ])('decimal places of %s / %s', (num, den, expected) => {
    expect(decimalPlaces(rational(num, den))).toBe(expected);
  });

  test.each([
    { num: 1n, den: 0n },
    { num: 0n, den: 0n },
    { num: 1n, den: -8n },
  ])('a fraction that is none is refused: $num / $den', (none) => {
    const message = `a fraction needs a positive denominator: ${none.num}/${none.den}`;
    for (const asked of [exactText, decimalPlaces]) expect(() => asked(none)).toThrow(new RangeError(message));
  });

  test('finite places are those of a finite decimal only', () => {
    expect(finitePlaces(rational(3n, 8n))).toBe(3);
    expect(() => finitePlaces(rational(8n, 9n))).toThrow(new RangeError('no finite decimal: 8/9'));
  });
});

const MODES: readonly RoundingMode[] = ['half-up', 'half-even', 'half-down', 'up', 'down'];

/** The mode by its definition: of the two multiples around a number, the one that is meant. */
function naiveRound(value: Fraction, step: Fraction, mode: RoundingMode): Fraction {
  const below = value.div(step).abs().floor();
  const rest = value.div(step).abs().sub(below);
  const half = rest.compare(new Fraction(1, 2));
  const goesUp: Record<RoundingMode, boolean> = {
    'half-up': half >= 0,
    'half-down': half > 0,
    'half-even': half > 0 || (half === 0 && below.mod(2).equals(1)),
    up: rest.compare(0) > 0,
    down: false,
  };
  return below
    .add(goesUp[mode] ? 1 : 0)
    .mul(step)
    .mul(value.s);
}

describe('round', () => {
  test.each<[RoundingMode, readonly string[]]>([
    ['half-up', ['-3', '-2', '-1', '1', '2', '3', '1', '0']],
    ['half-even', ['-2', '-2', '0', '0', '2', '2', '1', '0']],
    ['half-down', ['-2', '-1', '0', '0', '1', '2', '1', '0']],
    ['up', ['-3', '-2', '-1', '1', '2', '3', '1', '1']],
    ['down', ['-2', '-1', '0', '0', '1', '2', '0', '0']],
  ])('%s', (mode, expected) => {
    const values = ['-2.5', '-1.5', '-0.5', '0.5', '1.5', '2.5', '0.51', '0.49'];
    expect(values.map((text) => exactText(round(read(text), rational(1n), mode)))).toEqual(expected);
  });

  test('follows the definition of its mode for any number and step', () => {
    // Small parts make exact halves frequent.
    const value = fc.tuple(fc.bigInt({ min: -200n, max: 200n }), fc.constantFrom(1n, 2n, 4n, 3n, 20n, 7n));
    const step = fc.tuple(fc.constantFrom(1n, 2n, 5n), fc.constantFrom(1n, 10n, 4n, 3n));
    fc.assert(
      fc.property(value, step, fc.constantFrom(...MODES), ([num, den], [stepNum, stepDen], mode) => {
        const expected = naiveRound(new Fraction(num, den), new Fraction(stepNum, stepDen), mode);
        const rounded = round(rational(num, den), rational(stepNum, stepDen), mode);
        expect(rounded).toEqual(rational(expected.s * expected.n, expected.d));
      }),
      { ...SEED, numRuns: 1000 },
    );
  });
});

describe('toFixed', () => {
  test.each([
    ['0.05', 1, '0.1'],
    ['-0.05', 1, '-0.1'],
    ['-0.04', 1, '0.0'],
    ['1234.5', 0, '1235'],
    ['0.5', 3, '0.500'],
    ['99.995', 2, '100.00'],
  ])('%s to %s places', (text, places, expected) => {
    expect(toFixed(read(text), places)).toBe(expected);
  });

  test('is off by at most half of the last place', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), fc.integer({ min: 0, max: 6 }), (num, den, places) => {
        const text = toFixed(rational(num, den), places);
        expect(text.split('.')[1]?.length ?? 0).toBe(places);
        const off = new Fraction(text).sub(new Fraction(num, den)).abs();
        expect(off.mul(new Fraction(10n ** BigInt(places))).compare(new Fraction(1, 2))).toBeLessThanOrEqual(0);
      }),
      SEED,
    );
  });
});

function read(text: string): Rational {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`${text} is no decimal`);
  return value;
}
