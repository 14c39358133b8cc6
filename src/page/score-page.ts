import { nearTheLine } from '../explain/index.ts';
import { countText, harmless, type WriteReport } from '../report/index.ts';
import { certificationMark, certificationNote } from './certification.ts';
import { classesSection } from './classes.ts';
import { headlineSection } from './headline.ts';
import { html } from './html.ts';
import { matrixSection } from './matrix.ts';
import { missingSection } from './missing.ts';
import { nearSection } from './near.ts';
import { pageContext, type PageContext } from './page-context.ts';
import { provenanceSection } from './provenance.ts';
import { rankingSection } from './ranking-table.ts';
import { readingsSection } from './readings.ts';
import { remarksSection } from './remarks.ts';
import { type PageSection, writeShell } from './shell.ts';
import { unitsData } from './units-data.ts';

/** A result as one HTML page that needs nothing beside it: from the figures that matter most to where they come from. */
export const writeScorePage: WriteReport = (scored, { lang }) => {
  const context = pageContext(scored, lang);
  const near = nearTheLine(scored.assessments, context.rows);
  const sections: readonly (PageSection | null)[] = [
    headlineSection(context),
    classesSection(context),
    rankingSection(context),
    matrixSection(context),
    missingSection(context),
    nearSection(context, near),
    readingsSection(context),
    remarksSection(context),
    provenanceSection(context),
  ];
  return writeShell({
    lang,
    title: harmless(context.set.title[lang]),
    head: html`<p class="facts-line">${factsLine(context)}</p>\n${certificationNote(context)}`,
    sections: sections.filter((section) => section !== null),
    footer: html`<p>${context.page.madeBy(scored.provenance.version)}</p>\n${certificationNote(context)}`,
    printMark: certificationMark(context),
    data: unitsData(context, near),
  });
};

/** By which criteria, for which period, how many units. */
function factsLine({ scored, set, lang, report }: PageContext): string {
  const { assessments, provenance } = scored;
  const periods = new Set(assessments.dataset.units.period.map((own) => own ?? provenance.period));
  const shown = [...periods].map((id) => (id === null ? report.noPeriod : report.period(harmless(id))));
  return [set.id, shown.join(', '), report.units(countText(assessments.dataset.rows, lang))].join(' · ');
}
