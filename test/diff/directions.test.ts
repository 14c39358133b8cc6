import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import type { CriteriaSet } from '../../src/criteria/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { type Change, compareSets, proofsOf, provedChanges } from '../../src/diff/index.ts';
import { createHybrids } from '../../src/diff/hybrid.ts';
import { readingSet, viewOf } from '../../src/diff/joint-data.ts';
import { draft, draftOfBoth, oneChange, oneSplit, textOf } from './drawn-sets.ts';
import { type ReadSet, setOf } from './read.ts';
import { bestFirst, standing } from './standing.ts';

const YES_OR_NO = ['1', '0'];

/** All the data there is where the counts are small. */
const UNITS = YES_OR_NO.flatMap((a) =>
  YES_OR_NO.flatMap((b) =>
    YES_OR_NO.flatMap((c) => [0, 1, 2].flatMap((m) => [0, 1, 2].filter((n) => n <= m).map((n) => ({ a, b, c, n, m })))),
  ),
).map((row, index) => ({ code: String(index + 10_000), ...row }));

/** A draft as it is read; `null` where a change left something named that is gone. */
function readOf(text: string): ReadSet | null {
  try {
    return setOf(text);
  } catch {
    return null;
  }
}

/** How many units come out better, and how many worse. */
function movesOf(base: CriteriaSet, revision: CriteriaSet) {
  const read = readingSet({ base, revision });
  const dataset = datasetFromRows(UNITS, read);
  const [before, after] = [base, revision].map((set) => compile(set).assess(viewOf(dataset, read, set)));
  // Of both sets, the one with more classes ranks them all.
  const order = [base, revision].map(bestFirst).toSorted((a, b) => b.length - a.length)[0] ?? [];
  const moves = UNITS.map((_, row) => {
    if (before === undefined || after === undefined) return 0;
    return standing(after, row, order) - standing(before, row, order);
  });
  return { better: moves.filter((by) => by > 0).length, worse: moves.filter((by) => by < 0).length };
}

function isRefuted({ direction }: Change, { better, worse }: ReturnType<typeof movesOf>): boolean {
  if (direction === 'either') return false;
  return (better > 0 && direction !== 'looser') || (worse > 0 && direction !== 'stricter');
}

/** Every change that can be made alone and is refuted by some unit; how many were held against all units. */
function refutedIn(texts: readonly [string, string], isProved: boolean) {
  const [base, revision] = texts.map(readOf);
  if (!base || !revision) return { refuted: [], held: 0 };
  const given = { base: base.set, revision: revision.set };
  const comparison = compareSets(given);
  const { sets, planned } = comparison;
  const changes = isProved
    ? provedChanges(given, comparison, proofsOf(given, comparison))
    : planned.map(({ change }) => change);
  const { effective, closed, make } = createHybrids(sets, planned);
  const alone = effective.filter((place) => closed([place]).length === 1);
  const refuted = alone.flatMap((place) => {
    const change = changes[place];
    return change !== undefined && isRefuted(change, movesOf(sets.base, make([place])))
      ? [`${change.id} ${change.path} ${change.direction}`]
      : [];
  });
  return { refuted, held: alone.filter((place) => changes[place]?.direction !== 'either').length };
}

test.each([
  ['read off', 'a change', draft, oneChange, false, 500],
  ['proved', 'a change', draft, oneChange, true, 30],
  ['read off', 'a split that keeps the id', draftOfBoth, oneSplit, false, 500],
  ['proved', 'a split that keeps the id', draftOfBoth, oneSplit, true, 30],
] as const)('no unit goes against a direction that is %s of %s', (_, _what, sets, changes, isProved, numRuns) => {
  let held = 0;
  fc.assert(
    fc.property(sets, changes, (own, change) => {
      const found = refutedIn([textOf(own), textOf(change(own))], isProved);
      held += found.held;
      expect(found.refuted).toEqual([]);
    }),
    { seed: 20_260_101, numRuns },
  );
  expect(held).toBeGreaterThan(numRuns / 10);
});
