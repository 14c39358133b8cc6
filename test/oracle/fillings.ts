/**
 * Missing cells by brute force: every class that some sound filling of one or two missing cells would give.
 *
 * Why a finite list of samples is enough. Call two fillings alike when every comparison in `decide` and `isSound`
 * comes out the same for both; alike fillings give the same decision. So it is enough that the samples hold one
 * filling of each likeness that occurs. F is filed addicts + users, O offenders arrested, R residents.
 *
 * One missing cell, the others known:
 * - use_points is compared with 0, 1 and 2 only; plants with 0, 500, 3000; area with 0, 125, 750; violators and
 *   wanted with 0. The thresholds themselves, and 0 and 1 (for area 0.01 m²), are the least members of the
 *   intervals between them. For area this covers every decimal, not only hundredths: (0, 125) holds 0.01.
 * - F is compared with 0, R/1000 and R/200; O with 0, R/2000 and R/1000. An interval that holds a whole number
 *   ≥ the known part of F has its least one there at the known part, at 1, or at a threshold rounded up.
 * - R is compared as R ≤ 200F, R ≤ 1000F, R ≤ 1000O, R ≤ 2000O, so the intervals are (b, b′] between neighbouring
 *   bounds b, and b + 1 is in each that is not empty; 1 is in the lowest.
 * - Đ6.k1 asks whether what is left (drug people − excepted) is 0, and soundness whether it is ≥ 0. Leaving 0 and
 *   leaving 1 are therefore enough, wherever they can be had.
 *
 * Two missing cells: the second is sampled anew for each sample of the first, in the order residents first.
 * - The two share no comparison (e.g. use_points and area, or R and plants): the pairs of samples hold all pairs of
 *   likenesses. Plants and area are such a pair, since each is compared only with constants.
 * - Addicts and users: with the first at 0, the second runs through every interval of F.
 * - Two of the Đ6.k1 cells: an unfilled one is read as 0 while the first is sampled, so the first sample leaves 0
 *   or 1 and the second then takes 0 (or, when the first took 0, leaves 0 or 1 itself).
 * - R and a numerator N, with M the other, known numerator. Sort the values of R by their likeness towards M: up to
 *   three intervals, whose upper ends are bounds above and whose last is endless. Inside one of them a larger R
 *   allows every likeness of N that a smaller R allows. To see it, take for N the thresholds R/q < R/p (F: q 1000,
 *   p 200; O: q 2000, p 1000) and the least positive value m it may take (its known part, at least 1):
 *   N = 0 and N ≥ R/p can be had at any R (or, for N = 0, at none); 0 < N < R/q needs R > qm; and R/q ≤ N < R/p
 *   needs pn < R ≤ qn for some n ≥ m, and since q ≥ 2p these runs join up to all R > pm. Hence the upper ends, and one R
 *   in the endless interval above qm, are enough: `wide` is above 2000 × (F + O + 1), so above qm and 2000O alike.
 */

import { type Commune, type CommuneClass, decide, isSound, type KeyRoute, type Readings } from './qd28.ts';

/** What the fillings of the missing cells have in common, and where they differ. */
export interface Reachable {
  readonly classes: ReadonlySet<CommuneClass>;
  /** The fewest and the most clauses of Đ6 that can hold. */
  readonly scores: { readonly min: number; readonly max: number };
  /** Whether the commune is drug-free; `null` when that depends on the filling. */
  readonly certified: boolean | null;
}

export type Cell = keyof Commune;

/**
 * Finds every decision that a sound filling of the missing cells would give.
 *
 * @param commune The commune; what it holds in the missing cells is not looked at.
 * @param missing The names of one or two missing cells.
 * @param readings How the two ambiguous places are read.
 * @returns The classes, scores and verdicts that can be reached.
 * @throws RangeError when more than two cells are missing, or no filling is sound.
 */
export function reachable(commune: Commune, missing: readonly Cell[], readings: Readings): Reachable {
  const decisions = soundFillings(commune, missing).map((filling) => decide(filling, readings));
  if (decisions.length === 0) throw new RangeError('no filling of the missing cells is sound');

  const scores = decisions.map((decision) => decision.score);
  const verdicts = new Set(decisions.map((decision) => decision.certified));
  return {
    classes: new Set(decisions.map((decision) => decision.class)),
    scores: { min: Math.min(...scores), max: Math.max(...scores) },
    certified: verdicts.size === 2 ? null : verdicts.has(true),
  };
}

