import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';

/** Says that a result may not certify anybody; `null` where it may. */
export function certificationMark({ set, report }: PageContext): string | null {
  return set.status === 'in-force' ? null : report.notForCertification(set.status);
}

/** The mark where it cannot be overlooked. */
export function certificationNote(context: PageContext): Html | null {
  const mark = certificationMark(context);
  return mark === null ? null : html`<p class="not-certifying" role="note">${mark}</p>`;
}
