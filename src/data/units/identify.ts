import { type Issue, issue, type IssueDetails, type NamedUnit } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import { type Findings, gatherFindings } from '../findings.ts';
import { nearestSpellings } from '../nearest.ts';
import { remembered } from '../remembered.ts';
import { findUnitByName, nearestUnits, provincesNamed } from './unit-in-registry.ts';
import { firstUnits } from './named-units.ts';
import type { RegisteredProvince, RegisteredUnit, Registry } from './registry.ts';
import { repairCodes } from './repair-codes.ts';
import { unitWordOf } from './unit-kind.ts';
import { isPlain, nameKey, provinceKey, sameName, sameProvince } from './unit-name.ts';
import { repeatedRows } from './unit-in-period.ts';

/**
 * Finds the units of each file in a registry: repairs codes, gives rows without a code the code of the unit they name, and
 * reports codes, names and provinces that the registry does not have or that do not agree.
 *
 * @param parts The files. Where one names neither codes nor provinces, its names are looked up in the provinces that the
 *   codes of the other files lie in.
 */
export function identifyUnits(parts: readonly Dataset[], registry: Registry): readonly Dataset[] {
  const coded = parts.map((part) => (hasCodes(part) ? checked(part, registry) : null));
  const scope = provincesOf(
    coded.flatMap((part) => part ?? []),
    registry,
  );
  return parts.map((part, index) => coded[index] ?? named(part, registry, scope));
}

function hasCodes({ units }: Dataset): boolean {
  return units.code.some((code) => code !== '');
}

/** The provinces in which the units of some files lie; all provinces where none is known. */
export function provincesOf(parts: readonly Dataset[], registry: Registry): readonly RegisteredProvince[] {
  const keys = new Set<string>();
  for (const { units } of parts) {
    for (const code of units.code) {
      const unit = registry.units.get(code);
      if (unit !== undefined) keys.add(provinceKey(unit.province ?? ''));
    }
  }
  const all = [...registry.provinces];
  return (keys.size === 0 ? all : all.filter(([key]) => keys.has(key))).map(([, province]) => province);
}

function withFindings(part: Dataset, findings: Findings): Dataset {
  return { ...part, issues: [...part.issues, ...findings.list()] };
}

function checked(part: Dataset, registry: Registry): Dataset {
  const findings = gatherFindings();
  const repaired = repairCodes(part, (code) => registry.units.has(code), findings);
  repaired.units.code.forEach((code, row) => {
    if (code === '') return;
    const unit = registry.units.get(code);
    if (unit === undefined) findings.add(unknownUnit(repaired, row, registry));
    else for (const found of disagreements(repaired, row, unit, registry)) findings.add(found);
  });
  return withFindings(repaired, findings);
}

function cell(part: Dataset, row: number, id: string, received: string | null): IssueDetails {
  return { position: part.positionOf(row, id), path: id, received };
}

function unknownUnit(part: Dataset, row: number, registry: Registry): Issue {
  const name = part.units.name[row] ?? null;
  const args = { name, named: namedUnit(part, row, registry) };
  return issue('registry/unknown-unit', args, cell(part, row, 'code', part.units.code[row] ?? null));
}

function disagreements(part: Dataset, row: number, unit: RegisteredUnit, registry: Registry): readonly Issue[] {
  const { code } = unit;
  const name = part.units.name[row] ?? null;
  const province = part.units.groups.get('province')?.[row] ?? null;
  const found: Issue[] = [];
  if (name !== null && !sameName(name, unit.name)) {
    const args = { code, name: unit.name, named: namedUnit(part, row, registry) };
    found.push(issue('registry/name-differs', args, cell(part, row, 'name', name)));
  }
  if (
    province !== null &&
    unit.province !== null &&
    !sameProvince(province, unit.province) &&
    province !== unit.provinceCode
  ) {
    const args = { unit: code, province: unit.province };
    found.push(issue('registry/province-differs', args, cell(part, row, 'province', province)));
  }
  return found;
}

