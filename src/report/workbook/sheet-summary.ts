import { UNDETERMINED } from '../../assess/index.ts';
import { messagesIn } from '../../messages/index.ts';
import { integer } from '../../number/index.ts';
import { shareWords } from '../words/head-texts.ts';
import { countText, shownNumber } from '../plain/numbers.ts';
import { classFill, countCell, footerText, headCell, proseCell, textCell, topRows } from './sheet-cells.ts';
import type { SheetSource } from './sheet-units.ts';
import { missingUnitsText } from '../words/target-text.ts';
import { lackingSpan } from '../words/lacking-text.ts';
import type { SheetCell, SheetSpec } from './workbook.ts';
import {
  type ClassShare,
  openUnits,
  type SummaryTexts,
  summaryTexts,
  type VerdictShare,
} from '../words/summary-texts.ts';
import { missingTexts, unsettledTexts } from '../words/missing-text.ts';

type Rows = SheetSpec['rows'];

/** The headline figures: classes, certified units, targets, what is undetermined, what the criteria lack. */
export function summarySheet(source: SheetSource): SheetSpec {
  const { scored, lang } = source;
  const { assessments, provenance } = scored;
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const periods = [...new Set(assessments.dataset.units.period.map((own) => own ?? provenance.period))];
  const shown = periods.map((id) => (id === null ? words.noPeriod : words.period(id))).join(', ');
  const summary = summaryTexts(scored, lang);
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
      ...classRows(source, summary),
      ...verdictRows(summary),
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

function classRows({ scored, lang }: SheetSource, { classes, total }: SummaryTexts): Rows {
  const { set } = scored.assessments.program;
  const words = messagesIn(lang).report;
  const fill = classFill(set);
  const ids = [...set.classes.keys()];
  const line = ({ label, units, share }: ClassShare, style: Pick<SheetCell, 'fill' | 'bold'>): readonly SheetCell[] => [
    textCell(label, style),
    ...countedCells(units, total.units, share),
  ];
  return [
    [words.columns.class, words.sheets.columns.units, words.sheets.columns.share, '%'].map(headCell),
    ...classes.map((own) => line(own, { fill: fill(own.id === null ? UNDETERMINED : ids.indexOf(own.id)) })),
    line(total, { bold: true }),
  ];
}

/** So many units of all: the count, the quotient, the share. */
function countedCells(units: number, of: number, share: string): readonly SheetCell[] {
  return [
    countCell(units),
    textCell(of === 0 ? null : `${units}/${of}`, { align: 'right' }),
    textCell(share, { align: 'right' }),
  ];
}

function verdictRows({ verdicts, total }: SummaryTexts): Rows {
  if (verdicts === null) return [];
  const { certified, notCertified, open, registered } = verdicts;
  const line = ({ label, units, share }: VerdictShare): readonly SheetCell[] => [
    textCell(label, { bold: true }),
    ...countedCells(units, total.units, share),
  ];
  return [
    [],
    line(certified),
    line(notCertified),
    ...(open === null ? [] : [[textCell(open)]]),
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
  const [missing] = summary.targets.flatMap((progress) => missingUnitsText(progress, lang) ?? []);
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
    ...(missing === undefined ? [] : [[textCell(missing)]]),
  ];
}

/** Each undetermined unit with what it can be and what is missing. */
function undeterminedRows({ scored, rows, texts, lang }: SheetSource): Rows {
  const { set } = scored.assessments.program;
  const words = messagesIn(lang).report;
  const open = openUnits(scored, rows, texts, lang);
  if (open.length === 0) return [];
  const lackOf = (row: number): readonly string[] =>
    [missingTexts, unsettledTexts].flatMap((textsOf) => textsOf(set, texts.missing(row), lang));
  return [
    [],
    [words.undetermined, words.columns.code, words.sheets.columns.candidates, '', words.missing, '', ''].map(headCell),
    ...open.map(({ row, candidates }) => [
      textCell(texts.name(row)),
      textCell(texts.code(row)),
      proseCell(candidates.join(' / '), { columns: 2 }),
      null,
      proseCell(lackOf(row).join('; '), { columns: 3 }),
      null,
      null,
    ]),
  ];
}

function listed(title: string, lines: readonly string[]): Rows {
  return lines.length === 0 ? [] : [[], [headCell(title)], ...lines.map((line) => [textCell(line)])];
}
