/** The two languages a person reads xasach in. */
export type Lang = 'vi' | 'en';

/** A text in both languages. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** `error`: nothing is written; `warning`: read it before you sign; `note`: good to know. */
export type Severity = 'error' | 'warning' | 'note';

/** A place in a file. Lines and columns count from 1; a column counts characters in YAML and formulas, fields in CSV. */
export interface Position {
  readonly file: string;
  /** The sheet of a workbook, and the cell as a spreadsheet names it: `B12`. */
  readonly sheet?: string;
  readonly cell?: string;
  readonly line?: number;
  readonly column?: number;
  /** The line as it stands in the file, where showing it helps. */
  readonly text?: string;
}

/** What a formula may go on with: a sign as it is written, or a kind of word. */
export type ExpectedWord = 'operand' | 'operator' | 'name' | 'end' | '(' | ')' | '[' | ']' | ',';

/** What a part of a formula yields. */
export type ValueKind = 'number' | 'condition' | 'choice' | 'choice-indicator' | 'whole-number';

/** How a text or value of a criteria file is to be written. */
export type Form =
  | 'text'
  | 'words'
  | 'boolean'
  | 'condition'
  | 'parts'
  | 'pair'
  | 'rule'
  | 'score'
  | 'list'
  | 'map'
  | 'family'
  | 'version'
  | 'set-id'
  | 'name'
  | 'criterion-id'
  | 'source-id'
  | 'date'
  | 'month-day'
  | 'year'
  | 'decimal'
  | 'amount'
  | 'step'
  | 'plain-decimal'
  | 'whole-number'
  | 'share'
  | 'cite'
  | 'url'
  | 'merge'
  | 'fingerprint'
  // of a cases file
  | 'cell'
  | 'verdict'
  | 'points-range'
  | 'one-case'
  | 'expectation';

/** What breaks the YAML of a criteria file. */
export type YamlFault =
  | 'indentation'
  | 'tab'
  | 'odd-space'
  | 'missing-colon'
  | 'open-quote'
  | 'open-bracket'
  | 'missing-mark'
  | 'escape'
  | 'alias'
  | 'tag'
  | 'directive'
  | 'unexpected';

/** What can be wrong between a criterion's rule and its points. */
export type RuleFault =
  | 'points-needed'
  | 'mandatory-with-points'
  | 'weight-needed'
  | 'weight-without-points'
  | 'weights-nothing'
  | 'bands-not-descending'
  | 'scale-not-ascending'
  | 'points-turn'
  | 'best-step-not-points';

/** What a cases file can name of the set it tries. */
export type CaseIdKind = 'criterion' | 'class' | 'column' | 'reading' | 'option';

/** What an id in a criteria file stands for. */
export type IdKind = 'criterion' | 'class' | 'source' | 'rank-key';

/** What makes a column personal: data about people that no count needs. */
export type PersonalKind = 'name' | 'identity' | 'phone' | 'birth' | 'address';

/** What tells two sides of a comparison apart: another set, the same set with another text, or other readings. */
export type CriteriaDifference = 'set' | 'text' | 'readings';

/** The criteria of one side of a comparison. */
export interface AppliedCriteria {
  readonly id: string;
  readonly readings: Readonly<Record<string, string>>;
}

/** Why a file is no earlier result. */
export type NoResult = 'not-json' | 'bad-json' | 'cut-off' | 'other-json' | 'broken';

/** A unit as people know it. */
export interface NamedUnit {
  readonly code: string;
  readonly name: string | null;
}

/** The level of the units of a set. */
export type UnitLevelWord = 'hamlet' | 'commune' | 'district' | 'province';

/** How much of a unit another was made from. */
export type Portion = 'whole' | 'part' | 'population';

