import { type Issue, type Lang, sentence } from '../../messages/index.ts';
import { harmlessJson } from '../plain/harmless.ts';

/** The format of a list of issues; what it holds is only ever added to. */
export const ISSUES_FORMAT = 'xasach/issues@1';

/** What `xasach lint -f json` writes: every issue as data, and its sentence in the language of the reader. */
export function writeIssuesJson(issues: readonly Issue[], lang: Lang): string {
  const told = issues.map((found) => ({ ...found, message: sentence(found, lang) }));
  return `${harmlessJson(JSON.stringify({ format: ISSUES_FORMAT, issues: told }, null, 2))}\n`;
}
