import { type Change, isRenamed, type Level, LEVELS } from '../../diff/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import type { Moves } from '../../prove/index.ts';
import { type ChangeText, changeText, type ValueText } from '../words/diff-change.ts';
import { type Diffed, isAcrossFamilies } from '../diffed.ts';
import { countsText } from '../words/diff-counts.ts';
import { diffReadingTexts } from '../words/diff-readings.ts';
import { type ImpactTexts, impactTexts } from '../words/impact-texts.ts';
import { code, escapeMarkdown, list, page, section, table } from './markdown-text.ts';
import { limitTexts, proofTexts } from '../words/proof-texts.ts';
import { impactMarkTexts } from '../words/head-texts.ts';
import type { Style } from '../style.ts';
import { writeWitnessCsv } from '../csv/witness-csv.ts';

type Lines = readonly string[];

/** The changes as Markdown, ready for a pull request: what can move units first, then whom it moves. */
export function writeDiffMarkdown(diffed: Diffed, { lang }: Pick<Style, 'lang'>): string {
  const blocks: readonly Lines[] = [
    ...headBlocks(diffed, lang),
    ...readingBlocks(diffed, lang),
    ...LEVELS.flatMap((level) => levelBlocks(level, diffed, lang)),
    ...crosswalkBlocks(diffed, lang),
    ...proofBlocks(diffed, lang),
    ...impactBlocks(diffed, lang),
  ];
  return page(blocks);
}

function headBlocks(diffed: Diffed, lang: Lang): readonly Lines[] {
  const { base, revision, changes } = diffed;
  const words = messagesIn(lang).diff;
  return [
    [`# ${escapeMarkdown(words.title(base.id, revision.id))}`],
    [escapeMarkdown(revision.title[lang])],
    ...(isAcrossFamilies(diffed) ? [[`> ${escapeMarkdown(words.acrossFamilies(base.id, revision.id))}`]] : []),
    ...impactMarkTexts(diffed, lang).map((text) => [`> **${escapeMarkdown(text)}**`]),
    [`**${escapeMarkdown(changes.length === 0 ? words.noChanges : countsText(changes, lang))}**`],
  ];
}

/** The readings under which the sets were compared. */
function readingBlocks(diffed: Diffed, lang: Lang): readonly Lines[] {
  return section(messagesIn(lang).report.readings, list(diffReadingTexts(diffed, lang)));
}

function levelBlocks(level: Level, diffed: Diffed, lang: Lang): readonly Lines[] {
  const own = diffed.changes.filter((change) => change.level === level);
  if (own.length === 0) return [];
  const { levels, columns } = messagesIn(lang).diff;
  const rows = own.map((change) => rowOf(change, changeText(change, diffed, lang), lang));
  const heads = [columns.change, columns.before, columns.after, columns.direction, columns.fingerprint];
  return section(levels[level], table(heads, ['left', 'left', 'left', 'left', 'left'], rows));
}

function rowOf({ direction, fingerprint }: Change, text: ChangeText, lang: Lang): Lines {
  const head = [text.subject === '' ? '' : `**${escapeMarkdown(text.subject)}**`, escapeMarkdown(text.kind)];
  const about = [text.about, text.classes, text.office, text.accepted, text.proved].flatMap((part) =>
    part === null ? [] : [escapeMarkdown(part)],
  );
  const told = direction === 'stricter' || direction === 'looser' ? `**${text.direction}**` : text.direction;
  return [
    [head.filter((part) => part !== '').join(' '), ...about].join('<br>'),
    cellOf(text.before, lang),
    cellOf(text.after, lang),
    told,
    code(fingerprint),
  ];
}

function cellOf(value: ValueText | null, lang: Lang): string {
  if (value === null) return messagesIn(lang).diff.nothing;
  const place = value.place === null ? [] : [escapeMarkdown(value.place)];
  return [...value.lines.map((line) => code(line)), ...place].join('<br>');
}

