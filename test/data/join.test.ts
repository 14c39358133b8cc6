import { describe, expect, it, test } from 'vitest';
import { assemble, type Dataset, readCsv } from '../../src/data/index.ts';
import { type Issue, sentence } from '../../src/messages/index.ts';
import { EVERY_TYPE, indicator, setOf } from './set.ts';

const SET = setOf(
  indicator('cases', 'count', { label: { vi: 'Số vụ', en: 'Cases' } }),
  indicator('area', 'decimal', { unit: { vi: 'm²', en: 'm²' } }),
);
const joined = (...files: readonly string[]): Dataset =>
  assemble(
    files.map((text, index) =>
      readCsv({ name: `${String.fromCodePoint(97 + index)}.csv`, text }, SET, { isPart: true }),
    ),
    SET,
  );
const numbers = ({ columns }: Dataset, id: string): readonly number[] => {
  const column = columns.get(id);
  return column?.kind === 'number' ? [...column.values].map((value) => value / 10 ** column.scale) : [];
};
const told = (issues: readonly Issue[]) =>
  issues.map(({ code, severity, position, received }) => [
    code,
    severity,
    position?.file,
    position?.line,
    position?.column,
    received,
  ]);

describe('files become one table', () => {
  it('by code and period, in whatever order rows and columns stand', () => {
    const dataset = joined(
      'code;name;period;cases\n00004;A;2024;1\n00004;A;2025;2\n00008;B;2024;3\n00008;B;2025;4\n',
      'period;area;code\n2025;0.5;00008\n2024;1.25;00008\n2024;2;00004\n2025;3;00004\n',
    );
    expect([dataset.units.code, dataset.units.period, numbers(dataset, 'cases'), numbers(dataset, 'area')]).toEqual([
      ['00004', '00004', '00008', '00008'],
      ['2024', '2025', '2024', '2025'],
      [1, 2, 3, 4],
      [2, 3, 1.25, 0.5],
    ]);
    expect(dataset.issues).toEqual([]);
    expect(dataset.inputs.map(({ name, rows }) => [name, rows])).toEqual([
      ['a.csv', 4],
      ['b.csv', 4],
    ]);
  });

  it('under each other, without a word about units that need no other file', () => {
    const dataset = joined('code;cases;area\n00004;1;2\n', 'code;cases;area\n00008;3;4\n');
    expect([dataset.units.code, numbers(dataset, 'cases'), dataset.issues]).toEqual([['00004', '00008'], [1, 3], []]);
  });

  it('each cell with the place it comes from', () => {
    const { positionOf } = joined('code;cases\n00004;1\n00008;\n', 'code;cases;area\n00008;5;1\n00004;;2\n00012;1;1\n');
    expect([
      positionOf(0, 'cases'),
      positionOf(0, 'area'),
      positionOf(1, 'cases'),
      positionOf(2, 'cases'),
      positionOf(0, 'name'),
    ]).toEqual([
      { file: 'a.csv', line: 2, column: 2 },
      { file: 'b.csv', line: 3, column: 3 },
      { file: 'b.csv', line: 2, column: 2 },
      { file: 'b.csv', line: 4, column: 2 },
      { file: 'a.csv', line: 2 },
    ]);
  });

  it('and names the file that would hold a cell of a unit it lacks', () => {
    const { positionOf } = joined('code;cases\n00004;1\n00008;2\n', 'code;area\n00004;1\n');
    expect(positionOf(1, 'area')).toEqual({ file: 'b.csv' });
  });

  it('takes the period of the other files where one names none', () => {
    const { units, issues } = joined('code;period;cases\n00004;2025;1\n', 'code;area\n00004;2\n');
    expect([units.period, issues]).toEqual([['2025'], []]);
  });

  it('takes the first name and group that is given', () => {
    const { units } = joined('code;cases\n00004;1\n', 'code;name;province;area\n00004;A;P;2\n');
    expect([units.name, [...units.groups]]).toEqual([['A'], [['province', ['P']]]]);
  });

  it('joins every type of column', () => {
    const text = 'code;residents;area;coverage;planned;key_route\n';
    const parts = ['00004;10;0,5;12,5%;có;intra\n', '00004;10;0,50;12,50%;x;Nội tỉnh\n00008;;;;;inter\n'].map(
      (rows, index) => readCsv({ name: `${index}.csv`, text: text + rows }, EVERY_TYPE, { isPart: true }),
    );
    const { columns, issues } = assemble(parts, EVERY_TYPE);
    expect(issues).toEqual([]);
    expect([...columns].map(([id, { values }]) => [id, [...values]])).toEqual([
      ['residents', [10, Number.NaN]],
      ['area', [5, Number.NaN]],
      ['coverage', [125, Number.NaN]],
      ['planned', [1, 255]],
      ['key_route', [1, 2]],
    ]);
  });

  it('keeps numbers beyond doubles exact', () => {
    const { columns, issues } = joined(
      'code;area;cases\n00004;9007199254740993;1\n',
      'code;area;cases\n00008;0.25;1\n00004;9007199254740993.0;1\n',
    );
    const column = columns.get('area');
    expect(issues).toEqual([]);
    expect(column?.kind === 'number' && column.large).toEqual(new Map([[0, 900719925474099300n]]));
  });
});

