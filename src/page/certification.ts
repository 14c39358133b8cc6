import { markTexts } from '../report/index.ts';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';

/** Says that a result may not certify anybody; `null` where it may. */
export function certificationMark({ scored, lang }: PageContext): string | null {
  const texts = markTexts(scored, lang);
  return texts.length === 0 ? null : texts.join(' ');
}

/** The same where it cannot be overlooked. */
export function certificationNote(context: PageContext): Html | null {
  const mark = certificationMark(context);
  return mark === null ? null : html`<p class="not-certifying" role="note">${mark}</p>`;
}
