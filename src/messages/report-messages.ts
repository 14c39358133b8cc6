import type { GroupMessages } from './group-messages.ts';
import type { SheetMessages } from './sheet-messages.ts';
import type { ReasonMessages } from './reason-messages.ts';
import type { RobustnessMessages } from './robustness-messages.ts';
import type { CompareMessages } from './compare-messages.ts';
import type { TiesWord } from './ties.ts';
import type { VerifyMessages } from './verify-messages.ts';
import type { WayMessages } from './way-messages.ts';

/** What a report says of a unit's certification. */
export type VerdictWord = 'certified' | 'not-certified' | 'undetermined';

/** The state of a criterion as reports and results name it. */
export type StateWord = 'pass' | 'fail' | 'unknown' | 'not-applicable';

/** A clause of a legal document, as far down as it goes. */
export interface ClauseParts {
  readonly article: string;
  readonly clause: string | null;
  readonly point: string | null;
}

/** How far a target is reached; numbers and shares come as they are to be shown. */
export interface TargetWords {
  readonly until: number;
  readonly share: string;
  readonly needed: string;
  readonly stillNeeded: string;
  readonly certified: string;
  readonly met: boolean | null;
  /** How many units of the registry have no row; `null` where none lacks. */
  readonly missing: string | null;
}

/** Which units a report shows. */
export interface SelectionWords {
  readonly shown: string;
  readonly of: string;
  /** How many were assessed, of which totals are. */
  readonly all: string;
  /** What the units are: verdicts or classes; empty is any. */
  readonly only: readonly string[];
  readonly top: string | null;
  /** Whether places are those within groups. */
  readonly inGroups: boolean;
  /** Whether these are those that a condition chose. */
  readonly areChosen: boolean;
}

/** A value and the points it earns. */
export interface StepWords {
  readonly value: string;
  readonly points: string;
}

/** How a total is rounded. */
export type RoundingWord = 'half-up' | 'half-even' | 'half-down' | 'up' | 'down';

/** The words of reports. Numbers come as they are to be shown. */
export interface ReportMessages {
  readonly columns: {
    readonly rank: string;
    readonly code: string;
    readonly name: string;
    readonly period: string;
    readonly class: string;
    readonly verdict: string;
    readonly score: string;
    readonly deciding: string;
  };
  readonly verdicts: Readonly<Record<VerdictWord, string>>;
  /** The same under criteria that may not certify anybody. */
  readonly unofficialVerdicts: Readonly<Record<VerdictWord, string>>;
  readonly states: Readonly<Record<StateWord, string>>;
  /** Of a criterion that does not apply and is not left out. */
  readonly notApplicableAs: Readonly<Record<'pass' | 'fail', string>>;
  readonly severities: Readonly<Record<'error' | 'warning' | 'note', string>>;
  readonly statuses: Readonly<Record<'draft' | 'partial' | 'in-force' | 'retired', string>>;
  readonly levels: Readonly<Record<'hamlet' | 'commune' | 'district' | 'province', string>>;
  /** Stands in every report made with criteria that are not in force. */
  /** Criteria that were not in force on the last day of the period. */
  readonly notInForceThen: (bar: { readonly set: string; readonly day: string; readonly period: string }) => string;
  /** Of an earlier result that says so and not why. */
  readonly recordedAsSuch: string;
  readonly notForCertification: (status: 'draft' | 'partial' | 'in-force' | 'retired') => string;
  readonly yes: string;
  readonly no: string;
  readonly clause: (parts: ClauseParts) => string;
  /** A task of a plan, by its number. */
  readonly task: (number: string) => string;

  // headings
  readonly summary: string;
  readonly total: string;
  readonly undetermined: string;
  readonly readings: string;
  readonly criteriaNamed: string;
  /** What a set that is not whole lacks. */
  readonly setLacks: string;
  readonly why: string;
  readonly allCriteria: string;
  readonly missing: string;
  /** Figures of former units that are there and yet do not settle those of a unit. */
  readonly unsettled: string;
  readonly notes: string;
  readonly basis: string;
  readonly rankOrder: string;
  readonly ways: WayMessages;
  readonly groups: GroupMessages;
  readonly reasons: ReasonMessages;
  readonly sheets: SheetMessages;
  readonly robustness: RobustnessMessages;

  /** Two results side by side: what-if, other periods, other readings. */
  readonly compare: CompareMessages;
  readonly verify: VerifyMessages;

