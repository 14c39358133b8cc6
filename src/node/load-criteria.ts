import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type CatalogEntry,
  type Choice,
  choose,
  type ExtendedSet,
  type CriteriaSet,
  type CriteriaSource,
  type Period,
  periodOf,
  resolveShipped,
  rollupIssues,
  shippedSource,
  validityIssues,
} from '../criteria/index.ts';
import { hasError, type Issue, issue, type Result, withoutRepeats } from '../messages/index.ts';
import { isCriteriaFile } from './criteria-file.ts';
import { readText } from './bytes.ts';
import { failure } from './failure.ts';
import { criteriaFolder, textInside } from './package-folder.ts';
import { shippedIn } from './shipped.ts';

/** Loads what reads YAML, which the criteria that come with xasach do without. */
const reading = () => import('./reading.ts');

/** The family that is applied where none is named. */
const DEFAULT_FAMILY = 'vn-drug-free';

/** How a criteria set is to be applied. */
export interface LoadOptions {
  /** The period of assessment; without it, validity is not checked. */
  readonly period?: string | null;
  /** The chosen option of each reading; a reading not named has its default. */
  readonly readings?: Choice;
  /** Files of changes that are laid on the set, in order: a what-if on its rules. */
  readonly overlays?: readonly string[];
}

/** A criteria set ready to compile, and the period it is applied to. */
export interface LoadedCriteria {
  readonly set: CriteriaSet;
  readonly period: Period | null;
  /** The set whose units are rolled up into those of this one; `null` for a set of its own data. */
  readonly lower: LoadedCriteria | null;
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
  const source = await namedSource(idOrPath, options.period ?? null);
  if (!source.ok) return source;
  const overlaid = await withOverlays(source.value, options.overlays ?? []);
  return overlaid.ok ? resolved({ ...overlaid, issues: [...source.issues, ...overlaid.issues] }, options) : overlaid;
}

/** A sound source with its readings chosen, and the set below it where it has one. */
export async function resolved(
  { value: source, issues: known }: Extract<Result<CriteriaSource>, { ok: true }>,
  options: LoadOptions,
): Promise<Result<LoadedCriteria>> {
  const period = periodUnder(source, options.period ?? null);
  if (!period.ok) return period;
  const below = await lowerSet(source, options);
  if (!below.ok) return below;
  const lower = below.value;
  const chosen = lower === null ? options.readings : readingsOf(source, options.readings ?? {});
  const resolve = source.isShipped === true ? resolveShipped : (await reading()).resolveReadings;
  const set = resolve(source, chosen);
  if (!set.ok) return set;
  const misfits = lower === null ? [] : rollupIssues(set.value, lower.set);
  if (hasError(misfits)) return failure(misfits);
  const issues = [...known, ...below.issues, ...validityIssues(source.header, period.value), ...set.issues];
  const whole = lower === null ? set.value : withReadingsBelow(set.value, lower.set);
  return { ok: true, value: { set: whole, period: period.value, lower }, issues: withoutRepeats(issues) };
}

/** The set below: readings that this set does not know are meant for it. */
async function lowerSet(source: CriteriaSource, options: LoadOptions): Promise<Result<LoadedCriteria | null>> {
  const { from } = source.header;
  if (from === null) return { ok: true, value: null, issues: [] };
  const own = new Set(source.readings.keys());
  const others = Object.entries(options.readings ?? {}).filter(([reading]) => !own.has(reading));
  return loadCriteria(from.set, { ...options, overlays: [], readings: Object.fromEntries(others) });
}

function readingsOf(source: CriteriaSource, readings: Choice): Choice {
  return Object.fromEntries(Object.entries(readings).filter(([reading]) => source.readings.has(reading)));
}

/** A result above hangs on the readings below as well: they are part of what was applied. */
function withReadingsBelow(set: CriteriaSet, lower: CriteriaSet): CriteriaSet {
  return {
    ...set,
    chosen: { ...lower.chosen, ...set.chosen },
    readings: new Map([...lower.readings, ...set.readings]),
  };
}

async function withOverlays(source: CriteriaSource, paths: readonly string[]): Promise<Result<CriteriaSource>> {
  let laid = source;
  for (const path of paths) {
    const text = await readText(path, path);
    if (!text.ok) return text;
    const { layOverlay } = await reading();
    const next = layOverlay(laid, text.value, path);
    if (!next.ok) return next;
    laid = next.value;
  }
  return { ok: true, value: laid, issues: [] };
}

/** Reads a criteria set by its id or path; `extending` are those that wait for it. */
export async function namedSource(
  idOrPath: string,
  period: string | null,
  extending: readonly string[] = [],
): Promise<Result<CriteriaSource>> {
  if (isPath(idOrPath)) return sourceAt(idOrPath, idOrPath, extending);
  const source = await builtinSource(idOrPath, period, extending);
  const isNoSet = source.issues.some(({ code }) => code === 'criteria/bad-set-id' || code === 'criteria/unknown-set');
  const [file] = isNoSet ? await noCriteriaFile(idOrPath) : [];
  return file === undefined ? source : failure([file]);
}

