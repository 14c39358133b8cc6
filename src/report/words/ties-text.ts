import type { CriteriaSet } from '../../criteria/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';

/** How equal units are placed: the method by name, and what it does. */
export function tiesText({ ties }: CriteriaSet, lang: Lang): string {
  const words = messagesIn(lang).report;
  return words.equalUnits(words.ties[ties]);
}

/** The same for readers of a result, who are told of what is not the rule. */
export function unusualTies(set: CriteriaSet, lang: Lang): string | null {
  return set.ties === 'competition' ? null : tiesText(set, lang);
}
