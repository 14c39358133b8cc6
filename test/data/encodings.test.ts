import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { isGarbled } from '../../src/data/files/garbled.ts';
import { type Encoding, partReader, readCsv, readDataset } from '../../src/data/index.ts';
import { ONE_COUNT } from './set.ts';

const TEXT = 'Mã xã;Tên xã;Tỉnh;cases\n17611;Xã Vân Tụ;Nghệ An;3\n17629;Phường Trường Vinh;Nghệ An;0\n'.normalize(
  'NFC',
);
/** The combining marks of windows-1258: a vowel with its hat, then its tone. */
const forWindows1258 = (text: string): string =>
  text
    .normalize('NFD')
    .replace(
      /([aeouAEOU])([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306\u031b])([\u0300\u0301\u0303\u0309\u0323]?)/g,
      (_, base: string, below: string, hat: string, tone: string) => `${(base + hat).normalize('NFC')}${below}${tone}`,
    );

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const WRITTEN: readonly (readonly [string, Encoding, string | null, Uint8Array])[] = [
  ['UTF-8', 'utf-8', null, Buffer.from(TEXT)],
  ['UTF-8 with a mark', 'utf-8', null, Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-8 decomposed', 'utf-8', null, Buffer.from(TEXT.normalize('NFD'))],
  ['UTF-16LE with a mark', 'utf-16le', 'UTF-16LE', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16BE with a mark', 'utf-16be', 'UTF-16BE', utf16be(`\ufeff${TEXT}`)],
  ['UTF-16LE without a mark', 'utf-16le', 'UTF-16LE', Buffer.from(TEXT, 'utf16le')],
  ['UTF-16BE without a mark', 'utf-16be', 'UTF-16BE', utf16be(TEXT)],
  ['windows-1258', 'windows-1258', 'windows-1258', iconv.encode(forWindows1258(TEXT), 'windows1258')],
  ['TCVN3', 'tcvn3', 'TCVN3 (ABC)', iconv.encode(TEXT, 'tcvn')],
  ['VISCII', 'viscii', 'VISCII', iconv.encode(TEXT, 'viscii')],
];
const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);

describe('one table in every encoding', () => {
  it.each(WRITTEN)('%s is detected', async (_, __, name, bytes) => {
    const { units, columns, issues } = await readDataset({ name: 'a.csv', bytes }, ONE_COUNT);
    expect(units.name).toEqual(['Xã Vân Tụ', 'Phường Trường Vinh']);
    expect(units.groups.get('province')).toEqual(['Nghệ An', 'Nghệ An']);
    expect(columns.get('cases')?.values).toEqual(Float64Array.of(3, 0));
    expect(issues.map(({ code, severity, args }) => [code, severity, args])).toEqual(
      name === null ? [] : [['data/encoding', 'note', { encoding: name }]],
    );
  });

  it.each(WRITTEN)('%s can be forced', async (_, encoding, __, bytes) => {
    const { units } = await readDataset({ name: 'a.csv', bytes }, ONE_COUNT, { encoding });
    expect(units.name).toEqual(['Xã Vân Tụ', 'Phường Trường Vinh']);
  });

  it.each(WRITTEN)('%s is read at once too', (_, __, name, bytes) => {
    const { units, issues } = readCsv({ name: 'a.csv', bytes }, ONE_COUNT);
    expect([units.code, issues.length]).toEqual([['17611', '17629'], name === null ? 0 : 1]);
  });
});

describe('names of the official registry, each alone in a file', () => {
  const CODECS: readonly (readonly [Encoding, string])[] = [
    ['windows-1258', 'windows1258'],
    ['tcvn3', 'tcvn'],
    ['viscii', 'viscii'],
  ];
  const lines = readFileSync('criteria/registry/units-vn-2025.csv', 'utf8').trim().split('\n').slice(1);
  const names = [...new Set(lines.flatMap((line) => [line.split(',')[1] ?? '', line.split(',')[4] ?? '']))];
  const written = (name: string, [encoding, codec]: readonly [Encoding, string]): Uint8Array => {
    const text = `code;name;cases\n00004;${name};3\n`;
    return iconv.encode(encoding === 'windows-1258' ? forWindows1258(text) : text, codec);
  };
  const misread = (encoding: readonly [Encoding, string], forced: Encoding | null): readonly string[] =>
    names.filter((name) => {
      const { units } = readCsv({ name: 'a.csv', bytes: written(name, encoding) }, ONE_COUNT, { encoding: forced });
      return units.name[0] !== name;
    });

  it('are 34 provinces and their communes', () => {
    expect(new Set(lines.map((line) => line.split(',')[4])).size).toBe(34);
    expect(names).toContain('Tỉnh Đắk Lắk');
  });

  it.each(CODECS)('are read in %s', (...encoding) => {
    expect(misread(encoding, null)).toEqual([]);
  });

  it.each(CODECS)('are read where somebody has said %s', (...encoding) => {
    expect(misread(encoding, encoding[0])).toEqual([]);
  });

  it.each(CODECS)('or names that nobody knows, where somebody has said %s', (...encoding) => {
    const bytes = written('Plơi Kơtưng', encoding);
    const { units, issues } = readCsv({ name: 'a.csv', bytes }, ONE_COUNT, { encoding: encoding[0] });
    expect([units.name, codes(issues)]).toEqual([['Plơi Kơtưng'], ['data/encoding']]);
  });
});

describe('nonsense is an error and no guess', () => {
  const [, , , , , , , windows, tcvn, viscii] = WRITTEN.map(([, , , bytes]) => bytes);
  const latin = Buffer.from('code;name;cases\n1;Café Zürich;2\n2;Malmö;3\n', 'latin1');
  it.each<[string, Uint8Array | undefined, Encoding | null, string, number]>([
    ['another language', latin, null, 'data/unknown-encoding', 2],
    [
      'a cut character',
      Buffer.from([...Buffer.from('code;cases\n1;Xã'), 0xe1, 0xbb]),
      null,
      'data/unknown-encoding',
      2,
    ],
    ['TCVN3 forced to windows-1258', tcvn, 'windows-1258', 'data/undecodable', 1],
    ['VISCII forced to TCVN3', viscii, 'tcvn3', 'data/undecodable', 1],
    ['windows-1258 forced to TCVN3', windows, 'tcvn3', 'data/undecodable', 1],
    ['windows-1258 forced to UTF-8', windows, 'utf-8', 'data/not-utf8', 1],
    ['UTF-8 forced to TCVN3', Buffer.from(TEXT), 'tcvn3', 'data/undecodable', 1],
    ['UTF-8 forced to UTF-16', Buffer.from(`${TEXT} `), 'utf-16le', 'data/undecodable', 1],
  ])('%s', async (_, bytes, encoding, code, line) => {
    const dataset = await readDataset({ name: 'a.csv', bytes: bytes ?? latin }, ONE_COUNT, { encoding });
    expect(dataset.rows).toBe(0);
    expect(dataset.issues).toMatchObject([{ code, severity: 'error', position: { file: 'a.csv', line } }]);
  });

  it('is not decided by words that two encodings can read', async () => {
    const bytes = Uint8Array.from([...Buffer.from('code;name;cases\n1;H'), 0xb7, ...Buffer.from(';2\n')]);
    const { issues } = await readDataset({ name: 'a.csv', bytes }, ONE_COUNT);
    expect(codes(issues)).toEqual(['data/unknown-encoding']);
  });
});

describe('letters that were lost before the file came here', () => {
  const PAGES = ['latin1', 'windows1252', 'windows1258'] as const;
  const NAMES = [
    'Xã An',
    'Tỉnh Đắk Lắk',
    'Phường Mỹ Thới',
    'Đặc khu Phú Quốc',
    'Xã Ngũ Kiên',
    'XÃ VÂN TỤ',
    'Xã Đình Lập',
  ];
  const twice = (text: string, page: string): string => iconv.decode(Buffer.from(text), page);
  const told = (name: string) =>
    readCsv({ name: 'a.csv', text: `code;name;cases\n00004;${name};3\n` }, ONE_COUNT).issues.map((found) => [
      found.code,
      found.severity,
      found.position?.line,
      found.position?.column,
      found.args,
    ]);

  it.each(PAGES.flatMap((page) => NAMES.map((name) => [name, page])))(
    '%s, read as %s and written again',
    (name, page) => {
      expect(told(twice(name, page))).toEqual([['data/garbled-text', 'error', 2, 2, { fault: 'twice' }]]);
    },
  );

  it('signs in place of letters', () => {
    expect(told('X\ufffd An')).toEqual([['data/garbled-text', 'error', 2, 2, { fault: 'lost' }]]);
  });

  it.each(['X? An', 'Ti?n Giang', '?ình Cao'])('a question mark in a name: %s', (name) => {
    expect(told(name)).toEqual([['data/lost-letters', 'warning', 2, 2, { header: 'name' }]]);
  });

  it.each([
    '“XÃ” Ã À Á',
    'Xã Cá”',
    'má» ',
    'XÃ\u00a0VÂN TỤ',
    'Chưa rõ ?',
    'Ă-đờ-xen',
    'Zürich Malmö Åland Ægir',
    '“á”–Á',
  ])('sound text is none of this: %s', (name) => {
    expect(told(name)).toEqual([]);
  });

  it('no name of the registry is', () => {
    const files = ['units', 'lineage'].map((file) => readFileSync(`criteria/registry/${file}-vn-2025.csv`, 'utf8'));
    for (const text of files.flatMap((file) => [file, file.toUpperCase()])) expect(isGarbled(text)).toBe(false);
  });

  it('is seen in a part of a long file', () => {
    const rows = Array.from({ length: 60 }, (_, row) => `${10_000 + row};Xã ${row};1\n`).join('');
    expect(partReader('a.csv', ONE_COUNT).read(`code;name;cases\n${rows}20000;XÃ£ An;1\n`, true)).toBeNull();
  });
});

describe('texts of a workbook', () => {
  /** As it stands in a cell that was typed in a font with the encoding. */
  const typedIn = (codec: string, text: string): string => iconv.decode(iconv.encode(text, codec), 'windows1252');
  const NAMES = ['Phường Bình Đức', 'Xã Hòa Bình', 'Xã Bờ Y'];
  const readNames = async (header: readonly string[], names: readonly string[]) => {
    const rows = names.map((name, row) => [String(17_611 + row), name, 1]);
    const bytes = await writeXlsxFile([[...header, 'cases'], ...rows]).toBuffer();
    const { units, issues } = await readDataset({ name: 'a.xlsx', bytes: new Uint8Array(bytes) }, ONE_COUNT);
    return { names: units.name, told: issues.map(({ code, args }) => [code, args]) };
  };

  it.each([
    ['tcvn', 'TCVN3 (ABC)', (text: string): string => typedIn('tcvn', text)],
    ['tcvn', 'TCVN3 (ABC)', (text: string): string => text],
  ])('typed in a font of %s are read as Unicode', async (codec, encoding, typedHeader) => {
    const typed = NAMES.map((name) => typedIn(codec, name));
    expect(typed).not.toEqual(NAMES);
    expect(await readNames(['Mã xã', 'Tên xã'].map(typedHeader), typed)).toEqual({
      names: NAMES,
      told: [['data/legacy-font', { encoding }]],
    });
  });

  it.each([[NAMES], [['Xã Hà', 'Xã Lý']], [['Krông Búk', 'Xã Pù Nhi', 'Thị trấn Ea Súp']], [['Café São', 'Ñandú']]])(
    'in Unicode stay as they are: %j',
    async (names) => {
      expect(await readNames(['code', 'name'], names)).toEqual({ names, told: [] });
    },
  );
});
