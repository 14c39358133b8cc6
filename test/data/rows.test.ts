import { describe, expect, test } from 'vitest';
import { datasetFromRows } from '../../src/data/index.ts';
import { sentence } from '../../src/messages/index.ts';
import { indicator, ONE_COUNT, setOf } from './set.ts';

const told = (...rows: readonly object[]) =>
  datasetFromRows(rows, ONE_COUNT).issues.map(({ code, severity, position }) => [code, severity, position?.line]);

describe('objects are read as a file with the same cells would be', () => {
  test('with every value that a cell can hold', () => {
    const rows = [{ code: '1', cases: 5 }, { code: '2', cases: 7n }, { code: '3', cases: '9' }, { code: '4' }];
    const { columns, issues } = datasetFromRows(rows, ONE_COUNT);
    expect(issues).toEqual([]);
    expect(columns.get('cases')).toMatchObject({ values: Float64Array.of(5, 7, 9, Number.NaN) });
  });

  test.each([
    ['percent', ['12,5 %', '7%'], Float64Array.of(125, 70)],
    ['percent', ['12.5%', '7 %'], Float64Array.of(125, 70)],
    ['boolean', [true, 'có', 'no'], Uint8Array.of(1, 1, 0)],
  ] as const)('as %s with the values that documentation names', (type, figures, values) => {
    const own = setOf(indicator('own', type));
    const { columns, issues } = datasetFromRows(
      figures.map((figure, row) => ({ code: String(row), own: figure })),
      own,
    );
    expect(issues).toEqual([]);
    expect(columns.get('own')?.values).toEqual(values);
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
        path: 'cases',
        received: '[object Object]',
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
    // A number that lost digits before it came here says so.
    const isImprecise = Number.isInteger(cases) && !Number.isSafeInteger(cases) && Math.abs(cases) < 1e40;
    const expected = text?.issues.map(({ code }) => code) ?? [];
    expect(number?.issues.map(({ code }) => code)).toEqual([
      ...(isImprecise ? ['data/imprecise-number'] : []),
      ...expected,
    ]);
  },
);

describe('what no row says', () => {
  const TWO = setOf(indicator('cases', 'count'), indicator('area', 'decimal'));

  test('is missing, and told once', () => {
    const { rows, columns, issues } = datasetFromRows([{ code: '1' }, { code: '2' }], TWO);
    expect([rows, [...columns.keys()]]).toEqual([2, ['cases', 'area']]);
    expect(columns.get('cases')).toMatchObject({ values: Float64Array.of(Number.NaN, Number.NaN) });
    expect(issues).toMatchObject([
      {
        code: 'data/left-out',
        severity: 'warning',
        position: { file: 'rows' },
        args: { columns: [{ id: 'cases' }, { id: 'area' }] },
      },
    ]);
  });

  test('is as good as null', () => {
    const [out, blank] = [
      { code: '1', cases: 5 },
      { code: '1', cases: 5, area: null },
    ].map((row) => datasetFromRows([row], TWO).columns);
    expect(blank?.get('area')).toMatchObject({ values: Float64Array.of(Number.NaN) });
    expect(out).toEqual(blank);
  });

  test.each<[string, readonly object[], readonly (readonly [string, string, number | undefined])[]]>([
    ['no row', [], [['data/no-rows', 'error', undefined]]],
    ['no row that is one', JSON.parse('[null]'), [['data/not-a-row', 'error', 1]]],
    [
      'nothing but holes',
      Array.from<object>({ length: 2 }),
      [
        ['data/not-a-row', 'error', 1],
        ['data/not-a-row', 'error', 2],
      ],
    ],
    [
      'more keys than a table has columns',
      [Object.fromEntries(Array.from({ length: 2001 }, (_, key) => [`k${key}`, 1]))],
      [['data/too-many-columns', 'error', undefined]],
    ],
    [
      'a row without a key',
      [{}],
      [
        ['data/left-out', 'warning', undefined],
        ['data/missing-columns', 'error', 1],
      ],
    ],
    ['no code', [{ cases: 5 }], [['data/missing-columns', 'error', 1]]],
    ['a misspelt key', [{ code: '1', casess: 5 }], [['data/unknown-column', 'error', 1]]],
  ])('%s', (_, rows, expected) => {
    expect(told(...rows)).toEqual(expected);
  });
});

describe('only what a row has itself is read', () => {
  test.each<[string, object]>([
    ['constructor', { code: '1', cases: 5, constructor: 7 }],
    ['__proto__', JSON.parse('{ "code": "1", "cases": 5, "__proto__": 7 }')],
    ['toString', { code: '1', cases: 5, toString: 7 }],
  ])('%s in one row spoils no other', (_, odd) => {
    const found = told(odd, { code: '2', cases: 1 });
    expect(found).toEqual([['data/ignored-column', 'warning', 1]]);
  });

  test('a getter of a class is none of the row', () => {
    class Unit {
      readonly code = '2';
      get cases(): number {
        throw new RangeError('not to be called');
      }
    }
    const { columns } = datasetFromRows([{ code: '1', cases: 5 }, new Unit()], ONE_COUNT);
    expect(columns.get('cases')).toMatchObject({ values: Float64Array.of(5, Number.NaN) });
  });
});

describe('values that are no cells', () => {
  test.each<[string, unknown, string, string]>([
    ['a day', new Date('2025-03-05T00:00:00Z'), 'Date', '2025-03-05T00:00:00.000Z'],
    ['no day', new Date(Number.NaN), 'Date', '[object Date]'],
    ['a list', [1], 'array', '[object Array]'],
    ['a function', () => 1, 'function', '[object Function]'],
    ['a symbol', Symbol('x'), 'symbol', '[object Symbol]'],
  ])('%s', (_, cases, found, received) => {
    expect(datasetFromRows([{ code: '1', cases }], ONE_COUNT).issues).toMatchObject([
      { code: 'data/unsupported-value', args: { found }, path: 'cases', received },
    ]);
  });

  test('do not matter under a key that is not used', () => {
    expect(told({ code: '1', cases: 5, updated: new Date(), more: {} })).toEqual([
      ['data/ignored-column', 'warning', 1],
      ['data/ignored-column', 'warning', 1],
    ]);
  });
});

describe('codes', () => {
  test.each<[string, unknown]>([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['true', true],
    ['an object', {}],
    ['null', null],
    ['what nobody sees', '\u200b'],
  ])('%s is none', (_, code) => {
    expect(told({ code, cases: 5 })).toEqual([['data/missing-code', 'error', 1]]);
  });

  test.each([
    [7, '7'],
    [7n, '7'],
    ['A\u200b', 'A'],
    ['\ufeffA\u00ad ', 'A'],
  ])('%s is %s', (code, expected) => {
    expect(datasetFromRows([{ code, cases: 5 }], ONE_COUNT).units.code).toEqual([expected]);
  });

  test('that look alike are one', () => {
    expect(told({ code: 'A\u200b', cases: 1 }, { code: 'A', cases: 2 })).toEqual([['data/duplicate-unit', 'error', 2]]);
  });
});

test('numbers in strings are read in the style that is stated', () => {
  const set = setOf(indicator('area', 'decimal'));
  const read = (numbers: 'vi' | 'en' | null) =>
    datasetFromRows([{ code: '1', area: '1.500' }], set, 'rows', { numbers });
  expect(read(null).issues.map(({ code }) => code)).toEqual(['data/ambiguous-numbers']);
  expect(read('vi').columns.get('area')).toMatchObject({ scale: 0, values: Float64Array.of(1500) });
  expect(read('en').columns.get('area')).toMatchObject({ scale: 1, values: Float64Array.of(15) });
});

test('a column of more choices than bytes have places is never made, though the values of two sets come together', () => {
  const label = { vi: 'Đ', en: 'R' };
  const values = (count: number) => new Map(Array.from({ length: count }, (_, place) => [`r${place}`, label]));
  const read = (count: number) =>
    datasetFromRows(
      [{ code: '1', route: `r${count - 1}` }],
      setOf(indicator('route', 'choice', { values: values(count) })),
    );
  expect(read(255).columns.get('route')).toMatchObject({ values: Uint8Array.of(254) });
  expect(() => read(256)).toThrow(new RangeError('too many values of a choice: route'));
});

test('units can be grouped by a column of their own', () => {
  const rows = [
    { code: '1', cases: 5, zone: 'A' },
    { code: '2', cases: 6, zone: 3 },
    { code: '3', cases: 7 },
  ];
  const { units, issues } = datasetFromRows(rows, ONE_COUNT, 'rows', { by: 'zone' });
  expect(issues).toEqual([]);
  expect(units.groups.get('zone')).toEqual(['A', '3', null]);
  expect(datasetFromRows(rows, ONE_COUNT).issues.map(({ code }) => code)).toEqual(['data/ignored-column']);
});
