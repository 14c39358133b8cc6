import { runCases, thresholdCoverage } from '../cases/index.ts';
import type { Issue } from '../messages/index.ts';
import { builtinCases, loadCases, type LoadedCases } from '../node.ts';
import { type Tested, writeTestJson, writeTestReport } from '../report/index.ts';
import { VERSION } from '../version.ts';
import { failed } from './assessment.ts';
import type { Outcome, Request } from './request.ts';

/** `xasach test`: runs the cases beside criteria files; there is no way to write what came out as what is expected. */
export async function test(request: Request): Promise<Outcome> {
  const named = request.arguments.tested;
  const builtin = named.length > 0 ? null : await builtinCases();
  if (builtin !== null && !builtin.ok) return failed(builtin.issues);
  const loaded: LoadedCases[] = [];
  const issues: Issue[] = [];
  for (const id of builtin?.value ?? named) {
    const result = await loadCases(id);
    if (result.ok) loaded.push(result.value);
    else issues.push(...result.issues);
  }
  if (issues.length > 0) return failed(issues);
  const tested = loaded.map(runFile);
  const { style, format } = request;
  return {
    output: format === 'json' ? writeTestJson(tested, VERSION, style.lang) : writeTestReport(tested, style),
    issues: [],
    objected: tested.some(({ results }) => results.some(({ passed }) => !passed)),
    read: loaded.flatMap(({ read }) => read),
  };
}

function runFile({ cases, sets }: LoadedCases): Tested {
  const results = runCases(cases, sets);
  return { source: sets.source, cases, results, coverage: thresholdCoverage(results, sets) };
}
