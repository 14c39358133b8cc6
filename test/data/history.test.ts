import { describe, expect, test } from 'vitest';
import { readCsv, withHistory } from '../../src/data/index.ts';
import { numberAt } from '../../src/formula/index.ts';
import { integer } from '../../src/number/index.ts';
import { assessorFor } from '../assess/assessor.ts';
import { smallSet } from '../assess/small-sets.ts';

const { program } = assessorFor(
  smallSet(
    '  users: { label: Users, type: count }',
    `criteria:
  A: { title: Few, test: users < 10 }
classes:
  all: { label: All, when: otherwise }
`,
  ),
);

const DATA = readCsv(
  {
    name: 'data.csv',
    text: 'code,period,users\n00001,2024,3\n00002,2024,\n00001,2025,5\n00002,2025,6\n00003,2025,7\n',
  },
  program.set,
);

describe('beside the figures of a year', () => {
  const { columns, positionOf } = withHistory(DATA, [{ indicator: 'users', periodsAgo: 1 }]);
  const column = columns.get('users@1');
  const before = (row: number): unknown => (column?.kind === 'number' ? numberAt(column, row) : undefined);

  test('stand those of the year before, missing where there are none', () => {
    expect([2, 3, 4].map(before)).toEqual([integer(3), null, null]);
  });

  test.each([
    ['in the row of its own year', 3, { file: 'data.csv', line: 3, column: 3 }],
    ['somewhere in the file, where that year has no row', 4, { file: 'data.csv' }],
  ])('a missing one is sought %s', (_, row, position) => {
    expect(positionOf(row, 'users@1')).toEqual(position);
  });

  test('what is known of a missing one is known of it later', () => {
    const least = { min: integer(2), max: null };
    const known = { ...DATA, bounds: new Map([['users', new Map([[1, least]])]]) };
    const { bounds } = withHistory(known, [{ indicator: 'users', periodsAgo: 1 }]);
    expect(bounds?.get('users@1')).toEqual(new Map([[3, least]]));
  });
});
