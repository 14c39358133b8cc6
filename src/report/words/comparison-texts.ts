import {
  type CriterionChange,
  type FigureChange,
  type ReadingVariant,
  type SideBySide,
  type SideUnit,
  type Slot,
  slotOf,
  type UnitPair,
  VERDICT_CHANGES,
} from '../../compare/index.ts';
import type { CriteriaSet } from '../../criteria/index.ts';
import { type Lang, messagesIn, unitName, type VerdictChangeWord } from '../../messages/index.ts';
import { figureText } from './figure-text.ts';
import { earlierFigureReader } from './earlier-figures.ts';
import { testFinding } from '../results/criterion-test.ts';
import { labelOf } from './finding-text.ts';
import { harmless } from '../plain/harmless.ts';
import { countText } from '../plain/numbers.ts';
import { intervalText, scoreText } from './points-text.ts';
import { mayCertify } from '../certification.ts';
import { barText } from './head-texts.ts';
import type { Compared, ComparedWith, Scored } from '../scored.ts';
import { isObserved, shortReason } from './short-reason.ts';
import { spanText } from './unit-texts.ts';

/** What reports for people say of a result beside another. All texts are harmless and on one line. */
export interface ComparisonTexts {
  /** What it is held against. */
  readonly title: string;
  /** What must be known to read it: that the two sides have different criteria. */
  readonly notes: readonly string[];
  /** How many units of each kind; those that can be expected, and the others where there are any. */
  readonly verdicts: readonly { readonly word: VerdictChangeWord; readonly label: string; readonly count: string }[];
  readonly matrix: MatrixTexts;
  /** How many units moved. */
  readonly moved: string;
  /** What heads the list of units: the same, or that units are listed which stay where they are. */
  readonly listed: string;
  readonly units: readonly MoveTexts[];
  /** Units on one side only. */
  readonly others: readonly string[];
}

/** A table from class to class; rows and columns without units are left out, save the classes. */
export interface MatrixTexts {
  readonly title: string;
  readonly corner: string;
  readonly total: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly counts: readonly string[]; readonly total: string }[];
  readonly columnTotals: readonly string[];
  readonly all: string;
}

/** One unit that moved. */
export interface MoveTexts {
  /** Its row in the result. */
  readonly row: number | null;
  readonly code: string;
  readonly name: string;
  readonly moved: boolean;
  readonly direction: UnitPair['direction'];
  /** From class to class, or from verdict to verdict where the class is the same. */
  readonly change: string;
  /** Score and rank, where they differ. */
  readonly measures: readonly string[];
  /** The deciding criteria, each with the figures behind it. */
  readonly reasons: readonly string[];
}

/** The set that gives names their labels, the language, and whether criteria that ask something else are told. */
export interface Wording {
  readonly set: CriteriaSet;
  readonly lang: Lang;
  readonly rulesDiffer: boolean;
}

/** The texts of what a result is held against; `null` where it is held against nothing. */
export function comparisonTexts(scored: Scored, lang: Lang): ComparisonTexts | null {
  const { compared } = scored;
  if (compared === undefined) return null;
  const { sides } = compared;
  const words = messagesIn(lang).report.compare;
  const set = scored.assessments.program.set;
  const isOfficial = mayCertify(scored) && (compared.bars ?? []).length === 0;
  return {
    title: comparisonTitle(compared.with, lang),
    notes: comparisonNotes(compared, lang),
    verdicts: verdictTexts(sides, isOfficial ? words.verdicts : words.unofficialVerdicts, lang),
    ...sidesTexts(sides, { set, lang, rulesDiffer: !sides.sameCriteria }, listed(compared)),
    others: [
      ...unitsText(sides, 'appeared', words.appeared, lang),
      ...unitsText(sides, 'vanished', words.vanished, lang),
    ],
  };
}

/** The texts of one reading that was not chosen. */
export interface ReadingTexts extends Pick<ComparisonTexts, 'matrix' | 'moved' | 'listed' | 'units'> {
  /** The readings that are otherwise, each with the label of its option. */
  readonly readings: readonly string[];
}

/** What would be otherwise under other readings, reading by reading. */
export function readingTexts(
  { assessments }: Scored,
  variants: readonly ReadingVariant[],
  lang: Lang,
): readonly ReadingTexts[] {
  const { set } = assessments.program;
  return variants.map((variant) => ({
    readings: optionTexts(variant, set, lang),
    // That the criteria differ is what a reading is.
    ...sidesTexts(variant.comparison, { set, lang, rulesDiffer: false }, variant.comparison.moved),
  }));
}

