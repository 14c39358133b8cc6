import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FAIL, NOT_APPLICABLE, PASS, type State, UNKNOWN } from '../../src/formula/index.ts';
import { createRun } from '../../src/formula/planes.ts';
import { packStates } from '../../src/formula/pack.ts';
import { createStateColumn, rowsWith } from '../../src/formula/state-column.ts';

const RUN = 64;
const STATES: readonly State[] = [FAIL, UNKNOWN, PASS, NOT_APPLICABLE];

/** A column filled from runs, as the evaluation of a table does. */
function columnOf(states: readonly State[], isTwoValued: boolean) {
  const run = createRun(RUN, isTwoValued);
  const column = createStateColumn(run, states.length);
  const bytes = Uint8Array.from(states);
  for (let from = 0; from < states.length; from += RUN) {
    const rows = Math.min(RUN, states.length - from);
    // Bits after the last row mean nothing.
    run.sure.fill(-1);
    packStates(bytes, from, rows, run);
    column.take(from, rows);
  }
  return column;
}

const anyStates = fc.array(fc.constantFrom(...STATES), { maxLength: 150 });
const twoValued = fc.array(fc.constantFrom<State>(FAIL, PASS), { maxLength: 150 });

test.each([
  ['every state', anyStates, false],
  ['what only passes or fails', twoValued, true],
] as const)('of %s, the bytes and the rows are those that were put in', (_, anyColumn, isTwoValued) => {
  fc.assert(
    fc.property(anyColumn, (states) => {
      const rowsIn = (wanted: State): readonly number[] =>
        states.flatMap((state, row) => (state === wanted ? [row] : []));
      const expected = STATES.map(rowsIn);
      const column = columnOf(states, isTwoValued);
      expect(STATES.map(column.rowsWith)).toEqual(expected);
      expect([...column.bytes()]).toEqual(states);
      expect(STATES.map(column.rowsWith)).toEqual(expected);
    }),
  );
});

test.each<readonly [readonly number[], readonly number[]]>([
  [[], []],
  [[0, 1, 2], []],
  [[3], [0]],
  [
    [3, 0, 3, 3],
    [0, 2, 3],
  ],
  [[0, 3, 1], [1]],
])('the rows of %j that hold a 3', (bytes, expected) => {
  expect(rowsWith(Uint8Array.from(bytes), 3)).toEqual(expected);
});
