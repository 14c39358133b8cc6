import type { Formula } from './formula.ts';

/** Two numbers, or a choice and a value, compared. */
export type Compared = Extract<Formula, { kind: 'compare' }>;

/** The comparisons that a condition is made of, one by one as they stand. */
export function comparisonsIn(formula: Formula): readonly Compared[] {
  switch (formula.kind) {
    case 'compare':
      return [formula];
    case 'not':
      return comparisonsIn(formula.operand);
    case 'all':
    case 'any':
    case 'at_least':
      return formula.of.flatMap(comparisonsIn);
    case 'number':
    case 'name':
    case 'negate':
    case 'arithmetic':
    case 'in':
    case 'call':
      return [];
  }
}
