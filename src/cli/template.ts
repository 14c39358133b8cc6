import { compile, earlierColumns } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { provincesNamed, type RegisteredUnit, type Registry } from '../data/index.ts';
import { issue, refusal, type Result } from '../messages/index.ts';
import { type LoadedCriteria, loadCriteria, readRegistry } from '../node/index.ts';
import { type TemplateSpec, type UnitColumn, writeTemplateCsv, writeTemplateWorkbook } from '../report/index.ts';
import { earlierRolledUp } from './assess-levels.ts';
import { failed } from './assessment.ts';
import type { Outcome, Request } from './request.ts';
import { type Options, unknownValue } from './options.ts';
import { setOfData, withoutPeriodNeeded } from './understand.ts';

/** Columns about the unit that are filled in from a registry. */
const REGISTERED: readonly UnitColumn[] = ['province', 'type', 'district'];
/** Columns that units are rolled up by. */
const GROUPS: readonly UnitColumn[] = ['province', 'district', 'commune'];

/** `xasach template`: a blank data file for a criteria set, with the units of a registry where one is named. */
export async function template({ options, format, style: { lang } }: Request): Promise<Outcome> {
  const { criteria, period, units: named } = options;
  const [loaded, registry] = [await loadCriteria(criteria ?? undefined, { period }), await readRegistry(named)];
  if (!loaded.ok) return failed(loaded.issues);
  if (!registry.ok) return failed(registry.issues);
  const units = unitsFor(registry.value, options);
  if (!units.ok) return failed(units.issues);
  const set = setOfData(loaded.value);
  const spec: TemplateSpec = {
    set,
    units: units.value,
    about: aboutUnits(loaded.value, set, units.value, period),
    period,
  };
  return {
    output:
      format === 'xlsx'
        ? await writeTemplateWorkbook(spec, lang)
        : writeTemplateCsv(spec, { lang, excel: options.excel }),
    // Nothing is assessed yet, so it does not matter yet for which period.
    issues: withoutPeriodNeeded(loaded.issues),
    objected: false,
    read: [criteria, named].flatMap((path) => path ?? []),
    isToFillIn: true,
  };
}

function unitsFor(registry: Registry | null, { province }: Options): Result<readonly RegisteredUnit[]> {
  if (registry === null) {
    return province === null ? { ok: true, value: [], issues: [] } : refusal([issue('usage/province-needs-units', {})]);
  }
  const provinces = province === null ? [...registry.provinces.values()] : provincesNamed(registry, province);
  if (provinces.length > 0) return { ok: true, value: provinces.flatMap(({ units }) => units), issues: [] };
  const known = [...registry.provinces.values()].flatMap(({ name }) => name ?? []);
  return refusal([unknownValue('--province', province ?? '', known)]);
}

/** What a registry knows, what a set above groups by, and the period where one set looks back on another. */
function aboutUnits(
  loaded: LoadedCriteria,
  set: CriteriaSet,
  units: readonly RegisteredUnit[],
  period: string | null,
): readonly UnitColumn[] {
  const grouping = groupsOf(loaded);
  const isTold = (column: UnitColumn): boolean =>
    grouping.has(column) || (isRegistered(column) && units.some((unit) => unit[column] !== null));
  const about = [...new Set([...REGISTERED, ...GROUPS])].filter(
    (column) => isTold(column) && !set.indicators.has(column),
  );
  const looksBack = [...earlierColumns(compile(set).program), ...earlierRolledUp(loaded)].length > 0;
  return looksBack || period !== null ? [...about, 'period'] : about;
}

function isRegistered(column: UnitColumn): column is 'province' | 'type' | 'district' {
  return REGISTERED.includes(column);
}

/** The columns by which the units of the data are put together for the sets above. */
function groupsOf({ set, lower }: LoadedCriteria): ReadonlySet<string> {
  const own = set.from === null ? [] : [set.from.group];
  return new Set([...own, ...(lower === null ? [] : groupsOf(lower))]);
}
