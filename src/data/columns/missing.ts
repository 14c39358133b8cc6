import { canonicalKey } from '../canonical-key.ts';

/** What offices write where they have no figure. */
const MISSING_WORDS: ReadonlySet<string> = new Set([
  '',
  '-',
  '–',
  '—',
  '…',
  '...',
  'n/a',
  'na',
  'null',
  'không có số liệu',
  'chưa có',
  'chưa có số liệu',
]);
/** How such a word begins and how long it can be: a cheap test that figures and most names fail. */
const MAY_SAY_MISSING = /^[-–—….nkc].{0,23}$/i;

/**
 * Whether a cell says that the figure is missing. Missing is unknown, never zero.
 *
 * @param text The cell, trimmed.
 */
export function saysMissing(text: string): boolean {
  return text === '' || (MAY_SAY_MISSING.test(text) && MISSING_WORDS.has(canonicalKey(text)));
}

/** Words for none that may be a zero, or a figure that nobody has. */
const NONE_WORDS: ReadonlySet<string> = new Set(['không', 'không có', 'ko', 'x', 'no', 'none', 'nil']);
/** The same cheap test for these. */
const MAY_SAY_NONE = /^[knx].{0,7}$/is;

/** Whether a cell of figures says that there is none, and leaves open whether anybody has looked. */
export function saysNone(text: string): boolean {
  return MAY_SAY_NONE.test(text) && NONE_WORDS.has(canonicalKey(text));
}

/** A formula of which a file holds the text and not the result. */
export function isFormula(text: string): boolean {
  return text.startsWith('=') && text.length > 1;
}

/** An error that a spreadsheet wrote in place of a value, or the hashes of a column too narrow to show it. */
export function isSpreadsheetError(text: string): boolean {
  return text.startsWith('#') && /^#(?:REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|N\/A|SPILL!|CALC!|#+)$/.test(text);
}
