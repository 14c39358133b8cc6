import { NOT_APPLICABLE, PASS, UNKNOWN } from '../formula/index.ts';
import { integer, type Rational } from '../number/index.ts';
import { type Earned, earnedInAll, rounded } from './earned.ts';
import type { Sheet } from './sheet.ts';

/** Points of one unit: between `min` and `max` of the `of` that can be earned. */
export interface Score {
  readonly min: Rational;
  readonly max: Rational;
  readonly of: Rational;
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
  return { min: integer(passed), max: integer(passed + open), of: integer(applicable.length) };
}

/** The points of a sheet, rounded as declared; `null` when nothing applies. */
export function sheetScore(sheet: Sheet, results: readonly (Earned | null)[]): Score | null {
  const all = earnedInAll(sheet, results);
  if (all === null) return null;
  const { least, most } = rounded(sheet, all.earned);
  return { min: least, max: most, of: all.available.most };
}
