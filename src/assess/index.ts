export {
  type Assessments,
  type Assessor,
  cellsOf,
  compile,
  earlierColumns,
} from './assess.ts';
export { assess, rowsGiven } from './assess-rows.ts';
export { type Candidates, findCandidates, findClasses } from './candidates.ts';
export { boundsInRow, boundsWithin } from './cell-bounds.ts';
export { type Earned, earnedByParts, type Interval, isExact, isNothing, pointsAbove } from './earned.ts';
export { boundBeforeRounding, gatedPoints } from './gates.ts';
export { type Hanging, hangingIn, isMissingIn, isOpenIn } from './hanging.ts';
export { cellsAt, isWithin, joined, NOWHERE, type Point, pointKey, readOnce } from './point.ts';
export { gatesIf } from './otherwise.ts';
export { classOutcome } from './outcome.ts';
export type { Program } from './program.ts';
export { compilerOf, criteriaIn, indicatorsIn, notApplyingWhen, rulesOf, variablesIn } from './program.ts';
export { leftOutInTurn, underWeights, weighedCriteria } from './weights.ts';
export type { Counted, Score } from './score.ts';
export { type Item, type Piece, type Sheet, worthOf } from './sheet.ts';
export { earlierInRollups, rollUp, rollUpFitting } from './roll-up.ts';
export { earlierInWhere, readWhere, rowsWhere, type Selection } from './where.ts';
export { UNDETERMINED } from './undetermined.ts';
export { certifiedIn } from './verdict.ts';
export type { Outcome, Standing } from './standing.ts';
export { type Cells, createUnit, type Unit } from './unit.ts';
export { unitStates } from './unit-states.ts';
