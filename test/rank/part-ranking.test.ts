import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { type CriteriaSet, parseCriteria, type Ties } from '../../src/criteria/index.ts';
import { readCsv, selectRows } from '../../src/data/index.ts';
import { partRanking, rank } from '../../src/rank/index.ts';
import { assessed, smallSet } from './small-set.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** A file of units and the same units in parts of so many rows. */
function ranked(criteria: string, data: string, size: number, ties: Ties) {
  const set = setOf(criteria, ties);
  const assessor = compile(set);
  const dataset = readCsv({ name: data, text: read(`fixtures/${data}`) }, set);
  const parts = partRanking(set);
  const comparable: boolean[] = [];
  for (let from = 0; from < dataset.rows; from += size) {
    const rows = Array.from({ length: Math.min(size, dataset.rows - from) }, (_, row) => from + row);
    comparable.push(parts.add(assessor.assess(selectRows(dataset, rows))));
  }
  return { places: parts.places(), comparable, whole: rank(assessor.assess(dataset)) };
}

function setOf(criteria: string, ties: Ties): CriteriaSet {
  const set = parseCriteria(`${read(`criteria/${criteria}`)}\nties: ${ties}\n`, { file: criteria });
  if (!set.ok) throw new Error(set.issues[0].code);
  return set.value;
}

describe.each(['competition', 'dense', 'ordinal'] as const)('by %s', (ties) => {
  test.each([
    ['vn-drug-free-2025.yaml', 'an-giang-2025.csv', 7],
    ['vn-drug-free-2025.yaml', 'an-giang-2025.csv', 1000],
    ['vn-drug-free-2025.yaml', 'nghe-an-2025.csv', 50],
    ['nghe-an-clean-2022.yaml', 'nghe-an-2022.csv', 33],
  ])('units of %s in %s have the same places in parts of %i', (criteria, data, size) => {
    const { places, comparable, whole } = ranked(criteria, data, size, ties);
    expect(comparable).not.toContain(false);
    expect([places.from, places.to]).toEqual([whole.from, whole.to]);
    expect(places.from.length).toBeGreaterThan(100);
  });
});

test('codes of any length tell units of all parts apart', () => {
  const set = smallSet({ ties: 'ordinal' });
  const codes = ['2', '10', '1', '100-000-007', 'xã', '100', '1000', '20'];
  const parts = partRanking(set);
  for (const code of codes) parts.add(assessed(set, [{ code }]));
  const order = codes.toSorted();
  expect([...parts.places().from].map((place) => order[place - 1])).toEqual(codes);
});

test('without a part there is no place', () => {
  expect(partRanking(smallSet()).places()).toEqual({ from: new Int32Array(0), to: new Int32Array(0) });
});
