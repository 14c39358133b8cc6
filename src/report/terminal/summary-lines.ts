import { messagesIn } from '../../messages/index.ts';
import { lackLines, marksAtEnd, readingLines, section } from './head.ts';
import { layTable, wrap } from './layout.ts';
import { countText } from '../plain/numbers.ts';
import type { Scored } from '../scored.ts';
import type { Style } from '../style.ts';
import { selectionText } from '../words/shown-texts.ts';
import { type ClassShare, openUnits, type SummaryTexts, summaryTexts } from '../words/summary-texts.ts';
import { unusualTies } from '../words/ties-text.ts';
import type { UnitTexts } from '../words/unit-texts.ts';

/** What stands first: totals, targets, how many are open, how many warnings; always of all units. */
export function situationLines(scored: Scored, style: Style): readonly string[] {
  const words = messagesIn(style.lang).report;
  const { lang, width, paint, isQuiet = false } = style;
  const warnings = scored.provenance.issues.filter(({ severity }) => severity === 'warning').length;
  const warned = warnings === 0 || isQuiet ? [] : wrap(words.warned(countText(warnings, lang)), width - 2);
  const texts = summaryTexts(scored, lang);
  const [, ...lines] = section(
    words.summary,
    [...classLines(texts, style), ...verdictLines(texts, style), ...warned.map((line) => paint.warn(line))],
    style,
  );
  return lines;
}

/** Which units are shown; nothing where all of them are. */
export function selectionLines(scored: Scored, { lang, width, paint }: Style): readonly string[] {
  const text = selectionText(scored, lang);
  return text === null ? [] : ['', ...wrap(text, width).map((line) => paint.bold(line))];
}

/** What stands under the table: how equal units are placed, readings, undetermined units, what the criteria lack. */
export function summaryLines(scored: Scored, texts: UnitTexts, style: Style): readonly string[] {
  const words = messagesIn(style.lang).report;
  const { set } = scored.assessments.program;
  const ties = unusualTies(set, style.lang);
  return [
    ...section(words.rankOrder, ties === null ? [] : wrap(ties, style.width - 2), style),
    ...section(words.readings, readingLines(set, style), style),
    ...section(words.undetermined, undeterminedLines(scored, texts, style), style),
    ...section(words.setLacks, lackLines(set, style), style),
    ...marksAtEnd(scored, style),
  ];
}

/** Units by class and their share of all; classes and undetermined add up to the total. */
function classLines({ classes, total }: SummaryTexts, { lang, width, paint }: Style): readonly string[] {
  const [, , ...lines] = layTable<ClassShare>(
    [
      { title: '', align: 'left', cell: ({ label }) => label, fit: { good: 24, least: 24, cut: 'middle' } },
      { title: '', align: 'right', cell: ({ units }) => countText(units, lang) },
      { title: '', align: 'right', cell: ({ share }) => share },
    ],
    [...classes, total],
    { width: width - 2, paint },
  ).lines;
  return lines.map((line, index) => (index === classes.length ? paint.bold(line) : line));
}

/** Certified and not certified units, and the targets; nothing where no class certifies. */
function verdictLines({ verdicts }: SummaryTexts, { width, paint }: Style): readonly string[] {
  if (verdicts === null) return [];
  const { certified, notCertified, open, targets, registered } = verdicts;
  return [
    '',
    paint.bold(certified.text),
    notCertified.text,
    ...(open === null ? [] : [paint.warn(open)]),
    ...targets.flatMap(({ progress: { met }, text }) => {
      const paints = met === null ? paint.warn : met ? paint.good : paint.bad;
      return wrap(text, width - 2).map((line) => paints(line));
    }),
    ...(registered === null ? [] : wrap(registered, width - 2)),
  ];
}

/** Each undetermined unit with what it can be and which figures would settle it. */
function undeterminedLines(scored: Scored, texts: UnitTexts, { lang, width }: Style): readonly string[] {
  const rows = scored.rows ?? scored.ranking.order;
  return openUnits(scored, rows, texts, lang).flatMap(({ row, canBe, missing }) => [
    ...wrap(`${texts.codeAndName(row)}: ${canBe};`, width - 2),
    ...wrap(missing, width - 4).map((line) => `  ${line}`),
  ]);
}
