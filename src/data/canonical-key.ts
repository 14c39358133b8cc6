/** The marks of the Vietnamese tones, as they stand after their vowel in decomposed text. */
const TONES = '\u0300\u0301\u0303\u0309\u0323';
const OLD_TONE_PLACE = new RegExp(`([ou])([${TONES}])([aey])`, 'g');
const MARKS = /\p{M}+/gu;
/** Format characters (zero-width spaces, byte order marks) that no reader sees. */
const INVISIBLE = /\p{Cf}+/gu;
/** Signs that are their own key: figures and most codes are nothing else. */
const OWN_KEY = /^[!-@[-^`-~]*$/;

/**
 * The form of a name under which its spellings agree: composed or decomposed, capital or small, tone written `hòa` or
 * `hoà`, words parted by spaces, no-break spaces or underscores.
 *
 * @returns Text to compare with, not to show.
 * @example canonicalKey('  HOÀ\u00a0Bình ') === canonicalKey('hòa bình') // true
 */
export function canonicalKey(text: string): string {
  if (OWN_KEY.test(text)) return text;
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(OLD_TONE_PLACE, '$1$3$2')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s_]+/g, ' ')
    .trim();
}

/** A canonical key without any marks: good enough to guess what was meant, too coarse to decide. */
export function withoutDiacritics(key: string): string {
  return key.normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd');
}

/** A text without the format characters that no reader sees. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
