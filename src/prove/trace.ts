import { add, divide, ONE, type Rational, subtract, ZERO } from '../number/index.ts';
import { along, type Box, type Line } from './closing.ts';
import { aboveWith, baseWith, bringing, type EarningOutcome } from './contributions.ts';
import type { Joint } from './joint.ts';
import type { Outcome } from './outcomes.ts';
import { contains, membersOf, minus, plus, point, type Range, shared, times } from './range.ts';
import type { End } from './reachable.ts';
import type { State, Step } from './states.ts';

/** Points of one unit in an account: of the first set, and how many those of the second are above them. */
interface Points {
  readonly base: Rational;
  readonly above: Rational;
}

/** By account, where the points must lie; `null` where it is closed. */
type Wanted = readonly (Box | null)[];

/** A step on the way, and where the points must lie just after it. */
interface Stop {
  readonly step: Step;
  readonly wanted: Wanted;
}

/** As many points in a range are tried. */
const MOST_TRIED = 4;
/** After so many steps back and forth the search for figures is given up. */
const MOST_STEPS = 4000;

/**
 * Goes back from an end to its beginning, and then forward again: with figures for each component that together lead to it.
 *
 * @returns An outcome of each component, some such lists one after the other.
 */
export function* tracesOf(
  joint: Joint,
  { state, others }: Pick<End, 'state' | 'others'>,
): Generator<readonly Outcome[]> {
  let steps = 0;

  /** The ways back, with the ranges from which what follows can be reached. */
  function* back(at: State, wanted: Wanted, after: readonly Stop[]): Generator<readonly Stop[]> {
    if (at.steps.length === 0) {
      if (wanted.every((box) => box === null || (contains(box.base, ZERO) && contains(box.above, ZERO)))) yield after;
      return;
    }
    for (const step of at.steps) {
      steps += 1;
      if (steps > MOST_STEPS) return;
      const reached = narrowedTo(step, wanted);
      const before =
        reached === null ? null : step.kind === 'close' ? beforeClosing(step, reached) : beforeOutcome(step, reached);
      if (reached !== null && before !== null) yield* back(step.from, before, [{ step, wanted: reached }, ...after]);
    }
  }

  /** The figures on a way, step by step with the points that they bring so far. */
  function* forth(way: readonly Stop[], sofar: readonly Points[]): Generator<readonly Outcome[]> {
    const [stop, ...rest] = way;
    if (stop === undefined) {
      yield [];
      return;
    }
    steps += 1;
    if (steps > MOST_STEPS) return;
    if (stop.step.kind === 'close') {
      const points = closed(stop.step, stop.wanted, sofar);
      if (points !== null) yield* forth(rest, points);
      return;
    }
    for (const brought of broughtBy(stop.step.outcome, stop.wanted, sofar)) {
      const found = bringing(joint, stop.step.outcome, brought);
      if (found === null || found.values === null) continue;
      for (const later of forth(
        rest,
        sofar.map((own, account) => together(own, brought.get(account))),
      ))
        yield [found, ...later];
    }
  }

  const start = state.balances.map(() => NONE);
  const open = state.balances.map(() => null);
  for (const way of back(state, open, [])) for (const outcomes of forth(way, start)) yield [...outcomes, ...others];
}

const NONE: Points = { base: ZERO, above: ZERO };

/** Where the points must lie after a step so that they come from it. */
function narrowedTo({ to }: Step, wanted: Wanted): Wanted | null {
  const found = wanted.map((box, account) => {
    const balance = to[account] ?? null;
    return box === null || balance === null ? null : common(box, balance);
  });
  return found.some((box, account) => box === null && (wanted[account] ?? null) !== null) ? null : found;
}

function common(a: Box, b: Box): Box | null {
  const [base, above] = [shared(a.base, b.base), shared(a.above, b.above)];
  return base === null || above === null ? null : { base, above };
}

function beforeOutcome({ from, outcome }: Step & { kind: 'outcome' }, wanted: Wanted): Wanted | null {
  return allOf(
    wanted.map((box, account) => {
      const [brought, before] = [outcome.contributions.get(account), from.balances[account] ?? null];
      if (box === null || before === null) return null;
      if (brought === undefined) return common(box, before);
      return common({ base: minus(box.base, brought.base), above: minus(box.above, brought.above) }, before);
    }),
    wanted,
  );
}

