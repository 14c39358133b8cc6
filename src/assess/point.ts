import { MISSING } from '../formula/index.ts';
import type { Rational } from '../number/index.ts';
import type { Cells } from './unit.ts';

/** New values by variable: of numbers, and of choices by place. Only what differs. */
export interface Point {
  readonly numbers: ReadonlyMap<number, Rational>;
  readonly bytes: ReadonlyMap<number, number>;
}

/** No change. */
export const NOWHERE: Point = { numbers: new Map(), bytes: new Map() };

/** The changes of two points together. */
export function joined(one: Point, other: Point): Point {
  return {
    numbers: new Map([...one.numbers, ...other.numbers]),
    bytes: new Map([...one.bytes, ...other.bytes]),
  };
}

/** Whether all that one point changes the other changes too. */
export function isWithin(one: Point, other: Point): boolean {
  const changes = ({ numbers, bytes }: Point): readonly number[] => [...numbers.keys(), ...bytes.keys()];
  const further = new Set(changes(other));
  return changes(one).every((variable) => further.has(variable));
}

/** The cells of a unit with some of them changed. */
export function cellsAt(cells: Cells, { numbers, bytes }: Point): Cells {
  return {
    number: (variable) => numbers.get(variable) ?? cells.number(variable),
    byte: (variable) => bytes.get(variable) ?? cells.byte(variable),
    bounds: cells.bounds,
  };
}

/** A text that two points have in common only where they are the same, as long as their values come in one order. */
export function pointKey({ numbers, bytes }: Point): string {
  return [
    ...[...numbers].map(([variable, { num, den }]) => `${variable}:${num}/${den}`),
    ...[...bytes].map(([variable, place]) => `${variable}:${place}`),
  ].join();
}

/** The same cells, each read once. */
export function readOnce(cells: Cells, variables: number): Cells {
  const all = Array.from({ length: variables }, (_, variable) => ({
    number: cells.number(variable),
    byte: cells.byte(variable),
  }));
  return { number: (v) => all[v]?.number ?? null, byte: (v) => all[v]?.byte ?? MISSING, bounds: cells.bounds };
}
