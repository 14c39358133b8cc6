import { expect, test } from 'vitest';
import { earlierInWhere, readWhere, rowsWhere } from '../../src/assess/index.ts';
import { assessLevels } from '../../src/cli/assess-levels.ts';
import { type CriteriaSet, parseCriteria } from '../../src/criteria/index.ts';
import { readCsv, rowsOfPeriod } from '../../src/data/index.ts';
import { numberAt } from '../../src/formula/index.ts';
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

test('the rows of the period before are history of what a condition asks', () => {
  const asked = readWhere('prev(users) > users', LOWER, '--where');
  if (!asked.ok) throw new Error(asked.issues[0].code);
  const assessed = assessLevels(lower, DATA, ROWS, earlierInWhere(LOWER, asked.value));
  if (!assessed.ok) throw new Error(assessed.issues[0].code);
  expect(rowsWhere(assessed.value, asked.value)).toEqual({ rows: [1], open: [] });
});

test('and of what a roll-up asks', () => {
  const assessed = assessLevels({ set: UPPER, period: null, lower }, DATA, ROWS);
  if (!assessed.ok) throw new Error(assessed.issues[0].code);
  const column = assessed.value.dataset.columns.get('before');
  expect(column?.kind === 'number' ? numberAt(column, 0) : null).toEqual(integer(7));
});
