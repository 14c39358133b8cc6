import type { Formula } from '../formula/index.ts';
import type { Position, Text } from '../messages/index.ts';
import type { Rational, RoundingMode } from '../number/index.ts';
import type { Plain } from './tree.ts';

/** How far a set may be relied on; only `in-force` certifies. */
export type Status = 'draft' | 'partial' | 'in-force' | 'retired';

/** The level of the units a set assesses. */
export type UnitLevel = 'hamlet' | 'commune' | 'district' | 'province';

/** A date as `YYYY-MM-DD`. */
export type IsoDate = string;

/**
 * One version of one family of criteria, checked and with its readings chosen. Everything a person wrote keeps its place
 * in the file (`at`).
 */
export interface CriteriaSet {
  /** `family@version`. */
  readonly id: string;
  readonly family: string;
  readonly version: string;
  readonly status: Status;
  readonly title: Text;
  readonly unit: UnitLevel;
  /** First and last day in force; `to` is `null` while no end is known. */
  readonly effective: { readonly from: IsoDate; readonly to: IsoDate | null };
  /** When somebody last checked that the set still is the law. */
  readonly reviewed: IsoDate | null;
  /** A yearly period; both ends as `MM-DD`. When `from` is after `to`, the period begins in the year before. */
  readonly period: { readonly kind: 'year'; readonly from: string; readonly to: string };
  readonly notes: readonly Text[];
  /** What a partial document lacks. */
  readonly missing: readonly Text[];
  /** The set whose units are rolled up, and the column that groups them; `null` for a set of its own data. */
  readonly from: { readonly set: string; readonly group: string } | null;
  readonly sources: ReadonlyMap<string, Source>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly checks: readonly Check[];
  /** In file order, each group before its parts. */
  readonly criteria: ReadonlyMap<string, Criterion>;
  /** In the order they are tried. */
  readonly classes: ReadonlyMap<string, Class>;
  readonly remarks: readonly Remark[];
  readonly score: ScoreModel | null;
  readonly rank: readonly RankKey[];
  readonly ties: Ties;
  readonly readings: ReadonlyMap<string, Reading>;
  /** The chosen option of every reading: part of every result. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly targets: readonly Target[];
  /** Nodes that an overlay (`extends`, a reading, a what-if) put in place of those of the file it is laid on. */
  readonly overridden: readonly { readonly path: string; readonly at: Position }[];
  /** The file's name as given to the parser, and the SHA-256 of its text in hexadecimal, with the texts it is laid on or rolls up. */
  readonly file: string;
  readonly sha256: string;
}

export interface Source {
  readonly id: string;
  /** Number and kind; of what has no number, a description. */
  readonly document: Text;
  readonly date: IsoDate | null;
  readonly issuer: string | null;
  readonly url: string | null;
}

/** A column of the data. */
export interface Indicator {
  readonly id: string;
  readonly label: Text;
  readonly type: 'count' | 'decimal' | 'percent' | 'boolean' | 'choice';
  /** The noun or unit after a number: people, m². Of a decimal it is also its dimension. */
  readonly unit: Text | null;
  /** Smallest sound value: 0 unless the set says otherwise. */
  readonly min: Rational;
  /** Largest sound value; `null` is none. */
  readonly max: Rational | null;
  /** The values of a choice and their labels, in order; empty for other types. */
  readonly values: ReadonlyMap<string, Text>;
  /** At the end of the period, or over it. */
  readonly measured: 'end' | 'period';
  /** The office that owes the figure. */
  readonly provider: Text | null;
  /** Further headers under which the column is known. */
  readonly aliases: readonly string[];
  /** Words that offices write for a number, with the decimal each stands for: `không` is 0. */
  readonly words?: ReadonlyMap<string, string>;
  /** Whether and which way work on the ground can change the figure. */
  readonly actionable: 'up' | 'down' | 'both' | null;
  /** Why a figure over the period can still be changed within it. */
  readonly actionableBecause?: Text | null;
  /** How the figure is made from the units below; `null` for a figure of the data. */
  readonly rollup: Formula | null;
  /** The id of the indicator of an earlier version that this one continues. */
  readonly was: string | null;
  /** How the figures of units that became one merge; `null` where they cannot. */
  readonly merge: Merge | null;
  readonly at: Position;
}

/** How the figures of several units become the figure of the unit they were made into. */
export interface Merge {
  readonly by: 'sum' | 'max' | 'any';
  /** `people`: the figure went where all the people of a unit went, whatever became of its land. */
  readonly of: 'people' | 'things';
  /** Whether a figure of which a part was handed on still bounds the new one: between nothing of it and all of it. */
  readonly bounds: boolean;
}

/** A named number made from indicators. */
export interface Measure {
  readonly id: string;
  readonly label: Text;
  readonly formula: Formula;
  readonly show: 'number' | 'percent';
  readonly at: Position;
}

/** What sound data satisfies. */
export interface Check {
  readonly rule: Formula;
  readonly message: Text;
  readonly severity: 'error' | 'warning';
  readonly at: Position;
}

