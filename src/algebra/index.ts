export * from './polynomial.ts';
export { type Requirement, type Solution, solve } from './system.ts';
