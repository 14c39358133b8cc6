import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floorSum, type HalfPlane, latticePoint } from '../../src/algebra/lattice.ts';
import { floorDivide } from '../../src/number/index.ts';

const SEED = { seed: 28, numRuns: 500 };

/** a·x + b·y ≤ c. */
function plane(a: number | bigint, b: number | bigint, c: number | bigint): HalfPlane {
  return { a: BigInt(a), b: BigInt(b), c: BigInt(c) };
}

/** a·x + b·y = c. */
function line(a: number | bigint, b: number | bigint, c: number | bigint): readonly HalfPlane[] {
  return [plane(a, b, c), plane(-BigInt(a), -BigInt(b), -BigInt(c))];
}

function box(size: number): readonly HalfPlane[] {
  return [plane(1, 0, size), plane(-1, 0, size), plane(0, 1, size), plane(0, -1, size)];
}

function holds(planes: readonly HalfPlane[], x: bigint, y: bigint): boolean {
  return planes.every(({ a, b, c }) => a * x + b * y <= c);
}

function hasPointWithin(planes: readonly HalfPlane[], size: number): boolean {
  const small = planes.map(({ a, b, c }) => [Number(a), Number(b), Number(c)] as const);
  for (let x = -size; x <= size; x += 1) {
    for (let y = -size; y <= size; y += 1) if (small.every(([a, b, c]) => a * x + b * y <= c)) return true;
  }
  return false;
}

function expectPoint(planes: readonly HalfPlane[], exists: boolean): void {
  const point = latticePoint(planes);
  expect(point !== null).toBe(exists);
  if (point !== null) expect(holds(planes, point.x, point.y)).toBe(true);
}

describe('floorSum', () => {
  test('is the sum of its terms, also of negative ones', () => {
    const any = fc.bigInt({ min: -60n, max: 60n });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.bigInt({ min: 1n, max: 40n }),
        any,
        any,
        (count, divisor, slope, offset) => {
          let sum = 0n;
          for (let i = 0n; i < BigInt(count); i += 1n) sum += floorDivide(slope * i + offset, divisor);
          expect(floorSum(BigInt(count), divisor, slope, offset)).toBe(sum);
        },
      ),
      { ...SEED, numRuns: 2000 },
    );
  });

  test('adds without counting: 10^30 terms', () => {
    const count = 10n ** 30n;
    // floor(i/2) for even count: twice 0 + 1 + … + (count/2 − 1).
    expect(floorSum(count, 2n, 1n, 0n)).toBe((count / 2n) * (count / 2n - 1n));
  });
});

describe('latticePoint', () => {
  const big = 10n ** 40n;
  test.each<[string, readonly HalfPlane[], boolean]>([
    ['the whole plane', [], true],
    ['nothing at all', [plane(0, 0, -1)], false],
    ['an interval with one number', [plane(2, 0, 5), plane(-2, 0, -4)], true],
    ['an interval between two numbers', [plane(2, 0, 5), plane(-3, 0, -7)], false],
    ['a line through points', line(3, 5, 1), true],
    ['a line between all points', line(4, 6, 1), false],
    ['a line through points, but none of them in reach', [...line(100, 101, 50), ...box(49)], false],
    ['two lines that meet in a point', [...line(2, 1, 7), ...line(1, -1, -1)], true],
    ['two lines that meet beside the points', [...line(2, 1, 7), ...line(1, -1, 0)], false],
    ['a strip without points, however long', [plane(2, 4, 3), plane(-2, -4, -3)], false],
    ['a strip between points: 6x − 10y from 1 to 1', [plane(6, -10, 1), plane(-6, 10, -1)], false],
    ['a wedge that widens far to the right', [plane(-1000, 1001, 0), plane(999, -1000, -1)], true],
    ['a wedge that widens far to the left', [plane(1000, 1001, 0), plane(-999, -1000, -1)], true],
    ['a wedge that closes at once', [plane(1, 1, 0), plane(1, -1, 0), plane(-1, 0, -1)], false],
    ['a region open upwards', [plane(7, -3, -1000), plane(-7, -3, -1000)], true],
    ['a region open downwards, right of a wall', [plane(-1, 0, -5), plane(3, 2, 0)], true],
    ['a point far away', [...line(1, 0, big), ...line(0, 1, -big)], true],
    ['huge coprime coefficients', line(big + 1n, big, 1), true],
    ['huge coefficients with a common divisor', line(2n * big, 2n * big + 2n, 1), false],
    ['a thin triangle far out', [plane(big, 1 - 10, big), plane(-big, 8, -big), plane(-1, 0, -1)], true],
    ['parallel lines, one useless', [plane(1, 2, 10), plane(2, 4, 7), plane(-2, -4, -6)], true],
    ['parallel lines, no point left', [plane(1, 2, 10), plane(2, 4, 7), plane(-2, -4, -7)], false],
    ['half-planes given twice', [...box(3), ...box(3), ...box(2)], true],
  ])('%s', (_, planes, exists) => {
    expectPoint(planes, exists);
  });

  const small = fc.integer({ min: -6, max: 6 });
  const offset = fc.integer({ min: -15, max: 15 });
  const anyPlane = fc.tuple(small, small, offset).map(([a, b, c]) => plane(a, b, c));

  test('agrees with trying every point of a box', () => {
    fc.assert(
      fc.property(fc.array(anyPlane, { maxLength: 5 }), (planes) => {
        const bounded = [...planes, ...box(6)];
        expectPoint(bounded, hasPointWithin(bounded, 6));
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  test('agrees on lines and thin strips in a box', () => {
    const thin = fc
      .tuple(
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: -30, max: 30 }),
        offset,
        fc.integer({ min: 0, max: 3 }),
      )
      .map(([a, b, c, width]) => [plane(a, b, c + width), plane(-a, -b, -c)]);
    fc.assert(
      fc.property(fc.array(thin, { minLength: 1, maxLength: 2 }), (strips) => {
        const bounded = [...strips.flat(), ...box(12)];
        expectPoint(bounded, hasPointWithin(bounded, 12));
      }),
      { ...SEED, numRuns: 1000 },
    );
  });

  /*
   * With coefficients up to 4 a region without end holds a point within 80 if it holds one at all: its corners lie within
   * 2·4·6, residues repeat within 4·4 steps along an edge, and so far out a wedge is wider than one step.
   */
  test('agrees on regions without end', () => {
    const few = fc.integer({ min: -4, max: 4 });
    const near = fc.tuple(few, few, fc.integer({ min: -6, max: 6 })).map(([a, b, c]) => plane(a, b, c));
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 4 }), (planes) => {
        expectPoint(planes, hasPointWithin(planes, 80));
      }),
      { ...SEED, numRuns: 1000 },
    );
  });

  test('finds a point of a region that holds one by construction, with coefficients of thirty digits', () => {
    const huge = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    const slack = fc.bigInt({ min: 0n, max: 3n });
    fc.assert(
      fc.property(fc.array(fc.tuple(huge, huge, slack), { maxLength: 6 }), huge, huge, (rows, x, y) => {
        expectPoint(
          rows.map(([a, b, rest]) => plane(a, b, a * x + b * y + rest)),
          true,
        );
      }),
      SEED,
    );
  });
});
