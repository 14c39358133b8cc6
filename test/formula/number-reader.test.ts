import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnsAboveIn,
  columnsIn,
  type Formula,
  numberAt,
  numberReader,
  type Observed,
  observe,
  valueOfObserved,
} from '../../src/formula/index.ts';
import { compare, multiply, negate, type Rational, rational, subtract } from '../../src/number/index.ts';
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

/** How far one number lies above another, in units of its numerator. */
function apart(observed: Observed, required: Observed): Rational {
  const per = observed.den.num < 0n ? negate(observed.den) : observed.den;
  return multiply(subtract(valueOfObserved(observed), valueOfObserved(required)), per);
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
          // In units of the numerator, whichever way the denominator turns it.
          expect(margin(row)).toEqual(isOpen ? null : apart(observed, required));
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
  ['route == none', ['route']],
  ['route != none and cases == people', ['route', 'cases', 'people']],
])('the columns in %s', (text, expected) => {
  expect(columnsIn(read(text), scope)).toEqual(expected);
});

test.each([
  ['cases', ['cases']],
  ['cases / people', ['cases']],
  ['rate', ['cases']],
  ['(cases + prev(area)) / (people - area) - balance', ['cases', 'area@1', 'balance']],
  ['max(1 / people, last(2, rate))', ['cases', 'cases@1']],
  ['1 / people', []],
])('the columns in %s beside its divisors', (text, expected) => {
  expect(columnsAboveIn(read(text), scope)).toEqual(expected);
});

test.each<[formula: string, expected: number | null]>([
  ['cases', 3],
  ['cases / people', 3 / 8],
  ['area / people', 1 / 16],
  ['people / area', 16],
  ['(cases - 3) / people', 0],
  ['cases / (people - 8)', Number.NaN],
  ['cases + 2.25', 21 / 4],
  ['cases + 67108861', 2 ** 26],
  ['cases + 67108862', null],
  ['cases / (people + 67108856)', 3 / 2 ** 26],
  ['cases / (people + 67108857)', null],
  ['cases * people', null],
])('the double that stands for %s is %d', (formula, expected) => {
  const columns = new Map([
    ['cases', numberColumn([3n], 0)],
    ['people', numberColumn([8n], 0)],
    ['area', numberColumn([5n], 1)],
  ]);
  expect(numberReader(scope, columns).ordinal(read(formula))?.(0) ?? null).toBe(expected);
});

/** Cells so large that doubles still hold them and no longer all that is made of them. */
test.each<[left: string, right: string, side: -1 | 0 | 1]>([
  ['cases', '9007199254740991', 0],
  ['cases', '9007199254740990.5', 1],
  ['cases + 2', '9007199254740993', 0],
  ['cases + 2', '9007199254740992', 1],
  ['cases / people', '1125899906842623.875', 0],
  ['cases / people', '1125899906842623.8751', -1],
  ['(cases + people) / people', '1125899906842624.875', 0],
  ['people / cases', '0', 1],
  ['cases / -people', '-1125899906842623.875', 0],
  ['cases / -people', '-1125899906842623.8751', 1],
  ['people + 9007199254740993 - 9007199254740992', '9', 0],
  ['9007199254740993 - 9007199254740992', '1', 0],
  ['(people + 9007199254740993 - 9007199254740992) / people', '1.1250', 0],
  ['people / (people + 9007199254740993 - 9007199254740992)', '8 / 9', 0],
])('%s is held against %s without rounding', (left, right, side) => {
  const columns = new Map([
    ['cases', numberColumn([9_007_199_254_740_991n], 0)],
    ['people', numberColumn([8n], 0)],
  ]);
  const pair = numberReader(scope, columns).against(read(left), read(right));
  expect(Math.sign(pair.side(0)) + 0).toBe(side);
  expect(Math.sign(Number(pair.margin(0)?.num ?? Number.NaN)) + 0).toBe(side);
});
