export { lintSet } from './lint-set.ts';
export { type LintCode, type LintRule, RULES } from './rules.ts';
export type { LintContext } from './subject.ts';
