export {
  compareAssessments,
  type CompareOptions,
  compareSides,
  type PairBy,
  type SideBySide,
  type UnitPair,
  VERDICT_CHANGES,
  type VerdictChange,
} from './compare.ts';
export type { CriterionChange, DecidingChange } from './deciding-change.ts';
export { type FigureChange, rowsWithOtherFigures } from './figures.ts';
export { type Matrix, type Slot, slotOf } from './matrix.ts';
export { compareReadings, otherChoices, readingVariant, type ReadingVariant } from './readings.ts';
export type { CriterionOutcome, RecordedEvidence, Side, SideOptions, SideSet, SideUnit } from './side.ts';
export { sideOf } from './side.ts';
