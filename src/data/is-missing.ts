import { MISSING } from '../formula/index.ts';
import type { Dataset } from './dataset.ts';

/** Whether a cell has no figure; a column that no file has lacks all of them. */
export function isMissing({ columns }: Pick<Dataset, 'columns'>, name: string, row: number): boolean {
  const column = columns.get(name);
  if (column === undefined) return true;
  return column.kind === 'number' ? Number.isNaN(column.values[row] ?? Number.NaN) : column.values[row] === MISSING;
}
