import { createReadStream } from 'node:fs';
import { access, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CatalogEntry,
  catalogEntry,
  type Choice,
  choose,
  type CriteriaSet,
  type CriteriaSource,
  parseCriteria,
  type Period,
  periodOf,
  resolveReadings,
  validityIssues,
} from './criteria/index.ts';
import { type DataFile, type Dataset, readCsv } from './data/index.ts';
import { hasError, type Issue, issue, nearestNames, type Result } from './messages/index.ts';

export * from './index.ts';

/** The name that stands for standard input. */
export const STDIN = '-';

const MEGABYTE = 1_000_000;
/** The most a file may hold, in megabytes: more is a wrong file, and would not fit in memory as text. */
const MOST = { criteria: 8, data: 400 } as const;
/** The family that is applied where none is named. */
const DEFAULT_FAMILY = 'vn-drug-free';
/** Marks the folder of the built-in criteria. */
const MARKER = join('criteria', 'criteria.schema.json');

/** How a criteria set is to be applied. */
export interface LoadOptions {
  /** The period of assessment; without it, validity is not checked. */
  readonly period?: string | null;
  /** The chosen option of each reading; a reading not named has its default. */
  readonly readings?: Choice;
}

/** A criteria set ready to compile, and the period it is applied to. */
export interface LoadedCriteria {
  readonly set: CriteriaSet;
  readonly period: Period | null;
}

/**
 * Loads a criteria set: a built-in one by its id, or a file.
 *
 * @param idOrPath `family@version`; `family` for the version in force in the period; or a path, told by a slash or by
 *   ending in `.yaml` or `.yml`.
 * @returns The set with warnings about its validity, or everything that is wrong with it.
 * @example await loadCriteria('vn-drug-free', { period: '2025' })
 */
export async function loadCriteria(
  idOrPath = DEFAULT_FAMILY,
  options: LoadOptions = {},
): Promise<Result<LoadedCriteria>> {
  const named = isPath(idOrPath)
    ? await sourceAt(idOrPath, idOrPath)
    : await builtinSource(idOrPath, options.period ?? null);
  if (!named.ok) return named;
  const source = named.value;
  const period = periodUnder(source, options.period ?? null);
  if (!period.ok) return period;
  const set = resolveReadings(source, options.readings);
  if (!set.ok) return set;
  const issues = [...named.issues, ...validityIssues(source.header, period.value), ...set.issues];
  return { ok: true, value: { set: set.value, period: period.value }, issues: withoutRepeats(issues) };
}

/** The headers of the criteria sets that come with xasach, in the order of their file names. */
export async function builtinCatalog(): Promise<Result<readonly CatalogEntry[]>> {
  const folder = await criteriaFolder();
  if (folder === null) return failure([issue('file/no-criteria-folder', {})]);
  const names = (await readdir(folder)).filter((name) => isCriteriaFile(name)).sort();
  const entries: CatalogEntry[] = [];
  const issues: Issue[] = [];
  for (const name of names) {
    const text = await textInside(folder, name);
    if (text === null) continue;
    const entry = text.ok ? catalogEntry(text.value, name) : text;
    issues.push(...entry.issues);
    if (entry.ok) entries.push(entry.value);
  }
  return hasError(issues) ? failure(issues) : { ok: true, value: entries, issues };
}

/**
 * Reads data files as a criteria set understands them.
 *
 * @param paths The files; `-` is standard input. One for now: several are refused.
 * @param set What the columns are.
 * @returns The figures with warnings, or everything that is wrong with the files.
 * @example await readData(['communes-2025.csv'], set)
 */
export async function readData(paths: readonly string[], set: CriteriaSet): Promise<Result<Dataset>> {
  const file = await readDataFile(paths);
  if (!file.ok) return file;
  const dataset = readCsv(file.value, set);
  if (hasError(dataset.issues)) return failure(dataset.issues);
  return { ok: true, value: dataset, issues: dataset.issues };
}

