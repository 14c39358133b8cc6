import { group } from 'd3-array';
import type { MissingCell } from '../explain/index.ts';
import { countText, missingByOffice, missingLabel, missingPlaceText } from '../report/index.ts';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** A figure that a unit lacks. */
interface Lack {
  readonly row: number;
  readonly cell: MissingCell;
  readonly office: string;
  readonly figure: string;
}

/** The figures that the criteria need and the data lack, by the office that owes them. */
export function missingSection(context: PageContext): PageSection {
  const { page, lang } = context;
  const offices = [...group(lacksOf(context), ({ office }) => office)];
  const body =
    offices.length === 0
      ? html`<p>${page.noneMissing}</p>`
      : html`${offices.map(
          ([office, lacks]) =>
            html`<h3>${page.office(office, countText(lacks.length, lang))}</h3>\n${officeTable(context, lacks)}`,
        )}`;
  return { id: 'missing', title: page.missing, body };
}

function lacksOf({ scored, set, lang, report, rows, texts }: PageContext): readonly Lack[] {
  return missingByOffice(scored, rows, texts).map(({ office, row, cell }) => ({
    row,
    cell,
    office: office === null ? report.check.noOffice : office[lang],
    figure: missingLabel(set, cell, lang),
  }));
}

function officeTable({ page, lang, nameOf, idOf, rows }: PageContext, lacks: readonly Lack[]): Html {
  const { missingColumns } = page;
  const figures = [...group(lacks, ({ figure }) => figure)].map(([figure, own]) => {
    const isAll = own.length === rows.length && rows.length > 1;
    const units = own.map(
      ({ row, cell }) =>
        html`<li><a href="#${idOf(row)}">${nameOf(row)}</a> <span class="place">${missingPlaceText(cell, lang)}</span></li>`,
    );
    return html`<tr><th scope="row">${figure}</th><td class="number">${countText(own.length, lang)}</td><td>${isAll ? page.everyUnit : html`<ul class="inline">${units}</ul>`}</td></tr>\n`;
  });
  return html`<table class="missing"><thead><tr><th scope="col">${missingColumns.figure}</th><th scope="col" class="number">${missingColumns.count}</th><th scope="col">${missingColumns.units}</th></tr></thead>
<tbody>
${figures}</tbody></table>\n`;
}
