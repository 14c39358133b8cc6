import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { assemble, readDataset } from '../../src/data/index.ts';
import { sentence } from '../../src/messages/index.ts';
import { indicator, setOf } from './set.ts';
import { rational } from '../../src/number/index.ts';

const SET = setOf(
  indicator('cases', 'count', { label: { vi: 'Số vụ', en: 'Cases' } }),
  indicator('area', 'decimal', { label: { vi: 'Diện tích', en: 'Area' }, min: rational(-100n) }),
  indicator('rate', 'percent', { label: { vi: 'Tỷ lệ', en: 'Rate' } }),
  indicator('planned', 'boolean', { label: { vi: 'Có kế hoạch', en: 'Planned' } }),
);

/** One cell of a hand-made sheet: its attributes and what it holds. */
type CellXml = readonly [attributes: string, content: string];
const text = (value: string): CellXml => ['t="inlineStr"', `<is><t xml:space="preserve">${value}</t></is>`];
const number = (value: string, style = 0): CellXml => [`s="${style}"`, `<v>${value}</v>`];
const HEADER = ['code', 'Tên xã', 'Số vụ', 'Diện tích', 'Tỷ lệ', 'Có kế hoạch'].map(text);
const PERCENT = 1;
const DATE = 2;
const ZEROS = 3;
const DECIMALS = 4;

const address = (row: number, column: number): string => `${String.fromCodePoint(65 + column)}${row}`;
const rowXml = (cells: readonly (CellXml | null)[], row: number): string =>
  `<row r="${row}">${cells.map((cell, column) => (cell === null ? '' : `<c r="${address(row, column)}" ${cell[0]}>${cell[1]}</c>`)).join('')}</row>`;
