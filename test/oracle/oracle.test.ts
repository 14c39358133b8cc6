import { describe, expect, it } from 'vitest';
import { type Random, randomCommune, seededRandom, toCsv } from './communes.ts';
import { reachable } from './fillings.ts';
import { type Commune, type CommuneClass, classes, type CriterionId, decide, isSound, type Readings } from './qd28.ts';

const printed: Readings = { bands: 'strict', zero: 'excluded' };
const allReadings: readonly Readings[] = [
  printed,
  { bands: 'strict', zero: 'literal' },
  { bands: 'cumulative', zero: 'excluded' },
  { bands: 'cumulative', zero: 'literal' },
];

/** Nobody and nothing found: drug-free, and every measure of Đ4 at zero. */
const clean: Commune = {
  residents: 10_000n,
  filed_addicts: 0n,
  filed_users: 0n,
  use_points: 0n,
  offenders_arrested: 0n,
  plants_destroyed: 0n,
  plant_area_m2_hundredths: 0n,
  key_route: 'none',
  resident_drug_people: 0n,
  excepted_substitution: 0n,
  excepted_home_treatment: 0n,
  excepted_post_treatment: 0n,
  resident_violators: 0n,
  wanted_hiding: 0n,
};

/** As `clean`, but one resident uses drugs outside the three exceptions, so that Đ6.k1 fails. */
const notClean: Commune = { ...clean, resident_drug_people: 1n };

function holding(commune: Commune, readings: Readings): readonly string[] {
  return Object.entries(decide(commune, readings).criteria)
    .filter(([, holds]) => holds)
    .map(([id]) => id);
}

