import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ANY_SIGN,
  type Column,
  type Condition,
  FAIL,
  NOT_APPLICABLE,
  onlySign,
  PASS,
  runConditions,
  type State,
  stateIn,
  UNKNOWN,
} from '../../src/formula/index.ts';

const STATES: readonly State[] = [FAIL, UNKNOWN, PASS, NOT_APPLICABLE];
const CRITERIA = 4;
const QUESTIONS = { variables: [], polynomials: [], gates: [], unsoundDivisions: [] };
const NONE = new Map<string, Column>();

/** Every way in which four criteria can stand, one a row: neighbours in a word of four rows differ. */
const rows: readonly (readonly State[])[] = STATES.flatMap((a) =>
  STATES.flatMap((b) => STATES.flatMap((c) => STATES.map((d) => [a, b, c, d]))),
);

const { condition: anyCondition } = fc.letrec<{ condition: Condition; parts: readonly Condition[] }>((tie) => ({
  parts: fc.array(tie('condition'), { maxLength: 5 }),
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({
      kind: fc.constant('criterion' as const),
      criterion: fc.nat(CRITERIA - 1),
      whenNotApplicable: fc.constantFrom(...STATES),
    }),
    fc.record({ kind: fc.constant('constant' as const), holds: fc.boolean() }),
    fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: tie('parts') }),
    fc.record({ kind: fc.constant('at_least' as const), count: fc.nat(6), of: tie('parts') }),
    fc.record({ kind: fc.constant('defined' as const), undefinedWhen: tie('condition'), of: tie('condition') }),
  ),
}));

function overColumns(conditions: readonly Condition[], shown: readonly (readonly State[])[]): readonly Uint8Array[] {
  const known = new Map(
    Array.from({ length: CRITERIA }, (_, number) => [
      number,
      Uint8Array.from(shown, (states) => states[number] ?? UNKNOWN),
    ]),
  );
  const work = { known, criteria: [], others: conditions, first: conditions };
  const { others, first } = runConditions(QUESTIONS, work, { rows: shown.length, columns: NONE });
  return [...others.map((column) => column.bytes()), first];
}

function inUnit(condition: Condition, states: readonly State[]): State {
  return stateIn(condition, {
    signs: () => ANY_SIGN,
    value: () => 255,
    criterion: (number) => states[number] ?? UNKNOWN,
    gate: () => UNKNOWN,
  });
}

describe('columns and one unit', () => {
  test('any condition has the same state', () => {
    const met = new Set<State>();
    fc.assert(
      fc.property(anyCondition, fc.integer({ min: 1, max: rows.length }), (condition, count) => {
        const shown = rows.slice(-count);
        const wanted = shown.map((states) => inUnit(condition, states));
        for (const state of wanted) met.add(state);
        expect([...(overColumns([condition], shown)[0] ?? [])]).toEqual(wanted);
      }),
      { numRuns: 2000, seed: 28 },
    );
    expect(met.size).toBe(STATES.length);
  });

  test('the first that holds is the one that the states show', () => {
    const met = new Set<number>();
    fc.assert(
      fc.property(fc.array(anyCondition, { maxLength: 6 }), (conditions) => {
        const columns = overColumns(conditions, rows);
        const places = columns.at(-1) ?? new Uint8Array();
        for (const [row, states] of rows.entries()) {
          const own = conditions.map((condition) => inUnit(condition, states));
          const settling = own.findIndex((state) => state === PASS || state === UNKNOWN);
          const wanted = own[settling] === PASS ? settling : 255;
          met.add(wanted);
          expect(places[row]).toBe(wanted);
        }
      }),
      { numRuns: 300, seed: 29 },
    );
    expect(met.size).toBeGreaterThan(4);
  });
});

describe('a question about one unit', () => {
  const CELL = 2;
  const MISSING = 255;
  const asked = (condition: Condition, cell: number): State =>
    stateIn(condition, {
      signs: (question) =>
        question === 1 && cell !== MISSING ? onlySign(cell === 0 ? 0 : cell === 1 ? 1 : -1) : ANY_SIGN,
      value: (variable) => (variable === CELL ? cell : MISSING),
      criterion: () => UNKNOWN,
      gate: (gate) => (gate === 3 ? PASS : FAIL),
    });
  const [NEGATIVE, ZERO, POSITIVE] = [1, 2, 4];

  test.each([
    [NEGATIVE, [PASS, FAIL, FAIL]],
    [ZERO, [FAIL, PASS, FAIL]],
    [POSITIVE, [FAIL, FAIL, PASS]],
    [NEGATIVE | ZERO, [PASS, PASS, FAIL]],
    [NEGATIVE | POSITIVE, [PASS, FAIL, PASS]],
    [ZERO | POSITIVE, [FAIL, PASS, PASS]],
  ])('the signs %i', (accept, [negative, zero, positive]) => {
    const condition: Condition = { kind: 'sign', question: 1, accept };
    expect([7, 0, 1, MISSING].map((cell) => asked(condition, cell))).toEqual([negative, zero, positive, UNKNOWN]);
    expect(asked({ ...condition, question: 0 }, 1)).toBe(UNKNOWN);
  });

  test.each([
    [NEGATIVE | ZERO, [FAIL, UNKNOWN, UNKNOWN, PASS, UNKNOWN]],
    [ZERO | POSITIVE, [UNKNOWN, UNKNOWN, PASS, UNKNOWN, UNKNOWN]],
    [NEGATIVE | POSITIVE, [UNKNOWN, FAIL, UNKNOWN, UNKNOWN, PASS]],
  ])('a number of which some signs %i are left', (left, expected) => {
    const found = [POSITIVE, ZERO, ZERO | POSITIVE, NEGATIVE | ZERO, NEGATIVE | POSITIVE].map((accept) =>
      stateIn(
        { kind: 'sign', question: 0, accept },
        { signs: () => left, value: () => 0, criterion: () => PASS, gate: () => PASS },
      ),
    );
    expect(found).toEqual(expected);
  });

  test('a choice', () => {
    const condition: Condition = { kind: 'choice', variable: CELL, accept: [0, 2] };
    expect([0, 1, 2, MISSING].map((cell) => asked(condition, cell))).toEqual([PASS, FAIL, PASS, UNKNOWN]);
    expect(asked({ ...condition, variable: 0 }, 0)).toBe(UNKNOWN);
  });

  test('a yes or no', () => {
    const condition: Condition = { kind: 'boolean', variable: CELL };
    expect([0, 1, MISSING].map((cell) => asked(condition, cell))).toEqual([FAIL, PASS, UNKNOWN]);
  });

  test('a gate on points', () => {
    expect([3, 0].map((gate) => asked({ kind: 'gate', gate }, 0))).toEqual([PASS, FAIL]);
  });
});
