import type { NamedUnit, Position } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import type { Lineage } from './lineage.ts';
import { sameName } from './unit-name.ts';

/** Of which time the units of each period are. */
export interface TimesOfPeriods {
  /**
   * The periods whose rows are of units of today. None where no period is told to be of former units: then the lineage was
   * given for nothing.
   */
  readonly today: ReadonlySet<string | null>;
  /** For each period that is told to be of former units, the first of them. */
  readonly former: ReadonlyMap<string | null, FormerUnit>;
}

/** A former unit, and where its row names it. */
export interface FormerUnit {
  readonly unit: NamedUnit;
  readonly at: Position;
}

/**
 * Tells the periods whose rows are of units of today already from those whose rows are of former ones: `prev` and
 * comparisons need both.
 */
export function timesOfPeriods(parts: readonly Dataset[], lineage: Lineage): TimesOfPeriods {
  const former = new Map<string | null, FormerUnit>();
  const today = new Set<string | null>();
  for (const { units, positionOf } of parts) {
    units.code.forEach((code, row) => {
      const [name, period] = [units.name[row] ?? null, units.period[row] ?? null];
      const time = timeOf({ code, name }, lineage);
      if (time === 'today') today.add(period);
      else if (time === 'former' && !former.has(period))
        former.set(period, { unit: { code, name }, at: positionOf(row, 'name') });
    });
  }
  return { today: former.size === 0 ? new Set() : new Set([...today].filter((period) => !former.has(period))), former };
}

/**
 * Whether a unit is one of before or one of today; `null` where both were called so. Most codes of today were codes of
 * former units too, so it is the name that tells.
 */
export function timeOf({ code, name }: NamedUnit, lineage: Lineage): 'former' | 'today' | null {
  const isFormer = isCalled(name, lineage.successors.has(code) ? lineage.oldNames.get(code) : undefined);
  const isToday = isCalled(name, lineage.predecessors.has(code) ? lineage.newNames.get(code) : undefined);
  if (isFormer === isToday) return null;
  return isFormer ? 'former' : 'today';
}

function isCalled(name: string | null, known: string | undefined): boolean {
  return name !== null && known !== undefined && sameName(name, known);
}
