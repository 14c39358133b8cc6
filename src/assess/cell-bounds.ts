import type { CriteriaSet } from '../criteria/index.ts';
import type { CellBounds, Dataset } from '../data/index.ts';
import { columnName, numberAt, type NumberBounds } from '../formula/index.ts';
import { domainOf } from './program.ts';

type BoundsOfCell = (indicator: string, periodsAgo: number) => NumberBounds;

/**
 * What each figure of a row and of its earlier periods lies between: a known one twice its value, a missing one what the
 * data says of it, or else what is known of every unit.
 *
 * @param boundsOf What is known of every unit: by default nothing.
 */
export function boundsInRow(
  { columns, bounds }: Dataset,
  row: number,
  boundsOf: (indicator: string) => CellBounds = () => NO_BOUNDS,
): BoundsOfCell {
  return (indicator, periodsAgo) => {
    const name = columnName(indicator, periodsAgo);
    const column = columns.get(name);
    const value = column?.kind === 'number' ? numberAt(column, row) : null;
    if (value !== null) return { least: value, most: value, mayBeUndefined: false };
    const [own, others] = [bounds?.get(name)?.get(row), boundsOf(indicator)];
    return { least: own?.min ?? others.min, most: own?.max ?? others.max, mayBeUndefined: false };
  };
}

const NO_BOUNDS: CellBounds = { min: null, max: null };

/** The same within the domains that a set declares. */
export function boundsWithin(dataset: Dataset, set: CriteriaSet, row: number): BoundsOfCell {
  return boundsInRow(dataset, row, (indicator) => domainOf(set, indicator));
}
