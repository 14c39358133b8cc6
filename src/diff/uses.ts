import { type CriteriaSet, type Criterion, fullPoints, type Rule } from '../criteria/index.ts';
import { type Formula, pointsAsked } from '../formula/index.ts';
import { compare, ZERO } from '../number/index.ts';
import { mayEarnOfNothing, mayHaveNoPoints, mayLackParts } from './left-out.ts';
import { isNeverNegative } from './number-signs.ts';
import { mayCost } from './points-effects.ts';
import { BOTH, join, opposite, type Sign, signOf, STILL, times } from './sign.ts';

/** What a class, or the order of units, hangs on. */
export type Quantity =
  /** Whether a criterion is met, what it earns, and what can be earned of it. */
  | { readonly kind: 'state' | 'points' | 'available'; readonly criterion: string }
  /** An indicator or a measure. */
  | { readonly kind: 'number'; readonly name: string }
  | { readonly kind: 'mandatory' }
  | { readonly kind: 'score' }
  /** The condition of a class itself. */
  | { readonly kind: 'class'; readonly class: string };

/** Follows what is asked of a set down to what it hangs on, and notes which way each quantity pulls it. */
export interface Uses {
  readonly followCondition: (formula: Formula, way: Sign) => void;
  /** Follows the points of the set, or the share of what can be earned. */
  readonly followScore: (way: Sign, isShare: boolean) => void;
  /** Which way what was followed goes when a quantity grows; `STILL` where it does not hang on it. */
  readonly wayOf: (quantity: Quantity) => Sign;
}

