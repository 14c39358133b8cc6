import { type Issue, issue } from '../../messages/index.ts';
import type { Dataset, Units } from '../dataset.ts';
import { grouped } from '../group-by.ts';
import { provincesOf } from './identify.ts';
import type { RegisteredProvince, RegisteredUnit, Registry } from './registry.ts';

/**
 * Accounts for every unit of a registry: lists, for each period, the units without a row in the provinces that the data
 * are about, and fills in what the registry knows of each unit and the files do not say.
 *
 * @param dataset Units already identified.
 */
export function accountFor(dataset: Dataset, registry: Registry): Dataset {
  const missing = missingByProvince(dataset, registry);
  return {
    ...dataset,
    units: filledIn(dataset.units, registry),
    missingUnits: missingUnits(missing, dataset.units, registry),
    issues: [...dataset.issues, ...missing.map((found) => missingIssue(found))],
  };
}

/** Units of a province that have no row of a period. */
interface Missing {
  readonly province: RegisteredProvince;
  readonly period: string | null;
  readonly units: readonly RegisteredUnit[];
}

function missingByProvince(dataset: Dataset, registry: Registry): readonly Missing[] {
  if (!dataset.units.code.some((code) => registry.units.has(code))) return [];
  const present = new Map<string | null, Set<string>>();
  dataset.units.code.forEach((code, row) => {
    const period = dataset.units.period[row] ?? null;
    const codes = present.get(period) ?? new Set();
    present.set(period, codes.add(code));
  });
  const provinces = provincesOf([dataset], registry);
  return [...present].flatMap(([period, codes]) =>
    provinces
      .map((province) => ({ province, period, units: province.units.filter(({ code }) => !codes.has(code)) }))
      .filter(({ units }) => units.length > 0),
  );
}

function missingIssue({ province, period, units }: Missing): Issue {
  // All of them: whoever gathers the figures needs the whole list.
  const named = units.map(({ code, name }) => ({ code, name }));
  const args = { province: province.name, period, units: named, total: units.length, of: province.units.length };
  return issue('registry/units-missing', args, { severity: 'warning' });
}

/** The missing units as rows without figures, in the words of the files: where those differ, nothing is known. */
function missingUnits(missing: readonly Missing[], present: Units, registry: Registry): Units {
  const all = missing.flatMap(({ period, units }) => units.map((unit) => ({ period, unit })));
  const told = (id: string, value: (unit: RegisteredUnit) => string | null): readonly (string | null)[] => {
    const inFiles = grouped(present.groups.get(id)?.entries() ?? [], ([row]) => {
      const unit = registry.units.get(present.code[row] ?? '');
      return unit === undefined ? null : value(unit);
    });
    return all.map(({ unit }) => {
      const own = value(unit);
      if (own === null) return null;
      const texts = new Set((inFiles.get(own) ?? []).map(([, text]) => text ?? own));
      return texts.size > 1 ? null : ([...texts][0] ?? own);
    });
  };
  return {
    code: all.map(({ unit }) => unit.code),
    name: all.map(({ unit }) => unit.name),
    period: all.map(({ period }) => period),
    groups: new Map([
      ['province', all.map(({ unit }) => unit.province)],
      ['type', told('type', ({ type }) => type)],
      ['district', told('district', ({ district }) => district)],
    ]),
  };
}

/** The registry's name of a province wins, so that its units stay one group however the files spell it. */
function filledIn(units: Units, registry: Registry): Units {
  const known = units.code.map((code) => registry.units.get(code));
  const column = (
    id: string,
    value: (unit: RegisteredUnit) => string | null,
    wins: boolean,
  ): readonly (string | null)[] =>
    known.map((unit, row) => {
      const own = units.groups.get(id)?.[row] ?? null;
      const registered = unit === undefined ? null : value(unit);
      return wins ? (registered ?? own) : (own ?? registered);
    });
  const filled = [
    ['province', column('province', ({ province }) => province, true)],
    ['type', column('type', ({ type }) => type, false)],
    ['district', column('district', ({ district }) => district, false)],
  ] as const;
  const told = filled.filter(([, texts]) => texts.some((text) => text !== null));
  return {
    ...units,
    name: units.name.map((name, row) => name ?? known[row]?.name ?? null),
    groups: new Map([...told, ...[...units.groups].filter(([id]) => !told.some(([filledId]) => filledId === id))]),
  };
}
