import { type Assessments, certifiedIn, type Interval, isExact, type Score, UNDETERMINED } from '../../assess/index.ts';
import { type Remark, idAt } from '../../criteria/index.ts';
import {
  decidingCriteria,
  decidingGates,
  type GateFinding,
  type MissingCell,
  missingCells,
  stateWord,
} from '../../explain/index.ts';
import type { Gap } from '../../data/index.ts';
import { type Comparison, PASS } from '../../formula/index.ts';
import type { NamedUnit, Position, StateWord, Text } from '../../messages/index.ts';
import { exactText } from '../../number/index.ts';
import type { Ranking, UnitRobustness } from '../../rank/index.ts';
import { type CriterionResult, criterionResult } from './criterion-result.ts';
import type { GroupRank } from './groups-result.ts';

/** The code and name of a unit, and its group columns by id. */
export type UnitResult = { readonly code: string; readonly name: string | null } & {
  readonly [group: string]: string | null;
};

export interface ScoreResultOfUnit {
  /** `null` while `min` and `max` differ. */
  readonly value: string | null;
  readonly min: string;
  readonly max: string;
  readonly of: string;
}

export interface MissingResult {
  readonly indicator: string;
  /** How many periods before the unit's own; only of figures of earlier periods. */
  readonly periodsAgo?: number;
  readonly file: string;
  /** The sheet of a workbook, and the cell as a spreadsheet names it. */
  readonly sheet?: string;
  readonly cell?: string;
  readonly line: number | null;
  readonly column: number | null;
  /** The office that owes the figure; `null` where the criteria name none. */
  readonly provider: Text | null;
  /** Of a figure that is rolled up, the units of the registry below that the data lack. */
  readonly units?: readonly NamedUnit[];
  /** Of a figure that is made of those of other units, all the cells that leave it open. */
  readonly cells?: readonly GapResult[];
}

/** A cell of another unit that leaves a figure open. */
export interface GapResult extends Pick<MissingResult, 'file' | 'sheet' | 'cell' | 'line' | 'column'> {
  readonly unit: NamedUnit;
  /** Of a figure that is there, why it does not settle the other. */
  readonly because?: Gap['because'];
}

/** Points held against a bound in the condition of a class. */
export interface GateResult {
  /** The criterion whose points count; `null` for the score. */
  readonly of: string | null;
  readonly state: StateWord;
  readonly operator: Comparison;
  readonly bound: string;
  /** Whether the bound is a share of `available`. */
  readonly share: boolean;
  /** `null` while the points are open. */
  readonly points: string | null;
  readonly available: string | null;
}

/** One unit of a result. */
export interface AssessmentResult {
  readonly unit: UnitResult;
  readonly period: string | null;
  /** `null` while more than one class is possible. */
  readonly class: string | null;
  readonly candidates: readonly string[];
  readonly candidatesExact: boolean;
  readonly certified: boolean | null;
  readonly score: ScoreResultOfUnit | null;
  readonly rank: { readonly from: number; readonly to: number; readonly of: number };
  /** The place within the unit's group; only where units are grouped. */
  readonly groupRank?: GroupRank;
  /** The places under other weights; only where they were tried. */
  readonly robustness?: UnitRobustness;
  readonly criteria: readonly CriterionResult[];
  readonly deciding: readonly string[];
  /** The gates on points behind the class; only of sets that have gates. */
  readonly gates?: readonly GateResult[];
  readonly missing: readonly MissingResult[];
  readonly notes: readonly Text[];
  /** Present where nobody may certify the unit by this result. */
  readonly notForCertification?: true;
}

/**
 * Makes the reader of units as results carry them.
 *
 * @param period The period of rows that name none.
 * @returns For each row its whole assessment, worked out when asked for.
 */
export function assessmentReader(
  assessments: Assessments,
  ranking: Ranking,
  period: string | null,
): (row: number) => AssessmentResult {
  const criteria = [...assessments.program.set.criteria.values()];
  const readOutcome = outcomeReader(assessments, ranking, period);
  return (row) => {
    const [head, tail] = halves(readOutcome(row));
    const found = criteria.map((criterion, number) => criterionResult(assessments, { criterion, number, row }));
    return { ...head, criteria: found, ...tail };
  };
}

