import { readdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type Choice, type CriteriaSet, type CriteriaSource, isPath, resolveReadings } from '../criteria/index.ts';
import type { LintContext } from '../lint/index.ts';
import { type Issue, issue, refusal, type Result, withoutRepeats } from '../messages/index.ts';
import { isCriteriaFile } from './criteria-file.ts';
import { readText } from './bytes.ts';
import { loadCriteria } from './load-criteria.ts';
import { builtinCatalog, namedSource, sourceAt } from './load-source.ts';
import { criteriaFolder } from './package-folder.ts';

/** A set with all that lint wants to know about it. */
export interface LintedCriteria {
  readonly set: CriteriaSet;
  readonly context: LintContext;
}

/** Loads sets for lint; what stands beside them is read once. */
export interface LintLoader {
  /** @param idOrPath A built-in set by its id, or a file. */
  readonly load: (idOrPath: string, readings: Choice) => Promise<Result<LintedCriteria>>;
}

/**
 * The ids of all built-in sets.
 *
 * @example
 * const ids = await builtinIds();
 * ids.ok && ids.value.includes('vn-drug-free@2025'); // true
 */
export async function builtinIds(): Promise<Result<readonly string[]>> {
  const catalog = await builtinCatalog();
  return catalog.ok ? { ...catalog, value: catalog.value.map(({ id }) => id) } : catalog;
}

/**
 * A loader for one run of lint.
 *
 * @param named What is linted in this run: a file of it stands for another file or a built-in set with its id.
 * @example
 * const linted = await createLintLoader().load('vn-drug-free@2025', {});
 * linted.ok && lintSet(linted.value.set, linted.value.context).length; // 0
 */
export function createLintLoader(named: readonly string[] = []): LintLoader {
  const sets = new Map<string, Promise<CriteriaSet | null>>();
  const setAt = (path: string): Promise<CriteriaSet | null> => {
    const known = sets.get(path) ?? readSet(path);
    sets.set(path, known);
    return known;
  };

  async function load(idOrPath: string, readings: Choice): Promise<Result<LintedCriteria>> {
    const loaded = await loadCriteria(idOrPath, { readings });
    if (!loaded.ok) return loaded;
    const source = await namedSource(idOrPath, null);
    if (!source.ok) return source;
    const own = Object.entries(readings).filter(([reading]) => source.value.readings.has(reading));
    const set = resolveReadings(source.value, Object.fromEntries(own));
    if (!set.ok) return set;
    const builtin = await criteriaFolder();
    if (builtin === null) return refusal([issue('file/no-criteria-folder', {})]);
    const folder = isPath(idOrPath) ? dirname(idOrPath) : builtin;
    // Of sets with the same id the last one counts.
    const lying = new Set([...(await filesIn(builtin)), ...(await filesIn(folder))]);
    const around = [...lying, ...named.filter(isPath).map((path) => resolve(path))];
    const beside = await Promise.all((await naming(set.value.family, around)).map(setAt));
    const context = contextOf(
      set.value,
      source.value,
      beside.flatMap((other) => other ?? []),
      await hasCases(folder, source.value),
    );
    return { ok: true, value: { set: set.value, context }, issues: withoutRepeats(loaded.issues.filter(isLasting)) };
  }

  return { load };
}

/** What does not hang on the period a set is applied to. */
function isLasting({ code }: Issue): boolean {
  return !code.startsWith('period/');
}

function contextOf(
  set: CriteriaSet,
  source: CriteriaSource,
  beside: readonly CriteriaSet[],
  cases: boolean,
): LintContext {
  const others = new Map(beside.filter(({ id }) => id !== set.id).map((other) => [other.id, other]));
  const isAbove = ({ from }: CriteriaSet): boolean => from !== null && [set.family, set.id].includes(from.set);
  return {
    source,
    versions: [...others.values()].filter(({ family }) => family === set.family),
    above: [...others.values()].filter(isAbove),
    hasCases: cases,
  };
}

async function hasCases(folder: string, { file }: CriteriaSource): Promise<boolean> {
  const names: readonly string[] = await readdir(folder).catch(() => []);
  return names.includes(basename(file).replace(/\.ya?ml$/i, '.cases.yaml'));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names: readonly string[] = await readdir(folder).catch(() => []);
  return names
    .filter(isCriteriaFile)
    .toSorted()
    .map((name) => resolve(folder, name));
}

/** Those files that name a family: other versions of it, and sets above it. */
async function naming(family: string, paths: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(paths.map(async (path) => ({ path, text: await readText(path) })));
  return texts.flatMap(({ path, text }) => (text.ok && text.value.includes(family) ? [path] : []));
}

/** A set under its defaults; `null` where it cannot be read: its own faults are told when it is linted itself. */
async function readSet(path: string): Promise<CriteriaSet | null> {
  const source = await sourceAt(path, basename(path));
  const set = source.ok ? resolveReadings(source.value) : source;
  return set.ok ? set.value : null;
}
