import { boundBeforeRounding, type Item, worthOf } from '../assess/index.ts';
import { FAIL, type Gate, NOT_APPLICABLE, PASS } from '../formula/index.ts';
import { add, compare, divide, equal, min, multiply, ONE, type Rational, subtract, ZERO } from '../number/index.ts';
import type { Account, Sum } from './accounts.ts';
import type { Decided } from './node.ts';
import { cutAt, plus, point, type Range, times } from './range.ts';

/** How the points of two sets lie: those of the first, and what those of the second are above them. */
export interface Box {
  readonly base: Range;
  readonly above: Range;
}

/** The points in an account. */
export interface Balance extends Box {
  /** What can be earned, by set; in a weighted sheet the weights. */
  readonly available: readonly [Rational, Rational];
}

/** One way in which an account closes. */
export interface Closing {
  /** The part of the account's points to which it applies. */
  readonly from: Box;
  /** What goes on of them. */
  readonly brings: Balance;
  /** By set, how points go on: so many times themselves, and so many more. */
  readonly maps: readonly [Line, Line];
  readonly gates: readonly GateState[];
  /** Whether it applies to these very points. */
  readonly applies: (base: Rational, above: Rational) => boolean;
}

export interface GateState {
  readonly side: number;
  readonly gate: number;
  readonly state: Decided;
}

/** `p` becomes `rate · p + start`. */
export interface Line {
  readonly rate: Rational;
  readonly start: Rational;
}

/** The sum of one set once all its points are in. */
interface Total {
  readonly side: number;
  /** What it goes on as below the cap. */
  readonly kept: Line;
  /** The most that counts. */
  readonly cap: Rational;
  /** What counts whatever the sum is: where the group does not apply. */
  readonly settled: Rational | null;
  readonly available: Rational;
  readonly gates: readonly BoundGate[];
}

/** A gate as a question about the points: whether they reach a bound. */
interface BoundGate {
  readonly gate: number;
  /** `null` where there is nothing to earn. */
  readonly asks: { readonly bound: Rational; readonly strictly: boolean; readonly wanted: boolean } | null;
}

export const NO_POINTS: Balance = { base: point(ZERO), above: point(ZERO), available: [ZERO, ZERO] };

/**
 * All ways in which an account closes once its points are in: as its cap cuts them, and as the gates on it say.
 *
 * @param leftOut By set, whether the group does not apply.
 */
export function closingsOf(account: Account, balance: Balance, leftOut: readonly boolean[]): readonly Closing[] {
  const [base, revision] = [0, 1].map((side) =>
    totalOf(side, account.sums[side] ?? null, balance.available[side] ?? ZERO, leftOut[side] === true),
  );
  if (base === undefined || revision === undefined) return [];
  const { low, high } = balance.above;
  const cuts = [...cutsOf(base), ...cutsOf(revision).flatMap((cut) => [subtract(cut, low), subtract(cut, high)])];
  return cutAt(balance.base, cuts).flatMap((piece) => {
    const other = plus(piece, balance.above);
    return linesOf(base, piece).flatMap((one) =>
      linesOf(revision, other).flatMap((two) =>
        combinations([...statesOf(base, piece), ...statesOf(revision, other)]).map((gates) =>
          closing({ base: piece, above: balance.above }, [base, revision], [one, two], gates),
        ),
      ),
    );
  });
}

function closing(
  from: Box,
  totals: readonly [Total, Total],
  maps: readonly [Line, Line],
  gates: readonly GateState[],
): Closing {
  const [first, second] = totals;
  const [one, two] = maps;
  const base = plus(times(from.base, one.rate), point(one.start));
  // (b + d) · rate + start of the second, less b · rate + start of the first.
  const above = [
    times(from.base, subtract(two.rate, one.rate)),
    times(from.above, two.rate),
    point(subtract(two.start, one.start)),
  ].reduce(plus);
  const applies = (points: Rational, more: Rational): boolean =>
    [points, add(points, more)].every((own, side) => {
      const total = side === 0 ? first : second;
      const told = statesOf(total, point(own)).flat();
      return (
        linesOf(total, point(own)).some((line) => isSameLine(line, maps[side] ?? one)) &&
        told.every(({ gate, state }) =>
          gates.some((known) => known.side === total.side && known.gate === gate && known.state === state),
        )
      );
    });
  return { from, brings: { base, above, available: [first.available, second.available] }, maps, gates, applies };
}

function totalOf(side: number, sum: Sum | null, available: Rational, leftOut: boolean): Total {
  if (sum === null) return settledTotal(side, ZERO, { start: ZERO, available: ZERO, gates: [] });
  const { item, sheet, gates } = sum;
  if (item === null) {
    // The points of a weighted sheet are shares of its whole, by weight.
    const unit = sheet.model === 'points' ? ONE : divide(available, sheet.of);
    const of = sheet.model === 'points' ? available : sheet.of;
    const asked = gates.map(({ number, gate }) =>
      asBound(number, gate, available.num === 0n ? null : { of, unit, sum }),
    );
    return { side, kept: { rate: ONE, start: ZERO }, cap: available, settled: null, available, gates: asked };
  }
  if (leftOut) return leftOutTotal(side, sum, item);
  const own = min(available, item.cap);
  const asked = gates.map(({ number, gate }) =>
    asBound(number, gate, own.num === 0n ? null : { of: own, unit: ONE, sum }),
  );
  if (!isWeighed(sum, item)) {
    return {
      side,
      kept: { rate: ONE, start: ZERO },
      cap: item.cap,
      settled: null,
      available: item.bonus ? ZERO : own,
      gates: asked,
    };
  }
  const rate = own.num === 0n ? ZERO : divide(item.weight, own);
  return {
    side,
    kept: { rate, start: ZERO },
    cap: item.cap,
    settled: null,
    available: own.num === 0n ? ZERO : item.weight,
    gates: asked,
  };
}

