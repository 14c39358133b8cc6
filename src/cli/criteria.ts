import { builtinCatalog, loadCriteria } from '../node.ts';
import { writeCriteriaList, writeCriteriaPage } from '../report/index.ts';
import { failed } from './assessment.ts';
import type { Outcome, Request } from './request.ts';
import { withoutPeriodNeeded } from './understand.ts';

/** `xasach criteria`: the sets at hand, or one of them as a person reads it. */
export async function criteria(request: Request): Promise<Outcome> {
  const [asked] = request.arguments.set;
  if (asked === undefined) {
    const catalog = await builtinCatalog();
    if (!catalog.ok) return failed(catalog.issues);
    return {
      output: writeCriteriaList(catalog.value, request.style),
      issues: catalog.issues,
      objected: false,
      read: [],
    };
  }
  const { period, readings } = request.options;
  const loaded = await loadCriteria(asked, { period, readings });
  if (!loaded.ok) return failed(loaded.issues);
  // Without a period there is nothing whose validity could have been checked.
  const issues = period === null ? withoutPeriodNeeded(loaded.issues) : loaded.issues;
  return { output: writeCriteriaPage(loaded.value.set, request.style), issues, objected: false, read: [asked] };
}
