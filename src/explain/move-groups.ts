import {
  type Cells,
  hangingIn,
  type Hanging,
  isMissingIn,
  isOpenIn,
  type Program,
  type Unit,
} from '../assess/index.ts';
import { united } from '../algebra/index.ts';
import { grouped } from '../data/index.ts';
import type { Condition } from '../formula/index.ts';
import type { Move } from './moves.ts';

/** Moves that act on the same criteria, checks or questions of classes: what they come to hangs on no other move. */
export interface MoveGroup {
  readonly moves: readonly Move[];
  /** The numbers of the criteria without parts that they act on. */
  readonly criteria: readonly number[];
  /** The rules of sound data that they act on. */
  readonly rules: readonly Condition[];
  /** What classes ask about them beside criteria and points, and whether groups apply. */
  readonly asked: readonly Condition[];
  /** Whether figures that are missing stand beside them in what they act on. */
  readonly isOpen: boolean;
}

/**
 * The missing cells that something hangs on.
 *
 * @param unit The unit with what moves left open.
 */
export function missingIn(program: Program, cells: Cells, unit: Unit): ReadonlySet<number> {
  const hanging = hangingIn(program).filter((one) => isOpenIn(unit, one));
  return new Set(hanging.flatMap(({ variables }) => [...variables].filter((variable) => isMissingIn(cells, variable))));
}

/**
 * Takes the moves of a unit apart into groups, in the order of the set.
 *
 * @param missing The missing cells that something hangs on.
 */
export function moveGroups(
  program: Program,
  moves: readonly Move[],
  missing: ReadonlySet<number>,
): readonly MoveGroup[] {
  const moving = new Set(moves.map(({ variable }) => variable));
  const hanging = hangingIn(program).filter(({ variables }) => [...variables].some((v) => moving.has(v)));
  const movingIn = ({ variables }: Hanging): readonly number[] => [...variables].filter((v) => moving.has(v));
  const find = united(program.questions.variables.length, hanging.map(movingIn));
  const byGroup = grouped(hanging, (one) => find(movingIn(one)[0] ?? 0));
  return [...grouped(moves, ({ variable }) => find(variable))].map(([group, own]) => {
    const all = byGroup.get(group) ?? [];
    return {
      moves: own,
      criteria: all.flatMap(({ criterion }) => criterion ?? []),
      rules: all.flatMap(({ rule }) => rule ?? []),
      asked: all.flatMap(({ asked }) => asked ?? []),
      isOpen: all.some(({ variables }) => [...variables].some((variable) => missing.has(variable))),
    };
  });
}
