import {
  type CriterionData,
  type PageData,
  type ReasonData,
  STATE_LETTERS,
  type TextRef,
  type UnitData,
} from '../browser/index.ts';
import { type Criterion, numberOf } from '../criteria/index.ts';
import { asState, decidingGates, type GateFinding, type NearChange, stateWord } from '../explain/index.ts';
import {
  citation,
  clauseText,
  countText,
  criterionPoints,
  criterionReason,
  depthOf,
  dueRemarks,
  gateText,
  groupWords,
  hasVerdict,
  missingText,
  nearTexts,
  stepText,
  tells,
  testFinding,
  turnText,
  unitMarkTexts,
  verdictReader,
  wayTexts,
  wholeEvidence,
} from '../report/index.ts';
import type { PageContext } from './page-context.ts';

/** Texts that stand once however many units share them. */
interface TextPool {
  readonly texts: readonly string[];
  readonly refTo: (text: string) => TextRef;
}

/** What the script of the page shows of one unit at a time. */
export function unitsData(context: PageContext, near: ((row: number) => readonly NearChange[]) | null): PageData {
  const { page, report, set, lang, rows } = context;
  const pool = textPool();
  const reader = {
    ...context,
    near: near ?? (() => []),
    waysOf: wayReader(context),
    verdictOf: verdictReader(context.scored, context.lang),
    gatesOf: decidingGates(context.scored.assessments),
    refTo: pool.refTo,
  };
  const units = rows.map((row) => unitData(reader, row));
  const criteria = [...set.criteria.values()].map(
    (own): CriterionData => ({
      id: own.id,
      title: own.title[lang],
      clause: own.cite === null ? '' : clauseText(own.cite, set, lang),
      depth: depthOf(own, set),
    }),
  );
  const { close, previous, next, print, shown, unitColumns } = page;
  const words = {
    shown,
    close,
    previous,
    next,
    print,
    why: report.why,
    missing: report.missing,
    notes: report.notes,
    near: report.ways.near,
    allCriteria: report.allCriteria,
    columns: unitColumns,
    states: report.states,
  };
  return { words, texts: pool.texts, criteria, units };
}

/** The first text is the empty one. */
function textPool(): TextPool {
  const texts = [''];
  const refs = new Map([['', 0]]);
  const refTo = (text: string): TextRef => {
    const known = refs.get(text);
    if (known !== undefined) return known;
    refs.set(text, texts.length);
    return texts.push(text) - 1;
  };
  return { texts, refTo };
}

/** What all units are read with. */
interface UnitReader extends PageContext {
  readonly near: (row: number) => readonly NearChange[];
  readonly verdictOf: ReturnType<typeof verdictReader>;
  readonly waysOf: (row: number) => ReturnType<typeof wayTexts>;
  readonly gatesOf: (row: number) => readonly GateFinding[];
  readonly refTo: TextPool['refTo'];
}

/** The ways to pass, or that nobody asked for what takes so long. */
function wayReader({ scored, lang, page, report }: PageContext): UnitReader['waysOf'] {
  if (tells(scored, 'ways')) return (row) => wayTexts(scored.assessments, row, lang);
  const untold = [{ heading: report.ways.title, ways: [], remarks: [page.waysNotAsked] }];
  return () => untold;
}

