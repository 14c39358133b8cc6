import { type Lang, messagesIn } from '../../messages/index.ts';
import type { Group, Grouping } from '../../rank/index.ts';
import { harmless } from '../plain/harmless.ts';
import { type GroupColumn, groupColumns } from '../words/group-columns.ts';
import { groupPlaceText, groupText } from '../words/group-text.ts';
import { section } from './head.ts';
import { type Column, layTable, shorten } from './layout.ts';
import { countText } from '../plain/numbers.ts';
import { leftOutLines } from './left-out.ts';
import type { Scored } from '../scored.ts';
import type { Style } from '../style.ts';

/** How long the label of a class may be where that tells classes apart. */
const GOOD_TITLE = 18;

/** The totals of each group under a heading; nothing where units are not grouped. */
export function groupSection(scored: Scored, style: Style): readonly string[] {
  const { groups } = scored;
  if (groups === undefined) return [];
  const { lang, width, paint } = style;
  const title = messagesIn(lang).report.groups.title(harmless(groups.column.label[lang]));
  const columns = withShortClasses(groupTable(scored, groups, lang));
  const table = layTable(columns, groups.groups, { width: width - 2, paint });
  return section(
    title,
    [...table.lines, ...leftOutLines(table.leftOut, style, { format: 'json', indent: 2 }).slice(1)],
    style,
  );
}

/** How each kind of column stands in a table of text; a class is shortened by `withShortClasses`. */
const LAYOUT: Readonly<Record<GroupColumn['kind'], Pick<Column<Group>, 'align' | 'fit' | 'drop'>>> = {
  period: { align: 'left' },
  group: { align: 'left', fit: { good: 24, least: 14, cut: 'end' } },
  units: { align: 'right' },
  certified: { align: 'right' },
  'certified-share': { align: 'right' },
  undetermined: { align: 'right', drop: 4 },
  target: { align: 'left', drop: 3 },
  registered: { align: 'right', drop: 2 },
  class: { align: 'right', drop: 1 },
};

/** The columns of a table to be read: a count that stands in its share is not told twice. */
export function groupTable(scored: Scored, grouping: Grouping, lang: Lang): readonly GroupTableColumn[] {
  const columns = groupColumns(scored, grouping, lang);
  const certified = columns.find(({ kind }) => kind === 'certified');
  return columns
    .filter((column) => column !== certified)
    .map(({ kind, title, cell }) => ({
      ...LAYOUT[kind],
      kind,
      title: kind === 'certified-share' ? (certified?.title ?? title) : title,
      cell: (group) => {
        const told = cell(group);
        return typeof told === 'number' ? countText(told, lang) : told;
      },
    }));
}

/** A column of that table, with what it tells. */
export interface GroupTableColumn extends Column<Group> {
  readonly kind: GroupColumn['kind'];
}

/** The same with the labels of classes as short as they can be told apart; the summary has the whole ones. */
function withShortClasses(columns: readonly GroupTableColumn[]): readonly Column<Group>[] {
  const labels = columns.flatMap(({ kind, title }) => (kind === 'class' ? [title] : []));
  const short = shortLabels(labels);
  return columns.map((column) => ({ ...column, title: column.kind === 'class' ? short(column.title) : column.title }));
}

function shortLabels(labels: readonly string[]): (label: string) => string {
  const apart = new Set(labels).size;
  let width = GOOD_TITLE;
  const short = (label: string): string => shorten(label, width, 'middle');
  while (new Set(labels.map(short)).size !== apart) width += 1;
  return short;
}

/** The group of each unit and its place there; no columns where units are not grouped. */
export function groupColumnsOfUnits({ groups }: Scored, { lang }: Style): readonly Column<number>[] {
  if (groups === undefined) return [];
  const { groupOf, column } = groups;
  return [
    {
      title: harmless(column.label[lang]),
      align: 'left',
      cell: (row) => groupText(groups, groupOf(row).value, lang),
      fit: { good: 20, least: 10, cut: 'end' },
      drop: 6,
    },
    {
      title: messagesIn(lang).report.groups.rankInGroup,
      align: 'right',
      cell: (row) => groupPlaceText(groups, row, lang),
      drop: 5,
    },
  ];
}
