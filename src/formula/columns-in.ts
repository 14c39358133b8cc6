import { columnName } from './columns.ts';
import type { Formula } from './formula.ts';
import { periodsOf } from './functions.ts';
import type { Scope } from './scope.ts';

/**
 * The columns a formula reads, those of its measures among them, and the criteria it names, one by one as they stand.
 *
 * @param scope What its names mean.
 * @param ago How many periods earlier.
 */
export function columnsIn(formula: Formula, scope: Scope, ago = 0): readonly string[] {
  const all = (parts: readonly Formula[], earlier = 0): readonly string[] =>
    parts.flatMap((part) => columnsIn(part, scope, ago + earlier));
  switch (formula.kind) {
    case 'number':
      return [];
    case 'name': {
      const meaning = scope.lookup(formula.name);
      return meaning?.kind === 'measure' ? all([meaning.formula]) : [columnName(formula.name, ago)];
    }
    case 'negate':
    case 'not':
    case 'in':
      return all([formula.operand]);
    case 'arithmetic':
    case 'compare':
      return all([formula.left, formula.right]);
    case 'call': {
      const [first, second] = formula.args;
      if (formula.name === 'prev') return all(formula.args, 1);
      if (formula.name !== 'last' || second === undefined) return all(formula.args);
      return Array.from({ length: periodsOf(first) ?? 1 }, (_, earlier) => all([second], earlier)).flat();
    }
    case 'all':
    case 'any':
    case 'at_least':
      return all(formula.of);
    default:
      return formula satisfies never;
  }
}
