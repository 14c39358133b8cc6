import { expect, test } from 'vitest';
import { compile, rollUp } from '../../src/assess/index.ts';
import { type CriteriaSet, parseCriteria } from '../../src/criteria/index.ts';
import { readCsv } from '../../src/data/index.ts';
import { missingCells } from '../../src/explain/index.ts';

function setOf(rest: string): CriteriaSet {
  const parsed = parseCriteria(`version: "1"
status: draft
title: Small
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
classes:
  good: { label: Good, when: A }
  rest: { label: Rest, when: otherwise }
${rest}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

const COMMUNE = setOf(`family: commune
unit: commune
indicators:
  users: { label: Users, type: count, provider: Police }
  places: { label: Places, type: count, provider: Health }
  nobody: { label: Owed by nobody, type: count }
measures:
  both: { label: Both, formula: nobody + places }
criteria:
  A: { title: Few, test: users < 10 and both < 5 }
`);

const DATA = readCsv(
  { name: 'data.csv', text: 'code,district,users,places,nobody\n00001,North,,1,2\n00002,North,3,,\n' },
  COMMUNE,
);
const below = compile(COMMUNE).assess(DATA);

test('each missing figure has its place and the office that owes it', () => {
  const cells = missingCells(below);
  expect(cells(0)).toEqual([
    { indicator: 'users', periodsAgo: 0, position: { file: 'data.csv', line: 2, column: 3 }, provider: police() },
  ]);
  expect(cells(1).map(({ indicator, provider }) => [indicator, provider?.en ?? null])).toEqual([
    ['places', 'Health'],
    ['nobody', null],
  ]);
});

test.each([
  ['sum(users)', 'Police', { line: 2, column: 3 }],
  ['sum(both, users > 1)', 'Health', undefined],
  ['count(class in [good])', null, { line: 2, column: 3 }],
  ['sum(nobody)', null, { line: 3, column: 5 }],
])('of %s the office is that of a figure below: %s', (rollup, office, place) => {
  const upper = setOf(`family: district
unit: district
from: { set: commune, group: district }
indicators:
  figure: { label: Figure, type: count, rollup: "${rollup}" }
criteria:
  A: { title: Few, test: figure < 1 }
`);
  const [cell] = missingCells(compile(upper).assess(rollUp(below, upper)))(0);
  expect(cell?.provider?.en ?? null).toBe(office);
  if (place !== undefined) expect(cell?.position).toMatchObject(place);
});

function police(): unknown {
  return COMMUNE.indicators.get('users')?.provider;
}
