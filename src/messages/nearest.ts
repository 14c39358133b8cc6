import { distance } from 'fastest-levenshtein';

/**
 * The known names most like a misspelt one.
 *
 * @param name What stood there.
 * @param known The names that could have been meant.
 * @param most How many to offer.
 * @returns The nearest first; none that differs in more than a third of its letters (at least 1, or 2 from 4 letters on).
 */
export function nearestNames(name: string, known: readonly string[], most = 3): readonly string[] {
  const limit = Math.max(name.length < 4 ? 1 : 2, Math.floor(name.length / 3));
  return known
    .map((candidate) => ({ candidate, away: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ away }) => away <= limit)
    .sort((a, b) => a.away - b.away || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
