import type { Change, Direction } from '../../diff/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { countText } from '../plain/numbers.ts';

/** The directions of changes, in the order in which they are told. */
export const DIRECTIONS: readonly Direction[] = ['stricter', 'looser', 'either', 'none'];

/** `8 changes: 2 stricter, 3 looser, …`. */
export function countsText(changes: readonly Change[], lang: Lang): string {
  const words = messagesIn(lang).diff;
  const parts = DIRECTIONS.flatMap((direction) => {
    const count = changes.filter((change) => change.direction === direction).length;
    return count === 0 ? [] : [words.counts[direction](countText(count, lang))];
  });
  return `${words.count(countText(changes.length, lang))}: ${parts.join(', ')}`;
}
