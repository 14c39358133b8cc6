import { type UnitData, unitView } from '../browser/index.ts';
import { nearTheLine } from '../explain/index.ts';
import { factsText, harmless, rowsOf, type Scored, shownTexts, type Style } from '../report/index.ts';
import { certificationMark } from './certification.ts';
import { html, htmlElement } from './html.ts';
import { pageContext } from './page-context.ts';
import { provenanceSection } from './provenance.ts';
import { readingsSection } from './readings.ts';
import { remarksSection } from './remarks.ts';
import { type PageSection, writeShell } from './shell.ts';
import { unitsData } from './units-data.ts';

/**
 * One unit in full as one HTML page, to print and to file: what came out in each of its periods and why, then what that
 * rests on. It shows without a script what a report shows of the unit.
 *
 * @param scored A result of which the rows of one unit are chosen.
 * @throws {RangeError} Where no row is chosen, and for an order or totals of other units.
 */
export function writeUnitPage(scored: Scored, { lang }: Pick<Style, 'lang'>): string {
  const rows = rowsOf(scored);
  const context = { ...pageContext({ ...scored, further: new Set(['ways', 'near']) }, lang), rows };
  const { set, page, texts } = context;
  const [first] = rows;
  if (first === undefined) throw new RangeError('no unit is chosen');
  const data = unitsData(context, nearTheLine(scored.assessments, rows));
  const outcome = (unit: UnitData, row: number): PageSection => {
    const period = scored.assessments.dataset.units.period[row] ?? scored.provenance.period;
    return {
      id: unit.id,
      title: page.outcome(period === null ? null : harmless(period)),
      body: html`${unitView(unit, data, htmlElement)}`,
    };
  };
  const sections: readonly (PageSection | null)[] = [
    ...data.units.map((unit, index) => outcome(unit, rows[index] ?? first)),
    readingsSection(context),
    remarksSection(context),
    provenanceSection(context),
  ];
  return writeShell({
    lang,
    title: texts.fullName(first),
    head: html`<p>${set.title[lang]}</p>\n<p class="facts-line">${factsText(scored, lang)}</p>\n${shownTexts(scored, lang).map((text) => html`<p>${text}</p>\n`)}`,
    sections: sections.filter((section) => section !== null),
    footer: html`<p>${page.madeBy(scored.provenance.version)}</p>`,
    printMark: certificationMark(context),
    data: null,
  });
}
