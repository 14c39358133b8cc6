import { type Condition, NOT_APPLICABLE, partsOf } from '../formula/index.ts';

/**
 * Whether there is data to which a criterion does not apply.
 *
 * @param criterion Its number.
 * @param met When each criterion is met, by number.
 */
export function mayNotApply(criterion: number, met: readonly Condition[]): boolean {
  const condition = met[criterion];
  return condition !== undefined && isLeftOutSomewhere(condition, met);
}

/** A joined condition is not applicable only when all its parts are. */
function isLeftOutSomewhere(condition: Condition, met: readonly Condition[]): boolean {
  if (condition.kind === 'defined') return true;
  if (condition.kind === 'criterion') {
    return condition.whenNotApplicable === NOT_APPLICABLE && mayNotApply(condition.criterion, met);
  }
  const parts = partsOf(condition);
  return parts.length > 0 && parts.every((part) => isLeftOutSomewhere(part, met));
}
