export { type Ranking, rank } from './rank.ts';
export { type Summary, summarise, type TargetProgress } from './summary.ts';
