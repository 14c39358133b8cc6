import { describe, expect, it } from 'vitest';
import { assemble, datasetFromRows, readCsv } from '../../src/data/index.ts';
import { MISSING, numberAt } from '../../src/formula/index.ts';
import { parseDecimal, rational } from '../../src/number/index.ts';
import { EVERY_TYPE, indicator, setOf } from './set.ts';

const TYPES = [...EVERY_TYPE.indicators.values()];
/** One column of one type, a cell a line, tab-separated so that commas need no quotes. */
const column = (type: string, ...cells: readonly string[]) => {
  const one = TYPES.filter((each) => each.type === type).map((each) => ({ ...each, id: 'x' }));
  const text = `code\tx\n${cells.map((cell, row) => `${row}\t${cell}\n`).join('')}`;
  return readCsv({ name: 'a.csv', text }, setOf(...one));
};
const values = (type: string, ...cells: readonly string[]) => {
  const { columns, issues } = column(type, ...cells);
  const read = columns.get('x');
  return {
    values: [...(read?.values ?? [])],
    scale: read?.kind === 'number' ? read.scale : null,
    issues: issues.length,
  };
};
const { NaN: none } = Number;

describe('sound cells', () => {
  it.each<[string, string[], number[], number | null]>([
    ['count', ['1', '00012', '+7', '12.0', '12.00'], [1, 12, 7, 12, 12], 0],
    ['count', ['1234', '1.234', '12.345'], [1234, 1234, 12345], 0],
    ['count', ['1,234', '234'], [1234, 234], 0],
    ['count', ['1.234', '1.000'], [1234, 1000], 0],
    ['count', ['1 234', '12\u00a0345', '1\u202f234'], [1234, 12345, 1234], 0],
    ['decimal', ['1234', '1234.5', '0.25'], [123400, 123450, 25], 2],
    ['decimal', ['1234,5', '1.234', '1.234,50'], [12345, 12340, 12345], 1],
    ['decimal', ['1,234.5', '1,234', '0.125'], [1234500, 1234000, 125], 3],
    ['decimal', ['1.234', '0.5'], [1234, 500], 3],
    ['decimal', ['0,123', '1.234'], [123, 1_234_000], 3],
    ['decimal', ['0', '0.0', '-0'], [0, 0, 0], 0],
    ['percent', ['12.5%', '50 %', '100%'], [125, 500, 1000], 3],
    ['percent', ['12,5 %'], [125], 3],
    [
      'boolean',
      ['có', 'KHÔNG', 'yes', 'No', 'true', 'FALSE', 'x', 'X', '1', '0'],
      [1, 0, 1, 0, 1, 0, 1, 1, 1, 0],
      null,
    ],
    ['boolean', ['đạt', 'Chưa đạt', 'không đạt', 'Đúng', 'sai'], [1, 0, 0, 1, 0], null],
    ['count', ['1,234E+3', '5E+0', '1.5e1'], [1234, 5, 15], 0],
    ['decimal', ['1,25E-2', '1,5'], [125, 15000], 4],
    ['boolean', ['không'.normalize('NFD'), 'không có số liệu'], [0, MISSING], null],
    ['choice', ['none', 'Nội tỉnh', 'LIÊN TỈNH', 'Intra-provincial', 'Inter'], [0, 1, 2, 1, 2], null],
  ])('%s %j', (type, cells, expected, scale) => {
    expect(values(type, ...cells)).toEqual({ values: expected, scale, issues: 0 });
  });

  it.each([
    ['count', `${'0'.repeat(60)}5`],
    ['decimal', `0.${'1'.repeat(39)}`],
    ['decimal', `0.${'1'.repeat(40)}`],
    ['decimal', `00${'1'.repeat(20)}.${'1'.repeat(20)}`],
    ['decimal', '1e-40'],
  ])('of forty digits, without the zeros before them: %s %s', (type, cell) => {
    const { issues, columns } = column(type, cell);
    expect(issues).toEqual([]);
    const [figure, read] = [parseDecimal(cell.replace('1e-40', `0.${'0'.repeat(39)}1`)), columns.get('x')];
    expect(figure).not.toBeNull();
    expect(read?.kind === 'number' ? numberAt(read, 0) : null).toEqual(figure);
  });

  const MISSING_CELLS = [
    '',
    ' ',
    '-',
    '–',
    'N/A',
    'NA',
    'n/a',
    '…',
    '...',
    'không có số liệu',
    'chưa có',
    'Chưa có số liệu',
    'KHÔNG CÓ SỐ LIỆU',
    'null',
    '\u00a0',
  ];
  it.each<[string, number, number | null]>([
    ['count', none, 0],
    ['decimal', none, 0],
    ['percent', none, 0],
    ['boolean', MISSING, null],
    ['choice', MISSING, null],
  ])('what is missing in a %s is missing, never zero', (type, missing, scale) => {
    expect(values(type, ...MISSING_CELLS)).toEqual({ values: MISSING_CELLS.map(() => missing), scale, issues: 0 });
  });

  it('keeps numbers exact beyond the doubles', () => {
    const { columns } = column('decimal', '9007199254740993', '0.1', '123456789012345678901234567890', '');
    expect(columns.get('x')).toEqual({
      kind: 'number',
      scale: 1,
      values: Float64Array.of(Infinity, 1, Infinity, none),
      large: new Map([
        [0, 90071992547409930n],
        [2, 1234567890123456789012345678900n],
      ]),
    });
  });
});

