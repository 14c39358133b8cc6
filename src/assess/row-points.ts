import type { Fraction } from '../algebra/index.ts';
import { type Condition, type StateColumn, UNKNOWN } from '../formula/index.ts';
import { type Earned, earnedByCriterion, fractionValue } from './earned.ts';
import { gatedPoints, gateState } from './gates.ts';
import type { Program } from './program.ts';
import type { Cells } from './unit.ts';

/** The conditions of all pieces of the points, to be evaluated over the columns with the criteria. */
export function pieceConditions({ sheet }: Program): readonly Condition[] {
  const pieces = sheet?.items.flatMap((item) => item.pieces) ?? [];
  return pieces.map(({ when }) => when);
}

/** What each criterion of a row earns, by number. Empty for a set without points; each row is worked out once. */
export function rowPoints(
  program: Program,
  states: readonly StateColumn[],
  pieces: readonly StateColumn[],
  cellsAt: (row: number) => Cells,
): (row: number) => readonly (Earned | null)[] {
  const { sheet } = program;
  if (sheet === null) return () => [];
  const stateOf = new Map(pieceConditions(program).map((condition, place) => [condition, pieces[place]]));
  const worked: (readonly (Earned | null)[] | undefined)[] = [];
  return (row) => {
    const { number } = cellsAt(row);
    const known = {
      condition: (condition: Condition) => stateOf.get(condition)?.bytes()[row] ?? UNKNOWN,
      criterion: (number: number) => states[number]?.bytes()[row] ?? UNKNOWN,
      value: (fraction: Fraction) => fractionValue(fraction, number),
    };
    return (worked[row] ??= earnedByCriterion(sheet, known));
  };
}

/** The states of all gates on points, for every row. */
export function gateColumns(
  { sheet, questions }: Program,
  rows: number,
  points: (row: number) => readonly (Earned | null)[],
): readonly Uint8Array[] {
  if (sheet === null) return [];
  return questions.gates.map((gate) =>
    Uint8Array.from({ length: rows }, (_, row) => gateState(gate, gatedPoints(sheet, points(row), gate.of))),
  );
}
