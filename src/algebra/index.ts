export { isAllowed, isPossibleAlone, liesBetween, type Zero, zeroOf } from './alone.ts';
export * from './polynomial.ts';
export { isAlwaysPositive, isNeverNegative, type Reach, reachWithin } from './reach.ts';
export { type Requirement, type Solution, solve } from './system.ts';
