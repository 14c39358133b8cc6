import { ALWAYS, type Condition, NEVER } from './condition.ts';

/** Conditions joined, without those that change nothing. */
export function allOf(conditions: readonly Condition[]): Condition {
  return joined('all', conditions, ALWAYS, NEVER);
}

export function anyOf(conditions: readonly Condition[]): Condition {
  return joined('any', conditions, NEVER, ALWAYS);
}

/** A condition that is not applicable where nothing is divided by nothing. */
export function definedUnless(zeroDivisors: readonly Condition[], of: Condition): Condition {
  return zeroDivisors.length === 0 ? of : { kind: 'defined', undefinedWhen: anyOf(zeroDivisors), of };
}

function joined(
  kind: 'all' | 'any',
  conditions: readonly Condition[],
  neutral: Condition,
  absorbing: Condition,
): Condition {
  const isConstant = (part: Condition, like: Condition): boolean =>
    part.kind === 'constant' && like.kind === 'constant' && part.holds === like.holds;
  if (conditions.some((part) => isConstant(part, absorbing))) return absorbing;
  const of = conditions.filter((part) => !isConstant(part, neutral));
  const [only] = of;
  if (only === undefined) return neutral;
  return of.length === 1 ? only : { kind, of };
}