/** The arguments of every issue by its code: data only, the sentences are in `vi.ts` and `en.ts`. Codes are public. */
export interface IssueArgs {
  // numbers that people type; `received` is the number as it stands there
  'number/ambiguous': { whole: string; decimal: string };
  'number/marks': { write: string };
  // formula: positions point into the formula's own file
  'formula/unexpected-character': { character: string };
  'formula/wrong-operator': { found: string; write: string };
  'formula/chained-comparison': { write: string };
  'formula/quoted': { write: string };
  'formula/choice-label': { label: string; id: string };
  'formula/unexpected-token': { expected: readonly ExpectedWord[] };
  'formula/too-long': { limit: number };
  'formula/too-deep': { limit: number };
  'formula/unknown-name': { name: string; nearest: readonly string[] };
  'formula/choice-value': { value: string; indicators: readonly string[] };
  'formula/unknown-function': { name: string; known: readonly string[] };
  'formula/wrong-argument-count': { name: string; least: number; most: number | null };
  'formula/wrong-type': { expected: ValueKind; found: ValueKind };
  'formula/mixed-units': { left: string; right: string };
  'formula/percent-needed': { number: string };
  'formula/division-by-zero': object;
  'formula/unknown-choice': { indicator: string; known: readonly string[] };
  'formula/too-many-cases': { limit: number };
  'formula/too-many-terms': { limit: number };
  'formula/gate-form': object;
  'formula/period-count': { most: number };
  // data files: a column counts fields; `header` is the header as written
  'data/empty-file': object;
  'data/binary': { looksLike: 'xlsx' | 'xls' | 'pdf' | 'html' | 'unknown' };
  'data/not-utf8': { looksLike: 'UTF-16' | null };
  'data/encoding': { encoding: string };
  /** Texts of a workbook in a font with an encoding of its own. */
  'data/legacy-font': { encoding: string };
  'data/unknown-encoding': { tried: readonly string[] };
  'data/undecodable': { encoding: string };
  /** Letters that were lost, or that were encoded as UTF-8 twice. */
  'data/garbled-text': { fault: 'lost' | 'twice' };
  'data/quote-not-closed': object;
  'data/quote-misplaced': object;
  'data/record-too-long': { limit: number };
  'data/too-many-columns': { limit: number };
  'data/not-a-workbook': { reason: 'no-zip' | 'text' | 'ods' | 'cut-off' | 'no-sheet' | 'broken' };
  'data/locked-workbook': object;
  'data/workbook-too-large': { limit: number };
  'data/sheet-too-large': { limit: number };
  'data/unknown-sheet': { sheets: readonly string[]; nearest: readonly string[] };
  'data/no-sheets': object;
  'data/other-sheets': { sheet: string; others: readonly string[] };
  /** The sheets that hold figures of units, where none was chosen. */
  'data/several-data-sheets': { sheets: readonly string[] };
  /** The only other sheet that has the header. */
  'data/header-elsewhere': { sheet: string };
  /** Hidden sheets that have the columns which none that can be seen has. */
  'data/header-hidden': { sheets: readonly string[] };
  'data/rows-above-header': { rows: number };
  'data/unit-above-header': { line: number; unit: NamedUnit };
  /** A column that is named, with something in parentheses that makes its figures others. */
  'data/qualified-column': { column: Text; added: string };
  /** Figures in another unit than the indicator's. */
  'data/other-measure': { column: Text; needed: Text | null };
  'data/merged-figures': { range: string; line: number };
  /** A figure over several columns: it counts for the first of the indicators. */
  'data/merged-across': { range: string; column: Text; others: readonly Text[] };
  /** Titles in a second row of the header that name no column. */
  'data/unknown-subheadings': { titles: readonly string[] };
  'data/header-repeated': { rows: number };
  'data/headings-ignored': { rows: number };
  /** Rows that look like headings and hold figures that are not the sums of units. */
  'data/figures-without-code': { names: readonly string[]; total: number };
  /** Rates, means and earlier figures of all units. */
  'data/summaries-ignored': { rows: number };
  'data/notes-ignored': { rows: number };
  'data/no-header': { expected: readonly string[] };
  'data/no-rows': object;
  /** `named` where the units have names: a registry then knows their codes. */
  'data/missing-columns': {
    columns: readonly { readonly id: string; readonly label: Text }[];
    named?: true;
    /** There are columns that are not used: one of them may be meant. */
    unused?: true;
  };
  /** Indicators that no object has. */
  'data/left-out': { columns: readonly { readonly id: string; readonly label: Text }[] };
  'data/unknown-column': { nearest: readonly string[] };
  'data/ignored-column': object;
  /** A column that is not used and holds nothing but years or other periods, where no column says the period. */
  'data/column-of-periods': { periods: readonly string[] };
  'data/duplicate-column': { id: string; first: number; firstHeader: string };
  'data/too-few-fields': { found: number; expected: number };
  'data/too-many-fields': { found: number; expected: number };
  'data/not-a-number': { header: string };
  'data/none-not-number': { header: string };
  'data/date-not-number': { header: string };
  /** One of the first days that spreadsheets count, which a small number is shown as. */
  'data/number-as-date': { header: string };
  'data/time-not-number': { header: string };
  /** The same number in plain digits. */
  'data/full-width-digits': { header: string; plain: string };
  'data/imprecise-number': { header: string; value: string };
  /** `19/20` in a column of percentages; `mayBeDate` where it can be a day as well. */
  'data/fraction-not-percent': { header: string; mayBeDate: boolean };
  'data/scientific-number': { header: string; value: string };
  'data/number-too-long': { header: string; limit: number };
  'data/fraction-in-count': { header: string };
  'data/negative-number': { header: string };
  /** One of two sets that data are compared under. */
  'data/refused-by': { set: string };
  'data/below-minimum': { header: string; minimum: string };
  'data/above-maximum': { header: string; maximum: string };
  'data/percent-needed': { header: string };
  'data/unexpected-percent': { header: string };
  'data/ambiguous-numbers': { header: string };
  'data/mixed-numbers': { header: string; other: string; otherLine: number };
  'data/not-a-boolean': { header: string };
  'data/unknown-choice': {
    header: string;
    values: readonly { readonly id: string; readonly label: Text }[];
    nearest: readonly string[];
  };
  'data/spreadsheet-error': { header: string };
  'data/formula-not-calculated': { header: string };
  /** A text of a workbook that begins with “=”. */
  'data/formula-as-text': { header: string };
  'data/totals-differ': { header: string; sum: string; missing: number };
  'data/personal-column': { header: string; kind: PersonalKind; by: 'header' | 'cells' };
  'data/not-a-row': { found: string };
  'data/unsupported-value': { header: string; found: string };
  'data/lost-letters': { header: string };
  'data/missing-code': { header: string };
  /** `like` is another code of the file, `meant` the one that this cell or its neighbour seems to hold. */
  'data/not-a-code': { header: string; like: string; meant: string | null };
  'data/code-mended': { header: string; code: string; name: string | null };
  /** Words where codes should stand. */
  'data/names-for-codes': { rows: number };
  /** A number of another length among the codes of communes. */
  'data/odd-code': { digits: number };
  'data/short-codes': { digits: number; code: string };
  'data/missing-period': { header: string };
  'data/not-a-period': { header: string };
  'data/leading-zero-restored': { header: string; code: string };
  /** `names` are those of the first line and of this one where they are of two units. */
  'data/duplicate-unit': {
    code: string;
    period: string | null;
    firstLine: number;
    names?: readonly [first: string, own: string];
  };
  /** A name that stands for two codes in one place; `otherAt` is where the other code has it. */
  'data/same-name': { code: string; other: string; otherAt: Position };
  'data/missing-cell': { unit: NamedUnit; period: string | null; indicator: Text };
  'data/more-of-the-same': { code: string; more: number; total: number };
  // one figure a row: code, indicator, value
  'data/unknown-indicator': { nearest: readonly string[] };
  'data/figure-twice': { unit: string; indicator: string; other: string; otherLine: number };
  // many files, one table; `other` is what the first place holds
  'join/conflict': { unit: string; indicator: Text; other: string; otherAt: Position };
  'join/unit-differs': { unit: string; column: Text; other: string; otherAt: Position };
  'join/units-absent': { units: readonly NamedUnit[]; total: number };
  'join/period-needed': { periods: readonly string[] };
  // the file that says what headers mean
  'map/empty-file': object;
  'map/unknown-column': { nearest: readonly string[] };
  'map/header-twice': { header: string; line: number };
  /** What a map says of a header or a file that is not there. */
  'map/unused-header': { nearest: readonly string[] };
  'map/unused-file': object;
  // the registry of units
  'registry/missing-columns': { columns: readonly { readonly id: string; readonly label: Text }[] };
  'registry/missing-name': { code: string };
  'registry/unknown-unit': { name: string | null; named: NamedUnit | null };
  'registry/name-differs': { code: string; name: string; named: NamedUnit | null };
  'registry/province-differs': { unit: string; province: string };
  'registry/unknown-province': { nearest: readonly string[] };
  'registry/unknown-name': { nearest: readonly NamedUnit[] };
  'registry/ambiguous-name': { units: readonly NamedUnit[]; total: number };
  /** A name that only a unit of another kind has: a ward for a commune. */
  'registry/other-type': { code: string; name: string };
  'registry/no-identity': object;
  'registry/units-missing': {
    province: string | null;
    period: string | null;
    units: readonly NamedUnit[];
    total: number;
    of: number;
  };
  // from units of before to units of today
  'lineage/unknown-share': { known: readonly string[] };
  'lineage/pair-twice': { old: string; new: string; firstLine: number };
  'lineage/unknown-unit': object;
  /** A unit of today in a period of which another row is a former unit, and where. */
  'lineage/units-mixed': { code: string; former: NamedUnit; formerAt: Position };
  'lineage/name-differs': { code: string; name: string };
  'lineage/units-absent': { unit: NamedUnit; units: readonly NamedUnit[]; total: number };
  /** Former units that became one say different things of themselves in a column. */
  'lineage/group-differs': { column: Text; units: readonly NamedUnit[]; total: number };
  'lineage/not-mergeable': { indicators: readonly Text[] };
  'lineage/merged': { unit: NamedUnit; from: readonly (NamedUnit & { readonly portion: Portion })[] };
  /** Stands for all `lineage/merged` of a run: how many units of today, from how many former ones. */
  'lineage/merged-units': { units: number; former: number };
  // soundness of rows: `unit` is the unit's code
  'data/check-failed': { unit: string; message: Text; rule: string };
  'data/division-by-zero': { unit: string; indicators: readonly string[] };
  'data/no-sound-filling': { unit: string };

