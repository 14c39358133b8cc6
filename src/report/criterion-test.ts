import type { Assessments } from '../assess/index.ts';
import type { Criterion } from '../criteria/index.ts';
import { type Finding, findingOf } from '../explain/index.ts';
import type { Formula } from '../formula/index.ts';

/** The condition a criterion tests; `null` for one that only earns points. */
export function testOf({ rule }: Criterion): Formula | null {
  return rule.kind === 'test' ? rule.test : null;
}

/** What was found of a criterion's test for one row. */
export function testFinding(assessments: Assessments, criterion: Criterion, row: number): Finding | null {
  const test = testOf(criterion);
  return test === null ? null : findingOf(assessments, test, row);
}
