export { PAGE_SCRIPT, PAGE_STYLE } from './bundled.ts';
export {
  type CriterionData,
  type GoalData,
  type PageData,
  type PageWords,
  type ReasonData,
  STATE_LETTERS,
  type TextRef,
  type UnitData,
} from './unit-data.ts';
