import { extname } from 'node:path';
import { isDay } from '../criteria/index.ts';
import { ENCODINGS, type Encoding, NUMBER_STYLES, type NumberStyle } from '../data/index.ts';
import { type Issue, issue, type Lang, messagesIn, nearestNames, refusal, type Result } from '../messages/index.ts';

import { COLOR_CHOICES, type ColorChoice, flagsOf, OPTION_IDS, OPTIONS, rawName, traitsOf } from './option-table.ts';

const FORMATS = ['table', 'csv', 'json', 'ndjson', 'md', 'html', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export const CONDITIONS = ['undetermined', 'not-certified', 'warning'] as const;
/** What `--fail-on` can name. */
export type Condition = (typeof CONDITIONS)[number];

/** What `--fail-on` can name of changes between criteria sets. */
const CHANGE_CONDITIONS = ['stricter', 'looser', 'any', 'moves'] as const;
export type ChangeCondition = (typeof CHANGE_CONDITIONS)[number];

/**
 * What `--fail-on` asks about where that is not a result: changes between criteria sets, or warnings alone, as errors object
 * anyway.
 */
export type FailOn = 'changes' | 'warnings';

/** What `--fail-on` is to be offered where it does not ask about a result. */
export const FAIL_ON = { changes: CHANGE_CONDITIONS, warnings: ['warning'] } as const;

/** The options of all commands, read and checked; one that was not given is `null` or empty. */
export interface Options {
  readonly criteria: string | null;
  readonly period: string | null;
  readonly readings: Readonly<Record<string, string>>;
  /** Files of changes to the criteria. */
  readonly overlays: readonly string[];
  readonly encoding: Encoding | null;
  readonly numbers: NumberStyle | null;
  /** The sheets of workbooks to read; none is the first. */
  readonly sheet: readonly string[];
  readonly map: string | null;
  /** A file of boundaries, for a map in the HTML report. */
  readonly boundaries: string | null;
  readonly units: string | null;
  readonly lineage: string | null;
  readonly province: string | null;
  /** A condition: the units that are written, and with `set` those that are changed. */
  readonly where: string | null;
  /** Figures that are supposed to be others, as typed. */
  readonly set: readonly string[];
  /** A period, or the file of an earlier result. */
  readonly against: string | null;
  readonly acrossCriteria: boolean;
  /** Whether the other readings are tried as well. */
  readonly otherReadings: boolean;
  readonly format: Format | null;
  readonly output: string | null;
  readonly failOn: ReadonlySet<Condition>;
  readonly failOnChanges: ReadonlySet<ChangeCondition>;
  /** The data on which two sets are compared. */
  readonly data: readonly string[];
  /** Whether the classes are proved over all possible data. */
  readonly prove: boolean;
  readonly acrossFamilies: boolean;
  /** A file of accepted changes, and the day on which it is judged. */
  readonly ignore: string | null;
  readonly on: string | null;
  readonly excel: boolean;
  /** Which units are shown: verdicts or class ids. */
  readonly only: readonly string[];
  /** How many of the first places are shown. */
  readonly top: number | null;
  /** The column that units are grouped by. */
  readonly by: string | null;
  /** Whether places are tried under other weights. */
  readonly robustness: boolean;
  /** Whether units near a line are listed. */
  readonly near: boolean;
  /** Whether every unit's ways to pass are worked out, however long it takes. */
  readonly ways: boolean;
  readonly color: ColorChoice;
  readonly quiet: boolean;
}

/** The shells that can be made to complete command lines. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** Endings of output files; a table is also what a file without an ending gets. */
const ENDINGS: ReadonlyMap<string, Format> = new Map([
  ['.csv', 'csv'],
  ['.json', 'json'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.md', 'md'],
  ['.txt', 'table'],
  ['.xlsx', 'xlsx'],
]);

/** What commander gathered, by the long name of the option in camel case. */
export type RawOptions = Readonly<Record<string, unknown>>;

/**
 * Checks the values of the options; all faults are reported together.
 *
 * @param failOn What `--fail-on` is about: words about anything else are refused, as they would do nothing.
 * @param offered The forms that the command can give.
 */
export function readOptions(
  raw: RawOptions,
  failOn: FailOn | 'result' = 'result',
  offered: readonly Format[] = FORMATS,
): Result<Options> {
  const issues: Issue[] = [...givenTwice(raw)];
  const oneOf = <W extends string>(option: string, text: string | null, known: readonly W[]): W | null => {
    const found = known.find((word) => word === text) ?? null;
    if (found === null && text !== null) issues.push(unknownValue(option, text, known));
    return found;
  };
  const someOf = <W extends string>(option: string, given: readonly string[], known: readonly W[]): ReadonlySet<W> =>
    new Set(given.flatMap((text) => oneOf(option, text, known) ?? []));
  const options: Options = {
    criteria: lastText(raw['criteria']),
    period: lastText(raw['period']),
    readings: readReadings(texts(raw['reading']), issues),
    overlays: texts(raw['overlay']),
    encoding: oneOf('--encoding', lastText(raw['encoding']), ENCODINGS),
    numbers: oneOf('--numbers', lastText(raw['numbers']), NUMBER_STYLES),
    sheet: texts(raw['sheet']),
    map: texts(raw['map']).findLast((path) => !isBoundaries(path)) ?? null,
    boundaries: texts(raw['map']).findLast((path) => isBoundaries(path)) ?? null,
    units: lastText(raw['units']),
    lineage: lastText(raw['lineage']),
    province: lastText(raw['province']),
    where: texts(raw['where']).map(unquoted).at(-1) ?? null,
    set: texts(raw['set']).map(unquoted),
    against: lastText(raw['against']),
    acrossCriteria: raw['acrossCriteria'] === true,
    otherReadings: raw['readings'] === true,
    format: oneOf('--format', lastText(raw['format']), offered),
    output: outputFile(lastText(raw['output'])),
    failOn: someOf(
      '--fail-on',
      failOn === 'changes' ? [] : texts(raw['failOn']),
      failOn === 'warnings' ? FAIL_ON.warnings : CONDITIONS,
    ),
    failOnChanges: someOf('--fail-on', failOn === 'changes' ? texts(raw['failOn']) : [], CHANGE_CONDITIONS),
    data: texts(raw['data']),
    prove: raw['prove'] === true,
    acrossFamilies: raw['acrossFamilies'] === true,
    ignore: lastText(raw['ignore']),
    on: readDay('--on', lastText(raw['on']), issues),
    excel: raw['excel'] === true,
    only: [...new Set(texts(raw['only']).flatMap((text) => text.split(',').filter((word) => word !== '')))],
    top: readCount('--top', lastText(raw['top']), issues),
    by: lastText(raw['by']),
    robustness: raw['robustness'] === true,
    near: raw['near'] === true,
    ways: raw['ways'] === true,
    color: oneOf('--color', lastText(raw['color']), COLOR_CHOICES) ?? 'auto',
    quiet: raw['quiet'] === true,
  };
  issues.push(...misfits(options));
  return issues.length === 0 ? { ok: true, value: options, issues } : refusal(issues);
}

/** Options that do not go together. */
function misfits({ set, against, acrossCriteria }: Options): readonly Issue[] {
  return [
    ...(set.length > 0 && against !== null
      ? [issue('usage/options-exclude', { one: OPTIONS.set.flags, other: OPTIONS.against.flags })]
      : []),
    ...(acrossCriteria && against === null
      ? [issue('usage/option-needs', { option: OPTIONS['across-criteria'].flags, needed: OPTIONS.against.flags })]
      : []),
  ];
}

/**
 * The form of a result: as asked for, else as the ending of the output file says, else the first the command offers.
 *
 * @param offered The forms the command can give.
 */
export function chooseFormat(options: Options, offered: readonly [Format, ...Format[]]): Result<Format> {
  const format = options.format ?? formatByEnding(options.output, offered);
  if (format === null) return { ok: false, issues: [unknownExtension(options.output ?? '', offered)] };
  if (!offered.includes(format)) return { ok: false, issues: [unknownValue('--format', format, offered)] };
  if (options.boundaries !== null && format !== 'html')
    return { ok: false, issues: [issue('usage/boundaries-need-html', {}, { received: options.boundaries })] };
  if (options.excel && format !== 'csv') return { ok: false, issues: [issue('usage/excel-needs-csv', {})] };
  return { ok: true, value: format, issues: [] };
}

/** An option value that is none of the known ones. */
export function unknownValue(option: string, value: string, known: readonly string[]): Issue {
  return issue('usage/unknown-value', { option, known, nearest: nearestNames(value, known) }, { received: value });
}

/** An argument that is none of the known ones, called what help calls it. */
export function unknownArgument(
  argument: 'shell' | 'schema',
  value: string,
  known: readonly string[],
  lang: Lang,
): Issue {
  return unknownValue(`<${messagesIn(lang).cli.arguments[argument].name}>`, value, known);
}

/** Whether a file given with `--map` is one of boundaries; else it says what columns mean. */
function isBoundaries(path: string): boolean {
  return ['.geojson', '.topojson'].includes(extname(path).toLowerCase());
}

function formatByEnding(output: string | null, [first, ...others]: readonly [Format, ...Format[]]): Format | null {
  const ending = extname(output ?? '').toLowerCase();
  if (ending === '' || others.length === 0) return first;
  const format = ENDINGS.get(ending);
  return [first, ...others].find((offered) => offered === format) ?? null;
}

function unknownExtension(output: string, offered: readonly Format[]): Issue {
  const known = [...ENDINGS].flatMap(([ending, format]) => (offered.includes(format) ? [ending] : []));
  return issue('usage/unknown-extension', { extension: extname(output), known }, { received: output });
}

/** Options that were given two different values although they take one. */
function givenTwice(raw: RawOptions): readonly Issue[] {
  return OPTION_IDS.flatMap((id) => {
    const given = new Set(texts(raw[rawName(id)]));
    return traitsOf(id).second === undefined && given.size > 1
      ? [issue('usage/option-twice', { option: flagsOf(id).at(-1) ?? id }, { received: [...given].join(', ') })]
      : [];
  });
}

function readReadings(given: readonly string[], issues: Issue[]): Readonly<Record<string, string>> {
  const readings = new Map<string, string>();
  for (const text of given) {
    const [, name, option] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
    if (name === undefined || option === undefined) issues.push(issue('usage/not-a-reading', {}, { received: text }));
    else if ((readings.get(name) ?? option) !== option)
      issues.push(issue('usage/reading-twice', { reading: name }, { received: text }));
    else readings.set(name, option);
  }
  return Object.fromEntries(readings);
}

function readDay(option: string, given: string | null, issues: Issue[]): string | null {
  if (given === null || isDay(given)) return given;
  issues.push(issue('usage/not-a-day', { option }, { received: given }));
  return null;
}

/** A whole number from 1 on. */
function readCount(option: string, text: string | null, issues: Issue[]): number | null {
  if (text === null) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  issues.push(issue('usage/not-a-count', { option }, { received: text }));
  return null;
}

/** `-` is standard output, as it is without the option. */
function outputFile(given: string | null): string | null {
  return given === '-' ? null : given;
}

function lastText(value: unknown): string | null {
  return texts(value).at(-1) ?? null;
}

/** A text without the single quotes that the Command Prompt of Windows leaves around it. */
function unquoted(text: string): string {
  return /^'(.*)'$/su.exec(text)?.[1] ?? text;
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