const sheetXml = (rows: readonly (readonly (CellXml | null)[])[], more = ''): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((cells, index) => rowXml(cells, index + 1)).join('')}</sheetData>${more}</worksheet>`;

interface SheetSpec {
  readonly name: string;
  readonly xml: string;
  readonly state?: string;
}

/** A workbook of hand-made sheets, with styles of percentages, dates, zeros in front, and decimals. */
function workbook(...sheets: readonly SheetSpec[]): Uint8Array {
  const relation = (index: number): string =>
    `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`;
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}" ${state === undefined ? '' : `state="${state}" `}r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, index) => relation(index)).join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.00%"/><numFmt numFmtId="165" formatCode="[$-42A]00000;@"/><numFmt numFmtId="166" formatCode="0.000"/></numFmts><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>',
    ),
  };
  sheets.forEach(({ xml }, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(xml);
  });
  return zipSync(parts);
}

const one = (rows: readonly (readonly (CellXml | null)[])[], more = ''): Uint8Array =>
  workbook({ name: 'Bảng 1', xml: sheetXml(rows, more) });
const read = (bytes: Uint8Array, sheet: string | number | null = null) =>
  readDataset({ name: 'a.xlsx', bytes }, SET, { sheet });
const told = async (bytes: Uint8Array) =>
  (await read(bytes)).issues.map(({ code, severity, position, received }) => [
    code,
    severity,
    position?.cell,
    received,
  ]);

describe('a text with parts in other forms', () => {
  const part = (text: string, form = ''): string =>
    `<r>${form === '' ? '' : `<rPr>${form}</rPr>`}<t xml:space="preserve">${text}</t></r>`;
  const RAISED = '<vertAlign val="superscript"/>';
  const row = (code: string, cases: string): readonly CellXml[] => [
    text(code),
    text('Xã A'),
    ['t="inlineStr"', `<is>${cases}</is>`],
  ];

  it.each([
    ['0', part('0', '<b/>')],
    ['12', part('1') + part('2', '<vertAlign val="baseline"/>')],
    ['12', part('1') + part('2', '<strike val="0"/>')],
    ['1.200', part('1.') + part('200', '<sz val="11"/>')],
  ])('is the figure %s where nothing is raised, lowered or struck', async (shown, cases) => {
    const { columns, issues } = await read(one([HEADER, row('17611', cases)]));
    expect(issues).toEqual([]);
    expect(columns.get('cases')?.values).toEqual(Float64Array.of(Number(shown.replace('.', ''))));
  });

  it.each([
    ['0⁽¹⁾', part('0') + part('1', RAISED)],
    ['12₃', part('12') + part('3', '<vertAlign val="subscript"/>')],
    ['3\u03360', part('3', '<b/><strike/>') + part('0')],
    ['1\u03362\u0336 0', part('12', '<strike val="1"/>') + part(' 0')],
    ['5⁽(²)⁾', part('5') + part('(2)', RAISED)],
  ])('is refused as %s, as it is shown', async (shown, cases) => {
    expect(await told(one([HEADER, row('17611', cases)]))).toEqual([['data/not-a-number', 'error', 'C2', shown]]);
  });

  it('is a name or a heading whatever is raised in it', async () => {
    const heading: CellXml = ['t="inlineStr"', `<is>${part('Diện tích (m')}${part('2', RAISED)}${part(')')}</is>`];
    const header = HEADER.map((own, column) => (column === 3 ? heading : own));
    const { columns, issues } = await read(one([header, [text('17611'), text('Xã A'), null, number('5')]]));
    expect(issues).toEqual([]);
    expect(columns.get('area')?.values).toEqual(Float64Array.of(5));
  });

  it('is looked at where texts are shared between cells as well', async () => {
    const bytes = one([HEADER, [text('17611'), text('Xã A'), ['t="s"', '<v>0</v>']]]);
    const strings = `<sst><si>${part('0')}${part('1', RAISED)}</si></sst>`;
    expect(await told(zipSync({ ...unzipSync(bytes), 'xl/sharedStrings.xml': strToU8(strings) }))).toEqual([
      ['data/not-a-number', 'error', 'C2', '0⁽¹⁾'],
    ]);
  });
});

describe('a sound workbook', () => {
  it('gives exact figures', async () => {
    const bytes = one([
      HEADER,
      [
        text('17611'),
        text('Xã Vân Tụ'),
        number('8120'),
        number('0.30000000000000004'),
        number('0.125', PERCENT),
        ['t="b"', '<v>1</v>'],
      ],
      [
        number('17612'),
        text('Xã A'),
        ['', '<f>1+1</f><v>2</v>'],
        number('1.2E-3'),
        number('1', PERCENT),
        text('không'),
      ],
      [text('00008'), text('Xã B'.normalize('NFD')), text('1.234'), text('1,5'), text('12,5%'), null],
    ]);
    const { units, columns, issues, positionOf } = await read(bytes);
    expect(units.code).toEqual(['17611', '17612', '00008']);
    expect(units.name).toEqual(['Xã Vân Tụ', 'Xã A', 'Xã B']);
    expect(columns.get('cases')?.values).toEqual(Float64Array.of(8120, 2, 1234));
    expect(columns.get('area')).toMatchObject({ scale: 4, values: Float64Array.of(3000, 12, 15000) });
    expect(columns.get('rate')).toMatchObject({ scale: 3, values: Float64Array.of(125, 1000, 125) });
    expect(columns.get('planned')?.values).toEqual(Uint8Array.of(1, 0, 255));
    expect(issues).toEqual([]);
    expect(positionOf(1, 'rate')).toEqual({ file: 'a.xlsx', sheet: 'Bảng 1', line: 3, column: 5, cell: 'E3' });
  });

  it('reads a number under a format of zeros as the text it shows', async () => {
    const row = (code: string, style: number): readonly CellXml[] => [
      number(code, style),
      text('Xã A'),
      number('7', ZEROS),
      number('1.5', ZEROS),
      number('0.5', PERCENT),
      text('có'),
    ];
    const { units, columns, issues } = await read(
      one([HEADER, row('1273', ZEROS), row('30307', ZEROS), row('99', DECIMALS)]),
    );
    expect(units.code).toEqual(['01273', '30307', '99']);
    expect(columns.get('cases')?.values).toEqual(Float64Array.of(7, 7, 7));
    expect(columns.get('area')?.values).toEqual(Float64Array.of(15, 15, 15));
    expect(issues).toEqual([]);
  });

  it('reads what write-excel-file writes', async () => {
    const cells = [
      ['code', 'Số vụ', 'Diện tích', 'Tỷ lệ', 'Có kế hoạch'],
      ['17611', 3, 1.5, 0.5, true],
    ];
    const data = cells.map((row) =>
      row.map((value, column) => (typeof value === 'number' && column === 3 ? { value, format: '0%' } : { value })),
    );
    const bytes = await writeXlsxFile(data).toBuffer();
    const { columns, issues } = await read(bytes);
    expect(issues).toEqual([]);
    expect([...columns.values()].map(({ values }) => [...values])).toEqual([[3], [15], [5], [1]]);
  });

  it('reads the layout of an official report', async () => {
    const blank = null;
    const rows = [
      [text('BÁO CÁO'), blank, blank, blank, blank, blank],
      [text('Mã xã'), text('Tên xã'), text('Tội phạm'), blank, text('Tỷ lệ'), text('Có kế hoạch')],
      [blank, blank, text('Số vụ'), text('Diện tích'), blank, blank],
      [text('(1)'), text('(2)'), text('(3)'), text('(4)'), text('(5)'), text('(6)')],
      [text('17611'), text('Xã A'), number('3'), number('2'), number('0.5', PERCENT), text('x')],
      [text('17612'), text('Xã B'), number('4'), number('5'), number('0.25', PERCENT), blank],
      [text('Tổng cộng'), blank, number('7'), number('7'), blank, blank],
      [text('Ghi chú: số liệu đến 14/12/2025'), blank, blank, blank, blank, blank],
    ];
    const merged =
      '<mergeCells count="4"><mergeCell ref="A1:F1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/><mergeCell ref="F5:F6"/></mergeCells>';
    const { units, columns, issues } = await read(one(rows, merged));
    expect(units.code).toEqual(['17611', '17612']);
    expect([...columns.values()].map(({ values }) => [...values])).toEqual([
      [3, 4],
      [2, 5],
      [50, 25],
      [1, 1],
    ]);
    expect(issues.map(({ code, severity, position }) => [code, severity, position?.line])).toEqual([
      ['data/rows-above-header', 'note', 3],
      ['data/notes-ignored', 'note', 8],
    ]);
    // The row of the titles of groups is a part of the header.
    expect(issues[0]).toMatchObject({ args: { rows: 1 } });
  });
});

it('two workbooks that do not agree name the cells', async () => {
  const unit = (cases: string, area: string) => [text('17611'), text('Xã A'), number(cases), number(area), null, null];
  const bytes = [one([HEADER, unit('3', '2')]), one([[text('Số liệu')], HEADER, unit('4', '2')])];
  const parts = await Promise.all(
    bytes.map((own, index) => readDataset({ name: `${index}.xlsx`, bytes: own }, SET, { isPart: true })),
  );
  const { issues } = assemble(parts, SET);
  const conflicts = issues.filter(({ code }) => code === 'join/conflict');
  expect(conflicts.map(({ position }) => position?.cell)).toEqual(['C3']);
  expect(conflicts.map((found) => sentence(found, 'vi'))).toEqual([
    'Đơn vị 17611, “Số vụ”: ở đây là “4”, còn ở 0.xlsx, trang tính “Bảng 1”, ô C2 là “3”. Hãy thống nhất hai số này.',
  ]);
});

describe('a formula whose result is the empty text', () => {
  const formula = '<f>IF(Z2="","",Z2)</f>';

  it.each([`${formula}<v></v>`, `${formula}<v/>`])('is a blank cell: %s', async (content) => {
    const rows = [HEADER, [text('17611'), text('Xã A'), ['t="str"', content], number('2'), null, null] as const];
    const { columns, issues } = await read(one(rows));
    expect(columns.get('cases')?.values).toEqual(Float64Array.of(Number.NaN));
    expect(issues).toEqual([]);
  });

  it('filled in further down than the units makes no units', async () => {
    const cell: CellXml = ['t="str"', `${formula}<v></v>`];
    const unit = [text('17611'), text('Xã A'), number('1'), number('2'), null, null];
    const { units, issues } = await read(one([HEADER, unit, Array.from({ length: 6 }, () => cell)]));
    expect([units.code, issues]).toEqual([['17611'], []]);
  });
});

describe('cells merged downwards', () => {
  const rows = [
    HEADER,
    [text('17611'), text('Xã A'), number('3'), number('2'), null, null],
    [text('17612'), text('Xã B'), null, number('5'), null, null],
    [text('17613'), text('Xã C'), null, null, null, null],
    [text('Tổng cộng'), null, null, null, null, null],
  ];
  const toldOf = (ref: string) => told(one(rows, `<mergeCells count="1"><mergeCell ref="${ref}"/></mergeCells>`));

  it.each<[string, string, readonly unknown[]]>([
    ['a figure over several units', 'C2:C4', [['data/merged-figures', 'warning', 'C2', '3']]],
    ['a figure over units and the columns beside it', 'D3:E4', [['data/merged-figures', 'warning', 'D3', '5']]],
    ['a name', 'B2:B4', []],
    ['a blank', 'C3:C4', []],
    ['a figure over a row of totals', 'D4:D5', []],
  ])('%s', async (_, ref, expected) => {
    expect((await toldOf(ref)).filter(([code]) => code === 'data/merged-figures')).toEqual(expected);
  });

  it('are named as a spreadsheet names them', async () => {
    const { issues } = await read(one(rows, '<mergeCells count="1"><mergeCell ref="C2:C4"/></mergeCells>'));
    expect(issues.map(({ args }) => args)).toContainEqual({ range: 'C2:C4', line: 2 });
  });
});

describe('cells merged across', () => {
  const rows = [
    HEADER,
    [text('17611'), text('Xã A'), number('3'), null, null, text('có')],
    [text('17612'), text('Xã B'), text('4'), null, null, null],
    [text('17613'), text('Xã C'), text('chưa có số liệu'), null, null, null],
    [text('17614'), text('Xã D'), null, null, number('0.5', PERCENT), null],
    [text('Tổng cộng'), null, number('7'), null, null, null],
  ];
  const across = async (...refs: readonly string[]) => {
    const merged = refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const { issues } = await read(one(rows, `<mergeCells count="${refs.length}">${merged}</mergeCells>`));
    return issues
      .filter(({ code }) => code === 'data/merged-across' || code === 'data/merged-figures')
      .map(({ code, position, received, args }) => ({ code, cell: position?.cell, received, args }));
  };
  const [cases, area, rate, planned] = [...SET.indicators.values()].map(({ label }) => label);

  it.each([
    ['a figure over two columns', 'C2:D2', '3', cases, [area]],
    ['a figure over three columns', 'C2:E2', '3', cases, [area, rate]],
    ['a figure up to a cell that holds another', 'C2:F2', '3', cases, [area, rate]],
    ['a figure that is a text', 'C3:D3', '4', cases, [area]],
    ['a percentage over a yes or no', 'E5:F5', '0.5', rate, [planned]],
  ])('%s', async (_, range, received, column, others) => {
    const cell = range.split(':')[0];
    expect(await across(range)).toEqual([
      { code: 'data/merged-across', cell, received, args: { range, column, others } },
    ]);
  });

  it.each([
    ['a word that figures are missing', 'C4:E4'],
    ['a blank', 'C5:D5'],
    ['a name', 'A2:B2'],
    ['a figure of a row of totals', 'C6:D6'],
  ])('%s is no figure of a unit', async (_, ref) => {
    expect(await across(ref)).toEqual([]);
  });

  it('and downwards at once are told once', async () => {
    expect(await across('C2:D3')).toMatchObject([{ code: 'data/merged-figures', args: { range: 'C2:D3', line: 2 } }]);
  });

  it('leave the figures they cover missing', async () => {
    const { columns } = await read(one(rows, '<mergeCells count="1"><mergeCell ref="C2:D2"/></mergeCells>'));
    expect([columns.get('cases')?.values[0], columns.get('area')?.values[0]]).toEqual([3, Number.NaN]);
  });
});

describe('broken cells are named by their address', () => {
  it.each<[string, CellXml, number, string, string]>([
    ['an error', ['t="e"', '<v>#REF!</v>'], 2, 'data/spreadsheet-error', '#REF!'],
    ['the error of a formula', ['t="e"', '<f>A1/0</f><v>#DIV/0!</v>'], 2, 'data/spreadsheet-error', '#DIV/0!'],
    ['a formula never calculated', ['', '<f>SUM(A1:A2)</f>'], 2, 'data/formula-not-calculated', '=SUM(A1:A2)'],
    [
      'a formula with an empty result',
      ['', '<f>SUM(A1:A2)</f><v></v>'],
      2,
      'data/formula-not-calculated',
      '=SUM(A1:A2)',
    ],
    ['a formula with no result', ['', '<f>SUM(A1:A2)</f><v/>'], 2, 'data/formula-not-calculated', '=SUM(A1:A2)'],
    ['a formula of text never calculated', ['t="str"', '<f>A1</f>'], 5, 'data/formula-not-calculated', '=A1'],
    ['a formula typed as text', text('=2+3'), 2, 'data/formula-as-text', '=2+3'],
    ['a formula typed as text for yes', text('=A1'), 5, 'data/formula-as-text', '=A1'],
    ['nobody as a date', number('0', DATE), 2, 'data/number-as-date', '0/1/1900'],
    ['a part of the day 0', number('0.5', DATE), 2, 'data/time-not-number', '12:00:00'],
    ['a date', number('45000', DATE), 2, 'data/date-not-number', '15/3/2023'],
    ['one day as a date', number('1', DATE), 2, 'data/number-as-date', '1/1/1900'],
    ['three days as a date', number('3', DATE), 2, 'data/number-as-date', '3/1/1900'],
    ['the last day before Excel errs', number('59', DATE), 2, 'data/number-as-date', '28/2/1900'],
    ['the first day after it has', number('61', DATE), 2, 'data/number-as-date', '1/3/1900'],
    ['a percentage in a count', number('0.5', PERCENT), 2, 'data/unexpected-percent', '50%'],
    ['a number without a percent sign', number('12.5'), 4, 'data/percent-needed', '12.5'],
    ['a fraction', number('2.5'), 2, 'data/fraction-in-count', '2.5'],
    ['too much', number('-1.5', PERCENT), 4, 'data/negative-number', '-150%'],
    ['a number for yes', number('2'), 5, 'data/not-a-boolean', '2'],
  ])('%s', async (_, cell, column, code, received) => {
    const sound: readonly (CellXml | null)[] = [
      text('17611'),
      text('Xã A'),
      number('1'),
      number('1'),
      number('1', PERCENT),
      text('x'),
    ];
    const rows = [HEADER, sound, [text('17612'), ...sound.slice(1)].map((one, at) => (at === column ? cell : one))];
    expect(await told(one(rows))).toEqual([[code, 'error', `${String.fromCodePoint(65 + column)}3`, received]]);
  });
});

describe('the sheet', () => {
  const sheet = (name: string, code: string, state?: string): SheetSpec => ({
    name,
    xml: sheetXml([HEADER, [text(code), null, number('1'), number('1'), number('1', PERCENT), text('x')]]),
    ...(state === undefined ? {} : { state }),
  });
  const three = workbook(sheet('Ẩn', '1', 'hidden'), sheet('A &amp; B', '2'), sheet('2', '3'));
  it.each<[string | number, string]>([
    ['A & B', '2'],
    ['Ẩn', '1'],
    [1, '1'],
    [3, '3'],
    ['2', '3'],
    [2, '3'],
  ])('%j', async (wanted, code) => {
    const { units, issues } = await read(three, wanted);
    expect(units.code).toEqual([code]);
    expect(issues.map(({ severity }) => severity)).toEqual(['note']);
  });

  it('is the first that can be seen, unless one is named', async () => {
    const { units } = await read(workbook(sheet('Ẩn', '1', 'hidden'), sheet('A', '2'), sheet('B', '3', 'hidden')));
    expect(units.code).toEqual(['2']);
  });

  const numbered = workbook(sheet('cover', '1'), sheet('01', '2'), sheet('02', '3'));
  it.each([
    ['01', '2'],
    ['02', '3'],
    ['1', '1'],
    ['3', '3'],
    ['003', '3'],
  ])('%s is looked for by name before it is taken for a number', async (wanted, code) => {
    expect((await read(numbered, wanted)).units.code).toEqual([code]);
  });

  it('that is not there is an error with the names of those that are', async () => {
    expect((await read(three, 'A & C')).issues).toMatchObject([
      {
        code: 'data/unknown-sheet',
        severity: 'error',
        received: 'A & C',
        args: { nearest: ['A & B'], sheets: ['Ẩn', 'A & B', '2'] },
      },
    ]);
  });
});

describe('a file that cannot be read says why, in bounded memory', () => {
  const wide = `<worksheet><sheetData><row r="1"><c r="ACCC1"><v>1</v></c></row></sheetData></worksheet>`;
  const far = `<worksheet><sheetData><row r="1"><c r="ZZ1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>`;
  const bomb = zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': new Uint8Array(201_000_000),
  });
  /** The same archive, which declares its parts to be small. */
  const liar = (): Uint8Array => {
    const bytes = bomb.slice();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 28 < bytes.length; at += 1) {
      const signature = view.getUint32(at, true);
      if (signature === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000) view.setUint32(at + 24, 1000, true);
      if (signature === 0x04034b50 && view.getUint32(at + 22, true) > 1_000_000) view.setUint32(at + 22, 1000, true);
    }
    return bytes;
  };
  const ole = (words: string): Uint8Array =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(508), ...Buffer.from(words, 'utf16le')]);
  it.each<[string, Uint8Array, string, object]>([
    ['no zip', Uint8Array.of(1, 2, 0, 3), 'data/not-a-workbook', { reason: 'no-zip' }],
    ['nothing', new Uint8Array(), 'data/not-a-workbook', { reason: 'no-zip' }],
    ['text', strToU8('code;cases\n1;2\n'), 'data/not-a-workbook', { reason: 'text' }],
    ['a page', strToU8('\uFEFF <HTML><table><tr><td>code</td></tr></table>'), 'data/binary', { looksLike: 'html' }],
    ['a zip cut off', one([HEADER]).slice(0, 600), 'data/not-a-workbook', { reason: 'cut-off' }],
    [
      'an OpenDocument',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }),
      'data/not-a-workbook',
      { reason: 'ods' },
    ],
    ['another zip', zipSync({ 'a.txt': strToU8('a') }), 'data/not-a-workbook', { reason: 'no-sheet' }],
    [
      'a sheet that is no XML',
      workbook({ name: 'a', xml: '<worksheet><sheetData><row><c' }),
      'data/not-a-workbook',
      { reason: 'broken' },
    ],
    ['an old workbook', ole('Workbook'), 'data/binary', { looksLike: 'xls' }],
    ['a locked workbook', ole('EncryptedPackage'), 'data/locked-workbook', {}],
    ['20,000 columns', workbook({ name: 'a', xml: wide }), 'data/too-many-columns', { limit: 2000 }],
    ['a cell far away', workbook({ name: 'a', xml: far }), 'data/sheet-too-large', { limit: 5_000_000 }],
    ['a bomb', bomb, 'data/workbook-too-large', { limit: 200 }],
    ['a bomb that declares less', liar(), 'data/workbook-too-large', { limit: 200 }],
    ['an empty sheet', one([]), 'data/empty-file', {}],
  ])('%s', async (_, bytes, code, args) => {
    const { rows, issues } = await read(bytes);
    expect(rows).toBe(0);
    expect(issues).toMatchObject([{ code, severity: 'error', position: { file: 'a.xlsx' }, args }]);
  });
});

