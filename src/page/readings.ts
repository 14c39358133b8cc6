import { appliedReadings, citation } from '../report/index.ts';
import { html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** The questions that the law leaves open, and the answers this result rests on; `null` for a set without them. */
export function readingsSection({ set, lang, page }: PageContext): PageSection | null {
  const lines = appliedReadings(set, lang).map(
    ({ id, question, chosen, answer, cite }) =>
      html`<tr><th scope="row">${question}</th><td>${answer} <code>${id}=${chosen}</code></td><td class="clause">${cite === null ? null : citation(cite, set, lang)}</td></tr>\n`,
  );
  if (lines.length === 0) return null;
  const titles = page.readingColumns;
  const body = html`<table class="readings"><thead><tr><th scope="col">${titles.question}</th><th scope="col">${titles.answer}</th><th scope="col">${titles.clause}</th></tr></thead>
<tbody>
${lines}</tbody></table>`;
  return { id: 'readings', title: page.readings, body };
}
