import { type Assessments, UNDETERMINED } from '../../assess/index.ts';
import type { CriteriaSet, Target } from '../../criteria/index.ts';
import type { Impact } from '../../diff/index.ts';
import type { UnitPair } from '../../compare/index.ts';
import { codeAndName, type Lang, messagesIn } from '../../messages/index.ts';
import { equal } from '../../number/index.ts';
import type { Summary, TargetProgress } from '../../rank/index.ts';
import { barsOfImpact } from '../certification.ts';
import type { Diffed } from '../diffed.ts';
import { type ClassName, classNames } from './class-names.ts';
import { moveTexts, rankText, verdictWord } from './comparison-texts.ts';
import { labelOf } from './finding-text.ts';
import { harmless } from '../plain/harmless.ts';
import { countText, shownNumber } from '../plain/numbers.ts';
import { type UnitTexts, unitTexts } from './unit-texts.ts';

/** What a change of criteria comes to on data, in words and apart from how it is laid out. */
export interface ImpactTexts {
  readonly units: string;
  /** Classes, undetermined, certified: before, after and the difference. */
  readonly totals: readonly TotalText[];
  readonly targets: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly matrix: MatrixText;
  readonly movedCount: string;
  readonly moved: readonly MovedText[];
  readonly held: readonly string[];
  /** Units that take another place only: how many, and the first of them. */
  readonly rankMoves: { readonly title: string; readonly units: readonly string[] } | null;
  readonly idle: readonly string[];
  readonly missing: readonly string[];
}

export interface TotalText {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
}

