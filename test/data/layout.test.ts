import { describe, expect, it } from 'vitest';
import { rational } from '../../src/number/index.ts';
import { readCsv } from '../../src/data/index.ts';
import { indicator, ONE_COUNT, setOf } from './set.ts';

const people = { vi: 'người', en: 'people' };
const SET = setOf(
  indicator('residents', 'count', { label: { vi: 'Dân số', en: 'Residents' }, unit: people }),
  indicator('addicts_male', 'count', { label: { vi: 'Người nghiện nam', en: 'Addicts, male' } }),
  indicator('addicts_female', 'count', { label: { vi: 'Người nghiện nữ', en: 'Addicts, female' } }),
  indicator('area', 'decimal', { label: { vi: 'Diện tích', en: 'Area' } }),
  indicator('coverage', 'percent', { label: { vi: 'Tỷ lệ bao phủ', en: 'Coverage' }, max: rational(1n) }),
);
const HEADER = 'STT;Mã xã;Tên xã;Dân số;Người nghiện nam;Người nghiện nữ;Diện tích;Tỷ lệ bao phủ';
const TITLE = 'BÁO CÁO SỐ LIỆU NĂM 2025;;;;;;;';
const ROWS = ['1;17611;Xã Vân Tụ;8.120;3;1;12,5;50%', '2;17629;Xã Quan Thành;7.880;0;0;10,5;100%'];
const read = (...lines: readonly string[]) => readCsv({ name: 'a.csv', text: lines.join('\n') }, SET);
const told = (...lines: readonly string[]) =>
  read(...lines).issues.map(({ code, severity, position, args }) => [
    code,
    severity,
    position?.line,
    position?.column,
    args,
  ]);

/** A table with a further column of the cells. */
const withColumn = (header: string, ...cells: readonly string[]) =>
  told(
    `${HEADER};${header}`,
    ...ROWS.map((row, index) => `${row};${cells[index % cells.length] ?? ''}`),
    ...(cells.length > 2 ? [`3;17632;Xã Hợp Minh;1;2;0;1,0;0%;${cells[2]}`] : []),
  );

const EXPECTED = {
  code: ['17611', '17629'],
  name: ['Xã Vân Tụ', 'Xã Quan Thành'],
  residents: Float64Array.of(8120, 7880),
  male: Float64Array.of(3, 0),
  female: Float64Array.of(1, 0),
  area: Float64Array.of(125, 105),
};
const asRead = (...lines: readonly string[]) => {
  const { units, columns } = read(...lines);
  return {
    code: units.code,
    name: units.name,
    residents: columns.get('residents')?.values,
    male: columns.get('addicts_male')?.values,
    female: columns.get('addicts_female')?.values,
    area: columns.get('area')?.values,
  };
};

describe('a row of measuring units', () => {
  const set = setOf(
    indicator('residents', 'count', { unit: people }),
    indicator('area', 'decimal', { unit: { vi: 'm²', en: 'm²' } }),
  );
  const issuesUnder = (units: string) =>
    readCsv({ name: 'a.csv', text: `code;name;residents;area\n${units}\n1;A;2;3\n` }, set).issues.map(
      ({ code, position, received }) => [code, position?.line, position?.column, received],
    );

  it.each([';;Người;m2', ';;người;m²', ';ĐVT;(người);(m2)'])('is no unit: %s', (units) => {
    expect(issuesUnder(units)).toEqual([]);
  });

  it.each<[string, ...(readonly [number, string])[]]>([
    [';;Người;ha', [4, 'ha']],
    [';;Nghìn người;m²', [3, 'Nghìn người']],
    [';;%;(ha)', [3, '%'], [4, '(ha)']],
  ])('must name the units that are needed: %s', (units, ...wrong) => {
    expect(issuesUnder(units)).toEqual(wrong.map(([column, text]) => ['data/other-measure', 2, column, text]));
  });
});

