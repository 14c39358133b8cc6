import type { Formula } from './formula.ts';
import { periodsOf } from './functions.ts';
import type { Scope } from './scope.ts';

/** More cases than this in one comparison are refused when criteria are loaded. */
export const MOST_CASES = 64;

/** How many cases the min, max and abs of a number make when it is compiled; anything past the limit counts as past it. */
export function countCases(formula: Formula, scope: Scope): number {
  return Math.min(count(formula, scope), MOST_CASES + 1);
}

function count(formula: Formula, scope: Scope): number {
  switch (formula.kind) {
    case 'name': {
      const meaning = scope.lookup(formula.name);
      return meaning?.kind === 'measure' ? countCases(meaning.formula, scope) : 1;
    }
    case 'negate':
      return countCases(formula.operand, scope);
    case 'arithmetic':
    case 'compare':
      return countCases(formula.left, scope) * countCases(formula.right, scope);
    case 'call':
      if (formula.name === 'prev') return countCases(formula.args[0] ?? formula, scope);
      if (formula.name === 'last')
        return countCases(formula.args[1] ?? formula, scope) ** (periodsOf(formula.args[0]) ?? 1);
      return callCases(formula.args.map((arg) => countCases(arg, scope)));
    case 'number':
    case 'in':
    case 'not':
    case 'all':
    case 'any':
    case 'at_least':
      return 1;
  }
}

/** Each comparison of two numbers doubles the pairs of their cases; abs compares a number with its own negative. */
function callCases(args: readonly number[]): number {
  const [first = 1, ...rest] = args;
  return rest.length === 0 ? 2 * first * first : rest.reduce((cases, arg) => 2 * cases * arg, first);
}
