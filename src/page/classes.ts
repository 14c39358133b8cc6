import { countText, summaryTexts } from '../report/index.ts';
import { stackedBar } from './bar.ts';
import { html } from './html.ts';
import { OPEN_COLOUR, type PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** How many units are in each class; classes and undetermined add up to the total. */
export function classesSection({ scored, colours, lang, page }: PageContext): PageSection {
  const { classColumns } = page;
  const { classes, total } = summaryTexts(scored, lang);
  const rows = classes.map(({ id, label, units, share }) => {
    const colour = colours.get(id ?? '') ?? OPEN_COLOUR;
    return html`<tr><th scope="row"><span class="class ${colour}">${label}</span></th>
<td class="picture">${stackedBar([{ colour, count: units }], total.units, [], null)}</td>
<td class="number">${countText(units, lang)}</td><td class="number">${share}</td></tr>
`;
  });
  const body = html`<table class="classes"><thead><tr><th scope="col">${classColumns.class}</th><td class="picture"></td><th scope="col" class="number">${classColumns.units}</th><th scope="col" class="number">${classColumns.share}</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot><tr><th scope="row">${total.label}</th><td class="picture"></td><td class="number">${countText(total.units, lang)}</td><td class="number">${total.share}</td></tr></tfoot></table>`;
  return { id: 'classes', title: page.classes, body };
}