describe('rows between the units', () => {
  const set = setOf(indicator('residents', 'count'));
  const table = (...rows: readonly string[]) =>
    readCsv({ name: 'a.csv', text: `code;name;residents\n${rows.join('\n')}\n` }, set);

  it.each([
    ['I;Huyện Đô Lương;', '17611;Xã Vân Tụ;10', ';Huyện Yên Thành;', '17629;Xã Quan Thành;20'],
    ['17611;Xã Vân Tụ;10', 'II.;HUYỆN YÊN THÀNH;20', '17629;Xã Quan Thành;20'],
    ['Huyện Đô Lương;;', '17611;Xã Vân Tụ;10', 'Huyện Yên Thành;Huyện Yên Thành;20', '17629;Xã Quan Thành;20'],
    ['17611;Xã Vân Tụ;10', 'B;Cụm 2;', '17629;Xã Quan Thành;20', 'C;Các phường thuộc thị xã;'],
  ])('that head those under them are none: %s | %s', (...rows) => {
    const { units, issues } = table(...rows);
    expect([units.code, issues.map(({ code, severity }) => [code, severity])]).toEqual([
      ['17611', '17629'],
      [['data/headings-ignored', 'note']],
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['one row', ['17611;Xã Vân Tụ;10', ';Cụm 1;15', '17629;Xã Quan Thành;20'], ['Cụm 1']],
    ['at the end', ['17611;Xã Vân Tụ;10', ';Cụm 2;15'], ['Cụm 2']],
    ['a sum that is wrong', [';Huyện A;31', '17611;Xã Vân Tụ;10', '17629;Xã Quan Thành;20'], ['Huyện A']],
    ['several', [';Cụm 1;1', '17611;Xã Vân Tụ;10', ';Cụm 2;x', '17629;Xã B;2'], ['Cụm 1', 'Cụm 2']],
    [
      'districts in a province',
      [';Tỉnh N;1.030', ';Huyện A;1.010', '17611;Xã A;1.010', ';Huyện B;20', '17629;Xã B;20'],
      [],
    ],
  ])('that hold figures of their own may be units: %s', (_, rows, names) => {
    const found = table(...rows).issues.flatMap(({ code, severity, args }) =>
      code === 'data/figures-without-code' ? [severity, args] : [],
    );
    expect(found).toEqual(names.length === 0 ? [] : ['warning', { names, total: names.length }]);
  });

  it('that add up a part of them are none, and are held against it', () => {
    const rows = ['17611;Xã Vân Tụ;10', 'A;Cộng cụm 1;10', '17629;Xã Quan Thành;20', ';Cộng cụm 2;21', ';Tổng cộng;30'];
    const { units, issues } = table(...rows);
    expect(units.code).toEqual(['17611', '17629']);
    expect(issues.map(({ code, position }) => [code, position?.line])).toEqual([['data/totals-differ', 5]]);
  });

  it.each([
    'Cộng toàn tỉnh',
    'Tong cong',
    'TONG CONG',
    'Cộng tỉnh',
    'Tổng toàn tỉnh',
    'Tổng cộng toàn tỉnh',
    'Cộng chung',
    'Cả tỉnh',
    'Ca tinh',
    'Tổng hợp',
    'Tổng kết:',
    'Cộng (2 xã)',
  ])('that add up all of them are none, wherever it is said: %s', (label) => {
    for (const total of [`${label};;30`, `;${label};30`, `II;${label};30`]) {
      const { units, issues } = table('17611;Xã Vân Tụ;10', total, '17629;Xã Quan Thành;20');
      expect([units.code, issues]).toEqual([['17611', '17629'], []]);
    }
  });

  it.each([
    'Lũy kế',
    'Luỹ kế từ đầu năm',
    'Tỷ lệ (%)',
    'Ty le',
    'Bình quân',
    'Trung bình chung',
    'So với cùng kỳ',
    'Cộng dồn',
  ])('that say something else of all of them are none, and are told: %s', (label) => {
    for (const row of [`${label};;3000`, `;${label};0`]) {
      const { units, issues } = table('17611;Xã Vân Tụ;10', row, '17629;Xã Quan Thành;20');
      expect(units.code).toEqual(['17611', '17629']);
      expect(issues).toMatchObject([{ code: 'data/summaries-ignored', severity: 'note', position: { line: 3 } }]);
    }
  });

  it.each(['Ghi chú: số liệu đến 14/12/2025', 'Nguồn: Công an tỉnh'])('that are notes are none: %s', (note) => {
    const { units, issues } = table('17611;Xã Vân Tụ;10', `${note};;`, '17629;Xã Quan Thành;20', '(*) Ước tính;;');
    expect(units.code).toEqual(['17611', '17629']);
    expect(issues).toMatchObject([{ code: 'data/notes-ignored', position: { line: 3 }, args: { rows: 2 } }]);
  });

  it.each(['Ghi chú: 5 vụ;;5', ';Trung Bình;4', ';Tổng Cọt;4', ';Toàn Thắng;4'])(
    'stay where they may be units: %s',
    (row) => {
      expect(table('17611;Xã Vân Tụ;10', row, '17629;Xã Quan Thành;20').units.code).toEqual(['17611', '', '17629']);
    },
  );

  it('are units when they are called Cộng Hòa, or have a code', () => {
    const { units } = table(';Cộng Hòa;10', '17611;Cụm Rồng;10', '00004;Thành phố;3', 'Khối 5;Xã Mỹ Lý;2');
    expect(units.name).toEqual(['Cộng Hòa', 'Cụm Rồng', 'Thành phố', 'Xã Mỹ Lý']);
  });
});

describe('a second row of the header that nobody knows', () => {
  it.each<[string, string, readonly string[]]>([
    ['under groups', ';;;;Số lượng;Tăng so năm trước;;', ['Số lượng', 'Tăng so năm trước']],
    ['under one of them', ';;;;Tổng số;;;', ['Tổng số']],
    ['with merged titles', 'STT;Mã xã;Tên xã;Dân số;Số lượng;Số lượng;Diện tích;', ['Số lượng']],
  ])('is told once: %s', (_, line, titles) => {
    const { units } = read(HEADER, line, ...ROWS);
    expect(units.code).toEqual(['17611', '17629']);
    expect(told(HEADER, line, ...ROWS)).toEqual([['data/unknown-subheadings', 'error', 2, undefined, { titles }]]);
  });

  it.each<[string, string, string]>([
    ['a figure that is words', ';17611;Xã Vân Tụ;hai người;;;;', 'data/not-a-number'],
    ['a cell that says none', ';;;không;;;;', 'data/missing-code'],
    ['a name', ';;Xã Vân Tụ;hai;;;;', 'data/missing-code'],
  ])('is not what has %s', (_, line, code) => {
    expect(read(HEADER, line, ...ROWS).issues.map((found) => found.code)).toContain(code);
  });

  it('or that says the header again is left out, and told', () => {
    const [first = '', second = ''] = ROWS;
    expect(told(HEADER, first, HEADER, second)).toEqual([['data/header-repeated', 'note', 3, undefined, { rows: 1 }]]);
    expect(told(HEADER, first, HEADER.toUpperCase(), second, HEADER)).toMatchObject([
      ['data/header-repeated', 'note', 3, undefined, { rows: 2 }],
    ]);
  });
});

describe('a signature under the table', () => {
  const TOTAL = ';;Tổng cộng;16.000;3;1;23;';
  it.each<[string, readonly string[]]>([
    ['a day and a post', [';;;;An Giang, ngày 16 tháng 12 năm 2025;;;', ';;;;GIÁM ĐỐC;;;']],
    [
      'two posts, and who holds them',
      [
        ';;NGƯỜI LẬP BIỂU;;;KT. GIÁM ĐỐC;;',
        ';;(Ký, ghi rõ họ tên);;;PHÓ GIÁM ĐỐC;;',
        ';;Nguyễn Văn A;;;Đại tá Trần B;;',
      ],
    ],
    ['in the column of codes', [';NGƯỜI LẬP BIỂU;;;;;;', ';Nguyễn Văn A;;;;;;']],
    [
      'under a note',
      ['Ghi chú: số liệu chốt đến 14/12/2025', ';;;;ngày 16 tháng 12;;;', ';;Trưởng phòng;;;;;', ';;Lê B;;;;;'],
    ],
  ])('is told as notes: %s', (_, lines) => {
    for (const end of [[], [TOTAL]]) {
      const { units, issues } = read(HEADER, ...ROWS, ...end, ...lines);
      expect(units.code).toEqual(['17611', '17629']);
      expect(issues).toMatchObject([{ code: 'data/notes-ignored', args: { rows: lines.length } }]);
    }
  });

  it.each<[string, readonly string[]]>([
    ['with a code', [';;NGƯỜI LẬP BIỂU;;;;;', '3;17632;Xã Hợp Minh;;;;;']],
    ['with a figure', [';;NGƯỜI LẬP BIỂU;;;;;', '3;;Xã Hợp Minh;5;;;;']],
    ['above it', ['3;;Xã Hợp Minh;;;;;', ';;NGƯỜI LẬP BIỂU;;;;;']],
  ])('hides no unit %s', (_, lines) => {
    expect(read(HEADER, ...ROWS, ...lines).units.name).toContain('Xã Hợp Minh');
  });
});

describe('the same table in the layouts of offices', () => {
  const GROUPS = 'STT;Mã xã;Tên xã;Dân số;Người nghiện;;Diện tích;Tỷ lệ bao phủ';
  const TITLES = ['UBND TỈNH NGHỆ AN;;;;;;;', 'BÁO CÁO SỐ LIỆU;;;;;;;', 'Kỳ báo cáo: năm 2025'];
  const TOTAL = ';;Tổng cộng;16.000;3;1;23;';
  it.each<[string, readonly string[], readonly string[]]>([
    ['plain', [HEADER, ...ROWS], []],
    ['a declared delimiter', ['sep=;', HEADER, ...ROWS], []],
    ['titles above', [...TITLES, '', HEADER, ...ROWS], ['data/rows-above-header']],
    ['a header of two rows', [GROUPS, ';;;;Nam;Nữ;;', ...ROWS], []],
    [
      'a header of three rows',
      ['STT;Mã xã;Tên xã;Số liệu;;;;', ';;;Dân số;Người nghiện;;Diện tích;Tỷ lệ bao phủ', ';;;;Nam;Nữ;;', ...ROWS],
      [],
    ],
    [
      'titles, two rows, units, numbers',
      [...TITLES, GROUPS, ';;;;Nam;Nữ;;', ';;;(người);người;người;km²;%', '(1);(2);(3);(4);(5);(6);(7);(8)', ...ROWS],
      ['data/rows-above-header'],
    ],
    ['numbers without parentheses', [HEADER, '1;2;3;4;5;6;7;8', ...ROWS], []],
    ['letters and numbers', [HEADER, 'A;B;C;1;2;3;4;5', ...ROWS], []],
    ['numbers that say what they add up', [HEADER, '(1);(2);(3);(4)=(5)+(6);(5);(6);(7);(8)', ...ROWS], []],
    ['a row of totals at the end', [HEADER, ...ROWS, TOTAL], []],
    ['a row of totals in front', [HEADER, ';;TOÀN TỈNH;16.000;3;1;23;', ...ROWS], []],
    ['totals with the number of units', [HEADER, ...ROWS, 'Tổng số: 2 xã;;;16.000;3;1;23;'], []],
    [
      'notes under the table',
      [HEADER, ...ROWS, TOTAL, 'Ghi chú: số liệu đến 14/12/2025', ';;;;;;NGƯỜI LẬP BIỂU;', ';;;;;;Nguyễn Văn A;'],
      ['data/notes-ignored'],
    ],
    ['a note cut by its delimiters', [HEADER, ...ROWS, 'Nguồn: Công an tỉnh; Sở Y tế; 2025'], ['data/notes-ignored']],
    ['blank rows and columns at the end', [`${HEADER};;`, ...ROWS.map((row) => `${row};;`), ';;;;;;;;;', ''], []],
    ['blank header cells over shorter rows', [`${HEADER};;`, ...ROWS], []],
  ])('%s', (_, lines, codes) => {
    expect(asRead(...lines)).toEqual(EXPECTED);
    expect(read(...lines).issues.map(({ code }) => code)).toEqual(codes);
  });

  it('keeps the lines of the file', () => {
    const lines = ['sep=;', ...TITLES, '', GROUPS, ';;;;Nam;Nữ;;', '(1);(2);(3);(4);(5);(6);(7);(8)', ...ROWS];
    expect(read(...lines).positionOf(1, 'area')).toEqual({ file: 'a.csv', line: 10, column: 7 });
  });

  it.each([
    ['\t', 'TAB'],
    ['|', 'bar'],
    [',', 'comma'],
  ])('with the delimiter %j', (delimiter) => {
    const quoted = (line: string): string =>
      line
        .split(';')
        .map((cell) => `"${cell}"`)
        .join(delimiter);
    expect(asRead(...[...TITLES, HEADER, ...ROWS, TOTAL].map(quoted))).toEqual(EXPECTED);
  });
});

describe('what looks like a heading but is a unit', () => {
  const NARROW = 'code;name;residents;addicts_male;addicts_female;area;coverage';
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['small codes that count up', [NARROW, '1;2;3;4;5;6;7%', '2;3;4;5;6;7;8%'], ['1', '2'], []],
    ['a unit without figures', [HEADER, ...ROWS, '3;17632;Xã Hợp Minh;;;;;'], ['17611', '17629', '17632'], []],
    [
      'a unit without code and figures',
      [HEADER, ...ROWS, ';;Xã Hợp Minh;;;;;'],
      ['17611', '17629', ''],
      ['data/missing-code'],
    ],
    ['a name that begins like a total', [HEADER, '1;17611;Cộng Hòa;8.120;3;1;12,5;50%'], ['17611'], []],
    ['such a name without its code', [HEADER, '1;;Cộng Hòa;8.120;3;1;12,5;50%'], [''], ['data/missing-code']],
    ['figures without code and name', [HEADER, ...ROWS, ';;;5;;;;'], ['17611', '17629', ''], ['data/missing-code']],
    [
      'a cross alone',
      [HEADER, ...ROWS, ';;;;;;;x'],
      ['17611', '17629', ''],
      ['data/none-not-number', 'data/missing-code'],
    ],
  ])('%s', (_, lines, codes, issues) => {
    const { units, issues: found } = read(...lines);
    expect(units.code).toEqual(codes);
    expect(found.map(({ code }) => code).sort()).toEqual(issues.toSorted());
  });
});

