import { columnName } from '../../formula/index.ts';
import { requireText } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import { canBeOneUnit } from '../units/unit-name.ts';
import { selectColumn } from './select-rows.ts';

/** A column of an earlier period that criteria ask for. */
export interface EarlierColumn {
  readonly indicator: string;
  readonly periodsAgo: number;
}

/**
 * Adds columns of earlier periods beside those of each row: the same unit's figure so many years before. A unit without a
 * row for that period has no figure there, nor one whose code stood for a unit with another name: missing, never zero.
 * Columns that are there already are kept.
 *
 * @param dataset Rows with periods, named by their year.
 */
export function withHistory(dataset: Dataset, wanted: readonly EarlierColumn[]): Dataset {
  const absent = wanted.filter(({ indicator, periodsAgo }) => !dataset.columns.has(columnName(indicator, periodsAgo)));
  if (absent.length === 0) return dataset;
  const { code, name, period } = dataset.units;
  const rowOf = new Map(code.map((own, row) => [unitIn(own, period[row] ?? ''), row]));
  const earlier = (periodsAgo: number): readonly (number | null)[] =>
    code.map((own, row) => {
      const before = rowOf.get(unitIn(own, yearsBefore(period[row] ?? '', periodsAgo)));
      return before !== undefined && canBeOneUnit(name[row] ?? null, name[before] ?? null) ? before : null;
    });
  const columns = new Map(dataset.columns);
  for (const { indicator, periodsAgo } of absent) {
    const column = dataset.columns.get(indicator);
    if (column !== undefined) columns.set(columnName(indicator, periodsAgo), selectColumn(column, earlier(periodsAgo)));
  }
  return { ...dataset, columns };
}

/**
 * The rows of one period.
 *
 * @throws {RangeError} For a period that is no text.
 * @example rowsOfPeriod(dataset, '2024') // []
 */
export function rowsOfPeriod({ units }: Dataset, period: string): readonly number[] {
  requireText(period, 'period');
  return [...units.period.keys()].filter((row) => units.period[row] === period);
}

function unitIn(code: string, period: string): string {
  return `${period}\n${code}`;
}

/** Periods are named by their year; any other name has no earlier one. */
function yearsBefore(period: string, count: number): string {
  return /^\d{4}$/.test(period) ? String(Number(period) - count) : '\u0000';
}
