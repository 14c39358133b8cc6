import { type Assessments, criteriaIn, gatesIf, type Program, UNDETERMINED } from '../assess/index.ts';
import { meritOf } from '../criteria/index.ts';
import { requireRow } from '../data/index.ts';
import { keptRows } from './cells-behind.ts';
import { FAIL, type NumberedCondition, PASS, rememberedOf, runConditions, UNKNOWN } from '../formula/index.ts';

/**
 * The criteria that decide a unit's class: each of them alone, were it otherwise, would bring the unit into a better class,
 * or, if the unit meets it, out of the class it is in. A criterion with points is otherwise when it earns all of them, or
 * none. Groups are named only where no single part of them decides. Where nothing does alone, those that do it together:
 * what the unit meets of its class, or what it lacks of the best one. Of an undetermined unit, the criteria still open.
 *
 * @returns For each row the criterion ids, in the order of the set; worked out for all rows at once.
 * @throws {RangeError} When asked for a row that is not there.
 * @example decidingCriteria(assessments)(1) // ['A']
 */
export function decidingCriteria(assessments: Assessments): (row: number) => readonly string[] {
  const { set } = assessments.program;
  const ids = [...set.criteria.keys()];
  const criteria = [...set.criteria.values()];
  const merit = meritOf(set);
  const classesIf = ids.map((_, number) => classesIfOtherwise(assessments, number));
  const isGroup = (number: number): boolean => criteria[number]?.rule.kind === 'group';
  // Rather what earns points than the groups it stands in; of groups, rather those that lack some.
  const narrowed = (numbers: readonly number[], states: readonly number[]): readonly number[] => {
    const single = numbers.filter((number) => !isGroup(number));
    const lacking = numbers.filter((number) => states[number] === FAIL);
    return [single, lacking].find((list) => list.length > 0) ?? numbers;
  };
  const decide = (row: number): readonly string[] => {
    const current = assessments.classes[row] ?? UNDETERMINED;
    const states = ids.map((_, number) => assessments.states[number]?.[row] ?? UNKNOWN);
    const alone = (number: number): boolean => {
      const other = classesIf[number]?.[row] ?? UNDETERMINED;
      if (other === UNDETERMINED || other === current) return false;
      return states[number] === PASS || (merit[other] ?? 0) < (merit[current] ?? 0);
    };
    const numbers = current === UNDETERMINED ? stateIs(states, UNKNOWN) : [...ids.keys()].filter(alone);
    const deciding = numbers.length > 0 ? narrowed(numbers, states) : together(assessments, states, current, merit);
    // Rows that look alike share it.
    return Object.freeze(deciding.flatMap((number) => ids[number] ?? []));
  };
  const deciding = decidingOf(assessments.program)(
    { columns: [assessments.classes, ...assessments.states, ...classesIf], names: '' },
    decide,
  );
  return (row) => {
    requireRow(assessments.dataset, row);
    return deciding(row);
  };
}

/** What decides hangs on states and classes alone, whatever the table. */
const decidingOf = rememberedOf((_program: Program) => keptRows<readonly string[]>());

/**
 * The class of a row were one criterion otherwise: met where it is not, or not met where it is.
 *
 * @returns By the place of the criterion in the set and the row, the place of the class or {@link UNDETERMINED}; worked out
 *   for all rows of a criterion at once.
 */
export function classIfOtherwise(assessments: Assessments): (criterion: number, row: number) => number {
  const known = new Map<number, Uint8Array>();
  return (criterion, row) => {
    const classes = known.get(criterion) ?? classesIfOtherwise(assessments, criterion);
    known.set(criterion, classes);
    return classes[row] ?? UNDETERMINED;
  };
}

/** The class of every row were one criterion otherwise, with all that refers to it and the points that hang on it. */
function classesIfOtherwise(assessments: Assessments, changed: number): Uint8Array {
  const { program, dataset, states, gates } = assessments;
  const { questions, classes: first } = program;
  const criteria = affectedIn(program)[changed] ?? [];
  const otherwise = (states[changed] ?? new Uint8Array()).map((state) =>
    state === PASS ? FAIL : state === FAIL ? PASS : state,
  );
  const known = new Map([...states.entries(), [changed, otherwise] as const]);
  if (gates.length === 0) return runConditions(questions, { known, criteria, first }, dataset).first;
  const found = runConditions(questions, { known, criteria }, dataset);
  const decided = criteria.map(({ number }, place) => [number, found.criteria[place]?.bytes() ?? otherwise] as const);
  const changedGates = gatesIf(assessments, new Map([[changed, otherwise], ...decided]));
  const allKnown = new Map([...known, ...decided]);
  return runConditions(questions, { known: allKnown, gates: changedGates, criteria: [], first }, dataset).first;
}

/** By criterion, the others that are decided anew when it comes out otherwise, each after those it refers to. */
const affectedIn = rememberedOf((program: Program): readonly (readonly NumberedCondition[])[] =>
  program.criteria.map((_, changed) => {
    const affected = new Set([changed]);
    const criteria: NumberedCondition[] = [];
    for (const number of program.order) {
      const condition = program.criteria[number];
      if (condition === undefined || !criteriaIn(condition).some((needed) => affected.has(needed))) continue;
      affected.add(number);
      criteria.push({ number, condition });
    }
    return criteria;
  }),
);

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
