import { type Issue, issue } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import { gatherFindings } from '../findings.ts';
import type { Lineage } from './lineage.ts';
import { periodsOfToday } from './periods-of-today.ts';
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
  const today = periodsOfToday(repaired, lineage);
  const checked = repaired.map((part, index) => {
    const isFormer = (row: number): boolean => !today.has(part.units.period[row] ?? null);
    return { ...part, issues: [...part.issues, ...faultsOf(part, parts[index] ?? part, lineage, isFormer)] };
  });
  return { parts: checked, today };
}

/** What does not fit of the former units of a file; of a code that was repaired, what stands there. */
function faultsOf(
  { units, positionOf }: Dataset,
  given: Dataset,
  lineage: Lineage,
  isFormer: (row: number) => boolean,
): readonly Issue[] {
  const findings = gatherFindings();
  units.code.forEach((code, row) => {
    if (code === '' || !isFormer(row)) return;
    const [name, known] = [units.name[row] ?? null, lineage.oldNames.get(code)];
    const details = (id: string, received: string | null) => ({ position: positionOf(row, id), path: id, received });
    if (!lineage.successors.has(code)) {
      findings.add(issue('lineage/unknown-unit', {}, details('code', given.units.code[row] ?? null)));
    } else if (name !== null && known !== undefined && !sameName(name, known)) {
      findings.add(issue('lineage/name-differs', { code, name: known }, details('name', name)));
    }
  });
  return findings.list();
}
