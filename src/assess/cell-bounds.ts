import type { CriteriaSet } from '../criteria/index.ts';
import type { Dataset } from '../data/index.ts';
import { numberAt, type NumberBounds } from '../formula/index.ts';
import { domainOf } from './program.ts';

/** What each figure of a row lies between: a known one twice its value, a missing one what the data and its domain say. */
export function boundsInRow(
  { columns, bounds }: Dataset,
  set: CriteriaSet,
  row: number,
): (indicator: string) => NumberBounds {
  return (indicator) => {
    const column = columns.get(indicator);
    const value = column?.kind === 'number' ? numberAt(column, row) : null;
    if (value !== null) return { least: value, most: value, mayBeUndefined: false };
    const [domain, cell] = [domainOf(set, indicator), bounds?.get(indicator)?.get(row)];
    return { least: cell?.min ?? domain.min, most: cell?.max ?? domain.max, mayBeUndefined: false };
  };
}
