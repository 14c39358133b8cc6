import { expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { type CriteriaSet, parseCriteria } from '../../src/criteria/index.ts';
import { type Dataset, datasetFromRows } from '../../src/data/index.ts';
import { proveClasses } from '../../src/prove/index.ts';
import { type Random, seededRandom } from '../oracle/communes.ts';
import type { PlannedSheet } from '../oracle/points.ts';
import { randomSheet, sheetText } from '../oracle/sheets.ts';
import { mutatedSheet } from './mutated-sheets.ts';
import { directions, unconfirmed } from './scored.ts';
import { covers, triedDirections } from './tried-directions.ts';

/** As many rows are tried for one pair. */
const MOST_ROWS = 2000;

/** Every row that the cells of a sheet allow. */
function gridOf({ cells }: PlannedSheet, set: CriteriaSet): Dataset | null {
  const size = cells.reduce((product, { min, max }) => product * (max - min + 1), 1);
  if (size > MOST_ROWS) return null;
  const rows = cells.reduce<readonly Readonly<Record<string, number>>[]>(
    (all, { id, min, max }) =>
      all.flatMap((row) => Array.from({ length: max - min + 1 }, (_, step) => ({ ...row, [id]: min + step }))),
    [{}],
  );
  return datasetFromRows(
    rows.map((row, index) => ({ code: String(index + 1).padStart(5, '0'), ...row })),
    set,
  );
}

function textOf(sheet: PlannedSheet, bounded: boolean): string {
  return bounded ? sheetText(sheet) : sheetText(sheet).replace(/, max: \d+/g, '');
}

/** A sheet, one or two changes to it, and all rows there are. */
function drawPair(
  random: Random,
  bounded: boolean,
  products: boolean,
): {
  readonly base: CriteriaSet;
  readonly revision: CriteriaSet;
  readonly grid: Dataset;
} {
  for (;;) {
    const planned = randomSheet(random, !products);
    const once = mutatedSheet(planned, random);
    const changed = once === null || random(2n) === 0n ? once : mutatedSheet(once, random);
    const [base, revision] = [planned, changed].map((one) =>
      one === null ? null : parseCriteria(textOf(one, bounded)),
    );
    if (base?.ok !== true || revision?.ok !== true) continue;
    const grid = gridOf(planned, base.value);
    if (grid !== null) return { base: base.value, revision: revision.value, grid };
  }
}

test.each([
  { bounded: true, products: true, pairs: 60, seed: 6n, mayBeOpen: 0 },
  { bounded: false, products: false, pairs: 30, seed: 9n, mayBeOpen: 5 },
  // What products of figures without bounds can come to is not decided.
  { bounded: false, products: true, pairs: 12, seed: 9n, mayBeOpen: 35 },
])(
  'proofs of points sheets agree with assessing rows: bounded $bounded, products $products',
  { timeout: 300_000 },
  ({ bounded, products, pairs, seed, mayBeOpen }) => {
    const random = seededRandom(seed);
    let [told, unproved, moved] = [0, 0, 0];
    for (let pair = 0; pair < pairs; pair += 1) {
      const { base, revision, grid } = drawPair(random, bounded, products);
      const [before, after] = [compile(base).program, compile(revision).program];
      const proofs = proveClasses(before, after);
      const tried = triedDirections(base, revision, grid);
      const found = directions(proofs);
      for (const [id, direction] of Object.entries(found)) {
        told += 1;
        if (direction === 'unproved') unproved += 1;
        else if (bounded) expect([pair, id, direction]).toEqual([pair, id, tried[id]]);
        if (direction !== 'same') moved += 1;
      }
      expect([pair, covers(found, tried)]).toEqual([pair, true]);
      expect(unconfirmed(before, after, proofs)).toEqual([]);
    }
    expect(moved).toBeGreaterThan(told / 10);
    // In hundredths of all that was asked.
    expect((100 * unproved) / told).toBeLessThanOrEqual(mayBeOpen);
  },
);
