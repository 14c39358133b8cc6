import type { Assessments } from '../assess/index.ts';
import { type Formula, numberAt, numberBounds, UNBOUNDED } from '../formula/index.ts';
import type { Rational } from '../number/index.ts';

/** What a number that is not known exactly lies between. */
export interface Range {
  readonly min: Rational;
  readonly max: Rational;
}

/** What a number lies between by the bounds that the data gives of missing figures; `null` for what has no bounds. */
export function rangeOf({ program, dataset }: Assessments, formula: Formula, row: number): Range | null {
  const { least, most, mayBeUndefined } = numberBounds(formula, program.scope, (name) => {
    const column = dataset.columns.get(name);
    const value = column?.kind === 'number' ? numberAt(column, row) : null;
    if (value !== null) return { least: value, most: value, mayBeUndefined: false };
    const bounds = dataset.bounds?.get(name)?.get(row);
    return bounds === undefined ? UNBOUNDED : { least: bounds.min, most: bounds.max, mayBeUndefined: false };
  });
  return least === null || most === null || mayBeUndefined ? null : { min: least, max: most };
}
