import { type Dataset, type EarlierColumn, selectRows, withHistory, yearsBefore } from '../data/index.ts';

/*
 * A set above that looks back needs the units of earlier periods as well, rolled up like those of its own.
 */

/** Some rows of the data below, and all those of the earlier periods that are asked for of them. */
export function rowsLookedBackOn(
  { units }: Dataset,
  rows: readonly number[],
  earlier: readonly EarlierColumn[],
): readonly number[] {
  const own = new Set(rows);
  const periods = new Set(rows.map((row) => units.period[row] ?? ''));
  const before = new Set(
    [...periods].flatMap((period) => earlier.map(({ periodsAgo }) => yearsBefore(period, periodsAgo))),
  );
  return [...units.period.keys()].filter((row) => own.has(row) || before.has(units.period[row] ?? ''));
}

/**
 * Units that were rolled up, beside their figures of earlier periods.
 *
 * @param all The same units, rolled up from {@link rowsLookedBackOn}.
 */
export function withUnitsOfBefore(units: Dataset, all: Dataset, earlier: readonly EarlierColumn[]): Dataset {
  const periods = new Set(units.units.period);
  const { period } = all.units;
  const own = [...period.keys()].filter((row) => periods.has(period[row] ?? null));
  return selectRows(withHistory(all, earlier), own);
}