/** A requirement, an item of a points sheet, or a group of items. */
export interface Criterion {
  readonly id: string;
  readonly title: Text;
  readonly cite: Cite | null;
  /** The office responsible. */
  readonly provider: Text | null;
  /** The id of the criterion of an earlier version that this one continues. */
  readonly was: string | null;
  /** The group it is a part of. */
  readonly group: string | null;
  readonly rule: Rule;
  /** The most it earns; `null` when it has no points. */
  readonly points: Rational | null;
  /** Points on top: they do not count in what can be earned. */
  readonly bonus: boolean;
  /** How much it counts beside others in the model `weighted`. */
  readonly weight: Rational | null;
  /** A class that certifies may need all mandatory criteria. */
  readonly mandatory: boolean;
  /** When it applies; `null` is always. */
  readonly appliesWhen: Formula | null;
  /** What it counts as where it does not apply; `exclude` leaves the count and the points that can be earned. */
  readonly notApplicable: 'pass' | 'fail' | 'exclude';
  readonly at: Position;
}

/** How a criterion is judged and what it earns. */
export type Rule =
  /** All its points, or none. */
  | { readonly kind: 'test'; readonly test: Formula }
  /** From each value on, so many points; the highest value first, below the last one 0. */
  | { readonly kind: 'bands'; readonly on: Formula; readonly bands: readonly Step[] }
  /** Points in a straight line between values in ascending order, level outside. */
  | { readonly kind: 'scale'; readonly on: Formula; readonly steps: readonly Step[] }
  /** All its points less `each` for every unit of `per`: at the most `most` less, and never below `floor`. */
  | {
      readonly kind: 'deduct';
      readonly each: Rational;
      readonly per: Formula;
      readonly floor: Rational;
      readonly most: Rational | null;
    }
  /** The sum of its parts, at the most `cap`; it is met with its `required` parts, those that are no bonus. */
  | {
      readonly kind: 'group';
      readonly parts: readonly string[];
      readonly required: readonly string[];
      readonly cap: Rational | null;
    };

/** A value and the points it earns. */
export interface Step {
  readonly at: Rational;
  /** Whether the value was written with a percent sign. */
  readonly percent: boolean;
  readonly points: Rational;
}

/** A clause of a source: `qd28 Đ4.k1.a` is clause `Đ4.k1.a` of source `qd28`; a source alone has the clause ''. */
export interface Cite {
  readonly source: string;
  readonly clause: string;
}

export interface Class {
  readonly id: string;
  readonly label: Text;
  readonly certifies: boolean;
  /** `null` is `otherwise`: the class of all that is left. */
  readonly when: Formula | null;
  readonly cite: Cite | null;
  readonly at: Position;
}

/** A note that is added to a result when it holds. */
export interface Remark {
  readonly when: Formula;
  /** Only for units of this class; `null` for all. */
  readonly class: string | null;
  readonly message: Text;
  readonly cite: Cite | null;
  readonly at: Position;
}

/** How points come about. */
export type ScoreModel =
  /** One point for each criterion of the list that passes. */
  | { readonly model: 'count'; readonly of: readonly string[] }
  /**
   * The points of all criteria outside groups, at the most `of`. `weighted`: each earns its share of `of` by its weight
   * among those that apply.
   */
  | { readonly model: 'points' | 'weighted'; readonly of: Rational; readonly round: Rounding | null };

/** The one place where points are rounded: their total. */
export interface Rounding {
  readonly to: Rational;
  readonly mode: RoundingMode;
}

/** One key of the order of units. */
export type RankKey =
  /** All classes, best first: the order in which classes are tried need not be the order of merit. */
  | { readonly by: 'class'; readonly best: readonly string[] }
  | { readonly by: 'score'; readonly order: 'low' | 'high' }
  /** `order` is the end that comes first. */
  | { readonly by: 'measure' | 'indicator'; readonly id: string; readonly order: 'low' | 'high' };

/** The places of units that are equal on all keys of the order. */
export type Ties =
  /** They share a place, and the next place counts all that stand before it: 1-2-2-4. */
  | 'competition'
  /** They share a place, and the next place is the next number: 1-2-2-3. */
  | 'dense'
  /** Their codes tell them apart: 1-2-3-4. */
  | 'ordinal';

/** An ambiguous clause: one question with named answers, each an overlay on the set. */
export interface Reading {
  readonly id: string;
  readonly question: Text;
  readonly cite: Cite | null;
  readonly default: string;
  readonly options: ReadonlyMap<string, ReadingOption>;
}

export interface ReadingOption {
  readonly id: string;
  readonly label: Text;
  /** What choosing it changes, as the file says it; without a key where it changes nothing. */
  readonly changes: Patches;
}

/** Patches by the section of the file that they are laid on. */
export type Patches = Readonly<Record<string, Plain>>;

/** At least this share of the units is to be certified by the end of this year. */
export interface Target {
  readonly until: number;
  readonly share: 'certified';
  readonly atLeast: Rational;
  readonly cite: Cite | null;
}
