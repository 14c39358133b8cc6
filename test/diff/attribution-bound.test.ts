import { expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { attribute } from '../../src/diff/attribution.ts';
import type { Hybrids } from '../../src/diff/hybrid.ts';
import { type Edit, sample } from './sample.ts';

/** What a search for a unit that no change takes to where it ends comes to: sets that were assessed, and sets that were looked at. */
function searched(count: number, neededBy: (place: number) => readonly number[]) {
  const OTHER: readonly Edit[] = [
    ['  fair:\n', '  good:\n'],
    ['[clean, fair, rest]', '[clean, good, rest]'],
  ];
  const [before, after] = [[], OTHER].map((edits) => {
    const { set } = sample(...edits);
    return compile(set).assess(datasetFromRows([{ code: '00001' }], set));
  });
  if (before === undefined || after === undefined) throw new Error('there are two sides');
  let [assessed, closed] = [0, 0];
  const hybrids: Hybrids = {
    effective: Array.from({ length: count }, (_, place) => place),
    closed: (places) => {
      closed += 1;
      return [...new Set(places.flatMap(neededBy))].sort((a, b) => a - b);
    },
    leading: (places) => places,
    make: () => before.program.set,
  };
  const assess = () => {
    assessed += 1;
    return () => 'elsewhere';
  };
  attribute({ hybrids, before, after, assess, moved: [0], most: 100 });
  return { assessed, closed };
}

const upTo = (place: number): readonly number[] => Array.from({ length: place + 1 }, (_, own) => own);

test.each<readonly [string, neededBy: (place: number) => readonly number[], assessed: number]>([
  ['all need each other', () => upTo(39), 1],
  ['each needs those before it', upTo, 40],
  ['none needs another', (place) => [place], 101],
])('a search among forty changes of which %s comes to an end', (_, neededBy, assessed) => {
  const found = searched(40, neededBy);
  // One more where the search was cut short, to see whether all changes together do it.
  expect(found.assessed).toBe(assessed);
  expect(found.closed).toBeLessThan(100 * 40);
});
