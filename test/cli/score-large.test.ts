import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { score } from '../../src/cli/score.ts';
import { scoreLarge } from '../../src/cli/score-large.ts';
import { type Asked, request, textOf } from './request.ts';

const folder = mkdtempSync(join(tmpdir(), 'xasach-large-'));
const AN_GIANG = readFileSync('fixtures/an-giang-2025.csv', 'utf8');
const [HEADER = '', ...LINES] = AN_GIANG.trimEnd().split('\n');

/** As few bytes as hold the fifty units that tell what a file is. */
const PART = 8000;

function written(name: string, text: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** An Giang with one more column. */
function withColumn(title: string, cell: (row: number) => string): string {
  return `${[`${HEADER},${title}`, ...LINES.map((line, row) => `${line},${cell(row)}`)].join('\n')}\n`;
}

const COMMAS = ','.repeat(HEADER.split(',').length - 1);

/** The lines of An Giang over and over, with codes of their own. */
function longFile(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const line = LINES[row % LINES.length] ?? '';
    return line.replace(/^\d{5},[^,]+/, `${10_000 + row},Xã ${row}`);
  });
  return `${[HEADER, ...lines].join('\n')}\n`;
}

/** The criteria of the Decision with another way to place equal units. */
function withTies(ties: string): string {
  return written(`${ties}.yaml`, `${readFileSync('criteria/vn-drug-free-2025.yaml', 'utf8')}\nties: ${ties}\n`);
}

describe('a large file', () => {
  test.each<Asked & { readonly what: string }>([
    { what: 'An Giang', file: 'fixtures/an-giang-2025.csv' },
    { what: 'An Giang in English', file: 'fixtures/an-giang-2025.csv', lang: 'en' },
    { what: 'An Giang, NDJSON', file: 'fixtures/an-giang-2025.csv', format: 'ndjson' },
    { what: 'An Giang for Excel', file: 'fixtures/an-giang-2025.csv', raw: { excel: true } },
    {
      what: 'An Giang under another reading',
      file: 'fixtures/an-giang-2025.csv',
      raw: { reading: ['bands=cumulative'] },
    },
    { what: 'Nghệ An', file: 'fixtures/nghe-an-2025.csv' },
    { what: 'Nghệ An, NDJSON', file: 'fixtures/nghe-an-2025.csv', format: 'ndjson' },
    { what: 'equal units dense', file: 'fixtures/an-giang-2025.csv', raw: { criteria: withTies('dense') } },
    {
      what: 'equal units by code',
      file: written('codes.csv', longFile(600)),
      raw: { criteria: withTies('ordinal') },
    },
    { what: 'many rows', file: written('many.csv', longFile(600)) },
    {
      what: 'parts without a unit',
      file: written('gaps.csv', longFile(120) + ',,,\n'.repeat(4000)),
    },
    {
      what: 'a blank column of periods',
      file: written(
        'periods.csv',
        withColumn('period', () => ''),
      ),
    },
    {
      what: 'a column of periods',
      file: written(
        'period.csv',
        withColumn('period', () => '2025'),
      ),
    },
    {
      what: 'Windows lines, a byte order mark and a blank line',
      file: written('windows.csv', `\uFEFF${AN_GIANG.replaceAll('\n', '\r\n').replace('\r\n', '\r\n\r\n')}`),
    },
    {
      what: 'names in quotes, over two lines',
      file: written('quoted.csv', AN_GIANG.replaceAll(/^(\d{5}),([^,\n]+),/gm, '$1,"$2, số ""1""\n(cũ)",')),
    },
    { what: 'title rows', file: written('title.csv', `Biểu số 1\nTỉnh An Giang\n${AN_GIANG}`) },
    { what: 'a declared delimiter', file: written('sep.csv', `sep=;\n${AN_GIANG.replaceAll(',', ';')}`) },
    { what: 'a blank column without a title', file: written('blank.csv', AN_GIANG.replaceAll('\n', ',\n')) },
    { what: 'no line feed at the end', file: written('end.csv', AN_GIANG.trimEnd()) },
  ])('is scored part by part as at once: $what', async (asked) => {
    const large = await scoreLarge(request(asked), 0, PART);
    const whole = await score(request(asked));
    if (large === null) throw new Error('it was not scored part by part');
    expect(await textOf(large)).toBe(await textOf(whole));
    expect({ ...large, output: null }).toEqual({ ...whole, output: null });
  });

  test.each([
    ['undetermined', true],
    ['not-certified', true],
    ['warning', true],
  ])('objects to %s as the whole file does', async (failOn, objected) => {
    const asked = request({ file: 'fixtures/an-giang-2025.csv', raw: { failOn: [failOn] } });
    const large = await scoreLarge(asked, 0, PART);
    if (large === null) throw new Error('it was not scored part by part');
    await textOf(large);
    expect(large.objected).toBe(objected);
    expect((await score(asked)).objected).toBe(objected);
  });
});

/** An Giang with one line changed. */
function changed(line: number, change: (line: string) => string): string {
  return `${[HEADER, ...LINES.map((own, row) => (row === line ? change(own) : own))].join('\n')}\n`;
}

