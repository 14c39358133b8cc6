import {
  type Column,
  columnsAboveIn,
  columnsIn,
  marginBetween,
  numberAt,
  observe,
  type Scope,
} from '../formula/index.ts';
import type { Rational } from '../number/index.ts';
import type { Threshold } from './thresholds.ts';

export type NumberThreshold = Extract<Threshold, { readonly kind: 'number' }>;

/**
 * How far the number of a case stands above its line (below: negative), in the units of the numerator where it is a ratio.
 *
 * @param columns Of the case, by name.
 * @returns `null` where a figure is missing or something is divided by nothing.
 */
export function marginOf(
  { left, right }: NumberThreshold,
  scope: Scope,
  columns: ReadonlyMap<string, Column>,
): Rational | null {
  const [observed, required] = [left, right].map((side) => observe(side, scope, (name) => figureIn(columns, name)));
  if (typeof observed !== 'object' || typeof required !== 'object') return null;
  return marginBetween(observed, required);
}

/** The figure of a case in a column; `null` when it is missing. */
export function figureIn(columns: ReadonlyMap<string, Column>, name: string): Rational | null {
  const column = columns.get(name);
  return column?.kind === 'number' ? numberAt(column, 0) : null;
}

/**
 * The columns whose figures move a number step by step: of a ratio those of its numerator, where there are any.
 *
 * @example of `(filed_addicts + filed_users) / residents >= 0.5%` // filed_addicts, filed_users
 */
export function movingColumns({ left, right }: NumberThreshold, scope: Scope): readonly string[] {
  const above = [left, right].flatMap((side) => columnsAboveIn(side, scope));
  return [...new Set(above.length > 0 ? above : [left, right].flatMap((side) => columnsIn(side, scope)))];
}
