import { type Lang, percentText } from '../../messages/index.ts';
import {
  compare,
  exactText,
  integer,
  multiply,
  parseDecimal,
  type Rational,
  rational,
  toFixed,
} from '../../number/index.ts';
import { countText } from '../plain/numbers.ts';

/** Decimals of the share of a class: as many as are published. */
const SHARE_PLACES = 3;

/**
 * A share of the units with three decimals, halves up; with more where it would be rounded onto or across a target.
 *
 * @example shareText(18, 142, 'vi') // '12,676 %'
 */
export function shareText(count: number, of: number, lang: Lang, targets: readonly Rational[] = []): string {
  if (of === 0) return '';
  const share = rational(BigInt(count), BigInt(of));
  const percent = multiply(share, integer(100));
  for (let places = SHARE_PLACES; ; places += 1) {
    const shown = parseDecimal(toFixed(percent, places)) ?? percent;
    const isApart = targets.every(
      (line) => compare(multiply(shown, rational(1n, 100n)), line) === compare(share, line),
    );
    if (isApart) return percentText(exactText(shown), lang);
  }
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
