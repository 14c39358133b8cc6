import {
  type Criterion,
  type CriteriaSet,
  fullPoints,
  type Rounding,
  type Rule,
  type Step,
} from '../criteria/index.ts';
import { type Formula, printFormula } from '../formula/index.ts';
import { add, compare, divide, equal, multiply, type Rational, subtract, ZERO } from '../number/index.ts';
import type { Pair } from './change.ts';
import { constantOf, implies, isSameShape, widening } from './implication.ts';
import { mayBeLeftOut, mayNotApply } from './left-out.ts';
import { isAboveZero, isNeverNegative } from './number-signs.ts';
import { BOTH, DOWN, join, joinAll, opposite, type Sign, signOf, STILL, UP } from './sign.ts';
import { withWholeLines } from './whole-lines.ts';

/** Which way a condition goes from base to revision: `UP` when it holds for no fewer units. */
export function conditionWay(before: Formula, after: Formula, sets: Pair<CriteriaSet>): Sign {
  const way = wayOver(before, after, sets);
  if (way === STILL || isSameShape(before, after)) return way;
  // A part that applies to nobody leaves its condition: then fewer parts need not be easier.
  return mayNotApply(before, sets.base) || mayNotApply(after, sets.revision) ? BOTH : way;
}

/** What can be seen from the two conditions, and from which numbers are whole. */
function wayOver(before: Formula, after: Formula, sets: Pair<CriteriaSet>): Sign {
  return widening(withWholeLines(before, sets), withWholeLines(after, sets));
}

/** Which way a number goes: `UP` when it is smaller for no unit. */
export function numberWay(before: Formula, after: Formula, set: CriteriaSet): Sign {
  if (printFormula(before) === printFormula(after)) return STILL;
  const [from, to] = [constantOf(before), constantOf(after)];
  if (from !== null && to !== null) return signOf(compare(to, from));
  if (
    before.kind === 'arithmetic' &&
    after.kind === 'arithmetic' &&
    before.operator === '/' &&
    after.operator === '/'
  ) {
    const parts = [before.left, before.right, after.left, after.right];
    if (!parts.every((part) => isNeverNegative(part, set))) return BOTH;
    // Where nothing is divided by nothing there is no number: another divisor may give one, or take it.
    const divisors = [before.right, after.right];
    if (numberWay(before.right, after.right, set) !== STILL && !divisors.every((part) => isAboveZero(part, set)))
      return BOTH;
    return join(numberWay(before.left, after.left, set), opposite(numberWay(before.right, after.right, set)));
  }
  return sumWay(before, after, set);
}

/** Terms that come on top raise a sum. */
function sumWay(before: Formula, after: Formula, set: CriteriaSet): Sign {
  const fresh = [...termsOf(after)];
  const gone = termsOf(before).filter((term) => {
    const same = fresh.findIndex((other) => printFormula(other) === printFormula(term));
    if (same >= 0) fresh.splice(same, 1);
    return same < 0;
  });
  if (![...fresh, ...gone].every((term) => isNeverNegative(term, set))) return BOTH;
  return join(fresh.length > 0 ? UP : STILL, gone.length > 0 ? DOWN : STILL);
}

function termsOf(formula: Formula): readonly Formula[] {
  return formula.kind === 'arithmetic' && formula.operator === '+'
    ? [...termsOf(formula.left), ...termsOf(formula.right)]
    : [formula];
}

/** Which way what a criterion earns goes, its most points staying the same: `UP` when no unit earns less. */
export function pointsWay(before: Criterion, after: Criterion, sets: Pair<CriteriaSet>): Sign {
  const [from, to] = [before.rule, after.rule];
  if (from.kind === 'test' && to.kind === 'test') return conditionWay(from.test, to.test, sets);
  if (from.kind === 'deduct' && to.kind === 'deduct') return deductionWay(from, to);
  const [first, second] = [curveOf(from), curveOf(to)];
  if (first === null || second === null || first.on !== second.on) return BOTH;
  return curveWay(first, second);
}

type Deduction = Extract<Rule, { kind: 'deduct' }>;

function deductionWay(before: Deduction, after: Deduction): Sign {
  if (printFormula(before.per) !== printFormula(after.per)) return BOTH;
  return joinAll([
    opposite(signOf(compare(after.each, before.each))),
    signOf(compare(after.floor, before.floor)),
    opposite(mostWay(before.most, after.most)),
  ]);
}

/** No limit is more than any limit. */
function mostWay(before: Rational | null, after: Rational | null): Sign {
  if (before === null || after === null) return before === after ? STILL : after === null ? UP : DOWN;
  return signOf(compare(after, before));
}

/** Points by value. */
interface Curve {
  readonly on: string;
  /** In ascending order. */
  readonly steps: readonly Step[];
  readonly isLine: boolean;
}

function curveOf(rule: Rule): Curve | null {
  switch (rule.kind) {
    case 'bands':
      return { on: printFormula(rule.on), steps: rule.bands.toReversed(), isLine: false };
    case 'scale':
      return { on: printFormula(rule.on), steps: rule.steps, isLine: true };
    default:
      return null;
  }
}

/** Between two values of either curve both are straight: it is enough to look at the values, and just below each. */
function curveWay(before: Curve, after: Curve): Sign {
  const values = [...before.steps, ...after.steps].map(({ at }) => at);
  return joinAll(
    values.flatMap((value) =>
      (['below', 'at'] as const).map((side) =>
        signOf(compare(valueOf(after, value, side), valueOf(before, value, side))),
      ),
    ),
  );
}

