import type { Issue } from '../messages/index.ts';

/** The sections that declare what the rest of a file names. */
const DECLARING: ReadonlySet<string> = new Set(['indicators', 'measures', 'criteria', 'classes', 'sources']);

/**
 * Faults without those that only follow from another: a key that is missing because it is misspelt, and all that is named
 * but not declared because the section that declares it is missing, misspelt or of another form.
 */
export function withoutFollowUps(issues: readonly Issue[]): readonly Issue[] {
  const misspelt = new Set(issues.flatMap(pathsMeant));
  const isSectionAtFault = issues.some(
    ({ code, path }) =>
      (code === 'criteria/missing-key' || code === 'criteria/wrong-form') && path !== null && DECLARING.has(path),
  );
  const isUndeclared = isSectionAtFault || [...misspelt].some((path) => DECLARING.has(path));
  return issues.filter(({ code, path }) => {
    switch (code) {
      case 'criteria/missing-key':
        return !misspelt.has(path ?? '');
      case 'formula/unknown-name':
      case 'criteria/unknown-id':
      case 'criteria/patch-hits-nothing':
        return !isUndeclared;
      default:
        return true;
    }
  });
}

/** Where the keys would stand that an unknown key may have been meant for. */
function pathsMeant(found: Issue): readonly string[] {
  if (found.code !== 'criteria/unknown-key' || found.path === null) return [];
  const above = found.path.slice(0, found.path.length - found.args.key.length);
  return found.args.nearest.map((key) => above + key);
}
