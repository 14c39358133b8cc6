import { add, divide, ONE, type Rational, subtract } from '../number/index.ts';
import { along, type Line } from './closing.ts';
import { bringing, type EarningOutcome } from './contributions.ts';
import type { Joint } from './joint.ts';
import type { Outcome } from './outcomes.ts';
import { contains, membersOf, minus, point, type Range, shared, times } from './range.ts';
import type { State, Step } from './states.ts';

/** Points of one unit in an account: of the first set, and how many those of the second are above them. */
interface Points {
  readonly base: Rational;
  readonly above: Rational;
}

/** By account; `null` where it is closed. */
type Wanted = readonly (Points | null)[];

/** As many points in a range are tried. */
const MOST_TRIED = 4;
/** After so many steps back the search for figures is given up. */
const MOST_STEPS_BACK = 4000;

/**
 * Goes back from a state to its beginning, and finds figures for each component that together lead to it.
 *
 * @returns An outcome of each component, some such lists one after the other.
 */
export function tracesOf(joint: Joint, state: State): Iterable<readonly Outcome[]> {
  let steps = 0;

  function* back(at: State, wanted: Wanted): Generator<readonly Outcome[]> {
    if (at.steps.length === 0) {
      if (wanted.every((points) => points === null || (points.base.num === 0n && points.above.num === 0n))) yield [];
      return;
    }
    for (const step of at.steps) {
      steps += 1;
      if (steps > MOST_STEPS_BACK) return;
      if (isReached(step, wanted))
        yield* step.kind === 'close' ? beforeClosing(step, wanted) : beforeOutcome(step, wanted);
    }
  }

  function* beforeOutcome(
    { from, outcome }: Step & { kind: 'outcome' },
    wanted: Wanted,
  ): Generator<readonly Outcome[]> {
    for (const brought of broughtBy(from, outcome, wanted)) {
      const found = bringing(joint, outcome, brought);
      if (found === null || found.values === null) continue;
      const before = wanted.map((points, account) => less(points, brought.get(account)));
      for (const others of back(from, before)) yield [...others, found];
    }
  }

  function* beforeClosing(step: Step & { kind: 'close' }, wanted: Wanted): Generator<readonly Outcome[]> {
    for (const points of closedWith(step, wanted)) {
      const brings = goneOn(step.closing.maps, points);
      const before = wanted.map((own, account) => {
        if (account === step.account.number) return points;
        return account === step.account.parent ? less(own, brings) : own;
      });
      yield* back(step.from, before);
    }
  }

  return back(
    state,
    state.balances.map(() => null),
  );
}

function isReached({ to }: Step, wanted: Wanted): boolean {
  return wanted.every((points, account) => {
    const balance = to[account] ?? null;
    if (points === null || balance === null) return true;
    return contains(balance.base, points.base) && contains(balance.above, points.above);
  });
}

/** Points that an outcome can bring so that what is left of those wanted was there before. */
function* broughtBy(
  from: State,
  { contributions }: EarningOutcome,
  wanted: Wanted,
): Generator<ReadonlyMap<number, Points>> {
  let choices: readonly ReadonlyMap<number, Points>[] = [new Map()];
  for (const [account, { base, above }] of contributions) {
    const [own, before] = [wanted[account] ?? null, from.balances[account] ?? null];
    if (own === null || before === null) continue;
    const bases = some(shared(base, minus(point(own.base), before.base)));
    const aboves = some(shared(above, minus(point(own.above), before.above)));
    choices = choices.flatMap((chosen) =>
      bases.flatMap((one) => aboves.map((other) => new Map([...chosen, [account, { base: one, above: other }]]))),
    );
  }
  yield* choices;
}

/** Points in an account that close as wanted. */
function* closedWith({ from, account, closing }: Step & { kind: 'close' }, wanted: Wanted): Generator<Points> {
  const own = from.balances[account.number] ?? null;
  const parent = account.parent;
  const next = parent === null ? null : (wanted[parent] ?? null);
  const before = parent === null ? null : (from.balances[parent] ?? null);
  const [one, two] = closing.maps;
  for (const above of some(own === null ? null : shared(closing.from.above, own.above))) {
    let base: Range | null = own === null ? null : shared(closing.from.base, own.base);
    if (next !== null && before !== null && base !== null) {
      // What goes on is linear in the points: each way of looking at it leaves a range of them.
      base = solving(base, one, minus(point(next.base), before.base));
      const apart: Line = {
        rate: subtract(two.rate, one.rate),
        start: subtract(along(two, above), one.start),
      };
      base = base === null ? null : solving(base, apart, minus(point(next.above), before.above));
    }
    for (const chosen of some(base)) yield { base: chosen, above };
  }
}

/** The points in a range that a line brings into another. */
function solving(points: Range, line: Line, into: Range): Range | null {
  if (line.rate.num === 0n) return contains(into, line.start) ? points : null;
  return shared(points, times(minus(into, point(line.start)), divide(ONE, line.rate)));
}

function goneOn([one, two]: readonly [Line, Line], { base, above }: Points): Points {
  const first = along(one, base);
  return { base: first, above: subtract(along(two, add(base, above)), first) };
}

function less(points: Points | null, taken: Points | undefined): Points | null {
  if (points === null || taken === undefined) return points;
  return { base: subtract(points.base, taken.base), above: subtract(points.above, taken.above) };
}

function some(range: Range | null): readonly Rational[] {
  return range === null ? [] : [...new Set(membersOf(range))].slice(0, MOST_TRIED);
}
