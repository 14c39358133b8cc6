import { type Issue, issue, type IssueCode } from '../messages/index.ts';

/** How many issues of one kind are kept for one file unless told otherwise; the rest are counted. */
const KEPT_PER_KIND = 20;

/** Gathers the issues of one file. */
export interface Findings {
  readonly add: (found: Issue) => void;
  /** The first issues of every kind in file order, and how many more there are. */
  readonly list: () => readonly Issue[];
}

interface Kind {
  readonly first: Issue[];
  count: number;
}

/**
 * Gathers issues in whatever order they are found and keeps, of every kind, those that stand first in the file: a million
 * bad cells take no more memory than twenty.
 *
 * @param most How many of one kind are kept.
 */
export function gatherFindings(most = KEPT_PER_KIND): Findings {
  const kinds = new Map<IssueCode, Kind>();
  return {
    add(found) {
      const kind = kinds.get(found.code) ?? { first: [], count: 0 };
      kinds.set(found.code, kind);
      kind.count += 1;
      keepFirst(kind.first, found, most);
    },
    list: () => [...kinds.values()].flatMap(shown).sort(inFileOrder),
  };
}

/** Orders issues as a person meets them: the file as a whole, then line by line, from left to right. */
export function inFileOrder(a: Issue, b: Issue): number {
  const line = (a.position?.line ?? 0) - (b.position?.line ?? 0);
  return line !== 0 ? line : (a.position?.column ?? 0) - (b.position?.column ?? 0);
}

function keepFirst(first: Issue[], found: Issue, most: number): void {
  let place = first.length;
  for (
    let before = first[place - 1];
    before !== undefined && inFileOrder(found, before) < 0;
    before = first[place - 1]
  ) {
    place -= 1;
  }
  if (place === most) return;
  first.splice(place, 0, found);
  first.length = Math.min(first.length, most);
}

function shown({ first, count }: Kind): readonly Issue[] {
  const last = first.at(-1);
  if (last === undefined || count === first.length) return first;
  const args = { code: last.code, more: count - first.length, total: count };
  return [
    ...first,
    issue('data/more-of-the-same', args, { severity: last.severity, position: last.position, path: last.path }),
  ];
}
