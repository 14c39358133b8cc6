import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bounds, evaluate, type Polynomial } from '../../src/algebra/index.ts';
import { type Column, createCompiler, FAIL, PASS, runConditions, UNKNOWN } from '../../src/formula/index.ts';
import { type Rational, rational } from '../../src/number/index.ts';
import { reachOfGaps } from '../../src/formula/gap-reach.ts';
import { numberColumn } from './table.ts';
import { read } from './read.ts';

/*
 * Sums over columns in which cells are missing that must lie between bounds: what passes or fails for sure does so for
 * every value between them, and what is open passes for one and fails for another.
 */

const NAMES = ['a', 'b', 'c'];
/** Columns have no decimals, or one; a missing figure may have more. */
const SCALES = [0, 1, 1];
const STEPS = 4n;

interface Drawn {
  readonly factors: readonly bigint[];
  readonly line: bigint;
  readonly operator: string;
  /** By name the figure in tenths, or what it must lie between in quarters. */
  readonly cells: readonly (bigint | readonly [bigint | null, bigint | null])[];
  /** So far from zero all figures lie that doubles would not do. */
  readonly isFar: boolean;
}

const anyEnd = fc.option(fc.bigInt({ min: -8n, max: 12n }), { freq: 6 });
const anyCell = fc.oneof(
  fc.bigInt({ min: -30n, max: 30n }),
  fc
    .tuple(anyEnd, anyEnd)
    .map(([a, b]): readonly [bigint | null, bigint | null] => (a !== null && b !== null && a > b ? [b, a] : [a, b])),
);
const drawn: fc.Arbitrary<Drawn> = fc.record({
  factors: fc.tuple(...NAMES.map(() => fc.bigInt({ min: -3n, max: 3n }))),
  line: fc.bigInt({ min: -9n, max: 9n }),
  operator: fc.constantFrom('>=', '>', '<=', '<', '==', '!='),
  cells: fc.tuple(...NAMES.map(() => anyCell)),
  isFar: fc.boolean(),
});

/** The values that a cell may have: itself, or quarters between its bounds, and far beyond a bound that is not there. */
function valuesOf(cell: Drawn['cells'][number], scale: number): readonly Rational[] {
  if (typeof cell === 'bigint') return [rational(scale === 0 ? cell / 10n : cell, scale === 0 ? 1n : 10n)];
  const [least, most] = [cell[0] ?? -400n, cell[1] ?? 400n];
  const ends = [least, most, least + (most - least) / 2n];
  const near = Array.from({ length: 25 }, (_, at) => BigInt(at - 12));
  return [...ends, ...near.filter((value) => value >= least && value <= most)].map((value) => rational(value, STEPS));
}

const FAR = 2n ** 60n;

function stateOf({ factors, line, operator, cells, isFar }: Drawn): number {
  const far = isFar ? FAR : 0n;
  const parts = factors.map((factor, index) => `${factor < 0n ? '-' : ''}${abs(factor)} * ${NAMES[index]}`);
  const formula = read(`${[...parts, ...(isFar ? ['far'] : [])].join(' + ')} ${operator} ${line} + ${far}`);
  const compiler = createCompiler({
    scope: {
      names: NAMES,
      lookup: (id) => ({ kind: 'indicator', indicator: { id, type: 'decimal', unit: null, values: [] } }),
    },
    domainOf: () => ({ whole: false, min: null, max: null }),
    criterionNumber: () => -1,
  });
  const condition = compiler.condition(formula);
  const columns = new Map<string, Column>([['far', numberColumn([far, far], 0)]]);
  const bounds = new Map<string, ReadonlyMap<number, Bounds>>();
  for (const [index, name] of NAMES.entries()) {
    const [cell, scale] = [cells[index], SCALES[index] ?? 0];
    const known = typeof cell === 'bigint' ? (scale === 0 ? cell / 10n : cell) : null;
    // The second row has the figure zero, so that no column is missing altogether.
    columns.set(name, numberColumn([known, 0n], scale));
    if (typeof cell === 'object') {
      const [min, max] = cell.map((end) => (end === null ? null : rational(end, STEPS)));
      bounds.set(name, new Map([[0, { min: min ?? null, max: max ?? null }]]));
    }
  }
  const { others } = runConditions(
    compiler.questions(),
    { criteria: [], others: [condition] },
    { rows: 2, columns, bounds },
  );
  return others[0]?.bytes()[0] ?? -1;
}

