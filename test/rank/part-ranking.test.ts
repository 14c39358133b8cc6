import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { parseCriteria } from '../../src/criteria/index.ts';
import { readCsv, selectRows } from '../../src/data/index.ts';
import { partRanking, rank } from '../../src/rank/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** A file of units and the same units in parts of so many rows. */
function ranked(criteria: string, data: string, size: number) {
  const set = parseCriteria(read(`criteria/${criteria}`), { file: criteria });
  if (!set.ok) throw new Error(set.issues[0].code);
  const assessor = compile(set.value);
  const dataset = readCsv({ name: data, text: read(`fixtures/${data}`) }, set.value);
  const parts = partRanking();
  const comparable: boolean[] = [];
  for (let from = 0; from < dataset.rows; from += size) {
    const rows = Array.from({ length: Math.min(size, dataset.rows - from) }, (_, row) => from + row);
    comparable.push(parts.add(assessor.assess(selectRows(dataset, rows))));
  }
  return { places: parts.places(), comparable, whole: rank(assessor.assess(dataset)) };
}

test.each([
  ['vn-drug-free-2025.yaml', 'an-giang-2025.csv', 7],
  ['vn-drug-free-2025.yaml', 'an-giang-2025.csv', 1000],
  ['vn-drug-free-2025.yaml', 'nghe-an-2025.csv', 50],
  ['nghe-an-clean-2022.yaml', 'nghe-an-2022.csv', 33],
])('units of %s in %s have the same places in parts of %i', (criteria, data, size) => {
  const { places, comparable, whole } = ranked(criteria, data, size);
  expect(comparable).not.toContain(false);
  expect([places.from, places.to]).toEqual([whole.from, whole.to]);
  expect(places.from.length).toBeGreaterThan(100);
});

test('without a part there is no place', () => {
  expect(partRanking().places()).toEqual({ from: new Int32Array(0), to: new Int32Array(0) });
});
