import type { Issue } from './issue.ts';

/** A value with what was noticed on the way, or the reasons why there is none (at least one of them an error). */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] };
