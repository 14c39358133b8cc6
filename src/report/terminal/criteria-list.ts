import type { Header } from '../../criteria/index.ts';
import { messagesIn } from '../../messages/index.ts';
import { dayText, validityText } from '../plain/days.ts';
import { harmless } from '../plain/harmless.ts';
import { type Column, layTable, wrap } from './layout.ts';
import type { Style } from '../style.ts';

/** What `xasach criteria` prints: the sets at hand, in a table where there is room for their titles. */
export function writeCriteriaList(entries: readonly Header[], style: Style): string {
  const { lang } = style;
  const words = messagesIn(lang).report;
  if (entries.length === 0) return `${words.set.none}\n`;
  const titles: Column<Header> = {
    title: words.set.title,
    align: 'left',
    cell: ({ title }) => harmless(title[lang]),
    fit: { good: 20, least: 20, cut: 'end' },
    drop: 1,
  };
  const { lines, leftOut } = layTable<Header>(
    [
      { title: words.set.id, align: 'left', cell: ({ id }) => harmless(id) },
      { title: words.set.status, align: 'left', cell: ({ status }) => words.statuses[status] },
      { title: words.set.effective, align: 'left', cell: ({ effective }) => validityText(effective, lang) },
      {
        title: words.set.reviewed,
        align: 'left',
        cell: ({ reviewed }) => (reviewed === null ? words.set.notReviewed : dayText(reviewed, lang)),
        drop: 0,
      },
      titles,
    ],
    entries,
    style,
  );
  const shown = leftOut.includes(titles) ? entries.flatMap((entry) => entryLines(entry, style)) : lines;
  return `${shown.join('\n')}\n`;
}

/** One set under its id. */
function entryLines(
  { id, title, status, effective, reviewed }: Header,
  { lang, width, paint }: Style,
): readonly string[] {
  const words = messagesIn(lang).report;
  const facts = [
    `${words.statuses[status]}, ${validityText(effective, lang)}`,
    reviewed === null ? words.set.notReviewed : `${words.set.reviewed}: ${dayText(reviewed, lang)}`,
  ];
  return [
    ...wrap(harmless(id), width).map((line) => paint.bold(line)),
    ...wrap(harmless(title[lang]), width, '  '),
    ...wrap(facts.join(' · '), width, '  ').map((line) => paint.dim(line)),
  ];
}