  // the head and the summary of a report
  /** Which units are shown, when not all of them are; classes come by their labels. */
  readonly selected: (selection: SelectionWords) => string;
  /** Columns that had no room, and how to see them. */
  readonly leftOutColumns: (titles: readonly string[], width: string, format: 'csv' | 'json') => string;
  /** How many warnings there are beside the result. */
  readonly warned: (count: string) => string;
  readonly period: (id: string) => string;
  readonly noPeriod: string;
  readonly units: (count: string) => string;
  readonly shares: Readonly<Record<'certified' | 'not-certified', string>>;
  readonly unofficialShares: Readonly<Record<'certified' | 'not-certified', string>>;
  readonly maybeCertified: (count: string) => string;
  readonly target: (target: TargetWords) => string;
  /** Units of a registry that have no row. */
  readonly missingUnits: (count: string) => string;
  /** What an undetermined unit can still be. */
  readonly candidates: (classes: readonly string[], exact: boolean) => string;
  readonly missingCells: (cells: readonly string[]) => string;
  /** The place of a cell, and how many more there are. */
  readonly moreCells: (place: string, more: string) => string;
  /** Why figures of former units, which are there, do not settle those of a unit: before a colon and the figures. */
  readonly unsettledBy: Readonly<Record<'part' | 'not-mergeable', (units: readonly string[]) => string>>;
  /** All figures of units that the data do not have: the first of them by name, and how many there are. */
  readonly absentUnits: (named: readonly string[], total: string, others: string | null) => string;
  readonly lastPeriods: (label: string, periods: string) => string;
  readonly periodsAgo: (label: string, periods: number) => string;
  readonly moreReasons: (count: string) => string;
  readonly reading: (option: string) => string;

  // reasons
  readonly noData: string;
  /** Where a criterion is decided although its number is not known. */
  readonly clearAnyway: string;
  /** Of a criterion that is clear although figures it asks for are missing. */
  readonly stateAnyway: (state: string) => string;
  /** The same of a class that data checks alone make clear: what figures against it would mean, in the words of the checks. */
  readonly clearByChecks: (messages: readonly string[]) => string;
  readonly nothingByNothing: string;
  readonly partsMet: (met: string, of: string, needed: string) => string;
  readonly condition: (text: string) => string;
  /** A number with its unit; without the unit where the noun does not fit the number. */
  readonly counted: (number: string, unit: string) => string;
  /** The bounds of a number that is not known. */
  readonly between: (low: string, high: string) => string;
  readonly from: (low: string) => string;
  readonly upTo: (high: string) => string;
  /** What was found where something else is required. */
  readonly needs: (found: string, required: string) => string;
  readonly and: (parts: readonly string[]) => string;
  readonly or: (parts: readonly string[]) => string;
  readonly otherThan: (values: readonly string[]) => string;
  readonly oneOf: (values: readonly string[]) => string;
  readonly noneOf: (values: readonly string[]) => string;
  readonly atLeast: (needed: string, of: string) => string;
  readonly atMost: (allowed: string, of: string) => string;
  readonly allOf: string;
  readonly anyOf: string;
  readonly noneOfParts: string;
  /** How far a number is from its line, with its unit. */
  readonly above: (distance: string) => string;
  readonly below: (distance: string) => string;
  readonly onLine: string;
  readonly stateTotals: (counts: Readonly<Record<StateWord, string>>, total: string) => string;
  /** Of how many units, and by which method where that is not competition. */
  readonly rankOf: (place: string, of: string, ties: TiesWord) => string;

  /** What a unit earns, and why. Values and points come as they are to be shown. */
  readonly points: {
    readonly points: (points: string) => string;
    readonly of: (earned: string, of: string) => string;
    readonly short: string;
    readonly score: string;
    readonly scoreOf: (id: string) => string;
    /** Points that a unit has, or none at all. */
    readonly orNone: (points: string, none: string) => string;
    readonly band: (from: string, points: string) => string;
    readonly underBands: (lowest: string) => string;
    readonly between: (low: StepWords, high: StepWords) => string;
    readonly upTo: (step: StepWords) => string;
    readonly from: (step: StepWords) => string;
    readonly deducted: (points: string) => string;
    readonly nothingDeducted: string;
    /** What parts earn, of which a cap lets only so much count. */
    readonly capped: (earned: string, most: string) => string;
    /** What a criterion that does not apply counts as. */
    readonly notApplicable: Readonly<Record<'pass' | 'fail' | 'exclude', string>>;
    readonly applies: (condition: string) => string;
  };

  // the order of units
  readonly byClass: (classes: readonly string[]) => string;
  readonly byScore: (order: 'low' | 'high') => string;
  readonly byNumber: (label: string, order: 'low' | 'high') => string;
  /** How units are placed that are equal in all this: the method by name, and what it does. */
  readonly ties: Readonly<Record<TiesWord, string>>;
  readonly equalUnits: (ties: string) => string;
  /** Of a table in which equal ranks are marked. */
  readonly tied: (ties: string) => string;

