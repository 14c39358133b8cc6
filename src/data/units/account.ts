import { type Issue, issue } from '../../messages/index.ts';
import type { Dataset, Units } from '../dataset.ts';
import { oneSpelling } from './group-column.ts';
import { provincesOf } from './identify.ts';
import type { RegisteredProvince, RegisteredUnit, Registry } from './registry.ts';

/**
 * Accounts for every unit of a registry: lists, for each period, the units without a row in the provinces that the data
 * are about, and fills in what the registry knows of each unit and the files do not say.
 *
 * @param dataset Units already identified.
 */
export function accountFor(dataset: Dataset, registry: Registry): Dataset {
  const units = filledIn(dataset.units, registry);
  const missing = missingUnits(dataset, registry);
  return {
    ...dataset,
    units,
    absent: absentUnits(missing, units, registry),
    issues: [...dataset.issues, ...missing.map(toldMissing)],
  };
}

/** The units of a province that have no row in a period. */
interface Missing {
  readonly province: RegisteredProvince;
  readonly period: string | null;
  readonly units: readonly RegisteredUnit[];
}

function missingUnits(dataset: Dataset, registry: Registry): readonly Missing[] {
  if (!dataset.units.code.some((code) => registry.units.has(code))) return [];
  const present = new Map<string | null, Set<string>>();
  dataset.units.code.forEach((code, row) => {
    const period = dataset.units.period[row] ?? null;
    const codes = present.get(period) ?? new Set();
    present.set(period, codes.add(code));
  });
  const provinces = provincesOf([dataset], registry);
  return [...present].flatMap(([period, codes]) =>
    provinces.flatMap((province) => {
      const units = province.units.filter(({ code }) => !codes.has(code));
      return units.length === 0 ? [] : [{ province, period, units }];
    }),
  );
}

function toldMissing({ province, period, units }: Missing): Issue {
  // All of them: whoever gathers the figures needs the whole list.
  const named = units.map(({ code, name }) => ({ code, name }));
  const args = { province: province.name, period, units: named, total: units.length, of: province.units.length };
  return issue('registry/units-missing', args, { severity: 'warning' });
}

/** What the registry says of a unit beside its name, by column. */
const REGISTERED: readonly (readonly [string, (unit: RegisteredUnit) => string | null])[] = [
  ['province', ({ province }) => province],
  ['type', ({ type }) => type],
  ['district', ({ district }) => district],
];

function absentUnits(missing: readonly Missing[], present: Units, registry: Registry): Units {
  const units = missing.flatMap(({ period, units: own }) => own.map((unit) => ({ unit, period })));
  const groups = REGISTERED.map(([id, said]) => {
    const spelling = spellingOf(present, registry, id, said);
    return [id, units.map(({ unit }) => spelling(said(unit)))] as const;
  });
  return {
    code: units.map(({ unit }) => unit.code),
    name: units.map(({ unit }) => unit.name),
    period: units.map(({ period }) => period),
    groups: new Map(groups),
  };
}

/** What the data call a group of the registry, where they call it by one name: a unit that is absent belongs there. */
function spellingOf(
  { code, groups }: Units,
  registry: Registry,
  id: string,
  said: (unit: RegisteredUnit) => string | null,
): (registered: string | null) => string | null {
  const spellings = new Map<string | null, Set<string>>();
  const texts = oneSpelling(groups.get(id) ?? []);
  code.forEach((own, row) => {
    const unit = registry.units.get(own);
    const spelled = texts[row] ?? null;
    if (unit === undefined || spelled === null) return;
    const registered = said(unit);
    spellings.set(registered, (spellings.get(registered) ?? new Set()).add(spelled));
  });
  return (registered) => {
    const [first, ...others] = spellings.get(registered) ?? [];
    return registered === null || first === undefined || others.length > 0 ? registered : first;
  };
}

/** The registry's name of a province wins, so that its units stay one group however the files spell it. */
function filledIn(units: Units, registry: Registry): Units {
  const known = units.code.map((code) => registry.units.get(code));
  const filled = REGISTERED.map(([id, said]) => {
    const texts = known.map((unit, row) => {
      const own = units.groups.get(id)?.[row] ?? null;
      const registered = unit === undefined ? null : said(unit);
      return id === 'province' ? (registered ?? own) : (own ?? registered);
    });
    return [id, texts] as const;
  });
  const told = filled.filter(([, texts]) => texts.some((text) => text !== null));
  return {
    ...units,
    name: units.name.map((name, row) => name ?? known[row]?.name ?? null),
    groups: new Map([...told, ...[...units.groups].filter(([id]) => !told.some(([filledId]) => filledId === id))]),
  };
}