  // criteria files
  'criteria/empty-file': object;
  'criteria/too-large': { of: 'characters' | 'levels' | 'values' | 'options'; limit: number };
  'criteria/several-documents': object;
  'criteria/yaml-syntax': { fault: YamlFault };
  'criteria/duplicate-key': { key: string; line: number };
  'criteria/forbidden-key': { key: string };
  'criteria/key-not-text': object;
  'criteria/key-without-value': { key: string };
  'criteria/tight-colon': { write: string };
  'criteria/cut-by-comma': { key: string | null; whole: string };
  'criteria/unknown-key': { key: string; nearest: readonly string[]; known: readonly string[] };
  'criteria/missing-key': { key: string };
  'criteria/wrong-form': { expected: Form };
  'criteria/unknown-value': { known: readonly string[]; nearest: readonly string[] };
  'criteria/unknown-id': { kind: IdKind; id: string; nearest: readonly string[] };
  'criteria/cite-without-source': { clause: string; known: readonly string[] };
  'criteria/name-taken': { name: string; line: number };
  'criteria/reserved-name': { name: string };
  'criteria/cycle': { of: 'criteria' | 'measures'; cycle: readonly string[] };
  'criteria/measure-too-large': { measure: string; limit: number };
  'criteria/too-deep': { of: 'criteria' | 'measures'; id: string; limit: number };
  'criteria/too-many-values': { indicator: string; limit: number };
  'criteria/too-many-classes': { limit: number };
  'criteria/rank-by-no-number': { indicator: string; type: 'boolean' | 'choice' };
  'criteria/word-misfit': {
    indicator: string;
    word: string;
    type: 'count' | 'decimal' | 'percent' | 'boolean' | 'choice';
  };
  'criteria/counted-twice': { criterion: string };
  'criteria/rule-fault': { criterion: string; fault: RuleFault };
  /** `of` is the group, or `score` for the whole sheet. */
  'criteria/points-do-not-sum': { of: string; sum: string; points: string };
  /** `of` is the criterion, or `score` for the whole sheet. */
  'criteria/no-points-to-ask': { class: string; of: string };
  /** A set that extends another without being another by itself. */
  'criteria/own-identity': { base: string; keys: readonly string[] };
  'criteria/base-missing': { id: string };
  'criteria/base-not-found': { id: string; rollsUp: boolean; file: string; nearest: readonly string[] };
  'criteria/no-class-holds': { unit: string; set: string };
  'criteria/extends-itself': { ids: readonly string[] };
  'criteria/rolled-up-in-circle': { ids: readonly string[] };
  'criteria/rollup-form': { indicator: string; type: string };
  /** `of` is the number of the units below, as a formula. */
  'criteria/rollup-not-whole': { indicator: string; of: string };
  'criteria/at-least-too-many': { count: number; of: number };
  'criteria/after-otherwise': { class: string };
  'criteria/values-misplaced': { indicator: string; type: string };
  'criteria/merge-misplaced': { indicator: string; type: string; merge: string; known: readonly string[] };
  'criteria/ends-reversed': { from: string; to: string };
  /** `under`: the section that has the key, where it stands outside of all. */
  'criteria/patch-hits-nothing': { key: string; nearest: readonly string[]; under: string | null };
  /** What is taken out of parts that are not there, and where, as `file:line`. */
  'criteria/parts-gone': { keys: readonly string[]; place: string };
  /** What still names the id, as `file:line`. */
  'criteria/removed-but-named': { id: string; places: readonly string[] };
  'criteria/more-issues': { more: number };
  'criteria/bad-set-id': object;
  'criteria/file-ending': object;
  'criteria/unknown-set': { id: string; known: readonly string[]; nearest: readonly string[] };
  'criteria/set-twice': { id: string; files: readonly string[] };
  // lint: what is wrong with a set that loads; each code is a rule
  'lint/unused-indicator': { indicator: string };
  'lint/unused-measure': { measure: string };
  'lint/unused-source': { source: string };
  'lint/unused-criterion': { criterion: string };
  /** The option that leads to the same set. */
  'lint/idle-option': { reading: string; option: string; same: string };
  /** `values` is a condition that no criterion between the two takes: `rate == 0.5%`. */
  'lint/bands-gap': { low: string; high: string; values: string };
  'lint/bands-overlap': { low: string; high: string; values: string };
  'lint/band-unreachable': { criterion: string; from: string };
  /** `percent` is the number as a percentage, without its sign. */
  'lint/ratio-beyond-one': { ratio: string; number: string; percent: string };
  'lint/points-below-one': { points: string; number: string; of: string; percent: string };
  'lint/divides-by-zero': { divisor: string };
  'lint/checks-contradict': object;
  /** The rules of the set that this one extends which its own list leaves out. */
  'lint/checks-dropped': { base: string; rules: readonly string[] };
  'lint/class-unreachable': { class: string };
  'lint/no-class': object;
  'lint/never-passes': { criterion: string };
  'lint/never-fails': { criterion: string };
  /** `all` is that every unit has a class. */
  'lint/unproved': { of: 'class' | 'criterion' | 'all'; id: string };
  'lint/missing-cite': { criterion: string };
  'lint/clause-form': { clause: string; write: string };
  /** `counts`: whether the set counts criteria in place of points. */
  'lint/idle-points': { criterion: string; counts: boolean };
  'lint/target-without-cite': { until: number };
  'lint/missing-translation': object;
  'lint/missing-provider': { indicator: string };
  'lint/partial-without-missing': object;
  'lint/in-force-without-cases': { set: string };
  'lint/retired-without-end': object;
  /** The version before, `null` when there is none. */
  'lint/was-unknown': { id: string; was: string; earlier: string | null; nearest: readonly string[] };
  /** `inherited`: whether the days are those of the set that this one extends. */
  'lint/versions-overlap': { other: string; from: string; to: string | null; inherited: boolean };
  'lint/versions-gap': { other: string; from: string; to: string };
  'lint/actionable-period': { indicator: string };
  'lint/header-collision': { indicator: string; header: string; other: string };
  'lint/missing-rank': { byCode: boolean };
  'lint/rank-without-class': object;
  'lint/rank-partial': { missing: readonly string[] };
  'lint/idle-deduction': { criterion: string; points: string; floor: string };
  // readings of ambiguous clauses
  'reading/unknown': { reading: string; known: readonly string[]; nearest: readonly string[] };
  'reading/unknown-option': { reading: string; option: string; known: readonly string[]; nearest: readonly string[] };
  // cases beside a criteria set
  'cases/unknown-id': { kind: CaseIdKind; id: string; set: string; nearest: readonly string[] };
  'cases/other-set': { expected: string; found: string };
  /** Whether the set is made from units below, so that its cases need `units`, or has `data` of its own. */
  'cases/units-or-data': { set: string; needed: 'units' | 'data' };
  'cases/no-file': { file: string };
  'cases/none': object;
  // changes that were accepted
  'accepted/expired': { fingerprint: string; reason: string; until: string; day: string };
  'accepted/hits-nothing': { fingerprint: string };
  // which set is in force for a period
  'period/unknown-form': object;
  'period/none-in-force': {
    family: string;
    from: string;
    to: string;
    known: readonly { readonly set: string; readonly from: string; readonly to: string | null }[];
    /** The set whose units are rolled up from those of the family; `null` where the family itself was asked for. */
    above: string | null;
  };
  'period/several-in-force': { to: string; sets: readonly string[] };
  'period/begins-before-effective': { set: string; period: string; from: string; effective: string };
  'period/outside-validity': { set: string; period: string; to: string };
  'period/validity-not-checked': { set: string };
  'period/review-old': { set: string; period: string; reviewed: string; to: string };
  'period/several-named': { periods: readonly string[] };
  'period/counted-together': { periods: readonly string[] };
  'rollup/rows-given': { set: string; below: string };
  'rollup/no-column': { column: string };
  /** A bound as it is written in data; one of the two is `null`. */
  'rollup/out-of-bounds': {
    unit: string;
    label: Text;
    value: string;
    minimum: string | null;
    maximum: string | null;
  };
  'rollup/no-group': { column: string; units: readonly string[]; total: number };
  'rollup/several-groups': {
    column: string;
    units: readonly { readonly unit: string; readonly groups: readonly string[] }[];
    total: number;
  };
  /** The units that the data have, and those of the registry they were held against that are absent. */
  'rollup/units': {
    groups: readonly { group: string; units: number; absent: number }[];
    column: string;
    /** What they can be held against; `null` where they were, or there is none of such units. */
    registry: string | null;
  };
  /** Rows that name no period, where one of them is asked for. */
  'period/no-column': { period: string };
  'period/not-in-data': { period: string; known: readonly string[] };
  /** Units that have rows of other periods alone; each with the last of them and its line. */
  'period/units-of-others': {
    units: readonly (NamedUnit & { readonly period: string; readonly line: number })[];
    total: number;
  };
  /** Codes that stand for units with different names in two periods, or now and in the earlier result `result`. */
  'period/other-name': {
    result?: string;
    units: readonly (NamedUnit & {
      readonly period: string | null;
      readonly other: { readonly name: string | null; readonly period: string | null };
    })[];
    total: number;
  };
  'period/several-in-data': { sets: readonly string[] };
  // figures that are supposed to be others (--set); units chosen by a condition (--where)
  /** `isWorkedOut`: it is a measure or a criterion. */
  'what-if/unknown-indicator': { nearest: readonly string[]; isWorkedOut: boolean; set: string };
  /** `below` is the set of the units it is worked out from. */
  'what-if/rolled-up': { label: Text; below: string | null };
  'what-if/no-number': { indicator: string; label: Text };
  'what-if/not-a-value': {
    indicator: string;
    label: Text;
    type: 'count' | 'decimal' | 'percent' | 'boolean' | 'choice';
    values: readonly { readonly id: string; readonly label: Text }[];
  };
  /** `total` of the `of` units it was asked for. */
  'what-if/outside-domain': {
    indicator: string;
    label: Text;
    min: string;
    max: string | null;
    units: readonly NamedUnit[];
    total: number;
    of: number;
  };
  'what-if/stays-missing': { label: Text; units: readonly NamedUnit[]; total: number };
  /** Stands before the faults that the supposed figures have. */
  'what-if/unsound': object;
  'where/none': { units: number };
  'where/division-by-zero': { units: readonly NamedUnit[]; total: number; indicators: readonly string[] };
  'where/open': { units: readonly NamedUnit[]; total: number; figures: readonly Text[] };
  // two results side by side (--against)
  'compare/no-result': { reason: NoResult; detail: string | null };
  'compare/what-if-result': object;
  /** A result that says of itself that it certifies nobody. */
  'compare/not-for-certification': object;
  /** A result that units were left out of. */
  'compare/part-result': { by: '--only' | '--top' | '--where' | 'explain' };
  'compare/several-periods': { periods: readonly string[] };
  'compare/other-criteria': { difference: CriteriaDifference; before: AppliedCriteria; after: AppliedCriteria };
  'compare/across-criteria': { difference: CriteriaDifference; before: AppliedCriteria; after: AppliedCriteria };
  /** `result` is the file of an earlier result, which was made of other data; `null` for another period of the same data. */
  'compare/no-common-unit': { result: string | null };
  // files on disk; the position names the file
  'file/not-found': { nearest: readonly string[] };
  'file/not-utf8': object;
  'file/is-folder': object;
  'file/no-permission': object;
  'file/too-large': { limit: number };
  'file/unreadable': { reason: string };
  'file/changed': object;
  'file/not-writable': { reason: 'no-folder' | 'is-folder' | 'no-permission' | 'no-space' | 'other'; detail: string };
  'file/no-criteria-folder': object;
  // a file in git history, as REVISION:path
  'git/not-available': object;
  'git/no-repository': object;
  'git/unknown-revision': { revision: string };
  'git/unknown-path': { revision: string; path: string };
  // a recorded result that is worked out again; the position names its file
  'verify/not-a-result': { reason: NoResult; detail: string | null };
  // `option` is what names the file; `null` for the data
  'verify/input-missing': { name: string; option: string | null };
  // the command line: `received` is what was typed
  'boundaries/not-json': object;
  'boundaries/no-areas': object;
  'boundaries/no-codes': { known: readonly string[] };
  /** `received` is the code of the area. */
  'boundaries/bad-outline': object;
  /** The first of the units that are lacking, and how many there are of how many. */
  'boundaries/lacks-units': { units: readonly string[]; lacking: number; of: number };
  'usage/unknown-command': { nearest: readonly string[]; known: readonly string[] };
  /** `commands` are those that take it. */
  'usage/unknown-option': { nearest: readonly string[]; commands: readonly string[] };
  'usage/missing-argument': { argument: string };
  'usage/missing-value': { option: string };
  'usage/too-many-arguments': object;
  'usage/unknown-value': { option: string; known: readonly string[]; nearest: readonly string[] };
  /** `of` is what was to be named: a registry of units or a lineage. */
  'usage/no-such-units': { of: 'units' | 'lineage'; known: readonly string[]; nearest: readonly string[] };
  'usage/not-a-reading': object;
  'usage/reading-twice': { reading: string };
  'usage/not-a-supposition': object;
  'usage/options-exclude': { one: string; other: string };
  'usage/option-needs': { option: string; needed: string };
  'usage/against-needs-period': { periods: readonly string[]; against: string };
  'usage/against-itself': { period: string };
  'usage/where-above': { set: string; below: string };
  'usage/unknown-extension': { extension: string; known: readonly string[] };
  'usage/excel-needs-csv': object;
  'usage/boundaries-need-html': object;
  'usage/xlsx-needs-file': object;
  'usage/province-needs-units': object;
  'usage/moves-needs-data': object;
  'usage/not-a-day': { option: string };
  'usage/other-family': { base: string; revision: string };
  'usage/other-unit-level': { base: string; baseUnit: UnitLevelWord; revision: string; revisionUnit: UnitLevelWord };
  'usage/output-is-input': object;
  'usage/output-exists': object;
  'usage/unused-input': object;
  'usage/unknown-unit': { nearest: readonly string[] };
  /** A unit of the data whose figures are not changed: `period` is that of which it has none; `null` where --where left it out. */
  'usage/unit-left-out': { unit: NamedUnit; period: string | null };
  'usage/robustness-needs-points': { set: string };
  'usage/not-a-count': { option: string };
  'usage/option-twice': { option: string };
  /** `ofRegistry`: a registry of units has it. `former`: of former units the data have it. */
  'usage/unknown-group': { nearest: readonly string[]; known: readonly string[]; ofRegistry?: true; former?: true };
  'usage/ambiguous-unit': { units: readonly string[]; more: number };
}

