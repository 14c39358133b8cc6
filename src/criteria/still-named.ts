import { type Issue, issue, type Position } from '../messages/index.ts';
import type { Removed } from './overlay.ts';

/**
 * Tells of ids that a patch took out where the patch says so: what still names them may stand in another file.
 *
 * @param issues What was found with the patch laid on: names that nothing declares stand where they are named.
 */
export function withRemovalsTold(issues: readonly Issue[], removed: readonly Removed[]): readonly Issue[] {
  if (removed.length === 0) return issues;
  const places = new Map<string, { readonly at: Position; readonly named: Position[] }>();
  const others = issues.filter((found) => {
    const missed = missedIn(found, removed);
    if (missed === null) return true;
    const { id, at } = missed;
    const { named } = places.get(id) ?? { named: [] };
    places.set(id, { at, named: [...named, ...(found.position === null ? [] : [found.position])] });
    return false;
  });
  const told = [...places].map(([id, { at, named }]) =>
    issue('criteria/removed-but-named', { id, places: placeTexts(named) }, { position: at, received: id }),
  );
  return [...others, ...told];
}

/** What an issue misses that was taken out. */
function missedIn(found: Issue, removed: readonly Removed[]): { readonly id: string; readonly at: Position } | null {
  switch (found.code) {
    case 'criteria/unknown-id':
      return takenOut(found.args.id, removed);
    case 'formula/unknown-name':
      return takenOut(found.args.name, removed);
    case 'criteria/patch-hits-nothing':
      return takenOut(
        found.args.key,
        removed.filter(({ path }) => found.path === path || found.path?.startsWith(`${path}.`) === true),
      );
    default:
      return null;
  }
}

function takenOut(id: string, removed: readonly Removed[]) {
  const by = removed.find(({ ids }) => ids.includes(id));
  return by === undefined ? null : { id, at: by.at };
}

/** Each line once, in file order. */
function placeTexts(places: readonly Position[]): readonly string[] {
  const inOrder = places.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return [...new Set(inOrder.map(({ file, line }) => `${file}:${line ?? 1}`))];
}
