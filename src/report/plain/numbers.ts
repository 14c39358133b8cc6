import { type Observed, valueOfObserved } from '../../formula/index.ts';
import { type Lang, numberText, percentText } from '../../messages/index.ts';
import {
  compare,
  decimalPlaces,
  divide,
  equal,
  exactText,
  integer,
  multiply,
  ONE,
  parseDecimal,
  type Rational,
  toFixed,
  ZERO,
} from '../../number/index.ts';

/** Decimals of a number that has to be cut for display. */
const PLACES = 2;
/** Decimals of a number that is shown as it is. */
const MOST_EXACT_PLACES = 4;
const HUNDRED = integer(100);

/**
 * A number exactly, as results carry it: a decimal where one exists, else the quotient as it came about.
 *
 * @example observedText({ num: 45, den: 8120 }) // '45/8120', not '9/1624'
 */
export function observedText(observed: Observed): string {
  const value = valueOfObserved(observed);
  if (decimalPlaces(value) !== null || !isPlainQuotient(observed)) return exactText(value);
  return `${exactText(observed.num)}/${exactText(observed.den)}`;
}

/**
 * A number as results write it: a decimal, or a quotient of two.
 *
 * @returns `null` for any other text.
 * @example recordedNumber('5.5/8120') // { num: 11n, den: 16240n }
 */
export function recordedNumber(text: string): Rational | null {
  const [num, den = ONE, ...more] = text.split('/').map((part) => parseDecimal(part));
  if (num === undefined || num === null || den === null || equal(den, ZERO) || more.length > 0) return null;
  return divide(num, den);
}

/** How a number is to be shown. */
export interface Shown {
  readonly lang: Lang;
  readonly percent: boolean;
  /** The lines it is held against: it is never rounded onto or across one. */
  readonly lines: readonly Rational[];
}

/**
 * A number for people: rounded to two decimals, or as many as it takes to stand on its own side of every line.
 *
 * @example shownNumber(rational(19999n, 100000n), { lang: 'vi', percent: true, lines: [rational(1n, 5n)] }) // '19,999 %'
 */
export function shownNumber(value: Rational, { lang, percent, lines }: Shown): string {
  const scaled = percent ? multiply(value, HUNDRED) : value;
  const text = percent ? percentText : numberText;
  const exact = decimalPlaces(scaled);
  if (exact !== null && exact <= (percent ? PLACES : MOST_EXACT_PLACES)) return text(exactText(scaled), lang);
  const kept = [ZERO, ...(percent ? [ONE] : []), ...lines].map((line) => (percent ? multiply(line, HUNDRED) : line));
  return text(roundedApart(scaled, kept, PLACES), lang);
}

/**
 * A number rounded half up to some decimals, or to as many more as it takes to stand on its own side of every line.
 *
 * @example roundedApart(rational(19999n, 1000n), [integer(20)], 2) // '19.999'
 */
export function roundedApart(value: Rational, all: readonly Rational[], least: number): string {
  // A value without a finite decimal that stands on its line is rounded off it at any length.
  const lines = decimalPlaces(value) === null ? all.filter((line) => !equal(line, value)) : all;
  for (let places = least; ; places += 1) {
    const fixed = toFixed(value, places);
    const rounded = parseDecimal(fixed) ?? value;
    if (lines.every((line) => compare(rounded, line) === compare(value, line))) return exactText(rounded);
  }
}

/**
 * A number for people with the quotient it came from. Of a percentage that is known to be one, also when it is of 1.
 *
 * @example shownObserved({ num: 45, den: 8120 }, { lang: 'vi', percent: true, lines: [] }) // '0,55 % (45/8.120)'
 */
export function shownObserved(observed: Observed, shown: Shown & { readonly isQuotient?: boolean }): string {
  const value = shownNumber(valueOfObserved(observed), shown);
  const isWhole = equal(observed.den, ONE) && !(shown.percent && shown.isQuotient === true);
  if (isWhole || !isPlainQuotient(observed)) return value;
  return `${value} (${numberText(`${exactText(observed.num)}/${exactText(observed.den)}`, shown.lang)})`;
}

/** Whether both parts of a quotient can be written as decimals. */
function isPlainQuotient({ num, den }: Observed): boolean {
  return decimalPlaces(num) !== null && decimalPlaces(den) !== null;
}

/** A whole number for people. */
export function countText(count: number, lang: Lang): string {
  return numberText(String(count), lang);
}
