import { describe, expect, test } from 'vitest';
import { type Case, type Condition, createCompiler, type Gate, type Scope } from '../../src/formula/index.ts';
import { rational } from '../../src/number/index.ts';
import { read } from './read.ts';
import { compileScope } from './table.ts';

/** The names of the tables, and the points of a sheet. */
const scope: Scope = {
  ...compileScope.scope,
  lookup: (name) => (name === 'score' ? { kind: 'score' } : compileScope.scope.lookup(name)),
};
const compiler = () => createCompiler({ ...compileScope, scope });

describe('points compared with a bound', () => {
  test.each<[text: string, gate: Gate]>([
    ['score >= 80%', { of: null, operator: '>=', bound: rational(4n, 5n), share: true }],
    ['score < 50', { of: null, operator: '<', bound: rational(50n), share: false }],
    ['points(C.1) == 7.5', { of: 0, operator: '==', bound: rational(15n, 2n), share: false }],
    ['points(C.2) > 10%', { of: 1, operator: '>', bound: rational(1n, 10n), share: true }],
  ])('%s is a gate', (text, gate) => {
    const own = compiler();
    expect(own.condition(read(text))).toEqual({ kind: 'gate', gate: 0 });
    expect(own.questions()).toEqual({ variables: [], polynomials: [], gates: [gate], unsoundDivisions: [] });
  });

  test('are numbered as they come', () => {
    const own = compiler();
    const found = own.condition(read('score >= 80% and points(C.1) >= 5 and score >= 80%'));
    const gates: readonly Condition[] = [0, 1, 2].map((gate) => ({ kind: 'gate', gate }));
    expect(found).toEqual({ kind: 'all', of: gates });
    expect(own.questions().gates.map(({ of }) => of)).toEqual([null, 0, null]);
  });
});

test.each<[text: string, variables: readonly string[], polynomials: number]>([
  ['cases >= 2', ['cases'], 1],
  ['rate >= 0.5% and rate >= 0.1%', ['cases', 'people'], 2],
  // The same question is asked once.
  ['cases >= 2 or cases < 2', ['cases'], 1],
  ['cases == people', ['cases', 'people'], 1],
  ['prev(cases) > cases', ['cases@1', 'cases'], 1],
  ['last(2, cases) == 0', ['cases', 'cases@1'], 1],
  ['max(cases, area) > 0', ['cases', 'area'], 3],
  ['route == inter', ['route'], 0],
  ['route in [intra, inter] and planned', ['route', 'planned'], 0],
  ['mandatory', [], 0],
])('%s asks about %j', (text, variables, polynomials) => {
  const own = compiler();
  own.condition(read(text));
  const asked = own.questions();
  expect(asked.variables.map(({ column }) => column)).toEqual(variables);
  expect(asked.polynomials.length).toBe(polynomials);
  expect(asked.gates).toEqual([]);
});

test('all mandatory criteria are asked for, each as it counts where it does not apply', () => {
  const found = compiler().condition(read('mandatory'));
  const named = ['C.1', 'C.2'].map((id) => compiler().condition(read(id)));
  expect(found).toEqual({ kind: 'all', of: named });
  expect(named).toMatchObject([
    { kind: 'criterion', criterion: 0 },
    { kind: 'criterion', criterion: 1 },
  ]);
});

describe('a number by cases', () => {
  const NEVER: Condition = { kind: 'constant', holds: false };
  const termsOf = ({ value: { num, den } }: Case): readonly [number, number] => [num.length, den.length];

  test.each<[text: string, cases: readonly (readonly [number, number])[], isDefined: boolean]>([
    ['7', [[1, 1]], true],
    ['cases + area', [[2, 1]], true],
    ['rate', [[1, 1]], true],
    // Nothing divided by nothing, where there may be no case.
    ['area / cases', [[1, 1]], false],
    [
      'max(cases, area)',
      [
        [1, 1],
        [1, 1],
      ],
      true,
    ],
    [
      'abs(balance)',
      [
        [1, 1],
        [1, 1],
      ],
      true,
    ],
  ])('%s', (text, cases, isDefined) => {
    const found = compiler().number(read(text));
    expect(found.cases.map(termsOf)).toEqual(cases);
    expect(found.undefinedWhen.kind === 'constant').toBe(isDefined);
    if (isDefined) expect(found.undefinedWhen).toEqual(NEVER);
  });
});

test.each(['cases + 1', 'max(cases, 2)', '-cases', '7'])('%s is no condition', (text) => {
  expect(() => compiler().condition(read(text))).toThrow(RangeError);
});

test.each(['cases >= 2', 'planned and armed', 'not planned', 'route in [none]'])('%s is no number', (text) => {
  expect(() => compiler().number(read(text))).toThrow(RangeError);
});
