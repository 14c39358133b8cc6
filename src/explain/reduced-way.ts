import type { Outcome, Point } from '../assess/index.ts';
import { compare } from '../number/index.ts';
import { type Move, movedValue, type NumberMove, type ValueMove } from './moves.ts';

/** How far each indicator moves: steps of a number (downwards below zero), or the place of a value. */
type Moved = ReadonlyMap<Move, bigint>;

/** A number without an end is moved by at most so many units. */
const MOST_UNITS = 2n ** 20n;

/**
 * Finds a way that cannot be made smaller in any one indicator, where looking at all ways would take too long: everything
 * is moved as far as it is sound and does no harm, then taken back, the dearest first, as far as the goal is still reached.
 *
 * @param costOf What the moves cost.
 * @param outcomeAt What becomes of the unit.
 * @param isGoal Whether an outcome reaches the goal.
 * @returns A way that reaches the goal, not always the cheapest; `null` when this found none.
 */
export function reducedWay(
  moves: readonly Move[],
  costOf: (moved: Moved) => bigint,
  outcomeAt: (point: Point) => Outcome,
  isGoal: (outcome: Outcome) => boolean,
): { readonly point: Point; readonly cost: bigint } | null {
  const reaches = (moved: Moved): boolean => isGoal(outcomeAt(pointOf(moved)));
  let moved = furthest(moves, outcomeAt);
  if (!reaches(moved)) return null;
  const dearest = [...moved].sort(([one, a], [other, b]) =>
    Number(costOf(new Map([[other, b]])) - costOf(new Map([[one, a]]))),
  );
  for (const [move] of dearest) {
    const without = new Map([...moved].filter(([own]) => own !== move));
    if (reaches(without)) moved = without;
  }
  for (const [move] of dearest) {
    const steps = moved.get(move);
    if (steps === undefined || move.kind === 'value') continue;
    const before = moved;
    const direction = steps < 0n ? -1n : 1n;
    const least = bisected(0n, steps * direction, (count) => reaches(new Map([...before, [move, count * direction]])));
    moved = new Map([...before, [move, least * direction]]);
  }
  return { point: pointOf(moved), cost: costOf(moved) };
}

/** Every indicator moved as far as the data checks allow, unless that costs points. */
function furthest(moves: readonly Move[], outcomeAt: (point: Point) => Outcome): Moved {
  let moved: Moved = new Map();
  let best = outcomeAt(pointOf(moved));
  for (const move of moves) {
    const steps = move.kind === 'value' ? furthestPlace(move) : furthestSound(move, moved, outcomeAt);
    if (steps === 0n && move.kind === 'number') continue;
    const further = withMove(moved, move, steps);
    const outcome = outcomeAt(pointOf(further));
    const costsPoints = outcome.score !== null && best.score !== null && compare(outcome.score.min, best.score.min) < 0;
    if (outcome.unsound || costsPoints) continue;
    moved = further;
    best = outcome;
  }
  return moved;
}

function withMove(moved: Moved, move: Move, steps: bigint): Moved {
  return new Map([...moved, [move, steps]]);
}

/** The last value upwards where the choice may go up, else the first. */
function furthestPlace({ from, to }: ValueMove): bigint {
  const last = to.at(-1) ?? from;
  return BigInt(last > from ? last : (to[0] ?? from));
}

function furthestSound(move: NumberMove, moved: Moved, outcomeAt: (point: Point) => Outcome): bigint {
  const direction = move.up === 0n ? -1n : 1n;
  const end = (direction > 0n ? move.up : move.down) ?? MOST_UNITS * move.stepsPerUnit;
  const isSound = (steps: bigint): boolean => !outcomeAt(pointOf(withMove(moved, move, steps * direction))).unsound;
  if (isSound(end)) return end * direction;
  const firstUnsound = bisected(0n, end, (steps) => !isSound(steps));
  return (firstUnsound - 1n) * direction;
}

/** A number in (low, high] that holds, of which the one before does not; `high` is known to hold. */
function bisected(low: bigint, high: bigint, holds: (value: bigint) => boolean): bigint {
  let [below, above] = [low, high];
  while (above - below > 1n) {
    const middle = (above + below) / 2n;
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}

function pointOf(moved: Moved): Point {
  const numbers = [...moved].flatMap(([move, steps]) => {
    if (move.kind !== 'number' || steps === 0n) return [];
    return [[move.variable, steps < 0n ? movedValue(move, -steps, 0n) : movedValue(move, 0n, steps)] as const];
  });
  const bytes = [...moved].flatMap(([move, place]) =>
    move.kind === 'value' ? [[move.variable, Number(place)] as const] : [],
  );
  return { numbers: new Map(numbers), bytes: new Map(bytes) };
}