/** Only classes that some unit is in, on either side. */
export interface MatrixText {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

export interface MovedText {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly direction: UnitPair['direction'];
  readonly by: string;
  /** The criteria that came out otherwise and decide, with what they ask on either side. */
  readonly criteria: readonly string[];
  /** What decides the class under either set, where that is not the same. */
  readonly reasonBefore: string | null;
  readonly reasonAfter: string | null;
}

/** Stands in the matrix where no unit is. */
export const NOBODY = '·';

/** Writes an impact in a language. */
export function impactTexts(impact: Impact, diffed: Diffed, lang: Lang): ImpactTexts {
  const words = messagesIn(lang).diff.impact;
  const { sides, attribution, missing } = impact;
  const count = (number: number): string => countText(number, lang);
  const texts = {
    before: unitTexts(impact.before, impact.rankings.before, lang),
    after: unitTexts(impact.after, impact.rankings.after, lang),
  };
  const all = count(sides.pairs.length);
  const classNameOf = classNames(diffed, lang);
  const nameOf = (place: number): string => changeName(diffed, place, lang);
  return {
    units: words.units(all, impact.period === null ? null : harmless(impact.period)),
    totals: totalTexts(impact, classNameOf, lang),
    targets: targetTexts(impact.totals, lang),
    matrix: matrixText(impact, classNameOf, lang),
    movedCount: sides.moved.length === 0 ? words.noneMoved(all) : words.moved(count(sides.moved.length), all),
    moved: sides.moved.map((pair) => movedText(pair, impact, { texts, nameOf, classNameOf, lang })),
    held: attribution.held.map(({ row, by }) => words.heldBy(texts.after.codeAndName(row), by.map(nameOf))),
    rankMoves: rankTexts(impact, lang),
    idle: attribution.idle.map(nameOf),
    missing: (['base', 'revision'] as const).flatMap((side) => {
      const set = diffed[side];
      const labels = missing[side].map((id) => labelOf(set, id, lang));
      return labels.length === 0 ? [] : [words.missingOf(set.id, labels, all)];
    }),
  };
}

function changeName({ changes }: Diffed, place: number, lang: Lang): string {
  const { kinds, impact } = messagesIn(lang).diff;
  const change = changes[place];
  if (change === undefined) return '';
  return impact.change(harmless(change.subject.ids.join(', ')), kinds[change.id]);
}

/** Units listed that take another place only. */
const MOST_RANK_MOVES = 20;

function rankTexts({ rankMoves }: Impact, lang: Lang): ImpactTexts['rankMoves'] {
  if (rankMoves.length === 0) return null;
  const { diff, report } = messagesIn(lang);
  const { change, named, rank } = report.compare;
  const listed = rankMoves.slice(0, MOST_RANK_MOVES).map((pair) => {
    const places = change(rankText(pair.before, lang), rankText(pair.after, lang));
    return `${harmless(codeAndName(pair))}: ${named(rank, places)}`;
  });
  const more = rankMoves.length - listed.length;
  return {
    title: diff.impact.rankMoves(countText(rankMoves.length, lang)),
    units: more === 0 ? listed : [...listed, diff.impact.moreUnits(countText(more, lang))],
  };
}

interface Wording {
  readonly texts: { readonly before: UnitTexts; readonly after: UnitTexts };
  readonly nameOf: (place: number) => string;
  readonly classNameOf: ClassName;
  readonly lang: Lang;
}

function movedText(pair: UnitPair, impact: Impact, { texts, nameOf, classNameOf, lang }: Wording): MovedText {
  const words = messagesIn(lang).diff.impact;
  const { set } = impact.after.program;
  const [old, now] = [pair.before?.row ?? -1, pair.after?.row ?? -1];
  const found = impact.attribution.units.get(now);
  const sets = found?.sets.map((places) => places.map(nameOf)) ?? [];
  const [before, after] = [texts.before.reason(old), texts.after.reason(now)];
  const isSame = before === after;
  const [from, to] = standings(
    pair,
    placeName(impact.before, classNameOf, old, lang),
    placeName(impact.after, classNameOf, now, lang),
    lang,
  );
  return {
    unit: texts.after.codeAndName(now),
    from,
    to,
    direction: pair.direction,
    by: found === undefined ? words.notAttributed : words.by(sets, found.exact),
    criteria: moveTexts(pair, impact.sides, { set, lang, rulesDiffer: true }).reasons,
    reasonBefore: before === '' || isSame ? null : words.reasonBefore(before),
    reasonAfter: after === '' || isSame ? null : words.reasonAfter(after),
  };
}

/** Where a unit stands on both sides; of one that keeps its class, with the verdict. */
function standings(pair: UnitPair, from: string, to: string, lang: Lang): readonly [string, string] {
  const { diff, report } = messagesIn(lang);
  const [old, now] = [pair.before?.certified ?? null, pair.after?.certified ?? null];
  if (from !== to || old === now) return [from, to];
  const withVerdict = (place: string, certified: boolean | null): string =>
    diff.impact.withVerdict(place, report.unofficialVerdicts[verdictWord(certified)]);
  return [withVerdict(from, old), withVerdict(to, now)];
}

/** The class; of a unit that can be in several, which ones. */
function placeName(assessments: Assessments, classNameOf: ClassName, row: number, lang: Lang): string {
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const ids = [...set.classes.keys()];
  const { classes, exact } = assessments.candidates(row);
  const names = classes.flatMap((index) => ids[index] ?? []).map((id) => classNameOf(id, set));
  if (names.length > 1) return words.candidates(names, exact);
  const own = ids[assessments.classes[row] ?? UNDETERMINED];
  return own === undefined ? words.verdicts.undetermined : classNameOf(own, set);
}

function totalTexts(impact: Impact, classNameOf: ClassName, lang: Lang): readonly TotalText[] {
  const words = messagesIn(lang);
  const { before, after, totals } = impact;
  const { base, revision } = barsOfImpact(impact);
  const { certified, unofficialCertified } = words.diff.impact;
  const label = base.length + revision.length === 0 ? certified : unofficialCertified;
  const [old, now] = [before.program.set, after.program.set];
  const ids = [...new Set([...now.classes.keys(), ...old.classes.keys()])];
  const row = (name: string, from: number, to: number): TotalText => ({
    label: name,
    before: countText(from, lang),
    after: countText(to, lang),
    difference: to === from ? '0' : `${to > from ? '+' : '−'}${countText(Math.abs(to - from), lang)}`,
  });
  const counts = (summary: Summary, id: string): number => summary.classes.get(id) ?? 0;
  const certifies = [old, now].some((set) => [...set.classes.values()].some((own) => own.certifies));
  return [
    ...ids.map((id) => row(classNameOf(id, now, old), counts(totals.before, id), counts(totals.after, id))),
    row(words.report.undetermined, totals.before.undetermined, totals.after.undetermined),
    ...(certifies ? [row(label, totals.before.certified, totals.after.certified)] : []),
  ];
}

function targetTexts({ before, after }: Impact['totals'], lang: Lang): ImpactTexts['targets'] {
  const words = messagesIn(lang).diff.impact;
  const all = [...before.targets, ...after.targets].map(({ target }) => target);
  // Another share of the same year is another target: each side is told of its own.
  const targets = all.filter((target, place) => all.findIndex((other) => isSameTarget(target, other)) === place);
  return targets.map((target) => {
    const told = (progress: TargetProgress | undefined): string =>
      progress === undefined
        ? '–'
        : words.targetMet(progress.met, countText(progress.certified, lang), countText(progress.needed, lang));
    return {
      label: words.target(target.until, shownNumber(target.atLeast, { lang, percent: true, lines: [] })),
      before: told(progressOf(before, target)),
      after: told(progressOf(after, target)),
    };
  });
}

function progressOf({ targets }: Summary, wanted: Target): TargetProgress | undefined {
  return targets.find(({ target }) => isSameTarget(target, wanted));
}

function isSameTarget(one: Target, other: Target): boolean {
  return one.until === other.until && equal(one.atLeast, other.atLeast);
}

function matrixText({ before, after, sides: { matrix } }: Impact, classNameOf: ClassName, lang: Lang): MatrixText {
  const labelIn = (set: CriteriaSet, slot: (typeof matrix.rows)[number]): string =>
    slot.kind === 'class' ? classNameOf(slot.id, set) : messagesIn(lang).report.undetermined;
  const columns = matrix.columns.flatMap((slot, column) =>
    (matrix.columnTotals[column] ?? 0) > 0 ? [{ slot, column }] : [],
  );
  const rows = matrix.rows.flatMap((slot, row) => ((matrix.rowTotals[row] ?? 0) > 0 ? [{ slot, row }] : []));
  return {
    columns: columns.map(({ slot }) => labelIn(after.program.set, slot)),
    rows: rows.map(({ slot, row }) => ({
      label: labelIn(before.program.set, slot),
      cells: columns.map(({ column }) => {
        const cell = matrix.counts[row]?.[column] ?? 0;
        return cell === 0 ? NOBODY : countText(cell, lang);
      }),
    })),
  };
}
