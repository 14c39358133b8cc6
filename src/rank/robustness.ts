import { type Assessments, leftOutInTurn, underWeights, weighedCriteria } from '../assess/index.ts';
import { noRow } from '../data/index.ts';
import { integer, multiply, ONE, type Rational, rational, ZERO } from '../number/index.ts';
import { seededDraws } from './draws.ts';
import { placesAmong, type Ranking, requireRanking, rowsByPeriod } from './rank.ts';

/** How other weights are drawn. */
export interface SamplingRule {
  /** How many times: a whole number up to 100,000; 0 draws nothing. */
  readonly samples: number;
  /** The start of the generator, from 1 to 2³² − 1. */
  readonly seed: number;
  /** How far weights are changed, in whole percents up and down, 0 to 100; every whole percent in between is as likely. */
  readonly percent: number;
}

/** More draws take minutes for one unit, and tell nothing more. */
const MOST_SAMPLES = 100_000;

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
  const parts = rowsByPeriod(dataset.units);
  const placesUnder = (factors: readonly Rational[]): Places | null => {
    const changed = underWeights(assessments, factors);
    return changed === null ? null : placesAmong(changed, parts);
  };
  // The same bounds for units with missing figures as the other rankings have.
  const own = placesUnder([]) ?? ranking;
  const drawn = rangesAround(own);
  for (const factors of drawnWeights(weighed, ids.length, rule)) {
    const places = placesUnder(factors);
    if (places !== null) widen(drawn, places, own);
  }
  const without = rangesAround(own);
  const leftOut: string[] = [];
  for (const number of leftOutInTurn(program)) {
    const places = placesUnder(ids.map((_, other) => (other === number ? ZERO : ONE)));
    if (places === null) continue;
    widen(without, places, own, leftOut.length);
    leftOut.push(ids[number] ?? '');
  }
  const allowance = (row: number): number => allowedMove(ranking.of[row] ?? noRow(row));
  const staysNear = (row: number, from: number, to: number): boolean =>
    (own.from[row] ?? 0) - from <= allowance(row) && to - (own.to[row] ?? 0) <= allowance(row);
  const rangeOf = ({ from, to }: Ranges, row: number): PlaceRange => {
    const [best, worst] = [from[row] ?? 0, to[row] ?? 0];
    return { from: best, to: worst, robust: staysNear(row, best, worst) };
  };
  const units = Array.from({ length: dataset.rows }, (_, row): UnitRobustness => {
    const weights = rangeOf(drawn, row);
    const leaveOneOut = rangeOf(without, row);
    return {
      weights: { from: weights.from, to: weights.to, kept: drawn.kept[row] ?? 0, robust: weights.robust },
      leaveOneOut: {
        from: leaveOneOut.from,
        to: leaveOneOut.to,
        first: leftOut[without.first[row] ?? NOBODY] ?? null,
        last: leftOut[without.last[row] ?? NOBODY] ?? null,
        robust: leaveOneOut.robust,
      },
    };
  });
  return { rule, leftOut, allowance, of: (row) => units[row] ?? noRow(row) };
}

function requireRule({ samples, percent }: SamplingRule): void {
  if (!Number.isInteger(samples) || samples < 0 || samples > MOST_SAMPLES)
    throw new RangeError(`no number of samples up to ${MOST_SAMPLES}: ${samples}`);
  if (!Number.isInteger(percent) || percent < 0 || percent > 100)
    throw new RangeError(`no whole percentage: ${percent}`);
}

/** For each sample, when its turn comes, a factor for every criterion; those without a weight of their own keep 1. */
function* drawnWeights(
  weighed: readonly number[],
  criteria: number,
  { samples, seed, percent }: SamplingRule,
): Generator<readonly Rational[]> {
  const draw = seededDraws(seed);
  for (let sample = 0; sample < samples; sample += 1) {
    const factors = new Map(
      weighed.map((number) => [number, rational(BigInt(100 - percent + draw(2 * percent + 1)), 100n)]),
    );
    yield Array.from({ length: criteria }, (_, number) => factors.get(number) ?? ONE);
  }
}

type Places = Pick<Ranking, 'from' | 'to'>;

/** The places that rows have taken so far, their own among them. */
interface Ranges extends Places {
  /** How many times a row had its own place. */
  readonly kept: Uint32Array;
  /** Which ranking first gave a row the best of its places, and the worst; `NOBODY` where that is its own. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const NOBODY = -1;

function rangesAround({ from, to }: Places): Ranges {
  const { length } = from;
  return {
    from: from.slice(),
    to: to.slice(),
    kept: new Uint32Array(length),
    first: new Int32Array(length).fill(NOBODY),
    last: new Int32Array(length).fill(NOBODY),
  };
}

/** Takes in the places of one more ranking, so that none of them has to be kept. */
function widen(ranges: Ranges, { from, to }: Places, own: Places, by = NOBODY): void {
  for (let row = 0; row < from.length; row += 1) {
    const [best, worst] = [from[row] ?? 0, to[row] ?? 0];
    if (best === own.from[row] && worst === own.to[row]) ranges.kept[row] = (ranges.kept[row] ?? 0) + 1;
    if (best < (ranges.from[row] ?? 0)) {
      ranges.from[row] = best;
      ranges.first[row] = by;
    }
    if (worst > (ranges.to[row] ?? 0)) {
      ranges.to[row] = worst;
      ranges.last[row] = by;
    }
  }
}

function allowedMove(units: number): number {
  const { num, den } = multiply(integer(units), ALLOWED_PART);
  return Number((num + den - 1n) / den);
}
