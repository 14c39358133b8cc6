import type { Criterion, CriteriaSet, Rounding } from '../criteria/index.ts';
import { compare, divide, isInteger, min, type Rational, ZERO } from '../number/index.ts';
import type { Pair } from './change.ts';
import { mayEarnOfNothing } from './left-out.ts';
import { roundingWay } from './rule-effects.ts';
import { BOTH, join, opposite, type Sign, signOf, STILL, UP } from './sign.ts';

/*
 * A change can go one way with what is earned and another with what can be earned. A share of points hangs on both, the
 * points themselves on the first.
 */

/** Which way what is earned goes, and what can be earned. */
export interface PointsWay {
  readonly earned: Sign;
  readonly available: Sign;
}

/** Whether a criterion may earn less than nothing. */
export function mayCost({ rule }: Criterion): boolean {
  switch (rule.kind) {
    case 'bands':
      return rule.bands.some(({ points }) => points.num < 0n);
    case 'scale':
      return rule.steps.some(({ points }) => points.num < 0n);
    case 'deduct':
      return rule.floor.num < 0n;
    default:
      return false;
  }
}

function mayCostAnything({ criteria }: CriteriaSet): boolean {
  return [...criteria.values()].some(mayCost);
}

/** Another cap limits what is earned; what can be earned only where it is less than the points of the parts. */
export function capWay(base: Criterion, revision: Criterion): PointsWay {
  const fulls = [base.points ?? ZERO, revision.points ?? ZERO];
  const ways = fulls.map((full) => {
    const [from, to] = [capOf(base) ?? full, capOf(revision) ?? full];
    return { earned: signOf(compare(to, from)), available: signOf(compare(min(to, full), min(from, full))) };
  });
  return ways.reduce(joined);
}

function joined(a: PointsWay, b: PointsWay): PointsWay {
  return { earned: join(a.earned, b.earned), available: join(a.available, b.available) };
}

function capOf({ rule }: Criterion): Rational | null {
  return rule.kind === 'group' ? rule.cap : null;
}

/** What a criterion counts for where it does not apply. */
const COUNTS: Readonly<Record<Criterion['notApplicable'], { readonly earned: 0 | 1; readonly available: 0 | 1 }>> = {
  fail: { earned: 0, available: 1 },
  exclude: { earned: 0, available: 0 },
  pass: { earned: 1, available: 1 },
};

/** Which way points go when a criterion that does not apply counts as something else. */
export function policyPoints(before: Criterion, after: Criterion, sets: Pair<CriteriaSet>): PointsWay {
  const [from, to] = [COUNTS[before.notApplicable], COUNTS[after.notApplicable]];
  const way = { earned: signOf(to.earned - from.earned), available: signOf(to.available - from.available) };
  const isAlike = way.earned === way.available && isOnTop(before, sets.base) && isOnTop(after, sets.revision);
  return isAlike ? { ...way, available: STILL } : way;
}

/** Whether points that are earned in full, as much more as can be earned, raise every share of the whole that there is. */
function isOnTop({ group, bonus, points }: Criterion, set: CriteriaSet): boolean {
  const { score } = set;
  if (group !== null || bonus || score === null || score.model === 'count' || mayEarnOfNothing(set)) return false;
  return score.model === 'weighted' || isRoundedAlike(points ?? ZERO, score.round);
}

/** Whether a sum is rounded by as much without some points in it. */
function isRoundedAlike(points: Rational, round: Rounding | null): boolean {
  return round === null || (round.mode !== 'half-even' && isInteger(divide(points, round.to)));
}

/**
 * Which way points go when a criterion applies to more units, or to fewer.
 *
 * @param met Which way it goes with being met.
 */
export function appliesPoints(criterion: Criterion, met: Sign, set: CriteriaSet): PointsWay {
  const { rule, notApplicable } = criterion;
  // Of a group that applies, parts may be left out, and then less can be earned than where it does not apply.
  const fewer = notApplicable === 'pass' ? met : opposite(met);
  return {
    earned: isBetween(criterion, set) ? met : join(met, opposite(met)),
    available: rule.kind === 'group' ? fewer : STILL,
  };
}

/** Whether a criterion that applies earns no more than one that counts as met, and no less than one that does not. */
function isBetween({ rule, points, notApplicable }: Criterion, set: CriteriaSet): boolean {
  if (notApplicable !== 'pass') return !mayCostAnything(set);
  return rule.kind !== 'group' || rule.cap === null || compare(rule.cap, points ?? ZERO) <= 0;
}

/** Which way new points on top go. */
export function newBonusWay(criterion: Criterion, set: CriteriaSet): Sign {
  // By weight, a criterion draws the mean to its own share.
  const isWeighed = criterion.group === null && set.score?.model === 'weighted';
  return isWeighed || mayCost(criterion) ? BOTH : UP;
}

/** A bonus is on top: more of it is never worse. Other points also change what can be earned. */
export function otherPointsWay(base: Criterion, revision: Criterion): Sign {
  const [from, to] = [base.points ?? ZERO, revision.points ?? ZERO];
  if (!base.bonus || !revision.bonus || base.rule.kind !== 'test' || revision.rule.kind !== 'test') return BOTH;
  // Where there were none, there was nothing to hold against a line.
  return from.num === 0n || to.num === 0n ? BOTH : signOf(compare(to, from));
}

/** Rounding up makes less of what is below 0. */
export function roundedWay(
  before: Rounding | null,
  after: Rounding | null,
  { base, revision }: Pair<CriteriaSet>,
): Sign {
  const way = roundingWay(before, after);
  return mayCostAnything(base) || mayCostAnything(revision) ? join(way, opposite(way)) : way;
}