describe('one criterion at its threshold, bands as printed', () => {
  const cases: readonly (readonly [string, Partial<Commune>, CriterionId, boolean])[] = [
    ['0.5 % of 208,000 is 1,040', { residents: 208_000n, filed_addicts: 1000n, filed_users: 40n }, 'I.a', true],
    ['1,039 is under 0.5 %', { residents: 208_000n, filed_addicts: 1000n, filed_users: 39n }, 'I.a', false],
    ['1,039 is still in the second band', { residents: 208_000n, filed_addicts: 1039n }, 'II.a', true],
    ['1,040 has left the second band', { residents: 208_000n, filed_addicts: 1040n }, 'II.a', false],
    ['0.1 % of 208,000 is 208', { residents: 208_000n, filed_users: 208n }, 'II.a', true],
    ['207 is under 0.1 %', { residents: 208_000n, filed_users: 207n }, 'II.a', false],
    ['207 is in the third band', { residents: 208_000n, filed_users: 207n }, 'III.a', true],
    ['0.1 % of 4,999 is 4.999: 5 reaches it', { residents: 4999n, filed_users: 5n }, 'II.a', true],
    ['0.1 % of 4,999 is 4.999: 4 does not', { residents: 4999n, filed_users: 4n }, 'II.a', false],
    ['0.1 % of 5,001 is 5.001: 5 does not', { residents: 5001n, filed_users: 5n }, 'II.a', false],
    ['nobody is not counted as below', {}, 'III.a', false],
    ['one point is Loại II', { use_points: 1n }, 'II.b', true],
    ['one point is not Loại I', { use_points: 1n }, 'I.b', false],
    ['two points are Loại I', { use_points: 2n }, 'I.b', true],
    ['two points are not exactly one', { use_points: 2n }, 'II.b', false],
    ['0.1 % of 8,120 is 8.12: 9 reaches it', { residents: 8120n, offenders_arrested: 9n }, 'I.c', true],
    ['0.1 % of 8,120 is 8.12: 8 does not', { residents: 8120n, offenders_arrested: 8n }, 'I.c', false],
    ['0.05 % of 8,120 is 4.06: 5 reaches it', { residents: 8120n, offenders_arrested: 5n }, 'II.c', true],
    ['0.05 % of 8,120 is 4.06: 4 does not', { residents: 8120n, offenders_arrested: 4n }, 'II.c', false],
    ['4 of 8,120 is in the third band', { residents: 8120n, offenders_arrested: 4n }, 'III.b', true],
    ['no arrest is not counted as below', {}, 'III.b', false],
    ['3,000 plants', { plants_destroyed: 3000n }, 'I.d', true],
    ['2,999 plants', { plants_destroyed: 2999n }, 'I.d', false],
    ['750 m²', { plant_area_m2_hundredths: 75_000n }, 'I.d', true],
    ['749.99 m²', { plant_area_m2_hundredths: 74_999n }, 'I.d', false],
    ['500 plants', { plants_destroyed: 500n }, 'II.d', true],
    ['499 plants', { plants_destroyed: 499n }, 'II.d', false],
    ['3,000 plants have left the second band', { plants_destroyed: 3000n }, 'II.d', false],
    ['3,000 plants, but on 125 m²', { plants_destroyed: 3000n, plant_area_m2_hundredths: 12_500n }, 'II.d', true],
    ['124.99 m²', { plant_area_m2_hundredths: 12_499n }, 'II.d', false],
    ['750 m² has left the second band', { plant_area_m2_hundredths: 75_000n }, 'II.d', false],
    ['one plant', { plants_destroyed: 1n }, 'III.c', true],
    ['500 plants have left the third band', { plants_destroyed: 500n }, 'III.c', false],
    ['500 plants, but on 0.01 m²', { plants_destroyed: 500n, plant_area_m2_hundredths: 1n }, 'III.c', true],
    ['no plants are not counted as below', {}, 'III.c', false],
    ['Đ4.k1.đ: two letters on a route', { use_points: 1n, plants_destroyed: 500n, key_route: 'intra' }, 'I.e', true],
    ['Đ4.k1.đ: the same off the route', { use_points: 1n, plants_destroyed: 500n }, 'I.e', false],
    ['Đ4.k1.đ: one letter', { use_points: 2n, plants_destroyed: 499n, key_route: 'inter' }, 'I.e', false],
    ['Đ4.k2.đ: second and third', { use_points: 2n, plants_destroyed: 499n, key_route: 'inter' }, 'II.e', true],
    ['Đ4.k2.đ: the same off the route', { use_points: 2n, plants_destroyed: 499n }, 'II.e', false],
    [
      'Đ4.k2.đ: letter d counts once, though it is in two bands',
      { plants_destroyed: 500n, plant_area_m2_hundredths: 1n, key_route: 'inter' },
      'II.e',
      false,
    ],
    [
      'Đ4.k2.đ: III.b is the measure of letter c',
      { offenders_arrested: 1n, filed_users: 1n, key_route: 'intra' },
      'II.e',
      true,
    ],
    ['Đ6.k1: nobody', {}, 'F.1', true],
    ['Đ6.k1: one person', { resident_drug_people: 1n }, 'F.1', false],
    [
      'Đ6.k1: all excepted',
      {
        resident_drug_people: 6n,
        excepted_substitution: 1n,
        excepted_home_treatment: 2n,
        excepted_post_treatment: 3n,
      },
      'F.1',
      true,
    ],
    ['Đ6.k1: one not excepted', { resident_drug_people: 3n, excepted_home_treatment: 2n }, 'F.1', false],
    ['Đ6.k2: a violator', { resident_violators: 1n }, 'F.2', false],
    ['Đ6.k2: a wanted person in hiding', { wanted_hiding: 1n }, 'F.2', false],
    [
      'Đ6.k2: the exceptions of k1 do not reach it',
      { resident_drug_people: 1n, excepted_home_treatment: 1n, resident_violators: 1n },
      'F.2',
      false,
    ],
    ['Đ6.k3: no point', {}, 'F.3', true],
    ['Đ6.k3: one point', { use_points: 1n }, 'F.3', false],
  ];

  it.each(cases)('%s', (_, change, criterion, holds) => {
    expect(decide({ ...clean, ...change }, printed).criteria[criterion]).toBe(holds);
  });
});