describe('broken cells', () => {
  it.each<[string, string, string, object]>([
    ['count', '12x', 'data/not-a-number', {}],
    ['count', '1.12.2025', 'data/not-a-number', {}],
    ['count', '1 23', 'data/not-a-number', {}],
    ['count', 'không', 'data/none-not-number', {}],
    ['count', 'Không có', 'data/none-not-number', {}],
    ['count', 'x', 'data/none-not-number', {}],
    ['decimal', 'none', 'data/none-not-number', {}],
    ['count', 'không rõ', 'data/not-a-number', {}],
    ['count', '05/03', 'data/date-not-number', {}],
    ['count', '5/3/2025', 'data/date-not-number', {}],
    ['count', '03/2025', 'data/date-not-number', {}],
    ['count', '2025-03-05', 'data/date-not-number', {}],
    ['count', '05-Mar', 'data/date-not-number', {}],
    ['count', 'Mar-05', 'data/date-not-number', {}],
    ['count', '5-March-2025', 'data/date-not-number', {}],
    ['count', '3-thg 5', 'data/date-not-number', {}],
    ['count', 'Thg 5-03', 'data/date-not-number', {}],
    ['decimal', '5-3-2025', 'data/date-not-number', {}],
    ['count', '5/3/2025 00:00', 'data/date-not-number', {}],
    ['count', '5/3/00', 'data/date-not-number', {}],
    ['count', '0/1/1900', 'data/number-as-date', {}],
    ['count', '00/01/1900', 'data/number-as-date', {}],
    ['count', '1/0/1900', 'data/number-as-date', {}],
    ['count', '1/0/00', 'data/number-as-date', {}],
    ['count', '5/1/1900', 'data/number-as-date', {}],
    ['count', '31/12/1899', 'data/number-as-date', {}],
    ['count', '30-12-1899', 'data/number-as-date', {}],
    ['count', '1899-12-30 00:00:00', 'data/number-as-date', {}],
    ['count', '1900-01-00', 'data/number-as-date', {}],
    ['count', '0-Jan-00', 'data/number-as-date', {}],
    ['count', '00-thg 1-1900', 'data/number-as-date', {}],
    ['count', '00:00:00', 'data/time-not-number', {}],
    ['count', '0:00', 'data/time-not-number', {}],
    ['count', '12:00:00 AM', 'data/time-not-number', {}],
    ['count', '12:00 SA', 'data/time-not-number', {}],
    ['decimal', '00:00.0', 'data/time-not-number', {}],
    ['percent', '1:30', 'data/time-not-number', {}],
    ['count', '1:75', 'data/not-a-number', {}],
    ['count', '０', 'data/full-width-digits', { plain: '0' }],
    ['count', '１２', 'data/full-width-digits', { plain: '12' }],
    ['count', '1２', 'data/full-width-digits', { plain: '12' }],
    ['count', '１．２３４', 'data/full-width-digits', { plain: '1.234' }],
    ['decimal', '－０，５', 'data/full-width-digits', { plain: '-0,5' }],
    ['percent', '１２％', 'data/full-width-digits', { plain: '12%' }],
    ['count', '１２人', 'data/not-a-number', {}],
    ['count', '45/130', 'data/not-a-number', {}],
    ['count', '19/20', 'data/not-a-number', {}],
    ['count', '20/12', 'data/date-not-number', {}],
    ['count', '12/20', 'data/date-not-number', {}],
    ['count', '3/8120', 'data/not-a-number', {}],
    ['percent', '19/20', 'data/fraction-not-percent', { mayBeDate: false }],
    ['percent', '3/4', 'data/fraction-not-percent', { mayBeDate: true }],
    ['percent', '12/2025', 'data/fraction-not-percent', { mayBeDate: true }],
    ['percent', '3/8120', 'data/fraction-not-percent', { mayBeDate: false }],
    ['percent', '45 / 8.120', 'data/fraction-not-percent', { mayBeDate: false }],
    ['percent', '3/4/2025', 'data/date-not-number', {}],
    ['percent', '04-Mar', 'data/date-not-number', {}],
    ['count', '1/2/3/4', 'data/not-a-number', {}],
    ['count', 'Mar', 'data/not-a-number', {}],
    ['count', '3-4', 'data/not-a-number', {}],
    ['count', 'NaN', 'data/not-a-number', {}],
    ['count', '0x10', 'data/not-a-number', {}],
    ['count', '12.5', 'data/fraction-in-count', {}],
    ['count', '12,5', 'data/fraction-in-count', {}],
    ['count', '-3', 'data/negative-number', {}],
    ['count', '−3', 'data/negative-number', {}],
    ['count', '0', 'data/below-minimum', { minimum: '1' }],
    ['count', '1000001', 'data/above-maximum', { maximum: '1000000' }],
    ['count', '99999999999999999999', 'data/above-maximum', { maximum: '1000000' }],
    ['count', '1,2345E+3', 'data/fraction-in-count', {}],
    ['count', '1E+99', 'data/number-too-long', { limit: 40 }],
    ['count', '=SUM(B2:B9)', 'data/formula-not-calculated', {}],
    ['boolean', '=A1', 'data/formula-not-calculated', {}],
    ['choice', '=A1', 'data/formula-not-calculated', {}],
    ['count', '5%', 'data/unexpected-percent', {}],
    ['count', '#REF!', 'data/spreadsheet-error', {}],
    ['count', '#N/A', 'data/spreadsheet-error', {}],
    ['count', '########', 'data/spreadsheet-error', {}],
    ['count', '1'.repeat(41), 'data/number-too-long', { limit: 40 }],
    ['decimal', `0.${'0'.repeat(40)}1`, 'data/number-too-long', { limit: 40 }],
    ['count', '1.000', 'data/ambiguous-numbers', {}],
    ['decimal', '1.234', 'data/ambiguous-numbers', {}],
    ['decimal', '-0,5', 'data/negative-number', {}],
    ['percent', '12.5', 'data/percent-needed', {}],
    ['percent', '12', 'data/percent-needed', {}],
    ['percent', '100,1%', 'data/above-maximum', { maximum: '100%' }],
    ['boolean', 'maybe', 'data/not-a-boolean', {}],
    ['boolean', '#REF!', 'data/spreadsheet-error', {}],
    ['choice', 'interr', 'data/unknown-choice', { nearest: ['inter', 'intra'] }],
    ['choice', 'Lien tinh', 'data/unknown-choice', { nearest: ['Liên tỉnh'] }],
    ['choice', '#NAME?', 'data/spreadsheet-error', {}],
  ])('%s “%s” is %s', (type, cell, code, args) => {
    const { issues, columns } = column(type, '', cell);
    expect(issues).toMatchObject([
      {
        code,
        severity: 'error',
        position: { file: 'a.csv', line: 3, column: 2 },
        path: 'x',
        received: cell,
        args: { header: 'x', ...args },
      },
    ]);
    expect(columns.get('x')?.values[1]).toBe(type === 'boolean' || type === 'choice' ? MISSING : none);
  });

  it.each<[string, number]>([
    ['1,2E+3', 1200],
    ['1e5', 100_000],
    ['1,23457E+5', 123_457],
  ])('reads %s and says when digits may be lost', (cell, value) => {
    const { columns, issues } = column('count', cell);
    expect([...(columns.get('x')?.values ?? [])]).toEqual([value]);
    expect(issues.map(({ code, severity, args }) => [code, severity, args])).toEqual(
      cell.includes('23457') ? [] : [['data/scientific-number', 'warning', { header: 'x', value: String(value) }]],
    );
  });

  it('asks how numbers are written, and takes the answer where the cells leave it open', () => {
    const set = setOf(indicator('x', 'decimal'), indicator('y', 'decimal'));
    const text = 'code\tx\ty\n1\t1.234\t12.5\n2\t5.678\t1,5\n';
    const read = (numbers: 'vi' | 'en' | null) =>
      readCsv({ name: 'a.csv', text: text.replace('1,5', '0.5') }, set, { numbers });
    expect(read(null).issues).toMatchObject([{ code: 'data/ambiguous-numbers', severity: 'error' }]);
    expect(read('vi').columns.get('x')).toMatchObject({ scale: 0, values: Float64Array.of(1234, 5678) });
    expect(read('en').columns.get('x')).toMatchObject({ scale: 3, values: Float64Array.of(1234, 5678) });
    expect(read('vi').columns.get('y')).toMatchObject({ scale: 1, values: Float64Array.of(125, 5) });
    expect(readCsv({ name: 'a.csv', text }, set, { numbers: 'vi' }).issues).toMatchObject([
      { code: 'data/mixed-numbers' },
    ]);
  });

  it('knows a number that nobody can read from a blank, in one file and in two', () => {
    const set = setOf(indicator('x', 'decimal'), indicator('y', 'count'));
    const mixed = readCsv({ name: 'a.csv', text: 'code;x\n1;1.5\n2;\n3;2,5\n4;a\n5;-\n' }, set);
    expect(mixed.undecided).toEqual([
      { file: 'a.csv', line: 2, column: 2 },
      { file: 'a.csv', line: 4, column: 2 },
    ]);
    const open = readCsv({ name: 'b.csv', text: 'code;y\n1;1.000\n2;7\n3;\n' }, set);
    expect(open.undecided).toEqual([{ file: 'b.csv', line: 2, column: 2 }]);
    expect(assemble([mixed, open], set).undecided).toHaveLength(3);
    expect(readCsv({ name: 'c.csv', text: 'code;x;y\n1;1,5;2\n2;;\n' }, set).undecided).toBeUndefined();
  });

  it('reads the words that an indicator declares, and no others', () => {
    const set = setOf(
      indicator('x', 'count', {
        words: new Map([
          ['không', '0'],
          ['một', '1'],
        ]),
      }),
      indicator('y', 'count'),
    );
    const { columns, issues } = readCsv({ name: 'a.csv', text: 'code;x;y\n1;Không;2\n2;MỘT;không\n3;-;3\n' }, set);
    expect([...(columns.get('x')?.values ?? [])]).toEqual([0, 1, none]);
    expect(issues).toMatchObject([{ code: 'data/none-not-number', position: { line: 3, column: 3 } }]);
  });

  it('decides the style of numbers by column and never by cell', () => {
    expect(column('decimal', '1.5', '', '2,5').issues).toMatchObject([
      { code: 'data/mixed-numbers', position: { line: 4 }, received: '2,5', args: { other: '1.5', otherLine: 2 } },
    ]);
    expect(column('count', '1,234', '1.234').issues).toMatchObject([
      { code: 'data/mixed-numbers', position: { line: 3 }, args: { other: '1,234', otherLine: 2 } },
    ]);
    expect(column('decimal', '1.5', 'y', '2,5').issues.map(({ code }) => code)).toEqual([
      'data/not-a-number',
      'data/mixed-numbers',
    ]);
    expect(column('decimal', '1.234', 'y').issues.map(({ code }) => code)).toEqual([
      'data/ambiguous-numbers',
      'data/not-a-number',
    ]);
    expect(values('decimal', '1.2340')).toEqual({ values: [1234], scale: 3, issues: 0 });
    expect(column('decimal', '12,5', '1,234.5').issues).toMatchObject([{ code: 'data/mixed-numbers' }]);
    // No fraction in either style, and a thousand times as much in one of them.
    for (const cells of [
      ['22.693', '12,000'],
      ['22,693', '1.000'],
      ['12,000', '1.234.567'],
      ['12,000', '12.000', '22.693'],
    ])
      expect(column('count', ...cells).issues).toMatchObject([{ code: 'data/mixed-numbers' }]);
    expect(values('count', '1.234,000', '12,000')).toEqual({ values: [1234, 12], scale: 0, issues: 0 });
  });

  it('allows below zero what the set allows', () => {
    const set = setOf(indicator('x', 'decimal', { min: rational(-5n, 2n) }));
    const { issues, columns } = readCsv({ name: 'a.csv', text: 'code;x\n1;-2,5\n2;-2,6\n' }, set);
    expect(issues).toMatchObject([{ code: 'data/below-minimum', position: { line: 3 }, args: { minimum: '-2.5' } }]);
    expect([...(columns.get('x')?.values ?? [])]).toEqual([-25, none]);
  });
});