describe('what does not fit together is told', () => {
  it('the same cell with two values, with both places', () => {
    const { issues } = joined('code;cases;area\n00004;1;1\n', 'code;cases\n00004;2\n');
    expect(told(issues)).toEqual([['join/conflict', 'error', 'b.csv', 2, 2, '2']]);
    expect(issues[0]?.args).toEqual({
      unit: '00004',
      indicator: { vi: 'Số vụ', en: 'Cases' },
      other: '1',
      otherAt: { file: 'a.csv', line: 2, column: 2 },
    });
    expect([...(['vi', 'en'] as const)].map((lang) => issues.map((found) => sentence(found, lang)))).toEqual([
      ['Đơn vị 00004, “Số vụ”: ở đây là “2”, còn ở a.csv, dòng 2, cột 2 là “1”. Hãy thống nhất hai số này.'],
      ['Unit 00004, “Cases”: “2” here, “1” in a.csv, line 2, column 2. Make the two agree.'],
    ]);
  });

  it.each([
    ['a name', 'name', 'Xã Vân Tụ', 'Xã Công Thành', 'error'],
    ['a province', 'province', 'Nghệ An', 'Hà Tĩnh', 'warning'],
    ['whether it lies on the border', 'border', 'có', 'không', 'error'],
    ['whether it is registered', 'registered', 'có', 'không', 'error'],
  ])('%s that differs', (_, column, one, other, severity) => {
    const { issues } = joined(`code;${column};cases\n00004;${one};1\n`, `code;${column};area\n00004;${other};1\n`);
    expect(told(issues)).toEqual([['join/unit-differs', severity, 'b.csv', 2, 2, other]]);
  });

  it.each([
    ['name', 'Phường Hòa Bình', 'HOÀ BÌNH'],
    ['name', 'Phường Hòa Bình', 'phuong hoa binh'],
    ['province', 'Tỉnh Khánh Hoà', 'Khánh Hòa'],
    ['type', 'xã', 'Xã'],
  ])('but not a %s that is only spelt otherwise', (column, one, other) => {
    expect(joined(`code;${column};cases\n00004;${one};1\n`, `code;${column};area\n00004;${other};1\n`).issues).toEqual(
      [],
    );
  });

  it('units that one of the files lacks, the first twenty by name', () => {
    const codes = Array.from({ length: 30 }, (_, index) => String(10000 + index));
    const { issues } = joined(
      `code;cases\n${codes.map((code) => `${code};1`).join('\n')}\n`,
      'code;area\n10000;1\n99999;2\n',
    );
    expect(
      issues.map(({ code, severity, position, args }) => [
        code,
        severity,
        position?.file,
        'total' in args && args.total,
      ]),
    ).toEqual([
      ['join/units-absent', 'warning', 'a.csv', 1],
      ['join/units-absent', 'warning', 'b.csv', 29],
    ]);
    expect(issues).toMatchObject([{ args: { units: { length: 1 } } }, { args: { units: { length: 20 } } }]);
  });

  it('columns that no file has, once', () => {
    expect(joined('code;cases\n00004;1\n', 'code;cases\n00008;1\n').issues).toMatchObject([
      { code: 'data/missing-columns', severity: 'error', position: null, args: { columns: [{ id: 'area' }] } },
    ]);
  });

  it('columns that no file has, where one of those that are not used may be meant', () => {
    const { issues } = joined('code;cases;Ghi lại\n00004;1;1\n', 'code;cases\n00008;1\n');
    expect(issues.find(({ code }) => code === 'data/missing-columns')?.args).toMatchObject({ unused: true });
  });

  it('columns that a single file lacks, at that file', () => {
    expect(joined('code;cases\n00004;1\n').issues).toMatchObject([
      { code: 'data/missing-columns', position: { file: 'a.csv', line: 1 } },
    ]);
  });

  it.each([
    ['in a single file', ['code;case;area\n00004;1;2\n'], ['a.csv', 2, 'case']],
    ['in one of two files', ['code;case\n00004;1\n', 'code;area\n00004;1\n'], ['a.csv', 2, 'case']],
    ['of the codes', ['code;cases\n00004;1\n', 'codee;area\n00004;1\n'], ['b.csv', 1, 'codee']],
  ])('a misspelt header %s once, at the header', (_, files, [file, column, received]) => {
    expect(told(joined(...files).issues)).toEqual([['data/unknown-column', 'error', file, 1, column, received]]);
  });

  it('a header near a column that another file has, as a warning', () => {
    expect(told(joined('code;case\n00004;1\n', 'code;cases;area\n00004;1;2\n').issues)).toEqual([
      ['data/unknown-column', 'warning', 'a.csv', 1, 2, 'case'],
    ]);
  });

  it('a file without codes', () => {
    expect(joined('code;cases\n00004;1\n', 'name;area\nA;1\n').issues).toMatchObject([
      { code: 'data/missing-columns', position: { file: 'b.csv' }, args: { columns: [{ id: 'code' }], named: true } },
    ]);
  });

  it('nothing about columns while a file cannot be read', () => {
    expect(told(joined('code;cases\n00004;1\n', '').issues)).toEqual([
      ['data/empty-file', 'error', 'b.csv', undefined, undefined, null],
    ]);
  });

  it('a file without periods beside several', () => {
    const { issues } = joined('code;period;cases\n00004;2024;1\n00004;2025;1\n', 'code;area\n00004;2\n');
    expect(told(issues).filter(([code]) => code === 'join/period-needed')).toEqual([
      ['join/period-needed', 'error', 'b.csv', 2, undefined, null],
    ]);
  });
});

