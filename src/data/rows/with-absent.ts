import type { Dataset, Units } from '../dataset.ts';
import { type GroupColumn, groupValues } from '../units/group-column.ts';
import { selectColumn } from './select-rows.ts';

/**
 * The table with a row, after its own, for each unit of the registry that has none: every figure of it is missing, never
 * zero. A roll-up of units that are not all there is as open as one of units without figures.
 */
export function withAbsentUnits(dataset: Dataset): Dataset {
  const { absent, members, rows, gapsOf } = dataset;
  if (absent === undefined || absent.code.length === 0) return dataset;
  const all = [...Array.from({ length: rows }, (_, row) => row), ...absent.code.map(() => null)];
  return {
    ...dataset,
    rows: all.length,
    units: joined(dataset.units, absent),
    columns: new Map([...dataset.columns].map(([id, column]) => [id, selectColumn(column, all)])),
    ...(members === undefined
      ? {}
      : { members: { ...members, rows: [...members.rows, ...absent.code.map(() => [])] } }),
    positionOf: (row, indicator) =>
      row < rows ? dataset.positionOf(row, indicator) : { file: dataset.positionOf(0, indicator).file },
    ...(gapsOf === undefined ? {} : { gapsOf: (row, indicator) => (row < rows ? gapsOf(row, indicator) : []) }),
  };
}

/**
 * The group of every unit that is absent, spelled as those of the rows are.
 *
 * @returns By absent unit; `null` where the registry does not say it.
 */
export function groupValuesOfAbsent(dataset: Dataset, column: GroupColumn): readonly (string | null)[] {
  return groupValues(withAbsentUnits(dataset), column).slice(dataset.rows);
}

function joined(units: Units, absent: Units): Units {
  const ids = new Set([...units.groups.keys(), ...absent.groups.keys()]);
  const texts = ({ code, groups }: Units, id: string): readonly (string | null)[] =>
    groups.get(id) ?? code.map(() => null);
  return {
    code: [...units.code, ...absent.code],
    name: [...units.name, ...absent.name],
    period: [...units.period, ...absent.period],
    groups: new Map([...ids].map((id) => [id, [...texts(units, id), ...texts(absent, id)]])),
  };
}
