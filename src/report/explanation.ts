import type { Criterion } from '../criteria/index.ts';
import { asState, type Finding } from '../explain/index.ts';
import { FAIL, NOT_APPLICABLE, PASS, type State, UNKNOWN } from '../formula/index.ts';
import { messagesIn, type StateWord } from '../messages/index.ts';
import { dueRemarks } from './assessment-result.ts';
import { citation, clauseText } from './cite-text.ts';
import { type EvidenceLine, evidenceLines, shortReason } from './finding-text.ts';
import { testFinding } from './criterion-test.ts';
import { dayText } from './days.ts';
import { harmless } from './harmless.ts';
import { certificationLines, readingLines, section } from './head.ts';
import { pad, wrap } from './layout.ts';
import { countText } from './numbers.ts';
import type { Scored } from './scored.ts';
import { stateWord } from './settled.ts';
import type { Style } from './style.ts';
import { verdictPaint } from './table.ts';
import { missingText, type UnitTexts, unitTexts } from './unit-texts.ts';

/** One unit on a page, and what is known of it. */
interface Page {
  readonly scored: Scored;
  readonly row: number;
  readonly texts: UnitTexts;
  readonly style: Style;
}

/**
 * What `xasach explain` prints: one unit as a page, the reasons first.
 *
 * @param row The row of the unit.
 */
export function writeExplanation(scored: Scored, row: number, style: Style): string {
  const { assessments, ranking } = scored;
  const words = messagesIn(style.lang).report;
  const { set } = assessments.program;
  const page: Page = { scored, row, texts: unitTexts(assessments, ranking, style.lang), style };
  const missing = page.texts.missing(row).map((cell) => missingText(set, cell, style.lang));
  const notes = dueRemarks(assessments, row).map(({ message }) => harmless(message[style.lang]));
  const lines = [
    ...headLines(page),
    ...section(words.why, whyLines(page), style),
    ...section(
      words.missing,
      missing.flatMap((text) => bullet(text, style)),
      style,
    ),
    ...section(
      words.notes,
      notes.flatMap((text) => bullet(text, style)),
      style,
    ),
    ...section(words.allCriteria, criteriaLines(page), style),
    ...section(words.readings, readingLines(set, style), style),
    ...section(words.basis, basisLines(page), style),
  ];
  return `${lines.join('\n')}\n`;
}

/** Who it is, and what came out. */
function headLines({ scored: { assessments, ranking, provenance }, row, texts, style }: Page): readonly string[] {
  const { lang, paint, width } = style;
  const words = messagesIn(lang).report;
  const { units } = assessments.dataset;
  const verdict = texts.verdict(row);
  const period = units.period[row] ?? provenance.period;
  const groups = [...units.groups.values()].flatMap((values) => values[row] ?? []);
  const candidates = words.candidates(texts.candidates(row), assessments.candidates(row).exact);
  const isOpen = texts.candidates(row).length !== 1;
  const facts: readonly (readonly [string, string])[] = [
    [words.columns.verdict, paint.bold(verdictPaint(paint, verdict)(words.verdicts[verdict]))],
    [words.columns.class, isOpen ? `${texts.className(row)}: ${candidates}` : texts.className(row)],
    [words.columns.score, texts.score(row)],
    [words.columns.rank, words.rankOf(texts.rank(row), countText(ranking.of[row] ?? 0, lang))],
    [words.columns.period, period === null ? words.noPeriod : harmless(period)],
  ];
  const widest = Math.max(...facts.map(([label]) => label.length));
  return [
    ...wrap(`${texts.name(row)} (${texts.code(row)})`.trim(), width).map((line) => paint.bold(line)),
    ...(groups.length === 0
      ? []
      : wrap(groups.map((part) => harmless(part)).join(' · '), width).map((line) => paint.dim(line))),
    ...certificationLines(assessments.program.set, style),
    '',
    ...facts.flatMap(([label, text]) => wrap(text, width, `${pad(label, widest)}  `)),
  ];
}