/** What came out for a unit, without the evidence for each criterion. */
export type OutcomeResult = Omit<AssessmentResult, 'criteria'>;

/** What stands before the criteria, and what after them. */
export function halves({ deciding, gates, missing, notes, ...head }: OutcomeResult) {
  return [head, { deciding, ...(gates === undefined ? {} : { gates }), missing, notes }] as const;
}

/** As {@link assessmentReader}, without the criteria: for reports that do not show them, many times faster. */
export function outcomeReader(
  assessments: Assessments,
  ranking: Ranking,
  period: string | null,
): (row: number) => OutcomeResult {
  const { set } = assessments.program;
  const { units } = assessments.dataset;
  const classes = [...set.classes.keys()];
  const deciding = decidingCriteria(assessments);
  const missing = missingCells(assessments);
  const gates = decidingGates(assessments);
  const hasGates = assessments.gates.length > 0;
  return (row) => {
    const candidates = assessments.candidates(row);
    return {
      unit: unitOf(assessments, row),
      period: units.period[row] ?? period,
      class: classes[assessments.classes[row] ?? UNDETERMINED] ?? null,
      candidates: candidates.classes.flatMap((index) => classes[index] ?? []),
      candidatesExact: candidates.exact,
      certified: certifiedIn(assessments, row),
      score: scoreOf(assessments.score(row)),
      rank: { from: ranking.from[row] ?? 0, to: ranking.to[row] ?? 0, of: ranking.of[row] ?? 0 },
      deciding: deciding(row),
      ...(hasGates ? { gates: gates(row).map((found) => gateOf(found)) } : {}),
      missing: missing(row).map((cell) => missingOf(cell)),
      notes: dueRemarks(assessments, row).map(({ message }) => message),
    };
  };
}

/** The remarks that go with the result of a row, in the order of the set. */
export function dueRemarks(assessments: Assessments, row: number): readonly Remark[] {
  const { set } = assessments.program;
  const own = idAt(set.classes, assessments.classes[row] ?? UNDETERMINED);
  return set.remarks.filter(
    (remark, index) => assessments.remarks[index]?.[row] === PASS && (remark.class === null || remark.class === own),
  );
}

function unitOf({ dataset: { units } }: Assessments, row: number): UnitResult {
  const groups = [...units.groups].map(([id, values]) => [id, values[row] ?? null] as const);
  const own = { code: units.code[row] ?? '', name: units.name[row] ?? null };
  return { ...own, ...Object.fromEntries(groups), ...own };
}

/** The points of a unit as results carry them. */
export function scoreOf(score: Score | null): ScoreResultOfUnit | null {
  if (score === null) return null;
  const [min, max] = [exactText(score.min), exactText(score.max)];
  return { value: min === max && !score.mayBeNone ? min : null, min, max, of: exactText(score.of) };
}

function gateOf({ gate, of, state, points }: GateFinding): GateResult {
  const exact = (interval: Interval | undefined): string | null =>
    interval === undefined || !isExact(interval) ? null : exactText(interval.least);
  const { operator, bound, share } = gate;
  return {
    of,
    state: stateWord(state),
    operator,
    bound: exactText(bound),
    share,
    points: exact(points?.earned),
    available: exact(points?.available),
  };
}

function missingOf({ indicator, periodsAgo, position, provider, units, cells }: MissingCell): MissingResult {
  return {
    indicator,
    ...(periodsAgo === 0 ? {} : { periodsAgo }),
    ...placeOf(position),
    provider,
    ...(units === undefined ? {} : { units }),
    ...(cells === undefined ? {} : { cells: cells.map((gap) => gapOf(gap)) }),
  };
}

function gapOf({ unit, position, because }: Gap): GapResult {
  return { unit, ...placeOf(position), ...(because === undefined ? {} : { because }) };
}

function placeOf({ file, sheet, cell, line, column }: Position): Omit<GapResult, 'unit' | 'because'> {
  return {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    ...(cell === undefined ? {} : { cell }),
    line: line ?? null,
    column: column ?? null,
  };
}
