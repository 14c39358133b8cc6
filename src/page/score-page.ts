import { nearTheLine } from '../explain/index.ts';
import { factsText, type Scored, shownTexts, type Style, tells } from '../report/index.ts';
import { certificationMark, certificationNote } from './certification.ts';
import { classesSection } from './classes.ts';
import { comparedSection, otherReadingsSection } from './compared.ts';
import { groupsSection } from './groups.ts';
import { headlineSection } from './headline.ts';
import { html } from './html.ts';
import type { UnitMap } from './boundaries.ts';
import { mapSection } from './map.ts';
import { matrixSection } from './matrix.ts';
import { missingSection } from './missing.ts';
import { nearSection } from './near.ts';
import { pageContext } from './page-context.ts';
import { provenanceSection } from './provenance.ts';
import { rankingSection } from './ranking-table.ts';
import { readingsSection } from './readings.ts';
import { remarksSection } from './remarks.ts';
import { robustnessSection } from './robustness.ts';
import { type PageSection, writeShell } from './shell.ts';
import { unitsData } from './units-data.ts';

/**
 * A result as one HTML page that needs nothing beside it: from the figures that matter most to where they come from.
 *
 * @param map Where units lie, for a map of them.
 */
export function writeScorePage(scored: Scored, { lang }: Pick<Style, 'lang'>, map: UnitMap | null = null): string {
  const context = pageContext(scored, lang);
  const near = tells(scored, 'near') ? nearTheLine(scored.assessments, context.rows) : null;
  const sections: readonly (PageSection | null)[] = [
    headlineSection(context),
    classesSection(context),
    map === null ? null : mapSection(context, map),
    groupsSection(context),
    comparedSection(context),
    rankingSection(context),
    robustnessSection(context),
    matrixSection(context),
    missingSection(context),
    nearSection(context, near),
    readingsSection(context),
    otherReadingsSection(context),
    remarksSection(context),
    provenanceSection(context),
  ];
  return writeShell({
    lang,
    title: context.set.title[lang],
    head: html`<p class="facts-line">${factsText(scored, lang)}</p>\n${shownTexts(scored, lang).map((text) => html`<p>${text}</p>\n`)}${certificationNote(context)}`,
    sections: sections.filter((section) => section !== null),
    footer: html`<p>${context.page.madeBy(scored.provenance.version)}</p>\n${certificationNote(context)}`,
    printMark: certificationMark(context),
    data: unitsData(context, near),
  });
}
