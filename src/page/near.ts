import { group } from 'd3-array';
import { UNDETERMINED } from '../assess/index.ts';
import { meritOf } from '../criteria/index.ts';
import type { NearChange } from '../explain/index.ts';
import { countText, nearCountText, nearWords } from '../report/index.ts';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

/** One figure that would move a unit. */
interface Step {
  readonly row: number;
  readonly from: string;
  readonly to: string;
  /** How much better the class would be; below 0, worse. */
  readonly gain: number;
  readonly figure: string;
  readonly change: string;
}

/**
 * The units that one figure alone, one unit more or less, would move to another class: those that could rise first. Units
 * that the same step of the same figure would move stand together.
 */
export function nearSection(context: PageContext, near: ((row: number) => readonly NearChange[]) | null): PageSection {
  const { scored, lang, report, rows } = context;
  const { ways } = report;
  if (near === null) return { id: 'near', title: ways.near, body: html`<p>${context.page.nearNotAsked}</p>` };
  const steps = rows.flatMap((row) => stepsOf(context, row, near(row)));
  const units = new Set(steps.map(({ row }) => row)).size;
  const moves = [...group(steps.toSorted(byGain), ({ from, to }) => `${from}\n${to}`).values()];
  const body =
    units === 0
      ? html`<p>${nearCountText(0, scored, lang)}</p>`
      : html`<p>${nearCountText(units, scored, lang)}.</p>
${moves.map((move) => moveTable(context, move))}`;
  return { id: 'near', title: ways.near, body };
}

/** The steps a few classes up first, then those down. */
function byGain(one: Step, other: Step): number {
  return other.gain - one.gain;
}

function stepsOf(
  { scored: { assessments }, set, lang }: PageContext,
  row: number,
  changes: readonly NearChange[],
): readonly Step[] {
  const ids = [...set.classes.keys()];
  const merit = meritOf(set);
  const from = assessments.classes[row] ?? UNDETERMINED;
  const words = nearWords(changes, assessments, lang);
  return changes.map(({ class: to }, index) => {
    const { label = '', now = '', changed = '' } = words[index] ?? {};
    const gain = (merit[from] ?? 0) - (merit[ids.indexOf(to)] ?? 0);
    return { row, from: ids[from] ?? '', to, gain, figure: label, change: `${now} → ${changed}` };
  });
}

/** All steps from one class to another. */
function moveTable(context: PageContext, steps: readonly Step[]): Html {
  const { lang, page, nameOf, idOf } = context;
  const { figure, change, units } = page.nearColumns;
  const lines = [...group(steps, (step) => `${step.figure}\n${step.change}`).values()].map((own) => {
    const names = own.map(({ row }) => html`<li><a href="#${idOf(row)}">${nameOf(row)}</a></li>`);
    return html`<tr><th scope="row">${own[0]?.figure ?? null}</th><td class="number">${own[0]?.change ?? null}</td><td class="number">${countText(own.length, lang)}</td><td><ul class="inline">${names}</ul></td></tr>\n`;
  });
  const [first] = steps;
  if (first === undefined) return html``;
  return html`<h3>${className(context, first.from)} → ${className(context, first.to)}</h3>
<table class="near"><thead><tr><th scope="col">${figure}</th><th scope="col" class="number">${change}</th><th scope="col" class="number">${page.classColumns.units}</th><th scope="col">${units}</th></tr></thead>
<tbody>
${lines}</tbody></table>\n`;
}

function className({ set, lang, colours }: PageContext, id: string): Html {
  return html`<span class="class ${colours.get(id) ?? null}">${set.classes.get(id)?.label[lang] ?? id}</span>`;
}
