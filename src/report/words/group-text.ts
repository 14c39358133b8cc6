import { answersYesOrNo, unitColumnLabel, yesOrNo } from '../../data/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import type { Grouping } from '../../rank/index.ts';
import { countText } from '../plain/numbers.ts';
import type { Scored } from '../scored.ts';
import { spanText } from './unit-texts.ts';
import { harmless } from '../plain/harmless.ts';

/** The name of a group: its text, yes or no, or the label of the choice. */
export function groupText({ column: { values } }: Grouping, value: string | null, lang: Lang): string {
  const words = messagesIn(lang).report;
  if (value === null) return words.groups.notStated;
  if (values === 'text') return harmless(value);
  if (values === 'boolean') return value === 'yes' ? words.yes : value === 'no' ? words.no : harmless(value);
  return harmless(values.get(value)?.[lang] ?? value);
}

/** That a list stands group by group; `null` where it is in the order of places, or units are not grouped. */
export function groupOrderText({ groups, ranking }: Scored, rows: readonly number[], lang: Lang): string | null {
  if (groups === undefined || isInOrder(rows, ranking.order) || !isInOrder(rows, groups.ranking.order)) return null;
  return messagesIn(lang).report.groups.inGroups(harmless(groups.column.label[lang]));
}

function isInOrder(rows: readonly number[], order: readonly number[]): boolean {
  const places = new Map(order.map((row, place) => [row, place]));
  const placeOf = (row: number | undefined): number => places.get(row ?? -1) ?? -1;
  return rows.every((row, index) => index === 0 || placeOf(rows[index - 1]) < placeOf(row));
}

/** The place of a unit within its group and how many units that has; an interval while it is open. */
export function groupPlaceText({ ranking: { from, to, of } }: Grouping, row: number, lang: Lang): string {
  return `${spanText(from[row] ?? 0, to[row] ?? 0, lang)}/${countText(of[row] ?? 0, lang)}`;
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
