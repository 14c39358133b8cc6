import { type Issue, issue, withoutRepeats } from '../messages/index.ts';

/** How many faults of one file are shown. */
const MOST_ISSUES = 100;

/** The result of what did not work. @throws {RangeError} Without an issue. */
export function failure(issues: readonly Issue[]): {
  readonly ok: false;
  readonly issues: readonly [Issue, ...Issue[]];
} {
  const [first, ...rest] = inOrder(issues);
  if (first === undefined) throw new RangeError('a failure needs an issue');
  return { ok: false, issues: [first, ...rest] };
}

/** Each issue once, in file order, and no more than a person can use. */
export function inOrder(issues: readonly Issue[]): readonly Issue[] {
  const sorted = withoutRepeats(issues).toSorted((a, b) => lineOf(a) - lineOf(b) || columnOf(a) - columnOf(b));
  if (sorted.length <= MOST_ISSUES) return sorted;
  const more = issue('criteria/more-issues', { more: sorted.length - MOST_ISSUES });
  return [...sorted.slice(0, MOST_ISSUES), more];
}

function lineOf(found: Issue): number {
  return found.position?.line ?? 0;
}

function columnOf(found: Issue): number {
  return found.position?.column ?? 0;
}
