import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsIn, type Formula, numberAt, numberReader, observe, valueOfObserved } from '../../src/formula/index.ts';
import { compare, multiply, type Rational, rational, subtract } from '../../src/number/index.ts';
import { soundComparison } from './generators.ts';
import { read } from './read.ts';
import { anyRows, compileScope, numberColumn, tableOf, words } from './table.ts';

const { scope } = compileScope;

function reference(formula: Formula, table: ReturnType<typeof tableOf>, row: number) {
  return observe(formula, scope, (name) => {
    const column = table.columns.get(name);
    return column?.kind === 'number' ? numberAt(column, row) : null;
  });
}

describe('the reader of numbers', () => {
  test('finds what observing each row alone finds, in any order of rows', () => {
    fc.assert(
      fc.property(soundComparison(words), anyRows(6), ({ left, right }, rows) => {
        const table = tableOf(rows);
        const reader = numberReader(scope, table.columns);
        const number = reader.number(left);
        const { margin, side } = reader.against(left, right);
        for (const row of [...rows.keys(), ...rows.keys()].toReversed()) {
          const [observed, required] = [reference(left, table, row), reference(right, table, row)];
          expect(number(row)).toEqual(observed);
          const isOpen = typeof observed === 'string' || typeof required === 'string';
          expect(margin(row)).toEqual(
            isOpen ? null : subtract(observed.num, multiply(valueOfObserved(required), observed.den)),
          );
          const found = side(row);
          expect(Number.isNaN(found) ? null : Math.sign(found) + 0).toBe(
            isOpen ? null : compare(valueOfObserved(observed), valueOfObserved(required)),
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each<[formula: string, expected: Rational]>([
    ['cases + area', rational(7n, 2n)],
    ['cases - 2.25', rational(3n, 4n)],
    ['-cases - people', rational(-11n)],
    ['2 * cases', rational(6n)],
    ['(cases + cases + 0.5%) / people', rational(1201n, 1600n)],
    ['1 / 3', rational(1n, 3n)],
    ['7.857625201', rational(7_857_625_201n, 10n ** 9n)],
    ['cases + 9007199.254740993', rational(9_007_202_254_740_993n, 10n ** 9n)],
  ])('reads %s', (formula, expected) => {
    const columns = new Map([
      ['cases', numberColumn([3n], 0)],
      ['people', numberColumn([8n], 0)],
      ['area', numberColumn([5n], 1)],
    ]);
    const found = numberReader(scope, columns).number(read(formula))(0);
    if (typeof found === 'string') throw new TypeError(found);
    expect(valueOfObserved(found)).toEqual(expected);
  });
});

test.each([
  ['cases >= 2', ['cases']],
  ['rate < 0.5% and C.1', ['cases', 'people', 'C.1']],
  ['last(2, cases) > prev(people)', ['cases', 'cases@1', 'people@1']],
  ['not (route in [none]) or abs(balance) > 1', ['route', 'balance']],
])('the columns in %s', (text, expected) => {
  expect(columnsIn(read(text), scope)).toEqual(expected);
});
