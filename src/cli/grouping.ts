import type { Assessments } from '../assess/index.ts';
import { findGroupColumn } from '../data/index.ts';
import { issue, refusal, type Result } from '../messages/index.ts';
import { groupBy, type Grouping } from '../rank/index.ts';

/** The units by the column that `--by` names. Only loaded when one is: Node takes long to learn the Vietnamese alphabet. */
export function grouping(assessments: Assessments, by: string): Result<Grouping> {
  const found = findGroupColumn(assessments.dataset, assessments.program.set, by);
  if (found.ok) return { ok: true, value: groupBy(assessments, found.column), issues: [] };
  const { nearest, known } = found;
  return refusal([issue('usage/unknown-group', { nearest, known }, { received: by })]);
}
