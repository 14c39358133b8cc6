import type { Lang } from './issue.ts';

/** A text within a sentence: what stood on several lines, as headers of workbooks do, stands on one. */
export function onOneLine(text: string): string {
  const lines = text.split(/[\r\n]+/u).flatMap((line) => line.trim() || []);
  return lines.length > 1 ? lines.join(' ') : text;
}

/** A text as the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Writes an exact number as people of a language write it.
 *
 * @param exact A decimal with a point, or a fraction of two: `1234.5`, `45/8120`.
 * @example numberText('1234.5', 'vi') // '1.234,5'
 * @example numberText('45/8120', 'en') // '45/8,120'
 */
export function numberText(exact: string, lang: Lang): string {
  if (!exact.includes('/')) return decimalText(exact, lang);
  return exact
    .split('/')
    .map((part) => decimalText(part, lang))
    .join('/');
}

/**
 * Writes an exact percentage as people of a language write it.
 *
 * @param exact The hundredfold of the share: `26.47`.
 * @example percentText('26.47', 'vi') // '26,47 %'
 */
export function percentText(exact: string, lang: Lang): string {
  return lang === 'vi' ? `${numberText(exact, lang)} %` : `${numberText(exact, lang)}%`;
}

/**
 * Writes a day, or a day of every year, as people of a language write it.
 *
 * @example dayText('2025-08-24', 'vi') // '24/8/2025'
 * @example dayText('12-15', 'vi') // '15/12'
 */
export function dayText(day: string, lang: Lang): string {
  if (lang === 'en') return day;
  return day
    .split('-')
    .toReversed()
    .map((part) => part.replace(/^0/u, ''))
    .join('/');
}

const DAY = /^\d{4}-\d\d-\d\d$/u;

/** Whether a text is a day, as `dayText` takes it. */
export function isDay(text: string): boolean {
  return DAY.test(text);
}

/** The digits of a number that is read at once. */
const SHORT = /^-?\d{1,3}$/u;

function decimalText(exact: string, lang: Lang): string {
  if (SHORT.test(exact)) return exact;
  const [whole = '', fraction] = exact.split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, lang === 'vi' ? '.' : ',');
  return fraction === undefined ? grouped : `${grouped}${lang === 'vi' ? ',' : '.'}${fraction}`;
}
