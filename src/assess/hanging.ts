import { variablesOf } from '../algebra/index.ts';
import { type Condition, MISSING, NEVER, NOT_APPLICABLE, partsOf, rememberedOf, UNKNOWN } from '../formula/index.ts';
import { isExact } from './earned.ts';
import { notApplyingWhen, type Program, rulesOf, variablesIn } from './program.ts';
import type { Sheet } from './sheet.ts';
import type { Cells, Unit } from './unit.ts';

/** Something that hangs on some variables: a criterion without parts, a rule of sound data or what is asked beside them. */
export interface Hanging {
  readonly variables: ReadonlySet<number>;
  readonly criterion?: number;
  readonly rule?: Condition;
  readonly asked?: Condition;
}

/** Whether missing cells leave open what something comes to. */
export function isOpenIn(unit: Unit, { criterion, rule, asked }: Hanging): boolean {
  if (criterion === undefined) return unit.condition(rule ?? asked ?? NEVER) === UNKNOWN;
  const state = unit.criterion(criterion);
  const points = unit.earned(criterion);
  return state !== NOT_APPLICABLE && (state === UNKNOWN || (points !== null && !isExact(points.earned)));
}

/** Whether a cell is missing. */
export function isMissingIn(cells: Cells, variable: number): boolean {
  return cells.number(variable) === null && cells.byte(variable) === MISSING;
}

/** Of a group of criteria it is whether it applies by what it says itself: the rest follows from its parts. */
export const hangingIn = rememberedOf((program: Program): readonly Hanging[] => {
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
