import { describe, expect, test } from 'vitest';
import { earlierInWhere, readWhere, rowsWhere } from '../../src/assess/index.ts';
import { assessLevels } from '../../src/cli/assess-levels.ts';
import { type CriteriaSet, parseCriteria } from '../../src/criteria/index.ts';
import { readCsv, rowsOfPeriod } from '../../src/data/index.ts';
import { numberAt, PASS, UNKNOWN } from '../../src/formula/index.ts';
import { integer } from '../../src/number/index.ts';

function set(family: string, rest: string): CriteriaSet {
  const parsed = parseCriteria(`family: ${family}
version: "1"
status: draft
title: Small
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
classes:
  all: { label: All, when: otherwise }
${rest}`);
  if (!parsed.ok) throw new Error(parsed.issues[0].code);
  return parsed.value;
}

const LOWER = set(
  'lower',
  `unit: commune
indicators:
  users: { label: Users, type: count }
criteria:
  A.1: { title: Few users, test: users < 10 }
`,
);
const UPPER = set(
  'upper',
  `unit: district
from: { set: lower, group: district }
indicators:
  before: { label: Users before, type: count, rollup: sum(prev(users)) }
criteria:
  B.1: { title: Few users before, test: before < 10 }
`,
);
const DATA = readCsv(
  {
    name: 'two-years.csv',
    text: 'code,period,district,users\n1,2024,North,3\n1,2025,North,5\n2,2024,North,4\n2,2025,North,0\n',
  },
  LOWER,
);
const ROWS = rowsOfPeriod(DATA, '2025');
const lower = { set: LOWER, period: null, lower: null };

const LOOKING_BACK = set(
  'looking-back',
  `unit: district
from: { set: lower, group: district }
indicators:
  users: { label: Users, type: count, rollup: sum(users) }
  many: { label: Communes with many users, type: count, rollup: count(not A.1) }
criteria:
  B.1: { title: No more users than before, test: users <= prev(users) }
  B.2: { title: No communes with many users now or before, test: "last(2, many) == 0" }
score: { model: count, of: [B.1, B.2] }
`,
);

test('the rows of the period before are history of what a condition asks', () => {
  const asked = readWhere('prev(users) > users', LOWER, '--where');
  if (!asked.ok) throw new Error(asked.issues[0].code);
  const assessed = assessLevels(lower, DATA, ROWS, earlierInWhere(LOWER, asked.value));
  if (!assessed.ok) throw new Error(assessed.issues[0].code);
  expect(rowsWhere(assessed.value, asked.value)).toEqual({ rows: [1], open: [], unsound: [] });
});

test('and of what a roll-up asks', () => {
  const assessed = assessLevels({ set: UPPER, period: null, lower }, DATA, ROWS);
  if (!assessed.ok) throw new Error(assessed.issues[0].code);
  const column = assessed.value.dataset.columns.get('before');
  expect(column?.kind === 'number' ? numberAt(column, 0) : null).toEqual(integer(7));
});

test('and, rolled up as the units above, of what a set above asks', () => {
  const assessed = (rows: readonly number[] | null): readonly unknown[] => {
    const found = assessLevels({ set: LOOKING_BACK, period: null, lower }, DATA, rows);
    if (!found.ok) throw new Error(found.issues[0].code);
    const { dataset, states } = found.value;
    return dataset.units.period.map((period, row) => [period, states.map((state) => state[row])]);
  };
  expect(assessed(ROWS)).toEqual([['2025', [PASS, PASS]]]);
  expect(assessed(null)).toContainEqual(['2025', [PASS, PASS]]);
  expect(assessed(rowsOfPeriod(DATA, '2024'))).toEqual([['2024', [UNKNOWN, UNKNOWN]]]);
});

describe('three levels', () => {
  const villages = { set: { ...LOWER, unit: 'hamlet' as const }, period: null, lower: null };
  const communes = set(
    'middle',
    `unit: commune
from: { set: lower, group: commune }
indicators:
  users: { label: Users, type: count, rollup: sum(users) }
criteria:
  B.1: { title: Few users, test: users < 10 }
`,
  );
  const districts = set(
    'top',
    `unit: district
from: { set: middle, group: district }
indicators:
  before: { label: Users before, type: count, rollup: sum(prev(users)) }
criteria:
  C.1: { title: Few users before, test: before < 10 }
`,
  );
  const top = { set: districts, period: null, lower: { set: communes, period: null, lower: villages } };
  const read = (rows: string): ReturnType<typeof readCsv> =>
    readCsv({ name: 'years.csv', text: `code,period,commune,district,users\n${rows}` }, villages.set);
  const inYear = (rows: string): ReturnType<typeof assessLevels> => {
    const data = read(rows);
    return assessLevels(top, data, rowsOfPeriod(data, '2025'));
  };

  test('look back on the units in the middle', () => {
    const assessed = inYear('1,2024,X,North,3\n1,2025,X,North,5\n2,2024,Y,North,4\n2,2025,Y,North,0\n');
    if (!assessed.ok) throw new Error(assessed.issues[0].code);
    const column = assessed.value.dataset.columns.get('before');
    expect(assessed.value.dataset.units.code).toEqual(['North']);
    expect(column?.kind === 'number' ? numberAt(column, 0) : null).toEqual(integer(7));
    expect(assessed.issues.map(({ code }) => code)).toEqual(['rollup/units', 'rollup/units']);
  });

  test.each([
    ['a commune in two districts', '1,2025,X,North,5\n2,2025,X,South,0\n', 'rollup/several-groups'],
    ['a hamlet of no district', '1,2025,X,North,5\n2,2025,X,,0\n', 'rollup/no-group'],
    ['a hamlet of no commune', '1,2025,X,North,5\n2,2025,,North,0\n', 'rollup/no-group'],
    ['one that had none in the year before', '1,2024,,North,5\n1,2025,X,North,0\n', 'rollup/no-group'],
  ])('are refused for %s', (_, rows, code) => {
    const assessed = inYear(rows);
    expect(assessed.issues.flatMap((found) => (found.severity === 'error' ? found.code : []))).toEqual([code]);
  });
});
