import { compareAt, type Side } from './sides.ts';

/*
 * Units that are level share a place, and where the next place is the next number, a place counts the levels in front of it.
 * How many levels some units are on hangs on those that are open: any of them may be level with another, or with none.
 */

/**
 * The fewest levels that the first rows of a list can be on, by how many rows: the fewest values of which every row can take
 * one. Taking the worst of each row that can take no value taken before gives them.
 *
 * @param byWorst Rows in order of what they are at worst.
 */
export function fewestLevels(byWorst: Uint32Array, best: Side, worst: Side): Int32Array {
  const levels = new Int32Array(byWorst.length + 1);
  let taken: number | null = null;
  for (let index = 0; index < byWorst.length; index += 1) {
    const row = byWorst[index] ?? 0;
    const isNew = taken === null || compareAt(worst, taken, best, row) < 0;
    if (isNew) taken = row;
    levels[index + 1] = (levels[index] ?? 0) + Number(isNew);
  }
  return levels;
}

/**
 * The most levels that the first rows of a list can be on, by how many rows: those of the rows that are known, and one more
 * for every row that is open.
 *
 * @param byBest Rows in order of what they are at best.
 */
export function mostLevels(byBest: Uint32Array, best: Side, worst: Side): Int32Array {
  const levels = new Int32Array(byBest.length + 1);
  let known: number | null = null;
  for (let index = 0; index < byBest.length; index += 1) {
    const row = byBest[index] ?? 0;
    const isOpen = compareAt(best, row, worst, row) < 0;
    const isNew = isOpen || known === null || compareAt(best, known, best, row) < 0;
    if (!isOpen) known = row;
    levels[index + 1] = (levels[index] ?? 0) + Number(isNew);
  }
  return levels;
}
