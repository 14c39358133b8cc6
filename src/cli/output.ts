import type { Issue } from '../messages/index.ts';

/** What a command puts out: at once, or in pieces that are worked out while they are written. */
export type Output = string | Uint8Array | AsyncIterable<string>;

/** Ends output in pieces that cannot be gone on with. */
export class OutputBroken extends Error {
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.code);
    this.issue = issue;
  }
}

/** Whether output comes in pieces. */
export function isInPieces(output: Output): output is AsyncIterable<string> {
  return typeof output === 'object' && Symbol.asyncIterator in output;
}
