import type { CriteriaSet } from '../criteria/index.ts';
import {
  type Compared,
  FAIL,
  type Formula,
  holds,
  namesIn,
  negatedBounds,
  type NumberBounds,
  opposite,
  PASS,
  printFormula,
  rememberedOfPair,
  type State,
  sumBounds,
} from '../formula/index.ts';
import { add, compare, floorDivide, integer, negate, type Rational, sign } from '../number/index.ts';
import { type ComparisonFinding, type Finding, groupState } from './finding.ts';

/** The smallest whole number by which a count must move for a test to come out the other way. */
export interface Turn {
  /** Signed; never 0. */
  readonly by: bigint;
  /** The count: of a ratio its numerator. */
  readonly count: Formula;
  /** What comes out then. */
  readonly to: typeof PASS | typeof FAIL;
}

/**
 * Finds what would turn a test: the smallest change of one count, all else as it is. Of a ratio the numerator moves.
 *
 * Counts are sums and differences of whole figures, each of which stays between its bounds. What is left over of counts is
 * a count too: it falls below zero only where it, or what it is held against, is below zero already. Whether work on the
 * ground can bring the change about is not asked here: that is what ways to pass are for.
 *
 * @returns `null` where the test is open, hangs on other criteria, or no such change turns it.
 */
export function turnOf(finding: Finding, set: CriteriaSet): Turn | null {
  const { state } = finding;
  if ((state !== PASS && state !== FAIL) || hasCriterion(finding)) return null;
  const to = state === PASS ? FAIL : PASS;
  const movable = new Map<Finding, Movable>(
    comparisonsIn(finding).flatMap((part) => movableIn(part, set).map((own) => [part, own] as const)),
  );
  const parts = [...movable.values()];
  const alone = parts.filter((part) => isAlone(parts, part));
  const turns = alone.flatMap(({ count, key, rise, amount, reach }) =>
    stepsAround(rise)
      .filter((by) => by !== 0n && isSound({ amount, rise, reach }, by))
      .filter((by) => stateAfter(finding, key, by, movable) === to)
      .map((by): Turn => ({ by, count, to })),
  );
  const [first, ...rest] = turns;
  if (first === undefined) return null;
  return rest.reduce((nearest, other) => (size(other.by) < size(nearest.by) ? other : nearest), first);
}

/** A comparison whose count can move. */
interface Movable extends Moving {
  /** How far the count lies above the one that stands on the line. */
  readonly rise: Rational;
  /** Whether the number falls as its count grows: it is divided by something below zero. */
  readonly falls: boolean;
  readonly amount: Rational;
}

function movableIn({ observed, margin, formula }: ComparisonFinding, set: CriteriaSet): readonly Movable[] {
  if (margin === null || typeof observed === 'string') return [];
  const moving = movingIn(set, formula);
  if (moving === null) return [];
  const falls = observed.den.num < 0n;
  return [{ ...moving, rise: falls ? negate(margin) : margin, falls, amount: observed.num }];
}

/** What can move in a comparison, whatever the figures are. */
interface Moving {
  readonly count: Formula;
  readonly key: string;
  readonly figures: ReadonlySet<string>;
  /** What the count lies between whatever its figures are. */
  readonly reach: NumberBounds;
}

/** What can move in a comparison: found once for each, since it is asked of every row. */
const movingIn = rememberedOfPair((set: CriteriaSet, { left, right }: Compared): Moving | null => {
  const parts = countIn(left, set);
  if (parts === null) return null;
  const { count, per } = parts;
  const times = timesInCount(count, set);
  const fixed = [right, ...(per === null ? [] : [per])].flatMap((part) => indicatorsBehind(part, set));
  if (times === null || fixed.some((name) => times.has(name))) return null;
  // A count that holds a figure twice does not move by one.
  if ([...times.values()].some((time) => time !== 1 && time !== -1)) return null;
  return { count, key: printFormula(count), figures: new Set(times.keys()), reach: reachOf(times, set) };
});

/** What the bounds of the figures leave of their sum. */
function reachOf(times: ReadonlyMap<string, number>, set: CriteriaSet): NumberBounds {
  const bounds = [...times].map(([name, time]): NumberBounds => {
    const { min = null, max = null } = set.indicators.get(name) ?? {};
    const own = { least: min, most: max, mayBeUndefined: false };
    return time > 0 ? own : negatedBounds(own);
  });
  return bounds.reduce(sumBounds);
}

