import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Assessments, type Assessor, compile, UNDETERMINED } from '../../src/assess/index.ts';
import { parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { type Dataset, readCsv } from '../../src/data/index.ts';
import { FAIL, PASS, UNKNOWN } from '../../src/formula/index.ts';
import { randomCommune, seededRandom, toCsv } from '../oracle/communes.ts';
import { type Cell, reachable } from '../oracle/fillings.ts';
import { decide, isSound, type Readings } from '../oracle/qd28.ts';

/** The criteria file against a second implementation, written from the decision's text alone. */
const FILE = 'criteria/vn-drug-free-2025.yaml';
const READINGS: readonly Readings[] = (['strict', 'cumulative'] as const).flatMap((bands) =>
  (['excluded', 'literal'] as const).map((zero) => ({ bands, zero })),
);

const CELLS: readonly Cell[] = [
  'residents',
  'filed_addicts',
  'filed_users',
  'use_points',
  'offenders_arrested',
  'plants_destroyed',
  'plant_area_m2_hundredths',
  'key_route',
  'resident_drug_people',
  'excepted_substitution',
  'excepted_home_treatment',
  'excepted_post_treatment',
  'resident_violators',
  'wanted_hiding',
];

function assessorFor(readings: Readings): Assessor {
  const source = parseSource(readFileSync(FILE, 'utf8'), FILE);
  if (!source.ok) throw new Error(JSON.stringify(source.issues, null, 1));
  const set = resolveReadings(source.value, { ...readings });
  if (!set.ok) throw new Error(JSON.stringify(set.issues, null, 1));
  return compile(set.value);
}

function datasetOf(assessor: Assessor, text: string): Dataset {
  const dataset = readCsv({ name: 'communes.csv', text }, assessor.program.set);
  expect(dataset.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  return dataset;
}

const classIds = (assessments: Assessments): readonly string[] => [...assessments.program.set.classes.keys()];

describe.each(READINGS)('5,000 random communes under $bands, $zero', (readings) => {
  it('have the class, verdict, score and criteria of the second implementation', () => {
    const random = seededRandom(28n + BigInt(READINGS.indexOf(readings)));
    const communes = Array.from({ length: 5_000 }, () => randomCommune(random)).filter(isSound);
    const assessor = assessorFor(readings);
    const assessments = assessor.assess(datasetOf(assessor, toCsv(communes)));
    const ids = classIds(assessments);
    const criteria = [...assessments.program.set.criteria.keys()];
    for (const [row, commune] of communes.entries()) {
      const expected = decide(commune, readings);
      const states = criteria.map((id, number) => [id, assessments.states[number]?.[row] === PASS]);
      expect(Object.fromEntries(states)).toEqual(expected.criteria);
      expect(ids[assessments.classes[row] ?? UNDETERMINED]).toBe(expected.class);
      expect(assessments.certified[row] === PASS).toBe(expected.certified);
      expect(scoreAt(assessments, row)).toEqual([expected.score, expected.score, 3]);
    }
  });
});

describe.each(READINGS)('750 communes with one or two missing cells under $bands, $zero', (readings) => {
  it('have exactly the candidates that brute force over all fillings reaches', () => {
    const random = seededRandom(6n + BigInt(READINGS.indexOf(readings)));
    const names: readonly Cell[] = CELLS;
    const holes = Array.from({ length: 750 }, () => {
      const first = names[Number(random(BigInt(names.length)))] ?? 'residents';
      const second = names[Number(random(BigInt(names.length)))] ?? 'residents';
      return { commune: randomCommune(random), missing: first === second ? [first] : [first, second] };
    });
    const assessor = assessorFor(readings);
    const text = blanked(
      toCsv(holes.map(({ commune }) => commune)),
      holes.map(({ missing }) => missing),
    );
    const assessments = assessor.assess(datasetOf(assessor, text));
    expect(assessments.issues).toEqual([]);
    const ids = classIds(assessments);
    for (const [row, { commune, missing }] of holes.entries()) {
      const expected = reachable(commune, missing, readings);
      const candidates = assessments.candidates(row);
      const found = candidates.classes.map((index) => ids[index]);
      const where = `${missing.join(', ')} of ${toCsv([commune])}`;
      expect(new Set(found), where).toEqual(new Set(expected.classes));
      expect(candidates.exact, where).toBe(true);
      expect(scoreAt(assessments, row), where).toEqual([expected.scores.min, expected.scores.max, 3]);
      expect(verdict(assessments.certified[row]), where).toBe(expected.certified);
    }
  });
});

function scoreAt(assessments: Assessments, row: number): readonly number[] {
  const score = assessments.score(row);
  return score === null ? [] : [score.min, score.max, score.of].map(({ num, den }) => Number(num) / Number(den));
}

function verdict(state: number | undefined): boolean | null {
  return state === UNKNOWN ? null : state !== FAIL;
}

/** Empties cells of a CSV by column; the oracle keeps the area in hundredths under a name of its own. */
function blanked(text: string, missing: readonly (readonly string[])[]): string {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const columns = header.split(',');
  const rows = lines.map((line, row) => {
    const cells = line.split(',');
    for (const name of missing[row] ?? []) cells[columns.indexOf(name.replace('_hundredths', ''))] = '';
    return cells.join(',');
  });
  return [header, ...rows].join('\n');
}