/** The sample fillings, one at least of each likeness. */
function soundFillings(commune: Commune, missing: readonly Cell[]): readonly Commune[] {
  if (missing.length > 2) throw new RangeError('the samples are sufficient for at most two missing cells');
  const residentsFirst = missing.toSorted((one, other) => Number(other === 'residents') - Number(one === 'residents'));
  const blank = residentsFirst.reduce((row, cell) => ({ ...row, ...unfilled(cell) }), commune);
  const fillings = residentsFirst.reduce<readonly Commune[]>(
    (rows, cell) => rows.flatMap((row) => filledIn(row, cell)),
    [blank],
  );
  return fillings.filter(isSound);
}

/** What stands in a missing cell until it is sampled, so that its true value cannot leak into the samples. */
function unfilled(cell: Cell): Partial<Commune> {
  if (cell === 'key_route') return { key_route: 'none' };
  return { [cell]: cell === 'residents' ? 1n : 0n };
}

function filledIn(commune: Commune, cell: Cell): readonly Commune[] {
  if (cell === 'key_route') {
    return (['none', 'intra', 'inter'] satisfies KeyRoute[]).map((key_route) => ({ ...commune, key_route }));
  }
  const least = cell === 'residents' ? 1n : 0n;
  const values = new Set(samples(commune, cell).filter((value) => value >= least));
  return [...values].map((value) => ({ ...commune, [cell]: value }));
}

/** The values to try in one cell, given all others. */
function samples(commune: Commune, cell: Exclude<Cell, 'key_route'>): readonly bigint[] {
  const { residents } = commune;
  switch (cell) {
    case 'residents':
      return residentsSamples(commune);
    case 'filed_addicts':
      return filedSamples(residents, commune.filed_users);
    case 'filed_users':
      return filedSamples(residents, commune.filed_addicts);
    case 'offenders_arrested':
      return [0n, 1n, ...around(roundedUp(residents, 2000n)), ...around(roundedUp(residents, 1000n))];
    case 'use_points':
      return [0n, 1n, 2n, 3n];
    case 'plants_destroyed':
      return [0n, 1n, ...around(500n), ...around(3000n)];
    case 'plant_area_m2_hundredths':
      return [0n, 1n, ...around(12_500n), ...around(75_000n)];
    case 'resident_drug_people':
      return [0n, ...around(-unexcepted({ ...commune, resident_drug_people: 0n }))];
    case 'excepted_substitution':
    case 'excepted_home_treatment':
    case 'excepted_post_treatment':
      return [0n, ...around(unexcepted({ ...commune, [cell]: 0n }))];
    case 'resident_violators':
    case 'wanted_hiding':
      return [0n, 1n, 2n];
  }
}

function residentsSamples(commune: Commune): readonly bigint[] {
  const filed = commune.filed_addicts + commune.filed_users;
  const offenders = commune.offenders_arrested;
  const wide = 2000n * (filed + offenders + 1n) + 1n;
  const bounds = [200n * filed, 1000n * filed, 1000n * offenders, 2000n * offenders];
  return [1n, ...bounds.flatMap(around), wide];
}

/** One of the two parts of F, when the other part is known. */
function filedSamples(residents: bigint, otherPart: bigint): readonly bigint[] {
  const thresholds = [roundedUp(residents, 1000n), roundedUp(residents, 200n)];
  return [0n, 1n, ...thresholds.flatMap((threshold) => around(threshold - otherPart))];
}

/** The drug people that no exception of Đ6.k1 covers; below zero when the exceptions are too many. */
function unexcepted(commune: Commune): bigint {
  return (
    commune.resident_drug_people -
    commune.excepted_substitution -
    commune.excepted_home_treatment -
    commune.excepted_post_treatment
  );
}

function around(value: bigint): readonly bigint[] {
  return [value - 1n, value, value + 1n];
}

/** The least whole number ≥ value ÷ divisor, for a value ≥ 0. */
function roundedUp(value: bigint, divisor: bigint): bigint {
  return (value + divisor - 1n) / divisor;
}
