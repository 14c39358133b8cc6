import { expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { parseCriteria } from '../../src/criteria/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { type Change, waysToPass } from '../../src/explain/index.ts';

const COUNTS = Array.from({ length: 9 }, (_, number) => `c${number}`);

/** A weighted sheet on which everything counts for something else: too many ways for all of them to be looked at. */
const TEXT = `family: weighted
version: "1"
status: draft
title: Weighted
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  people: { label: People, type: count, measured: end, min: 1 }
${COUNTS.map((id) => `  ${id}: { label: ${id}, type: count, measured: end, actionable: up, max: 1000 }`).join('\n')}
  route: { label: Route, type: choice, measured: end, actionable: up, values: { none: None, some: Some, all: All } }
checks: [{ rule: c0 + c1 <= people, message: Too many }]
criteria:
${COUNTS.map((id, number) => `  K${number}: { title: K, points: 10, weight: ${number + 1}, on: ${id} / people, scale: [[0%, 0], [${50 + 3 * number}%, 10]] }`).join('\n')}
  R: { title: R, points: 10, weight: 5, test: route == all }
classes:
  good: { label: Good, when: score >= 80%, certifies: true }
  rest: { label: Rest, when: otherwise }
score: { model: weighted, of: 100, round: { to: 0.1, mode: half-up } }
`;

const parsed = parseCriteria(TEXT, { file: 'weighted.yaml' });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const set = parsed.value;
const assessor = compile(set);

type Row = Readonly<Record<string, string | number>>;

const assess = (row: Row) => assessor.assess(datasetFromRows([{ code: '00001', ...row }], set));
const isGood = (row: Row): boolean => {
  const { classes, issues } = assess(row);
  return issues.length === 0 && classes[0] === 0;
};

/** A figure with its changes, of which some go less far. */
function changed(row: Row, changes: readonly Change[], back: (indicator: string) => number = () => 0): Row {
  const figures = changes.map(({ indicator, to }) => [
    indicator,
    to.kind === 'number' ? Number(to.value.num) - back(indicator) : to.kind === 'choice' ? to.id : '',
  ]);
  return { ...row, ...Object.fromEntries(figures) };
}

test.each<readonly [string, Row]>([
  ['little is there', { c0: 68, c1: 91, c2: 32, c3: 130, c4: 60, c5: 253, c6: 230, c7: 241, c8: 194, route: 'none' }],
  ['some is there', { c0: 300, c1: 10, c2: 400, c3: 20, c4: 500, c5: 30, c6: 290, c7: 0, c8: 310, route: 'some' }],
])(
  'where the cheapest way takes too long to find, ways are told of which nothing can be left out: %s',
  (_, figures) => {
    const row = { people: 997, ...figures };
    expect(isGood(row)).toBe(false);
    const { ways, exact, none } = waysToPass(assess(row), 0, 'certified');
    expect([exact, none]).toEqual([false, null]);
    expect(ways.length).toBeGreaterThan(1);
    for (const { changes } of ways) {
      expect(isGood(changed(row, changes))).toBe(true);
      for (const { indicator, to } of changes) {
        const others = changes.filter((other) => other.indicator !== indicator);
        expect(isGood(changed(row, others)), `without ${indicator}`).toBe(false);
        const oneLess = changed(row, changes, (own) => (own === indicator ? 1 : 0));
        if (to.kind === 'number') expect(isGood(oneLess), `one less of ${indicator}`).toBe(false);
      }
    }
  },
);
