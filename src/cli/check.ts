import { hasError, messagesIn } from '../messages/index.ts';
import { writeIssues, writeIssuesJson } from '../report/index.ts';
import { assessFiles, failed, filesOf } from './assessment.ts';
import type { Outcome, Request } from './commands.ts';
import { isDataFault } from './exit-code.ts';

/** `xasach check`: what is wrong with the data; faults of the data are its result, faults of the criteria are not. */
export async function check(request: Request): Promise<Outcome> {
  const { issues } = await assessFiles(request);
  const obstacles = issues.filter((found) => found.severity === 'error' && !isDataFault(found));
  if (obstacles.length > 0) return failed(obstacles);
  const { style, format, options } = request;
  const hasWarning = issues.some(({ severity }) => severity === 'warning');
  const page = issues.length === 0 ? `${messagesIn(style.lang).cli.nothingFound}\n` : writeIssues(issues, style);
  return {
    output: format === 'json' ? writeIssuesJson(issues, style.lang) : page,
    issues: [],
    objected: hasError(issues) || (options.failOn.has('warning') && hasWarning),
    read: filesOf(request),
  };
}
