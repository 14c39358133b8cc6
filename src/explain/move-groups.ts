import { variablesOf } from '../algebra/index.ts';
import {
  type Cells,
  notApplyingWhen,
  type Program,
  rulesOf,
  type Sheet,
  type Unit,
  variablesIn,
} from '../assess/index.ts';
import { grouped, united } from '../data/index.ts';
import { type Condition, MISSING, NOT_APPLICABLE, partsOf, rememberedOf, UNKNOWN } from '../formula/index.ts';
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
 * The missing cells that something hangs on: a criterion that may apply, a rule, a question of a class or whether a
 * group applies where that is open.
 *
 * @param unit The unit with what moves left open.
 */
export function missingIn(program: Program, cells: Cells, unit: Unit): ReadonlySet<number> {
  const isMissing = (variable: number): boolean => cells.number(variable) === null && cells.byte(variable) === MISSING;
  const isOpen = ({ criterion, rule, asked }: Hanging): boolean => {
    if (criterion !== undefined) return unit.criterion(criterion) !== NOT_APPLICABLE;
    const condition = rule ?? asked;
    return condition !== undefined && unit.condition(condition) === UNKNOWN;
  };
  const hanging = hangingIn(program).filter(isOpen);
  return new Set(hanging.flatMap(({ variables }) => [...variables].filter(isMissing)));
}

/** What hangs on some variables. */
interface Hanging {
  readonly variables: ReadonlySet<number>;
  readonly criterion?: number;
  readonly rule?: Condition;
  readonly asked?: Condition;
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

/** Of a group of criteria it is whether it applies by what it says itself: the rest follows from its parts. */
const hangingIn = rememberedOf((program: Program): readonly Hanging[] => {
  const { criteria, classes, sheet } = program;
  const isGroup = (number: number): boolean => (sheet?.items[number]?.parts.length ?? 0) > 0;
  const [groups, alone] = [[...criteria.keys()].filter(isGroup), [...criteria.keys()].filter((own) => !isGroup(own))];
  const asked = [...groups.flatMap((group) => notApplyingWhen(program, group) ?? []), ...classes.flatMap(questionsIn)];
  return [
    ...alone.map((criterion) => ({ criterion, variables: variablesOfCriterion(program, criterion, sheet) })),
    ...rulesOf(program).map((rule) => ({ rule, variables: variablesIn(program, rule) })),
    ...asked.map((condition) => ({ asked: condition, variables: variablesIn(program, condition) })),
  ];
});

/** What the state and the points of a criterion hang on. */
function variablesOfCriterion(program: Program, number: number, sheet: Sheet | null): ReadonlySet<number> {
  const pieces = sheet?.items[number]?.pieces ?? [];
  return new Set([
    ...variablesIn(program, program.criteria[number]),
    ...pieces.flatMap(({ when, value }) => [
      ...variablesIn(program, when),
      ...variablesOf(value.num),
      ...variablesOf(value.den),
    ]),
  ]);
}

/** The questions that a condition asks by itself. */
function questionsIn(condition: Condition): readonly Condition[] {
  const { kind } = condition;
  return kind === 'sign' || kind === 'choice' || kind === 'boolean'
    ? [condition]
    : partsOf(condition).flatMap(questionsIn);
}
