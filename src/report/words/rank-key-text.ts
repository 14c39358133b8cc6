import type { CriteriaSet, RankKey } from '../../criteria/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { labelOf } from './finding-text.ts';
import { harmless } from '../plain/harmless.ts';

/** One key of the order of units in words. */
export function rankKeyText(key: RankKey, set: CriteriaSet, lang: Lang): string {
  const words = messagesIn(lang).report;
  switch (key.by) {
    case 'class':
      return words.byClass(key.best.map((id) => harmless(set.classes.get(id)?.label[lang] ?? id)));
    case 'score':
      return words.byScore(key.order);
    case 'measure':
    case 'indicator':
      return words.byNumber(labelOf(set, key.id, lang), key.order);
  }
}