/** The readings of a variant that are not as chosen, each with the label of its option. */
export function optionTexts({ choice, differs }: ReadingVariant, set: CriteriaSet, lang: Lang): readonly string[] {
  const words = messagesIn(lang).report.compare;
  return differs.map((id) => {
    const option = choice[id] ?? '';
    const label = set.readings.get(id)?.options.get(option)?.label[lang] ?? option;
    return words.reading(`${id} = ${option}`, harmless(label));
  });
}

/** Why there is no other reading to try. */
export function noVariantText({ assessments }: Scored, lang: Lang): string {
  const words = messagesIn(lang).report.compare;
  return assessments.program.set.readings.size === 0 ? words.noReadings : words.noOtherReading;
}

/** Units listed that were touched by a supposition and stay where they are. */
const MOST_TOUCHED = 20;

/** The units to list: those that moved, and the few whose figures are supposed, whatever became of them. */
function listed({ with: held, sides }: Compared): readonly UnitPair[] {
  if (held.kind !== 'real-figures' || held.units.length > MOST_TOUCHED) return sides.moved;
  const touched = new Set(held.units);
  return sides.pairs.filter(({ code, moved }) => moved || touched.has(code));
}

function sidesTexts(
  sides: SideBySide,
  wording: Wording,
  units: readonly UnitPair[],
): Pick<ComparisonTexts, 'matrix' | 'moved' | 'listed' | 'units'> {
  const { lang } = wording;
  const words = messagesIn(lang).report.compare;
  const all = countText(sides.pairs.length, lang);
  const count = countText(sides.moved.length, lang);
  const isCommon = sides.pairs.some(({ before, after }) => before !== null && after !== null);
  const none = isCommon ? words.noneMoved(all) : words.noneCommon;
  const moved = sides.moved.length === 0 ? none : words.moved(count, all);
  return {
    matrix: matrixTexts(sides, lang),
    moved,
    listed: units.length > sides.moved.length ? words.touched : moved,
    units: units.map((pair) => moveTexts(pair, sides, wording)),
  };
}

/** What a result is held against. */
export function comparisonTitle(held: ComparedWith, lang: Lang): string {
  const words = messagesIn(lang).report.compare;
  switch (held.kind) {
    case 'real-figures':
      return words.beforeAfter;
    case 'period':
      return words.againstPeriod(harmless(held.period));
    case 'result':
      return words.againstResult(harmless(held.file), held.period === null ? null : harmless(held.period));
    default:
      return held satisfies never;
  }
}

/** What must be known to read a comparison: that what stands before certifies nobody, or has different criteria. */
export function comparisonNotes({ sides, bars = [] }: Compared, lang: Lang): readonly string[] {
  const { compare } = messagesIn(lang).report;
  // What the same criteria are is told of the result itself.
  const own = bars.filter(({ kind }) => kind !== 'status' || !sides.sameCriteria);
  return [
    ...own.map((bar) => compare.ofBefore(barText(bar, lang))),
    ...(sides.sameCriteria ? [] : [compare.acrossCriteria(criteriaText(sides.before), criteriaText(sides.after))]),
  ];
}

/** `vn-drug-free@2025 (bands=strict)` */
function criteriaText({ set: { id, readings } }: SideBySide['before']): string {
  const chosen = Object.entries(readings).map(([reading, option]) => `${reading}=${option}`);
  return harmless(chosen.length === 0 ? id : `${id} (${chosen.join(', ')})`);
}

/** The kinds that every comparison tells, also of no unit. */
const ALWAYS_TOLD: ReadonlySet<VerdictChangeWord> = new Set(['newly-certified', 'kept', 'lost', 'still-not']);

function verdictTexts(
  { verdicts }: SideBySide,
  labels: Readonly<Record<VerdictChangeWord, string>>,
  lang: Lang,
): ComparisonTexts['verdicts'] {
  return VERDICT_CHANGES.filter((word) => ALWAYS_TOLD.has(word) || verdicts[word] > 0).map((word) => ({
    word,
    label: labels[word],
    count: countText(verdicts[word], lang),
  }));
}

function matrixTexts({ matrix, before, after }: SideBySide, lang: Lang): MatrixTexts {
  const report = messagesIn(lang).report;
  const isShown = (slots: readonly Slot[], totals: readonly number[]): readonly number[] =>
    [...slots.keys()].filter((index) => slots[index]?.kind === 'class' || (totals[index] ?? 0) > 0);
  const rows = isShown(matrix.rows, matrix.rowTotals);
  const columns = isShown(matrix.columns, matrix.columnTotals);
  const pick = (counts: readonly number[] = []): readonly string[] =>
    columns.map((index) => countText(counts[index] ?? 0, lang));
  return {
    title: report.compare.matrix,
    corner: report.compare.fromTo,
    total: report.total,
    columns: columns.map((index) => slotText(matrix.columns[index], after, before, lang)),
    rows: rows.map((index) => ({
      label: slotText(matrix.rows[index], before, after, lang),
      counts: pick(matrix.counts[index]),
      total: countText(matrix.rowTotals[index] ?? 0, lang),
    })),
    columnTotals: pick(matrix.columnTotals),
    all: countText(matrix.total, lang),
  };
}

