import { countText, hasVerdict, registeredText, shareText, shareWords, targetText } from '../report/index.ts';
import { stackedBar } from './bar.ts';
import { type Html, html } from './html.ts';
import { OPEN_COLOUR, type PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';
import { stateMark } from './state-mark.ts';

/** The figures that matter most, the share of each class as one bar, and the targets. */
export function headlineSection(context: PageContext): PageSection {
  const { scored, set, lang, page, report } = context;
  const { units, certified, maybeCertified, undetermined, targets } = scored.summary;
  const registered = registeredText(scored, lang);
  const labels = shareWords(scored, lang);
  const goals = set.targets.map(({ atLeast }) => atLeast);
  const share = shareText(certified, units, lang, goals);
  const missing = context.rows.reduce((sum, row) => sum + context.texts.missing(row).length, 0);
  const figures = [
    figure(countText(units, lang), null, page.unitsAssessed),
    ...(hasVerdict(set)
      ? [
          figure(
            countText(certified, lang),
            `/${countText(units, lang)}`,
            share === '' ? labels.certified : `${labels.certified}: ${share}`,
          ),
        ]
      : []),
    figure(countText(undetermined, lang), null, page.undetermined),
    figure(countText(missing, lang), null, page.missingFigures),
  ];
  const list = targets.map((progress) => {
    const state = progress.met === null ? 'unknown' : progress.met ? 'pass' : 'fail';
    return html`<li>${stateMark(state)} ${targetText(progress, set, lang)}</li>`;
  });
  const body = html`<dl class="figures">${figures}</dl>
${distributionBar(context)}
${list.length === 0 ? null : html`<ul class="targets">${list}</ul>`}
${registered === null ? null : html`<p>${registered}</p>\n`}${maybeCertified === 0 ? null : html`<p>${report.maybeCertified(countText(maybeCertified, lang))}</p>`}`;
  return { id: 'headline', title: page.headline, body };
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
  const marks = set.targets.map(({ atLeast }) => atLeast);
  return stackedBar(parts, summary.units, marks, told.join('; '));
}