function crosswalkBlocks({ walk }: Diffed, lang: Lang): readonly Lines[] {
  const words = messagesIn(lang).diff;
  const moved = [...walk.criteria, ...walk.indicators].filter(isRenamed);
  return [
    ...section(words.crosswalk, list(moved.map(({ base, revision }) => words.link(base, revision)))),
    ...section(words.proposals, list(walk.proposals.map((proposal) => words.proposal(proposal)))),
  ];
}

/** Every proof with its witness as a data file that `score` can run. */
function proofBlocks(diffed: Diffed, lang: Lang): readonly Lines[] {
  const { proofs } = diffed;
  if (proofs === null) return [];
  const { classes, certified } = proofs.classes;
  const texts = proofTexts(proofs.classes, diffed, lang);
  const all = [...classes.values(), certified];
  const blocks = texts.flatMap(({ label, verdict, examples }, index) => [
    [`- **${escapeMarkdown(label)}**: ${escapeMarkdown(verdict)}`],
    ...[all[index]?.losing, all[index]?.gaining]
      .filter((moves): moves is Moves & { kind: 'yes' } => moves?.kind === 'yes')
      .map((moves, place) => [
        `  ${escapeMarkdown(examples[place] ?? '')}`,
        '',
        '  ```csv',
        ...writeWitnessCsv(moves.witness, [diffed.base, diffed.revision], lang).trim().split(/\r?\n/u).map(indented),
        '  ```',
      ]),
  ]);
  return section(messagesIn(lang).diff.proofs.title, ...blocks, list(limitTexts(proofs.classes, diffed, lang)));
}

function indented(line: string): string {
  return `  ${line}`;
}

function impactBlocks(diffed: Diffed, lang: Lang): readonly Lines[] {
  const { impact } = diffed;
  if (impact === null) return [];
  const words = messagesIn(lang).diff.impact;
  const texts = impactTexts(impact, diffed, lang);
  return [
    ...section(words.title, [texts.units], totalTable(texts, lang)),
    ...section(words.missing, list(texts.missing)),
    ...section(words.matrix, matrixTable(texts)),
    ...section(texts.movedCount, movedTable(texts, lang)),
    ...(texts.moved.length === 0 ? [[escapeMarkdown(texts.movedCount)]] : []),
    ...section(words.held, list(texts.held)),
    ...section(words.idle, list(texts.idle)),
    ...(texts.rankMoves === null ? [] : section(texts.rankMoves.title, list(texts.rankMoves.units))),
  ];
}

function totalTable({ totals, targets }: ImpactTexts, lang: Lang): Lines {
  const { columns } = messagesIn(lang).diff.impact;
  return table(
    [columns.class, columns.before, columns.after, columns.difference],
    ['left', 'right', 'right', 'right'],
    [
      ...totals.map(({ label, before, after, difference }) => [escapeMarkdown(label), before, after, difference]),
      ...targets.map(({ label, before, after }) => [escapeMarkdown(label), before, after, '']),
    ],
  );
}

function matrixTable({ matrix: { columns, rows } }: ImpactTexts): Lines {
  return table(
    ['', ...columns.map((column) => escapeMarkdown(column))],
    ['left', ...columns.map(() => 'right' as const)],
    rows.map(({ label, cells }) => [escapeMarkdown(label), ...cells]),
  );
}

function movedTable({ moved }: ImpactTexts, lang: Lang): Lines {
  if (moved.length === 0) return [];
  const { unit, before, after, by } = messagesIn(lang).diff.movedColumns;
  const reasoned = (place: string, reason: string | null): string =>
    [`**${escapeMarkdown(place)}**`, ...(reason === null ? [] : [escapeMarkdown(reason)])].join('<br>');
  return table(
    [unit, before, after, by],
    ['left', 'left', 'left', 'left'],
    moved.map((own) => [
      escapeMarkdown(own.unit),
      reasoned(own.from, own.reasonBefore),
      reasoned(own.to, own.reasonAfter),
      [own.by, ...own.criteria].map((line) => escapeMarkdown(line)).join('<br>'),
    ]),
  );
}
