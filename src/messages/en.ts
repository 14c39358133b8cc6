import type { Messages } from './messages.ts';
import { enCli } from './en-cli.ts';
import { enIssues } from './en-issues.ts';
import { enPage } from './en-page.ts';
import { enReport } from './en-report.ts';
import { enDiff } from './en-diff.ts';

/** Every sentence, in English. */
export const en: Messages = { issues: enIssues, page: enPage, cli: enCli, report: enReport, diff: enDiff };
