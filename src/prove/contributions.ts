import {
  constant,
  degree,
  type Fraction,
  multiplyFractions,
  negateFraction,
  polynomialKey,
  type Requirement,
  solve,
} from '../algebra/index.ts';
import { PASS } from '../formula/index.ts';
import { add, divide, type Rational, subtract, ZERO } from '../number/index.ts';
import { type Earner, weightOf } from './accounts.ts';
import { constantOf, difference, equals, rangeOf, type Region, stepsOf } from './fraction-range.ts';
import type { Node } from './node.ts';
import { type Joint, renumbered } from './joint.ts';
import { type Outcome, valueAt, valuesFor } from './outcomes.ts';
import { isPoint, minus, plus, point, type Range, times } from './range.ts';

/** What the figures of a component bring into an account. */
export interface Contribution {
  /** The points of the first set. */
  readonly base: Range;
  /** What those of the second set are above them. */
  readonly above: Range;
  /** What can be earned, by set. */
  readonly available: readonly [Rational, Rational];
  /** By set, the points as far as they hang on figures, and the rest of them. */
  readonly parts: readonly [Part, Part];
  /** What the second set's points are above the first's as far as they differ by figures; `null` where they do not. */
  readonly between: Fraction | null;
}

interface Part {
  readonly settled: Rational;
  readonly open: readonly Fraction[];
}

/** An outcome of a component with the points that it brings. */
export interface EarningOutcome extends Outcome {
  readonly contributions: ReadonlyMap<number, Contribution>;
}

/** What an earner brings in under an outcome. */
interface Earning {
  readonly earner: Earner;
  readonly value: Fraction;
  /** Where the value lies for sure. */
  readonly within: Range;
}

/**
 * The points that an outcome brings. Points that go in steps are told apart value by value, so that one outcome may become
 * several.
 *
 * @param earners The criteria whose points hang on the component.
 * @param conditionOf A condition over literals.
 */
export function earningOutcomes(
  joint: Joint,
  outcome: Outcome,
  earners: readonly Earner[],
  conditionOf: (node: Node) => Node,
): readonly EarningOutcome[] {
  const stateOf = (node: Node): Node | undefined => {
    const over = conditionOf(node);
    return over.kind === 'literal' ? outcome.states.get(over.literal) : over.kind === 'state' ? over : undefined;
  };
  const earnings: Earning[] = [];
  for (const earner of earners) {
    const found = earnedBy(joint, earner, stateOf);
    if (found !== null) earnings.push({ earner, ...found });
  }
  const held = earnings.map(({ value }) => value).filter((value) => constantOf(value) === null);
  return splitBySteps(joint, { ...outcome, held }, earnings).map(({ outcome: own, earnings: settled, region }) => ({
    ...own,
    contributions: contributionsOf(settled, region),
  }));
}

/** What an earner earns; `null` where it leaves the sheet. */
function earnedBy(
  joint: Joint,
  { side, item, pieces, leftOut }: Earner,
  stateOf: (node: Node) => Node | undefined,
): Pick<Earning, 'value' | 'within'> | null {
  const isPassed = (node: Node): boolean => {
    const state = stateOf(node);
    return state?.kind === 'state' && state.state === PASS;
  };
  if (leftOut !== null && isPassed(leftOut)) {
    if (item.notApplicable === 'exclude') return null;
    const points = item.notApplicable === 'pass' ? item.points : ZERO;
    return { value: constant(points), within: point(points) };
  }
  const piece = item.pieces[pieces.findIndex(isPassed)];
  if (piece === undefined) return { value: constant(ZERO), within: point(ZERO) };
  const numberOf = joint.sides[side]?.numberOf ?? ((variable: number) => variable);
  const { num, den } = piece.value;
  return {
    value: { num: renumbered(num, numberOf), den: renumbered(den, numberOf) },
    within: { low: piece.least, high: piece.most, lowOpen: false, highOpen: false },
  };
}

function splitBySteps(
  joint: Joint,
  outcome: Outcome,
  earnings: readonly Earning[],
): readonly { readonly outcome: Outcome; readonly earnings: readonly Earning[]; readonly region: Region }[] {
  const region = regionOf(outcome);
  for (const { value, within } of earnings) {
    if (constantOf(value) !== null) continue;
    const exact =
      outcome.isPoint && outcome.values !== null
        ? [valueAt(value, outcome.values)]
        : stepsOf(value, rangeOf(value, within, region), region);
    if (exact === null) continue;
    return exact.flatMap((step) => {
      const settled = earnings.map((other) =>
        isSame(other.value, value) ? { ...other, value: constant(step), within: point(step) } : other,
      );
      const own = outcome.isPoint ? outcome : narrowed(joint, outcome, [equals(value, step)]);
      return own === null ? [] : splitBySteps(joint, own, settled);
    });
  }
  return [{ outcome, earnings, region }];
}

/** An outcome under further requirements; `null` where no figures meet them. */
function narrowed(joint: Joint, outcome: Outcome, further: readonly Requirement[]): Outcome | null {
  const own = { ...outcome, requirements: [...outcome.requirements, ...further] };
  const values = valuesFor(joint, own);
  return values === 'no' ? null : { ...own, values };
}

function isSame(a: Fraction, b: Fraction): boolean {
  return polynomialKey(a.num) === polynomialKey(b.num) && polynomialKey(a.den) === polynomialKey(b.den);
}

function regionOf({ component, requirements }: Outcome): Region {
  const { constraints } = component;
  return {
    requirements: [...constraints.requirements, ...requirements],
    domainOf: constraints.domainOf,
    known: new Map(),
  };
}

