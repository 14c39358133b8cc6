import type { Point } from './point.ts';

/**
 * The cheapest way under some conditions, or not `exact`, a small one. It is proved that there is `none`, or that none is
 * certain (`uncertain`) while figures are missing; `unknown` is that the search gave up.
 */
export type Sought =
  | {
      readonly kind: 'way';
      readonly point: Point;
      readonly cost: bigint;
      readonly classes: readonly number[];
      readonly exact: boolean;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'uncertain' }
  | { readonly kind: 'unknown' };
