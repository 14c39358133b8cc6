import type { Assessments } from '../assess/index.ts';
import { type CriteriaSet, numberOf } from '../criteria/index.ts';
import { once, rememberedOf } from '../formula/index.ts';
import { compare, equal, max, min, multiply, type Rational, sign, subtract } from '../number/index.ts';
import { type AttainablePoints, attainablePoints } from './attainable-points.ts';
import { magnitude, type Side, sideOf } from './side.ts';
import type { Threshold } from './thresholds.ts';

export type PointsThreshold = Extract<Threshold, { readonly kind: 'points' }>;

/** Where a case stands by points that a class asks for; `null` is further than what lies next to it, or open. */
export function pointsSide(threshold: PointsThreshold, assessments: Assessments): Side | null {
  const found = earnedBy(threshold, assessments);
  const attainable = attainableIn(assessments.program.set)(threshold.criterion);
  if (found === null || attainable === null) return null;
  const line = lineOf(threshold, found.available);
  const margin = subtract(found.earned, line);
  return sideOf(margin, nearness(attainable, line, sign(margin)));
}

/** How far from a line points may lie to count as next to it: one step, or as far as the nearest that can be earned. */
function nearness({ values, step }: AttainablePoints, line: Rational, side: number): Rational {
  const distances = values.map((value) => subtract(value, line)).filter((distance) => sign(distance) === side);
  const [first, ...rest] = distances.map(magnitude);
  return first === undefined ? step : max(step, rest.reduce(min, first));
}

/** What a set lets earn is the same for every case. */
const attainableIn = rememberedOf((set: CriteriaSet) => {
  const known = once<string | null, AttainablePoints | null>();
  return (criterion: string | null) => known(criterion, () => attainablePoints(set, criterion));
});

/** Whether the points a class asks for are exact in a case. */
export function knowsPoints(threshold: PointsThreshold, assessments: Assessments): boolean {
  return earnedBy(threshold, assessments) !== null;
}

/** Whether points can stand on a side at all, when everything applies. */
export function canEarn(threshold: PointsThreshold, side: Side, set: CriteriaSet): boolean {
  const available = availableIn(set, threshold.criterion);
  const attainable = attainableIn(set)(threshold.criterion);
  if (available === null || attainable === null) return false;
  const line = lineOf(threshold, available);
  return attainable.values.some((value) => compare(value, line) === SIGN_OF[side]);
}

const SIGN_OF: Readonly<Record<Side, number>> = { under: -1, at: 0, over: 1 };

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
