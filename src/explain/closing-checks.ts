import { type Assessments, cellsOf, findCandidates, type Program, UNDETERMINED } from '../assess/index.ts';
import type { Check } from '../criteria/index.ts';
import { ALWAYS } from '../formula/index.ts';
import { missingCells } from './missing.ts';

/**
 * The data checks that settle the class of a unit though figures are missing: without one of them, or, where they only do it
 * together, without them all, other fillings would lead to another class.
 *
 * @returns For each row the checks in the order of the set; none where the class is open, or clear without them.
 */
export function closingChecks(assessments: Assessments): (row: number) => readonly Check[] {
  const { program, dataset, classes } = assessments;
  const strict = [...program.set.checks.entries()].filter(([, { severity }]) => severity === 'error');
  const missing = missingCells(assessments);
  return (row) => {
    if (strict.length === 0 || classes[row] === UNDETERMINED || missing(row).length === 0) return [];
    const cells = cellsOf(program, dataset, row);
    const isOpenWithout = (left: ReadonlySet<number>): boolean => {
      const { classes: possible, mayBeNone, exact } = findCandidates(without(program, left), cells);
      return exact && (possible.length > 1 || mayBeNone);
    };
    if (!isOpenWithout(new Set(strict.map(([place]) => place)))) return [];
    const alone = strict.filter(([place]) => isOpenWithout(new Set([place])));
    return (alone.length === 0 ? strict : alone).map(([, check]) => check);
  };
}

/** A program that holds some of its checks for kept, whatever the figures are. */
function without(program: Program, left: ReadonlySet<number>): Program {
  return { ...program, checks: program.checks.map((check, place) => (left.has(place) ? ALWAYS : check)) };
}
