import { stateWord } from '../../explain/index.ts';
import { messagesIn, type StateWord } from '../../messages/index.ts';
import { type CriteriaTexts, criteriaTexts, type CriterionTexts } from '../words/criteria-texts.ts';
import { type ExplanationTexts, explanationTexts } from '../words/explanation-texts.ts';
import type { EvidenceLine } from '../words/finding-text.ts';
import type { ReasonTexts, WhyTexts } from '../words/why-texts.ts';
import { unitComparisonReader } from '../words/unit-comparison-texts.ts';
import { unitComparison } from './comparison-lines.ts';
import { lackLines, readingLines, section } from './head.ts';
import { pad, wrap } from './layout.ts';
import type { Scored } from '../scored.ts';
import { STATE_MARKS } from '../words/state-marks.ts';
import { requireStyle, type Style } from '../style.ts';
import { verdictPaint } from './table.ts';
import { waySections } from './way-lines.ts';

/**
 * What `xasach explain` prints: one unit as a page, the reasons first.
 *
 * @param row The row of the unit.
 * @throws {RangeError} For a row that is not there, and an order or totals of other units.
 * @example writeExplanation(scored, 1, style).includes('0.24% (12/5,000)') // true
 */
export function writeExplanation(scored: Scored, row: number, style: Style): string {
  requireStyle(style);
  const texts = explanationTexts(scored, row, style.lang);
  const words = messagesIn(style.lang).report;
  const { assessments } = scored;
  const { set } = assessments.program;
  const bullets = (list: readonly string[]): readonly string[] =>
    list.flatMap((text) => wrap(text, style.width - 2, '• '));
  const lines = [
    ...headLines(texts, style),
    ...unitComparison(unitComparisonReader(scored, style.lang)(row), style),
    ...section(words.why, whyLines(texts.why, style), style),
    ...section(words.missing, bullets(texts.missing), style),
    ...section(words.unsettled, bullets(texts.unsettled), style),
    ...section(words.notes, bullets(texts.notes), style),
    ...waySections(texts, style),
    ...section(words.allCriteria, criteriaLines(criteriaTexts(assessments, row, style.lang), style), style),
    ...section(words.readings, readingLines(set, style), style),
    ...section(words.setLacks, lackLines(set, style), style),
    ...section(
      words.basis,
      [...texts.basis.flatMap((text) => wrap(text, style.width - 2)), `${set.id} · ${words.statuses[set.status]}`],
      style,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** Who it is, and what came out. */
function headLines({ title, groups, marks, facts }: ExplanationTexts, { paint, width }: Style): readonly string[] {
  const widest = Math.max(...facts.map(({ label }) => label.length));
  return [
    ...wrap(title, width).map((line) => paint.bold(line)),
    ...(groups.length === 0 ? [] : wrap(groups.join(' · '), width).map((line) => paint.dim(line))),
    ...marks.flatMap((text) => wrap(text, width).map((line) => paint.warn(line))),
    '',
    ...facts.flatMap(({ label, text, verdict }) =>
      wrap(
        verdict === undefined ? text : paint.bold(verdictPaint(paint, verdict)(text)),
        width,
        `${pad(label, widest)}  `,
      ),
    ),
  ];
}

/** The gates on points and the deciding criteria, with all their evidence. */
function whyLines({ gates, reasons, otherwise }: WhyTexts, style: Style): readonly string[] {
  const first = gates.flatMap(({ state, text }) => wrap(text, style.width - 2, `${STATE_MARKS[state]} `));
  const lines = reasons.reduce(
    (before, reason) => [...before, ...(before.length === 0 ? [] : ['']), ...reasonLines(reason, style)],
    first,
  );
  return lines.length === 0 ? wrap(otherwise, style.width - 2) : lines;
}

function reasonLines(reason: ReasonTexts, style: Style): readonly string[] {
  const { width, paint } = style;
  const { id, state, said, title, evidence, step, turn, clearAnyway } = reason;
  const cite = reason.cite === null ? '' : paint.dim(` (${reason.cite})`);
  return [
    ...wrap(`${paint.bold(id)} ${statePaint(state, style)(said)}${cite}`, width - 2),
    ...wrap(title, width - 4).map((line) => `  ${line}`),
    ...evidence.flatMap((line) => evidenceText(line, style)),
    ...(step === null ? [] : wrap(step, width - 2, '    ')),
    ...(turn === null ? [] : wrap(turn, width - 2, '    → ')),
    ...(clearAnyway === null ? [] : wrap(clearAnyway, width - 2, '    ')),
  ];
}

function evidenceText({ depth, state, text }: EvidenceLine, style: Style): readonly string[] {
  const mark = STATE_MARKS[stateWord(state)];
  const indent = '  '.repeat(depth + 1);
  return wrap(text, style.width - 2, `${indent}${mark} `);
}

/** All criteria, each with what settles it: by state, or under their groups. */
function criteriaLines({ total, isTree, criteria }: CriteriaTexts, style: Style): readonly string[] {
  const words = messagesIn(style.lang).report;
  const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0);
  const layout = {
    isTree,
    id: widest(criteria.map(({ id }) => id)),
    points: widest(criteria.map(({ points }) => points ?? '')),
  };
  return [
    ...wrap(total, style.width - 2).map((line) => style.paint.dim(line)),
    ...criteria.flatMap((own, index) => [
      ...(isTree || criteria[index - 1]?.state === own.state
        ? []
        : [`${STATE_MARKS[own.state]} ${words.states[own.state]}`]),
      ...criterionLines(own, layout, style),
    ]),
  ];
}

/** How criteria stand under each other. */
interface Layout {
  /** Under their groups, each with the mark of its state. */
  readonly isTree: boolean;
  readonly id: number;
  readonly points: number;
}

function criterionLines(own: CriterionTexts, layout: Layout, { width, paint }: Style): readonly string[] {
  const mark = layout.isTree ? `${STATE_MARKS[own.state]} ` : '';
  const indent = '  '.repeat(layout.isTree ? own.depth : 1);
  const points = own.points === null ? '' : `${pad(own.points, layout.points)}  `;
  const clause = own.clause === null ? '' : paint.dim(` (${own.clause})`);
  const text = `${own.found === '' ? '' : `${own.found} – `}${own.asks}${clause}`;
  const lines = wrap(text, width - 2, `${indent}${mark}${pad(own.id, layout.id)}  ${points}`);
  return own.isGroup ? lines.map((line) => paint.bold(line)) : lines;
}

/** Only what is open stands out: whether meeting a criterion is good depends on the criterion. */
function statePaint(word: StateWord, { paint }: Style): (text: string) => string {
  return word === 'unknown' ? paint.warn : paint.bold;
}
