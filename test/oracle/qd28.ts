/**
 * Quyết định 28/2025/QĐ-TTg for one commune, written a second time and by hand.
 *
 * A test oracle: it shares no code with the engine, so that the two can disagree.
 * Written to be read next to the decision; "Đ4.k1.a" is Article 4, clause 1, letter a.
 * Every count is a whole number and every comparison is exact: no ratio is divided out or rounded.
 */

/** What is known of one commune at the end of the assessment period. */
export interface Commune {
  /** Persons currently residing in the area: the denominator of both ratios. */
  readonly residents: bigint;
  readonly filed_addicts: bigint;
  readonly filed_users: bigint;
  readonly use_points: bigint;
  readonly offenders_arrested: bigint;
  readonly plants_destroyed: bigint;
  /** The area of destroyed plants in hundredths of a square metre: 125 m² is 12500n. */
  readonly plant_area_m2_hundredths: bigint;
  readonly key_route: KeyRoute;
  readonly resident_drug_people: bigint;
  readonly excepted_substitution: bigint;
  readonly excepted_home_treatment: bigint;
  readonly excepted_post_treatment: bigint;
  readonly resident_violators: bigint;
  readonly wanted_hiding: bigint;
}

/** The key route the commune lies on: none, within the province, or between provinces. */
export type KeyRoute = 'none' | 'intra' | 'inter';

/** How the two ambiguous places of the text are read. */
export interface Readings {
  /** `strict`: the bands as printed, disjoint. `cumulative`: each lower bound without its upper bound. */
  readonly bands: 'strict' | 'cumulative';
  /** Whether a measure of zero meets a Loại III criterion: `excluded` says no, `literal` reads "below". */
  readonly zero: 'excluded' | 'literal';
}

/** The classes, in the order in which they are tried. */
export const classes = ['drug_free', 'key_1', 'key_2', 'key_3', 'other'] as const;
export type CommuneClass = (typeof classes)[number];

/** Loại (class of key area) and letter, with `e` for letter đ; `F` for the three clauses of Đ6. */
export type CriterionId =
  | 'I.a'
  | 'I.b'
  | 'I.c'
  | 'I.d'
  | 'I.e'
  | 'II.a'
  | 'II.b'
  | 'II.c'
  | 'II.d'
  | 'II.e'
  | 'III.a'
  | 'III.b'
  | 'III.c'
  | 'F.1'
  | 'F.2'
  | 'F.3';

/** What the decision says of one commune. */
export interface Decision {
  readonly class: CommuneClass;
  /** Whether the commune is drug-free: all three clauses of Đ6. */
  readonly certified: boolean;
  /** How many of the three clauses of Đ6 hold. */
  readonly score: number;
  readonly criteria: Readonly<Record<CriterionId, boolean>>;
}

/** One letter of Đ4: the measure's criterion in each of the three classes. */
interface Letter {
  readonly first: boolean;
  readonly second: boolean;
  readonly third: boolean;
}

/**
 * Decides one commune.
 *
 * @param commune The commune, which must be sound (see `isSound`).
 * @param readings How the two ambiguous places are read.
 * @returns The class, and each criterion on the way to it.
 */
export function decide(commune: Commune, readings: Readings): Decision {
  const a = filedPersons(commune, readings);
  const b = usePoints(commune, readings);
  const c = arrestedOffenders(commune, readings);
  const d = drugPlants(commune, readings);
  const letters = [a, b, c, d];

  // Letter đ: two letters of this class or a higher one, each letter once, and a key route.
  const onKeyRoute = commune.key_route === 'intra' || commune.key_route === 'inter';
  const lettersOfSecondOrHigher = howMany(letters.map((letter) => letter.first || letter.second));
  const lettersOfThirdOrHigher = howMany(letters.map((letter) => letter.first || letter.second || letter.third));

  const criteria = {
    'I.a': a.first, // Đ4.k1.a
    'I.b': b.first, // Đ4.k1.b
    'I.c': c.first, // Đ4.k1.c
    'I.d': d.first, // Đ4.k1.d
    'I.e': lettersOfSecondOrHigher >= 2 && onKeyRoute, // Đ4.k1.đ
    'II.a': a.second, // Đ4.k2.a
    'II.b': b.second, // Đ4.k2.b
    'II.c': c.second, // Đ4.k2.c
    'II.d': d.second, // Đ4.k2.d
    'II.e': lettersOfThirdOrHigher >= 2 && onKeyRoute, // Đ4.k2.đ
    'III.a': a.third, // Đ4.k3.a
    'III.b': c.third, // Đ4.k3.b: the measure of letter c
    'III.c': d.third, // Đ4.k3.c: the measure of letter d
    'F.1': noDrugPeople(commune), // Đ6.k1
    'F.2': noViolations(commune), // Đ6.k2
    'F.3': commune.use_points === 0n, // Đ6.k3
  };

  const score = howMany([criteria['F.1'], criteria['F.2'], criteria['F.3']]);
  const decided = firstClassThatHolds(criteria, score);
  return { class: decided, certified: decided === 'drug_free', score, criteria };
}

