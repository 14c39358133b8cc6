import type { Bar } from './certification.ts';
import type { Assessments } from '../assess/index.ts';
import type { ReadingVariant, SideBySide } from '../compare/index.ts';
import type { MissingCell } from '../explain/index.ts';
import type { Issue } from '../messages/index.ts';
import {
  type Grouping,
  type Ranking,
  requireRanking,
  requireSummary,
  type Robustness,
  type Selection,
  type Summary,
} from '../rank/index.ts';
import type { Style } from './style.ts';

/** A file beside the data that makes a result what it is. */
export interface RecordedFile {
  /** The long name of the option that names it. */
  readonly option: string;
  readonly name: string;
  /** SHA-256 of its bytes in hexadecimal. */
  readonly sha256: string;
}

/** Where a result comes from, beside its criteria and data. */
export interface Provenance {
  /** The version of xasach. */
  readonly version: string;
  /** What was asked for beside files, by option name. */
  readonly options: Readonly<Record<string, string>>;
  /** Files of changes to the criteria, of the meaning of columns, of units. */
  readonly files?: readonly RecordedFile[];
  readonly period: string | null;
  /** Everything that was noticed on the way. */
  readonly issues: readonly Issue[];
}

/** What a result is held against. */
export interface Compared {
  readonly with: ComparedWith;
  /** What keeps what stands before from certifying, where the result itself does not say it already. */
  readonly bars?: readonly Bar[];
  /** From what it is held against to the result itself; about the rows that are written. */
  readonly sides: SideBySide;
}

/**
 * What stands before: the real figures, where those of the result are supposed (as typed); another period of the data; or
 * an earlier result, with the SHA-256 of its file.
 */
export type ComparedWith =
  | {
      readonly kind: 'real-figures';
      readonly suppositions: readonly string[];
      /** The codes of the units that have another figure, those of the data or those rolled up from them. */
      readonly units: readonly string[];
    }
  | { readonly kind: 'period'; readonly period: string }
  | {
      readonly kind: 'result';
      readonly file: string;
      readonly sha256: string;
      readonly version: string;
      readonly period: string | null;
    };

/** The units that a condition chose among all that were assessed. */
export interface ChosenUnits {
  readonly units: number;
  /** Units of which missing figures leave open whether it holds; they are not chosen. */
  readonly open: number;
  /** Those figures, each once. */
  readonly missing: readonly Pick<MissingCell, 'indicator' | 'periodsAgo'>[];
}

/** Everything a report of many units is made from. */
export interface Scored {
  readonly assessments: Assessments;
  readonly ranking: Ranking;
  readonly summary: Summary;
  readonly provenance: Provenance;
  /** The rows to write and their order, where it is not all of them in the order of the data; totals stay those of all. */
  readonly rows?: readonly number[];
  /** What a condition on units found; only where one was given. */
  readonly chosen?: ChosenUnits;
  /** Why `rows` are not all of these; only where some are left out. */
  readonly selection?: Selection & { readonly of: number };
  /** The units by the values of a column: only when asked. */
  readonly groups?: Grouping;
  /** How well the places bear other weights: only when asked, and of sets with points. */
  readonly robustness?: Robustness;
  /** What the report says of each unit beyond its assessment: only when asked, as it takes its time. */
  readonly further?: ReadonlySet<'ways' | 'near'>;
  /** The result beside another of the same units. With supposed figures it certifies nobody: see `barsOf`. */
  readonly compared?: Compared;
  /** The same units under other readings; only when asked. */
  readonly otherReadings?: readonly ReadingVariant[];
}

/** The rows that a report writes, in its order. */
export function rowsOf({ rows, assessments }: Pick<Scored, 'rows' | 'assessments'>): readonly number[] {
  return rows ?? Array.from({ length: assessments.dataset.rows }, (_, row) => row);
}

/**
 * Refuses what reports cannot be made of, and an order or totals of other units: nobody would see it in the report.
 *
 * @throws {RangeError}
 */
export function requireOwn(
  scored: Pick<Scored, 'assessments' | 'ranking' | 'summary' | 'provenance'> | null | undefined,
): void {
  if (typeof scored?.assessments !== 'object')
    throw new RangeError('nothing that was scored: give { assessments, ranking, summary, provenance }');
  const { assessments, ranking, summary, provenance } = scored;
  requireRanking(assessments, ranking);
  requireSummary(assessments, summary);
  requireProvenance(provenance);
}

function requireProvenance(provenance: Partial<Provenance> | null | undefined): void {
  if (provenance?.period === undefined || !Array.isArray(provenance.issues))
    throw new RangeError('no provenance: give { version, options, period, issues }');
}

/** Writes a report of many units as text; there is one file for each format. */
export type WriteReport = (scored: Scored, style: Style) => string;
