/*
 * Names come from other people's files. A control character could move the cursor or recolour a terminal, a bidirectional
 * mark could show a text in another order than it has, an invisible one could hide a difference.
 */
const CONTROL = /[\p{Cc}\u2028\u2029\p{Bidi_Control}\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]|\p{Cs}/gu;

/** What nearly all texts are made of: composed Latin letters and the signs of reports, nothing that could do harm. */
const PLAIN = /^[ -~\u00a0-\u024f\u1ea0-\u1ef9–—‘’“”…→≠≤≥]*$/u;

/**
 * A text on one line in which every control, bidirectional or invisible character is shown as an escape.
 *
 * @example harmless('a\u202Eb\n') // 'a\\u202eb\\n'
 */
export function harmless(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFC').replaceAll(CONTROL, (character) => escaped(character));
}

/** The same for JSON that was written already: what stays is valid JSON with the same value. */
export function harmlessJson(json: string): string {
  if (PLAIN.test(json)) return json;
  return json.replaceAll(CONTROL, (character) => (character === '\n' ? character : unicodeEscape(character)));
}

function escaped(character: string): string {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default:
      return unicodeEscape(character);
  }
}

function unicodeEscape(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
