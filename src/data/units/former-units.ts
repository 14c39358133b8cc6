import { type Issue, issue } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import { gatherFindings } from '../findings.ts';
import type { Lineage } from './lineage.ts';
import { timeOf, type TimesOfPeriods, timesOfPeriods } from './times-of-periods.ts';
import { repairCodes } from './repair-codes.ts';
import { sameName } from './unit-name.ts';

/** Files whose former units were found in a lineage. */
export interface FormerUnits {
  readonly parts: readonly Dataset[];
  /** The periods whose rows are of units of today: nothing of theirs is carried. */
  readonly today: ReadonlySet<string | null>;
}

/**
 * Finds the former units of each file in a lineage: repairs codes, and reports codes it does not have and names that do
 * not agree.
 */
export function identifyFormerUnits(parts: readonly Dataset[], lineage: Lineage): FormerUnits {
  const isKnown = (code: string): boolean => lineage.successors.has(code) || lineage.predecessors.has(code);
  const repaired = parts.map((part) => {
    const findings = gatherFindings();
    const whole = repairCodes(part, isKnown, findings);
    return { ...whole, issues: [...whole.issues, ...findings.list()] };
  });
  const times = timesOfPeriods(repaired, lineage);
  const checked = repaired.map((part, index) => ({
    ...part,
    issues: [...part.issues, ...faultsOf(part, parts[index] ?? part, lineage, times)],
  }));
  return { parts: checked, today: times.today };
}

/** What does not fit of the former units of a file; of a code that was repaired, what stands there. */
function faultsOf(
  { units, positionOf }: Dataset,
  given: Dataset,
  lineage: Lineage,
  { today, former }: TimesOfPeriods,
): readonly Issue[] {
  const findings = gatherFindings();
  units.code.forEach((code, row) => {
    const [name, period] = [units.name[row] ?? null, units.period[row] ?? null];
    if (code === '' || today.has(period)) return;
    const known = lineage.oldNames.get(code);
    const details = (id: string, received: string | null) => ({ position: positionOf(row, id), path: id, received });
    const other = former.get(period);
    if (other !== undefined && timeOf({ code, name }, lineage) === 'today') {
      const args = { code, former: other.unit, formerAt: other.at };
      findings.add(issue('lineage/units-mixed', args, details('name', name)));
    } else if (!lineage.successors.has(code)) {
      findings.add(issue('lineage/unknown-unit', {}, details('code', given.units.code[row] ?? null)));
    } else if (name !== null && known !== undefined && !sameName(name, known)) {
      findings.add(issue('lineage/name-differs', { code, name: known }, details('name', name)));
    }
  });
  return findings.list();
}
