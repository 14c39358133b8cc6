import { UNDETERMINED } from '../../assess/index.ts';
import { messagesIn } from '../../messages/index.ts';
import { integer } from '../../number/index.ts';
import { hasVerdict, shareWords } from '../words/head-texts.ts';
import { countText, shownNumber } from '../plain/numbers.ts';
import { classFill, countCell, footerText, headCell, proseCell, textCell, topRows } from './sheet-cells.ts';
import type { SheetSource } from './sheet-units.ts';
import { shareText } from '../words/share-text.ts';
import { lackingSpan } from '../words/lacking-text.ts';
import { missingTexts } from '../words/missing-text.ts';
import type { SheetCell, SheetSpec } from './workbook.ts';
import { registeredText } from '../words/target-text.ts';

type Rows = SheetSpec['rows'];

/** The headline figures: classes, certified units, targets, what is undetermined, what the criteria lack. */
export function summarySheet(source: SheetSource): SheetSpec {
  const { scored, lang } = source;
  const { assessments, provenance } = scored;
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const periods = [...new Set(assessments.dataset.units.period.map((own) => own ?? provenance.period))];
  const shown = periods.map((id) => (id === null ? words.noPeriod : words.period(id))).join(', ');
  const top = [
    ...topRows(scored, lang),
    [textCell(set.title[lang], { bold: true })],
    [textCell([set.id, shown, words.units(countText(assessments.dataset.rows, lang))].join(' · '))],
    [],
  ];
  return {
    name: words.summary,
    rows: [
      ...top,
      ...classRows(source),
      ...certifiedRows(source),
      ...targetRows(source),
      ...undeterminedRows(source),
      ...listed(
        words.setLacks,
        set.missing.map((part) => part[lang]),
      ),
    ],
    widths: [44, 16, 16, 16, 16, 20, 40],
    page: { headerRow: Math.max(1, top.length - 1), list: null, footer: footerText(scored, lang) },
  };
}

function classRows({ scored: { assessments, summary }, lang }: SheetSource): Rows {
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const fill = classFill(set);
  const line = (label: string, units: number, style: Pick<SheetCell, 'fill' | 'bold'>): readonly SheetCell[] => [
    textCell(label, style),
    countCell(units),
    textCell(summary.units === 0 ? null : `${units}/${summary.units}`, { align: 'right' }),
    textCell(shareText(units, summary.units, lang), { align: 'right' }),
  ];
  return [
    [words.columns.class, words.sheets.columns.units, words.sheets.columns.share, '%'].map(headCell),
    ...[...set.classes.values()].map(({ id, label }, index) =>
      line(label[lang], summary.classes.get(id) ?? 0, { fill: fill(index) }),
    ),
    line(words.undetermined, summary.undetermined, { fill: fill(UNDETERMINED) }),
    line(words.total, summary.units, { bold: true }),
  ];
}

function certifiedRows({ scored, lang }: SheetSource): Rows {
  const { assessments, summary } = scored;
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  if (!hasVerdict(set)) return [];
  const { units, certified, maybeCertified } = summary;
  const labels = shareWords(scored, lang);
  const registered = registeredText(scored, lang);
  const targets = set.targets.map(({ atLeast }) => atLeast);
  const line = (label: string, count: number): readonly SheetCell[] => [
    textCell(label, { bold: true }),
    countCell(count),
    textCell(units === 0 ? null : `${count}/${units}`, { align: 'right' }),
    textCell(shareText(count, units, lang, targets), { align: 'right' }),
  ];
  return [
    [],
    line(labels.certified, certified),
    line(labels['not-certified'], units - certified - maybeCertified),
    ...(maybeCertified === 0 ? [] : [[textCell(words.maybeCertified(countText(maybeCertified, lang)))]]),
    ...(registered === null ? [] : [[textCell(registered)]]),
  ];
}

function targetRows({ scored, lang }: SheetSource): Rows {
  const { assessments, summary } = scored;
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const { columns } = words.sheets;
  if (summary.targets.length === 0) return [];
  const { certified: certifiedUnits } = shareWords(scored, lang);
  const heads = [words.set.targets, columns.share, columns.needed, certifiedUnits, columns.lacking, columns.met, ''];
  const met = (reached: boolean | null): string =>
    reached === null ? words.verdicts.undetermined : reached ? words.yes : words.no;
  return [
    [],
    heads.map(headCell),
    ...summary.targets.map((progress) => {
      const { target, needed, certified, stillNeeded, stillNeededAtLeast, met: reached } = progress;
      const document = target.cite === null ? undefined : set.sources.get(target.cite.source)?.document[lang];
      return [
        textCell(`${columns.until} ${target.until}`),
        textCell(`≥ ${shownNumber(target.atLeast, { lang, percent: true, lines: [integer(1)] })}`, { align: 'right' }),
        countCell(needed),
        countCell(certified),
        stillNeeded === stillNeededAtLeast
          ? countCell(stillNeeded)
          : textCell(lackingSpan(progress, lang), { align: 'right' }),
        textCell(met(reached)),
        proseCell(document ?? ''),
      ];
    }),
  ];
}

/** Each undetermined unit with what it can be and what is missing. */
function undeterminedRows({ scored: { assessments }, rows, texts, lang }: SheetSource): Rows {
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const open = rows.filter((row) => assessments.classes[row] === UNDETERMINED || texts.verdict(row) === 'undetermined');
  if (open.length === 0) return [];
  return [
    [],
    [words.undetermined, words.columns.code, words.sheets.columns.candidates, '', words.missing, '', ''].map(headCell),
    ...open.map((row) => [
      textCell(texts.name(row)),
      textCell(texts.code(row)),
      proseCell(texts.candidates(row).join(' / '), { columns: 2 }),
      null,
      proseCell(missingTexts(set, texts.missing(row), lang).join('; '), { columns: 3 }),
      null,
      null,
    ]),
  ];
}

function listed(title: string, lines: readonly string[]): Rows {
  return lines.length === 0 ? [] : [[], [headCell(title)], ...lines.map((line) => [textCell(line)])];
}
