import type {
  CriterionChange,
  CriterionOutcome,
  Matrix,
  ReadingVariant,
  SideBySide,
  SideUnit,
  UnitPair,
  VerdictChange,
} from '../../compare/index.ts';
import { isExact } from '../../assess/index.ts';
import type { StateWord } from '../../messages/index.ts';
import { exactText } from '../../number/index.ts';
import { scoreOf, type ScoreResultOfUnit } from './assessment-result.ts';
import { figureResult } from './figure-result.ts';
import { markOf } from '../certification.ts';
import type { ComparedWith, Scored } from '../scored.ts';

/** What a result says of what it is held against. */
export interface ComparisonResult {
  readonly with: ComparedWith;
  /** The criteria of what stands before; those of the result are its own. */
  readonly criteria: AppliedResult;
  readonly period: string | null;
  readonly sameCriteria: boolean;
  /** Present where nobody may certify by what stands before. */
  readonly notForCertification?: true;
  /** Units by what became of their verdicts; together all units of both sides. */
  readonly verdicts: Readonly<Record<VerdictChange, number>>;
  readonly matrix: Matrix;
  /** The codes of the units with another class or verdict, in the order of the data. */
  readonly moved: readonly string[];
  /** Units that are not in this result. */
  readonly vanished: readonly ({
    readonly unit: { readonly code: string; readonly name: string | null };
  } & StandingResult)[];
}

export interface AppliedResult {
  readonly id: string;
  readonly sha256: string;
  readonly readings: Readonly<Record<string, string>>;
}

/** Where a unit stands on one side. */
export interface StandingResult {
  readonly class: string | null;
  readonly candidates: readonly string[];
  readonly certified: boolean | null;
  readonly score: ScoreResultOfUnit | null;
  readonly rank: { readonly from: number; readonly to: number; readonly of: number } | null;
}

/** What became of a unit, and what changed of its criteria. */
export interface ChangeOfUnit {
  readonly verdict: VerdictChange;
  readonly moved: boolean;
  readonly direction: UnitPair['direction'];
  readonly criteria: readonly CriterionChangeResult[];
  /** The classes whose condition is another; `null` where it is not known. */
  readonly classRules: readonly string[] | null;
}

export interface CriterionChangeResult {
  readonly id: string;
  readonly was: string | null;
  readonly decides: boolean;
  readonly before: OutcomeOfCriterion | null;
  readonly after: OutcomeOfCriterion | null;
  readonly ruleChanged: boolean | null;
  /** Numbers are exact decimals; `null` is missing. */
  readonly figures: readonly {
    readonly indicator: string;
    readonly periodsAgo?: number;
    readonly before: string | boolean | null;
    readonly after: string | boolean | null;
  }[];
}

export interface OutcomeOfCriterion {
  readonly state: StateWord;
  readonly points: string | null;
}

/** One unit of a result beside what it is held against. */
export interface BesideResult {
  /** `null` where the unit was not there. */
  readonly before?: StandingResult | null;
  readonly change?: ChangeOfUnit;
  /** The readings that were not chosen under which the unit has another class or verdict. */
  readonly underReadings?: readonly ({
    readonly readings: Readonly<Record<string, string>>;
    readonly change: ChangeOfUnit;
  } & StandingResult)[];
}

/** Other readings of the whole. */
export interface ReadingResult {
  readonly readings: Readonly<Record<string, string>>;
  readonly differs: readonly string[];
  readonly verdicts: Readonly<Record<VerdictChange, number>>;
  readonly matrix: Matrix;
  readonly moved: readonly string[];
}

/** What a result as a whole is held against; nothing where nothing was asked for. */
export function comparisonResult({ compared, otherReadings }: Scored): {
  readonly comparison?: ComparisonResult;
  readonly otherReadings?: readonly ReadingResult[];
} {
  return {
    ...(compared === undefined
      ? {}
      : { comparison: { ...wholeResult(compared.with, compared.sides), ...markOf(compared.bars ?? []) } }),
    ...(otherReadings === undefined ? {} : { otherReadings: otherReadings.map(readingResult) }),
  };
}

