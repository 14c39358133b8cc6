import { citation, harmless } from '../report/index.ts';
import { html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** The questions that the law leaves open, and the answers this result rests on; `null` for a set without them. */
export function readingsSection({ set, lang, page }: PageContext): PageSection | null {
  if (set.readings.size === 0) return null;
  const { question, answer, clause } = page.readingColumns;
  const lines = [...set.readings.values()].map((reading) => {
    const chosen = set.chosen[reading.id] ?? reading.default;
    return html`<tr><th scope="row">${harmless(reading.question[lang])}</th><td>${harmless(reading.options.get(chosen)?.label[lang] ?? chosen)} <code>${reading.id}=${chosen}</code></td><td class="clause">${reading.cite === null ? null : citation(reading.cite, set, lang)}</td></tr>\n`;
  });
  const body = html`<table class="readings"><thead><tr><th scope="col">${question}</th><th scope="col">${answer}</th><th scope="col">${clause}</th></tr></thead>
<tbody>
${lines}</tbody></table>`;
  return { id: 'readings', title: page.readings, body };
}