/** The deciding criteria with all their evidence. */
function whyLines({ scored: { assessments }, row, texts, style }: Page): readonly string[] {
  const { lang, width, paint } = style;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const deciding = texts.deciding(row).flatMap((id) => set.criteria.get(id) ?? []);
  return deciding.flatMap((criterion, index) => {
    const finding = testFinding(assessments, criterion, row);
    const word = stateWord(stateOf(assessments.states, [...set.criteria.keys()].indexOf(criterion.id), row));
    const cite = criterion.cite === null ? '' : paint.dim(` (${citation(criterion.cite, set, lang)})`);
    return [
      ...(index === 0 ? [] : ['']),
      `${paint.bold(criterion.id)} ${statePaint(word, style)(words.states[word])}${cite}`,
      ...wrap(harmless(criterion.title[lang]), width - 4).map((line) => `  ${line}`),
      ...(finding === null ? [] : evidence(finding, { lang, set })).flatMap((line) => evidenceText(line, style)),
    ];
  });
}

/** A test that is one group of all its parts needs no line to say so. */
function evidence(finding: Finding, wording: Parameters<typeof evidenceLines>[1]): readonly EvidenceLine[] {
  if (finding.kind !== 'group' || finding.needed !== finding.of.length) return evidenceLines(finding, wording);
  return finding.of.flatMap((part) => evidenceLines(part, wording));
}

function evidenceText({ depth, state, text }: EvidenceLine, style: Style): readonly string[] {
  const mark = MARKS[stateWord(state)];
  const indent = '  '.repeat(depth + 1);
  return wrap(text, style.width - 2, `${indent}${mark} `);
}

/** The state of a criterion or a part of it at a glance. */
const MARKS: Readonly<Record<StateWord, string>> = { pass: '✓', fail: '✗', unknown: '?', 'not-applicable': '–' };

const STATES: readonly State[] = [PASS, FAIL, UNKNOWN, NOT_APPLICABLE];

/** All criteria by state, each with what settles it; the totals add up. */
function criteriaLines(page: Page): readonly string[] {
  const { lang, width, paint } = page.style;
  const words = messagesIn(lang).report;
  const { states, program } = page.scored.assessments;
  const criteria = [...program.set.criteria.values()];
  const inState = (state: State): readonly Criterion[] =>
    criteria.filter((_, number) => stateOf(states, number, page.row) === state);
  const count = (state: State): string => countText(inState(state).length, lang);
  const counts = {
    pass: count(PASS),
    fail: count(FAIL),
    unknown: count(UNKNOWN),
    'not-applicable': count(NOT_APPLICABLE),
  };
  const total = words.stateTotals(counts, countText(criteria.length, lang));
  return [
    ...wrap(total, width - 2).map((line) => paint.dim(line)),
    ...STATES.flatMap((state) => {
      const members = inState(state);
      if (members.length === 0) return [];
      return [
        `${MARKS[stateWord(state)]} ${words.states[stateWord(state)]}`,
        ...members.flatMap((own) => criterionLines(page, own)),
      ];
    }),
  ];
}

function criterionLines({ scored: { assessments }, row, style }: Page, criterion: Criterion): readonly string[] {
  const { lang, width, paint } = style;
  const { set } = assessments.program;
  const finding = testFinding(assessments, criterion, row);
  const reason = finding === null ? '' : `${shortReason(finding, { set, lang })} – `;
  const clause = criterion.cite === null ? '' : paint.dim(` (${clauseText(criterion.cite, set, lang)})`);
  const widest = Math.max(...Array.from(set.criteria.keys(), (id) => id.length));
  const text = `${reason}${harmless(criterion.title[lang])}${clause}`;
  return wrap(text, width - 4, `${pad(criterion.id, widest)}  `).map((line) => `  ${line}`);
}

function basisLines({ scored: { assessments }, style }: Page): readonly string[] {
  const { lang, width } = style;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const used = new Set([...set.criteria.values()].flatMap(({ cite }) => cite?.source ?? []));
  const documents = [...set.sources.values()]
    .filter(({ id }) => used.has(id))
    .map(({ document, date, issuer }) =>
      [document, issuer, date === null ? null : dayText(date, lang)]
        .filter((part) => part !== null)
        .map((part) => harmless(part))
        .join(', '),
    );
  return [
    ...wrap(harmless(set.title[lang]), width - 2),
    ...documents.flatMap((document) => wrap(document, width - 2)),
    `${set.id} · ${words.statuses[set.status]}`,
  ];
}

function bullet(text: string, { width }: Style): readonly string[] {
  return wrap(text, width - 2, '• ');
}

function stateOf(states: readonly Uint8Array[], number: number, row: number): State {
  return asState(states[number]?.[row]);
}

/** Only what is open stands out: whether meeting a criterion is good depends on the criterion. */
function statePaint(word: StateWord, { paint }: Style): (text: string) => string {
  return word === 'unknown' ? paint.warn : paint.bold;
}
