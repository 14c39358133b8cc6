import { type Assessments, boundsInRow, boundsWithin } from '../assess/index.ts';
import { type Formula, type NumberBounds, numberBounds } from '../formula/index.ts';
import type { Rational } from '../number/index.ts';

/** What a number that is not known exactly lies between; `null` is no bound, and one of them there is. */
export interface Range {
  readonly min: Rational | null;
  readonly max: Rational | null;
}

/**
 * What a number lies between though figures of it are missing; `null` where that says nothing.
 *
 * @param isDecided Whether a comparison of it is decided all the same: then what the set declares of the missing figures
 *   counts as well, and a bound on one side alone. Else only what the data says of them.
 */
export function rangeOf(assessments: Assessments, formula: Formula, row: number, isDecided: boolean): Range | null {
  const { program, dataset } = assessments;
  const byData = numberBounds(formula, program.scope, boundsInRow(dataset, row));
  if (!byData.mayBeUndefined && byData.least !== null && byData.most !== null) return rangeWithin(byData);
  return isDecided ? rangeWithin(numberBounds(formula, program.scope, boundsWithin(dataset, program.set, row))) : null;
}

function rangeWithin({ least, most, mayBeUndefined }: NumberBounds): Range | null {
  return mayBeUndefined || (least === null && most === null) ? null : { min: least, max: most };
}
