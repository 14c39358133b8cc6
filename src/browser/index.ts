export { PAGE_SCRIPT, PAGE_STYLE } from './bundled.ts';
export {
  type BesideData,
  type CriterionData,
  type GoalData,
  type MoveData,
  type PageData,
  type PageWords,
  type ReasonData,
  STATE_LETTERS,
  type TextRef,
  type UnitData,
} from './unit-data.ts';
export { type Make, unitView } from './unit-view.ts';
