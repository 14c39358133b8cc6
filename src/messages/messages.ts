import type { CliMessages } from './cli-messages.ts';
import type { DiffMessages } from './diff-messages.ts';
import type { IssueArgs, IssueCode, IssueOf } from './issue.ts';
import type { PageMessages } from './page-messages.ts';
import type { ReportMessages } from './report-messages.ts';

/**
 * Everything a person reads, in one language. `vi.ts` and `en.ts` are two values of this type, so the compiler refuses a
 * missing sentence. A sentence is a plain string or a function of data; numbers come as exact decimal strings.
 */
export interface Messages {
  /** One or two short sentences by issue code: what is wrong, and what to do about it. The place is shown apart. */
  readonly issues: { readonly [C in IssueCode]: (args: IssueArgs[C], issue: IssueOf<C>) => string };
  readonly report: ReportMessages;
  /** The HTML report. */
  readonly page: PageMessages;
  /** What changed between two criteria sets. */
  readonly diff: DiffMessages;
  /** Help and other texts of the command line. */
  readonly cli: CliMessages;
}
