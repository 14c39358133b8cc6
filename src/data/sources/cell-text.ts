import type { Indicator } from '../../criteria/index.ts';
import { type Column, MISSING, numberAt } from '../../formula/index.ts';
import { exactText, multiply, rational } from '../../number/index.ts';

const HUNDRED = rational(100n);

/** A cell as it would be written: an exact decimal, the id of a value, 1 or 0; `null` where it is missing. */
export function cellText(column: Column, indicator: Indicator, row: number): string | null {
  if (column.kind === 'number') {
    const value = numberAt(column, row);
    if (value === null) return null;
    return indicator.type === 'percent' ? `${exactText(multiply(value, HUNDRED))}%` : exactText(value);
  }
  const value = column.values[row] ?? MISSING;
  if (value === MISSING) return null;
  return column.kind === 'boolean' ? String(value) : ([...indicator.values.keys()][value] ?? null);
}
