import { withoutDiacritics } from '../canonical-key.ts';
import { nearestSpellings } from '../nearest.ts';
import type { RegisteredProvince, RegisteredUnit, Registry } from './registry.ts';
import { isPlain, nameKey, provinceKey, withoutUnitPrefix } from './unit-name.ts';

/** What a name stands for: never a guess. */
export type NameMatch =
  | { readonly kind: 'found'; readonly unit: RegisteredUnit }
  | { readonly kind: 'ambiguous'; readonly units: readonly RegisteredUnit[] }
  | { readonly kind: 'unknown' };

/**
 * The unit that a typed name stands for: with its marks, and failing that, where it was typed without any, without them.
 *
 * @param name As typed: either tone style, NFC or NFD, any case, with or without its prefix.
 * @param provinces Where to look.
 * @param marksLeftOut Whether whoever typed it leaves out diacritics: then `Thanh An` may be Thạnh An as well.
 * @example findUnitByName('HOÀ BÌNH', provincesNamed(registry, 'Phú Thọ'))
 */
export function findUnitByName(
  name: string,
  provinces: readonly RegisteredProvince[],
  marksLeftOut = false,
): NameMatch {
  const key = nameKey(name);
  const exact = marksLeftOut && isPlain(key) ? [] : provinces.flatMap(({ byName }) => lookUp(byName, key));
  const mayBePlain = exact.length === 0 && isPlain(withoutUnitPrefix(key));
  const plain = mayBePlain ? provinces.flatMap(({ byPlainName }) => lookUp(byPlainName, withoutDiacritics(key))) : [];
  const found = [...new Set([...exact, ...plain])];
  const [unit] = found;
  if (unit === undefined) return { kind: 'unknown' };
  return found.length === 1 ? { kind: 'found', unit } : { kind: 'ambiguous', units: found };
}

/** As written, else without the prefix: `Xã Ba Đình` for the ward of that name. */
function lookUp(names: RegisteredProvince['byName'], key: string): readonly RegisteredUnit[] {
  return names.get(key) ?? names.get(withoutUnitPrefix(key)) ?? [];
}

/** The provinces of a registry that a typed name or code can mean: one, or none. */
export function provincesNamed(registry: Registry, text: string): readonly RegisteredProvince[] {
  const key = provinceKey(text);
  const exact = registry.provinces.get(key);
  if (exact !== undefined) return [exact];
  const byCode = [...registry.provinces.values()].filter(({ units }) => units[0]?.provinceCode === key);
  if (byCode.length === 1) return byCode;
  if (!isPlain(key)) return [];
  const matches = [...registry.provinces].filter(([other]) => withoutDiacritics(other) === key);
  return matches.length === 1 ? matches.map(([, province]) => province) : [];
}

/** The units whose names are most like one that nobody has: at most three. */
export function nearestUnits(name: string, provinces: readonly RegisteredProvince[]): readonly RegisteredUnit[] {
  const byName = new Map(
    provinces.flatMap(({ units }) => units.flatMap((unit) => spellings(unit).map((one) => [one, unit] as const))),
  );
  const near = nearestSpellings(name, [...byName.keys()]);
  return [...new Set(near.flatMap((spelling) => byName.get(spelling) ?? []))];
}

function spellings(unit: RegisteredUnit): readonly string[] {
  return [unit.name, unit.name.replace(/^(?:Xã|Phường|Thị trấn|Đặc khu)\s+/, '')];
}
