import { type FurtherTableWord, type Lang, messagesIn } from '../../messages/index.ts';
import {
  type ComparisonTexts,
  comparisonTexts,
  type MatrixTexts,
  noVariantText,
  readingTexts,
} from './comparison-texts.ts';
import { groupColumns } from './group-columns.ts';
import { harmless } from '../plain/harmless.ts';
import type { Scored } from '../scored.ts';

/** A table that a report has only where it was asked for; texts are harmless and on one line. */
export interface FurtherTable {
  readonly kind: FurtherTableWord;
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
  const { groups } = scored;
  if (groups === undefined) return [];
  const columns = groupColumns(scored, groups, lang);
  return [
    {
      kind: 'groups',
      title: messagesIn(lang).report.groups.title(harmless(groups.column.label[lang])),
      notes: [],
      heads: columns.map(({ title }) => title),
      rows: groups.groups.map((group) => columns.map(({ cell }) => cell(group))),
    },
  ];
}

function comparisonTables(texts: ComparisonTexts, lang: Lang): readonly FurtherTable[] {
  const words = messagesIn(lang).report;
  return [
    {
      kind: 'compared',
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
    kind: 'matrix',
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
    kind: 'moved',
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
    return [
      { kind: 'readings', title: words.otherReadings, notes: [noVariantText(scored, lang)], heads: [], rows: [] },
    ];
  return readingTexts(scored, otherReadings, lang).map(({ readings, moved, units }) => ({
    ...unitsTable({ moved, units }, lang),
    kind: 'readings',
    title: words.otherReadings,
    notes: [...readings, moved],
  }));
}