/** The classes in their order; the first that holds. */
function firstClassThatHolds(criteria: Readonly<Record<CriterionId, boolean>>, score: number): CommuneClass {
  const first = [criteria['I.a'], criteria['I.b'], criteria['I.c'], criteria['I.d'], criteria['I.e']];
  const second = [criteria['II.a'], criteria['II.b'], criteria['II.c'], criteria['II.d'], criteria['II.e']];
  const third = [criteria['III.a'], criteria['III.b'], criteria['III.c']];

  if (score === 3) return 'drug_free'; // Đ6: all three clauses
  if (howMany(first) >= 3) return 'key_1'; // Đ4.k1: at least 3 of 5
  if (howMany(second) >= 3) return 'key_2'; // Đ4.k2: at least 3 of 5
  if (howMany(third) >= 1) return 'key_3'; // Đ4.k3: at least 1 of 3
  return 'other';
}

/** Letter a: addicts and illegal users with a management file, to residents. */
function filedPersons(commune: Commune, { bands, zero }: Readings): Letter {
  const filed = commune.filed_addicts + commune.filed_users;
  const fromHalfPercent = isAtLeast(filed, 50n, commune.residents); // 0.5 %
  const fromTenthPercent = isAtLeast(filed, 10n, commune.residents); // 0.1 %
  const counted = zero === 'literal' || filed > 0n;

  switch (bands) {
    case 'strict':
      return {
        first: fromHalfPercent,
        second: fromTenthPercent && !fromHalfPercent,
        third: !fromTenthPercent && counted,
      };
    case 'cumulative':
      return { first: fromHalfPercent, second: fromTenthPercent, third: counted };
  }
}

/** Letter b: points that organise or harbour illegal use. It has no Loại III. */
function usePoints(commune: Commune, { bands }: Readings): Letter {
  switch (bands) {
    case 'strict':
      return { first: commune.use_points >= 2n, second: commune.use_points === 1n, third: false };
    case 'cumulative':
      return { first: commune.use_points >= 2n, second: commune.use_points >= 1n, third: false };
  }
}

/** Letter c: drug offenders arrested in the area, to residents. */
function arrestedOffenders(commune: Commune, { bands, zero }: Readings): Letter {
  const arrested = commune.offenders_arrested;
  const fromTenthPercent = isAtLeast(arrested, 10n, commune.residents); // 0.1 %
  const fromTwentiethPercent = isAtLeast(arrested, 5n, commune.residents); // 0.05 %
  const counted = zero === 'literal' || arrested > 0n;

  switch (bands) {
    case 'strict':
      return {
        first: fromTenthPercent,
        second: fromTwentiethPercent && !fromTenthPercent,
        third: !fromTwentiethPercent && counted,
      };
    case 'cumulative':
      return { first: fromTenthPercent, second: fromTwentiethPercent, third: counted };
  }
}

/** Letter d: drug plants destroyed. "Or" joins number and area, so two classes of the letter can hold at once. */
function drugPlants(commune: Commune, { bands, zero }: Readings): Letter {
  const plants = commune.plants_destroyed;
  const area = commune.plant_area_m2_hundredths;
  const first = plants >= 3000n || area >= squareMetres(750n);
  const plantsCounted = zero === 'literal' || plants > 0n;
  const areaCounted = zero === 'literal' || area > 0n;

  switch (bands) {
    case 'strict':
      return {
        first,
        second: (plants >= 500n && plants < 3000n) || (area >= squareMetres(125n) && area < squareMetres(750n)),
        third: (plants < 500n && plantsCounted) || (area < squareMetres(125n) && areaCounted),
      };
    case 'cumulative':
      return {
        first,
        second: plants >= 500n || area >= squareMetres(125n),
        third: plantsCounted || areaCounted,
      };
  }
}

/** Đ6.k1: nobody residing is addicted or uses illegally, but for the three excepted groups. */
function noDrugPeople(commune: Commune): boolean {
  return commune.resident_drug_people - excepted(commune) === 0n;
}

/** Đ6.k2: nobody residing breaks drug law in the area, and no wanted drug suspect hides there. */
function noViolations(commune: Commune): boolean {
  return commune.resident_violators === 0n && commune.wanted_hiding === 0n;
}

/** The persons Đ6.k1 excepts: in substitution, in treatment at home or in the community, after treatment. */
function excepted(commune: Commune): bigint {
  return commune.excepted_substitution + commune.excepted_home_treatment + commune.excepted_post_treatment;
}

/**
 * Tells whether a commune's numbers can be true together.
 *
 * @param commune The commune to check.
 * @returns Whether somebody resides, nothing is negative, and the excepted are a part of the drug people.
 */
export function isSound(commune: Commune): boolean {
  const { key_route: _, ...counts } = commune;
  const nothingNegative = Object.values(counts).every((count) => count >= 0n);
  return nothingNegative && commune.residents >= 1n && excepted(commune) <= commune.resident_drug_people;
}

/** count ÷ residents ≥ share ÷ 10,000, cross-multiplied: 0.1 % is a share of 10. */
function isAtLeast(count: bigint, sharePerTenThousand: bigint, residents: bigint): boolean {
  return count * 10_000n >= residents * sharePerTenThousand;
}

/** Whole square metres in hundredths. */
function squareMetres(whole: bigint): bigint {
  return whole * 100n;
}

function howMany(conditions: readonly boolean[]): number {
  return conditions.filter((holds) => holds).length;
}