test('zeros lost in one file are found by the codes of another', () => {
  const { units, issues } = joined('code;cases\n00004;1\n00008;2\n', 'code;area\n8;2\n4;1\n');
  expect([units.code, told(issues)]).toEqual([
    ['00004', '00008'],
    [
      ['data/leading-zero-restored', 'warning', 'b.csv', 2, 1, '8'],
      ['data/leading-zero-restored', 'warning', 'b.csv', 3, 1, '4'],
    ],
  ]);
});

test('a unit that is there again once its zeros are given back is there twice', () => {
  const { issues } = joined('code;cases\n00004;1\n4;2\n00008;3\n');
  expect(told(issues).filter(([code]) => code === 'data/duplicate-unit')).toEqual([
    ['data/duplicate-unit', 'error', 'a.csv', 3, 1, '4'],
  ]);
});

test('zeros lost in every code of a province are given back: the longest have four digits', () => {
  const { units, issues } = joined('code;cases;area\n1273;1;1\n1281;2;2\n4;1;1\n');
  expect([units.code, told(issues)]).toEqual([
    ['01273', '01281', '00004'],
    [
      ['data/leading-zero-restored', 'warning', 'a.csv', 2, 1, '1273'],
      ['data/leading-zero-restored', 'warning', 'a.csv', 3, 1, '1281'],
      ['data/leading-zero-restored', 'warning', 'a.csv', 4, 1, '4'],
    ],
  ]);
});

