import { hasError, type Issue } from './issue.ts';
import type { Result } from './result.ts';

/** What could not be done, and why. @throws {RangeError} Without an issue to say why. */
export function refusal(issues: readonly Issue[]): Extract<Result<never>, { readonly ok: false }> {
  const [first, ...rest] = issues;
  if (first === undefined) throw new RangeError('a refusal needs an issue');
  return { ok: false, issues: [first, ...rest] };
}

/** A value with what was noticed on the way, unless something was found that forbids it. */
export function unlessFaulty<T>(value: T, issues: readonly Issue[]): Result<T> {
  return hasError(issues) ? refusal(issues) : { ok: true, value, issues };
}