/** Reads the bytes of a data file; see {@link readData}. */
export async function readDataFile(paths: readonly string[]): Promise<Result<DataFile>> {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) return failure([issue('file/several', { files: paths })]);
  const bytes = await readBytes(path, MOST.data);
  return bytes.ok ? { ok: true, value: { name: path, bytes: bytes.value }, issues: [] } : bytes;
}

/** Whether a request for criteria is a path and not an id. */
function isPath(request: string): boolean {
  return /[/\\]/.test(request) || /\.ya?ml$/i.test(request);
}

async function builtinSource(id: string, period: string | null): Promise<Result<CriteriaSource>> {
  const catalog = await builtinCatalog();
  if (!catalog.ok) return catalog;
  const chosen = choose(catalog.value, id, period);
  if (!chosen.ok) return chosen;
  const folder = await criteriaFolder();
  const { file } = chosen.value.entry;
  const source = await sourceAt(join(folder ?? '', file), file);
  return source.ok ? { ...source, issues: [...chosen.issues, ...source.issues] } : source;
}

async function sourceAt(path: string, name: string): Promise<Result<CriteriaSource>> {
  const text = await readText(path, name);
  return text.ok ? parseCriteria(text.value, name) : text;
}

function periodUnder(source: CriteriaSource, id: string | null): Result<Period | null> {
  return id === null ? { ok: true, value: null, issues: [] } : periodOf(source.header, id);
}

/** The folder of the built-in criteria: beside `src` in a checkout, beside `dist` in a package. */
async function criteriaFolder(): Promise<string | null> {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (await exists(join(folder, MARKER))) return realpath(join(folder, dirname(MARKER)));
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

function isCriteriaFile(name: string): boolean {
  return name.endsWith('.yaml') && !name.endsWith('.cases.yaml');
}

/** The text of a file in a folder; `null` when a symbolic link leads out of the folder. */
async function textInside(folder: string, name: string): Promise<Result<string> | null> {
  const real = await realpath(join(folder, name));
  return real.startsWith(folder + sep) ? readText(real, name) : null;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function readText(path: string, name: string): Promise<Result<string>> {
  const bytes = await readBytes(path, MOST.criteria, name);
  if (!bytes.ok) return bytes;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
    return { ok: true, value: text, issues: [] };
  } catch {
    return failure([issue('data/not-utf8', { looksLike: null }, { position: { file: name } })]);
  }
}

/** Reads a file, or standard input, up to a limit: also what has no size, such as a pipe, is read in bounded memory. */
async function readBytes(path: string, megabytes: number, name = path): Promise<Result<Uint8Array>> {
  const stream: AsyncIterable<Uint8Array> = path === STDIN ? process.stdin : createReadStream(path);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > megabytes * MEGABYTE)
        return failure([issue('file/too-large', { limit: megabytes }, { position: { file: name } })]);
      chunks.push(chunk);
    }
  } catch (error) {
    return failure([await readFault(error, path, name)]);
  }
  return { ok: true, value: Buffer.concat(chunks), issues: [] };
}

async function readFault(error: unknown, path: string, name: string): Promise<Issue> {
  const details = { position: { file: name } };
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return issue('file/not-found', { nearest: await nearestFiles(path) }, details);
    case 'EISDIR':
      return issue('file/is-folder', {}, details);
    case 'EACCES':
    case 'EPERM':
      return issue('file/no-permission', {}, details);
    default:
      return issue('file/unreadable', { reason: code }, details);
  }
}

async function nearestFiles(path: string): Promise<readonly string[]> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  const near = nearestNames(basename(path), names);
  return folder === '.' ? near : near.map((name) => join(folder, name));
}

function withoutRepeats(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((found) => [JSON.stringify(found), found])).values()];
}

function failure(issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] } {
  const [first, ...rest] = issues;
  if (first === undefined) throw new RangeError('a failure needs an issue');
  return { ok: false, issues: [first, ...rest] };
}