describe('criteria of Đ4 without their upper bounds', () => {
  const cases: readonly (readonly [string, Partial<Commune>, readonly CriterionId[]])[] = [
    ['nothing', {}, []],
    ['0.01 % on file', { filed_users: 1n }, ['III.a']],
    ['0.09 % on file', { filed_users: 9n }, ['III.a']],
    ['0.1 % on file', { filed_users: 10n }, ['II.a', 'III.a']],
    ['0.49 % on file', { filed_users: 49n }, ['II.a', 'III.a']],
    ['0.5 % on file', { filed_users: 50n }, ['I.a', 'II.a', 'III.a']],
    ['one use point', { use_points: 1n }, ['II.b']],
    ['two use points', { use_points: 2n }, ['I.b', 'II.b']],
    ['0.04 % arrested', { offenders_arrested: 4n }, ['III.b']],
    ['0.05 % arrested', { offenders_arrested: 5n }, ['II.c', 'III.b']],
    ['0.1 % arrested', { offenders_arrested: 10n }, ['I.c', 'II.c', 'III.b']],
    ['499 plants', { plants_destroyed: 499n }, ['III.c']],
    ['500 plants', { plants_destroyed: 500n }, ['II.d', 'III.c']],
    ['3,000 plants', { plants_destroyed: 3000n }, ['I.d', 'II.d', 'III.c']],
    ['124.99 m²', { plant_area_m2_hundredths: 12_499n }, ['III.c']],
    ['125 m²', { plant_area_m2_hundredths: 12_500n }, ['II.d', 'III.c']],
    ['750 m²', { plant_area_m2_hundredths: 75_000n }, ['I.d', 'II.d', 'III.c']],
  ];

  it.each(cases)('%s', (_, change, expected) => {
    const met = holding({ ...clean, ...change }, { bands: 'cumulative', zero: 'excluded' });
    expect(met.filter((id) => !id.startsWith('F'))).toEqual(expected);
  });
});

describe('the same commune under each reading', () => {
  // 0.2 % users and 0.06 % offenders: 20 and 6 of 10,000.
  const users = { filed_users: 20n };
  const between = { ...users, offenders_arrested: 6n };
  // Every third-band criterion is left behind, yet neither class above has three.
  const above = { filed_users: 50n, offenders_arrested: 6n, plants_destroyed: 500n, plant_area_m2_hundredths: 12_500n };
  const cases: readonly (readonly [string, Partial<Commune>, readonly string[]])[] = [
    // In the order of `allReadings`: printed, zero literal, cumulative, both.
    ['nothing but one drug user', {}, ['other', 'key_3', 'other', 'key_3']],
    ['0.2 % users and 0.06 % offenders', between, ['other', 'key_3', 'key_3', 'key_3']],
    // The composites join: I has đ; II has a, c, đ.
    ['the same on a key route', { ...between, key_route: 'intra' }, every('key_2')],
    ['the same with one use point', { ...between, use_points: 1n }, every('key_2')],
    ['0.2 %, one point, 125 m²', { ...users, use_points: 1n, plant_area_m2_hundredths: 12_500n }, every('key_2')],
    // 3,000 plants are Loại I.d only as printed; cumulatively they meet II.d too.
    [
      '0.2 %, one point, 3,000 plants',
      { ...users, use_points: 1n, plants_destroyed: 3000n },
      ['other', 'key_3', 'key_2', 'key_2'],
    ],
    // Two points are Loại I.b only as printed; cumulatively they meet II.b too.
    ['the same with two use points', { ...between, use_points: 2n }, ['other', 'key_3', 'key_2', 'key_2']],
    ['0.5 %, 0.06 %, 500 plants on 125 m²', above, ['other', 'other', 'key_2', 'key_2']],
    ['one plant', { plants_destroyed: 1n }, every('key_3')],
    ['one use point', { use_points: 1n }, ['other', 'key_3', 'other', 'key_3']],
    // Under "literal" letters a, c and d are below their bands at zero, so đ counts them: II has b and đ, only two.
    ['one use point on a route', { use_points: 1n, key_route: 'inter' }, ['other', 'key_3', 'other', 'key_3']],
    ['0.5 %, 0.1 % and two points', { filed_users: 50n, offenders_arrested: 10n, use_points: 2n }, every('key_1')],
    // Đ4.k1.đ counts beside the two letters it is built from.
    ['0.5 % and 0.1 % on a route', { filed_users: 50n, offenders_arrested: 10n, key_route: 'inter' }, every('key_1')],
  ];

  it.each(cases)('%s', (_, change, expected) => {
    expect(allReadings.map((readings) => decide({ ...notClean, ...change }, readings).class)).toEqual(expected);
  });

  it('leaves nothing at zero out of the third class when "below" is read literally', () => {
    expect(holding(notClean, { bands: 'strict', zero: 'literal' })).toEqual(['III.a', 'III.b', 'III.c', 'F.2', 'F.3']);
  });

  it('never reaches "other" when every measure is at least zero', () => {
    const random = seededRandom(6n);
    const decided = Array.from({ length: 500 }, () =>
      decide(randomCommune(random), { bands: 'cumulative', zero: 'literal' }),
    );
    expect(decided.every((decision) => decision.class !== 'other')).toBe(true);
  });
});

