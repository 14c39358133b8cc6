import { basename } from 'node:path';
import { isPeriodId, sha256Hex } from '../criteria/index.ts';
import { hasError, type Issue, refusal, type Result } from '../messages/index.ts';
import { isPath, pathAboutUnits, readBytes } from '../node/index.ts';
import type { RecordedFile } from '../report/index.ts';
import { OPTION_IDS, rawName, type RecordedAs, traitsOf } from './option-table.ts';
import type { Options, RawOptions } from './options.ts';
import type { Request } from './request.ts';

/*
 * What a result says of how it came about beside its data and its criteria, so that it can be worked out again. The
 * period and the readings stand in the result itself.
 */

/**
 * The options of a run that make its result what it is, as they were typed; a file by its name alone. With the unit that was
 * asked for, where it was one.
 */
export function recordedOptions({ options, arguments: { unit } }: Request): Readonly<Record<string, string>> {
  const said = SAID.flatMap((id) => {
    const text = asText(options, id);
    return text === null ? [] : [[id, text] as const];
  });
  return Object.fromEntries([...said, ...unit.map((asked) => ['unit', asked] as const)]);
}

type Said = RecordedAs<'text' | 'both'>;
const SAID = OPTION_IDS.filter((id): id is Said => ['text', 'both'].includes(traitsOf(id).recorded));

/** An option as a result says it; `null` where it was not given. */
function asText(options: Options, id: Said): string | null {
  const { against, only, top, acrossCriteria, otherReadings } = options;
  switch (id) {
    case 'by':
    case 'where':
    case 'encoding':
    case 'numbers':
      return options[id];
    case 'sheet':
    case 'set':
      return options[id].length === 0 ? null : joined(options[id]);
    case 'against':
      return against === null || isPeriodId(against) ? against : basename(against);
    case 'only':
      return only.length === 0 ? null : only.join(',');
    case 'top':
      return top === null ? null : String(top);
    case 'robustness':
    case 'near':
    case 'ways':
      return options[id] ? 'true' : null;
    case 'across-criteria':
      return acrossCriteria ? 'true' : null;
    case 'readings':
      return otherReadings ? 'true' : null;
    default:
      return id satisfies never;
  }
}

/** Between suppositions, or sheets; where one holds it, as the label of a choice can, they are a JSON list. */
const SEPARATOR = '; ';

function joined(given: readonly string[]): string {
  const text = given.join(SEPARATOR);
  return given.some((one) => one.includes(SEPARATOR)) || text.startsWith('[') ? JSON.stringify(given) : text;
}

function parted(text: string): readonly string[] {
  return listIn(text) ?? text.split(SEPARATOR);
}

function listIn(text: string): readonly string[] | null {
  if (!text.startsWith('[')) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : null;
  } catch {
    // An older version did not write lists.
    return null;
  }
}

/** The files beside the data that make a result what it is, in the order of the options. */
export async function recordedFiles({ options, names }: Request): Promise<Result<readonly RecordedFile[]>> {
  const files: RecordedFile[] = [];
  const issues: Issue[] = [];
  for (const { option, file } of filesBeside(options)) {
    const path = option === 'units' || option === 'lineage' ? await pathAboutUnits(file, option) : found(file);
    const bytes = path.ok ? await readBytes(path.value) : path;
    if (bytes.ok) files.push({ option, name: names?.get(file) ?? file, sha256: sha256Hex(bytes.value) });
    else issues.push(...bytes.issues);
  }
  return hasError(issues) ? refusal(issues) : { ok: true, value: files, issues: [] };
}

function found(path: string): Result<string> {
  return { ok: true, value: path, issues: [] };
}

type FileOption = RecordedAs<'file' | 'both'>;
const FILE_OPTIONS = OPTION_IDS.filter((id): id is FileOption => ['file', 'both'].includes(traitsOf(id).recorded));

/** The files that options name; a criteria set that is named by its id is none. */
export function filesBeside(options: Options): readonly { readonly option: FileOption; readonly file: string }[] {
  return FILE_OPTIONS.flatMap((option) => filesOf(options, option).map((file) => ({ option, file })));
}

function filesOf({ criteria, overlays, map, units, lineage, against }: Options, option: FileOption): readonly string[] {
  switch (option) {
    case 'criteria':
      return criteria !== null && isPath(criteria) ? [criteria] : [];
    case 'overlay':
      return overlays;
    case 'map':
      return map === null ? [] : [map];
    case 'units':
      return units === null ? [] : [units];
    case 'lineage':
      return lineage === null ? [] : [lineage];
    case 'against':
      return against === null || isPeriodId(against) ? [] : [against];
    default:
      return option satisfies never;
  }
}

/** A result that was read, as far as it says how it came about. */
export interface RecordedRun {
  readonly criteria: {
    readonly id: string;
    readonly sha256: string;
    readonly readings: Readonly<Record<string, string>>;
  };
  readonly period: string | null;
  readonly options: Readonly<Record<string, string>>;
  readonly files: readonly RecordedFile[];
}

/**
 * The options of a recorded run as if they had been typed.
 *
 * @param run What the result says.
 * @param pathOf Where a file is now.
 */
export function optionsOfRun(
  { criteria, period, options, files }: RecordedRun,
  pathOf: (file: RecordedFile) => string,
): RawOptions {
  const paths = (option: string): readonly string[] => files.filter((file) => file.option === option).map(pathOf);
  const said = SAID.flatMap((id) => {
    const text = options[id];
    return text === undefined ? [] : [[rawName(id), asTyped(id, text)] as const];
  });
  const others: RawOptions = Object.fromEntries(said);
  return {
    ...others,
    criteria: paths('criteria')[0] ?? criteria.id,
    ...(period === null ? {} : { period }),
    reading: Object.entries(criteria.readings).map(([name, option]) => `${name}=${option}`),
    overlay: paths('overlay'),
    map: paths('map'),
    units: paths('units'),
    lineage: paths('lineage'),
    against: paths('against')[0] ?? options['against'],
  };
}

/** What commander gathers of an option that a result says. */
function asTyped(id: Said, text: string): unknown {
  if (traitsOf(id).takes === 'nothing') return true;
  return id === 'set' || id === 'sheet' ? parted(text) : text;
}
