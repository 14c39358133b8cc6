import type { CriteriaSet } from '../../criteria/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { integer } from '../../number/index.ts';
import type { Group, Grouping, TargetProgress } from '../../rank/index.ts';
import { harmless } from '../plain/harmless.ts';
import { groupText } from '../words/group-text.ts';
import { hasVerdict, shareWords } from '../words/head-texts.ts';
import { section } from './head.ts';
import { type Column, layTable, shorten } from './layout.ts';
import { countText, shownNumber } from '../plain/numbers.ts';
import { leftOutLines } from './left-out.ts';
import type { Scored } from '../scored.ts';
import { quotientText } from '../words/share-text.ts';
import type { Style } from '../style.ts';
import { spanText } from '../words/unit-texts.ts';
import { lackingText } from '../words/lacking-text.ts';

/** Labels of classes are long; the summary has the whole ones. */
const GOOD_TITLE = 18;

/** The totals of each group under a heading; nothing where units are not grouped. */
export function groupSection(scored: Scored, style: Style): readonly string[] {
  const { groups } = scored;
  if (groups === undefined) return [];
  const { lang, width, paint } = style;
  const title = messagesIn(lang).report.groups.title(harmless(groups.column.label[lang]));
  const table = layTable(groupColumns(scored, groups, style), groups.groups, { width: width - 2, paint });
  return section(
    title,
    [...table.lines, ...leftOutLines(table.leftOut, style, { format: 'json', indent: 2 }).slice(1)],
    style,
  );
}

/**
 * What is told of each group.
 *
 * @param title How long the label of a class may be where that tells classes apart.
 */
export function groupColumns(
  scored: Scored,
  grouping: Grouping,
  { lang }: Pick<Style, 'lang'>,
  title = GOOD_TITLE,
): readonly Column<Group>[] {
  const { set } = scored.assessments.program;
  const words = messagesIn(lang).report;
  const count = (title: string, of: (group: Group) => number, drop: number): Column<Group> => ({
    title,
    align: 'right',
    cell: (group) => countText(of(group), lang),
    drop,
  });
  const hasPeriods = new Set(grouping.groups.map(({ period }) => period)).size > 1;
  const certified = shareWords(scored, lang).certified;
  const lines = set.targets.map(({ atLeast }) => atLeast);
  return [
    ...(hasPeriods
      ? [
          {
            title: words.columns.period,
            align: 'left',
            cell: ({ period }) => harmless(period ?? ''),
          } satisfies Column<Group>,
        ]
      : []),
    {
      title: harmless(grouping.column.label[lang]),
      align: 'left',
      cell: ({ value }) => groupText(grouping, value, lang),
      fit: { good: 24, least: 14, cut: 'end' },
    },
    { title: words.groups.units, align: 'right', cell: ({ summary }) => countText(summary.units, lang) },
    ...(hasVerdict(set)
      ? [
          {
            title: certified,
            align: 'right',
            cell: ({ summary }) => quotientText(summary.certified, summary.units, lang, lines),
          } satisfies Column<Group>,
        ]
      : []),
    ...(scored.summary.undetermined === 0 ? [] : [count(words.undetermined, ({ summary }) => summary.undetermined, 4)]),
    ...scored.summary.targets.map((progress, index) => targetColumn(progress, index, lang)),
    ...(scored.summary.registered === null ? [] : [registeredColumn(lang)]),
    ...classTitles(set, lang, title).map(([id, label]) =>
      count(label, ({ summary }) => summary.classes.get(id) ?? 0, 1),
    ),
  ];
}

/** The labels of the classes by id, as short as they can be told apart. */
function classTitles({ classes }: CriteriaSet, lang: Lang, good: number): readonly (readonly [string, string])[] {
  const labels = [...classes.values()].map(({ id, label }) => [id, harmless(label[lang])] as const);
  for (let width = good; ; width += 1) {
    const titles = labels.map(([id, label]) => [id, shorten(label, width, 'middle')] as const);
    const areApart = new Set(titles.map(([, title]) => title)).size === new Set(labels.map(([, label]) => label)).size;
    if (areApart) return titles;
  }
}

function targetColumn({ target }: TargetProgress, index: number, lang: Lang): Column<Group> {
  const words = messagesIn(lang).report.groups;
  return {
    title: words.targetColumn(target.until, shownNumber(target.atLeast, { lang, percent: true, lines: [integer(1)] })),
    align: 'left',
    cell: ({ summary }) => {
      const progress = summary.targets[index];
      if (progress === undefined) return '';
      const { needed, met } = progress;
      return words.target({ needed: countText(needed, lang), stillNeeded: lackingText(progress, lang), met });
    },
    drop: 3,
  };
}

/** How many of the registered units are certified. */
function registeredColumn(lang: Lang): Column<Group> {
  return {
    title: messagesIn(lang).report.groups.registered,
    align: 'right',
    cell: ({ summary: { registered } }) =>
      registered === null ? '' : quotientText(registered.certified, registered.units, lang),
    drop: 2,
  };
}

/** The group of each unit and its place there; no columns where units are not grouped. */
export function groupColumnsOfUnits({ groups }: Scored, { lang }: Style): readonly Column<number>[] {
  if (groups === undefined) return [];
  const { ranking, groupOf, column } = groups;
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
      cell: (row) =>
        `${spanText(ranking.from[row] ?? 0, ranking.to[row] ?? 0, lang)}/${countText(ranking.of[row] ?? 0, lang)}`,
      drop: 5,
    },
  ];
}
