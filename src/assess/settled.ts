import { type StateColumn, UNKNOWN } from '../formula/index.ts';
import type { Candidates } from './candidates.ts';
import { gatedPoints, gateState } from './gates.ts';
import type { Program } from './program.ts';

/** The states of criteria, with those that only the rules of sound data settle. */
export function settledStates(
  columns: readonly StateColumn[],
  searched: ReadonlyMap<number, Candidates>,
): readonly Uint8Array[] {
  const states = columns.map((column) => column.bytes());
  const settled = [...searched].filter(([, found]) => found.settled.size > 0);
  if (settled.length === 0) return states;
  const copies = states.map((column) => column.slice());
  for (const [row, found] of settled)
    for (const [number, column] of copies.entries()) column[row] = found.settled.get(number) ?? column[row] ?? UNKNOWN;
  return copies;
}

/** The states of gates on points, with those that only the rules of sound data settle. */
export function settledGates(
  { sheet, questions }: Program,
  gates: readonly Uint8Array[],
  searched: ReadonlyMap<number, Candidates>,
): readonly Uint8Array[] {
  if (sheet === null || searched.size === 0) return gates;
  const copies = gates.map((column) => column.slice());
  for (const [row, { points }] of searched)
    for (const [number, gate] of questions.gates.entries()) {
      const column = copies[number];
      if (column !== undefined && points !== null) column[row] = gateState(gate, gatedPoints(sheet, points, gate.of));
    }
  return copies;
}
