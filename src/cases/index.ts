export type * from './cases.ts';
export { checkCases } from './check.ts';
export { type CaseCoverage, thresholdCoverage } from './coverage.ts';
export { parseCases } from './parse.ts';
export { type CaseResult, type Difference, runCases } from './run.ts';
export { casesJsonSchema } from './schema.ts';
export { defaultSet, type Sets } from './sets.ts';
export type { Side } from './side.ts';
export { type Threshold, thresholdsOf } from './thresholds.ts';
