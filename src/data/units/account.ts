import { type Issue, issue } from '../../messages/index.ts';
import type { Dataset, Units } from '../dataset.ts';
import { provincesOf } from './identify.ts';
import type { RegisteredProvince, RegisteredUnit, Registry } from './registry.ts';

/**
 * Accounts for every unit of a registry: lists, for each period, the units without a row in the provinces that the data
 * are about, and fills in what the registry knows of each unit and the files do not say.
 *
 * @param dataset Units already identified.
 */
export function accountFor(dataset: Dataset, registry: Registry): Dataset {
  return {
    ...dataset,
    units: filledIn(dataset.units, registry),
    issues: [...dataset.issues, ...missingUnits(dataset, registry)],
  };
}

function missingUnits(dataset: Dataset, registry: Registry): readonly Issue[] {
  if (!dataset.units.code.some((code) => registry.units.has(code))) return [];
  const present = new Map<string | null, Set<string>>();
  dataset.units.code.forEach((code, row) => {
    const period = dataset.units.period[row] ?? null;
    const codes = present.get(period) ?? new Set();
    present.set(period, codes.add(code));
  });
  const provinces = provincesOf([dataset], registry);
  return [...present].flatMap(([period, codes]) => provinces.flatMap((province) => missingOf(province, period, codes)));
}

function missingOf(
  { name, units }: RegisteredProvince,
  period: string | null,
  present: ReadonlySet<string>,
): readonly Issue[] {
  const missing = units.filter(({ code }) => !present.has(code));
  if (missing.length === 0) return [];
  // All of them: whoever gathers the figures needs the whole list.
  const named = missing.map((unit) => ({ code: unit.code, name: unit.name }));
  const args = { province: name, period, units: named, total: missing.length, of: units.length };
  return [issue('registry/units-missing', args, { severity: 'warning' })];
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
