import { type Assessments, criteriaIn, type Program, UNDETERMINED } from '../assess/index.ts';
import { countsAs, meritOf } from '../criteria/index.ts';
import { requireRow } from '../data/index.ts';
import { FAIL, NOT_APPLICABLE, PASS, rememberedOf, UNKNOWN } from '../formula/index.ts';
import { requireAssessments } from '../messages/index.ts';
import { keptRows } from './cells-behind.ts';
import { movesByCriterion, RISES, STAYS } from './otherwise.ts';

/** What decides the class of a unit, as criteria. */
export interface Deciding {
  readonly ids: readonly string[];
  /**
   * Each of them alone; or together what the unit meets of its class, or what it lacks of the best one; or, of an
   * undetermined unit, all that is open.
   */
  readonly how: 'alone' | 'held' | 'lacking' | 'open';
}

/**
 * The criteria that decide a unit's class: each of them alone, were it otherwise, would bring the unit into a better class,
 * or, if the unit meets it, out of the class it is in. A criterion with points is otherwise when it earns all of them, or
 * none. Groups are named only where no single part of them decides; what does not apply and counts as met or not met, only
 * where nothing else does. Where nothing does alone, those that do it together: what the unit meets of its class, or
 * what it lacks of the best one. Of an undetermined unit, the criteria still open.
 *
 * @returns For each row the criterion ids, in the order of the set; worked out for all rows at once.
 * @throws {RangeError} When asked for a row that is not there.
 * @example decidingCriteria(assessments)(1) // ['A']
 */
export function decidingCriteria(assessments: Assessments): (row: number) => readonly string[] {
  requireAssessments(assessments);
  const deciding = decidingIn(assessments);
  return (row) => {
    requireRow(assessments.dataset, row);
    return deciding(row).ids;
  };
}

/** The same with how they decide, for rows that are there. */
export const decidingIn = rememberedOf((assessments: Assessments): ((row: number) => Deciding) => {
  const { set } = assessments.program;
  const ids = [...set.criteria.keys()];
  const criteria = [...set.criteria.values()];
  const moves = ids.map((_, number) => movesByCriterion(assessments, number));
  const merit = meritOf(set);
  const counted = criteria.map(countsAs);
  const standsIn = criteria.map(({ group }) => (group === null ? null : ids.indexOf(group)));
  const isWithin = (part: number, group: number): boolean => {
    const own = standsIn[part] ?? null;
    return own !== null && (own === group || isWithin(own, group));
  };
  // Rather what earns points than the groups it stands in.
  const narrowed = (numbers: readonly number[]): readonly number[] =>
    numbers.filter((number) => !numbers.some((part) => isWithin(part, number)));
  const found = (row: number): { readonly numbers: readonly number[]; readonly how: Deciding['how'] } => {
    const current = assessments.classes[row] ?? UNDETERMINED;
    const states = ids.map((_, number) => assessments.states[number]?.[row] ?? UNKNOWN);
    const alone = (number: number): boolean => {
      const state = states[number] === NOT_APPLICABLE ? counted[number] : states[number];
      const move = moves[number]?.[row] ?? STAYS;
      return state === PASS ? move !== STAYS : move === RISES;
    };
    const isOpen = current === UNDETERMINED;
    const numbers = isOpen ? stateIs(states, UNKNOWN) : ratherApplicable([...ids.keys()].filter(alone), states);
    if (numbers.length === 0) return together(assessments, states, current, merit);
    return { numbers: narrowed(numbers), how: isOpen ? 'open' : 'alone' };
  };
  return decidingOf(assessments.program)(
    { columns: [assessments.classes, ...assessments.states, ...moves], names: '' },
    (row) => {
      const { numbers, how } = found(row);
      // Rows that look alike share it.
      return Object.freeze({ ids: Object.freeze(numbers.flatMap((number) => ids[number] ?? [])), how });
    },
  );
});

/** What does not apply decides only where nothing that does apply decides. */
function ratherApplicable(numbers: readonly number[], states: readonly number[]): readonly number[] {
  const applicable = numbers.filter((number) => states[number] !== NOT_APPLICABLE);
  return applicable.length > 0 ? applicable : numbers;
}

/** What decides hangs on states and classes alone, whatever the table. */
const decidingOf = rememberedOf((_program: Program) => keptRows<Deciding>());

function together(
  assessments: Assessments,
  states: readonly number[],
  current: number,
  merit: readonly number[],
): { readonly numbers: readonly number[]; readonly how: 'held' | 'lacking' } {
  const held = membersOf(assessments, current).filter((number) => states[number] === PASS);
  if (held.length > 0) return { numbers: held, how: 'held' };
  const best = merit.indexOf(Math.min(...merit));
  return { numbers: membersOf(assessments, best).filter((number) => states[number] === FAIL), how: 'lacking' };
}

/** The criteria the condition of a class names, in the order of the set. */
function membersOf(assessments: Assessments, index: number): readonly number[] {
  const condition = assessments.program.classes[index];
  return condition === undefined ? [] : [...new Set(criteriaIn(condition))].sort((a, b) => a - b);
}

function stateIs(states: readonly number[], wanted: number): readonly number[] {
  return [...states.keys()].filter((number) => states[number] === wanted);
}
