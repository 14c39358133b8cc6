import { type Issue, issue, type Result, unlessFaulty } from '../../messages/index.ts';
import { withoutDiacritics } from '../canonical-key.ts';
import { type Record, type RecordColumn, readRecords } from '../files/records.ts';
import { gatherFindings } from '../findings.ts';
import { grouped } from '../group-by.ts';
import { UNIT_COLUMNS } from '../tables/unit-columns.ts';
import { nameKey, provinceKey, withoutUnitPrefix } from './unit-name.ts';

/** A unit of a registry. */
export interface RegisteredUnit {
  readonly code: string;
  readonly name: string;
  readonly type: string | null;
  readonly district: string | null;
  readonly provinceCode: string | null;
  readonly province: string | null;
}

/** The units of one date: codes are given anew, so a registry holds for its own date only. */
export interface Registry {
  /** The file's name. */
  readonly file: string;
  readonly units: ReadonlyMap<string, RegisteredUnit>;
  /** By the key of the province, '' where the registry names none. */
  readonly provinces: ReadonlyMap<string, RegisteredProvince>;
}

/** The units of one province, and the keys under which each is found. */
export interface RegisteredProvince {
  readonly name: string | null;
  readonly units: readonly RegisteredUnit[];
  readonly byName: ReadonlyMap<string, readonly RegisteredUnit[]>;
  /** Without diacritics: a key may stand for several. */
  readonly byPlainName: ReadonlyMap<string, readonly RegisteredUnit[]>;
}

const REGISTRY_COLUMNS: readonly RecordColumn[] = [
  { id: 'code', ...UNIT_COLUMNS.code, required: true },
  { id: 'name', ...UNIT_COLUMNS.name, required: true },
  { id: 'type', ...UNIT_COLUMNS.type, required: false },
  { id: 'district', ...UNIT_COLUMNS.district, required: false },
  {
    id: 'province_code',
    label: { vi: 'Mã tỉnh', en: 'Province code' },
    aliases: ['Mã tỉnh/thành phố'],
    required: false,
  },
  { id: 'province', ...UNIT_COLUMNS.province, required: false },
];

/**
 * Reads a registry of units.
 *
 * @param text CSV text with the columns code, name and, where known, type, district, province_code, province.
 * @param file Its name, for messages.
 * @example
 * const registry = parseRegistry('code,name,province\n00004,Phường Ba Đình,Thành phố Hà Nội\n', 'units.csv');
 * registry.ok && registry.value.units.size; // 1
 */
export function parseRegistry(text: string, file: string): Result<Registry> {
  const records = readRecords(file, text, REGISTRY_COLUMNS);
  if (!records.ok) return records;
  const findings = gatherFindings();
  const units = new Map<string, RegisteredUnit>();
  const lines = new Map<string, number>();
  for (const record of records.value) {
    const unit = unitOf(record);
    const fault = faultOf(unit, record, lines.get(unit.code));
    if (fault !== null) findings.add(fault);
    else {
      units.set(unit.code, unit);
      lines.set(unit.code, record.line);
    }
  }
  return unlessFaulty({ file, units, provinces: provincesOf([...units.values()]) }, findings.list());
}

function unitOf({ get }: Record): RegisteredUnit {
  const orNull = (id: string): string | null => (get(id) === '' ? null : get(id));
  return {
    code: get('code'),
    name: get('name'),
    type: orNull('type'),
    district: orNull('district'),
    provinceCode: orNull('province_code'),
    province: orNull('province'),
  };
}

function faultOf({ code, name }: RegisteredUnit, record: Record, firstLine: number | undefined): Issue | null {
  if (code === '') return issue('data/missing-code', { header: 'code' }, { position: record.at('code') });
  if (name === '') return issue('registry/missing-name', { code }, { position: record.at('name') });
  if (firstLine === undefined) return null;
  return issue(
    'data/duplicate-unit',
    { code, period: null, firstLine },
    { position: record.at('code'), received: code },
  );
}

function provincesOf(units: readonly RegisteredUnit[]): ReadonlyMap<string, RegisteredProvince> {
  const provinces = grouped(units, ({ province }) => provinceKey(province ?? ''));
  return new Map([...provinces].map(([key, members]) => [key, provinceOf(members)]));
}

function provinceOf(units: readonly RegisteredUnit[]): RegisteredProvince {
  const keyed = units.flatMap((unit) => {
    const key = nameKey(unit.name);
    return [...new Set([key, withoutUnitPrefix(key)])].map((spelling) => ({ spelling, unit }));
  });
  return {
    name: units[0]?.province ?? null,
    units,
    byName: namesOf(keyed, (spelling) => spelling),
    byPlainName: namesOf(keyed, withoutDiacritics),
  };
}

function namesOf(
  keyed: readonly { readonly spelling: string; readonly unit: RegisteredUnit }[],
  keyOf: (spelling: string) => string,
): RegisteredProvince['byName'] {
  const groups = grouped(keyed, ({ spelling }) => keyOf(spelling));
  return new Map([...groups].map(([key, found]) => [key, [...new Set(found.map(({ unit }) => unit))]]));
}
