import { type Criterion, type CriteriaSet, fullPoints } from '../criteria/index.ts';
import type { Formula } from '../formula/index.ts';
import { ZERO } from '../number/index.ts';
import { isAboveZero } from './number-signs.ts';

/*
 * What does not apply and is excluded leaves what it stands in, which then says what the rest of it says, or nothing where
 * nothing is left.
 */

/** Whether a part of a condition may leave it: `some` of its parts, or all of them at once with `every`. */
export function mayNotApply(formula: Formula, set: CriteriaSet, parts: 'some' | 'every' = 'some'): boolean {
  const inside = (part: Formula): boolean => mayNotApply(part, set, parts);
  switch (formula.kind) {
    case 'number':
      return false;
    case 'name':
      return nameMayNotApply(formula.name, set);
    case 'negate':
    case 'not':
    case 'in':
      return inside(formula.operand);
    case 'arithmetic':
      if (formula.operator === '/' && !isAboveZero(formula.right, set)) return true;
      return inside(formula.left) || inside(formula.right);
    case 'compare':
      return inside(formula.left) || inside(formula.right);
    case 'call':
      return formula.name === 'points' || formula.args.some(inside);
    case 'all':
    case 'any':
    case 'at_least':
      return formula.of[parts](inside);
  }
}

function nameMayNotApply(name: string, set: CriteriaSet): boolean {
  const measure = set.measures.get(name);
  if (measure !== undefined) return mayNotApply(measure.formula, set);
  if (name === 'mandatory') return [...set.criteria.values()].some((own) => own.mandatory && mayBeLeftOut(own, set));
  if (name === 'score') return mayEarnOfNothing(set);
  const criterion = set.criteria.get(name);
  return criterion !== undefined && mayBeLeftOut(criterion, set);
}

/** Whether there may be units to which a criterion does not apply, and for which it does not count. */
export function mayBeLeftOut(criterion: Criterion, set: CriteriaSet): boolean {
  if (criterion.notApplicable !== 'exclude') return false;
  return criterion.appliesWhen !== null || mayNotApply(fullPoints(criterion), set, 'every');
}

/** Whether there may be units with nothing to earn points of, whatever counts as what where it does not apply. */
export function mayEarnOfNothing(set: CriteriaSet): boolean {
  const top = [...set.criteria.values()].filter(
    ({ group, points, bonus }) => group === null && points !== null && !bonus,
  );
  return top.every((criterion) => mayHaveNoPoints(criterion, set));
}

/** Whether there may be units that can earn no points of a criterion, whatever counts as what where it does not apply. */
export function mayHaveNoPoints(criterion: Criterion, set: CriteriaSet): boolean {
  const { rule, points } = criterion;
  if (mayStandAside(criterion, set) || (points ?? ZERO).num === 0n) return true;
  if (rule.kind !== 'group') return false;
  return rule.cap?.num === 0n || nodesIn(rule.required, set).every((part) => mayHaveNoPoints(part, set));
}

/** Whether there may be units to which no part of a group applies that it asks for. */
export function mayLackParts({ rule }: Criterion, set: CriteriaSet): boolean {
  if (rule.kind !== 'group') return false;
  const asked = rule.required.length > 0 ? rule.required : rule.parts;
  return nodesIn(asked, set).every((part) => mayStandAside(part, set));
}

function mayStandAside(criterion: Criterion, set: CriteriaSet): boolean {
  if (criterion.appliesWhen !== null) return true;
  return criterion.rule.kind === 'group'
    ? mayLackParts(criterion, set)
    : mayNotApply(fullPoints(criterion), set, 'every');
}

function nodesIn(ids: readonly string[], { criteria }: CriteriaSet): readonly Criterion[] {
  return ids.flatMap((id) => criteria.get(id) ?? []);
}
