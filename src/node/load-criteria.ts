import {
  type Choice,
  type CriteriaSet,
  type CriteriaSource,
  type Period,
  periodOf,
  resolveShipped,
  rollupIssues,
  sha256Hex,
  validityIssues,
} from '../criteria/index.ts';
import { hasError, type Issue, issue, refusal, requireText, type Result, withoutRepeats } from '../messages/index.ts';
import { readText } from './bytes.ts';
import { namedSource, sourceBelow } from './load-source.ts';

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
 * @throws {RangeError} For an id or a period that is no text.
 * @example
 * const loaded = await loadCriteria('vn-drug-free', { period: '2026' });
 * loaded.ok && loaded.value.set.id; // 'vn-drug-free@2025'
 */
export async function loadCriteria(
  idOrPath = DEFAULT_FAMILY,
  options: LoadOptions = {},
): Promise<Result<LoadedCriteria>> {
  requireText(idOrPath, 'criteria set');
  const source = await namedSource(idOrPath, options.period ?? null);
  if (!source.ok) return source;
  const overlaid = await withOverlays(source.value, options.overlays ?? []);
  return overlaid.ok ? resolved({ ...overlaid, issues: [...source.issues, ...overlaid.issues] }, options) : overlaid;
}

/** A sound source with its readings chosen, and the set below it where it has one; `above` are the sets that wait for it. */
export async function resolved(
  { value: source, issues: known }: Extract<Result<CriteriaSource>, { ok: true }>,
  options: LoadOptions,
  above: readonly string[] = [],
): Promise<Result<LoadedCriteria>> {
  const { id } = source.header;
  if (above.includes(id)) return refusal([issue('criteria/rolled-up-in-circle', { ids: [...above, id] })]);
  const period = periodUnder(source, options.period ?? null);
  if (!period.ok) return period;
  const below = await lowerSet(source, options, [...above, id]);
  if (!below.ok) return below;
  const lower = below.value;
  const chosen = lower === null ? options.readings : readingsOf(source, options.readings ?? {});
  const resolve = source.isShipped === true ? resolveShipped : (await reading()).resolveReadings;
  const set = resolve(source, chosen);
  if (!set.ok) return set;
  const misfits = lower === null ? [] : rollupIssues(set.value, lower.set);
  if (hasError(misfits)) return refusal(misfits);
  const issues = [...known, ...below.issues, ...validityIssues(source.header, period.value), ...set.issues];
  const whole = lower === null ? set.value : hangingOn(lower.set, set.value);
  return { ok: true, value: { set: whole, period: period.value, lower }, issues: withoutRepeats(issues) };
}

/** The set below: readings that this set does not know are meant for it. */
async function lowerSet(
  source: CriteriaSource,
  options: LoadOptions,
  above: readonly string[],
): Promise<Result<LoadedCriteria | null>> {
  const below = await sourceBelow(source, options.period ?? null);
  if (!below.ok) return refusal(below.issues.map((found) => askedBy(source.header.id, found)));
  if (below.value === null) return { ok: true, value: null, issues: [] };
  const own = new Set(source.readings.keys());
  const others = Object.entries(options.readings ?? {}).filter(([reading]) => !own.has(reading));
  const lower = { ...options, overlays: [], readings: Object.fromEntries(others) };
  return resolved({ ...below, value: below.value }, lower, above);
}

/** A period without a set of the family below: who asks for a set above cannot choose that one with `-c`. */
function askedBy(above: string, found: Issue): Issue {
  if (found.code !== 'period/none-in-force') return found;
  const { position, path, received } = found;
  return issue(found.code, { ...found.args, above }, { position, path, received });
}

function readingsOf(source: CriteriaSource, readings: Choice): Choice {
  return Object.fromEntries(Object.entries(readings).filter(([reading]) => source.readings.has(reading)));
}

/** A result above hangs on the text and the readings below as well: they are part of what was applied. */
function hangingOn(lower: CriteriaSet, set: CriteriaSet): CriteriaSet {
  return {
    ...set,
    sha256: sha256Hex(`${lower.sha256}\n${set.sha256}`),
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

function periodUnder(source: CriteriaSource, id: string | null): Result<Period | null> {
  return id === null ? { ok: true, value: null, issues: [] } : periodOf(source.header, id);
}
