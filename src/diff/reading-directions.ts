import type { Change, Direction, Sets } from './change.ts';

/** Another answer to an ambiguous clause goes the way of what it changes, which is told at its own place as well. */
export function withReadingDirections(changes: readonly Change[], { base, revision }: Sets): readonly Change[] {
  const touched = [...base.overridden, ...revision.overridden].map(({ path }) => withoutGroups(path));
  const directions = changes.flatMap((change) => {
    const paths = change.path.split(', ');
    const isTouched = paths.some((path) => touched.some((own) => isWithin(own, path) || isWithin(path, own)));
    return isTouched ? [change.direction] : [];
  });
  const direction = joined(directions);
  return changes.map((change) =>
    change.id === 'reading-changed' && change.path.endsWith('.default') ? { ...change, direction } : change,
  );
}

/** `criteria.A.parts.A.1.test` is `criteria.A.1.test` in the path of a change. */
function withoutGroups(path: string): string {
  return path.replace(/^criteria\..*\.parts\./u, 'criteria.');
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

function joined(directions: readonly Direction[]): Direction {
  const told = new Set(directions.filter((own) => own !== 'none'));
  const [only = 'none'] = told;
  return told.size > 1 ? 'either' : only;
}