/** The same class under each of the four readings. */
function every(name: CommuneClass): readonly CommuneClass[] {
  return allReadings.map(() => name);
}

describe('drug-free', () => {
  it('is tried first: plants that a non-resident grew do not undo it', () => {
    const decision = decide({ ...clean, plants_destroyed: 12n }, printed);
    expect(decision).toMatchObject({ class: 'drug_free', certified: true, score: 3 });
    expect(decision.criteria['III.c']).toBe(true);
  });

  it('needs all three clauses, and counts those that hold', () => {
    const changes: readonly Partial<Commune>[] = [
      {},
      { use_points: 1n },
      { use_points: 1n, wanted_hiding: 1n },
      { use_points: 1n, wanted_hiding: 1n, resident_drug_people: 1n },
    ];
    const decisions = changes.map((change) => decide({ ...clean, ...change }, printed));
    expect(decisions.map(({ score, certified }) => [score, certified])).toEqual([
      [3, true],
      [2, false],
      [1, false],
      [0, false],
    ]);
  });
});

describe('soundness', () => {
  const cases: readonly (readonly [string, Partial<Commune>, boolean])[] = [
    ['one resident', { residents: 1n }, true],
    ['no resident', { residents: 0n }, false],
    ['a negative count', { filed_users: -1n }, false],
    ['a negative area', { plant_area_m2_hundredths: -1n }, false],
    ['all excepted', { resident_drug_people: 2n, excepted_substitution: 1n, excepted_post_treatment: 1n }, true],
    [
      'more excepted than there are',
      { resident_drug_people: 1n, excepted_substitution: 1n, excepted_post_treatment: 1n },
      false,
    ],
    ['more on file than residents', { residents: 1n, filed_users: 2n }, true],
  ];

  it.each(cases)('%s', (_, change, sound) => {
    expect(isSound({ ...clean, ...change })).toBe(sound);
  });
});

describe('the generator', () => {
  const communes = draw(5000, seededRandom(28n), randomCommune);

  it('draws sound communes only', () => {
    expect(communes.every(isSound)).toBe(true);
  });

  it('draws the same communes from the same seed', () => {
    const first = communes.slice(0, 20);
    expect(draw(20, seededRandom(28n), randomCommune)).toEqual(first);
    expect(draw(20, seededRandom(29n), randomCommune)).not.toEqual(first);
  });

  it.each(allReadings)('reaches every class in 2 % of draws or more: bands $bands, zero $zero', (readings) => {
    const decided = communes.map((commune) => decide(commune, readings).class);
    // With no upper bounds and zero counted, the third class holds of every commune (see above).
    const possible = classes.filter(
      (name) => name !== 'other' || readings.bands === 'strict' || readings.zero === 'excluded',
    );
    const shares = possible.map((name) => decided.filter((other) => other === name).length / communes.length);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.02);
  });

  it.each(allReadings)(
    'meets and misses each criterion in 1 % of draws or more: bands $bands, zero $zero',
    (readings) => {
      const met = new Map<string, number>();
      for (const id of communes.flatMap((commune) => holding(commune, readings))) met.set(id, (met.get(id) ?? 0) + 1);
      const alwaysMet =
        readings.bands === 'cumulative' && readings.zero === 'literal' ? ['III.a', 'III.b', 'III.c'] : [];
      const tooRare = Object.keys(decide(clean, readings).criteria).filter((id) => {
        const share = (met.get(id) ?? 0) / communes.length;
        return alwaysMet.includes(id) ? share !== 1 : share < 0.01 || share > 0.99;
      });
      expect(tooRare).toEqual([]);
    },
  );

  it('writes the public columns', () => {
    const area = { ...clean, plant_area_m2_hundredths: 12_405n, key_route: 'inter' as const };
    expect(toCsv([area, { ...clean, plant_area_m2_hundredths: 75_000n }])).toBe(
      [
        'code,name,province,type,residents,filed_addicts,filed_users,use_points,offenders_arrested,plants_destroyed,' +
          'plant_area_m2,key_route,resident_drug_people,excepted_substitution,excepted_home_treatment,' +
          'excepted_post_treatment,resident_violators,wanted_hiding',
        '00001,Xã 1,An Giang,xã,10000,0,0,0,0,0,124.05,inter,0,0,0,0,0,0',
        '00002,Xã 2,An Giang,xã,10000,0,0,0,0,0,750,none,0,0,0,0,0,0',
        '',
      ].join('\n'),
    );
  });
});

