import { answersYesOrNo, unitColumnLabel, yesOrNo } from '../../data/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import type { Grouping } from '../../rank/index.ts';
import { harmless } from '../plain/harmless.ts';

/** The name of a group: its text, yes or no, or the label of the choice. */
export function groupText({ column: { values } }: Grouping, value: string | null, lang: Lang): string {
  const words = messagesIn(lang).report;
  if (value === null) return words.groups.notStated;
  if (values === 'text') return harmless(value);
  if (values === 'boolean') return value === 'yes' ? words.yes : value === 'no' ? words.no : harmless(value);
  return harmless(values.get(value)?.[lang] ?? value);
}

/** What a column about units says of one: yes and no in the reader's language, everything else as it is. */
export function groupWord(id: string, text: string, lang: Lang): string {
  const answer = answersYesOrNo(id) ? yesOrNo(text) : null;
  return answer === null ? harmless(text) : messagesIn(lang).report[answer];
}

/** The places that a unit lies in, and what else the columns about it say: a yes or no with what it answers. */
export function groupWords(
  groups: ReadonlyMap<string, readonly (string | null)[]>,
  row: number,
  lang: Lang,
): readonly string[] {
  return [...groups].flatMap(([id, values]) => {
    const value = values[row] ?? null;
    if (value === null) return [];
    const word = groupWord(id, value, lang);
    return [answersYesOrNo(id) ? `${unitColumnLabel(id)[lang]}: ${word}` : word];
  });
}
