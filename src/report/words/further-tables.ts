import { type Lang, messagesIn } from '../../messages/index.ts';
import {
  type ComparisonTexts,
  comparisonTexts,
  type MatrixTexts,
  noVariantText,
  readingTexts,
} from './comparison-texts.ts';
import { groupText } from './group-text.ts';
import { hasVerdict, shareWords } from './head-texts.ts';
import type { Summary } from '../../rank/index.ts';
import type { Scored } from '../scored.ts';
import { quotientText } from './share-text.ts';
import { lackingSpan } from './lacking-text.ts';

/** A table that a report has only where it was asked for; texts are harmless and on one line. */
export interface FurtherTable {
  readonly title: string;
  /** What is said before it. */
  readonly notes: readonly string[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Groups of units, what the result is held against, other readings: what was asked for, in this order. */
export function furtherTables(scored: Scored, lang: Lang): readonly FurtherTable[] {
  const compared = comparisonTexts(scored, lang);
  return [
    ...groupTables(scored, lang),
    ...(compared === null ? [] : comparisonTables(compared, lang)),
    ...readingTables(scored, lang),
  ];
}

function groupTables(scored: Scored, lang: Lang): readonly FurtherTable[] {
  const { groups, assessments, summary } = scored;
  if (groups === undefined) return [];
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const hasPeriods = new Set(groups.groups.map(({ period }) => period)).size > 1;
  const isJudged = hasVerdict(set);
  const isRegistered = summary.registered !== null && isJudged;
  const { certified } = shareWords(scored, lang);
  const lines = set.targets.map(({ atLeast }) => atLeast);
  const classes = [...set.classes.values()];
  const label = groups.column.label[lang];
  return [
    {
      title: words.groups.title(label),
      notes: [],
      heads: [
        ...(hasPeriods ? [words.columns.period] : []),
        label,
        words.groups.units,
        ...(isJudged ? [certified, words.sheets.columns.share] : []),
        ...summary.targets.map(({ target }) => `${words.sheets.columns.lacking} (${target.until})`),
        ...classes.map((own) => own.label[lang]),
        words.undetermined,
        ...(isRegistered ? [words.groups.registered] : []),
      ],
      rows: groups.groups.map(({ period, value, summary: own }) => [
        ...(hasPeriods ? [period ?? ''] : []),
        groupText(groups, value, lang),
        own.units,
        ...(isJudged ? [own.certified, quotientText(own.certified, own.units, lang, lines)] : []),
        ...own.targets.map((progress) =>
          progress.stillNeeded === progress.stillNeededAtLeast ? progress.stillNeeded : lackingSpan(progress, lang),
        ),
        ...classes.map(({ id }) => own.classes.get(id) ?? 0),
        own.undetermined,
        ...(isRegistered ? [registeredShare(own, lang)] : []),
      ]),
    },
  ];
}

/** How many of the registered units of a group are certified. */
function registeredShare({ registered }: Summary, lang: Lang): string {
  return registered === null ? '' : quotientText(registered.certified, registered.units, lang);
}

function comparisonTables(texts: ComparisonTexts, lang: Lang): readonly FurtherTable[] {
  const words = messagesIn(lang).report;
  return [
    {
      title: texts.title,
      notes: [...texts.notes, ...texts.others],
      heads: [words.columns.verdict, words.groups.units],
      rows: texts.verdicts.map(({ label, count }) => [label, count]),
    },
    matrixTable(texts.matrix),
    unitsTable(texts, lang),
  ];
}

function matrixTable({ title, corner, total, columns, rows, columnTotals, all }: MatrixTexts): FurtherTable {
  return {
    title,
    notes: [],
    heads: [corner, ...columns, total],
    rows: [...rows.map((row) => [row.label, ...row.counts, row.total]), [total, ...columnTotals, all]],
  };
}

/** The units that moved, each with what moved it. */
function unitsTable({ moved, units }: Pick<ComparisonTexts, 'moved' | 'units'>, lang: Lang): FurtherTable {
  const { columns } = messagesIn(lang).report;
  return {
    title: moved,
    notes: [],
    heads: [columns.code, columns.name, columns.class, columns.deciding],
    rows: units.map(({ code, name, change, measures, reasons }) => [
      code,
      name,
      change,
      [...measures, ...reasons].join('; '),
    ]),
  };
}

function readingTables(scored: Scored, lang: Lang): readonly FurtherTable[] {
  const { otherReadings } = scored;
  if (otherReadings === undefined) return [];
  const words = messagesIn(lang).report.compare;
  if (otherReadings.length === 0)
    return [{ title: words.otherReadings, notes: [noVariantText(scored, lang)], heads: [], rows: [] }];
  return readingTexts(scored, otherReadings, lang).map(({ readings, moved, units }) => ({
    ...unitsTable({ moved, units }, lang),
    title: words.otherReadings,
    notes: [...readings, moved],
  }));
}
