import type { Formula } from './formula.ts';

/** The functions of numbers and how many arguments they take; `most` is `null` where there is no limit. */
export const FUNCTIONS: ReadonlyMap<string, { readonly least: number; readonly most: number | null }> = new Map([
  ['min', { least: 2, most: null }],
  ['max', { least: 2, most: null }],
  ['abs', { least: 1, most: 1 }],
  // A number one period earlier; the sum of a number over this and the n − 1 periods before.
  ['prev', { least: 1, most: 1 }],
  ['last', { least: 2, most: 2 }],
]);

/** How far back `last` reaches at most, in periods. */
export const MOST_PERIODS = 20;

/** The n of `last(n, x)`, or `null` when it is no whole number from 1 to {@link MOST_PERIODS}. */
export function periodsOf(count: Formula | undefined): number | null {
  if (count?.kind !== 'number' || count.percent || count.value.den !== 1n) return null;
  const periods = Number(count.value.num);
  return periods >= 1 && periods <= MOST_PERIODS ? periods : null;
}
