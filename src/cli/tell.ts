import type { Issue, Lang } from '../messages/index.ts';
import { writeIssues } from '../report/index.ts';
import type { ColorChoice } from './option-table.ts';
import { paintFor } from './paint.ts';
import { type Stream, usesColor, widthOf, write } from './streams.ts';

/** Of one kind so many are told: a fault that stands in each row of a province must not hide the others. */
const MOST_OF_A_KIND = 20;

/** Tells a person what was found. */
export async function tell(
  issues: readonly Issue[],
  { stream, lang, color, env }: { stream: Stream; lang: Lang; color: ColorChoice; env: NodeJS.ProcessEnv },
): Promise<void> {
  const paint = paintFor(usesColor(color, stream, env));
  await write(stream, writeIssues(issues, { lang, width: widthOf(stream), paint }, MOST_OF_A_KIND));
}
