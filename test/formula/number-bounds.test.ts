import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberBounds, numberBounds, UNBOUNDED } from '../../src/formula/number-bounds.ts';
import { columnName, type Formula, type Scope } from '../../src/formula/index.ts';
import {
  add,
  compare,
  divide,
  exactText,
  integer,
  max,
  min,
  multiply,
  negate,
  type Rational,
  subtract,
} from '../../src/number/index.ts';
import { read } from './read.ts';

const IDS = ['a', 'b', 'c'] as const;
const SCOPE: Scope = {
  names: [...IDS, 'm'],
  lookup: (name) =>
    name === 'm'
      ? { kind: 'measure', formula: read('a + b') }
      : { kind: 'indicator', indicator: { id: name, type: 'decimal', unit: null, values: [] } },
};

/** What each figure lies between: `[1, 4]`, and `null` for an end that is open. */
type Ends = readonly [number | null, number | null];
const known = ([least, most]: Ends): NumberBounds => ({
  least: least === null ? null : integer(least),
  most: most === null ? null : integer(most),
  mayBeUndefined: false,
});

function told(text: string, cells: Readonly<Record<string, Ends>>): string {
  const { least, most, mayBeUndefined } = numberBounds(read(text), SCOPE, (id, ago) =>
    known(cells[columnName(id, ago)] ?? [null, null]),
  );
  const end = (value: Rational | null): string => (value === null ? '∞' : exactText(value));
  return `${end(least)}…${end(most)}${mayBeUndefined ? ' or none' : ''}`;
}

describe('a number lies between', () => {
  it.each<[string, Readonly<Record<string, Ends>>, string]>([
    ['3', {}, '3…3'],
    ['a', { a: [1, 4] }, '1…4'],
    ['a', {}, '∞…∞'],
    ['-a', { a: [1, null] }, '∞…-1'],
    ['m', { a: [1, 4], b: [0, null] }, '1…∞'],
    ['a - b', { a: [1, 4], b: [0, 2] }, '-1…4'],
    ['a - b', { a: [1, 4], b: [0, null] }, '∞…4'],
    ['a * b', { a: [1, 4], b: [0, 2] }, '0…8'],
    ['a * b', { a: [1, 4], b: [2, null] }, '2…∞'],
    ['a * b', { a: [-1, 4], b: [-2, 3] }, '-8…12'],
    ['a * b', { a: [-1, 4], b: [0, null] }, '∞…∞'],
    ['a / b', { a: [2, 4], b: [1, 8] }, '0.25…4'],
    ['a / b', { a: [-2, -1], b: [1, 4] }, '-2…-0.25'],
    ['a / b', { a: [-2, 4], b: [2, null] }, '-1…2'],
    ['a / b', { a: [2, 4], b: [1, null] }, '0…4'],
    ['a / b', { a: [1, 4], b: [0, 8] }, '0.125…∞'],
    ['a / b', { a: [0, 4], b: [0, 8] }, '0…∞ or none'],
    ['a / b', { a: [-4, -1], b: [0, 8] }, '∞…-0.125'],
    ['a / b', { a: [-4, 0], b: [0, 8] }, '∞…0 or none'],
    ['a / b', { a: [null, -1], b: [0, 8] }, '∞…-0.125'],
    ['a / b', { a: [null, 0], b: [0, 8] }, '∞…0 or none'],
    ['a / b', { a: [null, 3], b: [0, 8] }, '∞…∞ or none'],
    ['a / b', { a: [-1, null], b: [0, 8] }, '∞…∞ or none'],
    ['a / b', { a: [1, null], b: [0, 8] }, '0.125…∞'],
    ['a / b', { a: [0, 0], b: [5, null] }, '0…0'],
    ['a / b', { a: [1, 4], b: [-1, 8] }, '∞…∞ or none'],
    ['a / b', { a: [1, 4] }, '∞…∞ or none'],
    ['min(a, b)', { a: [1, 4], b: [2, null] }, '1…4'],
    ['max(a, b)', { a: [1, 4], b: [2, null] }, '2…∞'],
    ['max(a, b, 9)', { a: [1, 4], b: [null, 7] }, '9…9'],
    ['abs(a)', { a: [-5, 2] }, '-2…5'],
    ['prev(a)', { a: [1, 4] }, '∞…∞'],
    ['prev(a)', { 'a@1': [1, 4] }, '1…4'],
    ['last(2, m) - prev(prev(b))', { a: [1, 4], b: [2, 2], 'a@1': [5, 6], 'b@1': [0, 0], 'b@2': [1, 1] }, '7…11'],
  ])('%s, %j: %s', (text, cells, expected) => {
    expect(told(text, cells)).toBe(expected);
  });

  it('nothing at all where it is no number', () => {
    expect(numberBounds(read('a > 1'), SCOPE, () => known([1, 2]))).toBe(UNBOUNDED);
  });

  it('every value that the figures can give', () => {
    const leaf = fc.constantFrom('a', 'b', 'c', 'm', '2', '-1', '0.5');
    const text = fc.letrec<{ number: string }>((tie) => ({
      number: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc
          .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number'))
          .map(([l, o, r]) => `(${l} ${o} ${r})`),
        fc.tuple(fc.constantFrom('min', 'max'), tie('number'), tie('number')).map(([f, l, r]) => `${f}(${l}, ${r})`),
        tie('number').map((of) => `abs(${of})`),
      ),
    })).number;
    const ends = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.nat(3)).map(([from, more]): Ends => [from, from + more]);
    let compared = 0;
    fc.assert(
      fc.property(text, fc.tuple(ends, ends, ends), ([...own], all) => {
        const formula = read(own.join(''));
        const bounds = numberBounds(formula, SCOPE, (id) =>
          known(all[IDS.findIndex((own) => own === id)] ?? [null, null]),
        );
        for (const values of fillings(all)) {
          const found = valueOf(formula, values);
          if (found === 'undefined') expect(bounds.mayBeUndefined).toBe(true);
          if (found === 'undefined' || found === 'unsound') continue;
          compared += 1;
          expect(bounds.least === null || compare(bounds.least, found) <= 0).toBe(true);
          expect(bounds.most === null || compare(found, bounds.most) <= 0).toBe(true);
        }
      }),
      { seed: 2811, numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(5000);
  });
});

