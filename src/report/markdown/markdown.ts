import { nearTheLine } from '../../explain/index.ts';
import { messagesIn, type Position, sentence } from '../../messages/index.ts';
import { tells } from '../costly.ts';
import { type FurtherTable, furtherTables } from '../words/further-tables.ts';
import { hasVerdict, markTexts, verdictReader } from '../words/head-texts.ts';
import { countText } from '../plain/numbers.ts';
import { code, escapeMarkdown, list, page, section, table } from './markdown-text.ts';
import { originLines, readingLines } from './origin-lines.ts';
import { goalLines } from './goal-lines.ts';
import type { WriteReport } from '../scored.ts';
import type { SheetSource } from '../workbook/sheet-units.ts';
import { type ClassShare, openUnits, type SummaryTexts, summaryTexts } from '../words/summary-texts.ts';
import { groupOrderText, groupPlaceText, groupText } from '../words/group-text.ts';
import { namedCriteria } from '../words/named-criteria.ts';
import { nearCountText } from '../words/near-count.ts';
import { shownTexts } from '../words/shown-texts.ts';
import { placesOfNames } from '../words/places-of-names.ts';
import { placeText } from '../words/missing-text.ts';
import { unusualTies } from '../words/ties-text.ts';
import { unitTexts } from '../words/unit-texts.ts';
import { nearTexts, wayTexts } from '../words/way-texts.ts';

/** The most units that a list names: a pull request or an email is read on one page. */
const MOST_UNITS = 30;
const MOST_NEAR = 10;
const MOST_WAYS = 10;
/** The most warnings that are told. */
const MOST_NOTICES = 20;

type Lines = readonly string[];

/** A result as Markdown, for a pull request or an email: headline figures first, then the units, then where it comes from. */
export const writeMarkdown: WriteReport = (scored, { lang }) => {
  const { assessments, ranking } = scored;
  const rows = scored.rows ?? ranking.order;
  const source: SheetSource = { scored, rows, texts: unitTexts(assessments, ranking, lang), lang };
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const summary = summaryTexts(scored, lang);
  const blocks = [
    headLines(source),
    ...section(words.summary, [...classTable(summary, lang), '', ...verdictLines(summary)]),
    ...section(words.setLacks, list(set.missing.map((part) => part[lang]))),
    ...section(words.undetermined, undeterminedLines(source)),
    ...section(words.ways.title, tells(scored, 'ways') ? wayLines(source) : []),
    ...section(words.ways.near, tells(scored, 'near') ? nearLines(source) : []),
    ...furtherTables(scored, lang).flatMap((own) => section(own.title, furtherLines(own, lang))),
    ...section(words.sheets.ranking, rankingLines(source)),
    ...section(words.criteriaNamed, legendLines(source)),
    ...section(words.readings, readingLines(set, lang)),
    ...section(words.sheets.provenance, [...originLines(scored, lang), ...noticeLines(source)]),
  ];
  return page(blocks);
};

function headLines({ scored, lang }: SheetSource): Lines {
  const { assessments, provenance } = scored;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const periods = [...new Set(assessments.dataset.units.period.map((own) => own ?? provenance.period))];
  const shown = periods.map((id) => (id === null ? words.noPeriod : words.period(escapeMarkdown(id)))).join(', ');
  const mark = markTexts(scored, lang).flatMap((text) => ['', `> **${escapeMarkdown(text)}**`]);
  return [
    `# ${escapeMarkdown(set.title[lang])}`,
    '',
    [code(set.id), shown, words.units(countText(assessments.dataset.rows, lang))].join(' · '),
    ...shownTexts(scored, lang).flatMap((text) => ['', escapeMarkdown(text)]),
    ...mark,
  ];
}

function classTable({ classes, total }: SummaryTexts, lang: SheetSource['lang']): Lines {
  const words = messagesIn(lang).report;
  const line = (label: string, { units, share }: ClassShare): Lines => [label, countText(units, lang), share];
  return table(
    [words.columns.class, words.sheets.columns.units, words.sheets.columns.share],
    ['left', 'right', 'right'],
    [...classes.map((own) => line(escapeMarkdown(own.label), own)), line(`**${total.label}**`, total)],
  );
}

function verdictLines({ verdicts }: SummaryTexts): Lines {
  if (verdicts === null) return [];
  const { certified, notCertified, open, targets, registered } = verdicts;
  return [
    `- **${certified.text}**`,
    `- ${notCertified.text}`,
    ...(open === null ? [] : [`- ${open}`]),
    ...targets.map(({ text }) => `- ${escapeMarkdown(text)}`),
    ...(registered === null ? [] : [`- ${escapeMarkdown(registered)}`]),
  ];
}

/** Each undetermined unit with what it can be and which figures would settle it. */
function undeterminedLines({ scored, rows, texts, lang }: SheetSource): Lines {
  return limited(openUnits(scored, rows, texts, lang), lang, ({ row, canBe, missing }) => [
    `- ${unitName(texts, row)}: ${escapeMarkdown(`${canBe}; ${missing}`)}`,
  ]);
}

/** What would bring each unit further, the least change first, or why nothing would. */
function wayLines({ scored: { assessments }, rows, texts, lang }: SheetSource): Lines {
  const found = rows
    .map((row) => ({ row, goals: wayTexts(assessments, row, lang) }))
    .filter(({ goals }) => goals.length > 0);
  const unitLines = ({ row, goals }: (typeof found)[number]): Lines => [
    `- ${unitName(texts, row)} (${escapeMarkdown(texts.className(row))})`,
    ...goals.flatMap(goalLines).map((line) => `  ${line}`),
  ];
  return limited(found, lang, unitLines, MOST_WAYS);
}

