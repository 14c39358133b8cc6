import { type Issue, issue, type IssueDetails, type NamedUnit } from '../messages/index.ts';
import type { Dataset } from './dataset.ts';
import { findUnitByName, provincesNamed } from './find-unit.ts';
import { type Findings, gatherFindings } from './findings.ts';
import { firstUnits } from './named-units.ts';
import { nearestSpellings } from './nearest.ts';
import type { RegisteredProvince, RegisteredUnit, Registry } from './registry.ts';
import { repairCodes } from './repair-codes.ts';
import { provinceKey, sameName, sameProvince } from './unit-name.ts';

/**
 * Finds the units of each file in a registry: repairs codes, gives rows without a code the code of the unit they name, and
 * reports codes, names and provinces that the registry does not have or that do not agree.
 *
 * @param parts The files. Where one names neither codes nor provinces, its names are looked up in the provinces that the
 *   codes of the other files lie in.
 */
export function identifyUnits(parts: readonly Dataset[], registry: Registry): readonly Dataset[] {
  const coded = parts.map((part) => (hasCodes(part) ? checked(part, registry) : null));
  const scope = provincesOf(coded.flatMap((part) => part ?? []), registry);
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
  if (province !== null && unit.province !== null && !sameProvince(province, unit.province) && province !== unit.provinceCode) {
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
  const places = new Map<string, readonly RegisteredProvince[]>();
  const code = part.units.name.map((name, row) => {
    const province = part.units.groups.get('province')?.[row] ?? null;
    const provinces = province === null ? scope : (places.get(province) ?? provincesNamed(registry, province));
    if (province !== null) places.set(province, provinces);
    if (provinces.length === 0) findings.add(unknownProvince(part, row, registry));
    return provinces.length === 0 ? '' : codeOf(part, row, { name, provinces }, findings);
  });
  reportTwice(part, code, findings);
  return withFindings({ ...part, units: { ...part.units, code } }, findings);
}

function codeOf(
  part: Dataset,
  row: number,
  { name, provinces }: { readonly name: string | null; readonly provinces: readonly RegisteredProvince[] },
  findings: Findings,
): string {
  if (name === null) {
    findings.add(issue('registry/no-identity', {}, cell(part, row, 'name', null)));
    return '';
  }
  const match = findUnitByName(name, provinces);
  const details = cell(part, row, 'name', name);
  switch (match.kind) {
    case 'found':
      return match.unit.code;
    case 'ambiguous': {
      findings.add(issue('registry/ambiguous-name', firstUnits(match.units.map(withProvince)), details));
      return '';
    }
    case 'unknown':
      findings.add(issue('registry/unknown-name', { nearest: match.nearest.map(({ code, name: known }) => ({ code, name: known })) }, details));
      return '';
    default:
      return match satisfies never;
  }
}

function withProvince({ code, name, province }: RegisteredUnit): NamedUnit {
  return { code, name: province === null ? name : `${name}, ${province}` };
}

function unknownProvince(part: Dataset, row: number, registry: Registry): Issue {
  const province = part.units.groups.get('province')?.[row] ?? '';
  const known = [...registry.provinces.values()].flatMap(({ name }) => name ?? []);
  return issue('registry/unknown-province', { nearest: nearestSpellings(province, known) }, cell(part, row, 'province', province));
}

/** Two rows of one file that name the same unit. */
function reportTwice(part: Dataset, codes: readonly string[], findings: Findings): void {
  const first = new Map<string, number>();
  codes.forEach((code, row) => {
    if (code === '') return;
    const period = part.units.period[row] ?? null;
    const key = `${code}\n${period ?? ''}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row);
      return;
    }
    const args = { code, period, firstLine: part.positionOf(before, 'name').line ?? 0 };
    findings.add(issue('data/duplicate-unit', args, cell(part, row, 'name', part.units.name[row] ?? null)));
  });
}
