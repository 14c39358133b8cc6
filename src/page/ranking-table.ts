import { bisector } from 'd3-array';
import { UNDETERMINED } from '../assess/index.ts';
import { meritOf } from '../criteria/index.ts';
import { unitColumnLabel } from '../data/index.ts';
import type { StateWord, VerdictWord } from '../messages/index.ts';
import { compare, type Rational } from '../number/index.ts';
import {
  groupColumnsOfUnits,
  groupWord,
  hasVerdict,
  PLAIN,
  placesOfNames,
  robustnessColumns,
  unusualTies,
  verdictReader,
} from '../report/index.ts';
import { columnCells, columnHeads } from './column-table.ts';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';
import { stateMark } from './state-mark.ts';

/** A group column is offered as a filter when it tells units apart, in so many parts at the most. */
const MOST_PARTS = 100;

/** A column of the data by which rows can be filtered: its values in order, and the place of each row's own. */
interface Filter {
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly placeOf: (row: number) => number;
}

/** The units in order of rank; the script of the page adds search, filters and sorting. */
export function rankingSection(context: PageContext): PageSection {
  const { scored, set, page, report, texts, rows } = context;
  const { columns } = report;
  const filters = groupFilters(context);
  const placeOfName = placesOfNames(scored, context.lang);
  const hasPeriods = new Set(rows.map((row) => texts.period(row))).size > 1;
  const verdicts = hasVerdict(set) ? verdictReader(scored, context.lang) : null;
  const keys = sortKeys(context);
  const places = new Map(scored.ranking.order.map((row, place) => [row, place]));
  const style = { lang: context.lang, width: Number.POSITIVE_INFINITY, paint: PLAIN };
  const further = [...groupColumnsOfUnits(scored, style), ...robustnessColumns(scored, style)];
  const head = [
    html`<th scope="col" data-sort aria-sort="ascending" class="number">${columns.rank}</th>`,
    html`<th scope="col" data-sort>${columns.code}</th>`,
    html`<th scope="col" data-sort>${columns.name}</th>`,
    placeOfName === null ? null : html`<th scope="col" data-sort>${placeOfName.title}</th>`,
    hasPeriods ? html`<th scope="col" data-sort>${columns.period}</th>` : null,
    html`<th scope="col" data-sort>${columns.class}</th>`,
    verdicts === null ? null : html`<th scope="col" data-sort>${columns.verdict}</th>`,
    set.score === null ? null : html`<th scope="col" data-sort class="number">${columns.score}</th>`,
    ...columnHeads(further),
    html`<th scope="col" class="reason">${columns.deciding}</th>`,
  ];
  const body = rows.map((row) => {
    const verdict = texts.verdict(row);
    const own = filters.map(({ name, placeOf }) => html` data-${name}="${placeOf(row)}"`);
    return html`<tr id="${context.idOf(row)}" data-c="${classPlace(context, row)}"${own}><td class="number" data-key="${places.get(row) ?? 0}">${texts.rank(row)}</td><td class="code">${texts.code(row)}</td><th scope="row"><a href="#${context.idOf(row)}">${context.nameOf(row)}</a></th>${
      placeOfName === null ? null : html`<td>${placeOfName.of(row)}</td>`
    }${
      hasPeriods ? html`<td>${texts.period(row)}</td>` : null
    }<td data-key="${keys.merit(row)}"><span class="class ${context.colourOf(row)}">${texts.className(row)}</span></td>${
      verdicts === null
        ? null
        : html`<td class="verdict">${stateMark(VERDICT_STATES[verdict])} ${verdicts(row, verdict)}</td>`
    }${set.score === null ? null : html`<td class="number" data-key="${keys.score(row)}">${texts.score(row)}</td>`}${columnCells(further, row)}<td class="reason">${texts.reason(row)}</td></tr>
`;
  });
  return {
    id: 'ranks',
    title: page.ranking,
    body: html`${controls(context, filters)}
${tiesNote(context)}<div class="scroll" role="region" aria-labelledby="ranks-title" tabindex="0"><table id="ranking"><thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody></table></div>
<dialog id="unit" aria-labelledby="unit-title"></dialog>`,
  };
}

const VERDICT_STATES: Readonly<Record<VerdictWord, StateWord>> = {
  certified: 'pass',
  'not-certified': 'fail',
  undetermined: 'unknown',
};

/** Search and filters; they are shown by the script, as they do nothing without it. */
function controls({ set, lang, page, report }: PageContext, filters: readonly Filter[]): Html {
  const classes = [
    ...[...set.classes.values()].map(({ label }, place) => ({ place, label: label[lang] })),
    { place: UNDETERMINED, label: report.undetermined },
  ];
  return html`<form id="ranking-controls" class="controls" hidden role="search" aria-label="${page.search}">
<label>${page.search}<input type="search" name="search" autocomplete="off" placeholder="${page.searchHint}"></label>
<label>${report.columns.class}<select name="c"><option value="">${page.all}</option>${classes.map(({ place, label }) => html`<option value="${place}">${label}</option>`)}</select></label>
${filters.map(({ name, label, values }) => html`<label>${label}<select name="${name}"><option value="">${page.all}</option>${values.map((value, place) => html`<option value="${place}">${value}</option>`)}</select></label>\n`)}
<button type="reset">${page.reset}</button>
<p class="hint"><output></output>. ${page.pressForUnit}</p>
</form>`;
}

/** How equal units are placed, where that is not the rule. */
function tiesNote({ set, lang }: PageContext): Html | null {
  const ties = unusualTies(set, lang);
  return ties === null ? null : html`<p>${ties}</p>\n`;
}

function classPlace({ scored: { assessments } }: PageContext, row: number): number {
  return assessments.classes[row] ?? UNDETERMINED;
}

/** The columns about units that tell the rows of the report apart. */
function groupFilters({ scored: { assessments }, lang, rows, report }: PageContext): readonly Filter[] {
  const collator = new Intl.Collator('vi', { numeric: true });
  return [...assessments.dataset.units.groups].flatMap(([id, texts], index) => {
    const textOf = (row: number): string => groupWord(id, texts[row] ?? report.groups.notStated, lang);
    const values = [...new Set(rows.map(textOf))].toSorted(collator.compare);
    if (values.length < 2 || values.length > MOST_PARTS) return [];
    const places = new Map(values.map((value, place) => [value, place]));
    return [
      {
        name: `g${index}`,
        label: unitColumnLabel(id)[lang],
        values,
        placeOf: (row: number) => places.get(textOf(row)) ?? 0,
      },
    ];
  });
}

/** Whole numbers in the order of classes and of scores: what is exact here need not be compared in the page. */
function sortKeys({ scored: { assessments }, set, rows }: PageContext) {
  const merit = meritOf(set);
  const scoreOf = (row: number): Rational | null => assessments.score(row)?.min ?? null;
  const scores = rows.flatMap((row) => scoreOf(row) ?? []).toSorted(compare);
  const placeOf = bisector<Rational, Rational>(compare);
  return {
    merit: (row: number): number => merit[assessments.classes[row] ?? UNDETERMINED] ?? set.classes.size,
    score: (row: number): number => {
      const score = scoreOf(row);
      return score === null ? -1 : placeOf.left(scores, score);
    },
  };
}
