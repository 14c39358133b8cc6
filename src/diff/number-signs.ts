import type { CriteriaSet } from '../criteria/index.ts';
import type { Formula } from '../formula/index.ts';

/** Whether a number can be seen never to be below 0. */
export function isNeverNegative(formula: Formula, set: CriteriaSet): boolean {
  switch (formula.kind) {
    case 'number':
      return formula.value.num >= 0n;
    case 'name': {
      const measure = set.measures.get(formula.name);
      if (measure !== undefined) return isNeverNegative(measure.formula, set);
      const least = set.indicators.get(formula.name)?.min ?? null;
      return least !== null && least.num >= 0n;
    }
    case 'arithmetic':
      return formula.operator !== '-' && [formula.left, formula.right].every((part) => isNeverNegative(part, set));
    case 'call':
      return formula.name === 'abs' || formula.args.every((part) => isNeverNegative(part, set));
    default:
      return false;
  }
}

/** Whether a number can be seen to be above 0 always. */
export function isAboveZero(formula: Formula, set: CriteriaSet): boolean {
  switch (formula.kind) {
    case 'number':
      return formula.value.num > 0n;
    case 'name': {
      const measure = set.measures.get(formula.name);
      if (measure !== undefined) return isAboveZero(measure.formula, set);
      return (set.indicators.get(formula.name)?.min?.num ?? 0n) > 0n;
    }
    case 'arithmetic': {
      const parts = [formula.left, formula.right];
      if (formula.operator === '*') return parts.every((part) => isAboveZero(part, set));
      return (
        formula.operator === '+' &&
        parts.some((part) => isAboveZero(part, set)) &&
        parts.every((part) => isNeverNegative(part, set))
      );
    }
    default:
      return false;
  }
}