describe('figures on several sheets', () => {
  const UNIT = [text('17611'), text('Xã A')];
  const figures = (name: string, state?: string): SheetSpec => ({
    name,
    xml: sheetXml([HEADER, [...UNIT, number('1'), null, null, null]]),
    ...(state === undefined ? {} : { state }),
  });
  const sheet = (...rows: readonly (readonly CellXml[])[]): SheetSpec => ({ name: 'Khác', xml: sheetXml(rows) });
  const long = sheet(
    ['code', 'indicator', 'value'].map(text),
    [text('17611'), text('cases'), number('1')],
    [text('17612'), text('cases'), number('2')],
  );
  const several = async (sheets: readonly SheetSpec[], wanted: string | null = null) =>
    (await read(workbook(...sheets), wanted)).issues.flatMap(({ code, severity, args }) =>
      code === 'data/several-data-sheets' ? [severity, args] : [],
    );

  it.each<[string, readonly SheetSpec[], readonly string[] | null]>([
    ['two districts', [figures('Huyện A'), figures('Huyện B')], ['Huyện A', 'Huyện B']],
    ['behind a cover', [sheet([text('Báo cáo')]), figures('A'), figures('B')], ['A', 'B']],
    ['a figure a row', [long, figures('A')], ['Khác', 'A']],
    ['a hidden one', [figures('A'), figures('B', 'hidden')], null],
    ['a list of units', [figures('A'), sheet([text('Mã xã'), text('Tên xã')], UNIT)], null],
    ['figures of no unit', [figures('A'), sheet([text('Huyện'), text('Số vụ')], [text('B'), number('1')])], null],
    ['a blank form', [figures('A'), sheet(HEADER)], null],
  ])('are refused unless one is named: %s', async (_, sheets, names) => {
    expect(await several(sheets)).toEqual(names === null ? [] : ['error', { sheets: names }]);
    expect(await several(sheets, String(sheets.length))).toEqual([]);
  });
});

