import { withoutDiacritics } from '../canonical-key.ts';
import { nearestSpellings } from '../nearest.ts';
import type { RegisteredProvince, RegisteredUnit, Registry } from './registry.ts';
import { unitWordOf } from './unit-kind.ts';
import { isPlain, nameKey, provinceKey, withoutUnitPrefix } from './unit-name.ts';

/** What a name stands for: never a guess. */
export type NameMatch =
  | { readonly kind: 'found'; readonly unit: RegisteredUnit }
  | { readonly kind: 'ambiguous'; readonly units: readonly RegisteredUnit[] }
  | { readonly kind: 'unknown' };

/**
 * The unit that a typed name stands for: as it is typed, with its marks and the kind of unit it says it is; failing that
 * whatever its kind; failing that, where it was typed without any marks, without them.
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
  const bare = withoutUnitPrefix(key);
  const word = unitWordOf(key);
  const keys = word === null ? [key, bare] : [key, `${word} ${bare}`, bare];
  const exact =
    marksLeftOut && isPlain(key)
      ? []
      : firstFound(
          provinces.map(({ byName }) => byName),
          keys,
        );
  const mayBePlain = exact.length === 0 && isPlain(bare);
  const plainKeys = keys.map(withoutDiacritics);
  const found = mayBePlain
    ? firstFound(
        provinces.map(({ byPlainName }) => byPlainName),
        plainKeys,
      )
    : exact;
  const [unit] = found;
  if (unit === undefined) return { kind: 'unknown' };
  return found.length === 1 ? { kind: 'found', unit } : { kind: 'ambiguous', units: found };
}

/** What the first key stands for under which any province has a unit. */
function firstFound(
  names: readonly RegisteredProvince['byName'][],
  keys: readonly string[],
): readonly RegisteredUnit[] {
  for (const key of keys) {
    const found = new Set(names.flatMap((own) => own.get(key) ?? []));
    if (found.size > 0) return [...found];
  }
  return [];
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