function fillings(all: readonly Ends[]): readonly (readonly number[])[] {
  return all.reduce<readonly (readonly number[])[]>(
    (made, [from, to]) =>
      made.flatMap((values) =>
        Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, step) => [...values, (from ?? 0) + step]),
      ),
    [[]],
  );
}

/** The value of a number; what divides something by nothing is no sound figure. */
function valueOf(formula: Formula, values: readonly number[]): Rational | 'undefined' | 'unsound' {
  const parts = partsOf(formula).map((part) => valueOf(part, values));
  if (parts.includes('unsound')) return 'unsound';
  if (parts.includes('undefined')) return 'undefined';
  const [left = integer(0), right = integer(0)] = parts.filter((part) => typeof part !== 'string');
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'name':
      return formula.name === 'm' ? left : integer(values[IDS.findIndex((id) => id === formula.name)] ?? 0);
    case 'negate':
      return negate(left);
    case 'call':
      return formula.name === 'abs' ? max(left, negate(left)) : (formula.name === 'min' ? min : max)(left, right);
    case 'arithmetic':
      if (formula.operator !== '/') return { '+': add, '-': subtract, '*': multiply }[formula.operator](left, right);
      if (right.num === 0n) return left.num === 0n ? 'undefined' : 'unsound';
      return divide(left, right);
    default:
      throw new Error(formula.kind);
  }
}

function partsOf(formula: Formula): readonly Formula[] {
  if (formula.kind === 'arithmetic') return [formula.left, formula.right];
  if (formula.kind === 'negate') return [formula.operand];
  if (formula.kind === 'call') return formula.args;
  return formula.kind === 'name' && formula.name === 'm' ? [read('a + b')] : [];
}
