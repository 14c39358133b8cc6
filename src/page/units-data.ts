import {
  type BesideData,
  type CriterionData,
  type MoveData,
  type PageData,
  type ReasonData,
  STATE_LETTERS,
  type TextRef,
  type UnitData,
} from '../browser/index.ts';
import { asState, type NearChange, stateWord } from '../explain/index.ts';
import {
  clauseText,
  criterionPoints,
  criterionReason,
  depthOf,
  explanationReader,
  type FurtherTexts,
  type MoveTexts,
  nearTexts,
  type ReasonTexts,
  tells,
  unitComparisonReader,
  type UnitComparisonTexts,
  wayTexts,
  type WhyTexts,
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
  const { scored } = context;
  const pool = textPool();
  const reader = {
    ...context,
    textsOf: explanationReader(scored, lang, {
      ways: wayReader(context),
      near: (row) => (near === null ? [] : nearTexts(near(row), scored.assessments, lang)),
    }),
    besideOf: unitComparisonReader(scored, lang),
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
    unsettled: report.unsettled,
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
  readonly textsOf: ReturnType<typeof explanationReader>;
  readonly besideOf: ReturnType<typeof unitComparisonReader>;
  readonly refTo: TextPool['refTo'];
}

/** The ways to pass, or that nobody asked for what takes so long. */
function wayReader({ scored, lang, page, report }: PageContext): FurtherTexts['ways'] {
  if (tells(scored, 'ways')) return (row) => wayTexts(scored.assessments, row, lang);
  const untold = [{ heading: report.ways.title, ways: [], remarks: [page.waysNotAsked] }];
  return () => untold;
}

function unitData(context: UnitReader, row: number): UnitData {
  const { set, lang, refTo } = context;
  const { assessments } = context.scored;
  const texts = context.textsOf(row);
  const criteria = [...set.criteria.values()];
  const refs = (list: readonly string[]): readonly TextRef[] => list.map(refTo);
  const points = criteria.map((own, number) =>
    own.points === null ? '' : (criterionPoints(assessments, number, row, lang) ?? '–'),
  );
  return {
    id: context.idOf(row),
    title: refTo(texts.title),
    places: refTo(texts.groups.join(' · ')),
    notCertifying: refTo(texts.marks.join(' ')),
    facts: texts.facts.map(({ what, label, text }) => [
      refTo(label),
      refTo(text),
      what === 'class' ? context.colourOf(row) : '',
    ]),
    beside: besideData(context.besideOf(row), refTo),
    why: whyData(texts.why, refTo),
    missing: refs(texts.missing),
    unsettled: refs(texts.unsettled),
    notes: refs(texts.notes),
    ways: texts.ways.map(({ heading, ways, remarks }) => ({
      heading: refTo(heading),
      ways: refs(ways),
      remarks: refs(remarks),
    })),
    near: refs(texts.near),
    states: criteria.map((_, number) => STATE_LETTERS[stateWord(asState(assessments.states[number]?.[row]))]).join(''),
    found: refs(criteria.map((own) => criterionReason(assessments, own, row, lang))),
    points: assessments.program.sheet === null ? [] : refs(points),
  };
}

/** Where a unit stood before, and where it would stand under other readings. */
function besideData({ before, readings }: UnitComparisonTexts, refTo: TextPool['refTo']): readonly BesideData[] {
  const move = ({ change, measures, reasons }: MoveTexts, under: readonly string[]): MoveData => ({
    under: under.map(refTo),
    change: refTo([change, ...measures].join('; ')),
    reasons: reasons.map(refTo),
  });
  const both: readonly (BesideData | null)[] = [
    before && { heading: refTo(before.title), notes: before.notes.map(refTo), moves: [move(before.move, [])] },
    readings && {
      heading: refTo(readings.title),
      notes: readings.none === '' ? [] : [refTo(readings.none)],
      moves: readings.variants.map((variant) => move(variant.move, variant.readings)),
    },
  ];
  return both.filter((part) => part !== null);
}

/** The conditions on points and the deciding criteria, with all their evidence. */
function whyData({ gates, reasons, otherwise }: WhyTexts, refTo: TextPool['refTo']): readonly ReasonData[] {
  const why = [
    ...gates.map(({ state, text }) => ({ head: refTo(''), lines: [[0, STATE_LETTERS[state], refTo(text)] as const] })),
    ...reasons.map((reason) => reasonData(reason, refTo)),
  ];
  return why.length > 0 || otherwise === '' ? why : [{ head: refTo(otherwise), lines: [] }];
}

function reasonData(reason: ReasonTexts, refTo: TextPool['refTo']): ReasonData {
  const { id, said, title, cite, evidence, step, turn, clearAnyway } = reason;
  const clause = cite === null ? '' : ` (${cite})`;
  const further = [step, turn === null ? null : `→ ${turn}`, clearAnyway].flatMap((text) => text ?? []);
  return {
    head: refTo(`${id}: ${said}. ${title}${clause}`),
    lines: [
      ...evidence.map(({ depth, state, text }) => [depth, STATE_LETTERS[stateWord(state)], refTo(text)] as const),
      ...further.map((text) => [0, '', refTo(text)] as const),
    ],
  };
}