/** A group that does not apply counts as it says. */
function leftOutTotal(side: number, sum: Sum, item: Item): Total {
  const { notApplicable } = item;
  const points = worthOf(item);
  const isExcluded = notApplicable === 'exclude' || points.num === 0n;
  const earned = notApplicable === 'pass' ? points : ZERO;
  const gates = sum.gates.map(({ number, gate }) =>
    asBound(number, gate, isExcluded ? null : { of: points, unit: ONE, sum }),
  );
  if (isExcluded) return settledTotal(side, ZERO, { start: ZERO, available: ZERO, gates });
  const rate = isWeighed(sum, item) ? divide(item.weight, points) : ONE;
  const available = isWeighed(sum, item) ? item.weight : item.bonus ? ZERO : points;
  return settledTotal(side, earned, { start: multiply(rate, earned), available, gates });
}

function settledTotal(
  side: number,
  points: Rational,
  { start, available, gates }: Pick<Total, 'available' | 'gates'> & Pick<Line, 'start'>,
): Total {
  return { side, kept: { rate: ZERO, start }, cap: points, settled: points, available, gates };
}

/** Whether a group counts by its weight in the sheet. */
function isWeighed({ sheet }: Sum, item: Item): boolean {
  return sheet.model === 'weighted' && sheet.top.some((number) => sheet.items[number] === item);
}

/** @param earning What there is to earn, how much of the account one point is, and whose points they are. */
function asBound(
  number: number,
  { operator, bound, share }: Gate,
  earning: { readonly of: Rational; readonly unit: Rational; readonly sum: Sum } | null,
): BoundGate {
  if (earning === null) return { gate: number, asks: null };
  const { of, unit, sum } = earning;
  const exact = boundBeforeRounding(
    operator,
    share ? multiply(bound, of) : bound,
    sum.item === null ? sum.sheet.round : null,
  );
  const wanted = exact.operator === '>=' || exact.operator === '>';
  const strictly = exact.operator === '>' || exact.operator === '<=';
  return { gate: number, asks: { bound: multiply(exact.bound, unit), strictly, wanted } };
}

/** Where something changes about a sum. */
function cutsOf({ cap, settled, gates }: Total): readonly Rational[] {
  return settled !== null ? [] : [cap, ...gates.flatMap(({ asks }) => asks?.bound ?? [])];
}

/** How points in a range go on: mostly one way. */
function linesOf({ cap, settled, kept }: Total, { low, high }: Range): readonly Line[] {
  if (settled !== null) return [kept];
  const capped: Line = { rate: ZERO, start: multiply(kept.rate, cap) };
  if (compare(high, cap) <= 0) return [kept];
  return compare(low, cap) >= 0 ? [capped] : [kept, capped];
}

function isSameLine(a: Line, b: Line): boolean {
  return equal(a.rate, b.rate) && equal(a.start, b.start);
}

/** What each gate can say of points in a range. */
function statesOf({ side, gates, cap, settled }: Total, range: Range): readonly (readonly GateState[])[] {
  return gates.map(({ gate, asks }) => {
    if (asks === null) return [{ side, gate, state: NOT_APPLICABLE }];
    const at = settled === null ? range : point(settled);
    return reachesIn(at, cap, asks).map((reached): GateState => {
      return { side, gate, state: reached === asks.wanted ? PASS : FAIL };
    });
  });
}

/** Whether points in a range, at the most `cap` of them, reach a bound: one answer or both. */
function reachesIn(
  { low, high, lowOpen, highOpen }: Range,
  cap: Rational,
  { bound, strictly }: { readonly bound: Rational; readonly strictly: boolean },
): readonly boolean[] {
  const most = compare(cap, bound);
  if (strictly ? most <= 0 : most < 0) return [false];
  const [first, last] = [compare(low, bound), compare(high, bound)];
  const lowReaches = first > 0 || (first === 0 && (lowOpen || !strictly));
  const highReaches = last > 0 || (last === 0 && !strictly && !highOpen);
  if (lowReaches) return [true];
  return highReaches ? [true, false] : [false];
}

/** One of each. */
function combinations<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (all, own) => all.flatMap((before) => own.map((one) => [...before, one])),
    [[]],
  );
}

/** Points as they go on. */
export function along({ rate, start }: Line, points: Rational): Rational {
  return add(multiply(rate, points), start);
}

/** Two balances together. */
export function together(a: Balance, b: Balance): Balance {
  const [one, two] = [a.available, b.available];
  return {
    base: plus(a.base, b.base),
    above: plus(a.above, b.above),
    available: [add(one[0], two[0]), add(one[1], two[1])],
  };
}
