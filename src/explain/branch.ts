import type { Polynomial } from '../algebra/index.ts';
import type { Cells, Unit, Point } from '../assess/index.ts';
import { MISSING } from '../formula/index.ts';
import { boundsOfMove, type Move, movedValue, type NumberMove, stepVariables, type ValueMove } from './moves.ts';
import type { Region } from './region.ts';

/** What a unit is supposed to answer to a question about what moves. */
export type Answer =
  | { readonly kind: 'sign'; readonly polynomial: Polynomial; readonly sign: -1 | 0 | 1 }
  | { readonly kind: 'byte'; readonly variable: number; readonly value: number };

/** Answers given so far, and the steps they leave. */
export interface Branch {
  readonly answers: readonly Answer[];
  readonly region: Region;
}

/** What moves in one search, by variable. */
export interface Moving {
  readonly numbers: ReadonlyMap<number, NumberMove>;
  readonly values: ReadonlyMap<number, ValueMove>;
}

/** Works something out while answers are given. */
export function given<T>(unit: Unit, [first, ...rest]: readonly Answer[], work: () => T): T {
  if (first === undefined) return work();
  const results: T[] = [];
  const next = (): void => void results.push(given(unit, rest, work));
  if (first.kind === 'sign') unit.answerSign(first.polynomial, first.sign, next);
  else unit.answerByte(first.variable, first.value, next);
  const [result] = results;
  if (results.length === 0 || result === undefined) throw new RangeError('an answer was given without doing anything');
  return result;
}

/** Whether an answer is another value of a choice than the unit has. */
export function isChange(answer: Answer, { values }: Moving): boolean {
  return answer.kind === 'byte' && values.get(answer.variable)?.from !== answer.value;
}

/** The values at some steps of a branch: choices that are not asked about stay. */
export function pointAt({ answers }: Branch, steps: ReadonlyMap<number, bigint>, moving: Moving): Point {
  const moved = [...moving.numbers.values()].flatMap((move) => {
    const { down, up } = stepVariables(move);
    const [less, more] = [steps.get(down) ?? 0n, steps.get(up) ?? 0n];
    return less === more ? [] : [[move.variable, movedValue(move, less, more)] as const];
  });
  const chosen = answers.flatMap((answer) =>
    answer.kind === 'byte' && isChange(answer, moving) ? [[answer.variable, answer.value] as const] : [],
  );
  return { numbers: new Map(moved), bytes: new Map(chosen.sort(([a], [b]) => a - b)) };
}

/** Moves by what they move. */
export function movingOf(moves: readonly Move[]): Moving {
  return {
    numbers: new Map(moves.flatMap((move) => (move.kind === 'number' ? [[move.variable, move] as const] : []))),
    values: new Map(moves.flatMap((move) => (move.kind === 'value' ? [[move.variable, move] as const] : []))),
  };
}

/** The cells of a unit, in which what moves is missing and within the bounds of its moves. */
export function withoutMoving(cells: Cells, { numbers, values }: Moving): Cells {
  const bounds = new Map([...numbers].map(([variable, move]) => [variable, boundsOfMove(move)] as const));
  return {
    number: (v) => (numbers.has(v) ? null : cells.number(v)),
    byte: (v) => (values.has(v) ? MISSING : cells.byte(v)),
    bounds: (v) => bounds.get(v) ?? cells.bounds(v),
  };
}
