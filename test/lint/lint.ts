import { type CriteriaSet, type CriteriaSource, parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { type LintContext, lintSet } from '../../src/lint/index.ts';
import { type Issue, type Result, sentence } from '../../src/messages/index.ts';

function value<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(
      result.issues
        .map((found) => `${String(found.position?.line)}: ${sentence(found, 'en')} ${found.position?.text ?? ''}`)
        .join('\n'),
    );
  return result.value;
}

/** @param base The text of the set that it extends. */
function sourceOf(text: string, base: string | null = null): CriteriaSource {
  return value(parseSource(text, 'a.yaml', { base: base === null ? null : sourceOf(base) }));
}

export const setOf = (text: string): CriteriaSet => value(resolveReadings(sourceOf(text)));

/** What lint finds in a text, with the sets of other texts around it. */
export function lintText(
  text: string,
  { versions = [], above = [], hasCases = null, base = null }: Partial<LintContext> & { base?: string | null } = {},
): readonly Issue[] {
  const source = sourceOf(text, base);
  return lintSet(value(resolveReadings(source)), { source, versions, above, hasCases });
}

/** A text with a part exchanged; a part that is not there is a mistake of the test. */
export function spoiled(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`the set has no ${part}`);
  return text.replace(part, by);
}
