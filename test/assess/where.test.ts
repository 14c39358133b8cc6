import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, earlierInWhere, readWhere, rowsWhere } from '../../src/assess/index.ts';
import { parseCriteria } from '../../src/criteria/index.ts';
import { readCsv, rowsOfPeriod, selectRows, withHistory } from '../../src/data/index.ts';

const SMALL = `
family: small
version: '1'
status: in-force
title: Small
unit: commune
effective: { from: 2026-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  people: { label: People, type: count }
  addicts: { label: Addicts, type: count }
criteria:
  A: { title: None, test: addicts == 0 }
classes:
  clean: { label: Clean, when: A, certifies: true }
  other: { label: Other, when: otherwise }
`;
const FILE = 'criteria/vn-drug-free-2025.yaml';
const parsed = parseCriteria(readFileSync(FILE, 'utf8'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const set = parsed.value;
const text = readFileSync('fixtures/report/communes.csv', 'utf8');
const assessments = compile(set).assess(readCsv({ name: 'communes.csv', text }, set));
const { columns, rows } = assessments.dataset;

/** What a row holds, straight from its cells. */
const cells = text
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const cell = (row: number, id: string): string => cells[row + 1]?.[cells[0]?.indexOf(id) ?? -1] ?? '';
const all = Array.from({ length: rows }, (_, row) => row);

test.each([
  { where: 'use_points > 0', holds: (row: number) => Number(cell(row, 'use_points')) > 0, needs: ['use_points'] },
  {
    where: 'filed_addicts + filed_users >= 10 or key_route == inter',
    holds: (row: number) =>
      Number(cell(row, 'filed_addicts')) + Number(cell(row, 'filed_users')) >= 10 || cell(row, 'key_route') === 'inter',
    needs: ['filed_addicts', 'filed_users', 'key_route'],
  },
  {
    where: 'not (use_points == 0)',
    holds: (row: number) => Number(cell(row, 'use_points')) !== 0,
    needs: ['use_points'],
  },
])('$where', ({ where, holds, needs }) => {
  const condition = readWhere(where, set, '--where');
  if (!condition.ok) throw new Error(JSON.stringify(condition.issues));
  const found = rowsWhere(assessments, condition.value);
  const known = all.filter((row) => needs.every((id) => cell(row, id) !== ''));
  expect(needs.every((id) => columns.has(id))).toBe(true);
  expect(found.rows).toEqual(known.filter(holds));
  expect(found.rows.length).toBeGreaterThan(0);
  expect(found.open.every((row) => !known.includes(row))).toBe(true);
});

test('criteria and measures can be asked for', () => {
  const condition = readWhere('F.3 and drug_rate < 0.1%', set, '--where');
  if (!condition.ok) throw new Error(JSON.stringify(condition.issues));
  const number = [...set.criteria.keys()].indexOf('F.3');
  const { rows: found } = rowsWhere(assessments, condition.value);
  expect(found.length).toBeGreaterThan(0);
  for (const row of found) {
    expect(assessments.states[number]?.[row]).toBe(2);
    const filed = Number(cell(row, 'filed_addicts')) + Number(cell(row, 'filed_users'));
    expect(filed * 1000).toBeLessThan(Number(cell(row, 'residents')));
  }
});

test('a missing figure leaves the condition open', () => {
  const empty = text.replace(/^(31105,.*)$/mu, (line) => line.replaceAll(/,\d+(?=,)/gu, ','));
  const data = compile(set).assess(readCsv({ name: 'communes.csv', text: empty }, set));
  const asked = readWhere('filed_users >= 3', set, '--where');
  const open = asked.ok ? rowsWhere(data, asked.value).open : [];
  expect(open.map((row) => data.dataset.units.code[row])).toEqual(['31105']);
});

describe('a condition looks back', () => {
  const ids = [...set.indicators.keys()];
  const line = (code: string, period: string, addicts: number): string =>
    [code, period, ...ids.map((id) => (id === 'filed_addicts' ? addicts : ''))].join();
  const lines = [line('1', '2024', 3), line('1', '2025', 0), line('2', '2024', 0), line('2', '2025', 4)];
  const two = [['code', 'period', ...ids].join(), ...lines, line('3', '2025', 5)].join('\n');
  const both = readCsv({ name: 'two-years.csv', text: two }, set);
  const asked = readWhere('prev(filed_addicts) > 0 or last(2, filed_addicts) > 3', set, '--where');
  if (!asked.ok) throw new Error(JSON.stringify(asked.issues));

  // Five in one year are more than three in two, whatever the other year was.
  test('on rows of the period before beside its own', () => {
    expect(rowsWhere(compile(set).assess(both), asked.value)).toEqual({ rows: [1, 3, 4], open: [0, 2], unsound: [] });
  });

  test('on rows of the period before that were taken out', () => {
    const year = selectRows(withHistory(both, earlierInWhere(set, asked.value)), rowsOfPeriod(both, '2025'));
    expect(rowsWhere(compile(set).assess(year), asked.value)).toEqual({ rows: [0, 1, 2], open: [], unsound: [] });
  });
});

test.each([
  { where: 'use_points >', code: 'formula/unexpected-token', column: 13 },
  { where: 'use_point > 0', code: 'formula/unknown-name', column: 1 },
  { where: 'score >= 1', code: 'formula/unknown-name', column: 1 },
  { where: 'use_points', code: 'formula/wrong-type', column: 1 },
  { where: 'use_points > 5%', code: 'formula/mixed-units', column: 1 },
])('$where is refused', ({ where, code, column }) => {
  const condition = readWhere(where, set, '--where');
  expect(condition.ok).toBe(false);
  expect(condition.issues).toMatchObject([{ code, position: { file: '--where', line: 1 } }]);
  if (code !== 'formula/mixed-units') expect(condition.issues[0]?.position?.column).toBe(column);
});

test('where it divides by nothing the condition is not said to hold', () => {
  const own = parseCriteria(SMALL);
  if (!own.ok) throw new Error(JSON.stringify(own.issues));
  const data = readCsv(
    { name: 'd.csv', text: 'code,people,addicts\n1,100,0\n2,100,5\n3,0,0\n4,,0\n5,100,1\n' },
    own.value,
  );
  const condition = readWhere('people / addicts >= 60', own.value, '--where');
  if (!condition.ok) throw new Error(JSON.stringify(condition.issues));
  expect(rowsWhere(compile(own.value).assess(data), condition.value)).toEqual({
    rows: [4],
    // 0 of 0 applies to nobody; what nobody knows of the fourth may be 0.
    open: [3],
    unsound: [{ row: 0, indicators: ['addicts', 'people'] }],
  });
});
