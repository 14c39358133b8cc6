import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/data/index.ts';
import { EVERY_TYPE, indicator, ONE_COUNT, setOf } from './set.ts';

const ALL = ['code', 'residents', 'area', 'coverage', 'planned', 'key_route'];
const read = (...header: readonly string[]) =>
  readCsv({ name: 'a.csv', text: `${header.join(';')}\n${header.map(() => '').join(';')}x\n` }, EVERY_TYPE);
/** Replaces one header of a complete file. */
const withHeader = (id: string, header: string) => read(...ALL.map((one) => (one === id ? header : one)), 'name');
const headerIssues = (...header: readonly string[]) =>
  read(...header)
    .issues.filter(({ position }) => position?.line === 1)
    .map(({ code, severity, position, received, args }) => [code, severity, position?.column, received, args]);

describe('a header is understood', () => {
  it.each([
    ['residents', 'RESIDENTS'],
    ['residents', ' Số nhân khẩu\u00a0hiện đang  cư trú '],
    ['residents', 'Số nhân khẩu hiện đang cư trú'.normalize('NFD')],
    ['residents', 'Số nhân khẩu hiện đang cư trú (người)'],
    ['residents', 'Current residents'],
    ['residents', 'DÂN SỐ'],
    ['area', 'Diện tích hoà mạng (m²)'],
    ['area', 'DIỆN TÍCH HOÀ MẠNG'.normalize('NFD')],
    ['key_route', 'key route'],
    ['key_route', 'Tuyến_trọng_điểm'],
    ['code', 'Mã xã'],
    ['code', 'MÃ ĐƠN VỊ'],
    ['code', 'Mã số đơn vị hành chính'],
    ['code', 'Mã đơn vị hành chính'],
    ['code', 'Ma'],
    ['code', 'MA DON VI'],
    ['residents', 'Dan so'],
    ['residents', 'So nhan khau hien dang cu tru (nguoi)'],
    ['planned', 'Co ke hoach'],
  ])('%s as “%s”', (id, header) => {
    const { positionOf, issues } = withHeader(id, header);
    expect(positionOf(0, id).column).toBe(ALL.indexOf(id) + 1);
    expect(issues.filter(({ position }) => position?.line === 1)).toEqual([]);
  });

  it.each([
    ['Tên xã', 'name'],
    ['Xã/phường', 'name'],
    ['Kỳ', 'period', '2025'],
    ['Năm', 'period', '2025'],
    ['Tỉnh', 'province'],
    ['Huyện', 'district'],
    ['Loại', 'type'],
    ['Xã biên giới', 'border'],
    ['Đăng ký', 'registered', 'có'],
  ])('“%s” is the unit column %s', (header, id, cell = 'đây') => {
    const { units, issues } = readCsv({ name: 'a.csv', text: `code;cases;${header}\n1;2;${cell}\n` }, ONE_COUNT);
    const column = id === 'name' ? units.name : id === 'period' ? units.period : units.groups.get(id);
    expect([column, issues]).toEqual([[cell], []]);
  });
});

describe('a header without diacritics', () => {
  const SEIZED = { vi: 'Số vụ bắt', en: 'Seizures' };
  const BOWLS = { vi: 'Số vụ bát', en: 'Bowls' };
  const columnsOf = (header: string, ...labels: readonly (readonly [string, typeof SEIZED])[]) => {
    const set = setOf(...labels.map(([id, label]) => indicator(id, 'count', { label })));
    return [...readCsv({ name: 'a.csv', text: `code;${header}\n1;2\n` }, set).columns.keys()];
  };

  it.each<[string, string, readonly (readonly [string, typeof SEIZED])[], readonly string[]]>([
    ['is that of the one column it can be', 'So vu bat', [['seized', SEIZED]], ['seized']],
    [
      'is none that could be of two',
      'So vu bat',
      [
        ['seized', SEIZED],
        ['bowls', BOWLS],
      ],
      [],
    ],
    ['is that of the column which is called so', 'ma', [['ma', SEIZED]], ['ma']],
    ['is none of a word that has a meaning of its own', 'Nam', [['seized', SEIZED]], []],
  ])('%s', (_, header, labels, ids) => {
    expect(columnsOf(header, ...labels)).toEqual(ids);
  });

  it('“Nam” is no period', () => {
    const { units } = readCsv({ name: 'a.csv', text: 'code;cases;Nam\n1;2;3\n' }, ONE_COUNT);
    expect(units.period).toEqual([null]);
  });
});

