import { numberOf } from '../criteria/index.ts';
import { type Assessments, cellsOf, criteriaIn, indicatorsIn, type Program } from '../assess/index.ts';
import { ALWAYS, type Condition, FAIL, NEVER, PASS } from '../formula/index.ts';
import { createWaySearch } from './cheapest-way.ts';
import { gatesIn } from './gates.ts';
import { movesOf } from './moves.ts';

/** A criterion that no work on the ground can change any more in this period. */
export interface BlockedCriterion {
  readonly id: string;
  /** `unmet`: it can no longer be met; `met`: it holds the unit in its class and can no longer be left. */
  readonly state: 'unmet' | 'met';
  /** The indicators it asks about that cannot be acted on. */
  readonly indicators: readonly string[];
}

/**
 * The criteria that keep a unit from some classes and can no longer change: of those classes' own criteria, and of those that
 * earn the points they ask for, the ones that cannot be met in full any more, and of the present class the ones that cannot
 * be left, each taken by itself.
 *
 * @param wanted The places of the classes.
 * @returns In the order of the set; what could not be proved is left out.
 */
export function blockedCriteria(
  assessments: Assessments,
  row: number,
  wanted: ReadonlySet<number>,
): readonly BlockedCriterion[] {
  const { program, states, classes } = assessments;
  const named = (place: number): readonly number[] => behind(program.classes[place] ?? ALWAYS, program);
  const needed = new Set([...wanted].flatMap(named));
  const present = new Set(named(classes[row] ?? -1));
  // A class for all that is left is reached by leaving the classes before it.
  const byLeaving = [...wanted].some((place) => named(place).length === 0);
  return [...program.set.criteria.keys()].flatMap((id, number) => {
    const state = states[number]?.[row];
    const isUnmet = needed.has(number) && state === FAIL;
    const isHeld = byLeaving && present.has(number) && state === PASS;
    if ((!isUnmet && !isHeld) || canChange(assessments, row, number, isUnmet)) return [];
    const indicators = indicatorsIn(program, program.criteria[number]).filter(
      (indicator) => (program.set.indicators.get(indicator)?.actionable ?? null) === null,
    );
    return [{ id, state: isUnmet ? 'unmet' : 'met', indicators }];
  });
}

/** The criteria that a condition names, and those that earn the points it asks for. */
function behind(condition: Condition, { questions, set, sheet }: Program): readonly number[] {
  if (sheet === null) return criteriaIn(condition);
  const earning = (number: number): readonly number[] => {
    const parts = sheet.items[number]?.parts ?? [];
    return parts.length === 0 ? [number] : parts.flatMap(earning);
  };
  const asked = gatesIn(condition).flatMap((gate) => {
    const of = questions.gates[gate]?.of ?? null;
    return of === null ? sheet.top : [numberOf(set.criteria, of)];
  });
  return [...criteriaIn(condition), ...asked.flatMap(earning)];
}

/** Whether what can be acted on can bring a criterion to be met, or not to be met; `true` when in doubt. */
function canChange(assessments: Assessments, row: number, criterion: number, toPass: boolean): boolean {
  const met: Condition = {
    kind: 'any',
    of: [{ kind: 'criterion', criterion, whenNotApplicable: toPass ? FAIL : PASS }, NEVER],
  };
  const goal: Condition = toPass ? met : { kind: 'not', of: met };
  const program = programFor(assessments.program, criterion, goal);
  const cells = cellsOf(program, assessments.dataset, row);
  const search = createWaySearch({ program, cells, moves: movesOf(assessments, row), goal: new Set([0]) });
  return search.cheapest(new Set()).kind !== 'none';
}

/** The program with one criterion as its only question: its first class is that the goal holds, its second that it does not. */
function programFor(program: Program, criterion: number, goal: Condition): Program {
  const needed = new Set<number>();
  const visit = (number: number): void => {
    const condition = program.criteria[number];
    if (condition === undefined || needed.has(number)) return;
    needed.add(number);
    for (const other of criteriaIn(condition)) visit(other);
  };
  visit(criterion);
  const order = program.order.filter((number) => needed.has(number));
  return { ...program, order, classes: [goal, ALWAYS], counted: [], sheet: null };
}
