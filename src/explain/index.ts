export { type Decisive, decisiveFinding } from './decisive.ts';
export { cellsBehind, type CellsBehind, type KeptRows, keptRows } from './cells-behind.ts';
export { decidingCriteria } from './deciding.ts';
export {
  asState,
  type ComparisonFinding,
  conditionReader,
  type Finding,
  type GroupFinding,
  findingOf,
  findingReader,
  observedIn,
} from './finding.ts';
export { decidingGates, type GateFinding } from './gates.ts';
export { closingChecks } from './closing-checks.ts';
export { isUnsettled, type MissingCell, missingCells } from './missing.ts';
export { missingBehind } from './missing-behind.ts';
export type { BlockedCriterion } from './blocked.ts';
export { type Change, type Figure, type NoWay, type Way, type WayGoal, type Ways, waysToPass } from './ways.ts';
export type { Range } from './range.ts';
export { type NearChange, nearTheLine } from './near.ts';
export { classIfOtherwise } from './otherwise.ts';
export { STATE_WORDS, stateWord } from './state-word.ts';
export { distanceOf, type Turn, turnOf } from './turn.ts';
