import { type Issue, issue } from '../messages/index.ts';
import {
  between,
  compareHigh,
  compareLow,
  conditionText,
  contains,
  intersection,
  type Interval,
  isBounded,
} from './intervals.ts';
import { type Band, type Quantity, quantitiesOf } from './quantities.ts';
import type { Subject } from './subject.ts';

/*
 * Decisions print bands (`from 0.1 % to below 0.5 %`) and spread them over criteria of different classes. Where at least
 * one such criterion bounds a quantity on both sides, the criteria that compare it with numbers are read as one chain.
 */

/** Values between two bands that belong to neither. */
export function bandsGap({ set }: Subject): readonly Issue[] {
  return chainsOf(quantitiesOf(set)).flatMap(({ bands, whole, entangled }) => {
    if (entangled) return [];
    const found: Issue[] = [];
    const [lowest, ...others] = [...bands].sort((a, b) => compareLow(a.low, b.low));
    let reached = lowest;
    for (const next of others) {
      if (reached === undefined) break;
      const gap = between(reached, next, whole);
      if (gap !== null) found.push(issue('lint/bands-gap', pair(reached, next, gap), placeOf(next)));
      if (compareHigh(next.high, reached.high) > 0) reached = next;
    }
    return found;
  });
}

/** Values that belong to two bands: both bounded on two sides, or reaching into each other. */
export function bandsOverlap({ set }: Subject): readonly Issue[] {
  return chainsOf(quantitiesOf(set)).flatMap(({ bands, whole }) =>
    bands.flatMap((band, index) =>
      bands.slice(index + 1).flatMap((other) => {
        const [low, high] = compareLow(band.low, other.low) <= 0 ? [band, other] : [other, band];
        const shared = sharedBy(low, high, whole);
        return shared === null ? [] : [issue('lint/bands-overlap', pair(low, high, shared), placeOf(other))];
      }),
    ),
  );
}

function sharedBy(low: Band, high: Band, whole: boolean): Interval | null {
  if (low.criterion === high.criterion || !(isBounded(low) || isBounded(high))) return null;
  const isNested = contains(low, high) || contains(high, low);
  if (isNested && !(isBounded(low) && isBounded(high))) return null;
  const shared = intersection(low, high);
  // Two open ends within one whole number share nothing that a count can be.
  const isEmpty =
    shared !== null &&
    whole &&
    between({ low: null, high: flipped(shared.low) }, { low: flipped(shared.high), high: null }, true) === null;
  return isEmpty ? null : shared;
}

function flipped(end: Interval['low']): Interval['low'] {
  return end === null ? null : { ...end, closed: !end.closed };
}

function chainsOf(quantities: ReadonlyMap<string, Quantity>): readonly Quantity[] {
  return [...quantities.values()].filter(({ bands }) => bands.some(isBounded));
}

function pair(
  low: Band,
  high: Band,
  values: Interval,
): { readonly low: string; readonly high: string; readonly values: string } {
  return { low: low.criterion, high: high.criterion, values: conditionText(high.shown, values) };
}

function placeOf({ at, criterion }: Band): { readonly position: Band['at']; readonly path: string } {
  return { position: at, path: `criteria.${criterion}.test` };
}
