import { expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { compareSets } from '../../src/diff/index.ts';
import { impactOf } from '../../src/diff/impact.ts';
import { readingSet, viewOf } from '../../src/diff/joint-data.ts';
import { setOf } from './read.ts';

const text = (version: string, rest: string): string => `family: needs
version: "${version}"
status: in-force
title: Needs
unit: commune
effective: { from: 2020-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  a: { label: A, type: count }
  c: { label: C, type: count }
${rest}`;

/** By code, the changes that move a unit, each set of them in one line. */
function movedBy(before: string, after: string, rows: readonly Readonly<Record<string, unknown>>[]) {
  const [base, revision] = [setOf(text('1', before), 'a.yaml').set, setOf(text('2', after), 'b.yaml').set];
  const comparison = compareSets({ base, revision });
  const read = readingSet(comparison.sets);
  const data = datasetFromRows(rows, read);
  const { attribution } = impactOf({
    comparison,
    // A few rows: those that are not asked for are assessed along.
    assess: (set) => compile(set).assess(viewOf(data, read, set)),
    period: '2025',
    missing: { base: [], revision: [] },
  });
  const pathOf = (place: number): string => comparison.planned[place]?.change.path ?? '';
  return {
    units: Object.fromEntries(
      [...attribution.units].map(([row, { sets, exact }]) => [
        data.units.code[row],
        [...sets.map((places) => places.map(pathOf).join(' + ')), ...(exact ? [] : ['perhaps'])],
      ]),
    ),
    idle: attribution.idle.map(pathOf),
  };
}

test('a criterion that goes along with what two classes ask moves nobody itself', () => {
  const best = 'classes:\n  best: { label: B, certifies: true, when: { any: [L.1, L.2] } }\n';
  const found = movedBy(
    `criteria:
  L.1: { title: One, test: a <= 5 }
  L.2: { title: Two, test: c == 0 }
${best}  good: { label: G, when: { any: [L.2, a > 9] } }
  rest: { label: R, when: otherwise }
`,
    `criteria:
  L.1: { title: One, test: a <= 5 }
${best.replace(', L.2', '')}  good: { label: G, when: a > 9 }
  rest: { label: R, when: otherwise }
`,
    [
      { code: '10001', a: 6, c: 0 },
      { code: '10002', a: 10, c: 0 },
    ],
  );
  expect(found).toEqual({
    units: { '10001': ['classes.best.when + classes.good.when'], '10002': ['classes.best.when'] },
    idle: ['criteria.L.2'],
  });
});

test('rules of sound data move whose figures are missing, not the figure that goes along with them', () => {
  const rest = `criteria:
  C.1: { title: One, test: a <= 5 }
  C.2: { title: Two, test: c == 0 }
classes:
  best: { label: B, certifies: true, when: { all: [C.1, C.2] } }
  rest: { label: R, when: otherwise }
`;
  const found = movedBy(
    `  b: { label: B, type: count }
checks:
  - { rule: a <= b, message: Too many }
  - { rule: a <= b + 1, message: Still too many }
${rest}`,
    rest,
    [
      { code: '10001', a: null, b: 3, c: 0 },
      { code: '10002', a: null, b: 5, c: 0 },
      { code: '10003', a: 3, b: 5, c: 0 },
    ],
  );
  expect(found).toEqual({
    units: {
      '10001': ['checks.a <= b + checks.a <= b + 1'],
      // By the other of them it could be above 5 already.
      '10002': ['checks.a <= b'],
    },
    idle: ['indicators.b'],
  });
});