describe('missing cells by hand', () => {
  const cases: readonly (readonly [string, Partial<Commune>, readonly (keyof Commune)[], readonly string[]])[] = [
    ['residents of a clean commune do not matter', { resident_drug_people: 0n }, ['residents'], ['drug_free']],
    ['use points alone give no class', {}, ['use_points'], ['other']],
    // 20 users: 0.1 % up to 20,000 residents; 6 offenders: 0.1 % up to 6,000, 0.05 % up to 12,000.
    [
      'residents move two measures together',
      { filed_users: 20n, offenders_arrested: 6n, use_points: 1n, key_route: 'intra' },
      ['residents'],
      // Up to 4,000: I.a, I.c, I.đ. From there to 20,000: II.a, II.b, II.đ. Above: II.b and II.đ only, with III.a and III.b.
      ['key_1', 'key_2', 'key_3'],
    ],
    [
      'the excepted are all the drug people, or not',
      { resident_drug_people: 3n, filed_users: 1n },
      ['excepted_substitution'],
      ['drug_free', 'key_3'],
    ],
    [
      'no filling can except the last person',
      { resident_violators: 1n, filed_users: 1n },
      ['resident_drug_people', 'excepted_substitution'],
      ['key_3'],
    ],
    // II.a and II.b wait for a third: II.d from 125 to 750 m², II.c from 5 to 9 arrests.
    ['area of plants', { filed_users: 20n, use_points: 1n }, ['plant_area_m2_hundredths'], ['key_2', 'key_3', 'other']],
    ['offenders', { filed_users: 20n, use_points: 1n }, ['offenders_arrested'], ['key_2', 'key_3', 'other']],
    // II.a, II.c and II.d at once: 1,000 users and 500 offenders of 1,000,000 residents.
    [
      'residents far above the offenders first tried',
      { filed_users: 1000n, plants_destroyed: 500n },
      ['offenders_arrested', 'residents'],
      ['key_2', 'key_3', 'other'],
    ],
    ['number and area of plants', {}, ['plants_destroyed', 'plant_area_m2_hundredths'], ['key_3', 'other']],
    // Few enough of many residents are Loại III; more are one letter only, never three criteria.
    ['a numerator and the residents', { filed_users: 5n }, ['residents', 'filed_addicts'], ['key_3', 'other']],
  ];

  it.each(cases)('%s', (_, change, missing, expected) => {
    expect([...reachable({ ...notClean, ...change }, missing, printed).classes].toSorted()).toEqual(expected);
  });

  it('tells what is settled from what is open', () => {
    const treated = { ...clean, resident_drug_people: 2n, excepted_substitution: 2n };
    expect(reachable(treated, ['use_points'], printed)).toMatchObject({ scores: { min: 2, max: 3 }, certified: null });
    expect(reachable(treated, ['residents'], printed)).toMatchObject({ scores: { min: 3, max: 3 }, certified: true });
    expect(reachable(notClean, ['use_points'], printed)).toMatchObject({
      scores: { min: 1, max: 2 },
      certified: false,
    });
  });

  it('refuses what it cannot answer', () => {
    expect(() => reachable(clean, ['residents', 'filed_users', 'key_route'], printed)).toThrow(RangeError);
    expect(() => reachable({ ...clean, filed_users: -1n }, ['residents'], printed)).toThrow(RangeError);
  });
});

