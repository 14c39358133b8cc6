import { classScopeOf, type CriteriaSet, type Criterion, reaches, type Step } from '../criteria/index.ts';
import {
  type Compared,
  comparisonsIn,
  type Formula,
  isChoice,
  type NumberLiteral,
  printFormula,
  type Scope,
} from '../formula/index.ts';
import type { Position } from '../messages/index.ts';
import { compare, divide, min, type Rational, subtract, ZERO } from '../number/index.ts';

/** A line that a result turns on: a number compared with another, or points compared with a bound. */
export type Threshold = {
  /** The criterion or class it belongs to, by id. */
  readonly of: string;
  /** The comparison as a formula. */
  readonly text: string;
  readonly at: Position;
} & (
  | { readonly kind: 'number'; readonly left: Formula; readonly right: Formula }
  /** `criterion` is `null` for the points of the whole sheet; a `share` is one of what can be earned. */
  | { readonly kind: 'points'; readonly criterion: string | null; readonly bound: Rational; readonly share: boolean }
);

/**
 * Every threshold of a set: comparisons of numbers in tests, conditions of application and classes, the values of bands and
 * scales, where deductions begin and where they end, and the points that classes ask for. Choices and yes-or-no figures
 * have no threshold.
 *
 * @returns In the order of the set; one that a criterion or class names twice stands once.
 */
export function thresholdsOf(set: CriteriaSet): readonly Threshold[] {
  const scope = classScopeOf(set);
  const found = [
    ...[...set.criteria.values()].flatMap((criterion) =>
      comparisonsOf(criterion).flatMap((comparison) => thresholdOf(criterion.id, comparison, scope)),
    ),
    ...[...set.classes.values()].flatMap(({ id, when }) =>
      (when === null ? [] : comparisonsIn(when)).flatMap((comparison) => thresholdOf(id, comparison, scope)),
    ),
  ];
  return [...new Map(found.map((threshold) => [thresholdKey(threshold), threshold])).values()];
}

/** What makes a threshold the same under several readings: its place and its comparison. */
export function thresholdKey({ of, text }: Threshold): string {
  return `${of}\n${text}`;
}

function comparisonsOf(criterion: Criterion): readonly Compared[] {
  const applies = criterion.appliesWhen === null ? [] : comparisonsIn(criterion.appliesWhen);
  return [...applies, ...ruleComparisons(criterion)];
}

function ruleComparisons({ rule, points, at }: Criterion): readonly Compared[] {
  switch (rule.kind) {
    case 'test':
      return comparisonsIn(rule.test);
    case 'bands':
      return rule.bands.flatMap((band) => comparisonsIn(reaches(rule.on, band, '>=', at)));
    case 'scale':
      return rule.steps.flatMap((step) => comparisonsIn(reaches(rule.on, step, '>=', at)));
    case 'deduct': {
      const whole = subtract(points ?? ZERO, rule.floor);
      const most = rule.most === null ? whole : min(rule.most, whole);
      const isFree = rule.each.num === 0n || compare(most, ZERO) <= 0;
      const ends: readonly Step[] = isFree ? [] : [{ at: divide(most, rule.each), percent: false, points: ZERO }];
      const begins: Step = { at: ZERO, percent: false, points: ZERO };
      return [
        ...comparisonsIn(reaches(rule.per, begins, '<=', at)),
        ...ends.flatMap((step) => comparisonsIn(reaches(rule.per, step, '>=', at))),
      ];
    }
    case 'group':
      return [];
    default:
      return rule satisfies never;
  }
}

function thresholdOf(of: string, comparison: Compared, scope: Scope): readonly Threshold[] {
  const { left, right, at } = comparison;
  const base = { of, text: printFormula(comparison), at };
  if (isChoice(left, scope)) return [];
  const points = pointsOf(left, scope);
  if (points === null) return [{ ...base, kind: 'number', left, right }];
  const bound = boundOf(right);
  return bound === null ? [] : [{ ...base, ...points, kind: 'points', bound: bound.value, share: bound.percent }];
}

/** The points on the left of a comparison of a class: `score`, `points(A)`. */
function pointsOf(left: Formula, scope: Scope): { readonly criterion: string | null } | null {
  if (left.kind === 'name') return scope.lookup(left.name)?.kind === 'score' ? { criterion: null } : null;
  const [part] = left.kind === 'call' && left.name === 'points' ? left.args : [];
  return part?.kind === 'name' ? { criterion: part.name } : null;
}

function boundOf(right: Formula): NumberLiteral | null {
  return right.kind === 'number' ? right : null;
}