describe('units', () => {
  const units = (text: string) => readCsv({ name: 'a.csv', text }, setOf(indicator('x', 'count')));

  it('keeps codes as text and groups as they are', () => {
    const { units: read } = units('Mã xã;Tên xã;Tỉnh;Kỳ;x\n 00004 ;Ba Đình;Hà Nội;2025;1\n00008;;;2025;1\n');
    expect(read).toEqual({
      code: ['00004', '00008'],
      name: ['Ba Đình', null],
      period: ['2025', '2025'],
      groups: new Map([['province', ['Hà Nội', null]]]),
    });
  });

  it.each<[string, string, string, number, object]>([
    ['a formula for a code', 'code;x\n=A1;1\n', 'data/formula-not-calculated', 2, { header: 'code' }],
    ['no code', 'code;x\n1;1\n-;1\n', 'data/missing-code', 3, { header: 'code' }],
    ['an error for a code', 'code;x\n#REF!;1\n', 'data/spreadsheet-error', 2, { header: 'code' }],
    ['twice', 'code;x\n1;1\n2;1\n1;2\n', 'data/duplicate-unit', 4, { code: '1', period: null, firstLine: 2 }],
    [
      'for two units',
      'code;name;x\n1;Xã A;1\n1;Xã B;1\n',
      'data/duplicate-unit',
      3,
      { code: '1', firstLine: 2, names: ['Xã A', 'Xã B'] },
    ],
    [
      'twice in a period',
      'code;kỳ;x\n1;2024;1\n1;2025;1\n1;2025;1\n',
      'data/duplicate-unit',
      4,
      { code: '1', period: '2025', firstLine: 3 },
    ],
  ])('%s', (_, text, code, line, args) => {
    expect(units(text).issues).toMatchObject([{ code, position: { line, column: 1 }, args }]);
  });

  it('one unit twice, under two spellings of its name, is not called two units', () => {
    const [found] = units('code;name;x\n1;Phường Ba Đình;1\n1;Ba Đình;1\n').issues;
    expect(found).toMatchObject({ code: 'data/duplicate-unit', args: { code: '1' } });
    expect(found?.args).not.toHaveProperty('names');
  });
});

