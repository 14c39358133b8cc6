import { distance } from 'fastest-levenshtein';

/**
 * The known names most like a misspelt one.
 *
 * @param name What stood there.
 * @param known The names that could have been meant.
 * @param most How many to offer.
 * @returns The nearest first; none that differs in more than a third of its letters (at least 1 of three, 2 from four on).
 */
export function nearestNames(name: string, known: readonly string[], most = 3): readonly string[] {
  const limit = lettersApart(name.length);
  return known
    .map((candidate) => ({ candidate, away: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ away }) => away <= limit)
    .sort((a, b) => a.away - b.away || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Words of one or two letters are too short to be mistaken for another: “có” is not “no”. */
function lettersApart(length: number): number {
  if (length < 3) return 0;
  return Math.max(length < 4 ? 1 : 2, Math.floor(length / 3));
}
