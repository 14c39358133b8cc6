import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, type Program } from '../../src/assess/index.ts';
import { type CriteriaSet, parseCriteria } from '../../src/criteria/index.ts';
import { type Dataset, datasetFromRows } from '../../src/data/index.ts';
import { type Proof, proveClasses } from '../../src/prove/index.ts';
import { fileOf, indicatorsText, MOST, mutated, mutation, triedSet } from './mutated-sets.ts';
import { directions, unconfirmed } from './scored.ts';
import { covers, triedDirections } from './tried-directions.ts';

function setOf(text: string): CriteriaSet {
  const set = parseCriteria(text);
  if (!set.ok) throw new Error(`${text}\n${JSON.stringify(set.issues)}`);
  return set.value;
}

/** Every unit with figures up to `MOST`, the earlier figure of one of them among them. */
function gridOf(): Dataset {
  const upTo = (from: number, most: number): readonly number[] =>
    Array.from({ length: most - from + 1 }, (_, step) => from + step);
  const rows = upTo(0, MOST.a).flatMap((a) =>
    upTo(1, MOST.b).flatMap((b) =>
      upTo(0, MOST.c).flatMap((c) =>
        upTo(0, MOST.c).flatMap((before) =>
          [false, true].flatMap((flag) =>
            ['none', 'intra', 'inter'].map((route) => ({ a, b, c, before, flag, route })),
          ),
        ),
      ),
    ),
  );
  // The earlier figure is read as one of its own and then put in its place.
  const reading = setOf(
    `family: grid
version: "1"
status: draft
title: Grid
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
${indicatorsText(false)}  before: { label: Before, type: count }
criteria:
  K.1: { title: One, test: flag }
classes:
  one: { label: One, when: K.1 }
`,
  );
  const dataset = datasetFromRows(
    rows.map((row, index) => ({ code: String(index + 1).padStart(5, '0'), ...row })),
    reading,
  );
  const columns = new Map(dataset.columns);
  const before = columns.get('before');
  if (before !== undefined) columns.set('c@1', before);
  columns.delete('before');
  return { ...dataset, columns };
}

const GRID = gridOf();

test.each([
  { bounded: true, seed: 2025 },
  { bounded: false, seed: 2010 },
])('proofs agree with assessing a grid: bounded $bounded', { timeout: 300_000 }, ({ bounded, seed }) => {
  let proved = 0;
  let moved = 0;
  fc.assert(
    fc.property(triedSet, fc.array(mutation, { minLength: 1, maxLength: 2 }), (base, mutations) => {
      const changed = mutations.reduce(mutated, base);
      const [first, second] = [setOf(fileOf(base, bounded)), setOf(fileOf(changed, bounded))];
      const [before, after] = [compile(first).program, compile(second).program] as const satisfies Program[];
      const proofs = proveClasses(before, after);
      const found = directions(proofs);
      const all: readonly Proof[] = [...proofs.classes.values(), proofs.certified];
      proved += all.filter(({ direction }) => direction !== 'unproved').length;
      moved += all.filter(({ direction }) => direction !== 'same').length;
      // Only products leave a question open, and these sets have none.
      expect(Object.values(found)).not.toContain('unproved');
      const tried = triedDirections(first, second, GRID);
      if (bounded) expect(found).toEqual(tried);
      else expect(covers(found, tried)).toBe(true);
      expect(unconfirmed(before, after, proofs)).toEqual([]);
    }),
    { seed, numRuns: 150 },
  );
  expect(proved).toBeGreaterThan(600);
  expect(moved).toBeGreaterThan(200);
});