describe('all problems together', () => {
  it('reports them in file order, whatever column they stand in', () => {
    const text =
      'code;residents;area;coverage;planned;key_route;more\n1;a;0,5;5;x;none;\n1;5;b;5%;?;left;\n;0;1,5;5%;x;none;\n';
    expect(
      readCsv({ name: 'a.csv', text }, EVERY_TYPE).issues.map(({ code, position }) => [
        position?.line,
        position?.column,
        code,
      ]),
    ).toEqual([
      [1, 7, 'data/ignored-column'],
      [2, 2, 'data/not-a-number'],
      [2, 4, 'data/percent-needed'],
      [3, 1, 'data/duplicate-unit'],
      [3, 3, 'data/not-a-number'],
      [3, 5, 'data/not-a-boolean'],
      [3, 6, 'data/unknown-choice'],
      [4, 1, 'data/missing-code'],
      [4, 2, 'data/below-minimum'],
    ]);
  });

  it('shows the first twenty of a kind and counts the rest', () => {
    const rows = Array.from({ length: 50 }, (_, row) => `${row};a;b`);
    const set = setOf(indicator('x', 'count'), indicator('y', 'count'));
    const { issues } = readCsv({ name: 'a.csv', text: ['code;x;y', ...rows].join('\n') }, set);
    expect(issues.slice(0, 3).map(({ position }) => [position?.line, position?.column])).toEqual([
      [2, 2],
      [2, 3],
      [3, 2],
    ]);
    expect(issues.slice(0, 20).every(({ code }) => code === 'data/not-a-number')).toBe(true);
    expect(issues.slice(20)).toMatchObject([
      { code: 'data/more-of-the-same', severity: 'error', args: { code: 'data/not-a-number', more: 80, total: 100 } },
    ]);
  });
});

