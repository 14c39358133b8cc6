import type { CriteriaSet } from './criteria-set.ts';

/**
 * How good each class is, 0 the best, by its place in the set: as the rank declares it, else in the order of the set.
 *
 * @example meritOf(set)[classIndex]
 */
export function meritOf(set: CriteriaSet): readonly number[] {
  const key = set.rank.find((candidate) => candidate.by === 'class');
  const ids = [...set.classes.keys()];
  return ids.map((id, place) => (key === undefined ? place : key.best.indexOf(id)));
}
