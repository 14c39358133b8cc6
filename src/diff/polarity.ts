import { type CriteriaSet, type Criterion, fullPoints, meritOf, type Rule } from '../criteria/index.ts';
import type { Formula } from '../formula/index.ts';
import { compare } from '../number/index.ts';
import { isNeverNegative } from './number-signs.ts';
import { BOTH, DOWN, join, opposite, type Sign, signOf, STILL, times, UP } from './sign.ts';

/** What a class, or the order of units, hangs on. */
export type Quantity =
  /** Whether a criterion is met, and what it earns. */
  | { readonly kind: 'state' | 'points'; readonly criterion: string }
  /** An indicator or a measure. */
  | { readonly kind: 'number'; readonly name: string }
  | { readonly kind: 'mandatory' }
  | { readonly kind: 'score' }
  /** The condition of a class itself. */
  | { readonly kind: 'class'; readonly class: string };

/** How each class hangs on each quantity. */
export interface Polarity {
  /** Which way the condition of a class goes when the quantity grows. */
  readonly ofClass: (id: string, quantity: Quantity) => Sign;
  /** Which way the score goes; `STILL` when no order of units looks at it. */
  readonly ofRank: (quantity: Quantity) => Sign;
  /** Whether a unit that comes to fall under a class is better or worse off than in the classes tried after it. */
  readonly meritOfClass: (id: string) => Sign;
}

type Uses = Map<string, Sign>;

/** Works out which way the classes of a set go with everything they hang on: through criteria, groups, points and measures. */
export function polarityOf(set: CriteriaSet): Polarity {
  const byClass = new Map(
    [...set.classes.values()].map(({ id, when }) => {
      const walk = createWalk(set);
      if (when !== null) walk.condition(when, UP);
      return [id, walk.uses] as const;
    }),
  );
  const ranked = createWalk(set);
  for (const key of set.rank) if (key.by === 'score') ranked.score(key.order === 'high' ? UP : DOWN);
  return {
    ofClass: (id, quantity) => {
      if (quantity.kind === 'class') return quantity.class === id ? UP : STILL;
      return byClass.get(id)?.get(keyOf(quantity)) ?? STILL;
    },
    ofRank: (quantity) => ranked.uses.get(keyOf(quantity)) ?? STILL,
    meritOfClass: (id) => meritSign(set, id),
  };
}

function keyOf(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'state':
    case 'points':
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

/** A certificate outweighs the order of merit: where the two disagree, nothing can be said. */
function meritSign(set: CriteriaSet, id: string): Sign {
  const classes = [...set.classes.values()];
  const merit = meritOf(set);
  const place = classes.findIndex((own) => own.id === id);
  let sign: Sign = STILL;
  for (const [index, later] of classes.entries()) {
    if (index <= place || classes[place] === undefined) continue;
    const own = (merit[place] ?? 0) < (merit[index] ?? 0) ? UP : DOWN;
    sign = join(sign, own);
    if (later.certifies !== classes[place].certifies) sign = join(sign, classes[place].certifies ? UP : DOWN);
  }
  return sign;
}

interface Walk {
  readonly uses: Uses;
  readonly condition: (formula: Formula, way: Sign) => void;
  readonly score: (way: Sign) => void;
}

/** Follows conditions down to what they hang on; each quantity is followed once for each way. */
function createWalk(set: CriteriaSet): Walk {
  const uses: Uses = new Map();
  const scored = [...set.criteria.values()].filter(({ group, points }) => group === null && points !== null);

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
    number(left, rising);
    number(right, opposite(rising));
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
    if (name === 'score') {
      score(way);
      return;
    }
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
    if (name === 'points') {
      for (const part of args) {
        const criterion = part.kind === 'name' ? set.criteria.get(part.name) : undefined;
        if (criterion !== undefined) points(criterion, way);
      }
      return;
    }
    for (const part of args) number(part, name === 'abs' ? BOTH : way);
  }

  function score(way: Sign): void {
    if (!isNews({ kind: 'score' }, way)) return;
    if (set.score?.model === 'count') {
      for (const id of set.score.of) named(id, way);
    } else {
      for (const criterion of scored) points(criterion, way);
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
        for (const id of rule.parts) {
          const part = set.criteria.get(id);
          if (part !== undefined) points(part, way);
        }
    }
  }

  return { uses, condition, score };
}

/** Whether points rise or fall with the value: steps run one way, but below the lowest band there are no points. */
function slopeOf(rule: Extract<Rule, { kind: 'bands' | 'scale' }>, set: CriteriaSet): Sign {
  const steps = rule.kind === 'bands' ? rule.bands.toReversed() : rule.steps;
  const [lowest, highest] = [steps[0], steps.at(-1)];
  if (lowest === undefined || highest === undefined) return STILL;
  const slope = signOf(compare(highest.points, lowest.points));
  const isForAll = lowest.at.num <= 0n && isNeverNegative(rule.on, set);
  return rule.kind === 'scale' || lowest.points.num === 0n || isForAll ? slope : join(slope, UP);
}
