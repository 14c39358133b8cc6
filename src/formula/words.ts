/** What people write for the words of a formula, in Vietnamese or in capitals. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['and', 'and'],
  ['or', 'or'],
  ['not', 'not'],
  ['và', 'and'],
  ['hoặc', 'or'],
  ['không', 'not'],
]);

/**
 * The word of a formula that a name may have been meant for.
 *
 * @example meantWord('HOẶC') // 'or'
 */
export function meantWord(name: string): string | null {
  return WORDS.get(name.toLowerCase()) ?? null;
}
