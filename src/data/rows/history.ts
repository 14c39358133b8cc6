import { columnName } from '../../formula/index.ts';
import { requireDataset, requireText } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import { canBeOneUnit } from '../units/unit-name.ts';
import { selectBounds, selectColumn } from './select-rows.ts';
import { unitInPeriod } from '../units/unit-in-period.ts';

/** A column of an earlier period that criteria ask for. */
export interface EarlierColumn {
  readonly indicator: string;
  readonly periodsAgo: number;
}

/**
 * Adds columns of earlier periods beside those of each row: the same unit's figure so many years before, with what is known
 * of it where it is missing. A unit without a row for that period has no figure there, nor one whose code stood for a unit
 * with another name: missing, never zero. Columns that are there already are kept.
 *
 * @param dataset Rows with periods, named by their year.
 */
export function withHistory(dataset: Dataset, wanted: readonly EarlierColumn[]): Dataset {
  const absent = new Map(wanted.map((column) => [columnName(column.indicator, column.periodsAgo), column]));
  for (const name of dataset.columns.keys()) absent.delete(name);
  if (absent.size === 0) return dataset;
  const { gapsOf } = dataset;
  const earlier = earlierRows(dataset, new Set([...absent.values()].map(({ periodsAgo }) => periodsAgo)));
  const columns = new Map(dataset.columns);
  const bounds = new Map(dataset.bounds);
  for (const [name, { indicator, periodsAgo }] of absent) {
    const rows = earlier.get(periodsAgo) ?? [];
    const [column, known] = [dataset.columns.get(indicator), dataset.bounds?.get(indicator)];
    if (column !== undefined) columns.set(name, selectColumn(column, rows));
    if (known !== undefined) bounds.set(name, selectBounds(known, rows));
  }
  return {
    ...dataset,
    columns,
    bounds,
    positionOf(row, name) {
      const before = absent.get(name);
      if (before === undefined) return dataset.positionOf(row, name);
      const there = earlier.get(before.periodsAgo)?.[row] ?? null;
      // A row that is not there has no place in its file.
      return there === null
        ? { file: dataset.positionOf(row, before.indicator).file }
        : dataset.positionOf(there, before.indicator);
    },
    ...(gapsOf === undefined
      ? {}
      : {
          gapsOf(row, name) {
            const before = absent.get(name);
            if (before === undefined) return gapsOf(row, name);
            const there = earlier.get(before.periodsAgo)?.[row] ?? null;
            return there === null ? [] : gapsOf(there, before.indicator);
          },
        }),
  };
}

/** By how many periods earlier, the row of the same unit then; `null` where there is none. */
function earlierRows(
  { units: { code, name, period } }: Dataset,
  periodsAgo: ReadonlySet<number>,
): ReadonlyMap<number, readonly (number | null)[]> {
  const rowOf = new Map(code.map((own, row) => [unitInPeriod(own, period[row] ?? null), row]));
  const before = (row: number, ago: number): number | null => {
    const found = rowOf.get(unitInPeriod(code[row] ?? '', yearsBefore(period[row] ?? '', ago)));
    return found !== undefined && canBeOneUnit(name[row] ?? null, name[found] ?? null) ? found : null;
  };
  return new Map([...periodsAgo].map((ago) => [ago, code.map((_, row) => before(row, ago))]));
}

/**
 * The rows of one period.
 *
 * @throws {RangeError} For a period that is no text.
 * @example rowsOfPeriod(dataset, '2024') // []
 */
export function rowsOfPeriod(dataset: Dataset, period: string): readonly number[] {
  requireDataset(dataset);
  requireText(period, 'period');
  const { units } = dataset;
  return [...units.period.keys()].filter((row) => units.period[row] === period);
}

/** The period so many years before one; periods are named by their year, and any other name has no earlier one. */
export function yearsBefore(period: string, count: number): string {
  return /^\d{4}$/.test(period) ? String(Number(period) - count) : '\u0000';
}
