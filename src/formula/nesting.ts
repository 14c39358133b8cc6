import type { Formula } from './formula.ts';

/**
 * How many levels of a formula stand within each other; a name or a number is one.
 *
 * @param depthOfName The levels of what a name stands for.
 */
export function nestingOf(formula: Formula, depthOfName: (name: string) => number): number {
  const deepest = (parts: readonly Formula[]): number =>
    1 + parts.reduce((most, part) => Math.max(most, nestingOf(part, depthOfName)), 0);
  switch (formula.kind) {
    case 'number':
      return 1;
    case 'name':
      return depthOfName(formula.name);
    case 'negate':
    case 'not':
    case 'in':
      return deepest([formula.operand]);
    case 'arithmetic':
    case 'compare':
      return deepest([formula.left, formula.right]);
    case 'call':
      return deepest(formula.args);
    case 'all':
    case 'any':
    case 'at_least':
      return deepest(formula.of);
  }
}
