import { countText, dayText, validityText } from '../report/index.ts';
import { type Html, type HtmlPart, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** What the result was made from, so that anybody can make it again. */
export function provenanceSection({ scored, set, lang, page, report }: PageContext): PageSection {
  const { provenance, assessments } = scored;
  const terms = page.provenanceTerms;
  const term = (name: string, value: HtmlPart): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`;
  const options = Object.entries(provenance.options).map(
    ([name, value]) => html`<li><code>${name}=${value}</code></li>`,
  );
  const documents = [...set.sources.values()].map(({ document, date, issuer }) => {
    const parts = [document[lang], issuer, date === null ? null : dayText(date, lang)];
    return html`<li>${parts.flatMap((part) => (part === null ? [] : [part])).join(', ')}</li>`;
  });
  const periods = [...new Set(assessments.dataset.units.period.map((own) => own ?? provenance.period))];
  const inputs = assessments.dataset.inputs.map(
    ({ name, rows, sha256 }) =>
      html`<tr><th scope="row">${name}</th><td class="number">${countText(rows, lang)}</td><td><code class="hash">${sha256}</code></td></tr>\n`,
  );
  const { name, rows, sha256 } = page.inputColumns;
  const body = html`<dl class="terms">
${term(terms.criteria, html`<code>${set.id}</code>`)}${term(terms.title, set.title[lang])}${term(terms.status, report.statuses[set.status])}${term(terms.effective, validityText(set.effective, lang))}${term(terms.sha256, html`<code class="hash">${set.sha256}</code>`)}${term(terms.documents, html`<ul class="plain">${documents}</ul>`)}${term(terms.period, periods.map((id) => id ?? report.noPeriod).join(', '))}${term(terms.options, options.length === 0 ? page.noOptions : html`<ul class="plain">${options}</ul>`)}${term(terms.engine, `xasach ${provenance.version}`)}</dl>
<h3>${terms.inputs}</h3>
<div class="scroll" role="region" aria-label="${terms.inputs}" tabindex="0"><table class="inputs"><thead><tr><th scope="col">${name}</th><th scope="col" class="number">${rows}</th><th scope="col">${sha256}</th></tr></thead>
<tbody>
${inputs}</tbody></table></div>`;
  return { id: 'provenance', title: page.provenance, body };
}
