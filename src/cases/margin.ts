import { columnName, type Formula, observe, type Scope, valueOfObserved } from '../formula/index.ts';
import { multiply, type Rational, subtract } from '../number/index.ts';
import type { Threshold } from './thresholds.ts';

export type NumberThreshold = Extract<Threshold, { readonly kind: 'number' }>;

/**
 * How far a number stands above its line (below: negative), in the units of the numerator where it is a ratio.
 *
 * @param valueOf The figure of a column, `null` when missing.
 * @returns `null` where a figure is missing or something is divided by nothing.
 */
export function marginOf(
  { left, right }: NumberThreshold,
  scope: Scope,
  valueOf: (column: string) => Rational | null,
): Rational | null {
  const observed = observe(left, scope, valueOf);
  const required = observe(right, scope, valueOf);
  if (typeof observed === 'string' || typeof required === 'string') return null;
  return subtract(observed.num, multiply(valueOfObserved(required), observed.den));
}

/**
 * The columns whose figures move a number step by step: of a ratio those of its numerator, where there are any.
 *
 * @example of `(filed_addicts + filed_users) / residents >= 0.5%` // filed_addicts, filed_users
 */
export function movingColumns({ left, right }: NumberThreshold, scope: Scope): readonly string[] {
  const above = [left, right].flatMap((side) => columnsIn(side, scope, 0, false));
  const all = [left, right].flatMap((side) => columnsIn(side, scope, 0, true));
  return [...new Set(above.length > 0 ? above : all)];
}

function columnsIn(formula: Formula, scope: Scope, ago: number, divisors: boolean): readonly string[] {
  const within = (part: Formula | undefined, earlier = 0): readonly string[] =>
    part === undefined ? [] : columnsIn(part, scope, ago + earlier, divisors);
  switch (formula.kind) {
    case 'name': {
      const meaning = scope.lookup(formula.name);
      return meaning?.kind === 'measure' ? within(meaning.formula) : [columnName(formula.name, ago)];
    }
    case 'negate':
      return within(formula.operand);
    case 'arithmetic':
      return [...within(formula.left), ...(formula.operator === '/' && !divisors ? [] : within(formula.right))];
    case 'call': {
      const [first, second] = formula.args;
      if (formula.name === 'prev') return within(first, 1);
      if (formula.name !== 'last') return formula.args.flatMap((part) => within(part));
      const periods = first?.kind === 'number' ? Number(first.value.num) : 1;
      return Array.from({ length: periods }, (_, earlier) => within(second, earlier)).flat();
    }
    default:
      return [];
  }
}
