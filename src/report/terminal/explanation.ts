import type { Assessments } from '../../assess/index.ts';
import { type Criterion, numberOf } from '../../criteria/index.ts';
import { requireRow, UNIT_COLUMNS } from '../../data/index.ts';
import { asState, decidingGates, stateWord } from '../../explain/index.ts';
import { FAIL, NOT_APPLICABLE, PASS, type State, UNKNOWN } from '../../formula/index.ts';
import { type Lang, messagesIn, type StateWord } from '../../messages/index.ts';
import { dueRemarks } from '../results/assessment-result.ts';
import { citation, clauseText } from '../words/cite-text.ts';
import { criterionReason, isSettled, turnText } from '../words/criterion-reason.ts';
import { depthOf, weightText } from '../words/criterion-rule.ts';
import { type EvidenceLine, wholeEvidence } from '../words/finding-text.ts';
import { testFinding } from '../results/criterion-test.ts';
import { unitComparison } from './comparison-lines.ts';
import { dayText } from '../plain/days.ts';
import { harmless } from '../plain/harmless.ts';
import { hasVerdict, verdictReader } from '../words/head-texts.ts';
import { lackLines, readingLines, section, unitMarkLines } from './head.ts';
import { pad, wrap } from './layout.ts';
import { countText } from '../plain/numbers.ts';
import { criterionPoints, gateText, stepText } from '../words/points-text.ts';
import { requireOwn, type Scored } from '../scored.ts';
import { STATE_MARKS } from './state-marks.ts';
import type { Style } from '../style.ts';
import { verdictPaint } from './table.ts';
import { missingText } from '../words/missing-text.ts';
import { type UnitTexts, unitTexts } from '../words/unit-texts.ts';
import { waySections } from './way-lines.ts';

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
 * @throws {RangeError} For a row that is not there, and an order or totals of other units.
 * @example writeExplanation(scored, 1, style).includes('0.24% (12/5,000)') // true
 */
export function writeExplanation(scored: Scored, row: number, style: Style): string {
  const { assessments, ranking } = scored;
  requireOwn(scored);
  requireRow(assessments.dataset, row);
  const words = messagesIn(style.lang).report;
  const { set } = assessments.program;
  const page: Page = { scored, row, texts: unitTexts(assessments, ranking, style.lang), style };
  const missing = page.texts.missing(row).map((cell) => missingText(set, cell, style.lang));
  const notes = dueRemarks(assessments, row).map(({ message }) => harmless(message[style.lang]));
  const lines = [
    ...headLines(page),
    ...unitComparison(scored, row, style),
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
    ...waySections(scored, row, style),
    ...section(words.allCriteria, criteriaLines(page), style),
    ...section(words.readings, readingLines(set, style), style),
    ...section(words.setLacks, lackLines(set, style), style),
    ...section(words.basis, basisLines(page), style),
  ];
  return `${lines.join('\n')}\n`;
}

/** Who it is, and what came out. */
function headLines({ scored, row, texts, style }: Page): readonly string[] {
  const { assessments, ranking, provenance } = scored;
  const { lang, paint, width } = style;
  const words = messagesIn(lang).report;
  const { units } = assessments.dataset;
  const verdict = texts.verdict(row);
  const period = units.period[row] ?? provenance.period;
  const groups = [...units.groups].flatMap(([id, values]) => groupText(id, values[row] ?? null, lang));
  const candidates = words.candidates(texts.candidates(row), assessments.candidates(row).exact);
  const isOpen = texts.candidates(row).length !== 1;
  const { set } = assessments.program;
  const judged = [
    words.columns.verdict,
    paint.bold(verdictPaint(paint, verdict)(verdictReader(scored, lang)(row, verdict))),
  ] as const;
  const facts: readonly (readonly [string, string])[] = [
    ...(hasVerdict(set) ? [judged] : []),
    [words.columns.class, isOpen ? `${texts.className(row)}: ${candidates}` : texts.className(row)],
    ...(set.score === null ? [] : [[words.columns.score, texts.score(row)] as const]),
    [words.columns.rank, words.rankOf(texts.rank(row), countText(ranking.of[row] ?? 0, lang), set.ties)],
    [words.columns.period, period === null ? words.noPeriod : harmless(period)],
  ];
  const widest = Math.max(...facts.map(([label]) => label.length));
  return [
    ...wrap(titleOf(texts, row), width).map((line) => paint.bold(line)),
    ...(groups.length === 0 ? [] : wrap(groups.join(' · '), width).map((line) => paint.dim(line))),
    ...unitMarkLines(scored, row, style),
    '',
    ...facts.flatMap(([label, text]) => wrap(text, width, `${pad(label, widest)}  `)),
  ];
}

