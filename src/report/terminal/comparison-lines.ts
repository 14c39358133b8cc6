import { codeAndName, messagesIn } from '../../messages/index.ts';
import {
  comparisonTexts,
  type MatrixTexts,
  type MoveTexts,
  noVariantText,
  readingTexts,
} from '../words/comparison-texts.ts';
import type { UnitComparisonTexts } from '../words/unit-comparison-texts.ts';
import { section } from './head.ts';
import { type Column, layTable, pad, wrap } from './layout.ts';
import type { Scored } from '../scored.ts';
import type { Style } from '../style.ts';
import { textWidth } from '../plain/text-width.ts';

/** What a report says first of what it is held against: how many units of each kind, and from class to class. */
export function comparisonTotals(scored: Scored, style: Style): readonly string[] {
  const texts = comparisonTexts(scored, style.lang);
  if (texts === null) return [];
  const { paint, width } = style;
  const widest = Math.max(...texts.verdicts.map(({ label }) => textWidth(label)));
  const most = Math.max(...texts.verdicts.map(({ count }) => textWidth(count)));
  const lines = [
    ...wrapNotes(texts.notes, style),
    ...texts.verdicts.map(({ label, count }) => `${pad(label, widest)}  ${pad(count, most, 'right')}`),
    ...texts.others.flatMap((text) => wrap(text, width - 2)),
    '',
    ...matrixLines(texts.matrix, style),
    '',
    ...wrap(texts.moved, width - 2).map((line) => paint.bold(line)),
  ];
  return section(texts.title, lines, style);
}

/** The units that moved, each with the change that moves it; then what would be otherwise under other readings. */
export function comparisonUnits(scored: Scored, style: Style): readonly string[] {
  const texts = comparisonTexts(scored, style.lang);
  const units = texts === null ? [] : texts.units.flatMap((unit) => moveLines(unit, style));
  return [...section(texts?.listed ?? '', units, style), ...readingsSection(scored, style)];
}

/** Labels of classes are too long for columns: these are numbered, and told under the table where they differ. */
function matrixLines(matrix: MatrixTexts, style: Style): readonly string[] {
  const { paint, width, lang } = style;
  const labels = matrix.rows.map(({ label }) => label);
  const isSame = labels.join('\n') === matrix.columns.join('\n');
  const numbered = (label: string, index: number): string => `${index + 1}. ${label}`;
  type Row = { readonly label: string; readonly counts: readonly string[]; readonly total: string };
  const rows: readonly Row[] = [
    ...matrix.rows.map((row, index) => ({ ...row, label: isSame ? numbered(row.label, index) : row.label })),
    { label: matrix.total, counts: matrix.columnTotals, total: matrix.all },
  ];
  const columns: readonly Column<Row>[] = [
    { title: matrix.corner, align: 'left', cell: ({ label }) => label, fit: { good: 30, least: 20, cut: 'middle' } },
    ...matrix.columns.map(
      (_, index): Column<Row> => ({
        title: `→ ${index + 1}`,
        align: 'right',
        cell: ({ counts }) => counts[index] ?? '',
      }),
    ),
    { title: matrix.total, align: 'right', cell: ({ total }) => total },
  ];
  const { lines } = layTable(columns, rows, { width: width - 2, paint });
  const words = messagesIn(lang).report.compare;
  return [
    paint.bold(matrix.title),
    ...lines,
    ...(isSame ? [] : wrap(words.columnsAre(matrix.columns.map(numbered)), width - 2)),
  ];
}

/** A unit with what became of it, and why under it. */
function moveLines(
  { change, measures, reasons, direction, moved, ...unit }: MoveTexts,
  { width, paint }: Style,
): readonly string[] {
  const paints =
    direction === 'better' ? paint.good : direction === 'worse' ? paint.bad : moved ? paint.warn : paint.bold;
  return [
    ...wrap(`${codeAndName(unit)}: ${[change, ...measures].join('; ')}`, width - 2).map((line) => paints(line)),
    ...reasons.flatMap((reason) => wrap(reason, width - 4).map((line) => `  ${line}`)),
  ];
}

function readingsSection(scored: Scored, style: Style): readonly string[] {
  const { otherReadings } = scored;
  if (otherReadings === undefined) return [];
  const { width, paint, lang } = style;
  const words = messagesIn(lang).report.compare;
  const texts = readingTexts(scored, otherReadings, lang);
  const movesNobody = otherReadings.every(({ comparison }) => comparison.moved.length === 0);
  const lines = [
    ...(texts.length === 0 ? wrap(noVariantText(scored, lang), width - 2) : []),
    ...(texts.length > 0 && movesNobody ? wrap(words.sameClasses, width - 2) : []),
    ...texts.flatMap(({ readings, moved, units }) => [
      ...readings.flatMap((reading) => wrap(reading, width - 2).map((line) => paint.bold(line))),
      ...wrap(moved, width - 4).map((line) => `  ${line}`),
      ...units.flatMap((unit) => moveLines(unit, { ...style, width: width - 2 }).map((line) => `  ${line}`)),
    ]),
  ];
  return section(words.otherReadings, lines, style);
}

/** The sections of one unit's page: where it stood before, and where it would stand under other readings. */
export function unitComparison({ before, readings }: UnitComparisonTexts, style: Style): readonly string[] {
  const { width, paint } = style;
  const inner = { ...style, width: width - 2 };
  const moved = before === null ? [] : [...wrapNotes(before.notes, style), ...moveLines(before.move, style)];
  const variants = (readings?.variants ?? []).flatMap((variant) => [
    ...variant.readings.flatMap((reading) => wrap(reading, width - 2).map((line) => paint.bold(line))),
    ...moveLines(variant.move, inner).map((line) => `  ${line}`),
  ]);
  const none = readings === null || readings.none === '' ? [] : wrap(readings.none, width - 2);
  return [
    ...section(before?.title ?? '', moved, style),
    ...section(readings?.title ?? '', [...none, ...variants], style),
  ];
}

function wrapNotes(notes: readonly string[], { width, paint }: Style): readonly string[] {
  return notes.flatMap((note) => wrap(note, width - 2).map((line) => paint.warn(line)));
}
