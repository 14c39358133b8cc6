import stringWidth from 'string-width';

/** Letters of Vietnamese and English in composed form and the signs of reports: each is one column wide. */
const NARROW = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u1E00-\u1EFF–…─≠≤≥→]*$/u;

/** How many columns of a terminal a text takes, colour codes not counted. */
export function textWidth(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}
