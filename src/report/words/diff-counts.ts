import { type Change, DIRECTIONS } from '../../diff/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { countText } from '../plain/numbers.ts';

/** `8 changes: 2 stricter, 3 looser, …`. */
export function countsText(changes: readonly Change[], lang: Lang): string {
  const words = messagesIn(lang).diff;
  const parts = DIRECTIONS.flatMap((direction) => {
    const count = changes.filter((change) => change.direction === direction).length;
    return count === 0 ? [] : [words.counts[direction](countText(count, lang))];
  });
  return `${words.count(countText(changes.length, lang))}: ${parts.join(', ')}`;
}