/** The one unit that the name of a row stands for, where the row names its province or the code lies in one. */
function namedUnit({ units }: Dataset, row: number, registry: Registry): NamedUnit | null {
  const name = units.name[row] ?? null;
  const province = units.groups.get('province')?.[row] ?? registry.units.get(units.code[row] ?? '')?.province ?? null;
  if (name === null || province === null) return null;
  const match = findUnitByName(name, provincesNamed(registry, province));
  return match.kind === 'found' ? { code: match.unit.code, name: match.unit.name } : null;
}

function named(part: Dataset, registry: Registry, scope: readonly RegisteredProvince[]): Dataset {
  const findings = gatherFindings();
  const marksLeftOut = part.units.name.every((name) => name === null || isPlain(nameKey(name)));
  const places = remembered((province: string) => provincesNamed(registry, province));
  const suggestions = nearestIn(registry);
  const code = part.units.name.map((name, row) => {
    const province = part.units.groups.get('province')?.[row] ?? null;
    const provinces = province === null ? scope : places(province);
    if (province !== null && provinces.length === 0) {
      const nearest = suggestions.provinces(province);
      findings.add(issue('registry/unknown-province', { nearest }, cell(part, row, 'province', province)));
      return '';
    }
    const found = unitOf(name, { provinces, marksLeftOut, suggestions });
    if ('args' in found) {
      findings.add({ ...found, ...cell(part, row, 'name', name) });
      return '';
    }
    const typed = name === null ? null : unitWordOf(nameKey(name));
    if (typed !== null && typed !== unitWordOf(nameKey(found.name))) {
      const details = { ...cell(part, row, 'name', name), severity: 'warning' as const };
      findings.add(issue('registry/other-type', { code: found.code, name: found.name }, details));
    }
    return found.code;
  });
  reportTwice(part, code, findings);
  return withFindings({ ...part, units: { ...part.units, code } }, findings);
}

interface Wanted {
  readonly provinces: readonly RegisteredProvince[];
  /** Whether the whole file is typed without diacritics. */
  readonly marksLeftOut: boolean;
  readonly suggestions: Suggestions;
}

/** The unit that a name stands for, or why there is none. */
function unitOf(name: string | null, { provinces, marksLeftOut, suggestions }: Wanted): RegisteredUnit | Issue {
  if (name === null) return issue('registry/no-identity', {});
  const match = findUnitByName(name, provinces, marksLeftOut);
  switch (match.kind) {
    case 'found':
      return match.unit;
    case 'ambiguous':
      return issue('registry/ambiguous-name', firstUnits(match.units.map(withProvince)));
    case 'unknown':
      return issue('registry/unknown-name', { nearest: suggestions.units(name, provinces) });
    default:
      return match satisfies never;
  }
}

/** What may have been meant. */
interface Suggestions {
  readonly units: (name: string, provinces: readonly RegisteredProvince[]) => readonly NamedUnit[];
  readonly provinces: (text: string) => readonly string[];
}

/** Names of units are compared with thousands: only so many unknown ones get suggestions. */
const MOST_SUGGESTED = 20;

function nearestIn(registry: Registry): Suggestions {
  const names = [...registry.provinces.values()].flatMap(({ name }) => name ?? []);
  let suggested = 0;
  return {
    units: (name, provinces) => {
      suggested += 1;
      return suggested > MOST_SUGGESTED ? [] : firstUnits(nearestUnits(name, provinces)).units;
    },
    provinces: remembered((text) => nearestSpellings(text, names)),
  };
}

function withProvince({ code, name, province }: RegisteredUnit): NamedUnit {
  return { code, name: province === null ? name : `${name}, ${province}` };
}

/** Two rows of one file that name the same unit. */
function reportTwice(part: Dataset, codes: readonly string[], findings: Findings): void {
  const { name, period } = part.units;
  for (const { row, first } of repeatedRows(codes, period)) {
    const firstLine = part.positionOf(first, 'name').line ?? 0;
    const args = { code: codes[row] ?? '', period: period[row] ?? null, firstLine };
    findings.add(issue('data/duplicate-unit', args, cell(part, row, 'name', name[row] ?? null)));
  }
}
