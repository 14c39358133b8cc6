import type { Ties } from '../../src/criteria/index.ts';

/** First and last place. */
export type Interval = readonly [first: number, last: number];

/** The places of vectors, smaller is better, by comparing each with each; they are in the order of their codes. */
export function placesOf(vectors: readonly (readonly number[])[], ties: Ties): readonly number[] {
  const keys = ties === 'ordinal' ? vectors.map((vector, code) => [...vector, code]) : vectors;
  return keys.map((own) => {
    const better = keys.filter((other) => isBefore(other, own));
    return 1 + (ties === 'dense' ? new Set(better.map((other) => other.join(' '))).size : better.length);
  });
}

/** Whether one vector is better: the first figure that differs is smaller. */
export function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const key = a.findIndex((value, index) => value !== b[index]);
  return key >= 0 && (a[key] ?? 0) < (b[key] ?? 0);
}

/** All ways to choose one of each list. */
export function* choices<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const others of choices(rest)) for (const own of first) yield [own, ...others];
}

/** The places that rows take at best and at worst over some outcomes. */
export function reached(outcomes: Iterable<readonly number[]>): readonly Interval[] {
  const found: [number, number][] = [];
  for (const places of outcomes)
    for (const [row, place] of places.entries()) {
      const [first, last] = found[row] ?? [place, place];
      found[row] = [Math.min(first, place), Math.max(last, place)];
    }
  return found;
}