/** What a name that is no id of a set stands for on the disk. */
async function noCriteriaFile(name: string): Promise<readonly Issue[]> {
  const entry = await stat(name).catch(() => null);
  if (entry === null) return [];
  const position = { file: name };
  return [
    entry.isDirectory() ? issue('file/is-folder', {}, { position }) : issue('criteria/file-ending', {}, { position }),
  ];
}

/** The headers of the criteria sets that come with xasach, in the order of their file names. */
export async function builtinCatalog(): Promise<Result<readonly CatalogEntry[]>> {
  return catalogOf('');
}

/** The headers of the sets whose file names begin so: all versions of a family begin with its name. */
async function catalogOf(beginning: string): Promise<Result<readonly CatalogEntry[]>> {
  const folder = await criteriaFolder();
  if (folder === null) return failure([issue('file/no-criteria-folder', {})]);
  const names = (await readdir(folder)).filter((name) => isCriteriaFile(name) && name.startsWith(beginning)).sort();
  const entries: CatalogEntry[] = [];
  const issues: Issue[] = [];
  for (const name of names) {
    const text = await textInside(folder, name);
    if (text === null) continue;
    const entry = text.ok ? await entryOf(text.value, name) : text;
    issues.push(...entry.issues);
    if (entry.ok) entries.push(entry.value);
  }
  return hasError(issues) ? failure(issues) : { ok: true, value: entries, issues };
}

async function entryOf(text: string, name: string): Promise<Result<CatalogEntry>> {
  const shipped = await shippedIn(text, name);
  if (shipped !== null) return { ok: true, value: { ...shipped.header, file: name }, issues: [] };
  return (await reading()).catalogEntry(text, name);
}

/** Whether a request for criteria is a path and not an id. */
export function isPath(request: string): boolean {
  return /[/\\]/.test(request) || /\.ya?ml$/i.test(request);
}

async function builtinSource(
  id: string,
  period: string | null,
  extending: readonly string[],
): Promise<Result<CriteriaSource>> {
  const [family = ''] = id.split('@');
  const versions = await catalogOf(family);
  if (!versions.ok) return versions;
  // Only a name that is nowhere needs all the others, to offer the nearest.
  const isKnown = versions.value.some((entry) => entry.family === family);
  const catalog = isKnown ? versions : await builtinCatalog();
  if (!catalog.ok) return catalog;
  const chosen = choose(catalog.value, id, period);
  if (!chosen.ok) return chosen;
  const folder = await criteriaFolder();
  const { file } = chosen.value.entry;
  const source = await sourceAt(join(folder ?? '', file), file, extending, true);
  return source.ok ? { ...source, issues: [...chosen.issues, ...source.issues] } : source;
}

/** Reads a criteria file and the sets it extends; `extending` are those that wait for it. */
export async function sourceAt(
  path: string,
  name: string,
  extending: readonly string[] = [],
  isShipped = false,
): Promise<Result<CriteriaSource>> {
  const text = await readText(path, name);
  return text.ok ? sourceOf(text.value, name, extending, isShipped, path) : text;
}

/** Parses the text of a criteria file with the sets it extends, which may stand beside the file at `path`. */
export async function sourceOf(
  text: string,
  name: string,
  extending: readonly string[] = [],
  isShipped = false,
  path = name,
): Promise<Result<CriteriaSource>> {
  const shipped = isShipped ? await shippedIn(text, name) : null;
  if (shipped !== null) return { ok: true, value: shippedSource(shipped, text, name), issues: [] };
  const { extendedSet, parseShipped, parseSource, statedId } = await reading();
  const extended = extendedSet(text, name);
  if (extended === null) return isShipped ? parseShipped(text, name) : parseSource(text, name);
  const { id, at } = extended;
  if (statedId(text, name) === id)
    return failure([issue('criteria/extends-itself', { ids: [id, id] }, { position: at, received: id })]);
  const base = await baseOf(extended, path, name, extending);
  return base.ok ? parseSource(text, name, { base: base.value }) : base;
}

/** The set a file extends: from a file beside it, or else a built-in one. */
async function baseOf(
  { id, at }: ExtendedSet,
  path: string,
  name: string,
  extending: readonly string[],
): Promise<Result<CriteriaSource>> {
  const waiting = [...extending, id];
  if (extending.includes(id)) return failure([issue('criteria/extends-itself', { ids: waiting }, { position: at })]);
  const { fileBeside, fileNameOf } = await import('./beside.ts');
  const beside = await fileBeside(path, id);
  if (!beside.ok) return failure(beside.issues.map((found) => ({ ...found, position: at })));
  if (beside.value !== null) {
    return sourceAt(join(dirname(path), beside.value), join(dirname(name), beside.value), waiting);
  }
  const builtin = await builtinSource(id, null, waiting);
  const [first] = builtin.issues;
  if (builtin.ok || first?.code !== 'criteria/unknown-set') return builtin;
  const args = { id, file: join(dirname(name), fileNameOf(id)), nearest: first.args.nearest };
  return failure([issue('criteria/base-not-found', args, { position: at, received: id })]);
}

function periodUnder(source: CriteriaSource, id: string | null): Result<Period | null> {
  return id === null ? { ok: true, value: null, issues: [] } : periodOf(source.header, id);
}
