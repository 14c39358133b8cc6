import type { Cells, Program, Point } from '../assess/index.ts';
import type { Move } from './moves.ts';

/** A unit, what may be moved of it, and the classes it is to reach. */
export interface Problem {
  readonly program: Program;
  readonly cells: Cells;
  readonly moves: readonly Move[];
  /** Places of classes in the set. */
  readonly goal: ReadonlySet<number>;
}

/**
 * The cheapest way under some conditions, or not `exact`, a small one. It is proved that there is `none`, or that none is
 * certain (`uncertain`) while figures are missing; `unknown` is that the search gave up.
 */
export type Sought =
  | FoundWay
  | { readonly kind: 'none' }
  | { readonly kind: 'uncertain' }
  | { readonly kind: 'unknown' };

/** Changes that reach the goal. */
export interface FoundWay {
  readonly kind: 'way';
  readonly point: Point;
  readonly cost: bigint;
  readonly classes: readonly number[];
  readonly exact: boolean;
}
