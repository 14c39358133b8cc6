import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Domain, isPossibleAlone, type Requirement, solve } from '../../src/algebra/index.ts';
import { type Rational, rational } from '../../src/number/index.ts';

const SIGNS = [-1, 0, 1] as const;

const requirement: fc.Arbitrary<Requirement> = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -30, max: 30 }), fc.constantFrom(...SIGNS))
  .map(([slope, height, sign]) => ({
    polynomial: [
      ...(height === 0 ? [] : [{ coefficient: BigInt(height), variables: [] }]),
      { coefficient: BigInt(slope === 0 ? 1 : slope), variables: [0] },
    ],
    sign,
  }));

/** Decimals, as bounds are written. */
const bound: fc.Arbitrary<Rational | null> = fc.option(
  fc.integer({ min: -40, max: 40 }).map((n) => rational(BigInt(n), 4n)),
);

const domain: fc.Arbitrary<Domain> = fc.record({ whole: fc.boolean(), min: bound, max: bound });

test('one variable alone: the same answer as the search for values', () => {
  const met = { yes: 0, no: 0 };
  fc.assert(
    fc.property(fc.array(requirement, { minLength: 1, maxLength: 5 }), domain, (requirements, own) => {
      const { kind } = solve(requirements, () => own);
      if (kind !== 'maybe') met[kind] += 1;
      expect(isPossibleAlone(requirements, own) ? 'yes' : 'no').toBe(kind);
    }),
    { numRuns: 5000, seed: 31 },
  );
  expect(Math.min(met.yes, met.no)).toBeGreaterThan(300);
});
