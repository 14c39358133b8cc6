import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import type { CriteriaSet } from '../../src/criteria/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { CHANGE_IDS, compareSets } from '../../src/diff/index.ts';
import { outcomeOf } from '../../src/diff/attribution.ts';
import { createHybrids } from '../../src/diff/hybrid.ts';
import { readingSet, viewOf } from '../../src/diff/joint-data.ts';
import { dataAt, setAt } from './read.ts';
import { bestFirst, standing } from './standing.ts';

/** Communes on both sides of every line of the fixtures. */
const commune = fc.record({
  people: fc.constantFrom(1, 40, 60, 99, 101, 150, 200, 1000),
  users: fc.constantFrom(0, 1, 2),
  cases: fc.integer({ min: 0, max: 6 }),
  clips: fc.constantFrom(0, 1, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13),
  plan: fc.constantFrom('1', '0'),
  model: fc.constantFrom('1', '0'),
  schools: fc.constantFrom(0, 3),
});

/** The same draw every time. */
const COMMUNES = fc.sample(commune, { seed: 20_260_101, numRuns: 160 });

/** Sets of one level whose figures stand in the data themselves. */
const IDS = CHANGE_IDS.filter((id) => id !== 'lower-set-changed' && id !== 'unit-level-changed');

function comparisonOf(base: string, revision: string) {
  const comparison = compareSets({ base: setAt(base).set, revision: setAt(revision).set });
  return { ...comparison, hybrids: createHybrids(comparison.sets, comparison.planned) };
}

function fixture(id: string) {
  const found = comparisonOf(`fixtures/diff/${id}_base.yaml`, `fixtures/diff/${id}_revision.yaml`);
  const read = readingSet(found.sets);
  // An indicator that was renamed is read under its new name.
  const rows = COMMUNES.map((row, index) => ({ code: String(index + 10_000), ...row, leaflets: row.clips }));
  const columns = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => key === 'code' || read.indicators.has(key))),
  );
  const dataset = datasetFromRows(columns, read);
  const assess = (set: CriteriaSet) => compile(set).assess(viewOf(dataset, read, set));
  return { ...found, dataset, assess };
}

describe('a set with all changes made', () => {
  test.each(IDS)('%s: gives every unit what the revision gives', (id) => {
    const { hybrids, sets, dataset, assess } = fixture(id);
    expect(dataset.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [made, revision] = [assess(hybrids.make(hybrids.effective)), assess(sets.revision)];
    for (let row = 0; row < dataset.rows; row += 1) {
      expect(outcomeOf(made, row)).toBe(outcomeOf(revision, row));
      expect(made.score(row)).toEqual(revision.score(row));
    }
  });

  test.each([
    ['criteria/kon-tum-model-1.yaml', 'criteria/kon-tum-model-2.yaml', 'fixtures/kon-tum-2024.csv', '2024'],
    ['criteria/kon-tum-model-2.yaml', 'criteria/kon-tum-model-1.yaml', 'fixtures/kon-tum-2024.csv', '2024'],
  ])('%s → %s', (base, revision, file, period) => {
    const { hybrids, sets } = comparisonOf(base, revision);
    const data = dataAt(file, readingSet(sets), period);
    const [made, after] = [hybrids.make(hybrids.effective), sets.revision].map((set) => compile(set).assess(data));
    for (let row = 0; row < data.rows; row += 1) {
      expect(made && outcomeOf(made, row)).toBe(after && outcomeOf(after, row));
      expect(made?.score(row)).toEqual(after?.score(row));
    }
  });

  test('closed over its needs names nothing that is not there', () => {
    const { hybrids } = comparisonOf('criteria/vn-key-commune-2010.yaml', 'criteria/vn-drug-free-2025.yaml');
    for (const place of hybrids.effective) {
      const set = hybrids.make(hybrids.closed([place]));
      expect(compile(set).program.classes.length).toBe(set.classes.size);
    }
  });
});

describe('the direction of a change', () => {
  const worse = { stricter: 0, looser: 0 };

  test.each(IDS)('%s: no unit goes the other way', (id) => {
    const { planned, hybrids, sets, dataset, assess } = fixture(id);
    const before = assess(sets.base);
    // Of both sets, the one with more classes ranks them all.
    const order = [sets.base, sets.revision].map(bestFirst).sort((a, b) => b.length - a.length)[0] ?? [];
    for (const place of hybrids.effective) {
      const direction = planned[place]?.change.direction;
      const places = hybrids.closed([place]);
      if (places.length > 1 || (direction !== 'stricter' && direction !== 'looser' && direction !== 'none')) continue;
      const after = assess(hybrids.make(places));
      for (let row = 0; row < dataset.rows; row += 1) {
        const moved = standing(after, row, order) - standing(before, row, order);
        if (direction === 'stricter') expect(moved).toBeLessThanOrEqual(0);
        if (direction === 'looser') expect(moved).toBeGreaterThanOrEqual(0);
        if (direction === 'none') expect(moved).toBe(0);
        if (moved !== 0 && direction !== 'none' && direction !== undefined) worse[direction] += 1;
      }
    }
  });

  test('some units do go the way that is told', () => {
    expect(worse.stricter).toBeGreaterThan(20);
    expect(worse.looser).toBeGreaterThan(20);
  });
});
