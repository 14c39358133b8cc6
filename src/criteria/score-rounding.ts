import type { Rounding, ScoreModel } from './criteria-set.ts';

/** How the total is rounded; `null` where it is not, or criteria are only counted. */
export function roundingOf(score: ScoreModel | null): Rounding | null {
  return score === null || score.model === 'count' ? null : score.round;
}
