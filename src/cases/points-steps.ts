import type { CriteriaSet, Criterion } from '../criteria/index.ts';
import { add, divide, gcd, max, min, multiply, ONE, type Rational, rational, subtract, ZERO } from '../number/index.ts';
import { magnitude } from './side.ts';

/** How far points can move. */
export interface PointsSteps {
  /** The least that one criterion, or the rounding, moves them by. */
  readonly least: Rational;
  /** Every total is a multiple of this while nothing is left out. */
  readonly grid: Rational;
}

/**
 * The steps in which the points of a criterion, or of the whole sheet, move: from one band to the next, all or nothing, one
 * deduction more. A straight line moves by the declared rounding, or by a tenth.
 *
 * @param criterion The criterion or group; `null` for the whole sheet.
 * @returns `null` where nothing can be earned.
 */
export function pointsSteps(set: CriteriaSet, criterion: string | null): PointsSteps | null {
  const rounding = set.score?.model === 'points' || set.score?.model === 'weighted' ? set.score.round : null;
  const finest = rounding?.to ?? rational(1n, 10n);
  const moves = itemsUnder(set, criterion).flatMap((item) =>
    movesOf(item, finest).map((move) => (criterion === null ? multiply(move, worth(set, item)) : move)),
  );
  const [first, ...rest] = moves.filter(({ num }) => num > 0n);
  if (first === undefined) return null;
  const steps: PointsSteps = {
    least: rest.reduce(min, first),
    grid: rest.reduce(commonStep, first),
  };
  if (criterion !== null || rounding === null) return steps;
  return { least: max(steps.least, rounding.to), grid: rounding.to };
}

/** The criteria that earn points by themselves, within one criterion or in all. */
function itemsUnder(set: CriteriaSet, criterion: string | null): readonly Criterion[] {
  const items = [...set.criteria.values()].filter(({ points, rule }) => points !== null && rule.kind !== 'group');
  return items.filter((item) => criterion === null || isWithin(set, item, criterion));
}

function isWithin(set: CriteriaSet, item: Criterion, group: string): boolean {
  if (item.id === group) return true;
  const above = item.group === null ? undefined : set.criteria.get(item.group);
  return above !== undefined && isWithin(set, above, group);
}

/** What one point of a criterion is worth in the total. */
function worth(set: CriteriaSet, item: Criterion): Rational {
  if (set.score?.model !== 'weighted') return ONE;
  const top = topOf(set, item);
  const weights = [...set.criteria.values()].flatMap(({ group, weight }) =>
    group === null && weight !== null ? weight : [],
  );
  const all = weights.reduce(add, ZERO);
  if (all.num === 0n || top.points === null || top.points.num === 0n) return ZERO;
  return divide(multiply(set.score.of, divide(top.weight ?? ZERO, all)), top.points);
}

function topOf(set: CriteriaSet, item: Criterion): Criterion {
  const above = item.group === null ? undefined : set.criteria.get(item.group);
  return above === undefined ? item : topOf(set, above);
}

function movesOf({ rule, points }: Criterion, finest: Rational): readonly Rational[] {
  switch (rule.kind) {
    case 'test':
      return [points ?? ZERO];
    case 'bands': {
      // From one band to the next points can rise as well.
      const earned = [...rule.bands.map((band) => band.points), ZERO];
      return earned.slice(1).map((lower, index) => magnitude(subtract(earned[index] ?? lower, lower)));
    }
    case 'scale':
      return [finest];
    case 'deduct':
      return [rule.each];
    case 'group':
      return [];
    default:
      return rule satisfies never;
  }
}

/** The greatest number of which both are multiples. */
function commonStep(a: Rational, b: Rational): Rational {
  return rational(gcd(a.num * b.den, b.num * a.den), a.den * b.den);
}