export type IssueCode = keyof IssueArgs;

/** An issue of one code. No sentence in it: `sentence(issue, lang)` makes one. */
export interface IssueOf<C extends IssueCode> {
  /** Names the kind of problem for ever; scripts may rely on it. */
  readonly code: C;
  readonly severity: Severity;
  readonly position: Position | null;
  /** The node of a criteria file (`criteria.I.a.test`) or the indicator of a data column. */
  readonly path: string | null;
  /** What stood there, as it stood there. */
  readonly received: string | null;
  readonly args: IssueArgs[C];
}

/** Something a person should know about a file, a formula or a result. */
export type Issue = { [C in IssueCode]: IssueOf<C> }[IssueCode];

/** The parts of an issue that most issues leave out. */
export interface IssueDetails {
  readonly severity?: Severity;
  readonly position?: Position | null;
  readonly path?: string | null;
  readonly received?: string | null;
}

/**
 * Makes an issue; an error unless told otherwise.
 *
 * @example issue('formula/too-long', { limit: 10_000 }).severity // 'error'
 */
export function issue<C extends IssueCode>(code: C, args: IssueArgs[C], details: IssueDetails = {}): IssueOf<C> {
  return {
    code,
    severity: details.severity ?? 'error',
    position: details.position ?? null,
    path: details.path ?? null,
    received: details.received ?? null,
    args,
  };
}

/**
 * Whether a list of issues forbids going on.
 *
 * @throws {RangeError} For what is no list, such as the result that `issues` are still to be taken out of.
 * @example hasError([issue('data/no-rows', {}, { severity: 'warning' })]) // false
 */
export function hasError(issues: readonly { readonly severity: Severity }[]): boolean {
  const given: unknown = issues;
  if (!Array.isArray(given)) throw new RangeError('no list of issues');
  return issues.some((found) => found.severity === 'error');
}

/** Each issue once, in the order in which they come first. */
export function withoutRepeats(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((found) => [JSON.stringify(found), found])).values()];
}
