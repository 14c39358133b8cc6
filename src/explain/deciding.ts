import { type Assessments, criteriaIn, firstHeld, UNDETERMINED } from '../assess/index.ts';
import { meritOf } from '../criteria/index.ts';
import { type Condition, FAIL, PASS, runConditions, type Target, UNKNOWN } from '../formula/index.ts';

/**
 * The criteria that decide a unit's class: each of them alone, were it otherwise, would bring the unit into a better class,
 * or, if the unit meets it, out of the class it is in. Where no single one does, those that do it together: what the unit
 * meets of its class, or what it lacks of the best one. Of an undetermined unit, the criteria that are still open.
 *
 * @returns For each row the criterion ids, in the order of the set; worked out for all rows at once.
 */
export function decidingCriteria(assessments: Assessments): (row: number) => readonly string[] {
  const { set } = assessments.program;
  const ids = [...set.criteria.keys()];
  const merit = meritOf(set);
  const classesIf = ids.map((_, number) => classesIfOtherwise(assessments, number));
  return (row) => {
    const current = assessments.classes[row] ?? UNDETERMINED;
    const states = ids.map((_, number) => assessments.states[number]?.[row] ?? UNKNOWN);
    const alone = (number: number): boolean => {
      const other = classesIf[number]?.[row] ?? UNDETERMINED;
      if (other === UNDETERMINED || other === current) return false;
      return states[number] === PASS || (merit[other] ?? 0) < (merit[current] ?? 0);
    };
    const numbers = current === UNDETERMINED ? stateIs(states, UNKNOWN) : [...ids.keys()].filter(alone);
    const deciding = numbers.length > 0 ? numbers : together(assessments, states, current, merit);
    return deciding.flatMap((number) => ids[number] ?? []);
  };
}

/** The class of every row were one criterion otherwise, with all that refers to it. */
function classesIfOtherwise(assessments: Assessments, changed: number): Uint8Array {
  const { program, dataset, states, gates } = assessments;
  const target = (condition: Condition, number: number): Target => ({ number, condition, out: new Uint8Array(dataset.rows) });
  const affected = new Set([changed]);
  const criteria: Target[] = [];
  for (const number of program.order) {
    const condition = program.criteria[number];
    if (condition === undefined || !criteriaIn(condition).some((needed) => affected.has(needed))) continue;
    affected.add(number);
    criteria.push(target(condition, number));
  }
  const otherwise = (states[changed] ?? new Uint8Array()).map((state) => (state === PASS ? FAIL : state === FAIL ? PASS : state));
  const known = new Map([...states.entries(), [changed, otherwise] as const]);
  const classes = program.classes.map((condition) => target(condition, -1));
  runConditions(program.questions, { known, gates, criteria, others: classes }, dataset);
  return Uint8Array.from({ length: dataset.rows }, (_, row) => firstHeld(classes, row));
}

function together(
  assessments: Assessments,
  states: readonly number[],
  current: number,
  merit: readonly number[],
): readonly number[] {
  const best = merit.indexOf(Math.min(...merit));
  const held = membersOf(assessments, current).filter((number) => states[number] === PASS);
  return held.length > 0 ? held : membersOf(assessments, best).filter((number) => states[number] === FAIL);
}

/** The criteria the condition of a class names, in the order of the set. */
function membersOf(assessments: Assessments, index: number): readonly number[] {
  const condition = assessments.program.classes[index];
  return condition === undefined ? [] : [...new Set(criteriaIn(condition))].sort((a, b) => a - b);
}

function stateIs(states: readonly number[], wanted: number): readonly number[] {
  return [...states.keys()].filter((number) => states[number] === wanted);
}
