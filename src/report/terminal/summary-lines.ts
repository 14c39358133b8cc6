import { messagesIn } from '../../messages/index.ts';
import { UNDETERMINED } from '../../assess/index.ts';
import { hasVerdict, shareWords } from '../words/head-texts.ts';
import { lackLines, marksAtEnd, readingLines, section } from './head.ts';
import { harmless } from '../plain/harmless.ts';
import { layTable, wrap } from './layout.ts';
import { countText } from '../plain/numbers.ts';
import type { Scored } from '../scored.ts';
import { quotientText, shareText } from '../words/share-text.ts';
import type { Style } from '../style.ts';
import { selectionText } from '../words/shown-texts.ts';
import { missingTexts } from '../words/missing-text.ts';
import { registeredText, targetText } from '../words/target-text.ts';
import { unusualTies } from '../words/ties-text.ts';
import type { UnitTexts } from '../words/unit-texts.ts';

/** What stands first: totals, targets, how many are open, how many warnings; always of all units. */
export function situationLines(scored: Scored, style: Style): readonly string[] {
  const words = messagesIn(style.lang).report;
  const { lang, width, paint, isQuiet = false } = style;
  const warnings = scored.provenance.issues.filter(({ severity }) => severity === 'warning').length;
  const warned = warnings === 0 || isQuiet ? [] : wrap(words.warned(countText(warnings, lang)), width - 2);
  const [, ...lines] = section(
    words.summary,
    [...classLines(scored, style), ...certifiedLines(scored, style), ...warned.map((line) => paint.warn(line))],
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
function classLines({ assessments, summary }: Scored, style: Style): readonly string[] {
  const { lang, paint } = style;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const classes = [...set.classes.values()].map(({ id, label }) => ({
    label: harmless(label[lang]),
    units: summary.classes.get(id) ?? 0,
  }));
  const rows = [...classes, { label: words.undetermined, units: summary.undetermined }];
  type Row = (typeof rows)[number];
  const [, , ...lines] = layTable<Row>(
    [
      { title: '', align: 'left', cell: ({ label }) => label, fit: { good: 24, least: 24, cut: 'middle' } },
      { title: '', align: 'right', cell: ({ units }) => countText(units, lang) },
      { title: '', align: 'right', cell: ({ units }) => shareText(units, summary.units, lang) },
    ],
    [...rows, { label: words.total, units: summary.units }],
    { width: style.width - 2, paint },
  ).lines;
  return lines.map((line, index) => (index === rows.length ? paint.bold(line) : line));
}

/** Certified and not certified units, and the targets; nothing where no class certifies. */
function certifiedLines(scored: Scored, { lang, width, paint }: Style): readonly string[] {
  const { assessments, summary } = scored;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  if (!hasVerdict(set)) return [];
  const { units, certified, maybeCertified } = summary;
  const labels = shareWords(scored, lang);
  const lines = set.targets.map(({ atLeast }) => atLeast);
  const countOf = (label: string, count: number): string => `${label}: ${quotientText(count, units, lang, lines)}`;
  const registered = registeredText(scored, lang);
  return [
    '',
    paint.bold(countOf(labels.certified, certified)),
    countOf(labels['not-certified'], units - certified - maybeCertified),
    ...(maybeCertified === 0 ? [] : [paint.warn(words.maybeCertified(countText(maybeCertified, lang)))]),
    ...summary.targets.flatMap((progress) => {
      const paints = progress.met === null ? paint.warn : progress.met ? paint.good : paint.bad;
      return wrap(targetText(progress, set, lang), width - 2).map((line) => paints(line));
    }),
    ...(registered === null ? [] : wrap(registered, width - 2)),
  ];
}

/** Each undetermined unit with what it can be and which figures would settle it. */
function undeterminedLines({ assessments, ranking }: Scored, texts: UnitTexts, style: Style): readonly string[] {
  const { lang, width } = style;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const open = ranking.order.filter(
    (row) => assessments.classes[row] === UNDETERMINED || texts.verdict(row) === 'undetermined',
  );
  return open.flatMap((row) => {
    const cells = missingTexts(set, texts.missing(row), lang);
    const { exact } = assessments.candidates(row);
    const head = `${texts.codeAndName(row)}: ${words.candidates(texts.candidates(row), exact)};`;
    return [...wrap(head, width - 2), ...wrap(words.missingCells(cells), width - 4).map((line) => `  ${line}`)];
  });
}
