import type { Issue } from '../messages/index.ts';

/** A result without a value. @throws {RangeError} Without an issue to say why. */
export function failure(issues: readonly Issue[]): {
  readonly ok: false;
  readonly issues: readonly [Issue, ...Issue[]];
} {
  const [first, ...rest] = issues;
  if (first === undefined) throw new RangeError('a failure needs an issue');
  return { ok: false, issues: [first, ...rest] };
}
