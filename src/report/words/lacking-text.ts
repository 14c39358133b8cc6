import type { Lang } from '../../messages/index.ts';
import type { TargetProgress } from '../../rank/index.ts';
import { countText } from '../plain/numbers.ts';
import { spanText } from './unit-texts.ts';

type Lacking = Pick<TargetProgress, 'stillNeeded' | 'stillNeededAtLeast' | 'met'>;

/** How many more units a target needs: while units are open, the least and the most. */
export function lackingSpan({ stillNeededAtLeast, stillNeeded }: Lacking, lang: Lang): string {
  return spanText(stillNeededAtLeast, stillNeeded, lang);
}

/** The same in a sentence that says whether the target is met: where that is open, at most how many. */
export function lackingText(progress: Lacking, lang: Lang): string {
  return progress.met === null ? countText(progress.stillNeeded, lang) : lackingSpan(progress, lang);
}
