import { requireSource } from '../messages/index.ts';
import type { Cases } from './cases.ts';
import type { Sets } from './sets.ts';

/** Refuses what cases are still to be taken out of. @throws {RangeError} */
export function requireCases(cases: Partial<Cases> | null | undefined): void {
  if (typeof cases?.criteria?.name !== 'string' || !Array.isArray(cases.cases))
    throw new RangeError('no cases: take `value` of what `parseCases` gives');
}

/** Refuses what cases cannot be run against: sets with their readings already chosen. @throws {RangeError} */
export function requireSets(sets: Sets | null | undefined): void {
  requireSource(sets?.source);
  if (sets?.below !== null) requireSource(sets?.below);
}
