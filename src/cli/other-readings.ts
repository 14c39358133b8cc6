import { otherChoices, readingVariant, type ReadingVariant } from '../compare/index.ts';
import type { Result } from '../messages/index.ts';
import { isPath, loadCriteria } from '../node/index.ts';
import type { Scored } from '../report/index.ts';
import { assessLevels } from './assess-levels.ts';
import type { Request } from './request.ts';
import type { Understood } from './understand.ts';

/**
 * The same data under the readings that were not chosen, at every level; choices whose options are at odds with each other
 * are left out.
 */
export async function underOtherReadings(
  { options: { criteria, overlays } }: Request,
  { loaded, dataset, rows }: Understood,
  { assessments, rows: written }: Scored,
): Promise<Result<readonly ReadingVariant[]>> {
  const { set, period } = loaded;
  // A family would stand for its newest version where the data has several periods.
  const named = criteria !== null && isPath(criteria) ? criteria : set.id;
  const variants: ReadingVariant[] = [];
  for (const readings of otherChoices(set.readings, set.chosen)) {
    const other = await loadCriteria(named, { period: period?.id ?? null, readings, overlays });
    if (!other.ok) continue;
    const assessed = assessLevels(other.value, dataset, rows);
    if (!assessed.ok) return assessed;
    variants.push(readingVariant(assessments, assessed.value, written));
  }
  return { ok: true, value: variants, issues: [] };
}