describe('is read at once', () => {
  const first = LINES[0] ?? '';
  test.each<[what: string, text: string | Uint8Array]>([
    ['a unit that stands in two parts', `${AN_GIANG}${first}\n`],
    ['a code that may have lost its zeros', changed(80, (line) => line.replace(/^\d{5}/, '4'))],
    ['a commune under two codes', `${AN_GIANG}${first.replace(/^\d{5}/, '99999')}\n`],
    ['a code of another length', changed(80, (line) => `0${line}`)],
    ['a row of totals', `${AN_GIANG}Tổng cộng${',1'.repeat(HEADER.split(',').length - 1)}\n`],
    ['a note at the end', `${AN_GIANG}Ghi chú: số liệu tạm tính\n`],
    ['a wrong figure far below', changed(90, (line) => line.replace(/,\d+,/, ',nhiều,'))],
    ['a line cut short', changed(90, () => '30999,Xã Mới')],
    ['a cell far below in a column without a title', changed(90, (line) => `${line},1`).replaceAll(/$/gm, ',')],
    ['a byte that is no UTF-8', Buffer.concat([Buffer.from(AN_GIANG), Buffer.from([0xff, 0x0a])])],
    ['a unit that names no period where the others do', withColumn('period', (row) => (row === 90 ? '' : '2025'))],
    ['a unit of another period', withColumn('period', (row) => (row === 90 ? '2024' : '2025'))],
    [
      'a note under the table with blank rows after it',
      `${AN_GIANG}Ghi chú: tạm tính${COMMAS}\n${`${COMMAS}\n`.repeat(2000)}`,
    ],
    ['units that begin below many blank rows', `${HEADER}\n${`${COMMAS}\n`.repeat(2000)}${LINES.join('\n')}\n`],
    [
      'telephone numbers below blank rows',
      `${HEADER},ghi chép\n${`${COMMAS},\n`.repeat(2000)}${LINES.map((line) => `${line},0912345678`).join('\n')}\n`,
    ],
    ['a first unit that fills a part', changed(0, (line) => line.replace(/^(\d{5},)/, `$1${'x'.repeat(5000)}`))],
    ['what begins like a PDF', `%PDF-1.7\n${AN_GIANG}`],
    ['UTF-16', Buffer.from(`\uFEFF${AN_GIANG}`, 'utf16le')],
    ['a quote that never closes', `${AN_GIANG}"30999,x\n`],
    ['a header alone', `${HEADER}\n`],
    ['no header', `${LINES.join('\n')}\n`],
    ['nothing', '\n'],
  ])('%s', async (_, text) => {
    expect(await scoreLarge(request({ file: written('odd.csv', text) }), 0, PART)).toBeNull();
  });

  test('numbers in one style far above and in another far below', async () => {
    const [header = '', ...lines] = longFile(300).trimEnd().replaceAll(',', ';').split('\n');
    const area = header.split(';').indexOf('plant_area_m2');
    expect(area).toBeGreaterThan(0);
    // Between them many parts say nothing of it.
    const figureAt = (row: number): string => (row < 100 ? '12,5' : row < 200 ? '12' : '12.5');
    const text = [header, ...lines.map((line, row) => line.split(';').with(area, figureAt(row)).join(';'))].join('\n');
    expect(await scoreLarge(request({ file: written('styles.csv', text) }), 0, PART)).toBeNull();
    const alike = written('alike.csv', text.replaceAll('12.5', '12,5'));
    const large = await scoreLarge(request({ file: alike }), 0, PART);
    if (large === null) throw new Error('it was not scored part by part');
    expect(await textOf(large)).toBe(await textOf(await score(request({ file: alike }))));
  });

  test.each<[option: string, raw: Readonly<Record<string, unknown>>]>([
    ['where', { where: 'use_points > 0' }],
    ['set', { set: ['use_points=0'] }],
    ['by', { by: 'province' }],
    ['top', { top: '3' }],
    ['only', { only: ['certified'] }],
    ['near', { near: true }],
    ['units', { units: 'vn-2025' }],
    ['readings', { readings: true }],
    ['robustness', { robustness: true }],
    ['ways', { ways: true }],
    ['sheet', { sheet: 'Sheet1' }],
    ['map', { map: 'map.yaml' }],
    ['overlay', { overlay: ['overlay.yaml'] }],
    ['a set that is rolled up', { criteria: 'vn-drug-free-province@2025' }],
    ['a set that looks back', { criteria: 'kon-tum-model@1', period: '2024' }],
  ])('with %s', async (_, raw) => {
    expect(await scoreLarge(request({ file: 'fixtures/an-giang-2025.csv', raw }), 0, PART)).toBeNull();
  });

  test('with an option that this does not know', async () => {
    const asked = request({ file: 'fixtures/an-giang-2025.csv' });
    const options = { ...asked.options, added: true };
    expect(await scoreLarge({ ...asked, options }, 0, PART)).toBeNull();
  });

  test.each(['fixtures', 'no/such/file.csv', '-'])('%s', async (file) => {
    expect(await scoreLarge(request({ file }), 0, PART)).toBeNull();
  });

  test('a file that is not large', async () => {
    expect(await scoreLarge(request({ file: 'fixtures/an-giang-2025.csv' }))).toBeNull();
  });
});

test('a file that is changed between reading and writing is told, not written about', async () => {
  const file = written('changing.csv', AN_GIANG);
  const large = await scoreLarge(request({ file }), 0, PART);
  if (large === null) throw new Error('it was not scored part by part');
  writeFileSync(file, longFile(200));
  await expect(textOf(large)).rejects.toMatchObject({ issue: { code: 'file/changed', position: { file } } });
});
