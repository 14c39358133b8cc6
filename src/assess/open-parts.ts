import { united } from '../algebra/index.ts';
import { grouped } from '../data/index.ts';
import type { Condition } from '../formula/index.ts';
import { hangingIn, isMissingIn, isOpenIn } from './hanging.ts';
import type { Program } from './program.ts';
import type { Cells, Unit } from './unit.ts';

/** A part of what missing cells leave open of a unit: nothing in it hangs on a missing cell of another part. */
export interface OpenPart {
  /** The missing cells. */
  readonly variables: readonly number[];
  /** The numbers of the criteria without parts. */
  readonly criteria: readonly number[];
  /** The rules of sound data. */
  readonly rules: readonly Condition[];
  /** What classes ask beside criteria and points, and whether groups apply. */
  readonly asked: readonly Condition[];
}

/** Takes what is open of a unit apart, in the order of the set. */
export function openParts(program: Program, cells: Cells, unit: Unit): readonly OpenPart[] {
  const open = hangingIn(program)
    .filter((one) => isOpenIn(unit, one))
    .map((one) => ({ ...one, missing: [...one.variables].filter((variable) => isMissingIn(cells, variable)) }));
  const find = united(
    program.questions.variables.length,
    open.map(({ missing }) => missing),
  );
  return [...grouped(open, ({ missing }) => find(missing[0] ?? 0)).values()].map((members) => ({
    variables: [...new Set(members.flatMap(({ missing }) => missing))],
    criteria: members.flatMap(({ criterion }) => criterion ?? []),
    rules: members.flatMap(({ rule }) => rule ?? []),
    asked: members.flatMap(({ asked }) => asked ?? []),
  }));
}
