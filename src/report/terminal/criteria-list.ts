import type { Header } from '../../criteria/index.ts';
import { messagesIn } from '../../messages/index.ts';
import { dayText, validityText } from '../plain/days.ts';
import { harmless } from '../plain/harmless.ts';
import { layTable } from './layout.ts';
import type { Style } from '../style.ts';

/** What `xasach criteria` prints: the sets at hand. */
export function writeCriteriaList(entries: readonly Header[], style: Style): string {
  const { lang } = style;
  const words = messagesIn(lang).report;
  if (entries.length === 0) return `${words.set.none}\n`;
  const { lines } = layTable<Header>(
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
      {
        title: words.set.title,
        align: 'left',
        cell: ({ title }) => harmless(title[lang]),
        fit: { good: 20, least: 20, cut: 'end' },
        drop: 1,
      },
    ],
    entries,
    style,
  );
  return `${lines.join('\n')}\n`;
}
