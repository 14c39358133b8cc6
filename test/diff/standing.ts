import { expect } from 'vitest';
import type { Assessments } from '../../src/assess/index.ts';
import { type CriteriaSet, meritOf } from '../../src/criteria/index.ts';
import { outcomeOf } from '../../src/diff/attribution.ts';

/** How good the class of a unit is; certified outweighs the rest. */
export function standing(assessments: Assessments, row: number, order: readonly string[]): number {
  const { classes } = assessments.program.set;
  const [id = ''] = outcomeOf(assessments, row).split(' ');
  expect(order).toContain(id);
  return (classes.get(id)?.certifies === true ? 100 : 0) - order.indexOf(id);
}

/** The classes of a set by merit. */
export function bestFirst(set: CriteriaSet): readonly string[] {
  const merit = meritOf(set);
  return [...set.classes.keys()].toSorted(
    (a, b) => (merit[[...set.classes.keys()].indexOf(a)] ?? 0) - (merit[[...set.classes.keys()].indexOf(b)] ?? 0),
  );
}
