/**
 * What a formula compiles to: questions about signs of polynomials, choices and booleans, joined by three-valued logic.
 * Every comparison of the language, with its ratios, measures, min, max and abs, becomes this one form, which is then
 * evaluated over columns, split on missing cells, and reasoned about.
 */
export type Condition =
  | { readonly kind: 'constant'; readonly holds: boolean }
  /** Whether the sign of polynomial number `question` is among the accepted ones. */
  | { readonly kind: 'sign'; readonly question: number; readonly accept: SignSet }
  /** Whether a choice is one of the values with these places. */
  | { readonly kind: 'choice'; readonly variable: number; readonly accept: readonly number[] }
  | { readonly kind: 'boolean'; readonly variable: number }
  /** The outcome of criterion number `criterion`. */
  | { readonly kind: 'criterion'; readonly criterion: number; readonly whenNotApplicable: State }
  /** Whether gate number `gate` on the points is met. */
  | { readonly kind: 'gate'; readonly gate: number }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'at_least'; readonly count: number; readonly of: readonly Condition[] }
  /** Not applicable where `undefinedWhen` holds (nothing divided by nothing), else `of`. */
  | { readonly kind: 'defined'; readonly undefinedWhen: Condition; readonly of: Condition };

/** What holds whatever the figures are, and what never does. */
export const ALWAYS: Condition = { kind: 'constant', holds: true };
export const NEVER: Condition = { kind: 'constant', holds: false };

/** A set of signs as bits. */
export type SignSet = number;
export const NEGATIVE = 1;
export const ZERO_SIGN = 2;
export const POSITIVE = 4;
export const ANY_SIGN: SignSet = NEGATIVE | ZERO_SIGN | POSITIVE;

/** Every sign there is. */
export const SIGNS = [1, -1, 0] as const;

/** The set of one sign. */
export function onlySign(sign: -1 | 0 | 1): SignSet {
  return 1 << (sign + 1);
}

/** The signs of a polynomial, as they are of its negative. */
export function mirrored(accept: SignSet): SignSet {
  return (accept & ZERO_SIGN) | (accept & NEGATIVE ? POSITIVE : 0) | (accept & POSITIVE ? NEGATIVE : 0);
}

/** The state of a condition or criterion as a byte; what is not applicable lies outside the order of the others. */
export const FAIL = 0;
export const UNKNOWN = 1;
export const PASS = 2;
export const NOT_APPLICABLE = 3;
export type State = typeof FAIL | typeof UNKNOWN | typeof PASS | typeof NOT_APPLICABLE;

/** What `not` makes of a state. */
export function opposite(state: State): State {
  return state === PASS ? FAIL : state === FAIL ? PASS : state;
}

/** The conditions a condition is made of; none for a question. */
export function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return condition.of;
    case 'not':
      return [condition.of];
    case 'defined':
      return [condition.undefinedWhen, condition.of];
    case 'constant':
    case 'sign':
    case 'choice':
    case 'boolean':
    case 'criterion':
    case 'gate':
      return [];
  }
}
