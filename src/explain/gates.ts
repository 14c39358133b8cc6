import { type Assessments, type Earned, gatedPoints, type Score, UNDETERMINED } from '../assess/index.ts';
import { idAt, meritOf } from '../criteria/index.ts';
import {
  type Condition,
  FAIL,
  type Gate,
  partsOf,
  PASS,
  rememberedOf,
  type State,
  UNKNOWN,
  whenAsked,
} from '../formula/index.ts';
import { decidingIn } from './deciding.ts';
import { asState } from './finding.ts';
import { movesByGate, RISES } from './otherwise.ts';

/** A gate on points as it stands for one unit. */
export interface GateFinding {
  readonly gate: Gate;
  /** The id of the criterion whose points count; `null` for the whole sheet. */
  readonly of: string | null;
  readonly state: State;
  /** What was earned and what could be; `null` where nothing applies. */
  readonly points: Earned | null;
}

/**
 * The gates on points behind a unit's class: those that keep it out of the next better one; where that asks for no points,
 * those that alone keep it out of a better one, and, where no criterion decides alone but all that the unit lacks of the best
 * class, those that it lacks of it as well. Of a unit in the best class, those that hold it there. Of an undetermined unit,
 * the gates still open.
 *
 * @returns For each row, in the order in which the conditions name them.
 */
export function decidingGates(assessments: Assessments): (row: number) => readonly GateFinding[] {
  const { program, gates } = assessments;
  const { sheet, set } = program;
  if (sheet === null || gates.length === 0) return () => [];
  const numbersOf = decidingNumbers(assessments);
  return (row) =>
    numbersOf(row).flatMap((number) => {
      const gate = program.questions.gates[number];
      if (gate === undefined) return [];
      const found = gatedPoints(sheet, assessments.points(row), gate.of);
      const points = gate.of === null ? narrowed(found, assessments.score(row)) : found;
      const of = gate.of === null ? null : idAt(set.criteria, gate.of);
      return [{ gate, of, state: asState(gates[number]?.[row]), points }];
    });
}

/** The gates that decide, by number. */
const decidingNumbers = rememberedOf((assessments: Assessments): ((row: number) => readonly number[]) => {
  const { program, classes, gates } = assessments;
  const merit = meritOf(program.set);
  const gatesOf = program.classes.map((condition) => [...new Set(gatesIn(condition))]);
  // Few units need it: what is worked out for all rows waits until one asks.
  const moves = whenAsked(() => gates.map((_, number) => movesByGate(assessments, number)));
  return (row) => {
    const current = classes[row] ?? UNDETERMINED;
    const inState = (index: number, state: State): readonly number[] =>
      (gatesOf[index] ?? []).filter((gate) => asState(gates[gate]?.[row]) === state);
    if (current === UNDETERMINED)
      return [...new Set(assessments.candidates(row).classes.flatMap((index) => inState(index, UNKNOWN)))];
    if (merit[current] === 0) return inState(current, PASS);
    const next = inState(merit.indexOf((merit[current] ?? 0) - 1), FAIL);
    if (next.length > 0) return next;
    const alone = [...gates.keys()].filter(
      (gate) => moves()[gate]?.[row] === RISES && asState(gates[gate]?.[row]) === FAIL,
    );
    const lacking = decidingIn(assessments)(row).how === 'lacking' ? inState(merit.indexOf(0), FAIL) : [];
    return [...new Set([...alone, ...lacking])].sort((a, b) => a - b);
  };
});

/** The points of the sheet as narrow as could be proved: where cells are missing, the search knows more of them. */
function narrowed(found: Earned | null, score: Score | null): Earned | null {
  if (found === null || score === null) return null;
  return { earned: { least: score.min, most: score.max }, available: { least: found.available.least, most: score.of } };
}

/** The gates in a condition, by number. */
function gatesIn(condition: Condition): readonly number[] {
  return condition.kind === 'gate' ? [condition.gate] : partsOf(condition).flatMap(gatesIn);
}
