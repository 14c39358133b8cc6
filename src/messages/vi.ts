import type { Messages } from './messages.ts';
import { viCli } from './vi-cli.ts';
import { viIssues } from './vi-issues.ts';
import { viPage } from './vi-page.ts';
import { viReport } from './vi-report.ts';
import { viDiff } from './vi-diff.ts';

/** Every sentence, in Vietnamese. */
export const vi: Messages = { issues: viIssues, page: viPage, cli: viCli, report: viReport, diff: viDiff };
