import { type Issue, sentence } from '../messages/index.ts';
import { placeText } from '../report/index.ts';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** What a reader should know of criteria and data: what the set lacks, its notes, and what was noticed in the data. */
export function remarksSection(context: PageContext): PageSection | null {
  const { scored, set, lang, page, report } = context;
  const { issues } = scored.provenance;
  const lists: readonly (readonly [string, readonly Html[]])[] = [
    [report.setLacks, set.missing.map((text) => html`<li>${text[lang]}</li>`)],
    [report.notes, set.notes.map((text) => html`<li>${text[lang]}</li>`)],
    [page.noticed, issues.map((found) => issueItem(found, context))],
  ];
  const shown = lists.filter(([, items]) => items.length > 0);
  if (shown.length === 0) return null;
  const body = html`${shown.map(([title, items]) => html`<h3>${title}</h3>\n<ul>${items}</ul>\n`)}`;
  return { id: 'remarks', title: page.remarks, body };
}

function issueItem(found: Issue, { lang, report }: PageContext): Html {
  const place = found.position === null ? null : html` <span class="place">${placeText(found.position)}</span>`;
  return html`<li><b>${report.severities[found.severity]}:</b> ${sentence(found, lang)}${place}</li>`;
}
