import { type Issue, issue, refusal, withoutRepeats } from '../messages/index.ts';

/** How many faults of one file are shown. */
const MOST_ISSUES = 100;

/** Why a file could not be read, in its order. @throws {RangeError} Without an issue to say why. */
export function failure(issues: readonly Issue[]): ReturnType<typeof refusal> {
  return refusal(inOrder(issues));
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
