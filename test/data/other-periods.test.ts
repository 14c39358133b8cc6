import { describe, expect, it } from 'vitest';
import { assemble, readCsv, unitsNamedOtherwise, unitsOfOtherPeriods, withHistory } from '../../src/data/index.ts';
import { ONE_COUNT } from './set.ts';

const read = (...files: readonly (readonly string[])[]) =>
  assemble(
    files.map((rows, index) =>
      readCsv({ name: `${index}.csv`, text: ['code;name;period;cases', ...rows].join('\n') }, ONE_COUNT, {
        isPart: true,
      }),
    ),
    ONE_COUNT,
  );
const BOTH = ['00004;A;2024;1', '00004;A;2025;1'];

describe('units of other periods', () => {
  it.each<[string, readonly string[], readonly string[], readonly [code: string, period: string, line: number][]]>([
    ['none where every unit has a row', BOTH, ['2025'], []],
    ['a unit of last year alone', [...BOTH, '00008;B;2024;1'], ['2025'], [['00008', '2024', 4]]],
    ['a unit of next year alone', [...BOTH, '00008;B;2026;1'], ['2025'], [['00008', '2026', 4]]],
    ['its last row', ['00008;B;2024;1', '00008;B;2023;1', ...BOTH], ['2025'], [['00008', '2024', 2]]],
    [
      'in the order of the file',
      ['00002;B;2024;1', '00001;A;2024;1', ...BOTH],
      ['2025'],
      [
        ['00002', '2024', 2],
        ['00001', '2024', 3],
      ],
    ],
    ['none where both periods are looked at', [...BOTH, '00008;B;2024;1'], ['2025', '2024'], []],
  ])('%s', (_, rows, looked, expected) => {
    const issues = unitsOfOtherPeriods(read(rows), new Set(looked));
    const units = expected.map(([code, period, line]) => ({ code, name: expect.any(String), period, line }));
    const warning = { code: 'period/units-of-others', severity: 'warning', args: { units, total: units.length } };
    expect(issues).toMatchObject(units.length === 0 ? [] : [warning]);
  });

  it('are told for each file, where the first of them stands', () => {
    const dataset = read([...BOTH, '00008;B;2024;1'], ['00025;C;2024;1']);
    expect(unitsOfOtherPeriods(dataset, new Set(['2025'])).map(({ position }) => position)).toEqual([
      { file: '0.csv', line: 4, column: 3 },
      { file: '1.csv', line: 2, column: 3 },
    ]);
  });

  it('names twenty of many', () => {
    const many = Array.from({ length: 25 }, (_, index) => `${10_000 + index};;2024;1`);
    expect(unitsOfOtherPeriods(read([...BOTH, ...many]), new Set(['2025']))).toMatchObject([
      { args: { units: expect.objectContaining({ length: 20 }), total: 25 } },
    ]);
  });
});

describe('a code that stands for units with different names', () => {
  const RENAMED = ['00004;Xã Mỹ Khánh;2024;7', '00004;Phường Bình Đức;2025;1'];

  it.each<[string, readonly string[], readonly (readonly [name: string, other: string])[]]>([
    ['another name', RENAMED, [['Phường Bình Đức', 'Xã Mỹ Khánh']]],
    ['another kind of unit', ['00004;Xã Bình Đức;2024;7', '00004;Phường Bình Đức;2025;1'], []],
    ['no name', ['00004;;2024;7', '00004;Phường Bình Đức;2025;1'], []],
    ['of other periods alone', [...RENAMED, '00008;A;2023;1', '00008;B;2024;1'], [['Phường Bình Đức', 'Xã Mỹ Khánh']]],
  ])('is told: %s', (_, rows, expected) => {
    const issues = unitsNamedOtherwise(read(rows), new Set(['2025']));
    const units = expected.map(([name, other]) => {
      return { code: '00004', name, period: '2025', other: { name: other, period: '2024' } };
    });
    const warning = { code: 'period/other-name', severity: 'warning', args: { units, total: units.length } };
    expect(issues).toMatchObject(units.length === 0 ? [] : [warning]);
  });

  it('gives none of its earlier figures to the unit of today', () => {
    const before = (rows: readonly string[]): unknown =>
      withHistory(read(rows), [{ indicator: 'cases', periodsAgo: 1 }]).columns.get('cases@1')?.values;
    expect(before(RENAMED)).toEqual(Float64Array.of(Number.NaN, Number.NaN));
    expect(before(['00004;Bình Đức;2024;7', '00004;Phường Bình Đức;2025;1'])).toEqual(Float64Array.of(Number.NaN, 7));
  });
});
