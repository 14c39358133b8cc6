export { isAllowed, isPossibleAlone, liesBetween, type Zero, zeroOf } from './alone.ts';
export type { Point } from './box.ts';
export * from './polynomial.ts';
export { isAlwaysPositive, isNeverNegative, type Reach, reachWithin, signsWithin } from './reach.ts';
export { turnsWithin } from './turns.ts';
export { groupsOf, type RequirementGroup } from './requirement-groups.ts';
export { type Solution, solve } from './system.ts';
export { greatest, least } from './whole-range.ts';
