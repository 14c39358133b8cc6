import { type Assessments, certifiedIn, type Interval, type Score, UNDETERMINED } from '../assess/index.ts';
import { meritOf, numbersOf } from '../criteria/index.ts';
import { asState, classIfOtherwise, decidingCriteria, stateWord } from '../explain/index.ts';
import { requireAssessments, type StateWord } from '../messages/index.ts';
import { type Ranking, requireRanking } from '../rank/index.ts';

/** One of two assessments that are held against each other: made now, or read from an earlier result. */
export interface Side {
  readonly set: SideSet;
  /** The period of all its units; `null` where it has none, or several. */
  readonly period: string | null;
  readonly units: readonly SideUnit[];
  /** What a criterion came to for the unit at a place of `units`; `null` where the set has no such criterion. */
  readonly outcome: (place: number, criterion: string) => CriterionOutcome | null;
  /** The ids of the criteria that decide the class of the unit at a place. */
  readonly deciding: (place: number) => readonly string[];
  /**
   * The class of the unit at a place were one criterion otherwise (met where it is not, or the other way round); `null`
   * where that leaves it open, and of an earlier result.
   */
  readonly classIf: (place: number, criterion: string) => string | null;
  /** What it was worked out from; `null` of an earlier result, whose figures are not at hand. */
  readonly assessments: Assessments | null;
}

/** The criteria of a side. */
export interface SideSet {
  readonly id: string;
  readonly sha256: string;
  readonly readings: Readonly<Record<string, string>>;
  /** The ids of the criteria, in order. */
  readonly criteria: readonly string[];
  /** The ids of the classes, in the order in which they are tried. */
  readonly classes: readonly string[];
  /** How good each class is, 0 the best; `null` where it is not known. */
  readonly merit: ReadonlyMap<string, number> | null;
}

/** What became of one unit. */
export interface SideUnit {
  readonly code: string;
  readonly name: string | null;
  readonly period: string | null;
  /** `null` while missing figures leave it open. */
  readonly class: string | null;
  /** The classes it can be in. */
  readonly candidates: readonly string[];
  /** Whether each of them was shown to be reached; else the list may hold too much. */
  readonly candidatesExact: boolean;
  readonly certified: boolean | null;
  readonly score: Score | null;
  /** First and last place among `of`; `null` where the side was not ranked. */
  readonly rank: { readonly from: number; readonly to: number; readonly of: number } | null;
  /** Its row in the assessments of the side; `null` of an earlier result. */
  readonly row: number | null;
}

/** The state of a criterion, and what it earns. */
export interface CriterionOutcome {
  readonly state: StateWord;
  /** `null` without points, where it is left out, and in an earlier result while it was open. */
  readonly points: Interval | null;
  /** What settled it, as an earlier result says; `null` where it can be worked out from the assessments. */
  readonly settledBy: RecordedEvidence | null;
}

/** What was observed of a criterion and the condition it was held against, as results write them. */
export interface RecordedEvidence {
  readonly observed: string;
  readonly operator: string;
  readonly required: string;
}

/** Which part of some assessments is a side. */
export interface SideOptions {
  /** The rows; all unless told otherwise. */
  readonly rows?: readonly number[];
  /** The order of the units, where places are to be compared too. */
  readonly ranking?: Ranking;
  /** The period of rows that name none. */
  readonly period?: string | null;
}

/** Makes one side of a comparison from assessments. */
export function sideOf(assessments: Assessments, { rows, ranking, period = null }: SideOptions = {}): Side {
  requireAssessments(assessments);
  if (ranking !== undefined) requireRanking(assessments, ranking);
  const { program, dataset, states } = assessments;
  const { set } = program;
  const members = rows ?? Array.from({ length: dataset.rows }, (_, row) => row);
  const numbers = numbersOf(set.criteria);
  const classes = [...set.classes.keys()];
  const merit = meritOf(set);
  const rowAt = (place: number): number => members[place] ?? -1;
  let classAt: ReturnType<typeof classIfOtherwise> | null = null;
  let decidingOf: ((row: number) => readonly string[]) | null = null;
  const units = members.map((row) => unitOf(assessments, classes, row, ranking ?? null, period));
  return {
    set: {
      id: set.id,
      sha256: set.sha256,
      readings: set.chosen,
      criteria: [...set.criteria.keys()],
      classes,
      merit: new Map(classes.map((id, index) => [id, merit[index] ?? index])),
    },
    period: onlyPeriod(units) ?? period,
    units,
    outcome: (place, criterion) => {
      const number = numbers.get(criterion);
      if (number === undefined) return null;
      const state = stateWord(asState(states[number]?.[rowAt(place)]));
      return { state, points: assessments.points(rowAt(place))[number]?.earned ?? null, settledBy: null };
    },
    deciding: (place) => {
      decidingOf ??= decidingCriteria(assessments);
      return decidingOf(rowAt(place));
    },
    classIf: (place, criterion) => {
      classAt ??= classIfOtherwise(assessments);
      return classes[classAt(numbers.get(criterion) ?? -1, rowAt(place))] ?? null;
    },
    assessments,
  };
}

function unitOf(
  assessments: Assessments,
  classes: readonly string[],
  row: number,
  ranking: Ranking | null,
  period: string | null,
): SideUnit {
  const { units } = assessments.dataset;
  const candidates = assessments.candidates(row);
  return {
    code: units.code[row] ?? '',
    name: units.name[row] ?? null,
    period: units.period[row] ?? period,
    class: classes[assessments.classes[row] ?? UNDETERMINED] ?? null,
    candidates: candidates.classes.flatMap((index) => classes[index] ?? []),
    candidatesExact: candidates.exact,
    certified: certifiedIn(assessments, row),
    score: assessments.score(row),
    rank:
      ranking === null ? null : { from: ranking.from[row] ?? 0, to: ranking.to[row] ?? 0, of: ranking.of[row] ?? 0 },
    row,
  };
}

function onlyPeriod(units: readonly SideUnit[]): string | null {
  const [only = null, ...others] = new Set(units.map(({ period }) => period));
  return others.length === 0 ? only : null;
}
