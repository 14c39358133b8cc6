import { type Lang, percentText } from '../../messages/index.ts';
import { integer, multiply, type Rational, rational } from '../../number/index.ts';
import { countText, roundedApart } from '../plain/numbers.ts';

/** Decimals of the share of a class: as many as are published. */
const SHARE_PLACES = 3;

/**
 * A share of the units with three decimals, halves up; with more where it would be rounded onto or across a target.
 *
 * @example shareText(18, 142, 'vi') // '12,676 %'
 */
export function shareText(count: number, of: number, lang: Lang, targets: readonly Rational[] = []): string {
  if (of === 0) return '';
  const percent = multiply(rational(BigInt(count), BigInt(of)), integer(100));
  const lines = targets.map((line) => multiply(line, integer(100)));
  return percentText(roundedApart(percent, lines, SHARE_PLACES), lang);
}

/**
 * A share with what it is made of.
 *
 * @example quotientText(26, 27, 'vi') // '26/27 = 96,296 %'
 */
export function quotientText(count: number, of: number, lang: Lang, targets: readonly Rational[] = []): string {
  const share = shareText(count, of, lang, targets);
  return `${countText(count, lang)}/${countText(of, lang)}${share === '' ? '' : ` = ${share}`}`;
}
