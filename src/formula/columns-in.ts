import { columnName } from './columns.ts';
import type { Formula } from './formula.ts';
import { periodsOf } from './functions.ts';
import { isChoice } from './is-choice.ts';
import type { Scope } from './scope.ts';

/** What a formula reads: an indicator so many periods earlier, or a criterion. */
interface Asked {
  readonly indicator: string;
  readonly periodsAgo: number;
}

/**
 * The columns a formula reads, those of its measures among them, and the criteria it names, one by one as they stand.
 *
 * @param scope What its names mean.
 */
export function columnsIn(formula: Formula, scope: Scope): readonly string[] {
  return askedIn(formula, { scope, ago: 0, divisors: true }).map(named);
}

/**
 * The columns a number reads beside what it is divided by.
 *
 * @example of `(filed_addicts + filed_users) / residents` // filed_addicts, filed_users
 */
export function columnsAboveIn(formula: Formula, scope: Scope): readonly string[] {
  return askedIn(formula, { scope, ago: 0, divisors: false }).map(named);
}

/** What a formula reads, that of its measures among it: indicators with their periods, and criteria. */
export function figuresIn(formula: Formula, scope: Scope): readonly Asked[] {
  return askedIn(formula, { scope, ago: 0, divisors: true });
}

/** What a formula reads of earlier periods. */
export function earlierIn(formula: Formula, scope: Scope): readonly Asked[] {
  return figuresIn(formula, scope).filter(({ periodsAgo }) => periodsAgo > 0);
}

function named({ indicator, periodsAgo }: Asked): string {
  return columnName(indicator, periodsAgo);
}

interface Reading {
  readonly scope: Scope;
  readonly ago: number;
  /** Whether what is divided by is read too. */
  readonly divisors: boolean;
}

function askedIn(formula: Formula, reading: Reading): readonly Asked[] {
  const { scope, ago, divisors } = reading;
  const all = (parts: readonly Formula[], earlier = 0): readonly Asked[] =>
    parts.flatMap((part) => askedIn(part, { ...reading, ago: ago + earlier }));
  switch (formula.kind) {
    case 'number':
      return [];
    case 'name': {
      const meaning = scope.lookup(formula.name);
      return meaning?.kind === 'measure' ? all([meaning.formula]) : [{ indicator: formula.name, periodsAgo: ago }];
    }
    case 'negate':
    case 'not':
    case 'in':
      return all([formula.operand]);
    case 'arithmetic':
      return all(formula.operator === '/' && !divisors ? [formula.left] : [formula.left, formula.right]);
    case 'compare':
      // The values of a choice are no figures.
      return all(isChoice(formula.left, scope) ? [formula.left] : [formula.left, formula.right]);
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
