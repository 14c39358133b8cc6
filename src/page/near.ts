import type { NearChange } from '../explain/index.ts';
import { countText, nearTexts } from '../report/index.ts';
import { html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** The units that one figure alone, one unit more or less, would move to another class. */
export function nearSection(context: PageContext, near: (row: number) => readonly NearChange[]): PageSection {
  const { scored, lang, page, report, rows, texts, nameOf, idOf, colourOf } = context;
  const { ways } = report;
  const found = rows
    .map((row) => ({ row, changes: nearTexts(near(row), scored.assessments, lang) }))
    .filter(({ changes }) => changes.length > 0);
  const lines = found.map(
    ({ row, changes }) =>
      html`<tr><th scope="row"><a href="#${idOf(row)}">${nameOf(row)}</a></th><td><span class="class ${colourOf(row)}">${texts.className(row)}</span></td><td><ul class="plain">${changes.map((text) => html`<li>${text}</li>`)}</ul></td></tr>\n`,
  );
  const { unit, class: now, change } = page.nearColumns;
  const body =
    found.length === 0
      ? html`<p>${ways.noneNear}</p>`
      : html`<p>${ways.nearUnits(countText(found.length, lang), countText(rows.length, lang))}.</p>
<table class="near"><thead><tr><th scope="col">${unit}</th><th scope="col">${now}</th><th scope="col">${change}</th></tr></thead>
<tbody>
${lines}</tbody></table>`;
  return { id: 'near', title: ways.near, body };
}
