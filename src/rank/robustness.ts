import { type Assessments, leftOutInTurn, underWeights, weighedCriteria } from '../assess/index.ts';
import { noRow } from '../data/index.ts';
import { integer, multiply, ONE, type Rational, rational, ZERO } from '../number/index.ts';
import { seededDraws } from './draws.ts';
import { type Ranking, rank, requireRanking } from './rank.ts';

/** How other weights are drawn. */
export interface SamplingRule {
  /** How many times: a whole number; 0 draws nothing. */
  readonly samples: number;
  /** The start of the generator, from 1 to 2³² − 1. */
  readonly seed: number;
  /** How far weights are changed, in whole percents up and down, 0 to 100; every whole percent in between is as likely. */
  readonly percent: number;
}

/** What is drawn unless told otherwise. */
const SAMPLING: SamplingRule = { samples: 200, seed: 20_240_613, percent: 10 };

/** How well the places of a ranking bear other weights. */
export interface Robustness {
  readonly rule: SamplingRule;
  /** The criteria that were left out in turn, by id. */
  readonly leftOut: readonly string[];
  /** How many places a unit may move up or down and still have a robust place. */
  readonly allowance: (row: number) => number;
  readonly of: (row: number) => UnitRobustness;
}

/** The places of one unit under other weights. */
export interface UnitRobustness {
  readonly weights: PlaceRange & {
    /** In how many draws its place was the same. */
    readonly kept: number;
  };
  readonly leaveOneOut: PlaceRange & {
    /** The criteria without which it stands first and last; `null` where it moves neither way. */
    readonly first: string | null;
    readonly last: string | null;
  };
}

/** First and last place, its own among them. */
export interface PlaceRange {
  readonly from: number;
  readonly to: number;
  /** Whether the place moves no further than is allowed. */
  readonly robust: boolean;
}

/** A place is robust when it moves by no more than this part of the units that are ranked together. */
const ALLOWED_PART = rational(1n, 20n);

/**
 * Ranks units again under other weights: `samples` times with every weight multiplied by a factor of its own, and once
 * without each criterion.
 *
 * A factor is a whole percentage from 100 − `percent` to 100 + `percent`, each as likely, drawn in the order of the criteria
 * by a seeded generator. Then all are scaled so that the points still add up to the same total. Points, gates on points and
 * classes follow; whether a criterion is met does not change. All numbers are exact. A place is robust when it moves by no
 * more than one twentieth of the units that are ranked together, rounded up.
 *
 * @param assessments Units assessed under a set with points or weights.
 * @param ranking Their order among all units of their period, as `rank(assessments)` gives it.
 * @param rule How weights are drawn.
 * @throws {RangeError} For a rule that nothing can be drawn by, and the order of other units.
 * @returns `null` where the set has no points of its own: then there are no weights to change.
 * @example robustness(assessments, ranking) // null
 */
export function robustness(
  assessments: Assessments,
  ranking: Ranking,
  rule: SamplingRule = SAMPLING,
): Robustness | null {
  requireRule(rule);
  requireRanking(assessments, ranking);
  const { program, dataset } = assessments;
  const weighed = weighedCriteria(program);
  if (weighed.length === 0) return null;
  const ids = [...program.set.criteria.keys()];
  const drawn = drawnWeights(weighed, ids.length, rule).flatMap((factors) => rankedUnder(assessments, factors) ?? []);
  const without = leftOutInTurn(program).flatMap((number) => {
    const order = rankedUnder(
      assessments,
      ids.map((_, other) => (other === number ? ZERO : ONE)),
    );
    return order === null ? [] : [{ id: ids[number] ?? '', order }];
  });
  // The same bounds for units with missing figures as the other rankings have.
  const own = rankedUnder(assessments, []) ?? ranking;
  const allowance = (row: number): number => allowedMove(ranking.of[row] ?? noRow(row));
  const units = Array.from({ length: dataset.rows }, (_, row): UnitRobustness => {
    const place = { row, own, allowance: allowance(row) };
    return { weights: underDrawn(place, drawn), leaveOneOut: underLeaving(place, without) };
  });
  return { rule, leftOut: without.map(({ id }) => id), allowance, of: (row) => units[row] ?? noRow(row) };
}

function requireRule({ samples, percent }: SamplingRule): void {
  if (!Number.isSafeInteger(samples) || samples < 0) throw new RangeError(`no number of samples: ${samples}`);
  if (!Number.isInteger(percent) || percent < 0 || percent > 100)
    throw new RangeError(`no whole percentage: ${percent}`);
}

function rankedUnder(assessments: Assessments, factors: readonly Rational[]): Ranking | null {
  const weighed = underWeights(assessments, factors);
  return weighed === null ? null : rank(weighed);
}

/** For each sample a factor for every criterion; those without a weight of their own keep 1. */
function drawnWeights(
  weighed: readonly number[],
  criteria: number,
  { samples, seed, percent }: SamplingRule,
): readonly (readonly Rational[])[] {
  const draw = seededDraws(seed);
  return Array.from({ length: samples }, () => {
    const factors = new Map(
      weighed.map((number) => [number, rational(BigInt(100 - percent + draw(2 * percent + 1)), 100n)]),
    );
    return Array.from({ length: criteria }, (_, number) => factors.get(number) ?? ONE);
  });
}

/** The place of a row in the ranking that others are held against. */
interface Place {
  readonly row: number;
  readonly own: Ranking;
  readonly allowance: number;
}

function underDrawn(place: Place, drawn: readonly Ranking[]): UnitRobustness['weights'] {
  const { row, own } = place;
  const all = [own, ...drawn];
  const from = Math.min(...all.map((order) => order.from[row] ?? 0));
  const to = Math.max(...all.map((order) => order.to[row] ?? 0));
  const kept = drawn.filter((order) => order.from[row] === own.from[row] && order.to[row] === own.to[row]).length;
  return { from, to, kept, robust: staysNear(from, to, place) };
}

function underLeaving(
  place: Place,
  without: readonly { readonly id: string; readonly order: Ranking }[],
): UnitRobustness['leaveOneOut'] {
  const { row, own } = place;
  let [from, to] = [own.from[row] ?? 0, own.to[row] ?? 0];
  let [first, last]: [string | null, string | null] = [null, null];
  for (const { id, order } of without) {
    const [best, worst] = [order.from[row] ?? 0, order.to[row] ?? 0];
    if (best < from) [from, first] = [best, id];
    if (worst > to) [to, last] = [worst, id];
  }
  return { from, to, first, last, robust: staysNear(from, to, place) };
}

function staysNear(from: number, to: number, { row, own, allowance }: Place): boolean {
  return (own.from[row] ?? 0) - from <= allowance && to - (own.to[row] ?? 0) <= allowance;
}

function allowedMove(units: number): number {
  const { num, den } = multiply(integer(units), ALLOWED_PART);
  return Number((num + den - 1n) / den);
}
