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
