import { range } from 'd3-array';
import { scaleBand } from 'd3-scale';
import { asState, STATE_WORDS, stateWord } from '../explain/index.ts';
import type { StateWord } from '../messages/index.ts';
import { citation, countText, shorten, STATE_MARKS } from '../report/index.ts';
import { stackedBar } from './bar.ts';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/*
 * The states of all units under all criteria. A cell is a tile of a pattern, and tiles of one state that lie side by side
 * are one rectangle, so that tens of thousands of cells stay a few kilobytes.
 */

/** The strokes of each sign within a tile. */
const STROKES: Readonly<Record<StateWord, string>> = {
  pass: 'M3 6.2 5.2 8.6 9 3.8',
  fail: 'M3.6 3.6 8.4 8.4M8.4 3.6 3.6 8.4',
  unknown: 'M4.2 4.4C4.2 2.2 7.9 2.4 7.7 4.6 7.6 5.9 6 5.9 6 7.3M6 8.9V9.2',
  'not-applicable': 'M3.8 6H8.2',
};
const TILE = 13;
const HEAD = 40;
const MOST_ROWS = 50;
/** Room for a name; longer ones are cut, and stand whole in the ranking. */
const NAME = 132;
const LONGEST_NAME = 23;
/** Up to this width two pictures stand side by side on paper. */
const WIDEST_HALF = 420;

/** The units by the criteria as a picture, and how many units are in which state under each criterion. */
export function matrixSection(context: PageContext): PageSection {
  const { page, rows } = context;
  const pictures = Math.ceil(rows.length / MOST_ROWS);
  const height = Math.ceil(rows.length / Math.max(pictures, 1));
  const body = html`<p>${page.matrixAbout}</p>
${legend(context)}
<div class="matrix">${range(pictures).map((index) => picture(context, rows.slice(index * height, (index + 1) * height)))}</div>
<h3>${page.criteriaTable}</h3>
${criteriaTable(context)}`;
  return { id: 'matrix', title: page.matrix, body };
}

function legend({ report }: PageContext): Html {
  const tiles = STATE_WORDS.map(
    (state) =>
      html`<pattern id="tile-${state}" width="${TILE}" height="${TILE}" patternUnits="userSpaceOnUse">${tile(state)}</pattern>`,
  );
  const named = STATE_WORDS.map(
    (state) =>
      html`<li><svg width="${TILE}" height="${TILE}" aria-hidden="true">${tile(state)}</svg> ${report.states[state]}</li>`,
  );
  return html`<svg class="tiles" width="0" height="0" aria-hidden="true"><defs>${tiles}</defs></svg><ul class="legend">${named}</ul>`;
}

function tile(state: StateWord): Html {
  return html`<g class="tile ${state}"><rect width="12" height="12"/><path d="${STROKES[state]}"/></g>`;
}

function picture(context: PageContext, rows: readonly number[]): Html {
  const { set, lang, page, nameOf, colourOf } = context;
  const ids = [...set.criteria.keys()];
  const x = scaleBand(ids, [0, ids.length * TILE]);
  const y = scaleBand(rows, [0, rows.length * TILE]);
  const heads = ids.map((id) => html`<text transform="translate(${(x(id) ?? 0) + 9} -5)rotate(-90)">${id}</text>`);
  const names = rows.map((row) => {
    const top = y(row) ?? 0;
    return html`<rect class="${colourOf(row)}" x="-7" y="${top}" width="4" height="12"/><text class="name" x="-11" y="${top + 9.5}">${shorten(nameOf(row), LONGEST_NAME, 'end')}</text>`;
  });
  const cells = STATE_WORDS.map((state) => {
    const path = rows
      .map((row) =>
        runsOf(context, row, state)
          .map(([from, to]) => `M${from * TILE} ${y(row) ?? 0}h${(to - from) * TILE}v${TILE}H${from * TILE}z`)
          .join(''),
      )
      .join('');
    return path === '' ? null : html`<path fill="url(#tile-${state})" d="${path}"/>`;
  });
  const [first, last] = [rows[0], rows.at(-1)].map((row) => (row === undefined ? '' : nameOf(row)));
  const label = page.matrixPicture(countText(rows.length, lang), countText(ids.length, lang), first ?? '', last ?? '');
  const width = NAME + ids.length * TILE;
  const height = HEAD + rows.length * TILE;
  return html`<svg class="${width > WIDEST_HALF ? 'whole' : 'half'}" width="${width}" height="${height}" viewBox="${-NAME} ${-HEAD} ${width} ${height}" role="img" aria-label="${label}">${heads}${names}${cells}</svg>\n`;
}

/** Where a state stands in a row of the picture: from the first column to the one after the last. */
function runsOf(
  { scored: { assessments } }: PageContext,
  row: number,
  state: StateWord,
): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [column, states] of assessments.states.entries()) {
    if (stateWord(asState(states[row])) !== state) continue;
    const last = runs.at(-1);
    if (last?.[1] === column) last[1] = column + 1;
    else runs.push([column, column + 1]);
  }
  return runs;
}

function criteriaTable({ scored: { assessments }, set, lang, page, report, rows }: PageContext): Html {
  const lines = [...set.criteria.values()].map(({ id, title, cite }, number) => {
    const counts = STATE_WORDS.map((state) => ({
      state,
      count: rows.filter((row) => stateWord(asState(assessments.states[number]?.[row])) === state).length,
    }));
    const parts = counts.map(({ state, count }) => ({ colour: `tile ${state}`, count }));
    return html`<tr><th scope="row"><b>${id}</b> ${title[lang]}</th><td class="picture">${stackedBar(parts, rows.length, [], null)}</td>${counts.map(({ count }) => html`<td class="number">${countText(count, lang)}</td>`)}<td class="clause">${cite === null ? null : citation(cite, set, lang)}</td></tr>\n`;
  });
  const heads = STATE_WORDS.map(
    (state) =>
      html`<th scope="col" class="number"><span aria-hidden="true">${STATE_MARKS[state]}</span> ${report.states[state]}</th>`,
  );
  return html`<div class="scroll" role="region" aria-label="${page.criteriaTable}" tabindex="0"><table class="by-criterion"><thead><tr><th scope="col">${page.criteriaColumns.criterion}</th><td class="picture"></td>${heads}<th scope="col">${page.criteriaColumns.clause}</th></tr></thead>
<tbody>
${lines}</tbody></table></div>`;
}
