import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { readCsv, selectRows } from '../../src/data/index.ts';
import { compareSets } from '../../src/diff/index.ts';
import { impactOf } from '../../src/diff/impact.ts';
import { dataAt, setAt, setOf } from './read.ts';

/** What version 2 does to the communes of 2024; worked out by each test, so that each one notices what is wrong with it. */
function konTum() {
  const [base, revision] = [setAt('criteria/kon-tum-model-1.yaml').set, setAt('criteria/kon-tum-model-2.yaml').set];
  const comparison = compareSets({ base, revision });
  const data = dataAt('fixtures/kon-tum-2024.csv', revision, '2024');
  const impact = impactOf({
    comparison,
    assess: (set, rows) => compile(set).assess(rows === undefined ? data : selectRows(data, rows)),
    period: '2024',
    missing: { base: [], revision: [] },
  });
  const numberOf = (place: number): number => {
    const path = comparison.planned[place]?.change.path;
    return PLANNED.find(([, own]) => own === path)?.[0] ?? 0;
  };
  const codeOf = (row: number): string => data.units.code[row] ?? '';
  return { impact, numberOf, codeOf };
}

/** The planned changes by the numbers they have at the head of version 2. */
const PLANNED: readonly (readonly [number, string])[] = [
  [1, 'criteria.F.1.bands'],
  [2, 'criteria.D.1.bands'],
  [3, 'criteria.B.1.bands'],
  [4, 'criteria.A.3.points, criteria.C.4.points'],
  [5, 'criteria.F.3'],
  [6, 'criteria.G.4'],
];

const ascending = (a: number, b: number): number => a - b;

/** As the independent script of the fixture finds them by trial: see test/fixtures/fixtures-2024.test.ts. */
const MOVED: Readonly<Record<string, readonly (readonly number[])[]>> = {
  '23287': [[1]],
  '23299': [[5]],
  '23338': [[1]],
  '23356': [[3, 5]],
  '23419': [[4]],
  '23434': [[2]],
  '23443': [[5]],
  '23482': [[1, 2]],
  '23485': [[2]],
  '23491': [[4]],
  '23506': [[6]],
  '23512': [[3]],
  '23524': [[5]],
  '23533': [[4]],
  '23545': [[3, 5, 6]],
  '23551': [[6]],
};

describe('kon-tum-model@1 to @2 on the data of 2024', () => {
  test('every moved unit names the changes that the script names, one alone or several together', () => {
    const { impact, numberOf, codeOf } = konTum();
    const found = [...impact.attribution.units].map(([row, { sets, exact }]) => {
      expect(exact).toBe(true);
      return [codeOf(row), sets.map((places) => places.map(numberOf).toSorted(ascending))] as const;
    });
    expect(Object.fromEntries(found)).toEqual(MOVED);
  });

  test('a unit that one change would move is held by another', () => {
    const { impact, numberOf, codeOf } = konTum();
    const held = impact.attribution.held.map(({ row, by }) => [codeOf(row), by.map(numberOf)]);
    expect(held).toEqual([['23515', [1]]]);
  });

  test('all changes of the criteria move somebody; no other change can', () => {
    const { impact, numberOf } = konTum();
    const { attribution } = impact;
    expect(attribution.idle).toEqual([]);
    expect([...attribution.alone.keys()].map(numberOf).toSorted(ascending)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('the totals are those of both sets', () => {
    const { impact } = konTum();
    const { before, after } = impact.totals;
    expect([before.certified, after.certified]).toEqual([39, 40]);
    expect(impact.sides.matrix.total).toBe(102);
    expect(impact.sides.moved).toHaveLength(16);
  });
});

describe('a unit whose verdict alone changes', () => {
  const text = (version: string, certifies: string, c3: number): string => `family: verdict
version: "${version}"
status: in-force
title: Verdict
unit: commune
effective: { from: 2020-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  a: { label: A, type: count }
  b: { label: B, type: count }
criteria:
  C1: { title: C1, test: a == 0 }
  C2: { title: C2, test: a <= 1 }
  C3: { title: C3, test: b <= ${c3} }
classes:
  best: { label: Best, certifies: true, when: { all: [C1, C3] } }
  good: { label: Good, ${certifies}when: { all: [C2] } }
  rest: { label: Rest, when: otherwise }
`;
  const sets = (c3: number) => ({
    base: setOf(text('1', '', 5), 'a.yaml').set,
    revision: setOf(text('2', 'certifies: true, ', c3), 'b.yaml').set,
  });

  test.each([5, 4])('is moved by what certifies, and by nothing else (b <= %i)', (c3) => {
    const { base, revision } = sets(c3);
    const comparison = compareSets({ base, revision });
    const data = readCsv({ name: 'd.csv', text: 'code,a,b\n10001,0,0\n10002,1,0\n10003,2,0\n' }, revision);
    const { sides, attribution } = impactOf({
      comparison,
      assess: (set, rows) => compile(set).assess(rows === undefined ? data : selectRows(data, rows)),
      period: '2025',
      missing: { base: [], revision: [] },
    });
    expect(sides.moved.map(({ code }) => code)).toEqual(['10002']);
    const paths = [...attribution.units.values()].map(({ sets: found, exact }) => [
      found.map((places) => places.map((place) => comparison.planned[place]?.change.path)),
      exact,
    ]);
    expect(paths).toEqual([[[['classes.good.certifies']], true]]);
    expect(attribution.held).toEqual([]);
  });
});
