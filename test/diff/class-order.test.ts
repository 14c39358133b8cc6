import { expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { compareSets, proofsOf, provedChanges } from '../../src/diff/index.ts';
import { createHybrids } from '../../src/diff/hybrid.ts';
import { setOf } from './read.ts';
import { bestFirst, standing } from './standing.ts';

const BOTH = [true, false];

/** Classes in order, and of each whether it certifies. */
type Classes = Readonly<Record<string, { readonly when: string; readonly certifies: boolean }>>;

const setWith = (version: string, classes: Classes) =>
  setOf(`family: order
version: "${version}"
status: draft
title: Order
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  a: { label: A, type: boolean }
  b: { label: B, type: boolean }
criteria:
  L.1: { title: One, test: a }
  L.2: { title: Two, test: b }
classes:
${Object.entries(classes)
  .map(([id, { when, certifies }]) => `  ${id}: { label: C, certifies: ${certifies}, when: ${when} }`)
  .join('\n')}
`).set;

const ROWS = [
  { code: '1', a: true, b: true },
  { code: '2', a: true, b: false },
  { code: '3', a: false, b: true },
  { code: '4', a: false, b: false },
];

/** All ways to put a class above or between two others, of which any may come to certify, or cease to. */
const CASES = ['above', 'between'].flatMap((place) =>
  BOTH.flatMap((fresh) =>
    BOTH.flatMap((best) =>
      BOTH.flatMap((rest) =>
        BOTH.flatMap((bestLater) => BOTH.map((restLater) => ({ place, fresh, best, rest, bestLater, restLater }))),
      ),
    ),
  ),
);

function added({ place, fresh, best, rest, bestLater, restLater }: (typeof CASES)[number]) {
  const own = { fresh: { when: 'L.2', certifies: fresh } };
  const later = { best: { when: 'L.1', certifies: bestLater }, rest: { when: 'otherwise', certifies: restLater } };
  return {
    base: setWith('1', { best: { when: 'L.1', certifies: best }, rest: { when: 'otherwise', certifies: rest } }),
    revision: setWith('2', place === 'above' ? { ...own, ...later } : { best: later.best, ...own, rest: later.rest }),
  };
}

test.each(CASES)('a class $place others is as strict as it is alone: %o', (drawn) => {
  const given = added(drawn);
  const comparison = compareSets(given);
  const { sets, planned } = comparison;
  const place = planned.findIndex(({ change }) => change.id === 'class-added');
  const [before, after] = [sets.base, createHybrids(sets, planned).make([place])].map((set) =>
    compile(set).assess(datasetFromRows(ROWS, set)),
  );
  if (before === undefined || after === undefined) throw new Error('there are two sides');
  const order = bestFirst(sets.revision);
  const moves = ROWS.map((_, row) => standing(after, row, order) - standing(before, row, order));
  const derived = planned[place]?.change.direction;
  const refuting = [
    ...(moves.some((by) => by < 0) ? ['looser', 'none'] : []),
    ...(moves.some((by) => by > 0) ? ['stricter', 'none'] : []),
  ];
  expect(refuting).not.toContain(derived);
  const proved = provedChanges(given, comparison, proofsOf(given, comparison))[place]?.direction;
  expect(['either', proved === 'none' ? derived : proved]).toContain(derived);
});
