import { countsAs } from '../criteria/index.ts';
import { type Assessments, cellsOf, indicatorsIn, type Program, NOWHERE } from '../assess/index.ts';
import { ALWAYS, type Condition, FAIL, NEVER, NOT_APPLICABLE, PASS } from '../formula/index.ts';
import { createWaySearch } from './cheapest-way.ts';
import { effortFor } from './effort.ts';
import { movesOf } from './moves.ts';

/** A criterion that no work on the ground can change any more in this period. */
export interface BlockedCriterion {
  readonly id: string;
  /** `unmet`: it can no longer be met; `met`: it keeps the unit where it is and can no longer be left. */
  readonly state: 'unmet' | 'met';
  /** The indicators it asks about that cannot be acted on. */
  readonly indicators: readonly string[];
}

/** A criterion as a class wants it: met, or not met. */
interface Wanted {
  readonly number: number;
  readonly isMet: boolean;
}

/**
 * The criteria that keep a unit from some classes and can no longer change: of those classes' own criteria, and of those that
 * earn the points they ask for, the ones that are not as the class wants them (met in full, or, where it wants that, not
 * met) and can no longer become so, and of the present class the ones that cannot be left, each taken by itself.
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
  const needs = (place: number, isMet: boolean): readonly Wanted[] =>
    lackedBy(program.classes[place] ?? ALWAYS, { assessments, row }, isMet) ?? [];
  // A class for all that is left is reached by leaving the classes before it.
  const byLeaving = [...wanted].some((place) => program.classes[place]?.kind === 'constant');
  const needed = [
    ...[...wanted].flatMap((place) => needs(place, true)),
    ...(byLeaving ? needs(classes[row] ?? -1, false) : []),
  ];
  return [...program.set.criteria.keys()].flatMap((id, number) => {
    const now = states[number]?.[row];
    const isInTheWay = needed.some((own) => own.number === number && now === (own.isMet ? FAIL : PASS));
    if (!isInTheWay || canChange(assessments, row, number, now === FAIL)) return [];
    const indicators = indicatorsIn(program, program.criteria[number]).filter(
      (indicator) => (program.set.indicators.get(indicator)?.actionable ?? null) === null,
    );
    return [{ id, state: now === FAIL ? 'unmet' : 'met', indicators }];
  });
}

interface OfRow {
  readonly assessments: Assessments;
  readonly row: number;
}

/**
 * The criteria that a condition lacks to come out as wanted, and of points it asks for those that earn them; `null` where
 * it comes out so already, so that nothing in it is in the way.
 */
function lackedBy(condition: Condition, of: OfRow, isMet: boolean): readonly Wanted[] | null {
  const { program, states, gates } = of.assessments;
  const wanted = isMet ? PASS : FAIL;
  switch (condition.kind) {
    case 'criterion':
      return states[condition.criterion]?.[of.row] === wanted ? null : [{ number: condition.criterion, isMet }];
    case 'gate':
      return gates[condition.gate]?.[of.row] === wanted ? null : earningIn(condition.gate, program, isMet);
    case 'not':
      return lackedBy(condition.of, of, !isMet);
    case 'defined':
      return lackedBy(condition.of, of, isMet);
    case 'all':
    case 'any':
    case 'at_least': {
      const parts = condition.of.map((part) => lackedBy(part, of, isMet));
      const met = condition.kind === 'at_least' ? condition.count : condition.kind === 'all' ? parts.length : 1;
      const needed = isMet ? met : parts.length - met + 1;
      return parts.filter((part) => part === null).length >= needed ? null : parts.flatMap((part) => part ?? []);
    }
    case 'constant':
      return condition.holds === isMet ? null : [];
    case 'sign':
    case 'choice':
    case 'boolean':
      return [];
  }
}

/** The criteria that earn the points of a gate: met for many points, not met for few. */
function earningIn(number: number, { questions, sheet }: Program, isMet: boolean): readonly Wanted[] {
  const gate = questions.gates[number];
  if (gate === undefined || sheet === null) return [];
  const isLeast = gate.operator === '>=' || gate.operator === '>';
  const earning = (own: number): readonly number[] => {
    const parts = sheet.items[own]?.parts ?? [];
    return parts.length === 0 ? [own] : parts.flatMap(earning);
  };
  const asked = gate.of === null ? sheet.top : [gate.of];
  return asked.flatMap(earning).map((own) => ({ number: own, isMet: isMet === isLeast }));
}

/**
 * Whether what can be acted on can bring a criterion to count as met, or not to; `true` when in doubt. One that comes not to
 * apply counts as the set says, and one that is left out is in the way of nothing.
 */
function canChange(assessments: Assessments, row: number, criterion: number, toPass: boolean): boolean {
  const own = [...assessments.program.set.criteria.values()][criterion];
  const counted = own === undefined ? NOT_APPLICABLE : countsAs(own);
  const whenNotApplicable = counted === NOT_APPLICABLE ? (toPass ? PASS : FAIL) : counted;
  const met: Condition = { kind: 'any', of: [{ kind: 'criterion', criterion, whenNotApplicable }, NEVER] };
  const goal: Condition = toPass ? met : { kind: 'not', of: met };
  // The criterion is all that is asked: the first class is that the goal holds, the second that it does not.
  const program = { ...assessments.program, classes: [goal, ALWAYS], counted: [], sheet: null };
  const cells = cellsOf(program, assessments.dataset, row);
  const search = createWaySearch({
    program,
    cells,
    moves: movesOf(assessments, row),
    goal: new Set([0]),
    settled: NOWHERE,
    effort: effortFor(program),
  });
  return search.cheapest(new Set()).kind !== 'none';
}