/** The uses of a set, nothing followed yet; each quantity is followed once for each way. */
export function createUses(set: CriteriaSet): Uses {
  const uses = new Map<string, Sign>();
  const all = [...set.criteria.values()];
  const scored = all.filter(({ group, points }) => group === null && points !== null);
  const isPlain = all.every((criterion) => !criterion.bonus && !mayCost(criterion));

  /** Notes a use; what is new of it has to be followed further. */
  function isNews(quantity: Quantity, way: Sign): boolean {
    const key = keyOf(quantity);
    const before = uses.get(key) ?? STILL;
    const after = join(before, way);
    uses.set(key, after);
    return after !== before;
  }

  function condition(formula: Formula, way: Sign): void {
    switch (formula.kind) {
      case 'all':
      case 'any':
      case 'at_least':
        for (const part of formula.of) condition(part, way);
        return;
      case 'not':
        condition(formula.operand, opposite(way));
        return;
      case 'compare':
        comparison(formula, way);
        return;
      case 'in':
        number(formula.operand, BOTH);
        return;
      case 'name':
        named(formula.name, way);
        return;
      default:
        number(formula, way);
    }
  }

  function comparison({ operator, left, right }: Extract<Formula, { kind: 'compare' }>, way: Sign): void {
    const rising =
      operator === '>' || operator === '>=' ? way : operator === '<' || operator === '<=' ? opposite(way) : BOTH;
    const asked = pointsAsked(left);
    if (asked !== null) {
      gate(asked.of, rising, right.kind === 'number' && right.percent);
      return;
    }
    number(left, rising);
    number(right, opposite(rising));
  }

  function gate(of: string | null, way: Sign, isShare: boolean): void {
    if (of === null) {
      score(way, isShare);
      return;
    }
    const criterion = set.criteria.get(of);
    if (criterion === undefined) return;
    points(criterion, way);
    available(criterion, availableWay(way, isShare, mayHaveNoPoints(criterion, set)));
  }

  /**
   * Which way a line goes that points are held against when more can be earned: the share of it that was earned is less. Points
   * themselves hang on it only where there is nothing to earn. A bonus counts up to what can be earned, and of points below 0
   * the share is the smaller, the less that is.
   */
  function availableWay(way: Sign, isShare: boolean, mayBeNothing: boolean): Sign {
    if (!isPlain) return BOTH;
    if (isShare) return opposite(way);
    return mayBeNothing ? BOTH : STILL;
  }

  function named(name: string, way: Sign): void {
    const criterion = set.criteria.get(name);
    if (criterion !== undefined) state(criterion, way);
    else if (name === 'mandatory') mandatory(way);
    else number({ kind: 'name', name, at: { file: '' } }, way);
  }

  function mandatory(way: Sign): void {
    if (!isNews({ kind: 'mandatory' }, way)) return;
    for (const criterion of set.criteria.values()) if (criterion.mandatory) state(criterion, way);
  }

  function state(criterion: Criterion, way: Sign): void {
    if (!isNews({ kind: 'state', criterion: criterion.id }, way)) return;
    condition(fullPoints(criterion), way);
    if (criterion.appliesWhen !== null) condition(criterion.appliesWhen, BOTH);
  }

  function number(formula: Formula, way: Sign): void {
    switch (formula.kind) {
      case 'number':
        return;
      case 'name':
        numberNamed(formula.name, way);
        return;
      case 'negate':
        number(formula.operand, opposite(way));
        return;
      case 'arithmetic':
        arithmetic(formula, way);
        return;
      case 'call':
        call(formula, way);
        return;
      default:
        condition(formula, way);
    }
  }

  function numberNamed(name: string, way: Sign): void {
    if (!isNews({ kind: 'number', name }, way)) return;
    const measure = set.measures.get(name);
    if (measure !== undefined) number(measure.formula, way);
  }

  function arithmetic({ operator, left, right }: Extract<Formula, { kind: 'arithmetic' }>, way: Sign): void {
    switch (operator) {
      case '+':
        number(left, way);
        number(right, way);
        return;
      case '-':
        number(left, way);
        number(right, opposite(way));
        return;
      case '*':
        number(left, isNeverNegative(right, set) ? way : BOTH);
        number(right, isNeverNegative(left, set) ? way : BOTH);
        return;
      case '/':
        number(left, isNeverNegative(right, set) ? way : BOTH);
        number(right, isNeverNegative(left, set) && isNeverNegative(right, set) ? opposite(way) : BOTH);
    }
  }

  function call({ name, args }: Extract<Formula, { kind: 'call' }>, way: Sign): void {
    for (const part of args) number(part, name === 'abs' ? BOTH : way);
  }

  function score(way: Sign, isShare: boolean): void {
    isNews({ kind: 'score' }, way);
    if (set.score?.model === 'count') {
      for (const id of set.score.of) named(id, way);
      return;
    }
    const isWeighted = set.score?.model === 'weighted';
    const ofMore = availableWay(way, isShare || isWeighted, mayEarnOfNothing(set));
    for (const criterion of scored) {
      points(criterion, way);
      if (isWeighted || !criterion.bonus) available(criterion, ofMore);
    }
  }

  function points(criterion: Criterion, way: Sign): void {
    if (!isNews({ kind: 'points', criterion: criterion.id }, way)) return;
    if (criterion.appliesWhen !== null) condition(criterion.appliesWhen, BOTH);
    const { rule } = criterion;
    switch (rule.kind) {
      case 'test':
        condition(rule.test, way);
        return;
      case 'bands':
      case 'scale':
        number(rule.on, times(slopeOf(rule, set), way));
        return;
      case 'deduct':
        number(rule.per, opposite(way));
        return;
      case 'group':
        for (const part of partsOf(criterion, set)) {
          points(part, way);
          // Left without parts, the group itself counts as met or not: less to earn can then be more.
          if (criterion.notApplicable !== 'exclude' && mayLackParts(criterion, set)) available(part, BOTH);
        }
    }
  }

  function available(criterion: Criterion, way: Sign): void {
    if (!isNews({ kind: 'available', criterion: criterion.id }, way)) return;
    for (const part of partsOf(criterion, set)) if (!part.bonus) available(part, way);
  }

  return {
    followCondition: condition,
    followScore: score,
    wayOf: (quantity) => uses.get(keyOf(quantity)) ?? STILL,
  };
}

function partsOf({ rule }: Criterion, set: CriteriaSet): readonly Criterion[] {
  return rule.kind === 'group' ? rule.parts.flatMap((id) => set.criteria.get(id) ?? []) : [];
}

/** Whether points rise or fall with the value: steps run one way, but below the lowest band there are no points. */
function slopeOf(rule: Extract<Rule, { kind: 'bands' | 'scale' }>, set: CriteriaSet): Sign {
  const steps = rule.kind === 'bands' ? rule.bands.toReversed() : rule.steps;
  const [lowest, highest] = [steps[0], steps.at(-1)];
  if (lowest === undefined || highest === undefined) return STILL;
  const slope = signOf(compare(highest.points, lowest.points));
  const isForAll = lowest.at.num <= 0n && isNeverNegative(rule.on, set);
  return rule.kind === 'scale' || isForAll ? slope : join(slope, signOf(compare(lowest.points, ZERO)));
}

function keyOf(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'state':
    case 'points':
    case 'available':
      return `${quantity.kind} ${quantity.criterion}`;
    case 'number':
      return `number ${quantity.name}`;
    case 'class':
      return `class ${quantity.class}`;
    case 'mandatory':
    case 'score':
      return quantity.kind;
  }
}
