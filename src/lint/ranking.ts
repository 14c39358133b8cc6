import { type Issue, issue } from '../messages/index.ts';
import { placeAt } from './places.ts';
import type { Subject } from './subject.ts';

/** An order of units that does not look at the class. */
export function rankWithoutClass(subject: Subject): readonly Issue[] {
  const { rank } = subject.set;
  if (rank.length === 0 || rank.some(({ by }) => by === 'class')) return [];
  return [issue('lint/rank-without-class', {}, placeAt(subject, ['rank']))];
}