function contributionsOf(earnings: readonly Earning[], region: Region): ReadonlyMap<number, Contribution> {
  const found = new Map<number, Contribution>();
  for (const account of new Set(earnings.map(({ earner }) => earner.account))) {
    const sides = [0, 1].map((side) => {
      const own = earnings
        .filter(({ earner }) => earner.account === account && earner.side === side && !isNothing(earner))
        .map(asCounted);
      return {
        open: own.filter(({ value }) => constantOf(value) === null),
        settled: own.map(({ value }) => constantOf(value) ?? ZERO).reduce(add, ZERO),
        available: own.map(({ earner }) => weightOf(earner)).reduce(add, ZERO),
      };
    });
    const [one, two] = sides;
    if (one === undefined || two === undefined) continue;
    const rangeIn = (open: readonly Earning[]): Range =>
      open.map(({ value, within }) => rangeOf(value, within, region)).reduce(plus, point(ZERO));
    const base = plus(point(one.settled), rangeIn(one.open));
    // What both earn alike is no difference.
    const [lost, won] = [without(one.open, two.open), without(two.open, one.open)];
    const apart = minus(rangeIn(won), rangeIn(lost));
    const [first] = won;
    const [second] = lost;
    const isPair = won.length <= 1 && lost.length <= 1 && won.length + lost.length > 0;
    const between = isPair ? difference(first?.value ?? constant(ZERO), second?.value ?? constant(ZERO)) : null;
    const more = between === null ? apart : rangeOf(between, apart, region);
    found.set(account, {
      base,
      above: plus(point(subtract(two.settled, one.settled)), more),
      between,
      available: [one.available, two.available],
      parts: [
        { settled: one.settled, open: one.open.map(({ value }) => value) },
        { settled: two.settled, open: two.open.map(({ value }) => value) },
      ],
    });
  }
  return found;
}

/** In a weighted sheet, what nothing can be earned in does not count. */
function isNothing({ weighted, item }: Earner): boolean {
  return weighted && item.points.num === 0n;
}

/** The points as they count in the account: in a weighted sheet, the share of them by weight. */
function asCounted(earning: Earning): Earning {
  const { earner, value, within } = earning;
  if (!earner.weighted) return earning;
  const factor = divide(earner.item.weight, earner.item.points);
  return { earner, value: multiplyFractions(value, constant(factor)), within: times(within, factor) };
}

/** The earnings of one side without those of which the other has one alike. */
function without(own: readonly Earning[], others: readonly Earning[]): readonly Earning[] {
  const left = [...others];
  return own.filter(({ value }) => {
    const alike = left.findIndex((other) => isSame(other.value, value));
    if (alike >= 0) left.splice(alike, 1);
    return alike < 0;
  });
}

/** How many points of the second set above the first's go with points of the first in a range; `null` where none do. */
export function aboveWith(
  outcome: EarningOutcome,
  { above, between, parts: [one, two] }: Contribution,
  base: Range,
): Range | null {
  const [only, ...others] = one.open;
  if (between === null || only === undefined || others.length > 0) return above;
  const { low, high } = minus(base, point(one.settled));
  const ends: readonly Requirement[] = isPoint(base)
    ? [equals(only, low)]
    : [
        { ...equals(only, low), sign: 1 },
        { ...equals(only, high), sign: -1 },
      ];
  const region = within(outcome, ends);
  const start = point(subtract(two.settled, one.settled));
  return region === null ? above : plus(start, rangeOf(between, minus(above, start), region));
}

/** The points of the first set that go with so many more of the second; `null` where none do. */
export function baseWith(
  outcome: EarningOutcome,
  { base, between, parts: [one, two] }: Contribution,
  above: Rational,
): Range | null {
  const [only, ...others] = one.open;
  if (between === null || only === undefined || others.length > 0) return base;
  const region = within(outcome, [equals(between, subtract(above, subtract(two.settled, one.settled)))]);
  if (region === null) return null;
  const start = point(one.settled);
  return plus(start, rangeOf(only, minus(base, start), region));
}

/** The region of an outcome under further requirements; `null` where it is empty or cannot be told. */
function within(outcome: EarningOutcome, further: readonly Requirement[]): Region | null {
  const region = regionOf(outcome);
  if (further.some(({ polynomial }) => degree(polynomial) > 1)) return null;
  const narrow = { ...region, requirements: [...region.requirements, ...further] };
  return solve(narrow.requirements, narrow.domainOf).kind === 'no' ? null : narrow;
}

/**
 * The outcome with figures that bring exactly so many points.
 *
 * @param wanted By account, the points of the first set and what those of the second are above them.
 * @returns `null` where none are found.
 */
export function bringing(
  joint: Joint,
  outcome: EarningOutcome,
  wanted: ReadonlyMap<number, { readonly base: Rational; readonly above: Rational }>,
): EarningOutcome | null {
  const further: Requirement[] = [];
  for (const [account, { parts }] of outcome.contributions) {
    const own = wanted.get(account);
    if (own === undefined) continue;
    for (const [side, { settled, open }] of parts.entries()) {
      const [first, ...others] = open;
      if (first === undefined) continue;
      const whole = others.reduce((sum, next) => difference(sum, negateFraction(next)), first);
      const points = side === 0 ? own.base : add(own.base, own.above);
      further.push(equals(whole, subtract(points, settled)));
    }
  }
  if (further.some(({ polynomial }) => degree(polynomial) > 1)) return null;
  const found = further.length === 0 ? outcome : narrowed(joint, outcome, further);
  return found === null ? null : { ...outcome, ...found };
}
