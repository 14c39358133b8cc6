import type { Formula } from './formula.ts';

/** The names in a formula, one by one as they stand. */
export function namesIn(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'name':
      return [formula.name];
    case 'negate':
    case 'not':
      return namesIn(formula.operand);
    case 'arithmetic':
    case 'compare':
      return [...namesIn(formula.left), ...namesIn(formula.right)];
    case 'in':
      return namesIn(formula.operand);
    case 'call':
      return formula.args.flatMap(namesIn);
    case 'all':
    case 'any':
    case 'at_least':
      return formula.of.flatMap(namesIn);
  }
}
