import type { State } from './condition.ts';
import type { Formula } from './formula.ts';

/** What the names of a formula mean. */
export interface Scope {
  readonly lookup: (name: string) => Meaning | null;
  /** All names, to offer the nearest for an unknown one. */
  readonly names: readonly string[];
}

export type Meaning =
  | { readonly kind: 'indicator'; readonly indicator: IndicatorMeaning }
  | { readonly kind: 'measure'; readonly formula: Formula }
  | { readonly kind: 'criterion'; readonly whenNotApplicable: State }
  /** All criteria marked mandatory, by id. */
  | { readonly kind: 'mandatory'; readonly criteria: readonly string[] }
  /** The points of the whole sheet; only in the conditions of classes. */
  | { readonly kind: 'score' };

/** What a formula needs to know of an indicator. */
export interface IndicatorMeaning {
  readonly id: string;
  readonly type: 'count' | 'decimal' | 'percent' | 'boolean' | 'choice';
  /** The dimension of a decimal (`m²`), or `null`. */
  readonly unit: string | null;
  /** The values of a choice. */
  readonly values: readonly string[];
}