/** A unit made by rolling up has no code but its name. */
function titleOf(texts: UnitTexts, row: number): string {
  const [name, code] = [texts.name(row), texts.code(row)];
  return name === code ? name : `${name} (${code})`.trim();
}

/** A place as it is; a yes or no with what it answers. */
function groupText(id: string, value: string | null, lang: Lang): readonly string[] {
  if (value === null) return [];
  return [
    id === 'border' || id === 'registered' ? `${UNIT_COLUMNS[id].label[lang]}: ${harmless(value)}` : harmless(value),
  ];
}

/** The gates on points and the deciding criteria, with all their evidence. */
function whyLines(page: Page): readonly string[] {
  const { scored, row, texts, style } = page;
  const { set } = scored.assessments.program;
  const gates = decidingGates(scored.assessments)(row).flatMap((found) => {
    const text = gateText(found, { set, lang: style.lang });
    return wrap(text, style.width - 2, `${STATE_MARKS[stateWord(found.state)]} `);
  });
  const deciding = texts.deciding(row).flatMap((id) => set.criteria.get(id) ?? []);
  const reasons = deciding.reduce(
    (lines, criterion) => [...lines, ...(lines.length === 0 ? [] : ['']), ...reasonLines(page, criterion)],
    gates,
  );
  return reasons.length === 0 ? wrap(texts.clearAnyway(row), style.width - 2) : reasons;
}

function reasonLines({ scored: { assessments }, row, style }: Page, criterion: Criterion): readonly string[] {
  const { lang, width, paint } = style;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const number = numberOf(set.criteria, criterion.id);
  const finding = testFinding(assessments, criterion, row);
  const word = stateWord(stateOf(assessments.states, number, row));
  const cite = criterion.cite === null ? '' : paint.dim(` (${citation(criterion.cite, set, lang)})`);
  const earned = criterionPoints(assessments, number, row, lang);
  const points = earned === null ? '' : `, ${earned} ${words.points.short}`;
  const step = stepText(assessments, criterion, row, lang);
  const turn = turnText(assessments, criterion, row, lang);
  const isClear = word !== 'unknown' && finding?.state === UNKNOWN;
  return [
    ...wrap(
      `${paint.bold(criterion.id)} ${statePaint(word, style)(`${words.states[word]}${points}`)}${cite}`,
      width - 2,
    ),
    ...wrap(harmless(criterion.title[lang]), width - 4).map((line) => `  ${line}`),
    ...(finding === null ? [] : wholeEvidence(finding, { lang, set })).flatMap((line) => evidenceText(line, style)),
    ...(step === null ? [] : wrap(step, width - 2, '    ')),
    ...(turn === null ? [] : wrap(turn, width - 2, '    → ')),
    ...(isClear ? wrap(words.clearAnyway, width - 2, '    ') : []),
  ];
}

function evidenceText({ depth, state, text }: EvidenceLine, style: Style): readonly string[] {
  const mark = STATE_MARKS[stateWord(state)];
  const indent = '  '.repeat(depth + 1);
  return wrap(text, style.width - 2, `${indent}${mark} `);
}

const STATES: readonly State[] = [PASS, FAIL, UNKNOWN, NOT_APPLICABLE];

