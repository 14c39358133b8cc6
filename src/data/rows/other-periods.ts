import { type Issue, issue } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';

/** How many units one message names. */
const NAMED_UNITS = 20;

/**
 * Tells of the units that have rows for other periods alone: a year mistyped in one row leaves its unit out.
 *
 * @param looked The period that is assessed, and any that it is held against.
 * @returns A warning for each file that names such units.
 */
export function unitsOfOtherPeriods(dataset: Dataset, looked: ReadonlySet<string | null>): readonly Issue[] {
  const byFile = new Map<string, number[]>();
  for (const row of lastRowsElsewhere(dataset, looked)) {
    const { file } = dataset.positionOf(row, 'period');
    byFile.set(file, [...(byFile.get(file) ?? []), row]);
  }
  return [...byFile.values()].map((rows) => {
    const args = { units: rows.slice(0, NAMED_UNITS).map((row) => unitAt(dataset, row)), total: rows.length };
    const position = dataset.positionOf(rows[0] ?? -1, 'period');
    return issue('period/units-of-others', args, { severity: 'warning', position, path: 'period' });
  });
}

/** Of each unit without a row of the periods in question, the row of its last one. */
function lastRowsElsewhere({ units }: Dataset, looked: ReadonlySet<string | null>): readonly number[] {
  const { code, period } = units;
  const present = new Set(code.filter((_, row) => looked.has(period[row] ?? null)));
  const last = new Map<string, number>();
  for (const [row, own] of code.entries()) {
    const before = last.get(own);
    if (present.has(own) || (before !== undefined && (period[before] ?? '') > (period[row] ?? ''))) continue;
    last.set(own, row);
  }
  return [...last.values()].sort((a, b) => a - b);
}

function unitAt(dataset: Dataset, row: number) {
  const { code, name, period } = dataset.units;
  const line = dataset.positionOf(row, 'period').line ?? 0;
  return { code: code[row] ?? '', name: name[row] ?? null, period: period[row] ?? '', line };
}
