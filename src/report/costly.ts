import { rowsOf, type Scored } from './scored.ts';

/** The most units whose ways are worked out without being asked for. */
const MOST_UNITS = 1000;

/**
 * Whether a report works out of every unit what would change its class: where that was asked for, else where it takes no
 * longer than the rest. On a points sheet one unit takes as long as hundreds do elsewhere.
 */
export function tells(scored: Scored, what: 'ways' | 'near'): boolean {
  const { further, assessments } = scored;
  return further?.has(what) === true || (assessments.program.sheet === null && rowsOf(scored).length <= MOST_UNITS);
}
