import type { Formula } from '../formula/index.ts';
import { isInteger } from '../number/index.ts';
import type { Named } from './scope.ts';

/** Whether a number can be seen to be whole: a count, or made of counts without a division. */
export function isWhole(formula: Formula, set: Pick<Named, 'indicators' | 'measures'>): boolean {
  switch (formula.kind) {
    case 'number':
      return isInteger(formula.value);
    case 'name': {
      const measure = set.measures.get(formula.name);
      return measure === undefined ? set.indicators.get(formula.name)?.type === 'count' : isWhole(measure.formula, set);
    }
    case 'negate':
      return isWhole(formula.operand, set);
    case 'arithmetic':
      return formula.operator !== '/' && isWhole(formula.left, set) && isWhole(formula.right, set);
    case 'call':
      return formula.args.every((arg) => isWhole(arg, set));
    case 'compare':
    case 'in':
    case 'not':
    case 'all':
    case 'any':
    case 'at_least':
      return false;
    default:
      return formula satisfies never;
  }
}
