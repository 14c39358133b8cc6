import { nearestNames } from '../messages/index.ts';
import { canonicalKey, withoutDiacritics } from './canonical-key.ts';

/**
 * The known spellings most like what stands in a file, whether or not it was typed with its diacritics.
 *
 * @param text What stands there.
 * @param known Every spelling that could have been meant; of those that differ in diacritics alone, the first is offered.
 * @returns At most three of them, the nearest first.
 */
export function nearestSpellings(text: string, known: readonly string[]): readonly string[] {
  const spellings = new Map(known.toReversed().map((spelling) => [plain(spelling), spelling]));
  return nearestNames(plain(text), [...spellings.keys()]).flatMap((found) => spellings.get(found) ?? []);
}

function plain(text: string): string {
  return withoutDiacritics(canonicalKey(text));
}
