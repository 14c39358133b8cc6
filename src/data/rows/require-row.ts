import type { Dataset } from '../dataset.ts';

/** Refuses to answer about a row that is not there: nobody would see that the answer is about nothing. @throws {RangeError} */
export function requireRow({ rows }: Pick<Dataset, 'rows'>, row: number): void {
  if (!Number.isInteger(row) || row < 0 || row >= rows) noRow(row);
}

/** @throws {RangeError} */
export function noRow(row: number): never {
  throw new RangeError(`there is no row ${row}`);
}
