import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { compile } from '../../src/assess/index.ts';
import type { CriteriaSet } from '../../src/criteria/index.ts';
import { type DataFile, readDataset } from '../../src/data/index.ts';
import { rank, summarise } from '../../src/rank/index.ts';
import { PLAIN, writeJson } from '../../src/report/index.ts';
import { criteria } from '../report/communes.ts';

/*
 * One logical table, ten communes of An Giang, written in every way offices write it: all give the same assessments,
 * byte for byte.
 */

const SET: CriteriaSet = criteria();
const ASSESSOR = compile(SET);
const SOURCE = readFileSync(new URL('../../fixtures/an-giang-2025.csv', import.meta.url), 'utf8');
const [IDS = [], ...ALL] = SOURCE.trim()
  .split('\n')
  .map((line) => line.split(','));
const AREA = IDS.indexOf('plant_area_m2');
/** Fractions in one column; no blank cell, for where that stands is part of a result. */
const ROWS = ALL.filter((cells) => cells.every((cell) => cell !== ''))
  .slice(0, 10)
  .map((cells, row) => cells.map((cell, field) => (field === AREA ? String(row * 617.25) : cell)));
const NUMBERS = new Set(
  IDS.flatMap((id, field) => (['count', 'decimal'].includes(SET.indicators.get(id)?.type ?? '') ? [field] : [])),
);

type HeaderStyle = 'id' | 'label' | 'english' | 'alias';
type NumberWriting = 'plain' | 'vi' | 'en' | 'spaces';

const UNIT_HEADERS: Readonly<Record<string, Readonly<Record<HeaderStyle, string>>>> = {
  code: { id: 'code', label: 'Mã đơn vị', english: 'Unit code', alias: 'Mã xã' },
  name: { id: 'name', label: 'Tên đơn vị', english: 'Unit name', alias: 'Xã, phường, đặc khu' },
  province: { id: 'province', label: 'Tỉnh, thành phố', english: 'Province', alias: 'Tỉnh/TP' },
  type: { id: 'type', label: 'Loại đơn vị', english: 'Unit type', alias: 'Loại hình' },
};

function headerOf(id: string, style: HeaderStyle): string {
  const indicator = SET.indicators.get(id);
  if (indicator === undefined) return UNIT_HEADERS[id]?.[style] ?? id;
  switch (style) {
    case 'id':
      return id;
    case 'label':
      return indicator.label.vi;
    case 'english':
      return indicator.label.en;
    case 'alias':
      return indicator.aliases[0] ?? indicator.label.vi;
    default:
      return style satisfies never;
  }
}

function numberAs(text: string, writing: NumberWriting): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = (mark: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, mark);
  switch (writing) {
    case 'plain':
      return text;
    case 'vi':
      return grouped('.') + (fraction === undefined ? '' : `,${fraction}`);
    case 'en':
      return grouped(',') + (fraction === undefined ? '' : `.${fraction}`);
    case 'spaces':
      return grouped('\u00a0') + (fraction === undefined ? '' : `,${fraction}`);
    default:
      return writing satisfies never;
  }
}

function tableAs(headers: HeaderStyle, writing: NumberWriting): readonly (readonly string[])[] {
  const rows = ROWS.map((cells) => cells.map((cell, field) => (NUMBERS.has(field) ? numberAs(cell, writing) : cell)));
  return [IDS.map((id) => headerOf(id, headers)), ...rows];
}

function csvOf(table: readonly (readonly string[])[], delimiter: string): string {
  const quoted = (cell: string): string =>
    cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  return table.map((cells) => `${cells.map(quoted).join(delimiter)}\r\n`).join('');
}

/** The combining marks of windows-1258: a vowel with its hat, then its tone. */
const forWindows1258 = (text: string): string =>
  text
    .normalize('NFD')
    .replace(
      /([aeouAEOU])([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306\u031b])([\u0300\u0301\u0303\u0309\u0323]?)/g,
      (_, base: string, below: string, hat: string, tone: string) => `${(base + hat).normalize('NFC')}${below}${tone}`,
    );

