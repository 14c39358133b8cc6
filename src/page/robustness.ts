import { robustnessTexts } from '../report/index.ts';
import { html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** How places were tried under other weights, and how many hold; the places themselves stand in the ranking. */
export function robustnessSection({ scored, lang, report }: PageContext): PageSection | null {
  const texts = robustnessTexts(scored, lang);
  if (texts.length === 0) return null;
  return {
    id: 'robustness',
    title: report.robustness.title,
    body: html`${texts.map((text) => html`<p>${text}</p>\n`)}`,
  };
}