/** @returns `null` when an account that is open has no points left to come from. */
function allOf(found: Wanted, open: readonly unknown[]): Wanted | null {
  return found.some((box, account) => box === null && open[account] !== null) ? null : found;
}

function beforeClosing({ from, account, closing }: Step & { kind: 'close' }, wanted: Wanted): Wanted | null {
  const own = from.balances[account.number] ?? null;
  const inside = own === null ? null : common(closing.from, own);
  if (inside === null) return null;
  const next = account.parent === null ? null : (wanted[account.parent] ?? null);
  const before = account.parent === null ? null : (from.balances[account.parent] ?? null);
  const left = next === null || before === null ? inside : pointsInto(inside, closing.maps, next, before);
  if (left === null) return null;
  const found = wanted.map((box, number) => {
    if (number === account.number) return left;
    if (number !== account.parent || box === null || before === null) return box;
    return common(
      { base: minus(box.base, closing.brings.base), above: minus(box.above, closing.brings.above) },
      before,
    );
  });
  return found.some((box, number) => box === null && number !== account.number && wanted[number] !== null)
    ? null
    : found;
}

/** The points of an account that go on into the next as wanted there: what goes on is linear in them. */
function pointsInto(inside: Box, [one, two]: readonly [Line, Line], next: Box, before: Box): Box | null {
  const base = solving(inside.base, one, minus(next.base, before.base));
  if (base === null) return null;
  // The second set's points alone, which are those of the first and what they are above them.
  const whole = solving(
    plus(base, inside.above),
    two,
    minus(plus(next.base, next.above), plus(before.base, before.above)),
  );
  const above = whole === null ? null : shared(inside.above, minus(whole, base));
  return above === null ? null : { base, above };
}

/** The points in a range that a line brings into another. */
function solving(points: Range, line: Line, into: Range): Range | null {
  if (line.rate.num === 0n) return contains(into, line.start) ? points : null;
  return shared(points, times(minus(into, point(line.start)), divide(ONE, line.rate)));
}

/** The points after an account closed; `null` where it closes in another way, or they lie elsewhere. */
function closed(
  { account, closing }: Step & { kind: 'close' },
  wanted: Wanted,
  sofar: readonly Points[],
): readonly Points[] | null {
  const own = sofar[account.number] ?? NONE;
  if (!closing.applies(own.base, own.above)) return null;
  const [one, two] = closing.maps;
  const base = along(one, own.base);
  const brings = { base, above: subtract(along(two, add(own.base, own.above)), base) };
  const points = sofar.map((before, number) => (number === account.parent ? together(before, brings) : before));
  return points.every((found, number) => isIn(wanted[number] ?? null, found)) ? points : null;
}

function isIn(box: Box | null, { base, above }: Points): boolean {
  return box === null || (contains(box.base, base) && contains(box.above, above));
}

function together(points: Points, more: Points | undefined): Points {
  return more === undefined ? points : { base: add(points.base, more.base), above: add(points.above, more.above) };
}

/** Points that an outcome can bring so that they lie where they must. */
function broughtBy(
  outcome: EarningOutcome,
  wanted: Wanted,
  sofar: readonly Points[],
): readonly ReadonlyMap<number, Points>[] {
  let choices: readonly ReadonlyMap<number, Points>[] = [new Map()];
  for (const [account, contribution] of outcome.contributions) {
    const [box, own] = [wanted[account] ?? null, sofar[account] ?? NONE];
    if (box === null) continue;
    const bases = shared(contribution.base, minus(box.base, point(own.base)));
    const more = bases === null ? null : aboveWith(outcome, contribution, bases);
    const aboves = more === null ? null : shared(more, minus(box.above, point(own.above)));
    const pairs = some(aboves).flatMap((above) => {
      const left = baseWith(outcome, contribution, above);
      return some(left === null || bases === null ? null : shared(left, bases)).map((base) => ({ base, above }));
    });
    choices = choices.flatMap((chosen) => pairs.map((pair) => new Map([...chosen, [account, pair]])));
  }
  return choices;
}

function some(range: Range | null): readonly Rational[] {
  return range === null ? [] : membersOf(range).slice(0, MOST_TRIED);
}
