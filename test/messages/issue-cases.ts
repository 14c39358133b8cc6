import type { IssueArgs, IssueCode } from '../../src/messages/index.ts';

/** The arguments of an issue, and what stood there when the sentence tells it. */
export type Case<C extends IssueCode> = readonly [args: IssueArgs[C], received?: string];

const BA_DINH = { code: '00004', name: 'Phường Ba Đình' };
const NGOC_HA = { code: '00008', name: 'Phường Ngọc Hà' };
const NAMELESS = { code: '10025', name: null };
const ADDICTS = { vi: 'Số người nghiện', en: 'Drug addicts' };
const RESIDENTS = { vi: 'Dân số', en: 'Residents' };
const NAME = { vi: 'Tên đơn vị', en: 'Name of the unit' };
const ROUTE = [
  { id: 'intra', label: { vi: 'Nội tỉnh', en: 'Intra-provincial' } },
  { id: 'inter', label: { vi: 'Liên tỉnh', en: 'Inter-provincial' } },
];
/** A cell of a workbook, and a line of one. */
const CELL = { file: 'y-te.xlsx', sheet: 'Bảng 1', line: 7, cell: 'B7' };
const LINE_OF_SHEET = { file: 'y-te.xlsx', sheet: 'Bảng 1', line: 7 };
const PERIODS = ['2024', '2025'];
const SET = 'vn-drug-free@2025';
const DRAFT = 'vn-drug-free@2026';
const PROVINCES = 'vn-drug-free-province@2025';
const HASH = 'a1b2c3d4e5f6';
const WITHOUT_READINGS = { id: SET, readings: {} };
const STRICT = { id: SET, readings: { bands: 'strict' } };

/** As many units as a sentence names. */
const MANY = Array.from({ length: 20 }, (_, index) => ({ code: String(30_001 + index), name: null }));

