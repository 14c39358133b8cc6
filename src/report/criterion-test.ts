import type { Assessments } from '../assess/index.ts';
import { type Criterion, fullPoints } from '../criteria/index.ts';
import { type Finding, findingOf } from '../explain/index.ts';
import { PASS, UNKNOWN } from '../formula/index.ts';

/** What was found for one row of a criterion's test, or of what earns all its points; `null` where it does not apply. */
export function testFinding(assessments: Assessments, criterion: Criterion, row: number): Finding | null {
  return mayApply(assessments, criterion, row) ? findingOf(assessments, fullPoints(criterion), row) : null;
}

/** Whether the condition of a criterion lets it apply to a row, or leaves that open. */
function mayApply(assessments: Assessments, { appliesWhen }: Criterion, row: number): boolean {
  if (appliesWhen === null) return true;
  const { state } = findingOf(assessments, appliesWhen, row);
  return state === PASS || state === UNKNOWN;
}
