import { basename } from 'node:path';
import { sha256Hex } from '../criteria/index.ts';
import { hasError, type Issue, refusal, type Result } from '../messages/index.ts';
import { isPath, pathAboutUnits, readBytes } from '../node/index.ts';
import type { RecordedFile } from '../report/index.ts';
import type { Options, RawOptions } from './options.ts';
import type { Request } from './request.ts';
import { isPeriodId } from './understand.ts';

/*
 * What a result says of how it came about beside its data and its criteria, so that it can be worked out again. The
 * period and the readings stand in the result itself.
 */

/** The options of a run that make its result what it is, as they were typed; a file by its name alone. */
export function recordedOptions(options: Options): Readonly<Record<string, string>> {
  const { where, set, against, acrossCriteria, otherReadings, encoding, numbers, sheet, near, ways } = options;
  return {
    ...(where === null ? {} : { where }),
    ...(set.length === 0 ? {} : { set: set.join(SEPARATOR) }),
    ...(against === null ? {} : { against: isPeriodId(against) ? against : basename(against) }),
    ...(acrossCriteria ? { 'across-criteria': 'true' } : {}),
    ...(otherReadings ? { readings: 'true' } : {}),
    ...(encoding === null ? {} : { encoding }),
    ...(numbers === null ? {} : { numbers }),
    ...(sheet === null ? {} : { sheet }),
    ...(near ? { near: 'true' } : {}),
    ...(ways ? { ways: 'true' } : {}),
  };
}

/** Between suppositions, which hold none. */
const SEPARATOR = '; ';

/** Options that are recorded by a file; a criteria set that was named by its id stands in the result itself. */
const FILE_OPTIONS = ['criteria', 'overlay', 'map', 'units', 'lineage', 'against'] as const;
type FileOption = (typeof FILE_OPTIONS)[number];

/** The files beside the data that make a result what it is, in the order of the options. */
export async function recordedFiles({ options, names }: Request): Promise<Result<readonly RecordedFile[]>> {
  const named = FILE_OPTIONS.flatMap((option) => filesOf(options, option).map((file) => ({ option, file })));
  const files: RecordedFile[] = [];
  const issues: Issue[] = [];
  for (const { option, file } of named) {
    const path = option === 'units' || option === 'lineage' ? await pathAboutUnits(file, option) : found(file);
    const bytes = path.ok ? await readBytes(path.value, MOST) : path;
    if (bytes.ok) files.push({ option, name: names?.get(file) ?? file, sha256: sha256Hex(bytes.value) });
    else issues.push(...bytes.issues);
  }
  return hasError(issues) ? refusal(issues) : { ok: true, value: files, issues: [] };
}

/** In megabytes; what is larger was refused before. */
const MOST = 400;

function found(path: string): Result<string> {
  return { ok: true, value: path, issues: [] };
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

/** Options without a value. */
const SWITCHES: readonly string[] = ['near', 'ways', 'across-criteria', 'readings', 'robustness'];

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
  const typed = Object.entries(options).map(([name, value]): readonly [string, unknown] => [
    name.replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase()),
    SWITCHES.includes(name) ? true : value,
  ]);
  const others: Readonly<Record<string, unknown>> = Object.fromEntries(typed);
  return {
    ...others,
    criteria: paths('criteria')[0] ?? criteria.id,
    ...(period === null ? {} : { period }),
    reading: Object.entries(criteria.readings).map(([name, option]) => `${name}=${option}`),
    overlay: paths('overlay'),
    map: paths('map'),
    units: paths('units'),
    lineage: paths('lineage'),
    set: options['set']?.split(SEPARATOR) ?? [],
    against: paths('against')[0] ?? options['against'],
  };
}
