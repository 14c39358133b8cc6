import { groupTable } from '../report/index.ts';
import { columnCells, columnHeads } from './column-table.ts';
import { html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** The totals of each group of units; `null` where units are not grouped. */
export function groupsSection({ scored, lang, report }: PageContext): PageSection | null {
  const { groups } = scored;
  if (groups === undefined) return null;
  const columns = groupTable(scored, groups, lang);
  const nameAt = columns.findIndex(({ kind }) => kind === 'group');
  const body = html`<div class="scroll" role="region" aria-labelledby="groups-title" tabindex="0"><table class="groups"><thead><tr>${columnHeads(columns)}</tr></thead>
<tbody>
${groups.groups.map((group) => html`<tr>${columnCells(columns, group, nameAt)}</tr>\n`)}</tbody></table></div>`;
  return { id: 'groups', title: report.groups.title(groups.column.label[lang]), body };
}