/** All criteria, each with what settles it; the totals add up. By state, or under their groups. */
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
  const isClear = inState(UNKNOWN).length > 0 && isSettled(page.scored.assessments, page.row);
  const layout = layoutOf(page);
  return [
    ...wrap(isClear ? `${total}: ${words.clearAnyway}` : total, width - 2).map((line) => paint.dim(line)),
    ...(layout.isTree
      ? criteria.flatMap((own) => criterionLines(page, own, layout))
      : STATES.flatMap((state) => {
          const members = inState(state);
          if (members.length === 0) return [];
          return [
            `${STATE_MARKS[stateWord(state)]} ${words.states[stateWord(state)]}`,
            ...members.flatMap((own) => criterionLines(page, own, layout)),
          ];
        })),
  ];
}

/** How criteria stand under each other. */
interface Layout {
  /** Under their groups, each with the mark of its state. */
  readonly isTree: boolean;
  readonly id: number;
  readonly points: number;
}

function layoutOf({ scored: { assessments }, row, style }: Page): Layout {
  const { set, sheet } = assessments.program;
  const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0);
  const points = [...set.criteria.values()].map((own, number) => pointsCell(assessments, own, number, row, style.lang));
  return {
    isTree: [...set.criteria.values()].some(({ rule }) => rule.kind === 'group'),
    id: widest([...set.criteria.keys()]),
    points: sheet === null ? 0 : widest(points),
  };
}

/** Points earned of points; a dash where the criterion is left out. */
function pointsCell(assessments: Assessments, { points }: Criterion, number: number, row: number, lang: Lang): string {
  return points === null ? '' : (criterionPoints(assessments, number, row, lang) ?? '–');
}

function criterionLines(page: Page, criterion: Criterion, layout: Layout): readonly string[] {
  const { scored, row, style } = page;
  const { assessments } = scored;
  const { lang, width, paint } = style;
  const { set, sheet } = assessments.program;
  const number = numberOf(set.criteria, criterion.id);
  const mark = layout.isTree ? `${STATE_MARKS[stateWord(stateOf(assessments.states, number, row))]} ` : '';
  const indent = '  '.repeat(layout.isTree ? depthOf(criterion, set) : 1);
  const points = sheet === null ? '' : `${pad(pointsCell(assessments, criterion, number, row, lang), layout.points)}  `;
  const head = `${indent}${mark}${pad(criterion.id, layout.id)}  ${points}`;
  const clause = criterion.cite === null ? '' : paint.dim(` (${clauseText(criterion.cite, set, lang)})`);
  const reason = criterionReason(assessments, criterion, row, lang);
  const text = `${reason === '' ? '' : `${reason} – `}${harmless(criterion.title[lang])}${weightMark(page, criterion)}${clause}`;
  const lines = wrap(text, width - 2, head);
  return criterion.rule.kind === 'group' ? lines.map((line) => paint.bold(line)) : lines;
}

/** The weight of a criterion and its share of the score among those that apply to the unit; nothing where it has none. */
function weightMark({ scored: { assessments }, row, style }: Page, { id, weight }: Criterion): string {
  const { set } = assessments.program;
  if (set.score?.model !== 'weighted' || weight === null) return '';
  const points = assessments.points(row);
  const applying = [...set.criteria.values()].filter((_, number) => (points[number] ?? null) !== null);
  const counts = applying.some((own) => own.id === id);
  return counts ? ` [${weightText(weight, { set, lang: style.lang }, applying)}]` : '';
}

function basisLines({ scored: { assessments }, style }: Page): readonly string[] {
  const { lang, width } = style;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const used = new Set([...set.criteria.values()].flatMap(({ cite }) => cite?.source ?? []));
  const documents = [...set.sources.values()]
    .filter(({ id }) => used.has(id))
    .map(({ document, date, issuer }) =>
      [document[lang], issuer, date === null ? null : dayText(date, lang)]
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
