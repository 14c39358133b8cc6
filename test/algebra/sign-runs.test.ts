import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forwardDifference, signRuns } from '../../src/algebra/sign-runs.ts';

const valueAt = (coefficients: readonly bigint[], x: bigint): bigint =>
  coefficients.reduce((sum, coefficient, power) => sum + coefficient * x ** BigInt(power), 0n);

const signOf = (value: bigint): string => (value === 0n ? '0' : value > 0n ? '+' : '-');

const runsText = (coefficients: readonly bigint[], from: bigint | null, to: bigint | null): string =>
  signRuns(coefficients, { from, to })
    .map((run) => `${signOf(BigInt(run.sign))}${run.from ?? '…'}:${run.to ?? '…'}`)
    .join(' ');

/** The product of x − zero for each of some zeros. */
function withZeros(zeros: readonly bigint[]): readonly bigint[] {
  return zeros.reduce<readonly bigint[]>(
    (all, zero) => [...all, 0n].map((_, power) => (all[power - 1] ?? 0n) - zero * (all[power] ?? 0n)),
    [1n],
  );
}

test.each<[string, readonly bigint[], bigint | null, bigint | null, string]>([
  ['nothing is 0 everywhere', [], null, null, '0…:…'],
  ['a constant', [-3n], 4n, null, '-4:…'],
  ['a line that misses every whole number', [-7n, 2n], null, null, '-…:3 +4:…'],
  ['a line that falls', [6n, -3n], 0n, 9n, '+0:1 02:2 -3:9'],
  ['between two whole numbers it dips below 0', [2n, -6n, 4n], null, null, '+…:0 01:1 +2:…'],
  ['x² − 4', [-4n, 0n, 1n], null, null, '+…:-3 0-2:-2 --1:1 02:2 +3:…'],
  ['x² touches', [0n, 0n, 1n], -1n, 1n, '+-1:-1 00:0 +1:1'],
  ['one number alone', [-4n, 0n, 1n], 2n, 2n, '02:2'],
  ['a range beyond all zeros, above', [-4n, 0n, 1n], 900n, null, '+900:…'],
  ['and below', [0n, 0n, 0n, 1n], null, -900n, '-…:-900'],
  [
    'zeros far away, the first coefficient large',
    [-(10n ** 30n), 0n, 1n],
    0n,
    null,
    `-0:${10n ** 15n - 1n} 0${10n ** 15n}:${10n ** 15n} +${10n ** 15n + 1n}:…`,
  ],
  ['zeros next to each other', withZeros([4n, 5n]), null, null, '+…:3 04:5 +6:…'],
  ['a double zero between two others', withZeros([1n, 3n, 3n, 8n]), null, null, '+…:0 01:1 -2:2 03:3 -4:7 08:8 +9:…'],
])('%s', (_, coefficients, from, to, expected) => {
  expect(runsText(coefficients, from, to)).toBe(expected);
});

test('every number of a range is in one run, that of its sign, and neighbours differ', () => {
  const anyPolynomial = fc.oneof(
    fc.array(fc.bigInt({ min: -40n, max: 40n }), { maxLength: 6 }).filter((own) => own.at(-1) !== 0n),
    fc.array(fc.bigInt({ min: -12n, max: 12n }), { maxLength: 5 }).map(withZeros),
  );
  fc.assert(
    fc.property(
      anyPolynomial,
      fc.bigInt({ min: -15n, max: 15n }),
      fc.bigInt({ min: 0n, max: 30n }),
      (own, from, width) => {
        const runs = signRuns(own, { from, to: from + width });
        const signs = runs.flatMap((run) =>
          Array.from({ length: Number((run.to ?? 0n) - (run.from ?? 0n)) + 1 }, () => signOf(BigInt(run.sign))),
        );
        const expected = Array.from({ length: Number(width) + 1 }, (_, step) =>
          signOf(valueAt(own, from + BigInt(step))),
        );
        expect(signs).toEqual(expected);
        for (const [index, run] of runs.entries()) {
          expect(run.from).toBe(index === 0 ? from : (runs[index - 1]?.to ?? 0n) + 1n);
          expect(run.sign).not.toBe(runs[index - 1]?.sign);
        }
      },
    ),
    { numRuns: 2000, seed: 5 },
  );
});

test('a range without ends begins and ends with the signs it keeps', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -99n, max: 99n }), { minLength: 1, maxLength: 5 }), (own) => {
      fc.pre(own.at(-1) !== 0n);
      const runs = signRuns(own, { from: null, to: null });
      const [first, last] = [runs[0], runs.at(-1)];
      expect([first?.from, last?.to]).toEqual([null, null]);
      const far = 10n ** 9n;
      expect([first?.sign, last?.sign].map((sign) => signOf(BigInt(sign ?? 0)))).toEqual([
        signOf(valueAt(own, -far)),
        signOf(valueAt(own, far)),
      ]);
    }),
    { numRuns: 500, seed: 6 },
  );
});

test('the forward difference is what one step adds', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(), { maxLength: 6 }), fc.bigInt({ min: -99n, max: 99n }), (own, x) => {
      const difference = forwardDifference(own);
      expect(difference.length).toBe(Math.max(0, own.length - 1));
      expect(valueAt(difference, x)).toBe(valueAt(own, x + 1n) - valueAt(own, x));
    }),
    { numRuns: 500, seed: 7 },
  );
});
