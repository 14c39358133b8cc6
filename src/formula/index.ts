export { checkFormula } from './check.ts';
export * from './columns.ts';
export { columnsAboveIn, columnsIn, earlierIn, figuresIn } from './columns-in.ts';
export { holds, mirroredOf, oppositeOf } from './comparison.ts';
export { type Compared, comparisonsIn } from './comparisons-in.ts';
export type { Case } from './by-cases.ts';
export { type Cases, type Compiler, type CompileScope, createCompiler } from './compile.ts';
export * from './condition.ts';
export { type Facts, stateIn } from './one-unit.ts';
export type * from './formula.ts';
export { isChoice } from './is-choice.ts';
export type { Locate } from './lex.ts';
export { namesIn } from './names-in.ts';
export { nestingOf } from './nesting.ts';
export {
  greaterBounds,
  lesserBounds,
  negatedBounds,
  type NumberBounds,
  numberBounds,
  sumBounds,
  UNBOUNDED,
} from './number-bounds.ts';
export { numberFault } from './number-fault.ts';
export { type NumberReader, numberReader } from './number-reader.ts';
export { marginBetween, type Observed, observe, type Unobserved, valueOfObserved } from './observe.ts';
export { parseFormula } from './parse.ts';
export { pointsAsked } from './points-asked.ts';
export { printFormula } from './print.ts';
export type { Gate, Questions, Variable } from './questions.ts';
export { type Evaluated, type NumberedCondition, runConditions, type Table, type Work } from './run.ts';
export { once, rememberedOf, rememberedOfPair, whenAsked } from './remembered.ts';
export type * from './scope.ts';
export { rowsWith, type StateColumn } from './state-column.ts';
