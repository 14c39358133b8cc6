import { ownName } from '../messages/index.ts';
import { comparisonTexts, type MatrixTexts, type MoveTexts, noVariantText, readingTexts } from '../report/index.ts';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** The result beside what it is held against: kinds of units, from class to class, and every unit that moved with its reason. */
export function comparedSection(context: PageContext): PageSection | null {
  const texts = comparisonTexts(context.scored, context.lang);
  if (texts === null) return null;
  const figures = texts.verdicts.map(({ label, count }) => html`<div><dt>${label}</dt><dd>${count}</dd></div>`);
  const body = html`${texts.notes.map((note) => html`<p class="not-certifying">${note}</p>\n`)}<dl class="figures small">${figures}</dl>
${matrixTable(texts.matrix)}
${texts.others.map((text) => html`<p>${text}</p>\n`)}<h3>${texts.moved}</h3>
${movesTable(context, texts.units)}`;
  return { id: 'compared', title: texts.title, body };
}

/** What would be otherwise under readings that were not chosen; `null` where nobody asked. */
export function otherReadingsSection(context: PageContext): PageSection | null {
  const { scored, lang, report } = context;
  const { otherReadings } = scored;
  if (otherReadings === undefined) return null;
  const variants = readingTexts(scored, otherReadings, lang).map(
    ({ readings, moved, units }) =>
      html`<h3>${readings.join('; ')}</h3>\n<p>${moved}</p>\n${movesTable(context, units)}`,
  );
  const body = otherReadings.length === 0 ? html`<p>${noVariantText(scored, lang)}</p>` : html`${variants}`;
  return { id: 'other-readings', title: report.compare.otherReadings, body };
}

/** How many units went from which class to which; those that stayed are on the diagonal. */
function matrixTable({ title, corner, total, columns, rows, columnTotals, all }: MatrixTexts): Html {
  const lines = rows.map(
    ({ label, counts, total: sum }) =>
      html`<tr><th scope="row">${label}</th>${counts.map((count) => html`<td class="number">${count}</td>`)}<td class="number">${sum}</td></tr>\n`,
  );
  return html`<h3>${title}</h3>
<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table class="from-to"><thead><tr><th scope="col">${corner}</th>${columns.map((label) => html`<th scope="col" class="number">${label}</th>`)}<th scope="col" class="number">${total}</th></tr></thead>
<tbody>
${lines}</tbody>
<tfoot><tr><th scope="row">${total}</th>${columnTotals.map((count) => html`<td class="number">${count}</td>`)}<td class="number">${all}</td></tr></tfoot></table></div>\n`;
}

/** Every unit that moved, and what moves it. */
function movesTable({ page, idOf }: PageContext, units: readonly MoveTexts[]): Html | null {
  if (units.length === 0) return null;
  const { unit, change, reasons } = page.moveColumns;
  const lines = units.map(({ row, change: moved, measures, reasons: why, direction, ...unit }) => {
    const name = ownName(unit);
    const shown = name ?? unit.code;
    const link = row === null ? html`${shown}` : html`<a href="#${idOf(row)}">${shown}</a>`;
    return html`<tr><th scope="row">${link} <span class="place">${name === null ? null : unit.code}</span></th><td><span class="move" aria-hidden="true">${direction === null ? '•' : SIGNS[direction]}</span> ${[moved, ...measures].join('; ')}</td><td>${why.map((reason) => html`<p>${reason}</p>`)}</td></tr>\n`;
  });
  return html`<div class="scroll" role="region" aria-label="${change}" tabindex="0"><table class="moves"><thead><tr><th scope="col">${unit}</th><th scope="col">${change}</th><th scope="col">${reasons}</th></tr></thead>
<tbody>
${lines}</tbody></table></div>\n`;
}

const SIGNS = { better: '▲', worse: '▼' } as const;
