import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Dataset } from '../../src/data/index.ts';
import { datasetFromRows, suppose, type Supposition } from '../../src/data/index.ts';
import { MISSING, numberAt } from '../../src/formula/index.ts';
import { add, exactText, parseDecimal, rational, subtract } from '../../src/number/index.ts';
import { indicator, setOf } from './set.ts';

const OWN = [
  indicator('sellers', 'count', { min: rational(0n), max: rational(50n) }),
  indicator('area', 'decimal'),
  indicator('share', 'percent', { max: rational(1n) }),
  indicator('plan', 'boolean'),
  indicator('route', 'choice', {
    values: new Map([
      ['none', { vi: 'Không', en: 'No' }],
      ['inter', { vi: 'Liên tỉnh', en: 'Inter-provincial' }],
    ]),
  }),
];
/** With an indicator that is no column of the data. */
const MADE = indicator('made', 'count', { rollup: { kind: 'name', name: 'sellers', at: { file: 'test.yaml' } } });
const SET = setOf(...OWN, MADE);

const ROWS = [
  { code: '01', sellers: '3', area: '1.5', share: '20%', plan: 'no', route: 'none' },
  { code: '02', sellers: '', area: '', share: '', plan: '', route: '' },
  { code: '03', sellers: '0', area: '0.25', share: '100%', plan: 'yes', route: 'inter' },
];

const dataset = datasetFromRows(ROWS, setOf(...OWN));

const figures = (data: Dataset, id: string): readonly (string | number | null)[] =>
  ROWS.map((_, row) => {
    const column = data.columns.get(id);
    if (column === undefined) return null;
    if (column.kind !== 'number') return column.values[row] === MISSING ? null : (column.values[row] ?? null);
    const value = numberAt(column, row);
    return value === null ? null : exactText(value);
  });