type Side = SideBySide['before'];

/** The label of a class is that of its own side; an earlier result has none and borrows the other's. */
function slotText(slot: Slot | undefined, own: Side, other: Side, lang: Lang): string {
  const report = messagesIn(lang).report;
  switch (slot?.kind) {
    case 'class': {
      const labelled = own.assessments ?? other.assessments;
      return harmless(labelled?.program.set.classes.get(slot.id)?.label[lang] ?? slot.id);
    }
    case 'absent':
      return report.compare.absent;
    case 'undetermined':
    case undefined:
      return report.undetermined;
    default:
      return slot satisfies never;
  }
}

/** The same of a unit within a sentence: where it is open on both sides and moved, by the classes it can be in. */
function standingText(unit: SideUnit | null, pair: UnitPair, own: Side, other: Side, lang: Lang): string {
  const { verdicts, compare, candidates } = messagesIn(lang).report;
  if (unit === null) return compare.wasAbsent;
  if (unit.class !== null) return slotText(slotOf(unit), own, other, lang);
  const isOpenTwice = pair.before?.class === null && pair.after?.class === null;
  if (!pair.moved || !isOpenTwice || unit.candidates.length < 2) return verdicts.undetermined;
  const labels = unit.candidates.map((id) => slotText({ kind: 'class', id }, own, other, lang));
  return candidates(labels, unit.candidatesExact);
}

/** One unit on both sides, whether or not it moved. */
export function moveTexts(pair: UnitPair, sides: SideBySide, wording: Wording): MoveTexts {
  const { lang } = wording;
  const { compare: words, unofficialVerdicts } = messagesIn(lang).report;
  const { before, after } = pair;
  const classes = [
    standingText(before, pair, sides.before, sides.after, lang),
    standingText(after, pair, sides.after, sides.before, lang),
  ] as const;
  const verdict = (unit: SideUnit | null): string => unofficialVerdicts[verdictWord(unit?.certified ?? null)];
  const isSame = classes[0] === classes[1];
  const changed = (what: string, from: string, to: string): readonly string[] =>
    from === to || before === null || after === null ? [] : [words.named(what, words.change(from, to))];
  return {
    row: after?.row ?? null,
    code: harmless(pair.code),
    name: harmless(pair.name ?? ''),
    moved: pair.moved,
    direction: pair.direction,
    change: !isSame
      ? words.change(classes[0], classes[1])
      : verdict(before) === verdict(after)
        ? words.unchanged(classes[1])
        : `${classes[1]}: ${words.change(verdict(before), verdict(after))}`,
    measures: [
      ...changed(words.score, scoreText(before?.score ?? null, lang), scoreText(after?.score ?? null, lang)),
      ...changed(words.rank, rankText(before, lang), rankText(after, lang)),
    ],
    reasons: reasonTexts(pair, sides, wording),
  };
}

/** What is said of whether a unit is certified. */
export function verdictWord(certified: boolean | null): 'certified' | 'not-certified' | 'undetermined' {
  return certified === null ? 'undetermined' : certified ? 'certified' : 'not-certified';
}

/** The place of a unit, or between which it is; a dash where it has none. */
export function rankText(unit: SideUnit | null, lang: Lang): string {
  const rank = unit?.rank ?? null;
  return rank === null ? '–' : spanText(rank.from, rank.to, lang);
}

/** Criteria that one unit's line names; a result in JSON names them all. */
const MOST_CRITERIA = 8;
/** Figures behind one criterion that are named. */
const MOST_FIGURES = 3;

function reasonTexts(pair: UnitPair, sides: SideBySide, wording: Wording): readonly string[] {
  const { set, lang } = wording;
  const { compare: words, moreReasons } = messagesIn(lang).report;
  const { criteria, classRules } = sides.decidingChange(pair);
  const deciding = criteria.filter(({ decides }) => decides);
  const earlier = earlierFigureReader(sides, pair, lang);
  const asked = evidenceReader(sides, pair, wording);
  const shown = deciding
    .slice(0, MOST_CRITERIA)
    .map((change) => criterionText(change, [...earlier(change.id), ...asked(change)], wording));
  const more = deciding.length - shown.length;
  const labels = (classRules ?? []).map((id) => harmless(set.classes.get(id)?.label[lang] ?? id));
  const lines = [
    ...shown,
    ...(more === 0 ? [] : [moreReasons(countText(more, lang))]),
    // Where criteria moved as well, they say more than the condition they stand in.
    ...(labels.length > 0 && deciding.length === 0 ? [words.classRules(labels)] : []),
  ];
  return lines.length > 0 || !pair.moved ? lines : [words.noCriterion];
}

