import { describe, expect, it } from 'vitest';
import { datasetFromRows, partReader, readCsv } from '../../src/data/index.ts';
import { indicator, setOf } from './set.ts';

const COMMUNES = setOf(indicator('cases', 'count'));
const PROVINCES = { ...COMMUNES, unit: 'province' as const };
const HAMLETS = { ...COMMUNES, unit: 'hamlet' as const };
const OTHERS = ['00004;Phường Ba Đình', '30310;Phường Bình Đức'];
const read = (rows: readonly string[], set = COMMUNES) =>
  readCsv({ name: 'a.csv', text: ['code;name;cases', ...rows.map((row) => `${row};1`)].join('\n') }, set);
const told = ({ issues }: ReturnType<typeof read>) =>
  issues.map(({ code, severity, position, received, args }) => ({
    code,
    severity,
    line: position?.line,
    received,
    args,
  }));

describe('a code among codes of five digits', () => {
  it.each<[string, string, string, string | null]>([
    ["'30307;Phường Long Xuyên", '30307', 'Phường Long Xuyên', null],
    ['’30307;', '30307', '', null],
    ['30307.0;Phường Long Xuyên', '30307', 'Phường Long Xuyên', null],
    ['30307,00;Phường Long Xuyên', '30307', 'Phường Long Xuyên', null],
    ['30307 - Phường Long Xuyên;', '30307', 'Phường Long Xuyên', 'Phường Long Xuyên'],
    ['30307 – Long Xuyên;Phường Long Xuyên', '30307', 'Phường Long Xuyên', 'Long Xuyên'],
    ['30307: Phường Long Xuyên;', '30307', 'Phường Long Xuyên', 'Phường Long Xuyên'],
    ['30307 Phường Long Xuyên;', '30307', 'Phường Long Xuyên', 'Phường Long Xuyên'],
  ])('is mended where it is certain: %s', (row, code, name, behind) => {
    const dataset = read([...OTHERS, row]);
    expect(dataset.units.code).toEqual(['00004', '30310', code]);
    expect(dataset.units.name[2] ?? '').toBe(name);
    expect(told(dataset)).toMatchObject([
      { code: 'data/code-mended', severity: 'warning', line: 4, args: { header: 'code', code, name: behind } },
    ]);
  });

  it.each<[string, string | null]>([
    ['30.307;Phường Long Xuyên', '30307'],
    ['30,307;Phường Long Xuyên', '30307'],
    ['30 307;Phường Long Xuyên', '30307'],
    ['Phường Long Xuyên;30307', '30307'],
    ['30.000.0;Phường Long Xuyên', null],
    ['30307.5;Phường Long Xuyên', null],
    ['15/3/2025;Phường Long Xuyên', null],
    ['30307 - Phường Mỹ Thới;Phường Long Xuyên', null],
    ['3O307;Phường Long Xuyên', null],
    ['Long Xuyên;', null],
    ['Toàn bộ địa bàn;', null],
    ['Trung bình;', null],
  ])('is refused where it is none: %s', (row, meant) => {
    const dataset = read([...OTHERS, row]);
    const [text] = row.split(';');
    expect(dataset.units.code).toEqual(['00004', '30310', '']);
    expect(told(dataset)).toEqual([
      {
        code: 'data/not-a-code',
        severity: 'error',
        line: 4,
        received: text,
        args: { header: 'code', like: '00004', meant },
      },
    ]);
  });

  it('is refused wherever code and name have changed places', () => {
    const dataset = read(['Phường Ba Đình;00004', 'Phường Bình Đức;30310']);
    expect(told(dataset).map(({ code, args }) => [code, args])).toEqual(
      ['00004', '30310'].map((meant) => ['data/not-a-code', { header: 'code', like: '00004', meant }]),
    );
  });

  it('is refused among codes that have lost their zeros', () => {
    expect(told(read(['1273;A', '1281;B', '15/3/2025;C']))).toMatchObject([{ code: 'data/not-a-code', line: 4 }]);
  });

  it('is looked for in objects as well', () => {
    const rows = [
      { code: '00004', cases: 1 },
      { code: 'Cả xã', cases: 2 },
    ];
    expect(datasetFromRows(rows, COMMUNES).issues.map(({ code }) => code)).toEqual(['data/not-a-code']);
  });

  it('is held against another part of a long file', () => {
    const reader = partReader('a.csv', COMMUNES);
    const rows = Array.from({ length: 60 }, (_, row) => `${10_000 + row};Xã ${row};1\n`).join('');
    expect(reader.read(`code;name;cases\n${rows}`, false)?.rows).toBe(60);
    expect(reader.read('Toàn bộ địa bàn;;60\n', true)).toBeNull();
  });
});

describe('codes of another scheme', () => {
  it.each([
    ['own codes of communes', COMMUNES, ['A1;A', 'KT-01;B', 'Khu 3;C']],
    ['words', COMMUNES, ['Vân Tụ;', 'Quan Thành;']],
    ['short numbers and others', COMMUNES, ['1;A', '2;B', '2a;C']],
    ['hamlets', HAMLETS, ['17611-01;A', '17611-02;B', '17611;C']],
    ['numbered hamlets', HAMLETS, ['1;A', '2;B', '3A;C']],
    ['provinces', PROVINCES, ['01;Hà Nội', '91;An Giang', 'HN2;C']],
  ])('stay what they are: %s', (_, set, rows) => {
    const dataset = read(rows, set);
    expect(dataset.units.code).toEqual(rows.map((row) => row.split(';')[0]));
    expect(dataset.issues).toEqual([]);
  });

  it('have no words among numbers', () => {
    expect(told(read(['01;Hà Nội', '91;An Giang', 'Các vùng khác;'], PROVINCES))).toMatchObject([
      { code: 'data/not-a-code', line: 4, received: 'Các vùng khác' },
    ]);
  });
});
