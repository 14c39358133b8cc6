import { countText, shareText } from '../report/index.ts';
import { stackedBar } from './bar.ts';
import { html } from './html.ts';
import { OPEN_COLOUR, type PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** How many units are in each class; classes and undetermined add up to the total. */
export function classesSection({ scored: { summary }, set, colours, lang, page, report }: PageContext): PageSection {
  const { classColumns } = page;
  const classes = [...set.classes.values()].map(({ id, label }) => ({
    label: label[lang],
    colour: colours.get(id) ?? OPEN_COLOUR,
    count: summary.classes.get(id) ?? 0,
  }));
  const all = [...classes, { label: report.undetermined, colour: OPEN_COLOUR, count: summary.undetermined }];
  const rows = all.map(
    ({ label, colour, count }) => html`<tr><th scope="row"><span class="class ${colour}">${label}</span></th>
<td class="picture">${stackedBar([{ colour, count }], summary.units, [], null)}</td>
<td class="number">${countText(count, lang)}</td><td class="number">${shareText(count, summary.units, lang)}</td></tr>
`,
  );
  const body = html`<table class="classes"><thead><tr><th scope="col">${classColumns.class}</th><td class="picture"></td><th scope="col" class="number">${classColumns.units}</th><th scope="col" class="number">${classColumns.share}</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot><tr><th scope="row">${report.total}</th><td class="picture"></td><td class="number">${countText(summary.units, lang)}</td><td class="number">${shareText(summary.units, summary.units, lang)}</td></tr></tfoot></table>`;
  return { id: 'classes', title: page.classes, body };
}
