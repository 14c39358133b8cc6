import type { Form } from '../messages/index.ts';

/** How texts of a criteria file are written; the names are those of {@link Form}. */
export const FORMS = {
  family: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  version: /^[0-9A-Za-z]+([._-][0-9A-Za-z]+)*$/,
  'set-id': /^[a-z][a-z0-9]*(-[a-z0-9]+)*@[0-9A-Za-z]+([._-][0-9A-Za-z]+)*$/,
  /** Of indicators, measures, classes, readings and their options. */
  name: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
  'criterion-id': /^\p{Lu}[\p{L}\p{N}_]*(\.[\p{L}\p{N}_]+)*$/u,
  'source-id': /^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  'month-day': /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  year: /^\d{4}$/,
  /** Not 1.000, which is a thousand to many readers. */
  decimal: /^(?!-?[1-9]\d{0,2}\.\d{3}$)-?\d+(\.\d+)?%?$/,
  /** Points and weights: nothing is taken away by them. */
  amount: /^(?![1-9]\d{0,2}\.\d{3}$)\d+(\.\d+)?%?$/,
  step: /^(?=.*[1-9])(?![1-9]\d{0,2}\.\d{3}$)\d+(\.\d+)?%?$/,
  'plain-decimal': /^(?!-?[1-9]\d{0,2}\.\d{3}$)-?\d+(\.\d+)?$/,
  'whole-number': /^[1-9]\d{0,5}$/,
  /** 20% or 0.2. */
  share: /^((\d{1,2}(\.\d+)?|100(\.0+)?)%|0(\.\d+)?|1)$/,
  cite: /^\S+(\s.*\S)?$/,
  url: /^https?:\/\/\S+$/,
  /** Of a change, as `xasach diff` tells it. */
  fingerprint: /^[0-9a-f]{12}$/,
} as const satisfies Partial<Record<Form, RegExp>>;

/** Names that formulas and ranks use for other things. */
export const RESERVED: ReadonlySet<string> = new Set(
  'all and any class code in mandatory name not of or otherwise period points score true false abs count last max min prev share sum'.split(
    ' ',
  ),
);

/** Whether a date of the right form is in the calendar. */
export function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return FORMS.date.test(text) && isCalendarDate(text);
}

/** Whether a month and day exist in every year. */
export function isCalendarDay(text: string): boolean {
  return isCalendarDate(`2001-${text}`);
}
