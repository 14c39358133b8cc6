import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { readCsv } from '../../src/data/index.ts';
import { nearTheLine } from '../../src/explain/index.ts';
import { exactText } from '../../src/number/index.ts';
import { randomCommune, seededRandom, toCsv } from '../oracle/communes.ts';
import { type Commune, decide, isSound } from '../oracle/qd28.ts';

/** The numbers of a commune by column, in the order of the set, with how much one unit is. */
const NUMBERS = [
  ['residents', 'residents', 1n],
  ['filed_addicts', 'filed_addicts', 1n],
  ['filed_users', 'filed_users', 1n],
  ['use_points', 'use_points', 1n],
  ['offenders_arrested', 'offenders_arrested', 1n],
  ['plants_destroyed', 'plants_destroyed', 1n],
  ['plant_area_m2', 'plant_area_m2_hundredths', 100n],
  ['resident_drug_people', 'resident_drug_people', 1n],
  ['excepted_substitution', 'excepted_substitution', 1n],
  ['excepted_home_treatment', 'excepted_home_treatment', 1n],
  ['excepted_post_treatment', 'excepted_post_treatment', 1n],
  ['resident_violators', 'resident_violators', 1n],
  ['wanted_hiding', 'wanted_hiding', 1n],
] as const;

const PRINTED = { bands: 'strict', zero: 'excluded' } as const;

function setOf(file: string) {
  const source = parseSource(readFileSync(file, 'utf8'), file);
  if (!source.ok) throw new Error(JSON.stringify(source.issues, null, 1));
  const set = resolveReadings(source.value, {});
  if (!set.ok) throw new Error(JSON.stringify(set.issues, null, 1));
  return set.value;
}

/** Every step of one unit that moves a commune to another class, as `indicator by class`. */
function stepsAcross(commune: Commune): readonly string[] {
  const before = decide(commune, PRINTED).class;
  return NUMBERS.flatMap(([column, key, unit]) =>
    [-unit, unit].flatMap((by) => {
      const moved = commune[key] + by;
      // A step ends where the figure can go no further.
      const after: Commune = { ...commune, [key]: moved < 0n && commune[key] > 0n ? 0n : moved };
      const found = isSound(after) ? decide(after, PRINTED).class : before;
      return found === before ? [] : [`${column} ${by < 0n ? 'less' : 'more'} ${found}`];
    }),
  );
}

describe('near the line', () => {
  it('is what one unit less or more does to 2,000 communes', () => {
    const random = seededRandom(91n);
    const communes = Array.from({ length: 2_000 }, () => randomCommune(random)).filter(isSound);
    const set = setOf('criteria/vn-drug-free-2025.yaml');
    const assessments = compile(set).assess(readCsv({ name: 'communes.csv', text: toCsv(communes) }, set));
    const near = nearTheLine(assessments, [...communes.keys()]);
    let found = 0;
    for (const [row, commune] of communes.entries()) {
      const changes = near(row).map(({ indicator, from, to, class: reached }) => {
        const isLess = Number(exactText(to)) < Number(exactText(from));
        return `${indicator} ${isLess ? 'less' : 'more'} ${reached}`;
      });
      expect(changes).toEqual(stepsAcross(commune));
      found += changes.length;
    }
    expect(found).toBeGreaterThan(500);
  });

  it('looks only at the rows asked for, with the same result', () => {
    const random = seededRandom(92n);
    const communes = Array.from({ length: 40 }, () => randomCommune(random)).filter(isSound);
    const set = setOf('criteria/vn-drug-free-2025.yaml');
    const assessments = compile(set).assess(readCsv({ name: 'communes.csv', text: toCsv(communes) }, set));
    const all = nearTheLine(assessments, [...communes.keys()]);
    const some = nearTheLine(assessments, [7, 3]);
    expect([some(7), some(3)]).toEqual([all(7), all(3)]);
    expect(() => some(4)).toThrow(new RangeError('row 4 is none of those to look at'));
  });
});
