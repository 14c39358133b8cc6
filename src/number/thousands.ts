import { exactText, parseDecimal } from './decimal.ts';

/** What a number can mean whose points or commas look as if they stood between thousands. */
export interface GroupedNumber {
  /** With the thousands joined: `10000` of `10.000`. */
  readonly whole: string;
  /** As the decimal it is without groups: `10` of `10.000`; `null` where it is none, as in `1.000.000`. */
  readonly decimal: string | null;
}

/** One and the same mark between all thousands: `1.234,567` has decimals. */
const GROUPED = /^-?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/;

/**
 * What a number can mean that Vietnamese and English readers take for different ones.
 *
 * @returns `null` for a number that means one thing: `0.125`, `12.5`, `12.3450`, `3.125%`, `1.234,567`.
 * @example groupedNumber('12.500') // { whole: '12500', decimal: '12.5' }
 */
export function groupedNumber(text: string): GroupedNumber | null {
  if (!GROUPED.test(text)) return null;
  const [first = '', ...groups] = text.split(/[.,]/);
  const decimal = parseDecimal(groups.length === 1 ? `${first}.${groups.join('')}` : '');
  return { whole: first + groups.join(''), decimal: decimal === null ? null : unmistakable(exactText(decimal)) };
}

/**
 * Writes a decimal so that nobody takes its point for one between thousands.
 *
 * @example unmistakable('12.345') // '12.3450'
 */
export function unmistakable(decimal: string): string {
  return GROUPED.test(decimal) ? `${decimal}0` : decimal;
}

const THOUSANDS_OF_EITHER = /^-?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:\.\d{3})+,\d+)$/;

/**
 * A number as it is written here, from how people write it: with a comma for decimals, with both marks, with a space before
 * the percent sign.
 *
 * @returns `null` where it could mean several numbers, or none.
 * @example plainNumber('1.234,5 %') // '1234.5%'
 */
export function plainNumber(text: string): string | null {
  const [, number = '', percent = ''] = /^(-?\d[\d.,]*?)\s*(%?)$/.exec(text) ?? [];
  const isGrouped = THOUSANDS_OF_EITHER.test(number);
  const decimals = Math.max(number.lastIndexOf(','), isGrouped ? number.lastIndexOf('.') : -1);
  const plain =
    decimals === -1 ? number : `${joined(number.slice(0, decimals), isGrouped)}.${number.slice(decimals + 1)}`;
  return parseDecimal(plain) === null ? null : plain + percent;
}

function joined(thousands: string, isGrouped: boolean): string {
  return isGrouped ? thousands.replaceAll(/[.,]/g, '') : thousands;
}
