import { stateWord } from '../../explain/index.ts';
import { type Lang, messagesIn, type StateWord } from '../../messages/index.ts';
import type { Scored } from '../scored.ts';
import { requireReader, type Style } from '../style.ts';
import { STATE_MARKS } from '../words/state-marks.ts';
import type { MoveTexts } from '../words/comparison-texts.ts';
import { type CriteriaTexts, criteriaTexts, type CriterionTexts } from '../words/criteria-texts.ts';
import { type ExplanationTexts, explanationTexts } from '../words/explanation-texts.ts';
import { unitComparisonReader, type UnitComparisonTexts } from '../words/unit-comparison-texts.ts';
import type { ReasonTexts, WhyTexts } from '../words/why-texts.ts';
import { goalLines } from './goal-lines.ts';
import { escapeMarkdown, list, page, section, table } from './markdown-text.ts';
import { originLines, readingLines } from './origin-lines.ts';

type Lines = readonly string[];

/**
 * One unit in full as Markdown, for a letter or a pull request: what a terminal shows of it, and where it comes from.
 *
 * @param row The row of the unit.
 * @throws {RangeError} For a row that is not there, and an order or totals of other units.
 * @example writeExplanationMarkdown(scored, 1, { lang: 'en' }).startsWith('# ') // true
 */
export function writeExplanationMarkdown(scored: Scored, row: number, reader: Pick<Style, 'lang'>): string {
  requireReader(reader);
  const { lang } = reader;
  const texts = explanationTexts(scored, row, lang);
  const words = messagesIn(lang).report;
  const { assessments } = scored;
  const { set } = assessments.program;
  return page([
    ...headBlocks(texts),
    ...comparisonBlocks(unitComparisonReader(scored, lang)(row)),
    ...section(words.why, whyLines(texts.why)),
    ...section(words.missing, list(texts.missing)),
    ...section(words.unsettled, list(texts.unsettled)),
    ...section(words.notes, list(texts.notes)),
    ...section(words.ways.title, texts.ways.flatMap(goalLines)),
    ...section(words.ways.near, list(texts.near)),
    ...section(words.allCriteria, ...criteriaBlocks(criteriaTexts(assessments, row, lang), lang)),
    ...section(words.readings, readingLines(set, lang)),
    ...section(words.setLacks, list(set.missing.map((part) => part[lang]))),
    ...section(words.basis, list(texts.basis)),
    ...section(words.sheets.provenance, originLines(scored, lang)),
  ]);
}

/** Who it is, and what came out. */
function headBlocks({ title, groups, marks, facts }: ExplanationTexts): readonly Lines[] {
  return [
    [`# ${escapeMarkdown(title)}`],
    ...(groups.length === 0 ? [] : [[escapeMarkdown(groups.join(' · '))]]),
    ...marks.map((mark) => [`> **${escapeMarkdown(mark)}**`]),
    facts.map(({ label, text, verdict }) => {
      const shown = escapeMarkdown(text);
      return `- ${label}: ${verdict === undefined ? shown : `**${shown}**`}`;
    }),
  ];
}

/** Where it stood before, and where it would stand under other readings. */
function comparisonBlocks({ before, readings }: UnitComparisonTexts): readonly Lines[] {
  const notes = (before?.notes ?? []).map((note) => [`> ${escapeMarkdown(note)}`]);
  const variants = (readings?.variants ?? []).flatMap((variant) => [
    `- ${variant.readings.map((reading) => escapeMarkdown(reading)).join('<br>')}`,
    ...moveLines(variant.move).map((line) => `  ${line}`),
  ]);
  const none = readings === null || readings.none === '' ? [] : [escapeMarkdown(readings.none)];
  return [
    ...section(before?.title ?? '', ...notes, before === null ? [] : moveLines(before.move)),
    ...section(readings?.title ?? '', none, variants),
  ];
}

function moveLines({ change, measures, reasons }: MoveTexts): Lines {
  return [
    `- **${escapeMarkdown([change, ...measures].join('; '))}**`,
    ...reasons.map((reason) => `  - ${escapeMarkdown(reason)}`),
  ];
}

/** The gates on points and the deciding criteria, with all their evidence. */
function whyLines({ gates, reasons, otherwise }: WhyTexts): Lines {
  const lines = [
    ...gates.map(({ state, text }) => `- ${STATE_MARKS[state]} ${escapeMarkdown(text)}`),
    ...reasons.flatMap(reasonLines),
  ];
  return lines.length > 0 || otherwise === '' ? lines : [escapeMarkdown(otherwise)];
}

function reasonLines({ id, said, cite, title, evidence, step, turn, clearAnyway }: ReasonTexts): Lines {
  const clause = cite === null ? '' : ` (${cite})`;
  const further = [step, turn === null ? null : `→ ${turn}`, clearAnyway].flatMap((text) => text ?? []);
  return [
    `- **${escapeMarkdown(`${id} ${said}`)}**${escapeMarkdown(`${clause}: ${title}`)}`,
    ...evidence.map(
      ({ depth, state, text }) => `${'  '.repeat(depth + 1)}- ${STATE_MARKS[stateWord(state)]} ${escapeMarkdown(text)}`,
    ),
    ...further.map((text) => `  - ${escapeMarkdown(text)}`),
  ];
}

/** All criteria, each with what settles it. */
function criteriaBlocks({ total, criteria }: CriteriaTexts, lang: Lang): readonly Lines[] {
  const words = messagesIn(lang).report;
  const { columns } = words.sheets;
  const hasPoints = criteria.some(({ points }) => points !== null);
  const heads = [
    columns.criterion,
    columns.state,
    ...(hasPoints ? [columns.points] : []),
    columns.reason,
    columns.title,
    columns.clause,
  ];
  const sides = heads.map((head) => (head === columns.points ? 'right' : 'left'));
  const rows = criteria.map((own) => cellsOf(own, hasPoints, words.states));
  return [[escapeMarkdown(total)], table(heads, sides, rows)];
}

/** A group stands out from the criteria under it. */
function cellsOf(own: CriterionTexts, hasPoints: boolean, states: Readonly<Record<StateWord, string>>): Lines {
  const { id, state, points, found, asks, clause, isGroup } = own;
  const cells = [
    id,
    `${STATE_MARKS[state]} ${states[state]}`,
    ...(hasPoints ? [points ?? ''] : []),
    found,
    asks,
    clause ?? '',
  ].map((cell) => escapeMarkdown(cell));
  return isGroup ? cells.map((cell) => (cell === '' ? '' : `**${cell}**`)) : cells;
}
