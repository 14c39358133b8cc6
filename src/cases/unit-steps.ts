import type { Assessments } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { ONE, type Rational, rational } from '../number/index.ts';

/** A percentage is written in hundredths at the least. */
const PERCENT_PLACES = 2;

/**
 * The smallest step of a figure: 1 of a count, and of a decimal or percentage one unit of the last decimal that any of the
 * cases has in that column.
 *
 * @param all The cases as assessed.
 */
export function unitSteps(all: readonly Assessments[]): (set: CriteriaSet, column: string) => Rational {
  const places = new Map<string, number>();
  for (const { dataset } of all) {
    for (const [name, column] of dataset.columns) {
      const id = indicatorOf(name);
      if (column.kind === 'number') places.set(id, Math.max(places.get(id) ?? 0, column.scale));
    }
  }
  return (set, column) => {
    const id = indicatorOf(column);
    const type = set.indicators.get(id)?.type;
    if (type !== 'decimal' && type !== 'percent') return ONE;
    const written = places.get(id) ?? 0;
    return rational(1n, 10n ** BigInt(type === 'percent' ? Math.max(written, PERCENT_PLACES) : written));
  };
}

/** The indicator of a column: `relapsed` of `relapsed@1`, the same in an earlier period. */
export function indicatorOf(column: string): string {
  return column.replace(/@\d+$/, '');
}
