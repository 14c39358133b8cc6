import type { Issue, Result } from '../messages/index.ts';

/** What could not be done, and why. @throws {RangeError} Without an issue to say why. */
export function refusal(issues: readonly Issue[]): Result<never> {
  const [first, ...rest] = issues;
  if (first === undefined) throw new RangeError('a refusal needs an issue');
  return { ok: false, issues: [first, ...rest] };
}
