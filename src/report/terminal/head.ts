import type { CriteriaSet } from '../../criteria/index.ts';
import { messagesIn } from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';
import { statusBar } from '../certification.ts';
import { appliedReadings } from '../words/applied-readings.ts';
import { chosenText } from '../words/shown-texts.ts';
import { barText, factsText, markTexts } from '../words/head-texts.ts';
import { wrap } from './layout.ts';
import type { Scored } from '../scored.ts';
import type { Style } from '../style.ts';

/** The first lines of a report of many units: by which criteria, for which period, how many units. */
export function headLines(scored: Scored, style: Style): readonly string[] {
  const { lang, width, paint } = style;
  const { set } = scored.assessments.program;
  const chosen = chosenText(scored, lang);
  return [
    ...wrap(harmless(set.title[lang]), width).map((line) => paint.bold(line)),
    paint.dim(factsText(scored, lang)),
    ...(chosen === null ? [] : wrap(chosen, width)),
    ...markLines(scored, style),
    '',
  ];
}

/** The same as {@link markTexts} for a terminal. */
function markLines(scored: Scored, { lang, width, paint }: Style): readonly string[] {
  return markTexts(scored, lang).flatMap((text) => wrap(text, width).map((line) => paint.warn(line)));
}

/** Said once more at the end, nearest to where one reads; nothing where nothing is to be said. */
export function marksAtEnd(scored: Scored, style: Style): readonly string[] {
  const lines = markLines(scored, style);
  return lines.length === 0 ? [] : ['', ...lines];
}

/** Says that no result of a set may certify anybody; nothing where one may. */
export function certificationLines(set: CriteriaSet, { lang, width, paint }: Style): readonly string[] {
  const bar = statusBar(set);
  return bar === null ? [] : wrap(barText(bar, lang), width).map((line) => paint.warn(line));
}

/** A heading with its lines under it, indented; nothing without lines. */
export function section(title: string, lines: readonly string[], { paint, width }: Style): readonly string[] {
  if (lines.length === 0) return [];
  const heading = wrap(title, width).map((line) => paint.bold(line));
  return ['', ...heading, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

/** The readings that were chosen, each question with its answer. */
export function readingLines(set: CriteriaSet, style: Style): readonly string[] {
  const { lang, width, paint } = style;
  const words = messagesIn(lang).report;
  return appliedReadings(set, lang).flatMap(({ id, question, chosen, answer }) => [
    ...wrap(question, width - 2),
    ...wrap(`${words.reading(answer)} ${paint.dim(`(${id} = ${chosen})`)}`, width - 4).map((line) => `  ${line}`),
  ]);
}

/** What a set that is not whole lacks, one line or more for each part. */
export function lackLines({ missing }: CriteriaSet, { lang, width }: Style): readonly string[] {
  return missing.flatMap((part) => wrap(harmless(part[lang]), width - 2, '• '));
}
