import type { Column } from '../report/index.ts';
import { type Html, html } from './html.ts';

/** The headings of columns that other reports have too. */
export function columnHeads<Row>(columns: readonly Column<Row>[]): readonly Html[] {
  return columns.map(({ title, align }) => html`<th scope="col"${classOf(align)}>${title}</th>`);
}

/** The cells of one row under such headings; the first may name the row. */
export function columnCells<Row>(
  columns: readonly Column<Row>[],
  row: Row,
  nameAt: number | null = null,
): readonly Html[] {
  return columns.map(({ cell, align }, index) =>
    index === nameAt ? html`<th scope="row">${cell(row)}</th>` : html`<td${classOf(align)}>${cell(row)}</td>`,
  );
}

function classOf(align: 'left' | 'right'): Html {
  return align === 'right' ? html` class="number"` : html` class="more"`;
}
