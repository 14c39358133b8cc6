import { distance } from 'fastest-levenshtein';

/**
 * The known names most like a misspelt one.
 *
 * @param name What stood there.
 * @param known The names that could have been meant.
 * @param most How many to offer.
 * @returns The nearest first; none that differs in more than a third of its letters (at least 1 of three, 2 from four on), but
 *   for signs between them.
 */
export function nearestNames(name: string, known: readonly string[], most = 3): readonly string[] {
  const limit = lettersApart(name.length);
  return known
    .map((candidate) => ({ candidate, away: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= limit || hasSameLetters(name, candidate))
    .sort((a, b) => a.away - b.away || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Whether two names differ in nothing but signs and capitals: `F3` and `F.3`. */
function hasSameLetters(name: string, other: string): boolean {
  const letters = lettersOf(name);
  return letters !== '' && letters === lettersOf(other);
}

function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Words of one or two letters are too short to be mistaken for another: “có” is not “no”. */
function lettersApart(length: number): number {
  if (length < 3) return 0;
  return Math.max(length < 4 ? 1 : 2, Math.floor(length / 3));
}
