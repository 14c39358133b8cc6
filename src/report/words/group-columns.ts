import { type Lang, messagesIn } from '../../messages/index.ts';
import { integer } from '../../number/index.ts';
import type { Group, Grouping, TargetProgress } from '../../rank/index.ts';
import { harmless } from '../plain/harmless.ts';
import { countText, shownNumber } from '../plain/numbers.ts';
import type { Scored } from '../scored.ts';
import { groupText } from './group-text.ts';
import { hasVerdict, shareWords } from './head-texts.ts';
import { lackingText } from './lacking-text.ts';
import { quotientText } from './share-text.ts';
import { missingUnitsCount } from './target-text.ts';

/** One thing that is told of every group; texts are harmless and on one line. */
export interface GroupColumn {
  readonly kind:
    | 'period'
    | 'group'
    | 'units'
    | 'certified'
    | 'certified-share'
    | 'undetermined'
    | 'target'
    | 'registered'
    | 'class';
  readonly title: string;
  /** A number is a count, to be written as the format writes counts. */
  readonly cell: (group: Group) => string | number;
}

/** What is told of each group, in this order in every format; each lays it out in its own way. */
export function groupColumns(scored: Scored, grouping: Grouping, lang: Lang): readonly GroupColumn[] {
  const { summary, assessments } = scored;
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const hasPeriods = new Set(grouping.groups.map(({ period }) => period)).size > 1;
  const period: GroupColumn = {
    kind: 'period',
    title: words.columns.period,
    cell: (group) => harmless(group.period ?? ''),
  };
  const undetermined: GroupColumn = {
    kind: 'undetermined',
    title: words.undetermined,
    cell: (group) => group.summary.undetermined,
  };
  return [
    ...(hasPeriods ? [period] : []),
    {
      kind: 'group',
      title: harmless(grouping.column.label[lang]),
      cell: ({ value }) => groupText(grouping, value, lang),
    },
    { kind: 'units', title: words.groups.units, cell: (group) => group.summary.units },
    ...(hasVerdict(set) ? certifiedColumns(scored, lang) : []),
    ...(summary.undetermined === 0 ? [] : [undetermined]),
    ...summary.targets.map((progress, index) => targetColumn(progress, index, lang)),
    ...(hasVerdict(set) && summary.registered !== null ? [registeredColumn(lang)] : []),
    ...[...set.classes.values()].map(
      ({ id, label }): GroupColumn => ({
        kind: 'class',
        title: harmless(label[lang]),
        cell: (group) => group.summary.classes.get(id) ?? 0,
      }),
    ),
  ];
}

function certifiedColumns(scored: Scored, lang: Lang): readonly GroupColumn[] {
  const targets = scored.assessments.program.set.targets.map(({ atLeast }) => atLeast);
  return [
    { kind: 'certified', title: shareWords(scored, lang).certified, cell: ({ summary }) => summary.certified },
    {
      kind: 'certified-share',
      title: messagesIn(lang).report.sheets.columns.share,
      cell: ({ summary }) => quotientText(summary.certified, summary.units, lang, targets),
    },
  ];
}

function targetColumn({ target }: TargetProgress, index: number, lang: Lang): GroupColumn {
  const words = messagesIn(lang).report.groups;
  return {
    kind: 'target',
    title: words.targetColumn(target.until, shownNumber(target.atLeast, { lang, percent: true, lines: [integer(1)] })),
    cell: ({ summary }) => {
      const progress = summary.targets[index];
      if (progress === undefined) return '';
      const { needed, met } = progress;
      return words.target({
        needed: countText(needed, lang),
        stillNeeded: lackingText(progress, lang),
        met,
        missing: missingUnitsCount(progress, lang),
      });
    },
  };
}

/** How many of the registered units are certified. */
function registeredColumn(lang: Lang): GroupColumn {
  return {
    kind: 'registered',
    title: messagesIn(lang).report.groups.registered,
    cell: ({ summary: { registered } }) =>
      registered === null ? '' : quotientText(registered.certified, registered.units, lang),
  };
}
