import { en } from './en.ts';
import type { Issue, IssueArgs, IssueCode, IssueOf, Lang } from './issue.ts';
import type { Messages } from './messages.ts';
import { vi } from './vi.ts';

export type * from './cli-messages.ts';
export * from './issue.ts';
export type * from './messages.ts';
export { nearestNames } from './nearest.ts';
export { dayText, numberText, percentText } from './format.ts';
export type * from './report-messages.ts';
export type * from './result.ts';

/** The messages of a language. */
export function messagesIn(lang: Lang): Messages {
  return lang === 'vi' ? vi : en;
}

/**
 * The sentence of an issue.
 *
 * @param found The issue.
 * @param lang The language of the reader.
 * @returns One or two sentences; the place of the issue is not part of it.
 */
export function sentence(found: Issue, lang: Lang): string {
  return sentenceLines(found, lang)
    .map((line) => (isList(found) ? line.trimStart() : line))
    .join(' ');
}

/** The sentence of an issue for where there is room for several lines: of a list, each item on its own, indented. */
export function sentenceLines(found: Issue, lang: Lang): readonly string[] {
  const text = compose(messagesIn(lang), found);
  return isList(found) ? text.split('\n') : [text];
}

/** The only sentences written as a list: in others a line break comes from a file. */
function isList({ code }: Issue): boolean {
  return code === 'data/missing-columns';
}

function compose<C extends IssueCode>(messages: Messages, found: IssueOf<C>): string {
  const make: (args: IssueArgs[C], found: IssueOf<C>) => string = messages.issues[found.code];
  return make(found.args, found);
}
