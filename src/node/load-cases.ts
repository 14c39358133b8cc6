import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cases, checkCases, parseCases, type Sets } from '../cases/index.ts';
import { choose, type CriteriaSource, isPath, resolveReadings, rollupIssues } from '../criteria/index.ts';
import { hasError, issue, refusal, requireText, type Result } from '../messages/index.ts';
import { readText } from './bytes.ts';
import { builtinCatalog, sourceAt, sourceBelow } from './load-source.ts';
import { criteriaFolder } from './package-folder.ts';

const CRITERIA_ENDING = /(\.cases)?\.ya?ml$/i;
const CASES_ENDING = '.cases.yaml';

/** A cases file with the criteria it stands beside. */
export interface LoadedCases {
  readonly cases: Cases;
  readonly sets: Sets;
  /** The files that were read. */
  readonly read: readonly string[];
}

/**
 * Loads the cases beside a criteria file, `NAME.cases.yaml` beside `NAME.yaml`, with the criteria they are for.
 *
 * @param idOrPath The id of a built-in set, or the path of a criteria file or of a cases file.
 * @returns Cases that fit their criteria, or everything that is wrong with either.
 * @throws {RangeError} For what is no text.
 * @example
 * const loaded = await loadCases('vn-drug-free@2025');
 * loaded.ok && loaded.value.cases.criteria.name; // 'vn-drug-free@2025'
 */
export async function loadCases(idOrPath: string): Promise<Result<LoadedCases>> {
  requireText(idOrPath, 'criteria set');
  const place = isPath(idOrPath) ? beside(idOrPath, idOrPath) : await builtinPlace(idOrPath);
  if ('issues' in place) return refusal(place.issues);
  const [text, sets] = [await casesText(place), await setsAt(place)];
  if (!text.ok) return refusal([...text.issues, ...(sets.ok ? [] : sets.issues)]);
  const cases = parseCases(text.value, place.casesName);
  if (!sets.ok) return refusal([...sets.issues, ...(cases.ok ? [] : cases.issues)]);
  if (!cases.ok) return cases;
  const misfits = checkCases(cases.value, sets.value);
  if (hasError(misfits)) return refusal(misfits);
  return { ok: true, value: { cases: cases.value, sets: sets.value, read: [place.criteria, place.cases] }, issues: [] };
}

/**
 * The ids of the built-in criteria sets that have cases beside them.
 *
 * @example
 * const ids = await builtinCases();
 * ids.ok && ids.value.includes('vn-drug-free@2025'); // true
 */
export async function builtinCases(): Promise<Result<readonly string[]>> {
  const catalog = await builtinCatalog();
  if (!catalog.ok) return catalog;
  const names = new Set(await readdir((await criteriaFolder()) ?? '.'));
  const ids = catalog.value.filter(({ file }) => names.has(casesName(file))).map(({ id }) => id);
  return ids.length === 0 ? refusal([issue('cases/none', {})]) : { ok: true, value: ids, issues: [] };
}

/** A pair of files, and what messages call them. */
interface Place {
  readonly criteria: string;
  readonly criteriaName: string;
  readonly cases: string;
  readonly casesName: string;
}

function beside(path: string, name: string): Place {
  const own = (text: string): string => (/\.cases\.ya?ml$/i.test(text) ? text.replace(CRITERIA_ENDING, '.yaml') : text);
  return { criteria: own(path), criteriaName: own(name), cases: casesName(path), casesName: casesName(name) };
}

function casesName(file: string): string {
  return file.replace(CRITERIA_ENDING, CASES_ENDING);
}

async function builtinPlace(id: string): Promise<Place | Extract<Result<never>, { ok: false }>> {
  const catalog = await builtinCatalog();
  if (!catalog.ok) return catalog;
  const chosen = choose(catalog.value, id, null);
  if (!chosen.ok) return chosen;
  const { file } = chosen.value.entry;
  return beside(join((await criteriaFolder()) ?? '', file), file);
}

async function casesText({ cases, casesName: name }: Place): Promise<Result<string>> {
  const isThere = await access(cases).then(
    () => true,
    () => false,
  );
  return isThere ? readText(cases, name) : refusal([issue('cases/no-file', { file: name })]);
}

async function setsAt({ criteria, criteriaName }: Place): Promise<Result<Sets>> {
  const source = await sourceAt(criteria, criteriaName);
  if (!source.ok) return source;
  const below = await sourceBelow(source.value, null, criteria);
  if (!below.ok) return below;
  if (below.value === null) return { ok: true, value: { source: source.value, below: null }, issues: [] };
  return fitting(source.value, below.value);
}

/** A set with the one below it, when its roll-ups fit that one. */
function fitting(source: CriteriaSource, below: CriteriaSource): Result<Sets> {
  const [upper, lower] = [resolveReadings(source), resolveReadings(below)];
  if (!upper.ok) return upper;
  if (!lower.ok) return lower;
  const misfits = rollupIssues(upper.value, lower.value);
  return hasError(misfits) ? refusal(misfits) : { ok: true, value: { source, below }, issues: [] };
}
