import type { Polynomial } from '../algebra/index.ts';
import { type Condition, FAIL, partsOf, UNKNOWN } from '../formula/index.ts';
import type { Earned, Known } from './earned.ts';
import { type Answered, openPoints, type OpenPoints, pointsFraction, signUnderGate } from './open-points.ts';
import { classOutcome } from './outcome.ts';
import { type Program, rulesOf } from './program.ts';
import type { Sheet } from './sheet.ts';

/** A question about missing cells. */
export type Open =
  /** The sign of a polynomial in the missing cells, in its primitive form. */
  | { readonly kind: 'sign'; readonly polynomial: Polynomial }
  /** Which of so many values a choice or boolean has. */
  | { readonly kind: 'byte'; readonly variable: number; readonly values: number };

/** What is known of a unit so far: all criteria are decided as far as they can be. */
export interface Sofar {
  readonly program: Program;
  readonly known: Known;
  readonly answered: Answered;
  /** The points of each criterion; worked out when they are first asked for. */
  readonly points: (sheet: Sheet) => readonly (Earned | null)[];
  /** What is asked of the missing cells, by question. */
  readonly asked: (question: number) => Polynomial;
}

/** The next question that matters: for a check, the class, the score, in this order; `null` when none is left, or none can matter. */
export function openQuestionIn(sofar: Sofar): Open | null {
  return firstQuestion(sofar, inScore);
}

/** The same for a check and the class alone. */
export function classQuestionIn(sofar: Sofar): Open | null {
  return firstQuestion(sofar, () => null);
}

/** The first question of some conditions that are open; `null` where none is. */
export function openAmongIn(sofar: Sofar, conditions: readonly Condition[]): Open | null {
  const open = conditions.find((condition) => sofar.known.condition(condition) === UNKNOWN);
  return open === undefined ? null : inCondition(open, sofar);
}

/** The first question about the state and the points of a criterion; `null` where none is open. */
export function openOfCriterion(sofar: Sofar, number: number): Open | null {
  const { program, known } = sofar;
  if (known.criterion(number) === UNKNOWN) return inCriterion(number, sofar);
  const piece = program.sheet === null ? null : openPoints(program.sheet, number, known);
  return piece === null ? null : inPoints(piece, sofar);
}

function firstQuestion(sofar: Sofar, further: (sofar: Sofar) => Open | null): Open | null {
  const { program, known } = sofar;
  const rules = rulesOf(program);
  const states = rules.map(known.condition);
  if (states.includes(FAIL)) return null;
  const open = rules[states.indexOf(UNKNOWN)] ?? classOutcome(program.classes, known.condition).open;
  return open === null ? further(sofar) : inCondition(open, sofar);
}

function inScore(sofar: Sofar): Open | null {
  const { program, known, points } = sofar;
  const { counted, sheet } = program;
  const open = counted.find(({ number }) => known.criterion(number) === UNKNOWN);
  if (open !== undefined) return inCriterion(open.number, sofar);
  if (sheet === null) return null;
  const piece = openPoints(sheet, null, known);
  if (piece !== null) return inPoints(piece, sofar);
  return firstAsked(sofar, (answered) => pointsFraction(sheet, null, known, points(sheet), answered));
}

function inPoints(open: OpenPoints, sofar: Sofar): Open | null {
  return open.kind === 'criterion' ? inCriterion(open.number, sofar) : inCondition(open.condition, sofar);
}

function inCriterion(number: number, sofar: Sofar): Open | null {
  const condition = sofar.program.criteria[number];
  return condition === undefined ? null : inCondition(condition, sofar);
}

function inCondition(condition: Condition, sofar: Sofar): Open | null {
  switch (condition.kind) {
    case 'sign':
      return { kind: 'sign', polynomial: sofar.asked(condition.question) };
    case 'choice':
    case 'boolean': {
      const choices = sofar.program.questions.variables[condition.variable]?.indicator.values.length ?? 0;
      return { kind: 'byte', variable: condition.variable, values: condition.kind === 'boolean' ? 2 : choices };
    }
    case 'criterion':
      return inCriterion(condition.criterion, sofar);
    case 'gate':
      return inGate(condition.gate, sofar);
    default:
      return openAmongIn(sofar, partsOf(condition));
  }
}

function inGate(number: number, sofar: Sofar): Open | null {
  const { program, known } = sofar;
  const { sheet, questions } = program;
  const gate = questions.gates[number];
  if (gate === undefined || sheet === null) return null;
  const open = openPoints(sheet, gate.of, known);
  if (open !== null) return inPoints(open, sofar);
  return firstAsked(sofar, (answered) => signUnderGate(sheet, gate, known, sofar.points(sheet), answered));
}

/** The first sign that something asks for and that is open. */
function firstAsked({ answered }: Sofar, ask: (noting: Answered) => unknown): Open | null {
  let first: Polynomial | null = null;
  const signOf = (polynomial: Polynomial): -1 | 0 | 1 | null => {
    const sign = answered.signOf(polynomial);
    if (sign === null) first ??= polynomial;
    return sign;
  };
  ask({ ...answered, signOf });
  return first === null ? null : { kind: 'sign', polynomial: first };
}