test.each<[string, readonly string[], readonly unknown[]]>([
  ['in every row', ['code;cases;area\n4;1;1\n8;2;2\n'], [['data/short-codes', 'warning', 'a.csv', 2, 1, '4']]],
  [
    'in every file',
    ['code;cases\n25;1\n', 'code;area\n25;1\n'],
    [['data/short-codes', 'warning', 'a.csv', 2, 1, '25']],
  ],
  [
    'in codes of three digits',
    ['code;cases;area\n4;1;1\n127;2;2\n'],
    [['data/short-codes', 'warning', 'a.csv', 2, 1, '4']],
  ],
  ['in some rows alone', ['code;cases;area\n00004;1;1\n'], []],
  ['in codes that are no numbers', ['code;cases;area\n4;1;1\nA8;2;2\n'], []],
])('zeros that may be lost %s are told once', (_, files, expected) => {
  expect(told(joined(...files).issues)).toEqual(expected);
});

test('codes of an office that are no official codes stay as they are', () => {
  expect(joined('code;cases;area\n1;1;1\n2;2;2\n').units.code).toEqual(['1', '2']);
  expect(joined('code;cases;area\n1;1;1\nA0002;2;2\n').units.code).toEqual(['1', 'A0002']);
});

describe('one name under two codes', () => {
  const named = (header: string, one: string, other: string) => {
    const rows = [`30376;${one};1;2`, `30399;${other};1;2`];
    const apart = joined(...rows.map((row) => `code;${header};cases;area\n${row}\n`));
    expect(told(apart.issues)).toEqual(
      told(joined(`code;${header};cases;area\n${rows.join('\n')}\n`).issues).map((found) =>
        found.with(2, 'b.csv').with(3, 2),
      ),
    );
    return apart.issues;
  };

  it.each([
    ['name;province', 'Phường Tân Châu;An Giang', 'P. TÂN CHÂU;Tỉnh An Giang'],
    ['name;province', 'Phường Hoà Bình;An Giang', 'phuong hoa binh;An Giang'],
    ['name;province', 'Tân Châu;An Giang', 'Xã Tân Châu;An Giang'],
    ['name;province;district', 'Xã Tân;An Giang;Chợ Mới', 'Xã Tân;An Giang;chợ mới'],
    ['name;district', 'Xã Tân;Chợ Mới', 'Xã Tân;Chợ Mới'],
  ])('in one place is told: %s, %s and %s', (header, one, other) => {
    const [found, ...others] = named(header, one, other);
    const otherAt = { file: 'a.csv', line: 2, column: 2 };
    expect([found?.code, found?.severity, found?.args, found?.received, others]).toEqual([
      'data/same-name',
      'warning',
      { code: '30399', other: '30376', otherAt },
      other.split(';')[0],
      [],
    ]);
  });

  it.each([
    ['name', 'Xã Tân', 'Xã Tân'],
    ['name;province', 'Xã Tân;An Giang', 'Xã Tân;Đồng Tháp'],
    ['name;province;district', 'Xã Tân;An Giang;Chợ Mới', 'Xã Tân;An Giang;An Phú'],
    ['name;district', 'Xã Tân;Chợ Mới', 'Thị trấn Tân;Chợ Mới'],
    ['name;district;type', 'Tân;Chợ Mới;xã', 'Tân;Chợ Mới;thị trấn'],
    ['name;province', 'Xã Thạnh An;An Giang', 'Xã Thanh Ân;An Giang'],
    ['name;province;period', 'Xã Tân;An Giang;2024', 'Xã Tân;An Giang;2025'],
  ])('is nothing where they may be two: %s, %s and %s', (header, one, other) => {
    expect(named(header, one, other)).toEqual([]);
  });
});

describe('what can hardly be a code of a commune', () => {
  it.each<[string, readonly string[], readonly unknown[]]>([
    [
      'a number of another length',
      ['30307', '30310', '030316', '3031', '30313'],
      [
        ['data/odd-code', 4, '030316'],
        ['data/odd-code', 5, '3031'],
      ],
    ],
    ['names', ['Phường Bình Đức', 'Xã Tân', 'A1'], [['data/names-for-codes', 2, 'Phường Bình Đức']]],
    ['codes of somebody', ['XA-01', 'XA-02', 'Long-Xuyên'], []],
    ['numbers of all lengths', ['1', '20', '300', '40000', '500000'], []],
  ])('is told: %s', (_, codes, expected) => {
    const { issues } = joined(`code;cases;area\n${codes.map((code) => `${code};1;1`).join('\n')}\n`);
    expect(
      issues.map(({ code, severity, position, received }) => [severity, [code, position?.line, received]]),
    ).toEqual(expected.map((found) => ['warning', found]));
  });
});
