import { child, itemsOf, textOf } from '../criteria/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import { placeAt } from './places.ts';
import type { Subject } from './subject.ts';

/** No order of units at all. */
export function missingRank(subject: Subject): readonly Issue[] {
  const { rank, ties } = subject.set;
  if (rank.length > 0) return [];
  return [issue('lint/missing-rank', { byCode: ties === 'ordinal' }, placeAt(subject, ['rank']))];
}

/** An order of units that does not look at the class. */
export function rankWithoutClass(subject: Subject): readonly Issue[] {
  const { rank } = subject.set;
  if (rank.length === 0 || rank.some(({ by }) => by === 'class')) return [];
  return [issue('lint/rank-without-class', {}, placeAt(subject, ['rank']))];
}

/** An order of classes, best first, that does not name every class. */
export function rankPartial(subject: Subject): readonly Issue[] {
  return itemsOf(child(subject.source.tree, 'rank')).flatMap((key, index) => {
    const best = child(key, 'best');
    const named = new Set(itemsOf(best).map(textOf));
    const missing = [...subject.set.classes.keys()].filter((id) => !named.has(id));
    if (best === null || missing.length === 0) return [];
    return [issue('lint/rank-partial', { missing }, placeAt(subject, ['rank', index, 'best'], 'value'))];
  });
}