describe('a header is not understood', () => {
  it('names all required columns that are missing at once', () => {
    expect(headerIssues('area', 'planned', 'key_route')).toMatchObject([
      [
        'data/missing-columns',
        'error',
        undefined,
        null,
        { columns: [{ id: 'residents' }, { id: 'coverage' }, { id: 'code' }] },
      ],
    ]);
  });

  it.each([
    ['residens', 'residents'],
    ['Dan so.', 'Dân số'],
    ['Số nhan khau hien dang cu tru', 'Số nhân khẩu hiện đang cư trú'],
  ])('takes “%s” for a misspelt required column', (header, nearest) => {
    expect(headerIssues(...ALL.map((id) => (id === 'residents' ? header : id)))).toMatchObject([
      ['data/unknown-column', 'error', 2, header, { nearest: [nearest] }],
    ]);
  });

  it('still misses the columns that no header comes near', () => {
    expect(headerIssues('code', 'residens', 'area', 'coverage', 'planned')).toMatchObject([
      ['data/missing-columns', 'error', undefined, null, { columns: [{ id: 'key_route' }] }],
      ['data/unknown-column', 'error', 2, 'residens', { nearest: ['residents'] }],
    ]);
  });

  it.each<[readonly string[], object]>([
    [['name', ...ALL.slice(1)], { columns: [{ id: 'code' }], named: true }],
    [ALL.slice(1), { columns: [{ id: 'code' }] }],
    [['code', 'name', ...ALL.slice(2)], { columns: [{ id: 'residents' }] }],
    [['code', 'Số điểm', ...ALL.slice(2)], { columns: [{ id: 'residents' }], unused: true }],
    [['code', '', ...ALL.slice(2)], { columns: [{ id: 'residents' }] }],
  ])('says of missing columns what could stand for them: %s', (header, args) => {
    const [found] = headerIssues(...header).flatMap(([code, , , , told]) =>
      code === 'data/missing-columns' ? [told] : [],
    );
    expect(found).toMatchObject(args);
    expect(Object.keys(found ?? {})).toEqual(Object.keys(args));
  });

  it('only warns when nothing required can be meant', () => {
    expect(headerIssues(...ALL, 'Ghi chú', 'provincee', 'residens')).toEqual([
      ['data/ignored-column', 'warning', 7, 'Ghi chú', {}],
      ['data/unknown-column', 'warning', 8, 'provincee', { nearest: ['province'] }],
      ['data/ignored-column', 'warning', 9, 'residens', {}],
    ]);
  });

  it('warns of a column that has cells and no name', () => {
    expect(headerIssues(...ALL, '')).toEqual([['data/ignored-column', 'warning', 7, '', {}]]);
  });

  it('refuses a column that stands there twice, with both places', () => {
    expect(headerIssues(...ALL, 'Dân số')).toEqual([
      ['data/duplicate-column', 'error', 7, 'Dân số', { id: 'residents', first: 2, firstHeader: 'residents' }],
    ]);
  });
});

