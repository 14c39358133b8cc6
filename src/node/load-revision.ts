import { access } from 'node:fs/promises';
import { type CriteriaSource, resolvedTree, type Tree } from '../criteria/index.ts';
import { refusal, requireText, type Result, withoutRepeats } from '../messages/index.ts';
import { type LoadedCriteria, type LoadOptions, resolved } from './load-criteria.ts';
import { namedSource, sourceOf } from './load-source.ts';

/** A criteria set with the tree it was read from, which knows the place of every value. */
export interface Revision {
  readonly loaded: LoadedCriteria;
  readonly tree: Tree;
}

/**
 * Loads one side of a comparison: a built-in set by its id, a file, or a file as it stood in git history.
 *
 * @param request An id or a path as for `loadCriteria`, or `REVISION:path`: `main:criteria/ours.yaml`.
 * @throws {RangeError} For a request that is no text.
 * @example (await loadRevision('kon-tum-model@2')).ok // true
 */
export async function loadRevision(
  request: string,
  options: Pick<LoadOptions, 'readings'> = {},
): Promise<Result<Revision>> {
  requireText(request, 'criteria set');
  const source = await sourceAsked(request);
  if (!source.ok) return source;
  const plain = await resolved(source, {});
  if (!plain.ok) return plain;
  // The readings of a set above are its own and those of the sets below it.
  const { readings } = plain.value.set;
  const own = Object.entries(options.readings ?? {}).filter(([reading]) => readings.has(reading));
  const loaded = own.length === 0 ? plain : await resolved(source, { readings: Object.fromEntries(own) });
  if (!loaded.ok) return loaded;
  const tree = resolvedTree(source.value, loaded.value.set.chosen);
  // Without a period there is nothing whose validity could have been checked.
  const issues = withoutRepeats(loaded.issues).filter(({ code }) => !code.startsWith('period/'));
  return { ok: true, value: { loaded: loaded.value, tree }, issues };
}

async function sourceAsked(request: string): Promise<Result<CriteriaSource>> {
  if (!request.includes(':') || (await isThere(request))) return namedSource(request, null);
  const { recordedIn, recordedText } = await import('./git.ts');
  const recorded = recordedIn(request);
  if (recorded === null) return namedSource(request, null);
  const text = await recordedText(recorded);
  if (!text.ok) return refusal(text.issues);
  return sourceOf(text.value, request);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
