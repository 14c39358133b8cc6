import { type Issue, issue } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import { grouped } from '../group-by.ts';
import { canBeOneUnit } from '../units/unit-name.ts';

/** How many units one message names. */
const NAMED_UNITS = 20;

/**
 * Tells of the units that have rows for other periods alone: a year mistyped in one row leaves its unit out.
 *
 * @param looked The period that is assessed, and any that it is held against.
 * @returns A warning for each file that names such units.
 */
export function unitsOfOtherPeriods(dataset: Dataset, looked: ReadonlySet<string | null>): readonly Issue[] {
  const byFile = grouped(lastRowsElsewhere(dataset, looked), (row) => dataset.positionOf(row, 'period').file);
  return [...byFile.values()].map((rows) => {
    const args = { units: rows.slice(0, NAMED_UNITS).map((row) => unitAt(dataset, row)), total: rows.length };
    const position = dataset.positionOf(rows[0] ?? -1, 'period');
    return issue('period/units-of-others', args, { severity: 'warning', position, path: 'period' });
  });
}

/**
 * Tells of the codes that stand for a unit with another name in another period: its figures there are not taken for the
 * unit's own.
 *
 * @param looked The periods whose units are in question.
 */
export function unitsNamedOtherwise(dataset: Dataset, looked: ReadonlySet<string | null>): readonly Issue[] {
  const { code, name, period } = dataset.units;
  const own = new Map([...code.keys()].flatMap((row) => (looked.has(period[row] ?? null) ? [[code[row], row]] : [])));
  const found = new Map<string, number>();
  for (const [other, unit] of code.entries()) {
    const row = own.get(unit);
    if (row === undefined || found.has(unit) || canBeOneUnit(name[row] ?? null, name[other] ?? null)) continue;
    found.set(unit, other);
  }
  return otherNames([...found].map(([unit, other]) => [unitOf(dataset, own.get(unit) ?? -1), unitOf(dataset, other)]));
}

/** A unit as it is called in a period. */
interface Called {
  readonly code: string;
  readonly name: string | null;
  readonly period: string | null;
}

/**
 * The warning that units of two periods with one code have different names; none where there are none.
 *
 * @param result The file of the earlier result that the others are from; `null` where they are from the same data.
 */
export function otherNames(
  pairs: readonly (readonly [own: Called, other: Called])[],
  result: string | null = null,
): readonly Issue[] {
  if (pairs.length === 0) return [];
  const units = pairs.slice(0, NAMED_UNITS).map(([{ code, name, period }, other]) => {
    return { code, name, period, other: { name: other.name, period: other.period } };
  });
  const from = result === null ? {} : { result };
  return [issue('period/other-name', { ...from, units, total: pairs.length }, { severity: 'warning' })];
}

function unitOf({ units: { code, name, period } }: Dataset, row: number): Called {
  return { code: code[row] ?? '', name: name[row] ?? null, period: period[row] ?? null };
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
  const { code, name, period } = unitOf(dataset, row);
  return { code, name, period: period ?? '', line: dataset.positionOf(row, 'period').line ?? 0 };
}
