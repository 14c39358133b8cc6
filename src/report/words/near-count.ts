import { type Lang, messagesIn } from '../../messages/index.ts';
import { countText } from '../plain/numbers.ts';
import { rowsOf, type Scored } from '../scored.ts';

/** How many units are near the line, among those that are shown: a report of some of them knows of no others. */
export function nearCountText(near: number, scored: Scored, lang: Lang): string {
  const words = messagesIn(lang).report.ways;
  const [shown, all] = [rowsOf(scored).length, scored.assessments.dataset.rows];
  const isPart = shown < all;
  if (near === 0) return words.noneNear(isPart ? countText(shown, lang) : null);
  return words.nearUnits(countText(near, lang), countText(shown, lang), isPart ? countText(all, lang) : null);
}
