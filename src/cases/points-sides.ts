import type { Assessments } from '../assess/index.ts';
import { type CriteriaSet, numberOf } from '../criteria/index.ts';
import { compare, divide, equal, isInteger, multiply, type Rational, sign, subtract } from '../number/index.ts';
import { pointsSteps } from './points-steps.ts';
import { type Side, sideOf } from './side.ts';
import type { Threshold } from './thresholds.ts';

export type PointsThreshold = Extract<Threshold, { readonly kind: 'points' }>;

/** Where a case stands by points that a class asks for; `null` is further than one step away, or open. */
export function pointsSide(threshold: PointsThreshold, assessments: Assessments): Side | null {
  const found = earnedBy(threshold, assessments);
  const steps = pointsSteps(assessments.program.set, threshold.criterion);
  if (found === null || steps === null) return null;
  return sideOf(subtract(found.earned, lineOf(threshold, found.available)), steps.least);
}

/** Whether the points a class asks for are exact in a case. */
export function knowsPoints(threshold: PointsThreshold, assessments: Assessments): boolean {
  return earnedBy(threshold, assessments) !== null;
}

/** Whether points can stand on a side at all, when everything applies. */
export function canEarn(threshold: PointsThreshold, side: Side, set: CriteriaSet): boolean {
  const available = availableIn(set, threshold.criterion);
  const steps = pointsSteps(set, threshold.criterion);
  if (available === null || steps === null) return false;
  const line = lineOf(threshold, available);
  switch (side) {
    case 'under':
      return sign(line) > 0;
    case 'at':
      return isInteger(divide(line, steps.grid));
    case 'over':
      return compare(line, available) < 0;
    default:
      return side satisfies never;
  }
}

interface Points {
  readonly earned: Rational;
  readonly available: Rational;
}

function earnedBy({ criterion }: PointsThreshold, assessments: Assessments): Points | null {
  if (criterion === null) {
    const score = assessments.score(0);
    return score !== null && equal(score.min, score.max) ? { earned: score.min, available: score.of } : null;
  }
  const place = numberOf(assessments.program.set.criteria, criterion);
  const found = assessments.points(0)[place] ?? null;
  if (found === null) return null;
  const { earned, available } = found;
  const isExact = equal(earned.least, earned.most) && equal(available.least, available.most);
  return isExact ? { earned: earned.least, available: available.least } : null;
}

function availableIn(set: CriteriaSet, criterion: string | null): Rational | null {
  if (criterion !== null) return set.criteria.get(criterion)?.points ?? null;
  return set.score === null || set.score.model === 'count' ? null : set.score.of;
}

function lineOf({ bound, share }: PointsThreshold, available: Rational): Rational {
  return share ? multiply(bound, available) : bound;
}
