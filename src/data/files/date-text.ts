const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = String.raw`(?:0?[1-9]|1[0-2])`;
const LONG_YEAR = String.raw`(?:19|20)\d{2}`;
const YEAR = String.raw`(?:\d{4}|\d{2})`;
const MONTH_NAME = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|(?:thg|tháng)\s?\d{1,2}`;
/** How spreadsheets write days: `05/03`, `5/3/2025`, `03/2025`, `2025-03-05`, `05-Mar`, `Mar-05`, `3-thg 5`. */
const FORMS = [
  `(?:${DAY}/${MONTH}|${MONTH}/${DAY})(?:/${YEAR})?`,
  `${DAY}-${DAY}-${YEAR}`,
  `${MONTH}/${LONG_YEAR}`,
  String.raw`\d{4}[-/]${DAY}[-/]${DAY}`,
  `${DAY}[- ](?:${MONTH_NAME})(?:[- ,]+${YEAR})?`,
  `(?:${MONTH_NAME})[- ]${YEAR}`,
];
const DATE = new RegExp(`^(?:${FORMS.join('|')})$`, 'iu');

/**
 * Whether a text is a day or a month, as spreadsheets write what they took for one.
 *
 * @param text The cell, trimmed.
 * @example isDateText('3-thg 5') // true
 */
export function isDateText(text: string): boolean {
  return DATE.test(text);
}

/**
 * Whether a text is one number over another: a fraction, or a day or a month that looks like one.
 *
 * @param text The cell, trimmed.
 * @example isFractionText('19/20') // true
 */
export function isFractionText(text: string): boolean {
  return /^\d[\d.,]*\s*\/\s*\d[\d.,]*$/u.test(text);
}

/** Days counted before this one, the 60th of Excel, are one more there: it has a 29 February 1900. */
const BEFORE_LEAP = Date.UTC(1900, 1, 28);
const DAY_LENGTH = 86_400_000;

/**
 * A day as a Vietnamese spreadsheet shows it.
 *
 * @param date The day that its number comes to, counted from 30 December 1899.
 * @example spreadsheetDay(new Date('1899-12-31')) // '1/1/1900'
 */
export function spreadsheetDay(date: Date): string {
  const day = date.getTime() < BEFORE_LEAP ? new Date(date.getTime() + DAY_LENGTH) : date;
  return `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
}
