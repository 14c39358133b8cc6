import type { Dataset } from '../dataset.ts';
import type { Lineage } from './lineage.ts';
import { sameName } from './unit-name.ts';

/**
 * The periods whose rows are of units of today already, beside others whose rows are of former ones: `prev` and comparisons
 * need both. Most codes of today were codes of former units too, so it is the names that tell.
 *
 * @returns None where no period is told to be of former units: then the lineage was given for nothing.
 */
export function periodsOfToday(parts: readonly Dataset[], lineage: Lineage): ReadonlySet<string | null> {
  const former = new Set<string | null>();
  const today = new Set<string | null>();
  for (const { units } of parts) {
    units.code.forEach((code, row) => {
      const [name, period] = [units.name[row] ?? null, units.period[row] ?? null];
      const isFormer = isCalled(name, lineage.successors.has(code) ? lineage.oldNames.get(code) : undefined);
      const isToday = isCalled(name, lineage.predecessors.has(code) ? lineage.newNames.get(code) : undefined);
      if (isFormer && !isToday) former.add(period);
      if (isToday && !isFormer) today.add(period);
    });
  }
  return former.size === 0 ? new Set() : new Set([...today].filter((period) => !former.has(period)));
}

function isCalled(name: string | null, known: string | undefined): boolean {
  return name !== null && known !== undefined && sameName(name, known);
}
