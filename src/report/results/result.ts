import type { Assessments } from '../../assess/index.ts';
import type { CriteriaSet, Status } from '../../criteria/index.ts';
import { type Input, requireRow } from '../../data/index.ts';
import { type Issue, requireAssessments, type Text } from '../../messages/index.ts';
import type { Grouping, Ranking, Robustness, Summary } from '../../rank/index.ts';
import { type AssessmentResult, assessmentReader } from './assessment-result.ts';
import { groupRankOf, groupsResult, type GroupsResult } from './groups-result.ts';
import { barsOf, markOf, unitBars } from '../certification.ts';
import { type Compared, type Provenance, type RecordedFile, requireOwn, rowsOf } from '../scored.ts';
import { type RobustnessResult, robustnessResult } from './robustness-result.ts';
import { type SummaryResult, summaryResult } from './summary-result.ts';

/**
 * The format of a result; what it holds is only ever added to.
 *
 * @example scoreResult(assessments, ranking, summary, provenance).format === RESULT_FORMAT // true
 */
export const RESULT_FORMAT = 'xasach/result@1';

/** A whole result as JSON carries it. The same inputs give the same result on every machine. */
export interface ScoreResult {
  readonly format: typeof RESULT_FORMAT;
  readonly engine: { readonly name: 'xasach'; readonly version: string };
  readonly criteria: {
    readonly id: string;
    readonly status: Status;
    readonly sha256: string;
    readonly readings: Readonly<Record<string, string>>;
    /** What a partial document lacks. */
    readonly missing?: readonly Text[];
  };
  /** Present on a what-if, and where the criteria are not in force or were not when the period ended: nobody is certified. */
  readonly notForCertification?: true;
  readonly period: string | null;
  readonly options: Readonly<Record<string, string>>;
  readonly inputs: readonly Input[];
  /** Only where the result hangs on files beside its data and a built-in set. */
  readonly files?: readonly RecordedFile[];
  readonly summary: SummaryResult;
  /** Only where units are grouped. */
  readonly groups?: GroupsResult;
  /** Only where places were tried under other weights. */
  readonly robustness?: RobustnessResult;
  /** In the order of the data, unless some of them were asked for. */
  readonly assessments: readonly AssessmentResult[];
  readonly issues: readonly Issue[];
}

/** What is known of all units beyond their totals. */
export interface FurtherTotals {
  readonly groups?: Grouping | undefined;
  readonly robustness?: Robustness | undefined;
  /** With supposed figures a result certifies nobody. */
  readonly compared?: Compared | undefined;
  /** The rows of the units to write, in this order; without it all of them, in the order of the data. */
  readonly rows?: readonly number[] | undefined;
}

/**
 * The result that `xasach score -f json` writes.
 *
 * @param assessments The assessed units.
 * @param ranking Their order.
 * @param summary Their totals.
 * @param provenance Where the result comes from, beside its criteria and data.
 * @param further What was asked for beside: units by the values of a column, places under other weights, what it is held
 *   against, some of the rows only.
 * @throws {RangeError} For an order or totals of other units, and for a row that is not there.
 * @example scoreResult(assessments, ranking, summary, provenance).assessments[1]?.class // 'other'
 */
export function scoreResult(
  assessments: Assessments,
  ranking: Ranking,
  summary: Summary,
  provenance: Provenance,
  { groups, robustness, compared, rows }: FurtherTotals = {},
): ScoreResult {
  requireAssessments(assessments);
  requireOwn({ assessments, ranking, summary, provenance });
  const { set } = assessments.program;
  const { dataset } = assessments;
  const certifying = { assessments, provenance, ...(compared === undefined ? {} : { compared }) };
  const barsAt = unitBars(certifying);
  const read = assessmentReader(assessments, ranking, provenance.period);
  return {
    format: RESULT_FORMAT,
    engine: { name: 'xasach', version: provenance.version },
    criteria: { id: set.id, status: set.status, sha256: set.sha256, readings: set.chosen, ...lack(set) },
    ...markOf(barsOf(certifying)),
    period: provenance.period,
    options: provenance.options,
    inputs: dataset.inputs.map(({ name, sha256, rows }) => ({ name, sha256, rows })),
    ...(provenance.files === undefined || provenance.files.length === 0 ? {} : { files: provenance.files }),
    summary: summaryResult(summary),
    ...(groups === undefined ? {} : { groups: groupsResult(groups) }),
    ...(robustness === undefined ? {} : { robustness: robustnessResult(robustness, ranking.order) }),
    assessments: rowsOf({ assessments, ...(rows === undefined ? {} : { rows }) }).map((row) => {
      requireRow(dataset, row);
      return {
        ...read(row),
        ...(groups === undefined ? {} : { groupRank: groupRankOf(groups, row) }),
        ...(robustness === undefined ? {} : { robustness: robustness.of(row) }),
        ...markOf(barsAt(row)),
      };
    }),
    issues: provenance.issues,
  };
}

function lack({ missing }: CriteriaSet): { readonly missing?: readonly Text[] } {
  return missing.length === 0 ? {} : { missing };
}
