import { en } from './en.ts';
import type { Issue, IssueArgs, IssueCode, IssueOf, Lang } from './issue.ts';
import { isRecord } from './is-record.ts';
import type { Messages } from './messages.ts';
import { requireOneOf } from './require.ts';
import { vi } from './vi.ts';

export type * from './cli-messages.ts';
export type * from './compare-messages.ts';
export type * from './diff-messages.ts';
export type * from './group-messages.ts';
export * from './issue.ts';
export type * from './messages.ts';
export { nearestNames } from './nearest.ts';
export { capital, dayText, numberText, percentText } from './format.ts';
export type * from './page-messages.ts';
export type * from './reason-messages.ts';
export type * from './report-messages.ts';
export { TIES, type TiesWord } from './ties.ts';
export { isRecord } from './is-record.ts';
export { refusal, unlessFaulty } from './refusal.ts';
export {
  requireAssessments,
  requireDataset,
  requireFormula,
  requireList,
  requireOneOf,
  requireSet,
  requireSource,
  requireText,
} from './require.ts';
export type * from './result.ts';
export type * from './robustness-messages.ts';
export type * from './sheet-messages.ts';
export { codeAndName, ownName, unitName } from './unit-name.ts';
export type * from './verify-messages.ts';
export type * from './way-messages.ts';

/** The languages there are. */
export const LANGUAGES = ['vi', 'en'] as const satisfies readonly Lang[];

/**
 * The messages of a language, which everything shares: they are not to be changed. An application that wants other words
 * for {@link sentence} makes a copy with its own.
 *
 * @throws {RangeError} For any other language.
 * @example
 * const own = { ...messagesIn('en'), issues: { ...messagesIn('en').issues, 'data/no-rows': () => 'Nothing here yet.' } };
 * sentence(issue('data/no-rows', {}), own); // 'Nothing here yet.'
 */
export function messagesIn(lang: Lang): Messages {
  requireOneOf(LANGUAGES, lang, 'language');
  return lang === 'vi' ? vi : en;
}

/**
 * The sentence of an issue.
 *
 * @param found The issue.
 * @param words The language of the reader, or messages of one's own.
 * @returns One or two sentences; the place of the issue is not part of it.
 * @example sentence(issue('data/no-rows', {}), 'en').startsWith('There is no row of figures') // true
 */
export function sentence(found: Issue, words: Lang | Messages): string {
  return sentenceLines(found, words)
    .map((line) => (isList(found) ? line.trimStart() : line))
    .join(' ');
}

/** The sentence of an issue for where there is room for several lines: of a list, each item on its own, indented. */
export function sentenceLines(found: Issue, words: Lang | Messages): readonly string[] {
  const text = compose(typeof words === 'object' ? words : messagesIn(words), found);
  return isList(found) ? text.split('\n') : [text];
}

/** The only sentences written as a list: in others a line break comes from a file. */
function isList({ code }: Issue): boolean {
  return code === 'data/missing-columns' || code === 'data/left-out';
}

function compose<C extends IssueCode>(messages: Messages, found: IssueOf<C>): string {
  if (!isRecord(found)) throw new RangeError('no issue: give one of `issues`');
  if (!Object.hasOwn(messages.issues, found.code)) throw new RangeError(`no code of an issue: ${found.code}`);
  const make: (args: IssueArgs[C], found: IssueOf<C>) => string = messages.issues[found.code];
  return make(found.args, found);
}
