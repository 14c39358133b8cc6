import { type Cells, createUnit, type Program } from '../assess/index.ts';
import { MISSING } from '../formula/index.ts';
import { type Branch, given as answered, type Moving, pointAt } from './branch.ts';
import { costsOf } from './costs.ts';
import { createFrontier, type Reached } from './frontier.ts';
import { createJudge } from './judge.ts';
import { boundsOfMove, type Move, stepVariables } from './moves.ts';
import { cellsAt, joined, type Point, readOnce } from './point.ts';
import { reducedWay } from './reduced-way.ts';
import { createPricer, type Range } from './region.ts';
import { createSplitter } from './splitter.ts';

/** A unit, what may be moved of it, and the classes it is to reach. */
export interface Problem {
  readonly program: Program;
  readonly cells: Cells;
  readonly moves: readonly Move[];
  /** Places of classes in the set. */
  readonly goal: ReadonlySet<number>;
  /** Missing figures that are brought to an end in any case, at no cost that anybody knows. */
  readonly settled: Point;
}

/**
 * The cheapest way under some conditions, or not `exact`, a small one. It is proved that there is `none`, or that none is
 * certain (`uncertain`) while figures are missing; `unknown` is that the search gave up.
 */
export type Sought =
  | {
      readonly kind: 'way';
      readonly point: Point;
      readonly cost: bigint;
      readonly classes: readonly number[];
      readonly exact: boolean;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'uncertain' }
  | { readonly kind: 'unknown' };

export interface WaySearch {
  /** The cheapest way that leaves some variables as they are. */
  readonly cheapest: (unmoved: ReadonlySet<number>) => Sought;
  /** How much one unit of a number, or one choice, costs in the unit of costs. */
  readonly costOfUnit: bigint;
}

/** Branches looked at before the search gives up, all searches of a unit together; fewer where each takes longer. */
const MOST_BRANCHES = 2000;
const MOST_BRANCHES_OF_SHEETS = 300;
const MOST_BRANCHES_WITH_MISSING = 300;

/** Ways that are sought by taking back, once the search has given up. */
const MOST_REDUCTIONS = 12;

/**
 * Makes the search for the cheapest way of one unit.
 *
 * What moves counts as unknown. Branches are taken up by the least cost of their steps (best first): when the unit with
 * those steps reaches the goal, no branch can hold anything cheaper. Else the branch is split by the answers to the next
 * open question. Branches in which the goal is out of reach whatever is still open are dropped.
 *
 * Missing cells stay unknown to the end: a way counts only if it reaches the goal whatever they are.
 */
export function createWaySearch({ program, cells: own, moves, goal, settled }: Problem): WaySearch {
  const { variables } = program.questions;
  const given = readOnce(own, variables.length);
  const cells = cellsAt(given, settled);
  const lacks = (some: Cells): boolean => variables.some((_, v) => some.number(v) === null && some.byte(v) === MISSING);
  const hasMissing = lacks(cells);
  const costs = costsOf(moves);
  const judge = createJudge({ program, cells: given, settled, goal, hasMissing: lacks(given) });
  const priceOf = createPricer(costs.ofStep);
  let branchesLeft = mostBranches(program, hasMissing);
  let reductionsLeft = MOST_REDUCTIONS;

  /** A small way where the cheapest takes too long to find. */
  function reduced(moving: readonly Move[]): Sought {
    if (hasMissing || reductionsLeft === 0) return { kind: 'unknown' };
    reductionsLeft -= 1;
    const found = reducedWay(moving, costs.of, judge.outcomeAt, judge.isReached);
    const classes = found === null ? null : judge.classesAt(found.point);
    return found === null || classes === null
      ? { kind: 'unknown' }
      : { kind: 'way', point: joined(settled, found.point), cost: found.cost, classes, exact: false };
  }

  function cheapest(unmoved: ReadonlySet<number>): Sought {
    const movable = moves.filter(({ variable }) => !unmoved.has(variable));
    const moving = movingOf(movable);
    const open = withoutMoving(cells, moving);
    const unit = createUnit(program, open);
    const split = createSplitter(unit, { moving, hasMissing });
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
      if (branchesLeft === 0) return reduced(movable);
      branchesLeft -= 1;
      const current = branch;
      const found = answered(unit, current.answers, () => follow(current));
      if (found !== null) return found;
    }
    if (!isComplete || judge.isDoubted()) return { kind: 'unknown' };
    return { kind: isUncertain ? 'uncertain' : 'none' };
  }

  return { cheapest, costOfUnit: costs.ofUnit };
}

function mostBranches({ sheet }: Program, hasMissing: boolean): number {
  if (hasMissing) return MOST_BRANCHES_WITH_MISSING;
  return sheet === null ? MOST_BRANCHES : MOST_BRANCHES_OF_SHEETS;
}

function movingOf(moves: readonly Move[]): Moving {
  return {
    numbers: new Map(moves.flatMap((move) => (move.kind === 'number' ? [[move.variable, move] as const] : []))),
    values: new Map(moves.flatMap((move) => (move.kind === 'value' ? [[move.variable, move] as const] : []))),
  };
}

/** The cells of a unit, in which what moves is missing and within the bounds of its moves. */
function withoutMoving(cells: Cells, { numbers, values }: Moving): Cells {
  const bounds = new Map([...numbers].map(([variable, move]) => [variable, boundsOfMove(move)] as const));
  return {
    number: (v) => (numbers.has(v) ? null : cells.number(v)),
    byte: (v) => (values.has(v) ? MISSING : cells.byte(v)),
    bounds: (v) => bounds.get(v) ?? cells.bounds(v),
  };
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
