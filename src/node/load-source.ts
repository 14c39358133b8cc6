import { readdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { type CatalogEntry, child, choose, type CriteriaSource, isPath, shippedSource } from '../criteria/index.ts';
import { type Issue, issue, type Position, refusal, type Result, unlessFaulty } from '../messages/index.ts';
import { isCriteriaFile } from './criteria-file.ts';
import { readText } from './bytes.ts';
import { criteriaFolder, textInside } from './package-folder.ts';
import { shippedIn } from './shipped.ts';

/** Loads what reads YAML, which the criteria that come with xasach do without. */
const reading = () => import('./reading.ts');

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
  return file === undefined ? source : refusal([file]);
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

/**
 * The headers of the criteria sets that come with xasach, in the order of their file names.
 *
 * @example
 * const sets = await builtinCatalog();
 * sets.ok && sets.value.find(({ id }) => id === 'vn-drug-free@2025')?.unit; // 'commune'
 */
export async function builtinCatalog(): Promise<Result<readonly CatalogEntry[]>> {
  return catalogOf('');
}

/** The headers of the sets whose file names begin so: all versions of a family begin with its name. */
async function catalogOf(beginning: string): Promise<Result<readonly CatalogEntry[]>> {
  const folder = await criteriaFolder();
  if (folder === null) return refusal([issue('file/no-criteria-folder', {})]);
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
  return unlessFaulty(entries, issues);
}

async function entryOf(text: string, name: string): Promise<Result<CatalogEntry>> {
  const shipped = await shippedIn(text, name);
  if (shipped !== null) return { ok: true, value: { ...shipped.header, file: name }, issues: [] };
  return (await reading()).catalogEntry(text, name);
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
    return refusal([issue('criteria/extends-itself', { ids: [id, id] }, { position: at, received: id })]);
  if (extending.includes(id))
    return refusal([issue('criteria/extends-itself', { ids: [...extending, id] }, { position: at })]);
  const base = await besideOrBuiltin({ id, at, rollsUp: false }, path, name, null, [...extending, id]);
  return base.ok ? parseSource(text, name, { base: base.value }) : base;
}

/**
 * The set whose units a set rolls up: by its id from a file beside the one that names it or else a built-in one, or by a path
 * from the folder of that file.
 *
 * @param path Where the file of the set is.
 * @returns The lower set; `null` of a set that has data of its own.
 */
export async function sourceBelow(
  { header: { from }, tree, file, isShipped }: CriteriaSource,
  period: string | null,
  path = file,
): Promise<Result<CriteriaSource | null>> {
  if (from === null) return { ok: true, value: null, issues: [] };
  const at = child(child(tree, 'from'), 'set')?.at ?? tree.at;
  if (isShipped === true) return builtinSource(from.set, period, []);
  // What a set takes over from another is meant from the folder of that one.
  const [place, name] = at.file === file ? [path, file] : [at.file, at.file];
  if (!isPath(from.set)) return besideOrBuiltin({ id: from.set, at, rollsUp: true }, place, name, period, []);
  const inFolder = (named: string): string => (isAbsolute(from.set) ? from.set : join(dirname(named), from.set));
  return sourceAt(inFolder(place), inFolder(name));
}

/** A set that a file names: the one it extends, or whose units it rolls up. */
interface Named {
  readonly id: string;
  readonly at: Position;
  readonly rollsUp: boolean;
}

/**
 * The set that a file names: from a file beside it, or else a built-in one.
 *
 * @param path Where the file is, and `name` what messages call it.
 * @param period Chooses among the versions of a built-in family that is named without one.
 */
async function besideOrBuiltin(
  { id, at, rollsUp }: Named,
  path: string,
  name: string,
  period: string | null,
  waiting: readonly string[],
): Promise<Result<CriteriaSource>> {
  const { fileBeside, fileNameOf } = await import('./beside.ts');
  const beside = await fileBeside(path, id);
  if (!beside.ok) return refusal(beside.issues.map((found) => ({ ...found, position: at })));
  if (beside.value !== null) {
    return sourceAt(join(dirname(path), beside.value), join(dirname(name), beside.value), waiting);
  }
  const builtin = await builtinSource(id, period, waiting);
  const [first] = builtin.issues;
  if (builtin.ok || first?.code !== 'criteria/unknown-set') return builtin;
  const args = { id, rollsUp, file: join(dirname(name), fileNameOf(id)), nearest: first.args.nearest };
  return refusal([issue('criteria/base-not-found', args, { position: at, received: id })]);
}
