import { compare, max, min } from '../number/index.ts';
import type { Score } from './score.ts';
import type { Outcome } from './standing.ts';

/** Classes and points that a unit can have. */
export type Found = Pick<Outcome, 'classes' | 'mayBeNone' | 'score'>;

/** Collects outcomes. */
export interface Tally {
  readonly add: (outcome: Found) => void;
  /** All that was collected. */
  readonly total: () => Found;
  /** Whether everything an outcome could still become was collected: then there is nothing more to find in it. */
  readonly covers: (other: Found) => boolean;
}

export function createTally(): Tally {
  const classes = new Set<number>();
  let mayBeNone = false;
  let score: Score | null = null;
  let mayHaveNone = false;
  return {
    add(outcome) {
      for (const found of outcome.classes) classes.add(found);
      mayBeNone ||= outcome.mayBeNone;
      score = spread(score, outcome.score);
      mayHaveNone ||= outcome.score?.mayBeNone ?? true;
    },
    // Rows that raise the same questions share it.
    total: () => ({
      classes: Object.freeze([...classes].sort((a, b) => a - b)),
      mayBeNone,
      score: score === null ? null : { ...score, mayBeNone: mayHaveNone },
    }),
    covers: (other) =>
      other.classes.every((found) => classes.has(found)) &&
      (mayBeNone || !other.mayBeNone) &&
      (mayHaveNone || other.score?.mayBeNone === false) &&
      (other.score === null || isWithin(other.score, score)),
  };
}

function isWithin(score: Score, all: Score | null): boolean {
  if (all === null) return false;
  return compare(all.min, score.min) <= 0 && compare(score.max, all.max) <= 0 && compare(score.of, all.of) <= 0;
}

function spread(all: Score | null, score: Score | null): Score | null {
  if (all === null || score === null) return all ?? score;
  return { ...score, min: min(all.min, score.min), max: max(all.max, score.max), of: max(all.of, score.of) };
}

/** What is left of an outcome where another is known to hold as well. */
export function within<T extends Found>(outcome: T, other: Found): T {
  return {
    ...outcome,
    classes: outcome.classes.filter((found) => other.classes.includes(found)),
    mayBeNone: outcome.mayBeNone && other.mayBeNone,
    score: outcome.score === null || other.score === null ? outcome.score : common(outcome.score, other.score),
  };
}

function common(score: Score, other: Score): Score {
  return {
    min: max(score.min, other.min),
    max: min(score.max, other.max),
    of: min(score.of, other.of),
    mayBeNone: score.mayBeNone && other.mayBeNone,
  };
}
