import { type Issue, issue, nearestNames, requireList, requireText, type Result } from '../messages/index.ts';
import { FORMS } from './forms.ts';
import type { Header } from './header.ts';
import { isInForce, type Period, periodOf, validityIssues } from './period.ts';
import { compareVersions } from './version-order.ts';

/** A criteria file as a catalog lists it. */
export interface CatalogEntry extends Header {
  readonly file: string;
}

/** The set a request means, and the days of the period under its rule. */
export interface Chosen {
  readonly entry: CatalogEntry;
  readonly period: Period | null;
}

/** Whether a request for criteria is a path and not an id. */
export function isPath(request: string): boolean {
  return /[/\\]/.test(request) || /\.ya?ml$/i.test(request);
}

/**
 * Chooses the set to apply: a period belongs to the set that is in force at its end.
 *
 * @param entries The sets at hand.
 * @param request `family` for the version in force, `family@version` for that one.
 * @param period The period's id, or `null`: then the newest version, with a warning that validity was not checked.
 * @returns The set with its period and what should be known before it is applied.
 * @throws {RangeError} For entries that are no list, and for a request or a period that is no text.
 * @example
 * const chosen = choose(entries, 'example', '2025');
 * chosen.ok && chosen.value.entry.id; // 'example@1'
 */
export function choose(entries: readonly CatalogEntry[], request: string, period: string | null): Result<Chosen> {
  requireList(entries, 'catalog entries');
  requireText(request, 'criteria set');
  const [family = '', version, ...more] = request.split('@');
  if (!FORMS.family.test(family) || more.length > 0 || (version !== undefined && !FORMS.version.test(version))) {
    return failure(issue('criteria/bad-set-id', {}, { received: request }));
  }
  const named = entries.filter(
    (entry) => entry.family === family && (version === undefined || entry.version === version),
  );
  const [first, ...others] = named;
  if (first === undefined) return failure(unknownSet(request, entries));
  if (version !== undefined) {
    return others.length > 0
      ? failure(issue('criteria/set-twice', { id: first.id, files: named.map(({ file }) => file) }))
      : withPeriod(first, period);
  }
  return period === null ? accepted(newest(first, others), null) : chooseInForce(named, family, period);
}

/** Drafts are chosen by their family only where nothing better is in force. */
function chooseInForce(versions: readonly CatalogEntry[], family: string, id: string): Result<Chosen> {
  const dated = versions.flatMap((entry) => {
    const result = periodOf(entry, id);
    return result.ok ? [{ entry, period: result.value }] : [];
  });
  const [some] = dated;
  if (some === undefined) return failure(issue('period/unknown-form', {}, { received: id }));
  const holding = dated.filter(({ entry, period }) => isInForce(entry, period.to));
  const issued = holding.filter(({ entry }) => entry.status !== 'draft');
  const [first, ...others] = issued.length > 0 ? issued : holding;
  if (first === undefined) {
    const { from, to } = some.period;
    return failure(
      issue(
        'period/none-in-force',
        { family, from, to, known: versions.map(({ id: set, effective }) => ({ set, ...effective })), above: null },
        { received: id },
      ),
    );
  }
  if (others.length > 0)
    return failure(
      severalOf(
        [first, ...others].map(({ entry }) => entry),
        first.period.to,
      ),
    );
  return accepted(first.entry, first.period);
}

function withPeriod(entry: CatalogEntry, id: string | null): Result<Chosen> {
  if (id === null) return accepted(entry, null);
  const period = periodOf(entry, id);
  return period.ok ? accepted(entry, period.value) : period;
}

function accepted(entry: CatalogEntry, period: Period | null): Result<Chosen> {
  return { ok: true, value: { entry, period }, issues: validityIssues(entry, period) };
}

/** The version that took effect last; between drafts and others, never a draft. */
function newest(first: CatalogEntry, others: readonly CatalogEntry[]): CatalogEntry {
  return others.reduce((best, entry) => (byAge(entry, best) > 0 ? entry : best), first);
}

function byAge(a: CatalogEntry, b: CatalogEntry): number {
  return Number(b.status === 'draft') - Number(a.status === 'draft') || compareVersions(a, b);
}

function unknownSet(request: string, entries: readonly CatalogEntry[]): Issue {
  const known = entries.map(({ id }) => id);
  const families = [...new Set(entries.map(({ family }) => family))];
  const nearest = nearestNames(request, [...known, ...families]);
  return issue('criteria/unknown-set', { id: request, known, nearest }, { received: request });
}

function severalOf(entries: readonly CatalogEntry[], to: string): Issue {
  return issue('period/several-in-force', { to, sets: entries.map(({ id, file }) => `${id} (${file})`) });
}

function failure(found: Issue): Result<never> {
  return { ok: false, issues: [found] };
}
