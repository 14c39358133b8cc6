/** Random communes that land on, just under and just over every threshold of the decision. */

import type { Commune, KeyRoute } from './qd28.ts';

/** Draws a whole number from 0 to `below` − 1. */
export type Random = (below: bigint) => bigint;

/**
 * Makes a repeatable source of random numbers: xorshift64* (Marsaglia 2003, Vigna 2014), on 64-bit whole numbers.
 *
 * @param seed The same seed gives the same draws; zero, a fixed point of the shifts, is replaced by one.
 * @returns The source.
 */
export function seededRandom(seed: bigint): Random {
  let state = BigInt.asUintN(64, seed) || 1n;
  return (below) => {
    state ^= state >> 12n;
    state ^= BigInt.asUintN(64, state << 25n);
    state ^= state >> 27n;
    // The high half is the better one; the bias of the remainder is far below what a test can see.
    return (BigInt.asUintN(64, state * 0x2545f4914f6cdd1dn) >> 32n) % below;
  };
}

/** How much drug trouble a drawn commune has: all zero-prone, mixed, or no measure at zero. */
type Burden = 'light' | 'mixed' | 'heavy';

/**
 * Draws one sound commune.
 *
 * @param random The source of random numbers, e.g. `seededRandom(28n)`.
 * @returns The commune.
 */
export function randomCommune(random: Random): Commune {
  const burden = pick<Burden>(random, ['light', 'mixed', 'heavy']);
  const clean = random(4n) === 0n;
  const residents = randomResidents(random);
  const filed = nearShare(random, residents, burden, [1000n, 200n]); // 0.1 %, 0.5 %
  const addicts = random(filed + 1n);
  return {
    residents,
    filed_addicts: addicts,
    filed_users: filed - addicts,
    use_points: clean ? 0n : pick(random, [0n, 0n, 1n, 2n, 3n]),
    offenders_arrested: nearShare(random, residents, burden, [2000n, 1000n]), // 0.05 %, 0.1 %
    plants_destroyed: pick(random, plantCounts[burden]),
    plant_area_m2_hundredths: pick(random, plantAreas[burden]),
    key_route: pick<KeyRoute>(random, ['none', 'intra', 'inter']),
    ...randomDrugPeople(random, clean),
    resident_violators: clean ? 0n : mostlySmall(random),
    wanted_hiding: clean ? 0n : mostlySmall(random),
  };
}

const plantCounts: Readonly<Record<Burden, readonly bigint[]>> = {
  light: [0n, 0n, 0n, 0n, 1n, 499n],
  mixed: [0n, 1n, 499n, 500n, 501n, 2999n, 3000n, 3001n],
  heavy: [500n, 501n, 2999n, 3000n, 3001n],
};

/** In hundredths of a square metre, so that 12499n is 124.99 m². */
const plantAreas: Readonly<Record<Burden, readonly bigint[]>> = {
  light: [0n, 0n, 0n, 0n, 1n, 12_499n],
  mixed: [0n, 1n, 12_499n, 12_500n, 12_501n, 74_999n, 75_000n, 75_001n],
  heavy: [12_500n, 12_501n, 74_999n, 75_000n, 75_001n],
};

/** Sizes at which a share is a whole number of people, just misses one, or is less than one person. */
function randomResidents(random: Random): bigint {
  const sizes = [1n, 199n, 200n, 1000n, 1001n, 4999n, 5000n, 8120n, 20_000n, 208_000n];
  return random(3n) === 0n ? 1n + random(60_000n) : pick(random, sizes);
}

/** A count within one person of one of the shares (1 in 1000 is 0.1 %), or zero, or far above. */
function nearShare(random: Random, residents: bigint, burden: Burden, oneIn: readonly bigint[]): bigint {
  if (burden === 'light' && random(2n) === 0n) return 0n;
  if (burden === 'mixed' && random(5n) === 0n) return 0n;
  const share = residents / pick(random, oneIn);
  const count = share + pick(random, [-1n, 0n, 1n, 2n]);
  const lowest = burden === 'heavy' ? 1n : 0n;
  if (random(12n) === 0n) return share * 10n + 3n;
  return count < lowest ? lowest : count;
}

type DrugPeople = Pick<
  Commune,
  'resident_drug_people' | 'excepted_substitution' | 'excepted_home_treatment' | 'excepted_post_treatment'
>;

/** Drug people of whom the three excepted groups are a part, often the whole. */
function randomDrugPeople(random: Random, clean: boolean): DrugPeople {
  const excepted_substitution = mostlySmall(random);
  const excepted_home_treatment = mostlySmall(random);
  const excepted_post_treatment = mostlySmall(random);
  const others = clean ? 0n : mostlySmall(random);
  return {
    resident_drug_people: excepted_substitution + excepted_home_treatment + excepted_post_treatment + others,
    excepted_substitution,
    excepted_home_treatment,
    excepted_post_treatment,
  };
}

function mostlySmall(random: Random): bigint {
  return pick(random, [0n, 0n, 0n, 1n, 2n, 37n]);
}

function pick<T>(random: Random, choices: readonly T[]): T {
  for (const choice of choices.slice(Number(random(BigInt(choices.length))))) return choice;
  throw new RangeError('nothing to pick from');
}

const header = [
  'code',
  'name',
  'province',
  'type',
  'residents',
  'filed_addicts',
  'filed_users',
  'use_points',
  'offenders_arrested',
  'plants_destroyed',
  'plant_area_m2',
  'key_route',
  'resident_drug_people',
  'excepted_substitution',
  'excepted_home_treatment',
  'excepted_post_treatment',
  'resident_violators',
  'wanted_hiding',
];

/**
 * Writes communes as an indicator file.
 *
 * @param communes The communes; their codes are their places in the list, from 00001.
 * @returns The CSV text, one line per commune under the header.
 */
export function toCsv(communes: readonly Commune[]): string {
  const lines = communes.map((commune, index) => {
    const place = String(index + 1);
    return [
      place.padStart(5, '0'),
      `Xã ${place}`,
      'An Giang',
      'xã',
      commune.residents,
      commune.filed_addicts,
      commune.filed_users,
      commune.use_points,
      commune.offenders_arrested,
      commune.plants_destroyed,
      squareMetresText(commune.plant_area_m2_hundredths),
      commune.key_route,
      commune.resident_drug_people,
      commune.excepted_substitution,
      commune.excepted_home_treatment,
      commune.excepted_post_treatment,
      commune.resident_violators,
      commune.wanted_hiding,
    ].join(',');
  });
  return [header.join(','), ...lines, ''].join('\n');
}

/** 12499n hundredths as `124.99`, 12500n as `125`. */
function squareMetresText(hundredths: bigint): string {
  const whole = hundredths / 100n;
  const rest = hundredths % 100n;
  return rest === 0n ? String(whole) : `${whole}.${String(rest).padStart(2, '0')}`;
}
