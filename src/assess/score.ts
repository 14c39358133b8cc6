import { countsAs, type CriteriaSet, numbersOf } from '../criteria/index.ts';
import { type Condition, NOT_APPLICABLE, PASS, type State, UNKNOWN } from '../formula/index.ts';
import { integer, type Rational } from '../number/index.ts';
import { type Earned, earnedInAll, mayEarnOfNothing, rounded } from './earned.ts';
import { mayNotApply } from './may-not-apply.ts';
import type { Sheet } from './sheet.ts';

/** Points of one unit: between `min` and `max` of the `of` that can be earned. */
export interface Score {
  readonly min: Rational;
  readonly max: Rational;
  readonly of: Rational;
  /** Whether the unit may have no points at all: it is open whether anything that earns some applies. */
  readonly mayBeNone: boolean;
}

/** A criterion that is counted: one point when it is met. */
export interface Counted {
  readonly number: number;
  /** What it counts as where it does not apply. */
  readonly whenNotApplicable: State;
  /** Whether there is data that takes it out of the count. */
  readonly mayBeLeftOut: boolean;
}

/** The criteria that a set counts; none in other models. */
export function countedCriteria({ criteria, score }: CriteriaSet, met: readonly Condition[]): readonly Counted[] {
  if (score?.model !== 'count') return [];
  const numbers = numbersOf(criteria);
  return score.of.flatMap((id) => {
    const [number, criterion] = [numbers.get(id), criteria.get(id)];
    if (number === undefined || criterion === undefined) return [];
    const whenNotApplicable = countsAs(criterion);
    return {
      number,
      whenNotApplicable,
      mayBeLeftOut: whenNotApplicable === NOT_APPLICABLE && mayNotApply(number, met),
    };
  });
}

/**
 * Counts the criteria that pass: one point each.
 *
 * @param counted The criteria that count.
 * @param stateOf The state of a criterion by number.
 * @returns The score; criteria that are left out leave `of`. `null` when none applies: never 0.
 */
export function countScore(counted: readonly Counted[], stateOf: (number: number) => number): Score | null {
  let [passed, open, of, mayBeNone] = [0, 0, 0, true];
  for (const { number, whenNotApplicable, mayBeLeftOut } of counted) {
    const own = stateOf(number);
    const state = own === NOT_APPLICABLE ? whenNotApplicable : own;
    if (state === NOT_APPLICABLE) continue;
    of += 1;
    if (state === PASS) passed += 1;
    if (state === UNKNOWN) open += 1;
    if (state !== UNKNOWN || !mayBeLeftOut) mayBeNone = false;
  }
  if (of === 0) return null;
  return { min: integer(passed), max: integer(passed + open), of: integer(of), mayBeNone };
}

/** The points of a sheet, rounded as declared; `null` when nothing applies. */
export function sheetScore(sheet: Sheet, results: readonly (Earned | null)[]): Score | null {
  const all = earnedInAll(sheet, results);
  if (all === null) return null;
  const { least, most } = rounded(sheet, all.earned);
  return { min: least, max: most, of: all.available.most, mayBeNone: mayEarnOfNothing(sheet, results) };
}