describe('figures behind a cover sheet', () => {
  const UNIT = [text('17611'), text('Xã A')];
  const cover = { name: 'Bìa', xml: sheetXml([[text('Báo cáo')]]) };
  const figures = {
    name: 'Số liệu',
    xml: sheetXml([HEADER, [text('17611'), text('Xã A'), number('1'), null, null, null]]),
  };
  const hints = async (...sheets: readonly SheetSpec[]) =>
    (await read(workbook(...sheets))).issues.flatMap(({ code, args }) =>
      code === 'data/header-elsewhere' ? [args] : [],
    );

  it.each<[string, readonly SheetSpec[], readonly object[]]>([
    ['are pointed to', [cover, figures], [{ sheet: 'Số liệu' }]],
    ['behind a blank sheet', [{ name: 'Sheet1', xml: sheetXml([]) }, figures], [{ sheet: 'Số liệu' }]],
    [
      'behind one that names a column by chance',
      [{ name: 'Bìa', xml: sheetXml([[text('Năm')]]) }, figures],
      [{ sheet: 'Số liệu' }],
    ],
    [
      'behind a list of units',
      [{ name: 'Xã', xml: sheetXml([HEADER.slice(0, 2), UNIT]) }, figures],
      [{ sheet: 'Số liệu' }],
    ],
    ['on two sheets are not', [cover, figures, { ...figures, name: 'Cũ' }], []],
  ])('%s', async (_, sheets, expected) => {
    expect(await hints(...sheets)).toEqual(expected);
  });

  const hidden = (spec: SheetSpec, name = spec.name): SheetSpec => ({ ...spec, name, state: 'hidden' });
  const form = { name: 'Mẫu', xml: sheetXml([HEADER]) };
  it.each<[string, readonly SheetSpec[], readonly string[]]>([
    ['which is hidden', [cover, hidden(figures)], ['Số liệu']],
    ['which nobody can unhide by hand', [cover, { ...figures, state: 'veryHidden' }], ['Số liệu']],
    ['which is hidden, behind a blank sheet', [{ name: 'Sheet1', xml: sheetXml([]) }, hidden(figures)], ['Số liệu']],
    ['which is hidden, behind a blank form', [form, hidden(figures)], ['Số liệu']],
    ['two of which are hidden', [cover, hidden(figures), hidden(figures, 'Cũ')], ['Số liệu', 'Cũ']],
    ['which is a blank form and hidden', [cover, hidden(form)], ['Mẫu']],
    ['which is hidden, beside one that can be seen', [cover, figures, hidden(figures, 'Cũ')], []],
    ['which is hidden, beside figures', [figures, hidden(figures, 'Cũ')], []],
    ['which is a blank form and hidden, beside another form', [form, hidden(form, 'Cũ')], []],
  ])('are looked for on a sheet %s', async (_, sheets, expected) => {
    const { issues } = await read(workbook(...sheets));
    expect(issues.flatMap(({ code, args }) => (code === 'data/header-hidden' ? args.sheets : []))).toEqual(expected);
  });
});