/** Whether all bounds are whole in units of their columns: others are widened to such, but where doubles would not do. */
function isWhole({ cells }: Drawn): boolean {
  return cells.every((cell, index) => {
    const unit = 10n ** BigInt(SCALES[index] ?? 0);
    return typeof cell === 'bigint' || cell.every((end) => end === null || (end * unit) % STEPS === 0n);
  });
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

const HOLDS: Readonly<Record<string, (sign: bigint) => boolean>> = {
  '>=': (sign) => sign >= 0n,
  '>': (sign) => sign > 0n,
  '<=': (sign) => sign <= 0n,
  '<': (sign) => sign < 0n,
  '==': (sign) => sign === 0n,
  '!=': (sign) => sign !== 0n,
};

test('what bounds of missing figures leave of a sum, against every value between them', () => {
  const met = new Map<number, number>();
  fc.assert(
    fc.property(drawn, (own) => {
      const state = stateOf(own);
      const polynomial: Polynomial = own.factors.map((coefficient, index) => ({ coefficient, variables: [index] }));
      const holds = HOLDS[own.operator] ?? (() => false);
      const [a = [], b = [], c = []] = own.cells.map((cell, index) => valuesOf(cell, SCALES[index] ?? 0));
      const answers = new Set<boolean>();
      for (const x of a) {
        for (const y of b) {
          for (const z of c) {
            const { num, den } = evaluate(polynomial, (index) => [x, y, z][index] ?? x);
            answers.add(holds(num - own.line * den));
          }
        }
      }
      // The values tried may miss the one that makes both sides equal.
      const isEqual = own.operator === '==' || own.operator === '!=';
      if (state === PASS) expect([...answers]).toEqual([true]);
      else if (state === FAIL) expect([...answers]).toEqual([false]);
      else if (!isEqual && (own.isFar || isWhole(own))) expect(answers.size).toBe(2);
      met.set(state, (met.get(state) ?? 0) + 1);
    }),
    { seed: 30, numRuns: 2500 },
  );
  for (const state of [PASS, FAIL, UNKNOWN]) expect(met.get(state)).toBeGreaterThan(200);
});

describe('what doubles might round is no bound', () => {
  const missing = numberColumn([null], 0);
  const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);
  const bound = (value: bigint | null): Rational | null => (value === null ? null : rational(value));
  /** What `factor` times some missing figures lies between, each between bounds of its own. */
  const reach = (factor: number, ...bounds: readonly (readonly [bigint | null, bigint | null])[]) => {
    const term = { factor, columns: bounds.map(() => missing), variables: bounds.map((_, variable) => variable) };
    const { least, most } = reachOfGaps([term], (variable) => {
      const [min, max] = bounds[variable] ?? [null, null];
      return { min: bound(min), max: bound(max) };
    })(0);
    return [least, most];
  };

  test.each<[string, readonly number[], readonly number[]]>([
    ['the largest that is exact', reach(1, [-LARGEST, LARGEST]), [-Number(LARGEST), Number(LARGEST)]],
    ['one more', reach(1, [-LARGEST - 1n, LARGEST + 1n]), [-Infinity, Infinity]],
    ['a product that is exact', reach(3, [0n, LARGEST / 3n]), [0, 3 * Number(LARGEST / 3n)]],
    ['a product that is not', reach(3, [0n, LARGEST / 2n]), [0, Infinity]],
    ['nothing of what has no bound', reach(1, [0n, 0n], [null, null]), [0, 0]],
    ['what has no bound of nothing', reach(1, [null, null], [0n, 0n]), [0, 0]],
    ['a share of what has no bound above', reach(-2, [1n, null]), [-Infinity, -2]],
  ])('%s', (_, found, expected) => {
    expect(found.map((end) => end + 0)).toEqual(expected);
  });
});
