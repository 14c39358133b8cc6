import { describe, expect, it, test } from 'vitest';
import type { Rounding } from '../../src/criteria/index.ts';
import type { Comparison } from '../../src/formula/index.ts';
import { boundBeforeRounding, comparisonState, gateState } from '../../src/assess/gates.ts';
import { compare, exactText, integer, type Rational, rational, round } from '../../src/number/index.ts';
import { stateText } from './assessor.ts';

const OPERATORS = ['<', '<=', '>=', '>'] as const satisfies readonly Comparison[];
const MODES: readonly Rounding['mode'][] = ['half-up', 'half-down', 'half-even', 'up', 'down'];

function holds(operator: Comparison, value: Rational, bound: Rational): boolean {
  const order = compare(value, bound);
  return operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>=' ? order >= 0 : order > 0;
}

// Points from 0 to 3 in twentieths, against bounds on the steps and between them.
const POINTS = Array.from({ length: 61 }, (_, twentieths) => rational(BigInt(twentieths), 20n));
const BOUNDS = ['0', '1/2', '7/10', '1', '5/4', '3/2', '2', '21/10', '5/2'].map((text) => {
  const [num = '0', den = '1'] = text.split('/');
  return rational(BigInt(num), BigInt(den));
});

describe.each(MODES)('a bound on points that are rounded %s', (mode) => {
  it.each(OPERATORS)('says the same before rounding: %s', (operator) => {
    const wrong = [integer(1), rational(1n, 2n), rational(1n, 10n), rational(3n, 10n)].flatMap((to) =>
      BOUNDS.flatMap((bound) => {
        const before = boundBeforeRounding(operator, bound, { to, mode });
        return POINTS.filter(
          (points) => holds(operator, round(points, to, mode), bound) !== holds(before.operator, points, before.bound),
        ).map((points) => [to, bound, points].map((one) => `${one.num}/${one.den}`).join(' '));
      }),
    );
    expect(wrong).toEqual([]);
  });
});

test.each(OPERATORS)('a bound on points that are not rounded stays: %s', (operator) => {
  expect(boundBeforeRounding(operator, integer(3), null)).toEqual({ operator, bound: integer(3) });
});

test.each<readonly [number, number, string]>([
  [-2, -1, 'pass pass fail pass fail fail'],
  [-1, 0, 'unknown pass unknown unknown unknown fail'],
  [0, 0, 'fail pass pass fail pass fail'],
  [0, 1, 'fail unknown unknown unknown pass unknown'],
  [-1, 1, 'unknown unknown unknown unknown unknown unknown'],
  [1, 2, 'fail fail fail pass pass pass'],
])('what lies from %i to %i is <, <=, ==, !=, >= and > 0 as far as known', (least, most, expected) => {
  const ends = { least: integer(least), most: integer(most) };
  expect(
    (['<', '<=', '==', '!=', '>=', '>'] as const)
      .map((operator) => stateText(comparisonState(operator, ends)))
      .join(' '),
  ).toBe(expected);
});

// Points earned, points that can be earned, and the states of `>= 4` and `>= 50%`.
test.each<readonly [readonly [number, number], readonly [number, number], string]>([
  [[4, 4], [10, 10], 'pass fail'],
  [[5, 5], [10, 10], 'pass pass'],
  [[3, 5], [10, 10], 'unknown unknown'],
  [[0, 3], [10, 10], 'fail fail'],
  [[4, 4], [6, 8], 'pass pass'],
  [[4, 4], [8, 10], 'pass unknown'],
  [[4, 4], [9, 10], 'pass fail'],
  [[0, 0], [0, 0], 'not-applicable not-applicable'],
  [[0, 5], [0, 5], 'unknown unknown'],
  [[0, 0], [0, 5], 'unknown unknown'],
])('%j points of %j', ([least, most], [fewest, all], expected) => {
  const points = {
    earned: { least: integer(least), most: integer(most) },
    available: { least: integer(fewest), most: integer(all) },
  };
  const states = [
    gateState({ of: null, operator: '>=', bound: integer(4), share: false }, points),
    gateState({ of: null, operator: '>=', bound: rational(1n, 2n), share: true }, points),
  ];
  expect(states.map(stateText).join(' '), exactText(points.earned.most)).toBe(expected);
});

test('a gate on what is left out is not applicable', () => {
  const gate = { of: null, operator: '>=', bound: integer(4), share: false } as const;
  expect(stateText(gateState(gate, null))).toBe('not-applicable');
});
