import { type Column, MISSING, type NumberColumn } from '../../formula/index.ts';
import type { CellBounds, Dataset, Units } from '../dataset.ts';

/**
 * A column of some of the rows of another, in the order given.
 *
 * @param rows Row numbers; `null` gives a row without a figure.
 */
export function selectColumn(column: Column, rows: readonly (number | null)[]): Column {
  if (column.kind === 'number') return selectNumbers(column, rows);
  const values = Uint8Array.from(rows, (row) => (row === null ? MISSING : (column.values[row] ?? MISSING)));
  return { ...column, values };
}

/** What is known of missing cells, for rows in the order given; a row that is `null` has no cell. */
export function selectBounds(
  cells: ReadonlyMap<number, CellBounds>,
  rows: readonly (number | null)[],
): ReadonlyMap<number, CellBounds> {
  if (cells.size === 0) return cells;
  return new Map(
    rows.flatMap((row, index) => {
      const known = row === null ? undefined : cells.get(row);
      return known === undefined ? [] : [[index, known] as const];
    }),
  );
}

/** A dataset of some of the rows of another, in the order given; units that are absent in periods of theirs stay known. */
export function selectRows(dataset: Dataset, rows: readonly number[]): Dataset {
  const units = selectUnits(dataset.units, rows);
  const { members, absent, gapsOf } = dataset;
  return {
    ...dataset,
    rows: rows.length,
    units,
    ...(absent === undefined ? {} : { absent: inPeriods(absent, new Set(units.period)) }),
    columns: new Map([...dataset.columns].map(([id, column]) => [id, selectColumn(column, rows)])),
    bounds: new Map([...(dataset.bounds ?? [])].map(([id, cells]) => [id, selectBounds(cells, rows)])),
    ...(members === undefined ? {} : { members: { ...members, rows: picked(members.rows, rows) } }),
    positionOf: (row, indicator) => dataset.positionOf(rows[row] ?? -1, indicator),
    ...(gapsOf === undefined ? {} : { gapsOf: (row, indicator) => gapsOf(rows[row] ?? -1, indicator) }),
  };
}

/** Units of some of the rows, in the order given. */
function selectUnits({ code, name, period, groups }: Units, rows: readonly number[]): Units {
  return {
    code: picked(code, rows),
    name: picked(name, rows),
    period: picked(period, rows),
    groups: new Map([...groups].map(([id, values]) => [id, picked(values, rows)])),
  };
}

function picked<T>(values: readonly T[], rows: readonly number[]): readonly T[] {
  return rows.flatMap((row) => values.slice(row, row + 1));
}

function inPeriods(units: Units, periods: ReadonlySet<string | null>): Units {
  const rows = [...units.period.keys()].filter((row) => periods.has(units.period[row] ?? null));
  return rows.length === units.code.length ? units : selectUnits(units, rows);
}

function selectNumbers(column: NumberColumn, rows: readonly (number | null)[]): NumberColumn {
  const large = new Map<number, bigint>();
  const values = Float64Array.from(rows, (row, index) => {
    const big = row === null ? undefined : column.large.get(row);
    if (big !== undefined) large.set(index, big);
    return row === null ? Number.NaN : (column.values[row] ?? Number.NaN);
  });
  return { kind: 'number', scale: column.scale, values, large };
}