function isWithin({ least, most }: NumberBounds, value: Rational): boolean {
  return (least === null || compare(value, least) >= 0) && (most === null || compare(value, most) <= 0);
}

/** The numerator and the denominator of a number. */
function countIn(formula: Formula, set: CriteriaSet): { readonly count: Formula; readonly per: Formula | null } | null {
  const measure = formula.kind === 'name' ? set.measures.get(formula.name) : undefined;
  if (measure !== undefined) return countIn(measure.formula, set);
  if (formula.kind === 'arithmetic' && formula.operator === '/') return { count: formula.left, per: formula.right };
  return { count: formula, per: null };
}

/** How often each figure is added in a sum or difference of whole figures, less how often it is taken away. */
function timesInCount(formula: Formula, set: CriteriaSet): ReadonlyMap<string, number> | null {
  switch (formula.kind) {
    case 'name': {
      const measure = set.measures.get(formula.name);
      if (measure !== undefined) return timesInCount(measure.formula, set);
      return set.indicators.get(formula.name)?.type === 'count' ? new Map([[formula.name, 1]]) : null;
    }
    case 'arithmetic': {
      const [left, right] = [timesInCount(formula.left, set), timesInCount(formula.right, set)];
      const side = formula.operator === '+' ? 1 : formula.operator === '-' ? -1 : null;
      if (left === null || right === null || side === null) return null;
      const times = new Map(left);
      for (const [name, time] of right) times.set(name, (times.get(name) ?? 0) + side * time);
      return times;
    }
    default:
      return null;
  }
}

/** Whether no other number hangs on the figures of a count, so that it alone moves. */
function isAlone(parts: readonly Movable[], { key, figures }: Movable): boolean {
  return parts.every((part) => part.key === key || [...part.figures].every((name) => !figures.has(name)));
}

/** The indicators that a formula is made of, those of its measures among them. */
function indicatorsBehind(formula: Formula, set: CriteriaSet): readonly string[] {
  return namesIn(formula).flatMap((name) => {
    const measure = set.measures.get(name);
    return measure === undefined ? [name] : indicatorsBehind(measure.formula, set);
  });
}

/** The whole steps that bring a count just below, onto and just above the one on the line. */
function stepsAround({ num, den }: Rational): readonly bigint[] {
  const below = floorDivide(-num, den);
  const isWhole = -num % den === 0n;
  return isWhole ? [below - 1n, below, below + 1n] : [below, below + 1n];
}

function isSound({ amount, rise, reach }: Pick<Movable, 'amount' | 'rise' | 'reach'>, by: bigint): boolean {
  const moved = add(amount, integer(by));
  const line = add(amount, negate(rise));
  return isWithin(reach, moved) && (sign(moved) >= 0 || sign(amount) < 0 || sign(line) < 0);
}

/** The state of a test when one count has moved. */
function stateAfter(finding: Finding, key: string, by: bigint, movable: ReadonlyMap<Finding, Movable>): State {
  switch (finding.kind) {
    case 'comparison': {
      const own = movable.get(finding);
      if (own?.key !== key) return finding.state;
      const side = sign(add(own.rise, integer(by)));
      return holds(finding.operator, own.falls ? -side : side) ? PASS : FAIL;
    }
    case 'not':
      return opposite(stateAfter(finding.of, key, by, movable));
    case 'group': {
      const states = finding.of.map((part) => stateAfter(part, key, by, movable));
      return groupState(states, finding.needed);
    }
    case 'boolean':
    case 'choice':
    case 'criterion':
      return finding.state;
    default:
      return finding satisfies never;
  }
}

function comparisonsIn(finding: Finding): readonly ComparisonFinding[] {
  switch (finding.kind) {
    case 'comparison':
      return [finding];
    case 'not':
      return comparisonsIn(finding.of);
    case 'group':
      return finding.of.flatMap(comparisonsIn);
    default:
      return [];
  }
}

function hasCriterion(finding: Finding): boolean {
  switch (finding.kind) {
    case 'criterion':
      return true;
    case 'not':
      return hasCriterion(finding.of);
    case 'group':
      return finding.of.some(hasCriterion);
    default:
      return false;
  }
}

function size(by: bigint): bigint {
  return by < 0n ? -by : by;
}

/** How far a count moves, as a number. */
export function distanceOf({ by }: Turn): Rational {
  return integer(size(by));
}