describe('what stands in parentheses behind the name of a column', () => {
  const people = { vi: 'người', en: 'people' };
  const set = setOf(
    indicator('addicts', 'count', { label: { vi: 'Số người nghiện', en: 'Addicts' }, unit: people }),
    indicator('area', 'decimal', { label: { vi: 'Diện tích', en: 'Area' }, unit: { vi: 'm²', en: 'm²' } }),
    indicator('rate', 'percent', { label: { vi: 'Tỷ lệ', en: 'Rate' } }),
    indicator('route', 'boolean', { label: { vi: 'Tuyến', en: 'Route' } }),
  );
  const issuesOf = (...[addicts = 'addicts', area = 'area', rate = 'rate', route = 'route', code = 'code']: string[]) =>
    readCsv({ name: 'a.csv', text: `${[code, addicts, area, rate, route].join(';')}\n1;2;3;50%;x\n` }, set).issues.map(
      ({ code: kind, severity, position, received }) => [kind, severity, position?.column, received],
    );

  it.each([
    ['Số người nghiện (người)', 'Diện tích (m2)', 'Tỷ lệ (%)', 'Tuyến (có/không)', 'Mã xã (5 số)'],
    ['Số người nghiện (đối tượng)', 'Diện tích (mét vuông)', 'Tỷ lệ (tỷ lệ %)', 'Tuyến (x)', 'Mã xã (theo QĐ 19)'],
    ['so nguoi nghien (nguoi)', 'Diện tích (ĐVT: m²)', 'Tỷ lệ (phần trăm)', 'Tuyến (nếu có)'],
    ['Số người nghiện (1)', 'Diện tích (b)', 'Tỷ lệ (đ)', 'Tuyến (có hoặc không)', 'Mã xã (ghi đủ 5 chữ số)'],
    ['Số người nghiện (tính đến 14/12/2025)', 'Diện tích (trong kỳ)', 'Tỷ lệ (đến ngày 14/12)', 'Tuyến (if any)'],
  ])('is passed over: %s, %s, %s, %s', (...headers) => {
    expect(issuesOf(...headers)).toEqual([]);
  });

  it.each([
    [['addicts', 'Diện tích (ha)'], 3, 'ha'],
    [['addicts', 'Diện tích (km2)'], 3, 'km2'],
    [['addicts', 'Diện tích (nghìn m²)'], 3, 'nghìn m²'],
    [['addicts', 'Diện tích (người)'], 3, 'người'],
    [['Số người nghiện (nghìn người)'], 2, 'nghìn người'],
    [['Số người nghiện (1.000 người)'], 2, '1.000 người'],
    [['Số người nghiện (%)'], 2, '%'],
    [['addicts', 'area', 'Tỷ lệ (‰)'], 4, '‰'],
    [['addicts', 'area', 'Tỷ lệ (người)'], 4, 'người'],
  ])('is another unit than the figures are needed in: %j', (headers, column, received) => {
    expect(issuesOf(...headers)).toEqual([['data/other-measure', 'error', column, received]]);
  });

  it.each([
    'Số người nghiện (năm trước)',
    'Số người nghiện (kế hoạch)',
    'Số người nghiện (2024)',
    'Số người nghiện (nữ)',
    'Số người nghiện (so với cùng kỳ)',
  ])('may make the figures others, and is refused: %s', (header) => {
    expect(issuesOf(header)).toEqual([['data/qualified-column', 'error', 2, header]]);
  });

  it('only warns where the column stands beside it', () => {
    const text = 'code;addicts;Số người nghiện (năm trước);area;rate;route\n1;2;9;3;50%;x\n';
    const found = readCsv({ name: 'a.csv', text }, set);
    expect(found.issues.map(({ code, severity }) => [code, severity])).toEqual([['data/qualified-column', 'warning']]);
    expect(found.columns.get('addicts')).toMatchObject({ values: Float64Array.of(2) });
  });

  it('does not make what is planned what is', () => {
    expect(issuesOf('addicts', 'area', 'rate', 'Tuyến (kế hoạch)')).toEqual([
      ['data/qualified-column', 'error', 5, 'Tuyến (kế hoạch)'],
    ]);
  });

  it('does not make codes of former units those of today', () => {
    expect(issuesOf('addicts', 'area', 'rate', 'route', 'Mã xã (cũ)')).toEqual([
      ['data/qualified-column', 'error', 1, 'Mã xã (cũ)'],
    ]);
  });
});
