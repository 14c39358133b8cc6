import { NOT_APPLICABLE, PASS, UNKNOWN } from '../formula/index.ts';

/** Points of one unit: between `min` and `max` of `of`. */
export interface Score {
  readonly min: number;
  readonly max: number;
  readonly of: number;
}

/**
 * Counts the criteria that pass: one point each.
 *
 * @param states The states of the criteria that count.
 * @returns The score; criteria that are not applicable leave `of`. `null` when none applies: never 0.
 */
export function countScore(states: readonly number[]): Score | null {
  const applicable = states.filter((state) => state !== NOT_APPLICABLE);
  if (applicable.length === 0) return null;
  const passed = applicable.filter((state) => state === PASS).length;
  const open = applicable.filter((state) => state === UNKNOWN).length;
  return { min: passed, max: passed + open, of: applicable.length };
}