/** Makes the reader of units beside what they are held against. */
export function besideReader({ compared, otherReadings = [] }: Scored): (row: number) => BesideResult {
  const pairs = compared === undefined ? null : pairsByRow(compared.sides);
  const readings = otherReadings.map((variant) => ({ variant, pairs: pairsByRow(variant.comparison) }));
  const isAsked = otherReadings.length > 0;
  return onceEach((row) => {
    const pair = pairs?.get(row);
    const under = readings.flatMap(({ variant, pairs: own }) => {
      const found = own.get(row);
      return found?.moved === true ? [underReading(found, variant)] : [];
    });
    return {
      ...(pair === undefined || compared === undefined
        ? {}
        : { before: standingResult(pair.before), change: changeOf(pair, compared.sides) }),
      ...(isAsked ? { underReadings: under } : {}),
    };
  });
}

/** Several columns ask for the same row, one after the other. */
function onceEach<T>(read: (row: number) => T): (row: number) => T {
  let last: { readonly row: number; readonly value: T } | null = null;
  return (row) => {
    if (last?.row !== row) last = { row, value: read(row) };
    return last.value;
  };
}

function wholeResult(
  held: ComparedWith,
  { before, sameCriteria, verdicts, matrix, moved, pairs }: SideBySide,
): ComparisonResult {
  const { id, sha256, readings } = before.set;
  return {
    with: held,
    criteria: { id, sha256, readings },
    period: before.period,
    sameCriteria,
    verdicts,
    matrix,
    moved: moved.map(({ code }) => code),
    vanished: pairs.flatMap(({ before: unit, after }) => {
      const standing = standingResult(unit);
      if (after !== null || unit === null || standing === null) return [];
      return [{ unit: { code: unit.code, name: unit.name }, ...standing }];
    }),
  };
}

function readingResult({ choice, differs, comparison }: ReadingVariant): ReadingResult {
  const { verdicts, matrix, moved } = comparison;
  return { readings: choice, differs, verdicts, matrix, moved: moved.map(({ code }) => code) };
}

type UnderReading = NonNullable<BesideResult['underReadings']>[number];

function underReading(pair: UnitPair, { choice, differs, comparison }: ReadingVariant): UnderReading {
  const standing = standingResult(pair.after) ?? NOWHERE;
  const readings = Object.fromEntries(differs.map((id) => [id, choice[id] ?? '']));
  return { readings, ...standing, change: changeOf(pair, comparison) };
}

const NOWHERE: StandingResult = { class: null, candidates: [], certified: null, score: null, rank: null };

/** The pairs by the rows of the result. */
export function pairsByRow({ pairs }: SideBySide): ReadonlyMap<number, UnitPair> {
  // The rows of both sides are the same where figures or readings differ; against another period, those after count.
  return new Map(
    pairs.flatMap((pair) => {
      const row = pair.after?.row ?? null;
      return row === null ? [] : [[row, pair] as const];
    }),
  );
}

/** Where a unit stands on one side; `null` where it is not there. */
export function standingResult(unit: SideUnit | null): StandingResult | null {
  if (unit === null) return null;
  const { class: own, candidates, certified, score, rank } = unit;
  return {
    class: own,
    candidates,
    certified,
    score: scoreOf(score),
    rank,
  };
}

function changeOf(pair: UnitPair, sides: SideBySide): ChangeOfUnit {
  const { verdict, moved, direction } = pair;
  const { criteria, classRules } = sides.decidingChange(pair);
  return { verdict, moved, direction, criteria: criteria.map(criterionChange), classRules };
}

function criterionChange({
  id,
  was,
  decides,
  before,
  after,
  ruleChanged,
  figures,
}: CriterionChange): CriterionChangeResult {
  return {
    id,
    was,
    decides,
    before: outcomeOf(before),
    after: outcomeOf(after),
    ruleChanged,
    figures: figures.map(({ indicator, periodsAgo, before: from, after: to }) => ({
      indicator,
      ...(periodsAgo === 0 ? {} : { periodsAgo }),
      before: from === null ? null : figureResult(from),
      after: to === null ? null : figureResult(to),
    })),
  };
}

function outcomeOf(outcome: CriterionOutcome | null): OutcomeOfCriterion | null {
  if (outcome === null) return null;
  const { state, points } = outcome;
  return { state, points: points === null || !isExact(points) ? null : exactText(points.least) };
}
