export { isAllowed, isPossibleAlone, liesBetween, type Zero, zeroOf } from './alone.ts';
export { turnsWithin } from './one-variable.ts';
export * from './polynomial.ts';
export { isAlwaysPositive, isNeverNegative, type Reach, reachWithin, signsWithin } from './reach.ts';
export { type Solution, solve } from './system.ts';
