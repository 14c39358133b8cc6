export { type Assessments, type Assessor, compile, earlierColumns, firstHeld, UNDETERMINED } from './assess.ts';
export type { Program } from './program.ts';
export { criteriaIn } from './program.ts';
export type { Score } from './score.ts';
export { rollUp } from './roll-up.ts';
export { indicatorsIn } from './soundness.ts';
export { type Cells, createUnit } from './unit.ts';