describe('rows above the header', () => {
  const UNIT = '0;17632;Xã Hợp Minh;8.120;3;1;12,5;50%';
  const NARROW = 'code;name;residents;addicts_male;addicts_female;area;coverage';
  it.each<[string, readonly string[], readonly number[]]>([
    ['a unit', [UNIT, HEADER, ...ROWS], [1]],
    ['units among titles', [TITLE, UNIT, ...ROWS, HEADER, ...ROWS], [2, 3, 4]],
    ['a unit with figures left out', ['0;17632;;;3;;;;', HEADER, ...ROWS], [1]],
    [
      'a unit over a header of two rows',
      [UNIT, 'STT;Mã xã;Tên xã;Dân số;Người nghiện;;;', ';;;;Nam;Nữ;;', ...ROWS],
      [1],
    ],
    ['an example', ['0;Ví dụ: 17632;Xã Hợp Minh;8.120;3;1;12,5;50%', HEADER, ...ROWS], []],
    ['a unit without figures', ['0;17632;Xã Hợp Minh;;;;;', HEADER, ...ROWS], []],
    ['words over a code', ['0;17632;Xã Hợp Minh;người;người;1;;', HEADER, ...ROWS], []],
    ['titles', [TITLE, 'Mẫu;M01;;Năm 2025;;;;', HEADER, ...ROWS], []],
    ['numbers of columns', ['1;2;3;4;5;6;7', NARROW, '17611;Xã Vân Tụ;8120;3;1;12;50%'], []],
    ['totals', [';Tổng số: 2;;16.000;3;1;23;', HEADER, ...ROWS], []],
  ])('%s', (_, lines, at) => {
    const found = read(...lines).issues.filter(({ code }) => code === 'data/unit-above-header');
    expect(found.map(({ severity, position }) => [severity, position?.line])).toEqual(
      at.map((line) => ['error', line]),
    );
  });

  it('are told with the unit', () => {
    expect(told(UNIT, HEADER, ...ROWS)).toContainEqual([
      'data/unit-above-header',
      'error',
      1,
      undefined,
      { line: 1, unit: { code: '17632', name: 'Xã Hợp Minh' } },
    ]);
  });
});

