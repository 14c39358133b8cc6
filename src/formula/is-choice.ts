import type { Formula } from './formula.ts';
import type { Scope } from './scope.ts';

/** Whether a part of a formula is an indicator that is a choice: what it is compared with is the name of a value. */
export function isChoice(formula: Formula, scope: Scope): boolean {
  const meaning = formula.kind === 'name' ? scope.lookup(formula.name) : null;
  return meaning?.kind === 'indicator' && meaning.indicator.type === 'choice';
}
