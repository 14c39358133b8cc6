import { type Cells, createUnit, cellsAt, joined, type Point, readOnce } from '../assess/index.ts';
import { type Branch, given as answered, type Moving, movingOf, pointAt, withoutMoving } from './branch.ts';
import { costsOf } from './costs.ts';
import type { Effort } from './effort.ts';
import { createFrontier, type Reached } from './frontier.ts';
import { createJudge } from './judge.ts';
import { missingIn } from './move-groups.ts';
import { type Move, stepVariables } from './moves.ts';
import { pointsSearch } from './points-way.ts';
import { reducedWay } from './reduced-way.ts';
import { createPricer, type Range } from './region.ts';
import type { FoundWay, Problem, Sought } from './sought.ts';
import { createSplitter } from './splitter.ts';

/** What a search is made for. */
export interface SearchProblem extends Problem {
  /** Missing figures that are brought to an end in any case, at no cost that anybody knows. */
  readonly settled: Point;
  /** What the search may do before it gives up. */
  readonly effort: Effort;
}

export interface WaySearch {
  /** The cheapest way that leaves some variables as they are. */
  readonly cheapest: (unmoved: ReadonlySet<number>) => Sought;
  /** How much one unit of a number, or one choice, costs in the unit of costs. */
  readonly costOfUnit: bigint;
}

/**
 * Makes the search for the cheapest way of one unit.
 *
 * What moves counts as unknown. Branches are taken up by the least cost of their steps (best first): when the unit with
 * those steps reaches the goal, no branch can hold anything cheaper. Else the branch is split by the answers to the next
 * open question. Branches in which the goal is out of reach whatever is still open are dropped.
 *
 * Missing cells stay unknown to the end: a way counts only if it reaches the goal whatever they are.
 */
export function createWaySearch({ program, cells: own, moves, goal, settled, effort }: SearchProblem): WaySearch {
  const given = readOnce(own, program.questions.variables.length);
  const cells = cellsAt(given, settled);
  const everyMove = movingOf(moves);
  const lackingOf = (some: Cells): ReadonlySet<number> =>
    missingIn(program, some, createUnit(program, withoutMoving(some, everyMove)));
  const missing = lackingOf(cells);
  const hasMissing = missing.size > 0;
  const costs = costsOf(moves);
  const judge = createJudge({ program, cells: given, settled, goal, hasMissing: lackingOf(given).size > 0 });
  const priceOf = createPricer(costs.ofStep);
  const byPoints = pointsSearch({ program, cells, moves, goal, costs, judge, missing });

  function cheapest(unmoved: ReadonlySet<number>): Sought {
    const found = byPoints?.(unmoved) ?? null;
    if (found?.kind === 'way') return found.exact ? settledToo(found) : cheaper(searched(unmoved), settledToo(found));
    return found ?? searched(unmoved);
  }

  function settledToo(way: FoundWay): FoundWay {
    return { ...way, point: joined(settled, way.point) };
  }

  /** A small way where the cheapest takes too long to find. */
  function reduced(moving: readonly Move[]): Sought {
    if (hasMissing || effort.isSpent('reduction')) return { kind: 'unknown' };
    effort.spend('reduction');
    const found = reducedWay(moving, costs.of, judge.outcomeAt, judge.isReached);
    const classes = found === null ? null : judge.classesAt(found.point);
    return found === null || classes === null
      ? { kind: 'unknown' }
      : { kind: 'way', point: joined(settled, found.point), cost: found.cost, classes, exact: false };
  }

  /** Branch by branch. */
  function searched(unmoved: ReadonlySet<number>): Sought {
    const movable = moves.filter(({ variable }) => !unmoved.has(variable));
    const moving = movingOf(movable);
    const open = withoutMoving(cells, moving);
    const unit = createUnit(program, open);
    const split = createSplitter(unit, { moving, hasMissing, asked: () => effort.spend('question') });
    const frontier = createFrontier(priceOf, costs, moving);
    let isComplete = true;
    let isUncertain = false;

    /** The way at the cheapest steps of a branch, if they reach the goal; else the branch is split. */
    function follow(branch: Reached): Sought | null {
      const { classes: possible, unsound } = unit.outcome();
      if (unsound || !possible.some((place) => goal.has(place))) return null;
      const point = branch.steps === null ? null : pointAt(branch, branch.steps, moving);
      const classes = point === null ? null : judge.classesAt(point);
      if (point !== null && classes !== null)
        return {
          kind: 'way',
          point: joined(settled, point),
          cost: branch.cost,
          classes,
          exact: isComplete && !judge.isDoubted(),
        };
      const parts = split(branch);
      // Where nothing more hangs on what moves, all steps of the branch are as uncertain as the cheapest.
      if (parts === null && hasMissing && point !== null) isUncertain = true;
      else if (parts === null) isComplete = false;
      for (const part of parts ?? []) frontier.add(part, branch.cost);
      return null;
    }

    frontier.add(wholeOf(moving), 0n);
    for (let branch = frontier.next(); branch !== null; branch = frontier.next()) {
      if (effort.isSpent('branch') || effort.isSpent('question')) return reduced(movable);
      effort.spend('branch');
      const current = branch;
      const found = answered(unit, current.answers, () => follow(current));
      if (found !== null) return found;
    }
    if (!isComplete || judge.isDoubted()) return { kind: 'unknown' };
    return { kind: isUncertain ? 'uncertain' : 'none' };
  }

  return { cheapest, costOfUnit: costs.ofUnit };
}

/** What was found, or a way that is as good where that is none or not proved to be the cheapest. */
function cheaper(found: Sought, way: FoundWay): Sought {
  return found.kind === 'way' && (found.exact || found.cost <= way.cost) ? found : way;
}

/** The branch that holds all steps: nothing is answered yet. */
function wholeOf({ numbers }: Moving): Branch {
  const ranges = new Map<number, Range>();
  for (const move of numbers.values()) {
    const { down, up } = stepVariables(move);
    if (move.down !== 0n) ranges.set(down, { from: 0n, to: move.down });
    if (move.up !== 0n) ranges.set(up, { from: 0n, to: move.up });
  }
  return { answers: [], region: { ranges, linear: [] } };
}
