import type { Issue } from '../../messages/index.ts';

/** What kind of fault an issue is: issues of one kind say the same of other places. Each check of data is a kind of its own. */
export function kindOfIssue(found: Issue): string {
  switch (found.code) {
    case 'data/more-of-the-same':
      return `${found.severity} ${found.args.code}`;
    case 'data/check-failed':
      return `${found.severity} ${found.code} ${found.args.rule}`;
    default:
      return `${found.severity} ${found.code}`;
  }
}

/** How many faults issues stand for: some count those that were not kept. */
export function faultsIn(issues: readonly Issue[]): number {
  return issues.reduce((sum, found) => sum + (found.code === 'data/more-of-the-same' ? found.args.more : 1), 0);
}
