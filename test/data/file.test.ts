import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/data/index.ts';
import { ONE_COUNT } from './set.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

const found = (data: Uint8Array): readonly unknown[] =>
  readCsv({ name: 'a.csv', bytes: data }, ONE_COUNT).issues.map(({ code, severity, position, args }) => [
    code,
    severity,
    position?.line,
    position?.column,
    args,
  ]);

describe('a file that is no table', () => {
  it.each<[string, Uint8Array, string, number | undefined, object]>([
    ['no bytes', bytes(), 'data/empty-file', undefined, {}],
    ['only a byte order mark', bytes([0xef, 0xbb, 0xbf]), 'data/empty-file', undefined, {}],
    ['only blank lines', bytes('\r\n  \n;;\n'), 'data/empty-file', undefined, {}],
    ['only a header', bytes('\ncode;cases\n'), 'data/no-rows', 2, {}],
    ['a zero byte', bytes('code;cases\n1;', [0], '\n'), 'data/binary', undefined, { looksLike: 'unknown' }],
    ['an Excel workbook', bytes('PK\u0003\u0004…'), 'data/binary', undefined, { looksLike: 'xlsx' }],
    ['an old workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'data/binary', undefined, { looksLike: 'xls' }],
    ['a page', bytes('<!DOCTYPE html>\n<table></table>'), 'data/binary', undefined, { looksLike: 'html' }],
    ['a table of a page', bytes('<!-- Excel -->\n<table >'), 'data/binary', undefined, { looksLike: 'html' }],
    ['a PDF', bytes('%PDF-1.7\n'), 'data/binary', undefined, { looksLike: 'pdf' }],
    ['half a character of UTF-16', bytes([0xff, 0xfe, 0x63]), 'data/undecodable', 1, { encoding: 'UTF-16LE' }],
    ['no header', bytes('00004;12\n00008;3\n'), 'data/no-header', 1, { expected: ['cases', 'code'] }],
  ])('%s', (_, data, code, line, args) => {
    expect(found(data)).toEqual([[code, 'error', line, undefined, args]]);
  });

  it.each<[string, Uint8Array, number]>([
    ['windows-1258', bytes('code;cases\n1;2\n', [0xd0], ';3\n'), 3],
    ['a character cut off', bytes('code;cases\n1;2\n3;', [0xe1, 0xbb]), 3],
    ['a surrogate', bytes('code;', [0xed, 0xa0, 0x80], '\n1;2\n'), 1],
  ])('said to be UTF-8: %s', (_, data, line) => {
    const { issues } = readCsv({ name: 'a.csv', bytes: data }, ONE_COUNT, { encoding: 'utf-8' });
    expect(issues).toMatchObject([{ code: 'data/not-utf8', severity: 'error', position: { line } }]);
  });

  it('has no rows and still says what was read', () => {
    const { rows, inputs, columns } = readCsv({ name: 'a.csv', bytes: bytes() }, ONE_COUNT);
    expect({ rows, inputs, columns }).toEqual({
      rows: 0,
      columns: new Map(),
      inputs: [{ name: 'a.csv', sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', rows: 0 }],
    });
  });
});

describe('quotes and ragged rows', () => {
  it.each<[string, string, string, number, number | undefined]>([
    ['never closed', 'code;name;cases\n1;"A";2\n3;"B;4\n5;C;6\n', 'data/quote-not-closed', 3, 2],
    ['closed by the next quoted cell', 'code;name;cases\n3;"B;4\n5;"C";6\n', 'data/quote-not-closed', 2, 2],
    ['after a cell of two lines', 'code;name;cases\n3;"B\nb";4\n\n5;"C;6\n', 'data/quote-not-closed', 5, 2],
    ['two in one record', 'code;name;cases\n3;"B ""b""\nx";"4\n5;C;6\n', 'data/quote-not-closed', 3, 3],
    ['inside a cell', 'code;name;cases\n3;"B";4\n5;C "c" c;6\n', 'data/quote-misplaced', 3, 2],
    ['after a closed cell', 'code;name;cases\n3;"B"b;4\n', 'data/quote-misplaced', 2, 2],
    ['in the header', 'code;"name;cases\n3;B;4\n', 'data/quote-not-closed', 1, 2],
    ['too few cells', 'code;name;cases\n3;B;4\n\n5;6\n', 'data/too-few-fields', 4, undefined],
    ['too many cells', 'code;name;cases\n3;B;4\n5;C;6;7\n', 'data/too-many-fields', 3, undefined],
  ])('%s', (_, text, code, line, column) => {
    const [first, ...others] = readCsv({ name: 'a.csv', text }, ONE_COUNT).issues;
    expect([first?.code, first?.position?.line, first?.position?.column, others]).toEqual([code, line, column, []]);
  });

  it('names the line of a quote that opens on line 12 of 100,000', () => {
    const lines = Array.from({ length: 100_000 }, (_, row) => `${row};A;1`);
    lines[10] = '10;"A;1';
    const { issues } = readCsv({ name: 'a.csv', text: ['code;name;cases', ...lines].join('\r\n') }, ONE_COUNT);
    expect(issues).toMatchObject([
      { code: 'data/quote-not-closed', position: { line: 12, column: 2, text: '10;"A;1' } },
    ]);
  });

  it('refuses a record of a megabyte', () => {
    const { issues } = readCsv({ name: 'a.csv', text: `code;cases\n1;2\n3;"${'4'.repeat(1_000_001)}"\n` }, ONE_COUNT);
    expect(issues).toMatchObject([{ code: 'data/record-too-long', position: { line: 3 } }]);
  });

  it('refuses a line of ten megabytes', () => {
    const { issues } = readCsv({ name: 'a.csv', text: `code;cases\n1;2\n3;${'4'.repeat(10_000_000)}\n` }, ONE_COUNT);
    expect(issues).toMatchObject([{ code: 'data/record-too-long', position: { line: 3 } }]);
  });

  it.each([
    ['plain', ';'],
    ['quoted', '";"'],
  ])('refuses 20,000 columns, %s', (_, delimiter) => {
    const row = Array.from({ length: 20_000 }, (__, field) => field).join(delimiter);
    const text = delimiter === ';' ? `code;cases\n${row}\n`.repeat(100) : `"code";"cases"\n"${row}"\n`;
    const { issues, rows } = readCsv({ name: 'a.csv', text }, ONE_COUNT);
    expect(rows).toBe(0);
    expect(issues).toMatchObject([{ code: 'data/too-many-columns', position: { line: 2 }, args: { limit: 2000 } }]);
  });

  it('leaves a ragged row out and says nothing about its cells', () => {
    const { rows, units, issues } = readCsv({ name: 'a.csv', text: 'code,cases\nx\n4,5\n6,7,\n' }, ONE_COUNT);
    expect([rows, units.code, issues.map(({ code }) => code)]).toEqual([2, ['4', '6'], ['data/too-few-fields']]);
  });
});

describe('one table written in many ways', () => {
  const rows = [
    ['code', 'name', 'cases'],
    ['00004', 'Phường Ba Đình', '12'],
    ['00008', 'Xã Hòa Bình', '0'],
  ];
  const written = (delimiter: string, lineEnd: string): string => rows.map((row) => row.join(delimiter)).join(lineEnd);
  it.each([
    ['semicolons', written(';', '\n')],
    ['commas', written(',', '\n')],
    ['tabs', written('\t', '\r\n')],
    ['bars', written('|', '\n')],
    ['old Macintosh line ends', written(';', '\r')],
    ['a line end at the end', `${written(';', '\r\n')}\r\n`],
    ['a byte order mark', `\ufeff${written(';', '\n')}`],
    ['decomposed', written(';', '\n').normalize('NFD')],
    ['quoted', rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')],
    ['spaces around quotes', rows.map((row) => row.map((cell) => ` "${cell}" `).join(',')).join('\n')],
    ['spaces around cells', written(' ; ', '\n')],
    ['columns without a name or a cell', `${written(';', '\n').replaceAll('\n', ';;\n')};;`],
  ])('%s', (_, text) => {
    const { units, columns, issues } = readCsv({ name: 'a.csv', text }, ONE_COUNT);
    expect({ code: units.code, name: units.name, cases: columns.get('cases'), issues }).toEqual({
      code: ['00004', '00008'],
      name: ['Phường Ba Đình', 'Xã Hòa Bình'],
      cases: { kind: 'number', scale: 0, values: Float64Array.of(12, 0), large: new Map() },
      issues: [],
    });
  });

  it('keeps the lines of the file through blank lines, mixed line ends and cells of two lines', () => {
    const text = '\r\n"code";cases;name\r\n\n1;a;"x\r\ny"\r\r2;b;z\n;;\n3;c;z';
    const { issues, positionOf } = readCsv({ name: 'a.csv', text }, ONE_COUNT);
    expect(issues.map(({ position }) => position?.line)).toEqual([4, 7, 9]);
    expect(positionOf(1, 'cases')).toEqual({ file: 'a.csv', line: 7, column: 2 });
    expect(positionOf(1, 'absent')).toEqual({ file: 'a.csv', line: 7 });
  });
});
