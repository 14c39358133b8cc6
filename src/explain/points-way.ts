import {
  type Cells,
  createUnit,
  findCandidates,
  isExact,
  type Program,
  type Sheet,
  type Unit,
  cellsAt,
  joined,
  NOWHERE,
  type Point,
} from '../assess/index.ts';
import { ceilDivide, equal, multiply, negate, type Rational, subtract, ZERO } from '../number/index.ts';
import { movingOf, withoutMoving } from './branch.ts';
import { type Choice, chooseInOrder } from './choices.ts';
import { contributionsTo } from './contributions.ts';
import type { Costs } from './costs.ts';
import type { Judge } from './judge.ts';
import { type MoveGroup, moveGroups } from './move-groups.ts';
import { type Option, optionsOf } from './options.ts';
import { type Demand, pointsDemanded } from './points-demanded.ts';
import type { Problem, Sought } from './sought.ts';

/** A unit whose goal asks for points. */
export interface PointsProblem extends Problem {
  readonly costs: Costs;
  readonly judge: Judge;
  /** The missing cells that something hangs on. */
  readonly missing: ReadonlySet<number>;
}

/** So many sets of changes are judged at most, where what they gain together was taken for more than it is. */
const MOST_JUDGED = 64;
const MOST_JUDGED_WITH_MISSING = 12;

/**
 * Makes the search for the cheapest way to so many points. What moves is taken apart into groups that earn apart from each
 * other (see {@link moveGroups}); of each every option is listed with what it gains, and the cheapest options that gain
 * enough together are judged, one set after another.
 *
 * What an option gains is never taken for less than it is, so that a way that is judged to reach the goal is the cheapest.
 * Where figures are missing it is what is sure: then there may be a cheaper one, unless all may be as bad at once.
 *
 * @returns For the variables that are to stay as they are the cheapest way, that there is none, or `null` where it cannot
 *   tell; `null` for a goal that does not ask for points, or for whose points the groups do not earn apart.
 */
export function pointsSearch(problem: PointsProblem): ((unmoved: ReadonlySet<number>) => Sought | null) | null {
  const { program, cells, goal, judge, missing } = problem;
  const demand = pointsDemanded(program, goal);
  if (program.sheet === null || demand === null) return null;
  const now = createUnit(program, cells);
  const short = shortOf(program.sheet, demand, now);
  const earning = contributionsTo(demand, problem, now);
  if (short === null || earning === null) return null;
  const groups = moveGroups(program, problem.moves, missing);
  const listed = groups.map((group) =>
    optionsOf(group, { ...problem, ...earning, now, mayReach: (own, point) => mayReach(problem, own, point) }),
  );
  const isSure = missing.size === 0 || (!groups.some(({ isOpen }) => isOpen) && isAttained(program, cells, now));
  const isAll = isSure && listed.every((own) => own.isAll);
  return (unmoved) => {
    const choices = listed.map(({ options }) => options.filter(({ point }) => stays(point, unmoved)).map(asChoice));
    let left = missing.size > 0 ? MOST_JUDGED_WITH_MISSING : MOST_JUDGED;
    let found: Sought | null = null;
    const listing = chooseInOrder(choices, -partsOfPoint(negate(short)), (chosen, cost) => {
      const point = chosen.reduce((all, { option }) => joined(all, option.point), NOWHERE);
      const classes = judge.classesAt(point);
      if (classes !== null)
        found = { kind: 'way', point, cost: BigInt(cost), classes, exact: isAll && !judge.isDoubted() };
      left -= 1;
      return classes !== null || left === 0;
    });
    if (listing !== 'all' || !isAll || judge.isDoubted()) return found;
    return { kind: missing.size > 0 ? 'uncertain' : 'none' };
  };
}

function stays({ numbers, bytes }: Point, unmoved: ReadonlySet<number>): boolean {
  return ![...numbers.keys(), ...bytes.keys()].some((variable) => unmoved.has(variable));
}

function asChoice(option: Option): Choice & { readonly option: Option } {
  return { option, cost: option.cost, gain: partsOfPoint(option.gain) };
}

/** Whether the goal may be reached at a point of one group if all others move as they like, whatever the points are. */
function mayReach({ program, cells, moves, goal }: PointsProblem, group: MoveGroup, point: Point): boolean {
  const others = movingOf(moves.filter((move) => !group.moves.includes(move)));
  const open = cellsAt(withoutMoving(cells, others), point);
  const { classes, unsound } = createUnit({ ...program, sheet: null }, open).standing();
  return !unsound && classes.some((place) => goal.has(place));
}

/** Whether some filling of the missing cells leaves a unit all the points short that are not sure. */
function isAttained(program: Program, cells: Cells, now: Unit): boolean {
  const [all, surely] = [now.earnedInAll(), now.outcome().score];
  const { exact, score } = findCandidates(program, cells);
  if (all === null || surely === null || score === null || !exact) return false;
  return isExact(all.available) && equal(score.min, surely.min);
}

/** The points that are short of what is demanded, or fewer; `null` where nothing that earns any applies. */
function shortOf({ round }: Sheet, { bound, share }: Demand, unit: Unit): Rational | null {
  const all = unit.earnedInAll();
  if (all === null) return null;
  const wanted = share ? multiply(bound, all.available.most) : bound;
  return subtract(subtract(wanted, all.earned.least), round?.to ?? ZERO);
}

/** Points in billionths, rounded up: as whole numbers they are added quickly, and never less than they are. */
function partsOfPoint({ num, den }: Rational): number {
  return Number(ceilDivide(num * 1_000_000_000n, den));
}
