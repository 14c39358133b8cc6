import { describe, expect, test } from 'vitest';
import { datasetFromRows } from '../../src/data/index.ts';
import { sentence } from '../../src/messages/index.ts';
import { ONE_COUNT } from './set.ts';

describe('objects are read as a file with the same cells would be', () => {
  test('with every value that a cell can hold', () => {
    const rows = [{ code: '1', cases: 5 }, { code: '2', cases: 7n }, { code: '3', cases: '9' }, { code: '4' }];
    const { columns, issues } = datasetFromRows(rows, ONE_COUNT);
    expect(issues).toEqual([]);
    expect(columns.get('cases')).toMatchObject({ values: Float64Array.of(5, 7, 9, Number.NaN) });
  });

  test('and what no cell can hold is told with its row and column', () => {
    const { issues } = datasetFromRows(
      [
        { code: '1', cases: 5 },
        { code: '2', cases: {} },
      ],
      ONE_COUNT,
      'mine',
    );
    expect(issues).toMatchObject([
      {
        code: 'data/unsupported-value',
        args: { header: 'cases', found: 'object' },
        position: { file: 'mine', line: 2, column: 2 },
      },
    ]);
  });
});

test.each([
  ['null', 'null'],
  ['5', 'number'],
  ['"1"', 'string'],
  ['["1", 5]', 'array'],
])('%s is no row, and the others keep their numbers', (stranger, found) => {
  const rows = JSON.parse(`[{ "code": "1", "cases": 5 }, ${stranger}, { "code": "3", "cases": -1 }]`);
  const { rows: read, issues } = datasetFromRows(rows, ONE_COUNT);
  expect(read).toBe(2);
  expect(issues).toMatchObject([
    { code: 'data/not-a-row', severity: 'error', args: { found }, position: { line: 2 } },
    { position: { line: 3 } },
  ]);
  for (const lang of ['vi', 'en'] as const) expect(issues.map((one) => sentence(one, lang)).join('')).toContain(found);
});

test.each([0, -0, 1, 999_999_999_999_999, 1e15, 2 ** 53 - 1, 2 ** 53 + 2, 1e20, -1, 0.5, 1e-7, 1e21, 1e300])(
  'the number %d is read as the decimal it is written as',
  (cases) => {
    const written = cases.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
    const [number, text] = [cases, written].map((cell) => datasetFromRows([{ code: '1', cases: cell }], ONE_COUNT));
    expect(number?.columns).toEqual(text?.columns);
    expect(number?.issues.map(({ code }) => code)).toEqual(text?.issues.map(({ code }) => code));
  },
);