describe('a row of totals is checked', () => {
  it('warns with both figures', () => {
    expect(told(HEADER, ...ROWS, ';;Cộng;16.001;3;1;23,0;')).toEqual([
      ['data/totals-differ', 'warning', 4, 4, { header: 'Dân số', sum: '16000', missing: 0 }],
    ]);
    expect(told(HEADER, ...ROWS, ';;Cộng;16.000;3;1;22,9;')).toEqual([
      ['data/totals-differ', 'warning', 4, 7, { header: 'Diện tích', sum: '23', missing: 0 }],
    ]);
  });

  it('knows only a lower bound where a figure is missing', () => {
    const missing = '2;17629;Xã Quan Thành;;0;0;10,5;100%';
    const first = ROWS[0] ?? '';
    expect(told(HEADER, first, missing, ';;Cộng;9.000;3;1;23;')).toEqual([]);
    expect(told(HEADER, first, missing, ';;Cộng;8.000;3;1;23;')).toEqual([
      ['data/totals-differ', 'warning', 4, 4, { header: 'Dân số', sum: '8120', missing: 1 }],
    ]);
  });

  it('allows sums of groups of rows', () => {
    const third = '3;17632;Xã Hợp Minh;1.000;2;0;1,0;0%';
    const parts = [...ROWS, ';;Cộng;16.000;3;1;23;', third, ';;Cộng;1.000;2;0;1;', ';;Tổng cộng;17.000;5;1;24;'];
    expect(told(HEADER, ...parts)).toEqual([]);
  });
});

