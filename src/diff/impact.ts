import type { Assessments } from '../assess/index.ts';
import { compareAssessments, type SideBySide, type UnitPair } from '../compare/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import type { Dataset } from '../data/index.ts';
import { rank, type Ranking, type Summary, summarise } from '../rank/index.ts';
import { attribute, type Attribution, outcomeOf } from './attribution.ts';
import type { Comparison } from './changes.ts';
import { createHybrids } from './hybrid.ts';

/** What two sets come to on the same data. */
export interface Impact {
  readonly before: Assessments;
  readonly after: Assessments;
  /** Both sides with their places in the order, and every unit that moves. */
  readonly sides: SideBySide;
  readonly rankings: { readonly before: Ranking; readonly after: Ranking };
  readonly totals: { readonly before: Summary; readonly after: Summary };
  /** Units that keep their class and verdict and take another place. */
  readonly rankMoves: readonly UnitPair[];
  /** Which changes move whom; changes by their place among all changes. */
  readonly attribution: Attribution;
  readonly period: string | null;
  /** Indicators that one set needs and the data have not: their figures are unknown. */
  readonly missing: { readonly base: readonly string[]; readonly revision: readonly string[] };
}

/** How the sets meet the data. */
export interface ImpactTask {
  readonly comparison: Comparison;
  /**
   * Assesses the data by a set that has the base's or the revision's parts; of data that are not rolled up, only some rows
   * where they are named.
   */
  readonly assess: (set: CriteriaSet, rows?: readonly number[]) => Assessments;
  /** The period of rows that name none. */
  readonly period: string | null;
  readonly missing: Impact['missing'];
}

/** Assesses the same data by both sets, and finds which changes move whom. */
export function impactOf({ comparison, assess, period, missing }: ImpactTask): Impact {
  const { sets, named, planned } = comparison;
  const [before, after] = [assess(named.base), assess(named.revision)];
  const rankings = { before: rank(before), after: rank(after) };
  const sides = compareAssessments(before, after, {
    pairBy: 'code-and-period',
    before: { ranking: rankings.before, period },
    after: { ranking: rankings.after, period },
  });
  const moved = sides.moved.flatMap((pair) => pair.after?.row ?? []);
  const attribution = attribute({
    hybrids: createHybrids(sets, planned),
    before,
    after,
    moved,
    assess: (set, rows) => restricted(assess, set, rows, before.dataset),
  });
  return {
    before,
    after,
    sides,
    rankings,
    totals: { before: summarise(before), after: summarise(after) },
    rankMoves: sides.pairs.filter(hasOtherPlace),
    attribution,
    period,
    missing,
  };
}

/** Some rows of the data: rolled-up units come only all together. */
function restricted(
  assess: ImpactTask['assess'],
  set: CriteriaSet,
  rows: readonly number[],
  dataset: Dataset,
): (row: number) => string {
  if (rows.length === dataset.rows || set.from !== null) {
    const whole = assess(set);
    return (row) => outcomeOf(whole, row);
  }
  const places = new Map(rows.map((row, place) => [row, place]));
  const some = assess(set, rows);
  return (row) => outcomeOf(some, places.get(row) ?? -1);
}

function hasOtherPlace({ moved, before, after }: UnitPair): boolean {
  const [from, to] = [before?.rank ?? null, after?.rank ?? null];
  return !moved && from !== null && to !== null && (from.from !== to.from || from.to !== to.to);
}