/**
 * Makes the reader of what a criterion found and asked for on either side, where only what it asks for is not the same: the
 * figures alone then tell nothing.
 */
function evidenceReader(
  { before, after }: SideBySide,
  pair: UnitPair,
  { lang, rulesDiffer }: Wording,
): (change: CriterionChange) => readonly string[] {
  const words = messagesIn(lang).diff.impact;
  const [old, now] = [foundReader(before, pair.before, lang), foundReader(after, pair.after, lang)];
  return ({ id, was, ruleChanged, figures }) => {
    if (!rulesDiffer || ruleChanged !== true || figures.length > 0) return [];
    const [then, next] = [old(was ?? id), now(id)];
    // Where only the points differ.
    if (then === next) return [];
    return [...(then === null ? [] : [words.reasonBefore(then)]), ...(next === null ? [] : [words.reasonAfter(next)])];
  };
}

/** What a criterion found and asks for, by its id; `null` where it asks nothing itself or the figures are not at hand. */
function foundReader({ assessments }: Side, unit: SideUnit | null, lang: Lang): (id: string) => string | null {
  const row = unit?.row ?? null;
  if (assessments === null || row === null) return () => null;
  const { set } = assessments.program;
  return (id) => {
    const criterion = set.criteria.get(id);
    if (criterion === undefined || criterion.rule.kind === 'group') return null;
    const finding = testFinding(assessments, criterion, row);
    return finding === null || !isObserved(finding) ? null : shortReason(finding, { set, lang });
  };
}

function criterionText(
  change: CriterionChange,
  earlierFigures: readonly string[],
  { set, lang, rulesDiffer }: Wording,
): string {
  const { compare: words, states } = messagesIn(lang).report;
  const { id, was, before, after, ruleChanged, figures } = change;
  const state = (outcome: typeof before): string => (outcome === null ? '–' : states[outcome.state]);
  const points = pointsChange(change, lang);
  const isSameState = before !== null && after !== null && before.state === after.state;
  const [first, ...others] = [
    ...(isSameState ? [] : [words.change(state(before), state(after))]),
    ...(points === null ? [] : [words.named(words.points, points)]),
  ];
  const all = [...figures.map((figure) => figureChangeText(figure, set, lang)), ...earlierFigures];
  const named = all.slice(0, MOST_FIGURES);
  const more = all.length - named.length;
  const why = [
    ...others,
    ...named,
    ...(more === 0 ? [] : [words.moreFigures(countText(more, lang))]),
    ...(before === null ? [words.newCriterion] : after === null ? [words.droppedCriterion] : []),
    ...(rulesDiffer && ruleChanged === true && before !== null && after !== null ? [words.ruleChanged] : []),
    ...(was === null ? [] : [words.formerly(harmless(was))]),
  ];
  return words.criterion(harmless(id), first ?? '', why);
}

function pointsChange({ before, after }: CriterionChange, lang: Lang): string | null {
  const [old, now] = [before?.points ?? null, after?.points ?? null];
  if (old === null || now === null) return null;
  const [from, to] = [intervalText(old, [], lang), intervalText(now, [], lang)];
  return from === to ? null : messagesIn(lang).report.compare.change(from, to);
}

function figureChangeText(
  { indicator, periodsAgo, before, after, usedBefore }: FigureChange,
  set: CriteriaSet,
  lang: Lang,
): string {
  const report = messagesIn(lang).report;
  const label = labelOf(set, indicator, lang);
  const text = (figure: typeof before): string =>
    figure === null ? report.noData : figureText(figure, set.indicators.get(indicator), { set, lang });
  const when = periodsAgo === 0 ? label : report.periodsAgo(label, periodsAgo);
  return report.compare.named(
    `${when}:`,
    report.compare.change(usedBefore ? text(before) : report.compare.notUsed, text(after)),
  );
}

/** Units on one side only that one line names. */
const MOST_NAMED = 20;

function unitsText(
  { pairs }: SideBySide,
  verdict: VerdictChangeWord,
  text: (units: readonly string[], more: string | null) => string,
  lang: Lang,
): readonly string[] {
  const found = pairs.filter((pair) => pair.verdict === verdict);
  if (found.length === 0) return [];
  const named = found.slice(0, MOST_NAMED).map((pair) => harmless(unitName(pair)));
  const more = found.length - named.length;
  return [text(named, more === 0 ? null : countText(more, lang))];
}