const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8, NFD', (text) => Buffer.from(text.normalize('NFD'))],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-8 with a mark, NFD', (text) => Buffer.from(`\ufeff${text.normalize('NFD')}`)],
  ['UTF-16LE', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16LE, NFD', (text) => Buffer.from(`\ufeff${text.normalize('NFD')}`, 'utf16le')],
  ['UTF-16BE', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['windows-1258', (text) => iconv.encode(forWindows1258(text), 'windows1258')],
  ['TCVN3', (text) => iconv.encode(text, 'tcvn')],
  ['VISCII', (text) => iconv.encode(text, 'viscii')],
];
const DELIMITERS = [',', ';', '\t', '|'] as const;
const WRITINGS: readonly NumberWriting[] = ['plain', 'vi', 'en', 'spaces'];
const HEADERS: readonly HeaderStyle[] = ['id', 'label', 'english', 'alias'];

/** The assessments as JSON writes them, or what is wrong. */
async function assessmentsOf(file: DataFile): Promise<string> {
  const dataset = await readDataset(file, SET);
  const errors = dataset.issues.filter(({ severity }) => severity !== 'note');
  if (errors.length > 0) return JSON.stringify(errors);
  const assessments = ASSESSOR.assess(dataset);
  const provenance = { version: '0', options: {}, period: '2025', issues: [] };
  const scored = { assessments, ranking: rank(assessments), summary: summarise(assessments), provenance };
  const json = writeJson(scored, { lang: 'vi', width: 80, paint: PLAIN });
  const from = json.indexOf('"summary"');
  if (from < 0) throw new Error('the result has no summary');
  return json.slice(from);
}

const EXPECTED = await assessmentsOf({ name: 'a.csv', text: csvOf(tableAs('id', 'plain'), ',') });

describe('one table as CSV', () => {
  it('is assessed at all', () => {
    expect(ROWS).toHaveLength(10);
    expect(EXPECTED).toContain('"assessments"');
    expect(EXPECTED).toContain('5555.25');
  });

  it.each(ENCODINGS.map(([encoding, encode], turn) => ({ encoding, encode, turn })))(
    'in $encoding, with every delimiter and every style of numbers',
    async ({ encoding, encode, turn }) => {
      // A no-break space is a letter of the old encodings.
      const writings = /^(?:TCVN3|VISCII)/.test(encoding) ? WRITINGS.filter((one) => one !== 'spaces') : WRITINGS;
      for (const [place, writing] of writings.entries()) {
        for (const [other, delimiter] of DELIMITERS.entries()) {
          // Headers take turns: each meets every delimiter and every style.
          const headers = HEADERS[(turn + place + other) % HEADERS.length] ?? 'id';
          const bytes = encode(csvOf(tableAs(headers, writing), delimiter));
          const read = await assessmentsOf({ name: 'a.csv', bytes });
          if (read !== EXPECTED)
            expect({ delimiter, writing, headers, read }).toEqual({ delimiter, writing, headers, read: EXPECTED });
        }
      }
    },
  );
});

describe('one table as a workbook', () => {
  const ways = HEADERS.flatMap((headers) =>
    (['NFC', 'NFD'] as const).flatMap((form) =>
      (['numbers', 'vi', 'en'] as const).map((cells) => ({ headers, form, cells })),
    ),
  );

  it.each(ways)('headers by $headers, $form, cells as $cells', async ({ headers, form, cells }) => {
    const table = tableAs(headers, cells === 'numbers' ? 'plain' : cells).map((row, index) =>
      row.map((cell, field) =>
        cells === 'numbers' && index > 0 && NUMBERS.has(field)
          ? { value: Number(cell), type: Number }
          : { value: cell.normalize(form), type: String },
      ),
    );
    const bytes = await writeXlsxFile(table).toBuffer();
    expect(await assessmentsOf({ name: 'a.xlsx', bytes })).toBe(EXPECTED);
  });
});
