import { messagesIn } from '../../messages/index.ts';
import type { Diffed } from '../diffed.ts';
import { section } from './head.ts';
import {
  type ImpactTexts,
  impactTexts,
  NOBODY,
  type MatrixText,
  type MovedText,
  type TotalText,
} from '../words/impact-texts.ts';
import { textWidth } from '../plain/text-width.ts';
import { type Column, layTable, wrap } from './layout.ts';
import type { Style } from '../style.ts';

/** What the change comes to on data: totals, the matrix of classes, and every unit that moves with what moves it. */
export function impactLines(diffed: Diffed, style: Style): readonly string[] {
  const { impact } = diffed;
  if (impact === null) return [];
  const { lang, width } = style;
  const words = messagesIn(lang).diff.impact;
  const texts = impactTexts(impact, diffed, lang);
  const list = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => wrap(line, width - 2, '• '));
  return [
    ...section(words.title, [texts.units, ...totalLines(texts, style)], style),
    ...section(words.missing, list(texts.missing), style),
    ...section(words.matrix, matrixLines(texts.matrix, style), style),
    ...section(texts.movedCount, movedLines(texts.moved, style), style),
    ...(texts.moved.length === 0 ? ['', texts.movedCount] : []),
    ...section(words.held, list(texts.held), style),
    ...section(words.idle, list(texts.idle), style),
    ...(texts.rankMoves === null ? [] : section(texts.rankMoves.title, list(texts.rankMoves.units), style)),
  ];
}

function totalLines({ totals, targets }: ImpactTexts, style: Style): readonly string[] {
  const { class: title, before, after, difference } = messagesIn(style.lang).diff.impact.columns;
  const rows: readonly TotalText[] = [...totals, ...targets.map((own) => ({ ...own, difference: '' }))];
  const columns: readonly Column<TotalText>[] = [
    { title, align: 'left', cell: ({ label }) => label, fit: { good: 24, least: 16, cut: 'middle' } },
    { title: before, align: 'right', cell: (row) => row.before },
    { title: after, align: 'right', cell: (row) => row.after },
    { title: difference, align: 'right', cell: (row) => row.difference },
  ];
  return layTable(columns, rows, { width: style.width - 2, paint: style.paint }).lines;
}

function matrixLines({ columns, rows }: MatrixText, style: Style): readonly string[] {
  const { width, paint } = style;
  type Row = MatrixText['rows'][number];
  const numbers = columns.map(
    (title, index): Column<Row> => ({ title, align: 'right', cell: ({ cells }) => cells[index] ?? '' }),
  );
  const first: Column<Row> = {
    title: '',
    align: 'left',
    cell: ({ label }) => label,
    fit: { good: 20, least: 12, cut: 'middle' },
  };
  const { lines } = layTable([first, ...numbers], rows, { width: width - 2, paint });
  return textWidth(lines[1] ?? '') <= width - 2 ? lines : flowLines({ columns, rows }, style);
}

/** The same where the classes have long names: each way that units went. */
function flowLines({ columns, rows }: MatrixText, { width, lang }: Style): readonly string[] {
  const words = messagesIn(lang).diff.impact;
  return rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell, index) =>
      cell === NOBODY ? [] : wrap(`${words.from(label, columns[index] ?? '')}: ${cell}`, width - 2),
    ),
  );
}

function movedLines(moved: readonly MovedText[], style: Style): readonly string[] {
  const { width, paint, lang } = style;
  const words = messagesIn(lang).diff.impact;
  return moved.flatMap(({ unit, from, to, direction, by, criteria, reasonBefore, reasonAfter }) => {
    const color = direction === 'better' ? paint.good : direction === 'worse' ? paint.bad : paint.warn;
    return [
      ...wrap(`${unit}: ${words.from(from, to)}`, width - 2).map((line) => color(line)),
      ...wrap(by, width - 4, '  '),
      ...criteria.flatMap((criterion) => wrap(criterion, width - 4, '  ')),
      ...[reasonBefore, reasonAfter].flatMap((reason) =>
        reason === null ? [] : wrap(reason, width - 4, '  ').map((line) => paint.dim(line)),
      ),
    ];
  });
}
