import { lintSet } from '../lint/index.ts';
import { type Issue, messagesIn } from '../messages/index.ts';
import { builtinIds, createLintLoader } from '../node.ts';
import { writeIssues, writeIssuesJson } from '../report/index.ts';
import { failed, objectsTo } from './assessment.ts';
import type { Outcome, Request } from './request.ts';

/** `xasach lint`: what is wrong with criteria files; faults that keep one from loading are part of its result. */
export async function lint(request: Request): Promise<Outcome> {
  const { style, format, options } = request;
  const asked = await askedFor(request);
  if (!asked.ok) return failed(asked.issues);
  const issues: Issue[] = [];
  const { load } = createLintLoader(asked.value);
  for (const idOrPath of asked.value) {
    const loaded = await load(idOrPath, options.readings);
    if (!loaded.ok && !loaded.issues.some(isCriteriaFault)) return failed(loaded.issues);
    issues.push(...loaded.issues, ...(loaded.ok ? lintSet(loaded.value.set, loaded.value.context) : []));
  }
  const page = issues.length === 0 ? `${messagesIn(style.lang).cli.soundCriteria}\n` : writeIssues(issues, style);
  return {
    output: format === 'json' ? writeIssuesJson(issues, style.lang) : page,
    issues: [],
    objected: objectsTo(issues, options.failOn),
    read: asked.value,
  };
}

/** All built-in sets unless some are named. Of `criteria/*.yaml` the cases stand for the criteria they lie beside. */
async function askedFor({ arguments: { linted } }: Request): ReturnType<typeof builtinIds> {
  const named = linted.map((name) => name.replace(/\.cases\.ya?ml$/i, '.yaml'));
  return named.length > 0 ? { ok: true, value: [...new Set(named)], issues: [] } : builtinIds();
}

/** A fault within a criteria file, and not of the request for one. */
function isCriteriaFault({ position, code }: Issue): boolean {
  return position !== null && !code.startsWith('file/');
}