/** Every issue there is, each with arguments of every kind that its sentence tells apart. */
export const CASES: { readonly [C in IssueCode]: readonly [Case<C>, ...Case<C>[]] } = {
  'number/ambiguous': [
    [{ whole: '10000', decimal: '10' }, '10.000'],
    [{ whole: '12345', decimal: '12.3450' }, '12,345'],
  ],
  'number/marks': [[{ write: '0.1%' }], [{ write: '1000000' }]],
  'formula/unexpected-character': [[{ character: '§' }]],
  'formula/wrong-operator': [[{ found: '≥', write: '>=' }]],
  'formula/chained-comparison': [[{ write: '0 <= x and x <= 5' }]],
  'formula/quoted': [[{ write: 'use_points' }]],
  'formula/choice-label': [[{ label: 'Liên tỉnh', id: 'inter' }, 'Liên tỉnh']],
  'formula/unexpected-token': [
    [{ expected: ['operand'] }, 'and'],
    [{ expected: ['operator', 'name', 'end', '(', ')', '[', ']', ','] }],
  ],
  'formula/too-long': [[{ limit: 10_000 }]],
  'formula/too-deep': [[{ limit: 100 }]],
  'formula/unknown-name': [[{ name: 'adicts', nearest: ['addicts'] }], [{ name: 'x', nearest: [] }]],
  'formula/choice-value': [
    [{ value: 'none', indicators: ['key_route'] }, 'none'],
    [{ value: 'none', indicators: ['key_route', 'sea_route'] }, 'none'],
  ],
  'formula/unknown-function': [[{ name: 'sum', known: ['min', 'max', 'abs', 'last'] }]],
  'formula/wrong-argument-count': [
    [{ name: 'abs', least: 1, most: 1 }],
    [{ name: 'last', least: 2, most: 2 }],
    [{ name: 'min', least: 2, most: null }],
  ],
  'formula/wrong-type': [
    [{ expected: 'number', found: 'condition' }],
    [{ expected: 'condition', found: 'choice' }],
    [{ expected: 'choice-indicator', found: 'whole-number' }],
  ],
  'formula/mixed-units': [
    [{ left: 'count', right: 'percent' }],
    [{ left: '', right: 'm²' }],
    [{ left: '1/count', right: 'count^2' }],
    [{ left: 'count·m²/kg', right: 'count/m²' }],
    [{ left: 'percent', right: '' }],
  ],
  'formula/percent-needed': [[{ number: '80' }]],
  'formula/division-by-zero': [[{}]],
  'formula/unknown-choice': [[{ indicator: 'key_route', known: ['intra', 'inter'] }, 'other']],
  'formula/too-many-cases': [[{ limit: 64 }]],
  'formula/too-many-terms': [[{ limit: 4096 }]],
  'formula/gate-form': [[{}]],
  'formula/period-count': [[{ most: 10 }]],

  'data/empty-file': [[{}]],
  'data/binary': [
    [{ looksLike: 'xlsx' }],
    [{ looksLike: 'xls' }],
    [{ looksLike: 'pdf' }],
    [{ looksLike: 'html' }],
    [{ looksLike: 'unknown' }],
  ],
  'data/not-utf8': [[{ looksLike: null }], [{ looksLike: 'UTF-16' }]],
  'data/encoding': [[{ encoding: 'windows-1258' }]],
  'data/legacy-font': [[{ encoding: 'TCVN3 (ABC)' }]],
  'data/unknown-encoding': [[{ tried: ['windows-1258', 'TCVN3'] }]],
  'data/undecodable': [[{ encoding: 'windows-1258' }]],
  'data/garbled-text': [
    [{ fault: 'twice' }, 'XÃ£ An'],
    [{ fault: 'lost' }, 'X\ufffd An'],
  ],
  'data/quote-not-closed': [[{}]],
  'data/quote-misplaced': [[{}]],
  'data/record-too-long': [[{ limit: 1_000_000 }]],
  'data/too-many-columns': [[{ limit: 1000 }]],
  'data/not-a-workbook': [
    [{ reason: 'no-zip' }],
    [{ reason: 'text' }],
    [{ reason: 'cut-off' }],
    [{ reason: 'ods' }],
    [{ reason: 'no-sheet' }],
    [{ reason: 'broken' }],
  ],
  'data/locked-workbook': [[{}]],
  'data/workbook-too-large': [[{ limit: 512 }]],
  'data/sheet-too-large': [[{ limit: 5_000_000 }]],
  'data/unknown-sheet': [
    [{ sheets: ['Bảng 1', 'Ghi chú'], nearest: ['Bảng 1'] }, 'Bảng'],
    [{ sheets: ['Bảng 1', 'Ghi chú'], nearest: [] }, 'Số liệu'],
  ],
  'data/no-sheets': [[{}, 'Bảng 1']],
  'data/other-sheets': [[{ sheet: 'Bảng 1', others: ['Bảng 2', 'Ghi chú'] }]],
  'data/several-data-sheets': [[{ sheets: ['Huyện A', 'Huyện B'] }]],
  'data/header-elsewhere': [[{ sheet: 'Số liệu' }]],
  'data/header-hidden': [[{ sheets: ['Tháng 12'] }], [{ sheets: ['Tháng 11', 'Tháng 12'] }]],
  'data/rows-above-header': [[{ rows: 1 }], [{ rows: 4 }]],
  'data/unit-above-header': [[{ line: 5, unit: BA_DINH }], [{ line: 2, unit: NAMELESS }]],
  'data/qualified-column': [[{ column: ADDICTS, added: 'năm trước' }]],
  'data/other-measure': [
    [{ column: ADDICTS, needed: { vi: 'người', en: 'people' } }, 'nghìn người'],
    [{ column: RESIDENTS, needed: null }, 'ha'],
  ],
  'data/unknown-subheadings': [[{ titles: ['Số lượng', 'Tăng so năm trước'] }]],
  'data/header-repeated': [[{ rows: 1 }], [{ rows: 3 }]],
  'data/headings-ignored': [
    [{ rows: 1 }, 'Huyện A'],
    [{ rows: 3 }, 'Cụm 1'],
  ],
  'data/figures-without-code': [[{ names: ['Cụm 1'], total: 1 }], [{ names: ['Cụm 1', 'Cụm 2'], total: 2 }]],
  'data/merged-figures': [[{ range: 'F2:F4', line: 2 }]],
  'data/merged-across': [
    [{ range: 'C2:D2', column: RESIDENTS, others: [ADDICTS] }],
    [{ range: 'C2:E2', column: RESIDENTS, others: [ADDICTS, NAME] }],
  ],
  'data/summaries-ignored': [[{ rows: 1 }], [{ rows: 3 }]],
  'data/notes-ignored': [[{ rows: 1 }], [{ rows: 3 }]],
  'data/no-header': [[{ expected: ['code', 'name', 'residents'] }]],
  'data/no-rows': [[{}]],
  'data/missing-columns': [
    [{ columns: [{ id: 'code', label: { vi: 'Mã đơn vị', en: 'Unit code' } }], named: true }],
    [{ columns: [{ id: 'addicts', label: ADDICTS }] }],
    [{ columns: [{ id: 'addicts', label: ADDICTS }], unused: true }],
    [
      {
        columns: [
          { id: 'addicts', label: ADDICTS },
          { id: 'residents', label: RESIDENTS },
        ],
      },
    ],
  ],
  'data/left-out': [
    [{ columns: [{ id: 'addicts', label: ADDICTS }] }],
    [
      {
        columns: [
          { id: 'residents', label: RESIDENTS },
          { id: 'addicts', label: ADDICTS },
        ],
      },
    ],
  ],
  'data/unknown-column': [
    [{ nearest: ['residents'] }, 'resident'],
    [{ nearest: [] }, 'ghi_chu'],
  ],
  'data/column-of-periods': [
    [{ periods: ['2024'] }, 'Đợt số liệu'],
    [{ periods: ['2019', '2020', '2021', '2022', '2023'] }, 'Năm thành lập'],
    [{ periods: ['2024'] }, ''],
  ],
  'data/ignored-column': [
    [{}, ''],
    [{}, 'Ghi chú'],
  ],
  'data/duplicate-column': [[{ id: 'residents', first: 3, firstHeader: 'Dân số' }, 'residents']],
  'data/too-few-fields': [[{ found: 1, expected: 14 }], [{ found: 12, expected: 14 }]],
  'data/too-many-fields': [[{ found: 15, expected: 14 }]],
  'data/not-a-number': [[{ header: 'Dân số' }, 'khoảng 8000']],
  'data/none-not-number': [[{ header: 'Số người' }, 'không']],
  'data/date-not-number': [[{ header: 'Số người' }, '5/3/2025']],
  'data/number-as-date': [[{ header: 'Số người' }, '0/1/1900']],
  'data/time-not-number': [[{ header: 'Số người' }, '00:00:00']],
  'data/full-width-digits': [[{ header: 'Số người', plain: '12' }, '１２']],
  'data/imprecise-number': [[{ header: 'Residents', value: '9007199254740992' }, '9007199254740992']],
  'data/fraction-not-percent': [
    [{ header: 'Tỷ lệ', mayBeDate: false }, '19/20'],
    [{ header: 'Tỷ lệ', mayBeDate: true }, '3/4'],
  ],
  'data/scientific-number': [[{ header: 'Dân số', value: '81200' }, '8.12E+04']],
  'data/number-too-long': [[{ header: 'Dân số', limit: 30 }, '8'.repeat(31)]],
  'data/fraction-in-count': [[{ header: 'Dân số' }, '8120,5']],
  'data/negative-number': [[{ header: 'Dân số' }, '-3']],
  'data/refused-by': [[{ set: 'vn-drug-free@2026' }]],
  'data/below-minimum': [
    [{ header: 'Dân số', minimum: '1' }, '0'],
    [{ header: 'Tỷ lệ', minimum: '0.5%' }, '0,1%'],
  ],
  'data/above-maximum': [
    [{ header: 'Tỷ lệ', maximum: '100%' }, '120%'],
    [{ header: 'Diện tích', maximum: '12500.5' }, '20.000'],
  ],
  'data/percent-needed': [[{ header: 'Tỷ lệ' }, '12.5']],
  'data/unexpected-percent': [[{ header: 'Dân số' }, '12%']],
  'data/ambiguous-numbers': [[{ header: 'Dân số' }, '1.234']],
  'data/mixed-numbers': [[{ header: 'Dân số', other: '1,234.5', otherLine: 7 }, '1.234,5']],
  'data/not-a-boolean': [[{ header: 'Có đội tình nguyện' }, 'maybe']],
  'data/unknown-choice': [
    [{ header: 'Tuyến', values: ROUTE, nearest: ['inter'] }, 'intr'],
    [{ header: 'Tuyến', values: ROUTE, nearest: [] }, 'biển'],
  ],
  'data/spreadsheet-error': [[{ header: 'Dân số' }, '#REF!']],
  'data/formula-not-calculated': [[{ header: 'Dân số' }, '=SUM(B2:B9)']],
  'data/formula-as-text': [[{ header: 'Dân số' }, '=2+3']],
  'data/totals-differ': [
    [{ header: 'Dân số', sum: '45120', missing: 0 }, '45.210'],
    [{ header: 'Dân số', sum: '45120', missing: 1 }, '45.210'],
    [{ header: 'Dân số', sum: '45120', missing: 5675 }, '45.210'],
  ],
  'data/personal-column': [
    [{ header: 'Họ tên', kind: 'name', by: 'header' }],
    [{ header: 'CCCD', kind: 'identity', by: 'header' }],
    [{ header: 'Ghi chú', kind: 'phone', by: 'cells' }],
    [{ header: 'Ngày sinh', kind: 'birth', by: 'header' }],
    [{ header: 'Nơi ở', kind: 'address', by: 'header' }],
  ],
  'data/not-a-row': [[{ found: 'array' }]],
  'data/unsupported-value': [[{ header: 'residents', found: 'object' }]],
  'data/not-a-code': [
    [{ header: 'Mã xã', like: '30307', meant: null }, 'Cộng toàn tỉnh'],
    [{ header: 'Mã xã', like: '30307', meant: '30310' }, '30.310'],
  ],
  'data/code-mended': [
    [{ header: 'Mã xã', code: '30307', name: null }, "'30307"],
    [{ header: 'Mã xã', code: '30307', name: 'Phường Long Xuyên' }, '30307 - Phường Long Xuyên'],
  ],
  'data/lost-letters': [[{ header: 'Tên xã' }, 'X? An']],
  'data/missing-code': [[{ header: 'Mã xã' }]],
  'data/names-for-codes': [[{ rows: 60 }, 'Phường Bình Đức']],
  'data/odd-code': [[{ digits: 5 }, '030316']],
  'data/short-codes': [[{ digits: 5, code: '00004' }, '4']],
  'data/missing-period': [[{ header: 'period' }]],
  'data/not-a-period': [[{ header: 'period' }, 'Q3']],
  'data/leading-zero-restored': [[{ header: 'Mã xã', code: '00004' }, '4']],
  'data/duplicate-unit': [
    [{ code: '00004', period: null, firstLine: 2 }],
    [{ code: '00004', period: '2025', firstLine: 2 }],
    [{ code: '00004', period: '2025', firstLine: 2, names: ['Phường Ba Đình', 'Phường Ngọc Hà'] }],
    [{ code: '00004', period: null, firstLine: 2, names: ['Phường Ba Đình', 'Phường Ngọc Hà'] }],
  ],
  'data/same-name': [
    [{ code: '30399', other: '30376', otherAt: { file: 'a.csv', line: 13, column: 2 } }, 'Phường Tân Châu'],
  ],
  'data/missing-cell': [
    [{ unit: BA_DINH, period: null, indicator: ADDICTS }],
    [{ unit: NAMELESS, period: '2025', indicator: RESIDENTS }],
  ],
  'data/more-of-the-same': [
    [{ code: 'data/not-a-number', more: 1, total: 21 }],
    [{ code: 'data/not-a-number', more: 1480, total: 1500 }],
  ],
  'data/unknown-indicator': [
    [{ nearest: ['addicts'] }, 'adicts'],
    [{ nearest: [] }, 'x'],
  ],
  'data/figure-twice': [[{ unit: '00004', indicator: 'Dân số', other: '8.100', otherLine: 12 }, '8.120']],
  'data/check-failed': [
    [
      {
        unit: '00004',
        message: { vi: 'Số người nghiện nhiều hơn dân số.', en: 'There are more addicts than residents.' },
        rule: 'addicts <= residents',
      },
    ],
  ],
  'data/division-by-zero': [[{ unit: '00004', indicators: ['addicts', 'residents'] }]],
  'data/no-sound-filling': [[{ unit: '00004' }], [{ unit: '' }]],

  'join/conflict': [
    [
      { unit: '00004', indicator: RESIDENTS, other: '8.100', otherAt: { file: 'y-te.csv', line: 3, column: 4 } },
      '8.120',
    ],
    [{ unit: '00004', indicator: RESIDENTS, other: '8.100', otherAt: CELL }, '8.120'],
  ],
  'join/unit-differs': [
    [{ unit: '00004', column: NAME, other: 'Phường Ba Đình', otherAt: { file: 'y-te.csv', line: 3 } }, 'Xã Ba Đình'],
    [{ unit: '00004', column: NAME, other: 'Phường Ba Đình', otherAt: { file: 'y-te.xlsx' } }, 'Xã Ba Đình'],
    [{ unit: '00004', column: NAME, other: 'Phường Ba Đình', otherAt: CELL }, 'Xã Ba Đình'],
    [{ unit: '00004', column: NAME, other: 'Phường Ba Đình', otherAt: LINE_OF_SHEET }, 'Xã Ba Đình'],
  ],
  'join/units-absent': [[{ units: [BA_DINH], total: 1 }], [{ units: MANY, total: 1521 }]],
  'join/period-needed': [[{ periods: PERIODS }]],

  'map/empty-file': [[{}]],
  'map/unknown-column': [
    [{ nearest: ['residents'] }, 'resident'],
    [{ nearest: [] }, 'x'],
  ],
  'map/header-twice': [[{ header: 'Dân số', line: 3 }]],

  'map/unused-header': [
    [{ nearest: ['Số vụ'] }, 'Số vu'],
    [{ nearest: [] }, 'Khác'],
  ],
  'map/unused-file': [[{}, 'y-te*']],
  'registry/missing-columns': [
    [{ columns: [{ id: 'name', label: NAME }] }],
    [
      {
        columns: [
          { id: 'old_code', label: { vi: 'Mã cũ', en: 'Old code' } },
          { id: 'new_code', label: { vi: 'Mã mới', en: 'New code' } },
        ],
      },
    ],
  ],
  'registry/missing-name': [[{ code: '00004' }]],
  'registry/unknown-unit': [
    [{ name: null, named: null }, '00005'],
    [{ name: 'Phường Ba Đình', named: BA_DINH }, '00005'],
  ],
  'registry/name-differs': [
    [{ code: '00004', name: 'Phường Ba Đình', named: null }, 'Phường Trúc Bạch'],
    [{ code: '00004', name: 'Phường Ba Đình', named: NGOC_HA }, 'Phường Ngọc Hà'],
  ],
  'registry/province-differs': [[{ unit: '00004', province: 'Thành phố Hà Nội' }, 'Tỉnh An Giang']],
  'registry/unknown-province': [
    [{ nearest: ['Tỉnh An Giang'] }, 'An Dang'],
    [{ nearest: [] }, 'Hà Tây'],
  ],
  'registry/unknown-name': [
    [{ nearest: [BA_DINH, NAMELESS] }, 'Phường Ba Dinh'],
    [{ nearest: [] }, 'Xã Không Có'],
  ],
  'registry/ambiguous-name': [
    [
      {
        units: [
          { code: '30346', name: 'Xã Tân Lập, Tỉnh An Giang' },
          { code: '06103', name: 'Xã Tân Lập, Tỉnh Lạng Sơn' },
        ],
        total: 2,
      },
      'Xã Tân Lập',
    ],
  ],
  'registry/other-type': [[{ code: '30352', name: 'Xã Phú Hữu' }, 'Phường Phú Hữu']],
  'registry/no-identity': [[{}]],
  'registry/units-missing': [
    [{ province: null, period: null, units: [BA_DINH], total: 1, of: 3321 }],
    [{ province: 'Thành phố Hà Nội', period: '2025', units: [BA_DINH, NGOC_HA], total: 2, of: 126 }],
  ],

  'lineage/unknown-share': [[{ known: ['whole', 'part', 'population'] }, 'half']],
  'lineage/pair-twice': [[{ old: '00001', new: '00004', firstLine: 2 }]],
  'lineage/unknown-unit': [[{}, '00001']],
  'lineage/units-mixed': [
    [{ code: '00004', former: NGOC_HA, formerAt: { file: 'a.csv', line: 13, column: 2 } }, 'Phường Ba Đình'],
  ],
  'lineage/name-differs': [[{ code: '00001', name: 'Phường Phúc Xá' }, 'Phường Hồng Hà']],
  'lineage/units-absent': [
    [{ unit: BA_DINH, units: [NGOC_HA], total: 1 }],
    [{ unit: BA_DINH, units: [NGOC_HA, NAMELESS], total: 2 }],
  ],
  'lineage/group-differs': [[{ column: { vi: 'Biên giới', en: 'Border' }, units: [BA_DINH, NGOC_HA], total: 2 }]],
  'lineage/not-mergeable': [[{ indicators: [ADDICTS, RESIDENTS] }]],
  'lineage/merged': [
    [
      {
        unit: BA_DINH,
        from: [
          { code: '00001', name: 'Phường Quán Thánh', portion: 'whole' },
          { code: '00007', name: 'Phường Trúc Bạch', portion: 'part' },
          { code: '00010', name: null, portion: 'population' },
        ],
      },
    ],
  ],
  'lineage/merged-units': [[{ units: 1, former: 1 }], [{ units: 3321, former: 10_035 }]],

  'criteria/empty-file': [[{}]],
  'criteria/too-large': [
    [{ of: 'characters', limit: 1_000_000 }],
    [{ of: 'levels', limit: 50 }],
    [{ of: 'values', limit: 20_000 }],
    [{ of: 'options', limit: 256 }],
  ],
  'criteria/several-documents': [[{}]],
  'criteria/yaml-syntax': [
    [{ fault: 'indentation' }],
    [{ fault: 'tab' }],
    [{ fault: 'odd-space' }],
    [{ fault: 'missing-colon' }],
    [{ fault: 'open-quote' }],
    [{ fault: 'open-bracket' }],
    [{ fault: 'missing-mark' }],
    [{ fault: 'escape' }],
    [{ fault: 'alias' }],
    [{ fault: 'tag' }],
    [{ fault: 'directive' }],
    [{ fault: 'unexpected' }],
  ],
  'criteria/duplicate-key': [[{ key: 'test', line: 12 }]],
  'criteria/forbidden-key': [[{ key: '__proto__' }]],
  'criteria/key-not-text': [[{}]],
  'criteria/key-without-value': [[{ key: 'title' }]],
  'criteria/tight-colon': [[{ write: 'en: Residents' }]],
  'criteria/cut-by-comma': [
    [{ key: 'vi', whole: 'Xã, phường không có người nghiện' }],
    [{ key: null, whole: 'points(A), points(B)' }],
  ],
  'criteria/unknown-key': [
    [{ key: 'tets', nearest: ['test'], known: ['test', 'bands'] }],
    [{ key: 'x', nearest: [], known: ['test', 'bands'] }],
  ],
  'criteria/missing-key': [[{ key: 'title' }]],
  'criteria/wrong-form': [
    [{ expected: 'text' }],
    [{ expected: 'words' }, '12'],
    [{ expected: 'boolean' }, 'yes'],
    [{ expected: 'condition' }, '3'],
    [{ expected: 'parts' }, '3'],
    [{ expected: 'pair' }, '[1]'],
    [{ expected: 'rule' }],
    [{ expected: 'score' }, 'all'],
    [{ expected: 'list' }, '[]'],
    [{ expected: 'map' }, '[]'],
    [{ expected: 'family' }, 'VN'],
    [{ expected: 'version' }, '2025!'],
    [{ expected: 'set-id' }, 'vn'],
    [{ expected: 'name' }, 'Use points'],
    [{ expected: 'criterion-id' }, 'i.a'],
    [{ expected: 'source-id' }, 'QĐ28'],
    [{ expected: 'date' }, '24/8/2025'],
    [{ expected: 'month-day' }, '15/12'],
    [{ expected: 'year' }, '25'],
    [{ expected: 'decimal' }, '0,5'],
    [{ expected: 'plain-decimal' }, '5%'],
    [{ expected: 'whole-number' }, '0'],
    [{ expected: 'share' }, '120%'],
    [{ expected: 'cite' }, 'Điều 4'],
    [{ expected: 'url' }, 'http://vbpl.vn'],
    [{ expected: 'merge' }, 'mean'],
    [{ expected: 'fingerprint' }, 'a1b2'],
    [{ expected: 'cell' }, '[]'],
    [{ expected: 'verdict' }, 'maybe'],
    [{ expected: 'points-range' }, 'ten'],
    [{ expected: 'one-case' }],
    [{ expected: 'expectation' }],
  ],
  'criteria/unknown-value': [
    [{ known: ['count', 'decimal', 'percent'], nearest: ['count'] }, 'cuont'],
    [{ known: ['count', 'decimal', 'percent'], nearest: [] }],
  ],
  'criteria/unknown-id': [
    [{ kind: 'criterion', id: 'I.z', nearest: ['I.a'] }],
    [{ kind: 'class', id: 'green', nearest: [] }],
    [{ kind: 'source', id: 'qd29', nearest: ['qd28'] }],
    [{ kind: 'rank-key', id: 'rate', nearest: [] }],
  ],
  'criteria/cite-without-source': [
    [{ clause: 'Đ4.k1.a', known: ['qd28'] }, 'Đ4.k1.a'],
    [{ clause: 'Đ4.k1.a', known: [] }, 'Đ4.k1.a'],
  ],
  'criteria/name-taken': [[{ name: 'rate', line: 20 }]],
  'criteria/reserved-name': [[{ name: 'and' }]],
  'criteria/cycle': [
    [{ of: 'criteria', cycle: ['I.a', 'I.b', 'I.a'] }],
    [{ of: 'measures', cycle: ['rate', 'share', 'rate'] }],
  ],
  'criteria/measure-too-large': [[{ measure: 'rate', limit: 10_000 }]],
  'criteria/too-deep': [[{ of: 'criteria', id: 'I.a', limit: 100 }], [{ of: 'measures', id: 'rate', limit: 100 }]],
  'criteria/too-many-values': [[{ indicator: 'key_route', limit: 255 }]],
  'criteria/too-many-classes': [[{ limit: 255 }]],
  'criteria/rank-by-no-number': [[{ indicator: 'key_route', type: 'choice' }]],
  'criteria/word-misfit': [
    [{ indicator: 'users', word: 'nửa', type: 'count' }, '0.5'],
    [{ indicator: 'share', word: 'tất cả', type: 'percent' }, '100'],
    [{ indicator: 'plan', word: 'không', type: 'boolean' }, '0'],
  ],
  'criteria/counted-twice': [[{ criterion: 'F.1' }]],
  'criteria/rule-fault': [
    [{ criterion: 'II', fault: 'points-needed' }],
    [{ criterion: 'II', fault: 'mandatory-with-points' }],
    [{ criterion: 'II', fault: 'weight-needed' }],
    [{ criterion: 'II', fault: 'weight-without-points' }],
    [{ criterion: 'II', fault: 'weights-nothing' }],
    [{ criterion: 'II', fault: 'bands-not-descending' }],
    [{ criterion: 'II', fault: 'scale-not-ascending' }],
    [{ criterion: 'II', fault: 'points-turn' }],
    [{ criterion: 'II', fault: 'best-step-not-points' }],
  ],
  'criteria/points-do-not-sum': [
    [{ of: 'score', sum: '99.5', points: '100' }],
    [{ of: 'II', sum: '1', points: '20' }],
    [{ of: 'II', sum: '2', points: '1' }],
  ],
  'criteria/no-points-to-ask': [[{ class: 'key_1', of: 'score' }], [{ class: 'key_1', of: 'II' }]],
  'criteria/own-identity': [[{ base: SET, keys: ['family', 'version'] }], [{ base: SET, keys: ['status'] }]],
  'criteria/base-missing': [[{ id: SET }]],
  'criteria/base-not-found': [
    [{ id: SET, rollsUp: false, file: 'vn-drug-free-2025.yaml', nearest: [DRAFT] }],
    [{ id: SET, rollsUp: true, file: 'vn-drug-free-2025.yaml', nearest: [] }],
  ],
  'criteria/no-class-holds': [[{ unit: '00004', set: SET }]],
  'criteria/extends-itself': [[{ ids: ['a@1', 'b@1', 'a@1'] }], [{ ids: ['a@1', 'a@1'] }]],
  'criteria/rolled-up-in-circle': [[{ ids: ['a@1', 'b@1', 'a@1'] }]],
  'criteria/rollup-form': [[{ indicator: 'communes_free', type: 'percent' }]],
  'criteria/rollup-not-whole': [[{ indicator: 'use_points', of: 'plant_area_m2' }]],
  'criteria/at-least-too-many': [[{ count: 2, of: 1 }], [{ count: 5, of: 4 }]],
  'criteria/after-otherwise': [[{ class: 'level-2' }]],
  'criteria/values-misplaced': [
    [{ indicator: 'key_route', type: 'choice' }],
    [{ indicator: 'residents', type: 'count' }],
  ],
  'criteria/merge-misplaced': [[{ indicator: 'key_route', type: 'choice', merge: 'sum', known: ['max', 'any'] }]],
  'criteria/ends-reversed': [
    [{ from: '2025-12-31', to: '2025-01-01' }],
    [{ from: '-3', to: '-5' }],
    [{ from: '50%', to: '20%' }],
  ],
  'criteria/patch-hits-nothing': [
    [{ key: 'I.z', nearest: ['I.a'], under: null }],
    [{ key: 'x', nearest: [], under: null }],
    [{ key: 'F.3', nearest: [], under: 'criteria' }],
  ],
  'criteria/parts-gone': [[{ keys: ['below_band'], place: 'vn-drug-free-2025.yaml:535' }]],
  'criteria/removed-but-named': [
    [{ id: 'F.2', places: ['vn-drug-free-2025.yaml:450'] }],
    [{ id: 'F.2', places: ['vn-drug-free-2025.yaml:450', 'vn-drug-free-2025.yaml:497'] }],
  ],
  'criteria/more-issues': [[{ more: 1 }], [{ more: 30 }]],
  'criteria/file-ending': [[{}]],
  'criteria/bad-set-id': [[{}, 'VN 2025']],
  'criteria/unknown-set': [
    [{ id: 'vn-drug-fre', known: [SET, DRAFT], nearest: ['vn-drug-free'] }],
    [{ id: 'x', known: [SET, DRAFT], nearest: [] }],
  ],
  'criteria/set-twice': [[{ id: SET, files: ['a.yaml', 'b.yaml'] }]],

  'lint/unused-indicator': [[{ indicator: 'residents' }]],
  'lint/unused-measure': [[{ measure: 'rate' }]],
  'lint/unused-source': [[{ source: 'qd28' }]],
  'lint/unused-criterion': [[{ criterion: 'III.b' }]],
  'lint/idle-option': [[{ reading: 'bands', option: 'strict', same: 'literal' }]],
  'lint/bands-gap': [[{ low: 'II.a', high: 'II.b', values: 'rate == 0.5%' }]],
  'lint/bands-overlap': [[{ low: 'II.a', high: 'II.b', values: 'rate == 0.5%' }]],
  'lint/band-unreachable': [[{ criterion: 'II', from: '120%' }]],
  'lint/ratio-beyond-one': [[{ ratio: 'pledged / homes', number: '90', percent: '9000' }]],
  'lint/points-below-one': [[{ points: 'score', number: '0.8', of: '100', percent: '80' }]],
  'lint/divides-by-zero': [[{ divisor: 'users - users' }]],
  'lint/checks-contradict': [[{}]],
  'lint/checks-dropped': [
    [{ base: SET, rules: ['users <= people'] }],
    [{ base: SET, rules: ['users <= people', 'arrests <= users'] }],
  ],
  'lint/class-unreachable': [[{ class: 'level-2' }]],
  'lint/no-class': [[{}]],
  'lint/never-passes': [[{ criterion: 'I.a' }]],
  'lint/never-fails': [[{ criterion: 'I.a' }]],
  'lint/unproved': [[{ of: 'class', id: 'level-2' }], [{ of: 'criterion', id: 'I.a' }], [{ of: 'all', id: '' }]],
  'lint/clause-form': [[{ clause: 'D4.k1.a', write: 'Đ4.k1.a' }]],
  'lint/idle-points': [[{ criterion: 'I.a', counts: false }], [{ criterion: 'I.a', counts: true }]],
  'lint/missing-cite': [[{ criterion: 'I.a' }]],
  'lint/target-without-cite': [[{ until: 2030 }]],
  'lint/missing-translation': [[{}, 'Số người nghiện']],
  'lint/missing-provider': [[{ indicator: 'residents' }]],
  'lint/partial-without-missing': [[{}]],
  'lint/in-force-without-cases': [[{ set: SET }]],
  'lint/retired-without-end': [[{}]],
  'lint/was-unknown': [
    [{ id: 'I.a', was: 'I.c', earlier: null, nearest: [] }],
    [{ id: 'I.a', was: 'I.c', earlier: SET, nearest: ['I.b'] }],
  ],
  'lint/versions-overlap': [
    [{ other: SET, from: '2025-08-24', to: null, inherited: false }],
    [{ other: SET, from: '2025-08-24', to: '2026-12-31', inherited: true }],
  ],
  'lint/versions-gap': [[{ other: SET, from: '2026-01-01', to: '2026-03-31' }]],
  'lint/actionable-period': [[{ indicator: 'arrests' }]],
  'lint/header-collision': [[{ indicator: 'addicts', header: 'Số người', other: 'residents' }]],
  'lint/missing-rank': [[{ byCode: false }], [{ byCode: true }]],
  'lint/rank-without-class': [[{}]],
  'lint/rank-partial': [[{ missing: ['level-2'] }], [{ missing: ['level-2', 'level-3'] }]],
  'lint/idle-deduction': [
    [{ criterion: 'III', points: '1', floor: '1' }],
    [{ criterion: 'III', points: '10', floor: '10' }],
  ],

  'reading/unknown': [
    [{ reading: 'band', known: [], nearest: [] }],
    [{ reading: 'band', known: ['bands', 'area'], nearest: ['bands'] }],
  ],
  'reading/unknown-option': [
    [{ reading: 'bands', option: 'stict', known: ['strict', 'literal'], nearest: ['strict'] }],
    [{ reading: 'bands', option: 'x', known: ['strict', 'literal'], nearest: [] }],
  ],

  'cases/unknown-id': [
    [{ kind: 'criterion', id: 'I.z', set: SET, nearest: ['I.a'] }],
    [{ kind: 'class', id: 'green', set: SET, nearest: [] }],
    [{ kind: 'column', id: 'adicts', set: SET, nearest: ['addicts'] }],
    [{ kind: 'reading', id: 'band', set: SET, nearest: ['bands'] }],
    [{ kind: 'option', id: 'stict', set: SET, nearest: ['strict'] }],
  ],
  'cases/other-set': [[{ expected: SET, found: DRAFT }]],
  'cases/units-or-data': [[{ set: PROVINCES, needed: 'units' }], [{ set: SET, needed: 'data' }]],
  'cases/no-file': [[{ file: 'own.cases.yaml' }]],
  'cases/none': [[{}]],

  'accepted/expired': [[{ fingerprint: HASH, reason: 'chờ văn bản sửa đổi', until: '2026-01-31', day: '2026-02-15' }]],
  'accepted/hits-nothing': [[{ fingerprint: HASH }]],

  'period/unknown-form': [[{}, 'Q1']],
  'period/none-in-force': [
    [
      {
        family: 'vn-drug-free',
        from: '2019-12-15',
        to: '2020-12-14',
        known: [
          { set: SET, from: '2025-08-24', to: '2025-12-31' },
          { set: DRAFT, from: '2026-01-01', to: null },
        ],
        above: null,
      },
    ],
    [
      {
        family: 'vn-drug-free',
        from: '2019-12-15',
        to: '2020-12-14',
        known: [{ set: SET, from: '2025-08-24', to: null }],
        above: PROVINCES,
      },
    ],
  ],
  'period/several-in-force': [[{ to: '2025-12-14', sets: [SET, DRAFT] }]],
  'period/begins-before-effective': [[{ set: SET, period: '2025', from: '2024-12-15', effective: '2025-08-24' }]],
  'period/outside-validity': [[{ set: SET, period: '2020', to: '2020-12-14' }]],
  'period/validity-not-checked': [[{ set: SET }]],
  'period/review-old': [[{ set: SET, period: '2027', reviewed: '2025-09-01', to: '2027-12-14' }]],
  'period/several-named': [[{ periods: PERIODS }]],
  'period/counted-together': [[{ periods: PERIODS }]],
  'period/no-column': [[{ period: '2025' }]],
  'period/not-in-data': [[{ period: '2023', known: PERIODS }]],
  'period/units-of-others': [
    [{ units: [{ ...NGOC_HA, period: '2024', line: 3 }], total: 1 }],
    [
      {
        units: [
          { ...NGOC_HA, period: '2024', line: 3 },
          { ...NAMELESS, period: '2023', line: 9 },
        ],
        total: 1002,
      },
    ],
  ],
  'period/other-name': [
    [{ units: [{ ...NGOC_HA, period: '2025', other: { name: 'Phường Ba Đình', period: '2024' } }], total: 1 }],
    [{ units: [{ ...NGOC_HA, period: null, other: { name: 'Phường Ba Đình', period: null } }], total: 1002 }],
    [
      {
        result: 'ket-qua.json',
        units: [{ ...NGOC_HA, period: '2025', other: { name: 'Phường Ba Đình', period: '2024' } }],
        total: 1,
      },
    ],
  ],
  'period/several-in-data': [[{ sets: [SET, DRAFT] }]],

  'rollup/rows-given': [[{ set: 'vn-drug-free-province@2025', below: 'vn-drug-free' }]],
  'rollup/no-column': [[{ column: 'province' }]],
  'rollup/out-of-bounds': [
    [
      {
        unit: 'Tỉnh A',
        label: { vi: 'Biến động dân số', en: 'Change of population' },
        value: '-12.5',
        minimum: '0',
        maximum: null,
      },
    ],
    [
      {
        unit: 'Tỉnh A',
        label: { vi: 'Số điểm', en: 'Points' },
        value: '12',
        minimum: null,
        maximum: '10',
      },
    ],
  ],
  'rollup/no-group': [
    [{ column: 'province', units: ['00004'], total: 1 }],
    [{ column: 'province', units: ['00004', '00008'], total: 1302 }],
  ],
  'rollup/several-groups': [
    [{ column: 'district', units: [{ unit: 'Xã A', groups: ['Huyện B', 'Huyện C'] }], total: 1 }],
    [{ column: 'district', units: [{ unit: 'Xã A', groups: ['Huyện B', 'Huyện C'] }], total: 1002 }],
  ],
  'rollup/units': [
    [
      {
        groups: [
          { group: 'Thành phố Hà Nội', units: 126, absent: 0 },
          { group: 'Tỉnh An Giang', units: 1, absent: 0 },
        ],
        column: 'province',
        registry: 'vn-2025',
      },
    ],
    [{ groups: [{ group: 'Xã A', units: 9, absent: 0 }], column: 'commune', registry: null }],
    [{ groups: [{ group: 'Tỉnh Điện Biên', units: 2, absent: 43 }], column: 'province', registry: null }],
  ],

  'what-if/unknown-indicator': [
    [{ nearest: ['addicts'], isWorkedOut: false, set: SET }, 'adicts'],
    [{ nearest: [], isWorkedOut: true, set: SET }, 'rate'],
  ],
  'what-if/rolled-up': [[{ label: ADDICTS, below: null }], [{ label: ADDICTS, below: SET }]],
  'what-if/no-number': [[{ indicator: 'key_route', label: { vi: 'Tuyến', en: 'Route' } }, '+=']],
  'what-if/not-a-value': [
    [{ indicator: 'residents', label: RESIDENTS, type: 'count', values: [] }, '2.5'],
    [{ indicator: 'area', label: { vi: 'Diện tích', en: 'Area' }, type: 'decimal', values: [] }, 'x'],
    [{ indicator: 'share', label: { vi: 'Tỷ lệ', en: 'Share' }, type: 'percent', values: [] }, '80'],
    [{ indicator: 'team', label: { vi: 'Có đội tình nguyện', en: 'Has a team' }, type: 'boolean', values: [] }, '2'],
    [{ indicator: 'key_route', label: { vi: 'Tuyến', en: 'Route' }, type: 'choice', values: ROUTE }, 'sea'],
  ],
  'what-if/outside-domain': [
    [{ indicator: 'addicts', label: ADDICTS, min: '0', max: null, units: [BA_DINH], total: 1, of: 1 }, 'addicts-=3'],
    [
      { indicator: 'share', label: ADDICTS, min: '0%', max: '100%', units: [BA_DINH, NGOC_HA], total: 2, of: 5 },
      'share+=30%',
    ],
    [
      { indicator: 'addicts', label: ADDICTS, min: '0', max: null, units: [BA_DINH, NGOC_HA], total: 2, of: 2 },
      'addicts-=3',
    ],
  ],
  'what-if/stays-missing': [[{ label: ADDICTS, units: [BA_DINH], total: 1 }]],
  'what-if/unsound': [[{}]],
  'where/none': [[{ units: 1 }], [{ units: 3321 }]],
  'where/division-by-zero': [[{ units: [BA_DINH, NAMELESS], total: 2, indicators: ['addicts'] }]],
  'where/open': [[{ units: [BA_DINH, NAMELESS], total: 2, figures: [ADDICTS] }]],

  'compare/no-result': [
    [{ reason: 'not-json', detail: null }],
    [{ reason: 'bad-json', detail: null }],
    [{ reason: 'cut-off', detail: null }],
    [{ reason: 'other-json', detail: null }],
    [{ reason: 'broken', detail: null }],
    [{ reason: 'broken', detail: 'units[3].class' }],
  ],
  'compare/what-if-result': [[{}]],
  'compare/not-for-certification': [[{}]],
  'compare/part-result': [[{ by: '--only' }], [{ by: 'explain' }]],
  'compare/several-periods': [[{ periods: PERIODS }]],
  'compare/other-criteria': [
    [{ difference: 'set', before: WITHOUT_READINGS, after: { id: DRAFT, readings: {} } }],
    [{ difference: 'text', before: WITHOUT_READINGS, after: WITHOUT_READINGS }],
    [{ difference: 'readings', before: WITHOUT_READINGS, after: STRICT }],
  ],
  'compare/across-criteria': [[{ difference: 'set', before: WITHOUT_READINGS, after: { id: DRAFT, readings: {} } }]],
  'compare/no-common-unit': [[{ result: null }], [{ result: 'ket-qua.json' }]],

  'file/not-found': [[{ nearest: ['so-lieu.csv'] }], [{ nearest: [] }]],
  'file/not-utf8': [[{}]],
  'file/is-folder': [[{}]],
  'file/no-permission': [[{}]],
  'file/too-large': [[{ limit: 256 }]],
  'file/unreadable': [[{ reason: 'EIO' }]],
  'file/changed': [[{}]],
  'file/not-writable': [
    [{ reason: 'no-folder', detail: 'ENOENT' }],
    [{ reason: 'is-folder', detail: 'EISDIR' }],
    [{ reason: 'no-permission', detail: 'EACCES' }],
    [{ reason: 'no-space', detail: 'ENOSPC' }],
    [{ reason: 'other', detail: 'EIO' }],
  ],
  'file/no-criteria-folder': [[{}]],
  'git/not-available': [[{}]],
  'git/no-repository': [[{}]],
  'git/unknown-revision': [[{ revision: 'v1.0' }]],
  'git/unknown-path': [[{ revision: 'v1.0', path: 'criteria/own.yaml' }]],
  'verify/not-a-result': [
    [{ reason: 'not-json', detail: null }],
    [{ reason: 'bad-json', detail: null }],
    [{ reason: 'broken', detail: 'units[3].class' }],
  ],
  'verify/input-missing': [[{ name: 'so-lieu.csv', option: null }], [{ name: 'tieu-chi.yaml', option: 'criteria' }]],

  'boundaries/not-json': [[{}]],
  'boundaries/no-areas': [[{}]],
  'boundaries/no-codes': [[{ known: ['code', 'ma_xa'] }]],
  'boundaries/bad-outline': [[{}, '00004']],
  'boundaries/lacks-units': [
    [{ units: ['Phường Ba Đình (00004)'], lacking: 1, of: 126 }],
    [{ units: ['Phường Ba Đình (00004)', '00008'], lacking: 5, of: 126 }],
  ],

  'usage/unknown-command': [
    [{ nearest: ['score'], known: ['score', 'check'] }, 'socre'],
    [{ nearest: [], known: ['score', 'check'] }, 'x'],
  ],
  'usage/unknown-option': [
    [{ nearest: ['--format'], commands: [] }, '--fromat'],
    [{ nearest: [], commands: ['score', 'rank'] }, '--where'],
    [{ nearest: [], commands: [] }, '--x'],
  ],
  'usage/missing-argument': [[{ argument: 'data' }]],
  'usage/missing-value': [[{ option: '--period' }]],
  'usage/too-many-arguments': [[{}, 'b.csv']],
  'usage/unknown-value': [
    [{ option: '--format', known: ['table', 'csv'], nearest: ['csv'] }, 'cvs'],
    [{ option: '--format', known: ['table', 'csv'], nearest: [] }, 'x'],
  ],
  'usage/no-such-units': [
    [{ of: 'units', known: ['vn-2025'], nearest: [] }, 'nope'],
    [{ of: 'lineage', known: ['vn-2025'], nearest: ['vn-2025'] }, 'vn-202'],
  ],
  'usage/not-a-reading': [[{}, 'bands']],
  'usage/reading-twice': [[{ reading: 'bands' }]],
  'usage/not-a-supposition': [[{}, 'addicts:3']],
  'usage/options-exclude': [[{ one: '--against', other: '--set' }]],
  'usage/option-needs': [[{ option: '--across-criteria', needed: '--against' }]],
  'usage/against-needs-period': [[{ periods: PERIODS, against: '2023' }]],
  'usage/against-itself': [[{ period: '2025' }]],
  'usage/where-above': [[{ set: PROVINCES, below: SET }]],
  'usage/unknown-extension': [[{ extension: '.doc', known: ['.csv', '.xlsx'] }, 'ket-qua.doc']],
  'usage/excel-needs-csv': [[{}]],
  'usage/boundaries-need-html': [[{}, 'xa.geojson']],
  'usage/xlsx-needs-file': [[{}]],
  'usage/province-needs-units': [[{}]],
  'usage/moves-needs-data': [[{}]],
  'usage/not-a-day': [[{ option: '--on' }, '31/1/2026']],
  'usage/other-family': [[{ base: SET, revision: 'kon-tum-model@1' }]],
  'usage/other-unit-level': [
    [{ base: SET, baseUnit: 'commune', revision: PROVINCES, revisionUnit: 'province' }],
    [{ base: 'a@1', baseUnit: 'hamlet', revision: 'b@1', revisionUnit: 'district' }],
  ],
  'usage/output-is-input': [[{}]],
  'usage/output-exists': [[{}, 'mau.xlsx']],
  'usage/unused-input': [[{}]],
  'usage/unknown-unit': [
    [{ nearest: ['Phường Ba Đình'] }, 'Ba Dinh'],
    [{ nearest: [] }, '99999'],
  ],
  'usage/unit-left-out': [
    [{ unit: BA_DINH, period: null }, '00004'],
    [{ unit: NAMELESS, period: '2025' }, '10025'],
  ],
  'usage/robustness-needs-points': [[{ set: SET }]],
  'usage/not-a-count': [[{ option: '--top' }, '0']],
  'usage/option-twice': [[{ option: '--seed' }]],
  'usage/unknown-group': [
    [{ nearest: ['province'], known: ['province', 'area'] }, 'provinc'],
    [{ nearest: [], known: [] }, 'province'],
    [{ nearest: [], known: ['key_route'], ofRegistry: true, former: true }, 'province'],
    [{ nearest: [], known: ['key_route'], former: true }, 'district'],
  ],
  'usage/ambiguous-unit': [
    [{ units: ['Xã Tân Lập (30346)', 'Xã Tân Lập (06103)'], more: 0 }, 'Tân Lập'],
    [{ units: ['Xã Tân Lập (30346)', 'Xã Tân Lập (06103)'], more: 4 }, 'Tân Lập'],
  ],
};
