import type { Assessments } from '../assess/index.ts';
import { findGroupColumn } from '../data/index.ts';
import { issue, refusal, type Result } from '../messages/index.ts';
import { groupBy, type Grouping } from '../rank/index.ts';
import type { Options } from './options.ts';

/** What the registry that comes with xasach says of each unit. */
const REGISTERED: readonly string[] = ['province', 'type'];

/** The units by the column that `--by` names. Only loaded when one is: Node takes long to learn the Vietnamese alphabet. */
export function grouping(assessments: Assessments, by: string, { units, lineage }: Options): Result<Grouping> {
  const found = findGroupColumn(assessments.dataset, assessments.program.set, by);
  if (found.ok) return { ok: true, value: groupBy(assessments, found.column), issues: [] };
  const { nearest, known, lacks } = found;
  const ofRegistry = units === null && lacks !== null && REGISTERED.includes(lacks);
  const args = {
    nearest,
    known,
    ...(ofRegistry ? { ofRegistry: true as const } : {}),
    ...(lineage !== null && lacks !== null ? { former: true as const } : {}),
  };
  return refusal([issue('usage/unknown-group', args, { received: by })]);
}
