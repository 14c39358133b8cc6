import type { Indicator } from '../../criteria/index.ts';
import type { NumberColumn } from '../../formula/index.ts';
import { issue } from '../../messages/index.ts';
import { ceilDivide, exactText, floorDivide, multiply, type Rational, rational, ZERO } from '../../number/index.ts';
import type { Findings } from '../findings.ts';
import type { CellColumn } from './cell-column.ts';

const HUNDRED = rational(100n);

/**
 * Reports the values of a column that lie outside what its indicator allows, and makes them missing: an unsound figure is
 * never used. Without a declared minimum the minimum is 0.
 */
export function keepWithinBounds(
  column: NumberColumn,
  source: CellColumn,
  indicator: Indicator,
  findings: Findings,
): NumberColumn {
  const minimum = indicator.min;
  const power = 10n ** BigInt(column.scale);
  const lowest = ceilDivide(minimum.num * power, minimum.den);
  const highest = indicator.max === null ? null : floorDivide(indicator.max.num * power, indicator.max.den);
  const outside = rowsOutside(column, Number(lowest), highest === null ? Infinity : Number(highest)).filter((row) => {
    const value = exactValue(column, row);
    return value < lowest || (highest !== null && value > highest);
  });
  for (const row of outside) {
    const value = exactValue(column, row);
    if (value >= lowest) reportAbove(source, indicator, row, findings);
    else reportBelow(source, indicator, { row, negative: value < 0n && minimum.num >= 0n }, findings);
  }
  return outside.length === 0 ? column : without(column, outside);
}

/** The rows that a comparison of doubles cannot clear. */
function rowsOutside(column: NumberColumn, lowest: number, highest: number): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < column.values.length; row += 1) {
    const value = column.values[row] ?? Number.NaN;
    if (value < lowest || value > highest || value === Infinity) rows.push(row);
  }
  return rows;
}

function exactValue(column: NumberColumn, row: number): bigint {
  return column.large.get(row) ?? BigInt(column.values[row] ?? 0);
}

function reportBelow(
  source: CellColumn,
  indicator: Indicator,
  { row, negative }: { readonly row: number; readonly negative: boolean },
  findings: Findings,
): void {
  const { header } = source;
  const minimum = boundText(indicator, indicator.min);
  const at = source.at(row);
  findings.add(
    negative ? issue('data/negative-number', { header }, at) : issue('data/below-minimum', { header, minimum }, at),
  );
}

function reportAbove(source: CellColumn, indicator: Indicator, row: number, findings: Findings): void {
  const maximum = boundText(indicator, indicator.max ?? ZERO);
  findings.add(issue('data/above-maximum', { header: source.header, maximum }, source.at(row)));
}

/** A bound as it is written in data. */
export function boundText(indicator: Indicator, bound: Rational): string {
  return indicator.type === 'percent' ? `${exactText(multiply(bound, HUNDRED))}%` : exactText(bound);
}

function without(column: NumberColumn, rows: readonly number[]): NumberColumn {
  const values = column.values.slice();
  const large = new Map(column.large);
  for (const row of rows) {
    values[row] = Number.NaN;
    large.delete(row);
  }
  return { ...column, values, large };
}