describe('missing cells against a full count', () => {
  // Every filling below a limit above which nothing changes any more, with few enough people to count them all.
  const offenders = { ...notClean, offenders_arrested: 1n };
  const filed = { ...notClean, filed_addicts: 1n };
  const surroundings: readonly Partial<Commune>[] = [
    {},
    { use_points: 1n },
    { use_points: 2n, key_route: 'inter' },
    { plants_destroyed: 500n, key_route: 'intra' },
    { use_points: 1n, plants_destroyed: 3000n, plant_area_m2_hundredths: 12_500n },
  ];
  const counts: readonly (readonly [
    string,
    Commune,
    readonly [keyof Commune, keyof Commune],
    readonly [bigint, bigint],
  ])[] = [
    ['residents and addicts, one arrest', offenders, ['residents', 'filed_addicts'], [2100n, 12n]],
    ['residents and addicts, no arrest', notClean, ['residents', 'filed_addicts'], [1100n, 3n]],
    [
      'addicts and residents, one user',
      { ...offenders, filed_users: 1n },
      ['filed_addicts', 'residents'],
      [12n, 2100n],
    ],
    ['residents and offenders, one on file', filed, ['residents', 'offenders_arrested'], [2100n, 4n]],
    ['residents and use points', { ...filed, offenders_arrested: 1n }, ['residents', 'use_points'], [2100n, 3n]],
    ['addicts and users', { ...offenders, residents: 2001n }, ['filed_addicts', 'filed_users'], [12n, 12n]],
    ['addicts and offenders', { ...notClean, residents: 1999n }, ['filed_addicts', 'offenders_arrested'], [12n, 3n]],
    [
      'drug people and excepted',
      { ...filed, excepted_home_treatment: 2n },
      ['resident_drug_people', 'excepted_substitution'],
      [9n, 9n],
    ],
    [
      'excepted and drug people',
      { ...filed, excepted_home_treatment: 2n },
      ['excepted_substitution', 'resident_drug_people'],
      [9n, 9n],
    ],
    [
      'excepted and excepted',
      { ...filed, resident_drug_people: 4n },
      ['excepted_substitution', 'excepted_post_treatment'],
      [6n, 6n],
    ],
    [
      'violators and excepted',
      { ...filed, resident_drug_people: 2n },
      ['resident_violators', 'excepted_substitution'],
      [3n, 3n],
    ],
  ];

  it.each(counts)('%s', (_, commune, [one, other], [most, mostOther]) => {
    for (const change of surroundings) {
      const row = { ...commune, ...change };
      const fillings = upTo(most)
        .flatMap((value) => upTo(mostOther).map((otherValue) => ({ ...row, [one]: value, [other]: otherValue })))
        .filter(isSound);
      const decisions = fillings.map((filling) => decide(filling, printed));
      const found = reachable(row, [one, other], printed);
      const scores = new Set(decisions.map((decision) => decision.score));
      expect(found.classes).toEqual(new Set(decisions.map((decision) => decision.class)));
      expect(found.scores).toEqual({ min: Math.min(...scores), max: Math.max(...scores) });
    }
  });
});

describe('missing cells of random communes', () => {
  const cells = Object.keys(clean).filter((name): name is keyof Commune => name in clean);

  const single = cells.map((cell) => [cell]);
  const pairs = cells.flatMap((one, index) => cells.slice(index + 1).map((other) => [one, other]));

  it.each(allReadings)('every sound filling is among those reached: bands $bands, zero $zero', (readings) => {
    const random = seededRandom(4n);
    for (const missing of [...single, ...pairs]) {
      const commune = randomCommune(random);
      // The true filling, and what other communes have in these cells.
      const others = draw(40, random, randomCommune).map((other) => withCellsOf(commune, other, missing));
      const decisions = [commune, ...others.filter(isSound)].map((filling) => decide(filling, readings));
      const found = reachable(commune, missing, readings);
      const missed = decisions.filter(
        (decision) =>
          !found.classes.has(decision.class) ||
          decision.score < found.scores.min ||
          decision.score > found.scores.max ||
          (found.certified !== null && found.certified !== decision.certified),
      );
      expect(missed, missing.join(', ')).toEqual([]);
    }
  });

  it('does not depend on what stood in the missing cells', () => {
    const random = seededRandom(5n);
    for (const commune of draw(100, random, randomCommune)) {
      const other = { ...commune, residents: -77n, filed_users: -5000n };
      const missing: readonly (keyof Commune)[] = ['filed_users', 'residents'];
      expect(reachable(other, missing, printed)).toEqual(reachable(commune, missing, printed));
    }
  });
});

function draw<T>(length: number, random: Random, one: (random: Random) => T): readonly T[] {
  return Array.from({ length }, () => one(random));
}

/** The commune with some of its cells taken from another. */
function withCellsOf(commune: Commune, other: Commune, cells: readonly (keyof Commune)[]): Commune {
  return cells.reduce((row, cell) => ({ ...row, [cell]: other[cell] }), commune);
}

function upTo(most: bigint): readonly bigint[] {
  return Array.from({ length: Number(most) + 1 }, (_, index) => BigInt(index));
}
