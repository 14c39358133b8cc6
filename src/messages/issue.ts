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
  | 'list'
  | 'map'
  | 'family'
  | 'version'
  | 'name'
  | 'criterion-id'
  | 'source-id'
  | 'date'
  | 'month-day'
  | 'year'
  | 'decimal'
  | 'whole-number'
  | 'share'
  | 'cite'
  | 'url';

/** What breaks the YAML of a criteria file. */
export type YamlFault =
  | 'indentation'
  | 'tab'
  | 'missing-mark'
  | 'escape'
  | 'alias'
  | 'tag'
  | 'directive'
  | 'unexpected';

/** What an id in a criteria file stands for. */
export type IdKind = 'criterion' | 'class' | 'source' | 'rank-key';

/** The arguments of every issue by its code: data only, the sentences are in `vi.ts` and `en.ts`. Codes are public. */
export interface IssueArgs {
  // formula: positions point into the formula's own file
  'formula/unexpected-character': { character: string };
  'formula/unexpected-token': { expected: readonly ExpectedWord[] };
  'formula/too-long': { limit: number };
  'formula/too-deep': { limit: number };
  'formula/unknown-name': { name: string; nearest: readonly string[] };
  'formula/unknown-function': { name: string; known: readonly string[] };
  'formula/wrong-argument-count': { name: string; least: number; most: number | null };
  'formula/wrong-type': { expected: ValueKind; found: ValueKind };
  'formula/mixed-units': { left: string; right: string };
  'formula/percent-needed': { number: string };
  'formula/division-by-zero': object;
  'formula/unknown-choice': { indicator: string; known: readonly string[] };
  'formula/too-many-cases': { limit: number };
  // data files: a column counts fields; `header` is the header as written
  'data/empty-file': object;
  'data/binary': { looksLike: 'xlsx' | 'xls' | 'pdf' | 'unknown' };
  'data/not-utf8': { looksLike: 'UTF-16' | null };
  'data/quote-not-closed': object;
  'data/quote-misplaced': object;
  'data/record-too-long': { limit: number };
  'data/no-header': { expected: readonly string[] };
  'data/no-rows': object;
  'data/missing-columns': { columns: readonly { readonly id: string; readonly label: Text }[] };
  'data/unknown-column': { nearest: readonly string[] };
  'data/ignored-column': object;
  'data/duplicate-column': { id: string; first: number; firstHeader: string };
  'data/too-few-fields': { found: number; expected: number };
  'data/too-many-fields': { found: number; expected: number };
  'data/not-a-number': { header: string };
  'data/scientific-number': { header: string };
  'data/number-too-long': { header: string; limit: number };
  'data/fraction-in-count': { header: string };
  'data/negative-number': { header: string };
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
  'data/unsupported-value': { header: string; found: string };
  'data/missing-code': { header: string };
  'data/duplicate-unit': { code: string; period: string | null; firstLine: number };
  'data/more-of-the-same': { code: string; more: number; total: number };
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
  'criteria/cut-by-comma': { key: string | null; whole: string };
  'criteria/unknown-key': { key: string; nearest: readonly string[]; known: readonly string[] };
  'criteria/missing-key': { key: string };
  'criteria/wrong-form': { expected: Form };
  'criteria/unknown-value': { known: readonly string[]; nearest: readonly string[] };
  'criteria/unknown-id': { kind: IdKind; id: string; nearest: readonly string[] };
  'criteria/name-taken': { name: string; line: number };
  'criteria/reserved-name': { name: string };
  'criteria/cycle': { of: 'criteria' | 'measures'; cycle: readonly string[] };
  'criteria/measure-too-large': { measure: string; limit: number };
  'criteria/at-least-too-many': { count: number; of: number };
  'criteria/after-otherwise': { class: string };
  'criteria/values-misplaced': { indicator: string; type: string };
  'criteria/ends-reversed': { from: string; to: string };
  'criteria/patch-hits-nothing': { key: string; nearest: readonly string[] };
  'criteria/more-issues': { more: number };
  'criteria/bad-set-id': object;
  'criteria/unknown-set': { id: string; known: readonly string[]; nearest: readonly string[] };
  'criteria/set-twice': { id: string; files: readonly string[] };
  // readings of ambiguous clauses
  'reading/unknown': { reading: string; known: readonly string[]; nearest: readonly string[] };
  'reading/unknown-option': { reading: string; option: string; known: readonly string[]; nearest: readonly string[] };
  // which set is in force for a period
  'period/unknown-form': object;
  'period/none-in-force': { family: string; from: string; to: string; known: readonly string[] };
  'period/several-in-force': { to: string; sets: readonly string[] };
  'period/begins-before-effective': { set: string; from: string; effective: string };
  'period/outside-validity': { set: string; to: string };
  'period/validity-not-checked': { set: string };
  'period/review-old': { set: string; reviewed: string; to: string };
  'period/other-in-data': { period: string };
  'period/several-in-data': { sets: readonly string[] };
  // files on disk; the position names the file
  'file/not-found': { nearest: readonly string[] };
  'file/is-folder': object;
  'file/no-permission': object;
  'file/too-large': { limit: number };
  'file/unreadable': { reason: string };
  'file/not-writable': { reason: 'no-folder' | 'is-folder' | 'no-permission' | 'no-space' | 'other'; detail: string };
  'file/several': { files: readonly string[] };
  'file/no-criteria-folder': object;
  // the command line: `received` is what was typed
  'usage/unknown-command': { nearest: readonly string[]; known: readonly string[] };
  'usage/unknown-option': { nearest: readonly string[] };
  'usage/missing-argument': { argument: string };
  'usage/missing-value': { option: string };
  'usage/too-many-arguments': object;
  'usage/unknown-value': { option: string; known: readonly string[]; nearest: readonly string[] };
  'usage/not-a-reading': object;
  'usage/reading-twice': { reading: string };
  'usage/unknown-extension': { extension: string; known: readonly string[] };
  'usage/excel-needs-csv': object;
  'usage/output-is-input': object;
  'usage/unknown-unit': { nearest: readonly string[] };
  'usage/ambiguous-unit': { units: readonly string[] };
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
 * @example issue('formula/too-long', { limit: 10_000 }, { received: text.slice(0, 40) })
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

/** Whether a list of issues forbids going on. */
export function hasError(issues: readonly { readonly severity: Severity }[]): boolean {
  return issues.some((found) => found.severity === 'error');
}