function nearLines({ scored, rows, texts, lang }: SheetSource): Lines {
  const { assessments } = scored;
  const near = nearTheLine(assessments, rows);
  const found = rows
    .map((row) => ({ row, changes: nearTexts(near(row), assessments, lang) }))
    .filter(({ changes }) => changes.length > 0);
  const count = nearCountText(found.length, scored, lang);
  if (found.length === 0) return [count];
  const lines = limited(
    found,
    lang,
    ({ row, changes }) => [
      `- ${unitName(texts, row)} (${escapeMarkdown(texts.className(row))}): ${escapeMarkdown(changes.join('; '))}`,
    ],
    MOST_NEAR,
  );
  return [count, '', ...lines];
}

function rankingLines({ scored, rows, texts, lang }: SheetSource): Lines {
  const { set } = scored.assessments.program;
  const { groups } = scored;
  const places = placesOfNames(scored, lang);
  const words = messagesIn(lang).report;
  const { columns } = words;
  const verdictOf = verdictReader(scored, lang);
  const judged = hasVerdict(set);
  const counted = set.score !== null;
  const heads = [
    columns.rank,
    columns.code,
    columns.name,
    ...(places === null ? [] : [escapeMarkdown(places.title)]),
    columns.class,
    ...(judged ? [columns.verdict] : []),
    ...(groups === undefined ? [] : [groups.column.label[lang], words.groups.rankInGroup].map(escapeMarkdown)),
    ...(counted ? [columns.score] : []),
    columns.deciding,
  ];
  const figures = [columns.rank, words.groups.rankInGroup, columns.score];
  const sides = heads.map((head) => (figures.includes(head) ? 'right' : 'left'));
  const order = groupOrderText(scored, rows, lang);
  const shown = rows
    .slice(0, MOST_UNITS)
    .map((row) => [
      texts.rank(row),
      escapeMarkdown(texts.code(row)),
      escapeMarkdown(texts.name(row)),
      ...(places === null ? [] : [escapeMarkdown(places.of(row))]),
      escapeMarkdown(texts.className(row)),
      ...(judged ? [verdictOf(row, texts.verdict(row))] : []),
      ...(groups === undefined
        ? []
        : [escapeMarkdown(groupText(groups, groups.groupOf(row).value, lang)), groupPlaceText(groups, row, lang)]),
      ...(counted ? [texts.score(row)] : []),
      escapeMarkdown(texts.reason(row)),
    ]);
  const ties = unusualTies(set, lang);
  const told = ties === null ? [] : ['', escapeMarkdown(ties)];
  return [
    ...(order === null ? [] : [escapeMarkdown(order), '']),
    ...table(heads, sides, shown),
    ...cutLines(shown.length, rows.length, lang),
    ...told,
  ];
}

/** The criteria that the ranking gives as reasons. */
function legendLines({ scored, rows, texts, lang }: SheetSource): Lines {
  const shown = rows.slice(0, MOST_UNITS).map((row) => ({ text: texts.reason(row), criteria: texts.reasoned(row) }));
  return namedCriteria(scored.assessments.program.set, shown, lang).map(
    ({ id, title, clause }) => `- ${escapeMarkdown(`${id}: ${clause === null ? title : `${title} (${clause})`}`)}`,
  );
}

/** The first of the warnings and notes. */
function noticeLines({ scored: { provenance }, lang }: SheetSource): Lines {
  const words = messagesIn(lang).report;
  const place = (position: Position | null): string => (position === null ? '' : `${code(placeText(position))}: `);
  const notices = provenance.issues.slice(0, MOST_NOTICES);
  return [
    ...notices.map(
      (found) =>
        `- ${words.severities[found.severity]}: ${place(found.position)}${escapeMarkdown(sentence(found, lang))}`,
    ),
    ...(notices.length < provenance.issues.length ? ['- …'] : []),
  ];
}

/** Groups, comparisons and readings, as far as there is room. */
function furtherLines({ notes, heads, rows }: FurtherTable, lang: SheetSource['lang']): Lines {
  const text = (cell: string | number): string =>
    typeof cell === 'number' ? countText(cell, lang) : escapeMarkdown(cell);
  const told = notes.flatMap((note) => [escapeMarkdown(note), '']);
  const shown = rows.slice(0, MOST_UNITS).map((cells) => cells.map(text));
  if (shown.length === 0) return told;
  const sides = heads.map((_, column) => (typeof rows[0]?.[column] === 'number' ? 'right' : 'left'));
  return [...told, ...table(heads.map(escapeMarkdown), sides, shown), ...cutLines(shown.length, rows.length, lang)];
}

/** The first items of a list, and how many there are where that is not all. */
function limited<T>(
  items: readonly T[],
  lang: SheetSource['lang'],
  linesOf: (item: T) => Lines,
  most = MOST_UNITS,
): Lines {
  const shown = items.slice(0, most);
  return [...shown.flatMap(linesOf), ...cutLines(shown.length, items.length, lang)];
}

function cutLines(shown: number, of: number, lang: SheetSource['lang']): Lines {
  if (shown === of) return [];
  return ['', messagesIn(lang).report.sheets.shownOf(countText(shown, lang), countText(of, lang))];
}

function unitName(texts: SheetSource['texts'], row: number): string {
  return `**${escapeMarkdown(texts.codeAndName(row))}**`;
}