function unitData(context: UnitReader, row: number): UnitData {
  const { scored, set, lang, texts, refTo } = context;
  const { assessments } = scored;
  const criteria = [...set.criteria.values()];
  const refs = (list: readonly string[]): readonly TextRef[] => list.map(refTo);
  const points = criteria.map((own, number) =>
    own.points === null ? '' : (criterionPoints(assessments, number, row, lang) ?? '–'),
  );
  return {
    id: context.idOf(row),
    title: refTo(texts.fullName(row)),
    places: refTo(groupWords(assessments.dataset.units.groups, row, lang).join(' · ')),
    notCertifying: refTo(unitMarkTexts(scored, row, lang).join(' ')),
    facts: factsOf(context, row).map(([label, value]) => [refTo(label), refTo(value)]),
    colour: context.colourOf(row),
    why: whyOf(context, row),
    missing: refs(texts.missing(row).map((cell) => missingText(set, cell, lang))),
    notes: refs(dueRemarks(assessments, row).map(({ message }) => message[lang])),
    ways: context.waysOf(row).map(({ heading, ways, remarks }) => ({
      heading: refTo(heading),
      ways: refs(ways),
      remarks: refs(remarks),
    })),
    near: refs(nearTexts(context.near(row), assessments, lang)),
    states: criteria.map((_, number) => STATE_LETTERS[stateWord(asState(assessments.states[number]?.[row]))]).join(''),
    found: refs(criteria.map((own) => criterionReason(assessments, own, row, lang))),
    points: assessments.program.sheet === null ? [] : refs(points),
  };
}

function factsOf(
  { scored, set, lang, report, texts, verdictOf }: UnitReader,
  row: number,
): readonly (readonly [string, string])[] {
  const { columns } = report;
  const { assessments, ranking, provenance } = scored;
  const isOpen = texts.candidates(row).length !== 1;
  const candidates = report.candidates(texts.candidates(row), assessments.candidates(row).exact);
  const period = assessments.dataset.units.period[row] ?? provenance.period;
  return [
    [columns.class, isOpen ? `${texts.className(row)}: ${candidates}` : texts.className(row)],
    ...(hasVerdict(set) ? [[columns.verdict, verdictOf(row, texts.verdict(row))] as const] : []),
    ...(set.score === null ? [] : [[columns.score, texts.score(row)] as const]),
    [columns.rank, report.rankOf(texts.rank(row), countText(ranking.of[row] ?? 0, lang), set.ties)],
    [columns.period, period ?? report.noPeriod],
  ];
}

/** The conditions on points and the deciding criteria, with all their evidence. */
function whyOf(context: UnitReader, row: number): readonly ReasonData[] {
  const { set, lang, texts, refTo } = context;
  const gates = context.gatesOf(row).map((found) => ({
    head: refTo(''),
    lines: [[0, STATE_LETTERS[stateWord(found.state)], refTo(gateText(found, lang))] as const],
  }));
  const deciding = texts.deciding(row).flatMap((id) => set.criteria.get(id) ?? []);
  const reasons = [...gates, ...deciding.map((criterion) => reasonOf(context, criterion, row))];
  const clear = texts.clearAnyway(row);
  return reasons.length > 0 || clear === '' ? reasons : [{ head: refTo(clear), lines: [] }];
}

function reasonOf(
  { scored: { assessments }, set, lang, report, refTo }: UnitReader,
  criterion: Criterion,
  row: number,
): ReasonData {
  const number = numberOf(set.criteria, criterion.id);
  const word = stateWord(asState(assessments.states[number]?.[row]));
  const earned = criterionPoints(assessments, number, row, lang);
  const points = earned === null ? '' : `, ${earned} ${report.points.short}`;
  const cite = criterion.cite === null ? '' : ` (${citation(criterion.cite, set, lang)})`;
  const finding = testFinding(assessments, criterion, row);
  const step = stepText(assessments, criterion, row, lang);
  const turn = turnText(assessments, criterion, row, lang);
  const evidence = finding === null ? [] : wholeEvidence(finding, { set, lang });
  return {
    head: refTo(`${criterion.id}: ${report.states[word]}${points}. ${criterion.title[lang]}${cite}`),
    lines: [
      ...evidence.map(({ depth, state, text }) => [depth, STATE_LETTERS[stateWord(state)], refTo(text)] as const),
      ...(step === null ? [] : [[0, '', refTo(step)] as const]),
      ...(turn === null ? [] : [[0, '', refTo(`→ ${turn}`)] as const]),
    ],
  };
}
