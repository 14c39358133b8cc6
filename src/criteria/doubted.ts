import type { Issue } from '../messages/index.ts';
import { type Added, hitsNothing } from './overlay.ts';

/**
 * Tells of a node that a file adds, and that lacks what such a node needs, that it may have been meant for one of the set
 * that the file changes: `F3` for `F.3`.
 */
export function withDoubtsTold(issues: readonly Issue[], added: readonly Added[]): readonly Issue[] {
  const doubted = new Set<Added>();
  const others = issues.filter((found) => {
    const node = added.find((one) => lacks(found, one.path));
    if (node !== undefined) doubted.add(node);
    return node === undefined;
  });
  return [...others, ...[...doubted].map((node) => hitsNothing(node))];
}

/** Whether an issue says that the node at a path is not whole: a change of another need not be. */
function lacks({ code, path, args }: Issue, of: string): boolean {
  switch (code) {
    case 'criteria/missing-key':
      return path === `${of}.${'key' in args ? args.key : ''}`;
    case 'criteria/wrong-form':
      return path === of && 'expected' in args && args.expected === 'rule';
    default:
      return false;
  }
}
