export {
  type PlaceRange,
  robustness,
  type Robustness,
  type SamplingRule,
  type UnitRobustness,
} from './robustness.ts';
export { type Group, groupBy, type Grouping } from './groups.ts';
export { type PartRanking, partRanking } from './part-ranking.ts';
export type { Places } from './places.ts';
export { type Ranking, rank, requireRanking, rowsByPeriod } from './rank.ts';
export { type Selection, selectUnits, VERDICTS } from './selection.ts';
export { type Registered, requireSummary, type Summary, summarise, type TargetProgress } from './summary.ts';
