import { describe, expect, it } from 'vitest';
import { parseColumnMap, readCsv } from '../../src/data/index.ts';
import { sentence } from '../../src/messages/index.ts';
import { EVERY_TYPE, indicator, ONE_COUNT, setOf } from './set.ts';

const SET = setOf(
  indicator('cases', 'count', { label: { vi: 'Số vụ', en: 'Cases' }, aliases: ['Vụ việc'] }),
  indicator('people', 'count', { label: { vi: 'Số người', en: 'People' } }),
);
const read = (text: string) => readCsv({ name: 'a.csv', text }, SET);
const values = (text: string, id: string): readonly number[] => {
  const column = read(text).columns.get(id);
  return column?.kind === 'number' ? [...column.values] : [];
};

describe('one figure a row', () => {
  const text = 'code,indicator,value\n00004,cases,1\n00008,Số người,20\n00004,PEOPLE,10\n00008,Vụ việc,2\n';

  it('becomes one unit a row', () => {
    const { rows, units, issues, inputs } = read(text);
    expect([rows, units.code, values(text, 'cases'), values(text, 'people'), issues, inputs[0]?.rows]).toEqual([
      2,
      ['00004', '00008'],
      [1, 2],
      [10, 20],
      [],
      4,
    ]);
  });

  it('keeps the place of every cell', () => {
    const { positionOf } = read(text);
    expect([positionOf(0, 'cases'), positionOf(0, 'people'), positionOf(1, 'people'), positionOf(1, 'code')]).toEqual([
      { file: 'a.csv', line: 2, column: 3 },
      { file: 'a.csv', line: 4, column: 3 },
      { file: 'a.csv', line: 3, column: 3 },
      { file: 'a.csv', line: 3, column: 1 },
    ]);
  });

  it('names the cell that cannot be read', () => {
    expect(read('code,indicator,value\n00004,people,1\n00004,cases,a\n').issues).toMatchObject([
      { code: 'data/not-a-number', position: { line: 3, column: 3 }, received: 'a', path: 'cases' },
    ]);
  });

  it('goes by unit and period, and takes what each row says of the unit', () => {
    const { units } = read(
      'Kỳ;Mã xã;Tên xã;Tỉnh;Chỉ tiêu;Giá trị\n2024;1;;P;cases;1\n2025;1;A;;cases;2\n2024;1;A;P;people;3\n2025;1;A;P;people;4\n',
    );
    expect(units).toEqual({
      code: ['1', '1'],
      period: ['2024', '2025'],
      name: ['A', 'A'],
      groups: new Map([['province', ['P', 'P']]]),
    });
  });

  it('refuses figures in another unit than the indicator’s', () => {
    const set = setOf(indicator('area', 'decimal', { unit: { vi: 'm²', en: 'm²' } }));
    const text = 'code;indicator;ĐVT;value\n1;area;m2;12\n2;area;ha;3\n3;area;;4\n';
    expect(readCsv({ name: 'a.csv', text }, set).issues).toMatchObject([
      { code: 'data/other-measure', severity: 'error', position: { line: 3, column: 3 }, received: 'ha', path: 'area' },
    ]);
  });

  it('leaves blank what no row gives', () => {
    const wide = read('code,indicator,value\n1,cases,1\n2,people,2\n');
    expect([...wide.columns.values()].map((column) => [...column.values])).toEqual([
      [1, Number.NaN],
      [Number.NaN, 2],
    ]);
  });

  it('reads every type', () => {
    const rows = ['residents,10', 'area,"0,5"', 'coverage,"12,5%"', 'planned,có', 'key_route,Liên tỉnh'];
    const { columns, issues } = readCsv(
      { name: 'a.csv', text: `code,indicator,value\n${rows.map((row) => `1,${row}`).join('\n')}\n` },
      EVERY_TYPE,
    );
    expect([[...columns.values()].map((column) => column.values[0]), issues]).toEqual([[10, 5, 125, 1, 2], []]);
  });

  it('reports an indicator nobody knows, with the nearest', () => {
    const { issues } = read('code,indicator,value\n1,cases,1\n1,people,1\n1,Số vụu,2\n1,xyz,3\n');
    expect(
      issues.map(({ code, position, received, args }) => [code, position?.line, position?.column, received, args]),
    ).toEqual([
      ['data/unknown-indicator', 4, 2, 'Số vụu', { nearest: ['Số vụ'] }],
      ['data/unknown-indicator', 5, 2, 'xyz', { nearest: [] }],
    ]);
    expect(issues.map((found) => sentence(found, 'vi'))[0]).toBe(
      'Không có chỉ tiêu “Số vụu” trong bộ tiêu chí. Có phải là “Số vụ”? Hãy sửa tên chỉ tiêu hoặc xóa dòng.',
    );
  });

  it('reports a figure given twice with two values, and lets the same value pass', () => {
    const { issues } = read('code,indicator,value\n1,cases,1\n1,people,1\n1,Số vụ,1\n1,Cases,2\n');
    expect(issues.map(({ code, position, received, args }) => [code, position?.line, received, args])).toEqual([
      ['data/figure-twice', 5, '2', { unit: '1', indicator: 'Cases', other: '1', otherLine: 2 }],
    ]);
  });

  it('reports columns that no row is about', () => {
    expect(read('code,indicator,value\n1,cases,1\n').issues).toMatchObject([
      { code: 'data/missing-columns', args: { columns: [{ id: 'people' }] } },
    ]);
  });

  it('understands indicators by a column map', () => {
    const map = parseColumnMap('headers: { "Tổng vụ": cases }', 'map.yaml', ONE_COUNT);
    const columns = map.ok ? map.value : null;
    const dataset = readCsv({ name: 'a.csv', text: 'code,indicator,value\n1,Tổng vụ,7\n' }, ONE_COUNT, { columns });
    expect([dataset.columns.get('cases')?.values[0], dataset.issues]).toEqual([7, []]);
  });

  it('is not seen in a table that has indicators for columns', () => {
    expect(values('code,cases,people,value,indicator\n1,5,6,a,b\n', 'cases')).toEqual([5]);
  });
});
