import type { CriteriaSet, IsoDate } from '../criteria/index.ts';
import { type Lang, messagesIn } from '../messages/index.ts';
import { harmless } from './harmless.ts';

/**
 * A day, or a day of every year, as people of a language write it.
 *
 * @example dayText('2025-08-24', 'vi') // '24/8/2025'
 * @example dayText('12-15', 'vi') // '15/12'
 */
export function dayText(day: IsoDate, lang: Lang): string {
  if (lang === 'en') return harmless(day);
  return day
    .split('-')
    .toReversed()
    .map((part) => part.replace(/^0/u, ''))
    .map((part) => harmless(part))
    .join('/');
}

/** From when until when a set is in force. */
export function validityText({ from, to }: CriteriaSet['effective'], lang: Lang): string {
  const words = messagesIn(lang).report.set;
  return to === null ? words.from(dayText(from, lang)) : words.fromTo(dayText(from, lang), dayText(to, lang));
}