  // issues
  readonly errorCount: (count: string) => string;
  readonly warningCount: (count: string) => string;
  readonly noteCount: (count: string) => string;

  /** What is wrong with data, by file and by the office that owes the figures. */
  readonly check: {
    readonly noFile: string;
    readonly noOffice: string;
    readonly heading: (name: string, counts: string) => string;
    readonly moreCells: (count: string, cells: readonly string[], isAll: boolean) => string;
    /** Units that a sentence has counted, but not named. */
    readonly otherUnits: (count: string, units: readonly string[]) => string;
    readonly moreOfKind: (count: string) => string;
    readonly missing: (count: string) => string;
    readonly missingOf: (label: string, count: string, units: readonly string[], isAll: boolean) => string;
    readonly cells: (count: string) => string;
    readonly columns: Readonly<
      Record<
        | 'file'
        | 'sheet'
        | 'cell'
        | 'line'
        | 'column'
        | 'severity'
        | 'office'
        | 'indicator'
        | 'received'
        | 'message'
        | 'code',
        string
      >
    >;
    readonly problems: string;
    readonly missingFigures: string;
    /** What stands beside the marked copy of a file whose column about persons was left out. */
    readonly personalLeftOut: string;
  };

  /** A blank data file. */
  readonly template: {
    readonly title: (title: string, id: string) => string;
    readonly howTo: string;
    readonly label: (label: string, unit: string | null) => string;
    readonly allowed: string;
    readonly example: string;
    readonly count: (min: string, max: string | null) => string;
    readonly decimal: (min: string, max: string | null) => string;
    readonly percent: (min: string, max: string | null) => string;
    readonly boolean: string;
    readonly exampleBoolean: string;
    readonly code: string;
    readonly text: string;
    readonly period: string;
  };

  /** What became of the cases beside a criteria set; values come as the cases file writes them. */
  readonly cases: {
    readonly counts: (passed: string, failed: string, of: string) => string;
    readonly covered: (of: string) => string;
    readonly uncovered: (lacking: string, of: string) => string;
    readonly sides: Readonly<Record<'under' | 'at' | 'over', string>>;
    readonly gap: (sides: readonly string[]) => string;
    readonly readings: (chosen: readonly string[]) => string;
    readonly notRun: string;
    readonly class: string;
    readonly candidates: string;
    readonly certified: string;
    readonly score: string;
    readonly state: (id: string) => string;
    readonly points: (id: string) => string;
    readonly difference: (what: string, expected: string, found: string) => string;
  };

  // a criteria set as a page
  readonly set: {
    readonly id: string;
    readonly status: string;
    readonly title: string;
    readonly unit: string;
    readonly effective: string;
    readonly from: (day: string) => string;
    readonly fromTo: (from: string, to: string) => string;
    readonly reviewed: string;
    readonly notReviewed: string;
    readonly period: string;
    readonly yearFromTo: (from: string, to: string) => string;
    readonly sources: string;
    readonly indicators: string;
    readonly measures: string;
    readonly checks: string;
    readonly criteria: string;
    readonly remarks: string;
    readonly score: string;
    readonly countOf: (ids: readonly string[]) => string;
    readonly sumOf: (of: string) => string;
    readonly weightedOf: (of: string) => string;
    readonly rounding: (to: string, mode: RoundingWord) => string;
    readonly notRounded: string;
    readonly mandatoryOf: (ids: readonly string[]) => string;
    readonly gate: (points: string, operator: string, bound: string, share: boolean) => string;

    // the rule of a criterion
    readonly mandatory: string;
    readonly bonus: string;
    readonly weight: (weight: string, share: string) => string;
    readonly pointsIf: (points: string, test: string) => string;
    readonly bands: (on: string, steps: readonly StepWords[]) => string;
    readonly scale: (on: string, steps: readonly StepWords[]) => string;
    readonly deduct: (points: string, each: string, per: string) => string;
    readonly atMostDeducted: (points: string) => string;
    readonly neverBelow: (points: string) => string;
    readonly cap: (points: string) => string;
    readonly appliesWhen: (condition: string) => string;
    readonly otherwiseCounts: Readonly<Record<'pass' | 'fail' | 'exclude', string>>;
    readonly responsible: (office: string) => string;
    readonly was: (id: string) => string;

    readonly rolledUp: string;
    readonly rolledUpBy: (set: string, column: string) => string;
    readonly fromBelow: (formula: string) => string;
    readonly overridden: string;
    readonly targets: string;
    readonly targetLine: (until: number, share: string) => string;
    readonly certifies: string;
    readonly otherwise: string;
    readonly measured: Readonly<Record<'end' | 'period', string>>;
    readonly provider: (office: string) => string;
    readonly chosen: string;
    readonly file: string;
    readonly none: string;
  };
}
