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
/** The first days that spreadsheets count, from the day 0 on: what they make of a small number in a cell formatted as a date. */
const FIRST_DAYS = [
  String.raw`\d{1,2}[-/]\d{1,2}[-/](?:1899|1900)`,
  String.raw`(?:1899|1900)[-/]\d{1,2}[-/]\d{1,2}`,
  String.raw`\d{1,2}[- ](?:${MONTH_NAME})[- ,]+(?:1899|1900)`,
  `00?[- ](?:${MONTH_NAME})[- ,]+00`,
  '(?:00?/0?1|0?1/00?)/00',
];
/** `00:00`, `0:00:05`, `12:00:00 AM`, `12:00 SA`. */
const TIME = String.raw`\d{1,4}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d+)?(?:\s?(?:AM|PM|SA|CH))?`;

const whole = (forms: readonly string[], end = ''): RegExp => new RegExp(`^(?:${forms.join('|')})${end}$`, 'iu');
/** What each kind of text is; the first that fits. */
const KINDS = [
  ['first-day', whole(FIRST_DAYS, `(?:[ T]${TIME})?`)],
  ['day', whole(FORMS, `(?:[ T]${TIME})?`)],
  ['time', whole([TIME])],
] as const satisfies readonly (readonly [string, RegExp])[];
/** Most texts in a column of figures, which are neither. */
const FIGURE = /^[\d.,]*$/;

/** `first-day`: one of the first days that spreadsheets count. */
export type DateKind = (typeof KINDS)[number][0];

/**
 * What a text is that spreadsheets write for a day, a month or a time; `null` where it is none.
 *
 * @param text The cell, trimmed.
 * @example dateKind('3-thg 5') // 'day'
 * @example dateKind('0/1/1900') // 'first-day'
 */
export function dateKind(text: string): DateKind | null {
  if (FIGURE.test(text)) return null;
  return KINDS.find(([, form]) => form.test(text))?.[0] ?? null;
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
/** The day 0 of a spreadsheet, as it is read. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/**
 * A day as a Vietnamese spreadsheet shows it, or the time where it is the day 0.
 *
 * @param date The day that its number comes to, counted from 30 December 1899.
 * @example spreadsheetDay(new Date('1899-12-31')) // '1/1/1900'
 * @example spreadsheetDay(new Date('1899-12-30')) // '0/1/1900'
 */
export function spreadsheetDay(date: Date): string {
  const time = date.getTime();
  if (time === DAY_ZERO) return '0/1/1900';
  if (time > DAY_ZERO && time < DAY_ZERO + DAY_LENGTH) return date.toISOString().slice(11, 19);
  const day = time < BEFORE_LEAP ? new Date(time + DAY_LENGTH) : date;
  return `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
}