describe('personal data', () => {
  it.each([
    ['Họ và tên', 'name'],
    ['HỌ TÊN ĐỐI TƯỢNG', 'name'],
    ['Ho ten', 'name'],
    ['Số CCCD', 'identity'],
    ['CMND/CCCD', 'identity'],
    ['Số căn cước công dân', 'identity'],
    ['Số điện thoại', 'phone'],
    ['SĐT', 'phone'],
    ['Ngày sinh', 'birth'],
    ['Ngày, tháng, năm sinh', 'birth'],
    ['Nơi thường trú', 'address'],
  ])('refuses the column “%s”', (header, kind) => {
    expect(withColumn(header, 'x', 'y')).toEqual([
      ['data/personal-column', 'error', 1, 9, { header, kind, by: 'header' }],
    ]);
  });

  it.each<[string, readonly string[], string]>([
    ['telephone numbers', ['0912345678', '+84 912 345 679', '0912.345.670'], 'phone'],
    ['identity numbers', ['040095001234', '040095001235', '040095001236'], 'identity'],
  ])('refuses %s under any header', (_, cells, kind) => {
    expect(withColumn('Ghi chú', ...cells)).toEqual([
      ['data/personal-column', 'error', 1, 9, { header: 'Ghi chú', kind, by: 'cells' }],
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['Danh sách người nghiện', ['1. Nguyễn Văn A, 2. Trần Thị B', 'Vừ A Dế', 'LÊ VĂN C']],
    ['Trưởng công an xã', ['Nguyễn Văn An', 'Đại úy Trần Thị Bình', 'Lê Hoàng Cường']],
    ['Cán bộ phụ trách', ['Đ/c Phạm Văn Đồng', 'Hoang Van Em (0912 345 678)', 'Ksor Phước']],
    ['Người lập biểu', ['Nguyễn Văn A']],
    ['Officer in charge', ['Nguyen Van A', 'Tran B']],
  ])('refuses full names under “%s”', (header, cells) => {
    expect(withColumn(header, ...cells)).toEqual([
      ['data/personal-column', 'error', 1, 9, { header, kind: 'name', by: 'cells' }],
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['Trưởng công an xã', ['Có', 'Chưa có', 'Có']],
    ['Cán bộ phụ trách', ['2', '3', '1']],
    ['Cán bộ phụ trách', ['Công an xã', 'Hội Phụ nữ', 'Trần Phú']],
    ['Địa bàn cán bộ phụ trách', ['Lê Minh Xuân', 'Trần Phú', 'Nguyễn Huệ']],
    ['Thuộc cụm', ['Lê Minh Xuân', 'Phan Rang', 'Hồ Thị Kỷ']],
  ])('accepts other cells under “%s”', (header, cells) => {
    expect(withColumn(header, ...cells).map(([code]) => code)).toEqual(['data/ignored-column']);
  });

  it.each(['Ghi chú', 'Số người có căn cước', 'Tổng số điện thoại tiếp nhận tin báo'])('accepts “%s”', (header) => {
    expect(withColumn(header, '12', '40').map(([code]) => code)).toEqual(['data/ignored-column']);
  });
});

describe('a column of years that is not used', () => {
  it.each<[string, readonly string[], readonly string[] | null]>([
    ['Số liệu của năm', ['2024', 'Năm 2024', '2024'], ['2024']],
    ['Đợt', ['6 tháng đầu năm 2024', 'Quý IV/2024', '2024-Q3'], ['6 tháng đầu năm 2024', 'quý iv/2024', '2024-q3']],
    ['Năm thành lập', ['2008', '', '2025'], ['2008', '2025']],
    ['', ['2024', '2024', '2024'], ['2024']],
    ['Ghi chú', ['2024', 'đã kiểm tra', '2024'], null],
    ['Số hộ', ['1950', '2024', '21024'], null],
    ['Ghi chú', ['', '', ''], null],
    ['Từ năm', ['2020-2025', '2020-2025', '2021-2025'], null],
  ])('is told as one: “%s” with %j', (header, cells, periods) => {
    const expected = periods === null ? ['data/ignored-column', {}] : ['data/column-of-periods', { periods }];
    expect(withColumn(header, ...cells)).toEqual([[expected[0], 'warning', 1, 9, expected[1]]]);
  });

  it('is no matter beside the period', () => {
    const { issues } = readCsv({ name: 'a.csv', text: 'code,cases,Năm,Năm thành lập\n00001,1,2025,2008\n' }, ONE_COUNT);
    expect(issues.map(({ code }) => code)).toEqual(['data/ignored-column']);
  });
});