/** The points at a value, or those that are earned just below it. */
function valueOf({ steps, isLine }: Curve, at: Rational, side: 'below' | 'at'): Rational {
  const reached = steps.filter((step) => {
    const order = compare(step.at, at);
    return order < 0 || (order === 0 && (side === 'at' || isLine));
  });
  const last = reached.at(-1);
  if (last === undefined) return isLine ? (steps[0]?.points ?? ZERO) : ZERO;
  const next = steps[reached.length];
  if (!isLine || next === undefined || equal(last.at, at)) return last.points;
  const share = divide(subtract(at, last.at), subtract(next.at, last.at));
  return add(last.points, multiply(share, subtract(next.points, last.points)));
}

/**
 * Which way one criterion goes that becomes several with the same points in all: `UP` when nobody who met it loses by it.
 *
 * @returns How being met changes, and what is earned.
 */
export function splitWay(
  one: Criterion,
  many: readonly Criterion[],
  sets: Pair<CriteriaSet>,
): { readonly met: Sign; readonly points: Sign } {
  const all: Formula = { kind: 'all', of: many.map(fullPoints), at: one.at };
  const met = conditionWay(fullPoints(one), all, sets);
  return { met, points: splitPointsWay(one, many) };
}

function splitPointsWay(one: Criterion, many: readonly Criterion[]): Sign {
  const sum = many.reduce((total, { points }) => add(total, points ?? ZERO), ZERO);
  if (one.points === null && many.every(({ points }) => points === null)) return STILL;
  const isPlain = [one, ...many].every(({ rule, bonus }) => rule.kind === 'test' && bonus === one.bonus);
  if (!isPlain || one.points === null || !equal(sum, one.points)) return BOTH;
  const whole = fullPoints(one);
  const noneLess = many.every((part) => implies(whole, fullPoints(part)));
  const noneMore = many.every((part) => implies(fullPoints(part), whole));
  if (noneLess) return noneMore ? STILL : UP;
  return noneMore ? DOWN : BOTH;
}

/** From the one that rounds down most to the one that rounds up most. */
const MODES: readonly Rounding['mode'][] = ['down', 'half-down', 'half-even', 'half-up', 'up'];

/** Which way rounding goes; another step goes either way. */
export function roundingWay(before: Rounding | null, after: Rounding | null): Sign {
  if (before === null || after === null) return againstExact(before ?? after, after !== null);
  if (!equal(before.to, after.to)) return BOTH;
  return signOf(MODES.indexOf(after.mode) - MODES.indexOf(before.mode));
}

function againstExact(round: Rounding | null, isNew: boolean): Sign {
  if (round?.mode !== 'up' && round?.mode !== 'down') return BOTH;
  return (round.mode === 'up') === isNew ? UP : DOWN;
}

/** From the answer that costs most to the one that gives most. */
const POLICIES: readonly Criterion['notApplicable'][] = ['fail', 'exclude', 'pass'];

/** Which way it goes with being met when a criterion that does not apply counts as something else. */
export function policyWay(
  before: Criterion['notApplicable'],
  after: Criterion['notApplicable'],
  { base, revision }: Pair<CriteriaSet>,
): Sign {
  const way = signOf(POLICIES.indexOf(after) - POLICIES.indexOf(before));
  // Of some that are counted none may apply: that is no failure, and one of them that is met can make it one.
  const isCounted = [base, revision].some((set) => conditionsIn(set).some(countsParts));
  return isCounted && (before === 'exclude' || after === 'exclude') ? BOTH : way;
}

function conditionsIn({ criteria, classes }: CriteriaSet): readonly Formula[] {
  return [...[...criteria.values()].map(fullPoints), ...[...classes.values()].flatMap(({ when }) => when ?? [])];
}

/** Whether so many of some parts are asked for: one of them, or all of them, is another thing. */
function countsParts(formula: Formula): boolean {
  switch (formula.kind) {
    case 'not':
      return countsParts(formula.operand);
    case 'all':
    case 'any':
      return formula.of.some(countsParts);
    case 'at_least':
      return formula.count > 1 || formula.of.some(countsParts);
    default:
      return false;
  }
}

/** Which way it goes when a criterion applies to more units, or to fewer. */
export function appliesWay(
  before: Formula | null,
  after: Formula | null,
  policy: Criterion['notApplicable'],
  sets: Pair<CriteriaSet>,
): Sign {
  if (policy === 'exclude') return BOTH;
  if (before === null && after === null) return STILL;
  const wider = before === null ? DOWN : after === null ? UP : conditionWay(before, after, sets);
  return policy === 'pass' ? opposite(wider) : wider;
}

/** Which way it goes for those who have to meet all of some criteria when one more is asked of them. */
export function oneMoreWay(
  own: Criterion,
  { base, revision }: Pair<CriteriaSet>,
  all: (set: CriteriaSet) => readonly Criterion[],
): Sign {
  const isDecided = [base, revision].every((set) => isDecidedWithout(own, all(set), set));
  return isDecided ? DOWN : BOTH;
}

/**
 * Whether all of some criteria are met or not by every unit even without one of them: where none of them applies, they are
 * neither.
 */
function isDecidedWithout({ id }: Criterion, all: readonly Criterion[], set: CriteriaSet): boolean {
  const others = all.filter((other) => other.id !== id);
  return others.length === 0 || others.some((other) => !mayBeLeftOut(other, set));
}
