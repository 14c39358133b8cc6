import { type Change, type Direction, isRenamed, type Level, LEVELS } from '../../diff/index.ts';
import { messagesIn } from '../../messages/index.ts';
import { type ChangeText, changeText, type ValueText } from '../words/diff-change.ts';
import { countsText } from '../words/diff-counts.ts';
import { type Diffed, isAcrossFamilies } from '../diffed.ts';
import { diffReadings } from '../words/diff-readings.ts';
import { impactMarkTexts } from '../words/head-texts.ts';
import { harmless } from '../plain/harmless.ts';
import { section } from './head.ts';
import { impactLines } from './impact-lines.ts';
import { shorten, wrap } from './layout.ts';
import { proofLines } from './proof-lines.ts';
import type { Style } from '../style.ts';

/** Texts longer than this are cut: the file has them in full. */
const LONGEST_VALUE = 400;

/** What `xasach diff` prints: the changes by how much they ask of a reader, each with its old and its new value. */
export function writeDiffTable(diffed: Diffed, style: Style): string {
  const lines = [
    ...headLines(diffed, style),
    ...appliedLines(diffed, style),
    ...LEVELS.flatMap((level) => levelLines(level, diffed, style)),
    ...crosswalkLines(diffed, style),
    ...proofLines(diffed, style),
    ...impactLines(diffed, style),
  ];
  return `${lines.join('\n')}\n`;
}

function headLines(diffed: Diffed, { lang, width, paint }: Style): readonly string[] {
  const { base, revision, changes } = diffed;
  const words = messagesIn(lang).diff;
  return [
    ...wrap(words.title(base.id, revision.id), width).map((line) => paint.bold(line)),
    ...wrap(harmless(revision.title[lang]), width).map((line) => paint.dim(line)),
    ...(isAcrossFamilies(diffed)
      ? wrap(words.acrossFamilies(base.id, revision.id), width).map((line) => paint.warn(line))
      : []),
    ...impactMarkTexts(diffed, lang).flatMap((text) => wrap(text, width).map((line) => paint.warn(line))),
    ...wrap(changes.length === 0 ? words.noChanges : countsText(changes, lang), width),
  ];
}

/** The readings under which the sets were compared. */
function appliedLines(diffed: Diffed, style: Style): readonly string[] {
  const { lang, width } = style;
  const words = messagesIn(lang).report;
  const lines = diffReadings(diffed, lang).flatMap(({ question, answers }) => [
    ...wrap(question, width - 2),
    ...answers.flatMap((answer) => wrap(words.reading(answer), width - 4).map((line) => `  ${line}`)),
  ]);
  return section(words.readings, lines, style);
}

function levelLines(level: Level, diffed: Diffed, style: Style): readonly string[] {
  const own = diffed.changes.filter((change) => change.level === level);
  const lines = own.flatMap((change, index) => [
    ...(index === 0 ? [] : ['']),
    ...changeLines(change, changeText(change, diffed, style.lang), style),
  ]);
  return section(messagesIn(style.lang).diff.levels[level], lines, style);
}

function changeLines({ direction }: Change, text: ChangeText, style: Style): readonly string[] {
  const { width, paint } = style;
  const mark = PAINTED[direction];
  const head = [text.subject, text.kind].filter((part) => part !== '').join('  ');
  const dim = (line: string | null): readonly string[] =>
    line === null ? [] : wrap(line, width - 4, '  ').map((part) => paint.dim(part));
  return [
    `${paint.bold(head)}  ${paint[mark](`[${text.direction}]`)}`,
    ...(text.about === null ? [] : wrap(text.about, width - 4, '  ')),
    ...valueLines(text.before, '  − ', style),
    ...valueLines(text.after, '  + ', style),
    ...dim(text.classes),
    ...dim(text.proved),
    ...dim(text.office),
    ...(text.accepted === null ? [] : wrap(text.accepted, width - 4, '  ').map((line) => paint.good(line))),
    ...dim(text.fingerprint),
  ];
}

const PAINTED = { stricter: 'bad', looser: 'good', either: 'warn', none: 'dim' } as const satisfies Record<
  Direction,
  keyof Style['paint']
>;

function valueLines(value: ValueText | null, mark: string, { width, paint }: Style): readonly string[] {
  if (value === null) return [];
  const color = mark.includes('+') ? paint.good : paint.bad;
  const place = value.place === null ? [] : wrap(value.place, width - 4, '    ').map((line) => paint.dim(line));
  const lines = value.lines.flatMap((line) => wrap(shorten(line, LONGEST_VALUE), width - 4, mark));
  return [...lines.map((line) => color(line)), ...place];
}

function crosswalkLines({ walk }: Diffed, style: Style): readonly string[] {
  const { lang, width } = style;
  const words = messagesIn(lang).diff;
  const moved = [...walk.criteria, ...walk.indicators].filter(isRenamed);
  return [
    ...section(
      words.crosswalk,
      moved.flatMap(({ base, revision }) => wrap(words.link(base, revision), width - 2)),
      style,
    ),
    ...section(
      words.proposals,
      walk.proposals.flatMap((proposal) => wrap(words.proposal(proposal), width - 2)),
      style,
    ),
  ];
}