describe('plain objects', () => {
  const set = setOf(...TYPES.filter(({ type }) => type !== 'percent'), indicator('rate', 'percent'));
  it('are read as a file with the same cells', () => {
    const { columns, units, issues, inputs, positionOf } = datasetFromRows(
      [
        { code: '00004', 'Dân số': 8120, area: 1.234, planned: true, key_route: 'inter', rate: '5%' },
        { code: 8, 'Dân số': 12n, area: 1e-7, planned: 'không', key_route: null },
      ],
      set,
    );
    expect({ code: units.code, issues, inputs }).toEqual({ code: ['00004', '8'], issues: [], inputs: [] });
    expect(columns.get('residents')?.values).toEqual(Float64Array.of(8120, 12));
    expect(columns.get('area')).toMatchObject({ scale: 7, values: Float64Array.of(12_340_000, 1) });
    expect(columns.get('planned')?.values).toEqual(Uint8Array.of(1, 0));
    expect(columns.get('key_route')?.values).toEqual(Uint8Array.of(2, MISSING));
    expect(columns.get('rate')?.values).toEqual(Float64Array.of(5, none));
    expect(positionOf(1, 'area')).toEqual({ file: 'rows', line: 2, column: 3 });
  });

  it.each<[string, unknown, string]>([
    ['residents', Number.NaN, 'data/not-a-number'],
    ['residents', Infinity, 'data/not-a-number'],
    ['residents', 0.5, 'data/fraction-in-count'],
    ['residents', true, 'data/not-a-number'],
    ['residents', 1e15, 'data/above-maximum'],
    ['residents', {}, 'data/unsupported-value'],
    ['residents', Object.create(null), 'data/unsupported-value'],
    ['rate', 0.5, 'data/percent-needed'],
    ['planned', 2, 'data/not-a-boolean'],
    ['key_route', 1, 'data/unknown-choice'],
  ])('%s: %s', (id, value, code) => {
    const sound = { code: '1', residents: 1, area: 1, planned: true, key_route: 'none', rate: '1%' };
    expect(datasetFromRows([sound, { ...sound, code: '2', [id]: value }], set, 'mine').issues).toMatchObject([
      { code, position: { file: 'mine', line: 2, column: Object.keys(sound).indexOf(id) + 1 } },
    ]);
  });
});
