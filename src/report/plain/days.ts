import type { CriteriaSet, IsoDate } from '../../criteria/index.ts';
import { dayText as dayInWords, type Lang, messagesIn } from '../../messages/index.ts';
import { harmless } from './harmless.ts';

/**
 * A day as people of a language write it.
 *
 * @example dayText('2025-08-24', 'vi') // '24/8/2025'
 */
export function dayText(day: IsoDate, lang: Lang): string {
  return harmless(dayInWords(day, lang));
}

/** From when until when a set is in force. */
export function validityText({ from, to }: CriteriaSet['effective'], lang: Lang): string {
  const words = messagesIn(lang).report.set;
  return to === null ? words.from(dayText(from, lang)) : words.fromTo(dayText(from, lang), dayText(to, lang));
}
