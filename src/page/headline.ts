import { countText, summaryTexts, type VerdictShare } from '../report/index.ts';
import { stackedBar } from './bar.ts';
import { type Html, html } from './html.ts';
import { OPEN_COLOUR, type PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';
import { stateMark } from './state-mark.ts';

/** The figures that matter most, the share of each class as one bar, and the targets. */
export function headlineSection(context: PageContext): PageSection {
  const { scored, lang, page } = context;
  const { units, undetermined } = scored.summary;
  const { verdicts } = summaryTexts(scored, lang);
  const missing = context.rows.reduce((sum, row) => sum + context.texts.missing(row).length, 0);
  const figures = [
    figure(countText(units, lang), null, page.unitsAssessed),
    ...(verdicts === null ? [] : [certifiedFigure(verdicts.certified, context)]),
    figure(countText(undetermined, lang), null, page.undetermined),
    figure(countText(missing, lang), null, page.missingFigures),
  ];
  const list = (verdicts?.targets ?? []).map(({ progress: { met }, text }) => {
    const state = met === null ? 'unknown' : met ? 'pass' : 'fail';
    return html`<li>${stateMark(state)} ${text}</li>`;
  });
  const notes = [verdicts?.registered, verdicts?.open].flatMap((text) => text ?? []);
  const body = html`<dl class="figures">${figures}</dl>
${distributionBar(context)}
${list.length === 0 ? null : html`<ul class="targets">${list}</ul>`}
${notes.map((text) => html`<p>${text}</p>\n`)}`;
  return { id: 'headline', title: page.headline, body };
}

function certifiedFigure({ label, units, share }: VerdictShare, { scored: { summary }, lang }: PageContext): Html {
  return figure(
    countText(units, lang),
    `/${countText(summary.units, lang)}`,
    share === '' ? label : `${label}: ${share}`,
  );
}

function figure(number: string, of: string | null, label: string): Html {
  return html`<div><dt>${label}</dt><dd>${number}${of === null ? null : html`<small>${of}</small>`}</dd></div>`;
}

/** All classes from best to worst as parts of one bar, with the targets marked on it. */
function distributionBar({ scored: { summary }, set, colours, lang, page }: PageContext): Html {
  const classes = [...set.classes.values()].map(({ id, label }) => ({
    colour: colours.get(id) ?? OPEN_COLOUR,
    count: summary.classes.get(id) ?? 0,
    label: label[lang],
  }));
  const parts = [
    ...classes.toSorted((a, b) => (a.colour < b.colour ? -1 : a.colour > b.colour ? 1 : 0)),
    { colour: OPEN_COLOUR, count: summary.undetermined, label: page.undetermined },
  ];
  const told = parts
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label}: ${page.of(countText(count, lang), countText(summary.units, lang))}`);
  // A target is a share of all units: of those present only, it would stand in the wrong place.
  const marks = summary.targets.filter(({ missing }) => missing === 0).map(({ target }) => target.atLeast);
  return stackedBar(parts, summary.units, marks, told.join('; '));
}
