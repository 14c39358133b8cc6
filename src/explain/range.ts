import { type Assessments, boundsInRow } from '../assess/index.ts';
import { type Formula, numberBounds } from '../formula/index.ts';
import type { Rational } from '../number/index.ts';

/** What a number that is not known exactly lies between. */
export interface Range {
  readonly min: Rational;
  readonly max: Rational;
}

/** What a number lies between by the bounds that the data gives of missing figures; `null` for what has no bounds. */
export function rangeOf({ program, dataset }: Assessments, formula: Formula, row: number): Range | null {
  const { least, most, mayBeUndefined } = numberBounds(formula, program.scope, boundsInRow(dataset, row));
  return least === null || most === null || mayBeUndefined ? null : { min: least, max: most };
}