test('the data are as they are meant', () => {
  expect(dataset.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(figures(dataset, 'sellers')).toEqual(['3', null, '0']);
});

describe('a supposition changes figures exactly', () => {
  test.each<{ supposition: Supposition; after: readonly (string | number | null)[]; issues?: readonly string[] }>([
    { supposition: { indicator: 'sellers', operator: '=', value: '7' }, after: ['7', '7', '7'] },
    { supposition: { indicator: 'sellers', operator: '=', value: '7', rows: [1] }, after: ['3', '7', '0'] },
    {
      supposition: { indicator: 'sellers', operator: '+=', value: '2' },
      after: ['5', null, '2'],
      issues: ['what-if/stays-missing'],
    },
    { supposition: { indicator: 'sellers', operator: '-=', value: '3', rows: [0] }, after: ['0', null, '0'] },
    {
      supposition: { indicator: 'area', operator: '+=', value: '0.001', rows: [0, 2] },
      after: ['1.501', null, '0.251'],
    },
    { supposition: { indicator: 'sellers', operator: '=', value: `${'0'.repeat(41)}7` }, after: ['7', '7', '7'] },
    { supposition: { indicator: 'share', operator: '=', value: '12.5%' }, after: ['0.125', '0.125', '0.125'] },
    { supposition: { indicator: 'share', operator: '-=', value: '20 %', rows: [0] }, after: ['0', null, '1'] },
    { supposition: { indicator: 'plan', operator: '=', value: 'có', rows: [0, 1] }, after: [1, 1, 1] },
    { supposition: { indicator: 'route', operator: '=', value: 'Liên tỉnh', rows: [0] }, after: [1, null, 1] },
    { supposition: { indicator: 'route', operator: '=', value: 'none' }, after: [0, 0, 0] },
  ])('$supposition.indicator $supposition.operator $supposition.value', ({ supposition, after, issues = [] }) => {
    const before = ROWS.map((_, row) => figures(dataset, supposition.indicator)[row]);
    const found = suppose(dataset, SET, [supposition]);
    if (!found.ok) throw new Error(JSON.stringify(found.issues));
    expect(figures(found.value, supposition.indicator)).toEqual(after);
    expect(found.issues.map(({ code }) => code)).toEqual(issues);
    expect(figures(dataset, supposition.indicator)).toEqual(before);
    const others = [...SET.indicators.keys()].filter((id) => id !== supposition.indicator);
    for (const id of others) expect(figures(found.value, id)).toEqual(figures(dataset, id));
  });

  it('one after the other, in the order given', () => {
    const found = suppose(dataset, SET, [
      { indicator: 'sellers', operator: '=', value: '10' },
      { indicator: 'sellers', operator: '-=', value: '4', rows: [2] },
    ]);
    expect(found.ok && figures(found.value, 'sellers')).toEqual(['10', '10', '6']);
  });
});

test.each<{ supposition: Supposition; code: string; args?: object }>([
  {
    supposition: { indicator: 'seller', operator: '=', value: '0' },
    code: 'what-if/unknown-indicator',
    args: { nearest: ['sellers'], isWorkedOut: false },
  },
  { supposition: { indicator: 'made', operator: '=', value: '0' }, code: 'what-if/rolled-up' },
  { supposition: { indicator: 'plan', operator: '+=', value: '1' }, code: 'what-if/no-number' },
  { supposition: { indicator: 'route', operator: '-=', value: 'none' }, code: 'what-if/no-number' },
  { supposition: { indicator: 'sellers', operator: '=', value: '1.5' }, code: 'what-if/not-a-value' },
  { supposition: { indicator: 'sellers', operator: '=', value: '5%' }, code: 'what-if/not-a-value' },
  { supposition: { indicator: 'sellers', operator: '=', value: 'ba' }, code: 'what-if/not-a-value' },
  { supposition: { indicator: 'sellers', operator: '=', value: '1e3' }, code: 'what-if/not-a-value' },
  { supposition: { indicator: 'sellers', operator: '=', value: '9'.repeat(41) }, code: 'what-if/not-a-value' },
  { supposition: { indicator: 'share', operator: '=', value: '0.5' }, code: 'what-if/not-a-value' },
  { supposition: { indicator: 'area', operator: '=', value: '1,5' }, code: 'number/marks' },
  { supposition: { indicator: 'sellers', operator: '=', value: '10.000' }, code: 'number/ambiguous' },
  {
    supposition: { indicator: 'area', operator: '=', value: '1.234,567' },
    code: 'number/marks',
    args: { write: '1234.567' },
  },
  { supposition: { indicator: 'plan', operator: '=', value: 'maybe' }, code: 'what-if/not-a-value' },
  { supposition: { indicator: 'route', operator: '=', value: 'intra' }, code: 'what-if/not-a-value' },
  {
    supposition: { indicator: 'sellers', operator: '=', value: '51' },
    code: 'what-if/outside-domain',
    args: { total: 3, of: 3, min: '0', max: '50' },
  },
  {
    supposition: { indicator: 'sellers', operator: '-=', value: '1' },
    code: 'what-if/outside-domain',
    args: { total: 1, of: 3, units: [{ code: '03', name: null }] },
  },
  {
    supposition: { indicator: 'area', operator: '-=', value: '1' },
    code: 'what-if/outside-domain',
    args: { max: null },
  },
  {
    supposition: { indicator: 'share', operator: '+=', value: '1%' },
    code: 'what-if/outside-domain',
    args: { max: '100%' },
  },
])('$supposition.indicator $supposition.operator $supposition.value is refused', ({ supposition, code, args = {} }) => {
  const found = suppose(dataset, SET, [supposition]);
  expect(found.ok).toBe(false);
  expect(found.issues).toMatchObject([{ code, args }]);
});

test('a figure that is known within bounds moves with them, and is known once it is set', () => {
  const bounds = new Map([['sellers', new Map([[1, { min: rational(1n), max: rational(4n) }]])]]);
  const bounded = { ...dataset, bounds };
  const less = suppose(bounded, SET, [{ indicator: 'sellers', operator: '-=', value: '2', rows: [1] }]);
  expect(less.ok && less.value.bounds?.get('sellers')?.get(1)).toEqual({ min: rational(0n), max: rational(2n) });
  const set = suppose(bounded, SET, [{ indicator: 'sellers', operator: '=', value: '2', rows: [1] }]);
  expect(set.ok && set.value.bounds?.has('sellers')).toBe(false);
  expect(bounds.get('sellers')?.get(1)).toEqual({ min: rational(1n), max: rational(4n) });
});

test('adding and taking away again gives the figures back, whatever their decimals and length', () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat(6))
    .map(([digits, places]) => exactText(rational(digits, 10n ** BigInt(places))));
  fc.assert(
    fc.property(fc.array(fc.option(decimal), { minLength: 1, maxLength: 5 }), decimal, (areas, step) => {
      const rows = areas.map((area, row) => ({ code: String(row), area: area ?? '' }));
      const data = datasetFromRows(rows, setOf(indicator('area', 'decimal')));
      const up = suppose(data, SET, [{ indicator: 'area', operator: '+=', value: step }]);
      const back = suppose(up.ok ? up.value : data, SET, [{ indicator: 'area', operator: '-=', value: step }]);
      if (!up.ok || !back.ok) throw new Error('a sound supposition was refused');
      for (const [row, area] of areas.entries()) {
        const [moved, again] = [up.value, back.value].map((found) => {
          const column = found.columns.get('area');
          return column?.kind === 'number' ? numberAt(column, row) : null;
        });
        const from = area === null ? null : parseDecimal(area);
        const by = parseDecimal(step);
        expect(again).toEqual(from);
        expect(moved).toEqual(from === null || by === null ? null : add(from, by));
        if (moved !== null && moved !== undefined && by !== null) expect(subtract(moved, by)).toEqual(from);
      }
    }),
    { seed: 505, numRuns: 100 },
  );
});
