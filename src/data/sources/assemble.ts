import type { CriteriaSet } from '../../criteria/index.ts';
import { requireDataset, requireList, requireSet } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import { gatherFindings } from '../findings.ts';
import { accountFor } from '../units/account.ts';
import { carryForward } from '../units/carry.ts';
import { identifyFormerUnits } from '../units/former-units.ts';
import { identifyUnits } from '../units/identify.ts';
import type { Lineage } from '../units/lineage.ts';
import type { Registry } from '../units/registry.ts';
import { oddCodes } from '../units/odd-codes.ts';
import { codesWithoutZeros, fiveDigitsWithin, repairCodes } from '../units/repair-codes.ts';
import { sameNames } from '../units/same-names.ts';
import { joinDatasets } from './join.ts';

/** What is known of units beside the data. */
export interface UnitKnowledge {
  /** The units of today: every one of them is accounted for. */
  readonly registry?: Registry | null;
  /** Where the data are of former units, in some periods or all: what became of them. */
  readonly lineage?: Lineage | null;
}

/**
 * Makes one table of the files that were read: units identified, files joined, figures carried to the units of today, and
 * every unit accounted for.
 *
 * @param parts The files, each read with `isPart`.
 * @param set What the columns are.
 * @example
 * const parts = ['code;people\n00004;8120', 'code;addicts\n00004;3'];
 * assemble(parts.map((text, index) => readCsv({ name: `${index}.csv`, text }, set, { isPart: true })), set).rows; // 1
 */
export function assemble(
  parts: readonly Dataset[],
  set: CriteriaSet,
  { registry = null, lineage = null }: UnitKnowledge = {},
): Dataset {
  requireList(parts, 'datasets');
  for (const part of parts) requireDataset(part);
  requireSet(set);
  const made = madeOf(parts, set, { registry, lineage });
  return set.unit === 'commune' ? { ...made, issues: [...made.issues, ...sameNames(made)] } : made;
}

function madeOf(
  parts: readonly Dataset[],
  set: CriteriaSet,
  { registry = null, lineage = null }: UnitKnowledge,
): Dataset {
  if (lineage !== null) {
    const former = identifyFormerUnits(parts, lineage);
    const carried = carryForward(joinDatasets(former.parts, set), { lineage, today: former.today }, set);
    return registry === null ? carried : accountFor(carried, registry);
  }
  if (registry !== null) return accountFor(joinDatasets(identifyUnits(parts, registry), set), registry);
  if (set.unit !== 'commune') return joinDatasets(parts, set);
  const repaired = withRepairedCodes(parts);
  const joined = joinDatasets(repaired, set);
  return { ...joined, issues: [...joined.issues, ...codesWithoutZeros(repaired), ...oddCodes(repaired)] };
}

function withRepairedCodes(parts: readonly Dataset[]): readonly Dataset[] {
  const knows = fiveDigitsWithin(parts);
  return parts.map((part) => {
    const findings = gatherFindings();
    const repaired = repairCodes(part, knows, findings);
    return { ...repaired, issues: [...repaired.issues, ...findings.list()] };
  });
}
