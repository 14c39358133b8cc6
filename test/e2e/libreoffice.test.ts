import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

/*
 * Workbooks opened in a real LibreOffice. Where there is none the tests are skipped, unless REQUIRE_LIBREOFFICE says that
 * there has to be one.
 */
const PROGRAM = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0) ?? null;
const isRequired = (process.env['REQUIRE_LIBREOFFICE'] ?? '') !== '';
const folder = mkdtempSync(join(tmpdir(), 'xasach-office-'));

/** All sheets of a workbook as LibreOffice reads them, by the names of the sheets. */
function opened(name: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const out = mkdtempSync(join(folder, 'csv-'));
  const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
  const options = [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', everySheet];
  const ran = spawnSync(PROGRAM ?? '', [...options, '--outdir', out, join(folder, name)], { encoding: 'utf8' });
  const beginning = `${name.replace(/\.xlsx$/u, '')}-`;
  const files = readdirSync(out);
  if (files.length === 0) throw new Error(ran.stdout + ran.stderr);
  return new Map(
    files.map((file) => [
      file.slice(beginning.length, -'.csv'.length),
      parse(readFileSync(join(out, file), 'utf8'), { relax_column_count: true }),
    ]),
  );
}

function write(name: string, ...args: readonly string[]): ReturnType<typeof xasach> {
  return xasach([...args, '-o', join(folder, name), '-q']);
}

/** Names and codes that a spreadsheet would change if it could. */
const UNITS: readonly (readonly [string, string])[] = [
  ['00004', 'Phường Ba Đình'],
  ['00008', '=1+1'],
  ['00025', '1/2'],
  ['00031', '1e5'],
  ['00034', 'Xã | <b>'],
];

function dataFile(): string {
  const [header = '', first = ''] = readFileSync(join(ROOT, 'fixtures/report/communes.csv'), 'utf8').split('\n');
  const figures = first.split(',').slice(2).join(',');
  const path = join(folder, 'data.csv');
  writeFileSync(path, `${header}\n${UNITS.map(([code, name]) => `${code},${name},${figures}\n`).join('')}`);
  return path;
}

test('there is a LibreOffice where there has to be one', { skip: !isRequired }, () => {
  expect(PROGRAM).not.toBeNull();
});

describe('in LibreOffice', { skip: PROGRAM === null, timeout: 180_000 }, () => {
  test('a result opens with its codes as they were', () => {
    expect(write('result.xlsx', 'score', dataFile(), '-p', '2025').code).toBe(0);
    const sheets = opened('result.xlsx');
    const ranking = sheets.get('Xếp hạng') ?? [];
    const [header = [], ...rows] = ranking;
    const column = (title: string): readonly string[] => rows.map((row) => row[header.indexOf(title)] ?? '');
    expect(column('Mã')).toEqual(UNITS.map(([code]) => code));
    expect(column('Tên đơn vị')).toEqual(UNITS.map(([, name]) => name));
    expect(column('Hạng')).toEqual(UNITS.map(() => '1'));
    expect(sheets.size).toBeGreaterThan(6);
    for (const cell of [...sheets.values()].flat(2)) expect(cell).not.toMatch(/^(?:#|Err:)/u);
    const evidence = sheets.get('Lý do theo tiêu chí') ?? [];
    expect(evidence.find((row) => row[3] === 'I.a')?.slice(5, 10)).toEqual([
      'không đáp ứng',
      '0%',
      '≥',
      '0.5%',
      expect.stringMatching(/^-\d+(?:\.\d+)?$/u),
    ]);
  });

  test('the list of problems and the marked copy of the file open', () => {
    const bad = join(folder, 'bad.csv');
    writeFileSync(bad, readFileSync(dataFile(), 'utf8').replace(/^(00008,[^,]*,[^,]*,[^,]*,)/mu, '$1x'));
    expect(write('problems.xlsx', 'check', bad, '-p', '2025').code).toBe(1);
    const sheets = [...opened('problems.xlsx').values()].flat();
    expect(sheets.some((row) => row[0] === '00004')).toBe(true);
    expect(sheets.some((row) => row.some((cell) => cell.includes('bad.csv')))).toBe(true);
  });

  test('a template opens with the codes of its units', () => {
    expect(write('template.xlsx', 'template', '--units', 'vn-2025', '--province', 'Hà Nội').code).toBe(0);
    const [rows = []] = [...opened('template.xlsx').values()];
    expect(rows.map(([code]) => code)).toContain('00004');
  });

  test('what LibreOffice saves again holds the same', () => {
    expect(write('again.xlsx', 'score', dataFile(), '-p', '2025').code).toBe(0);
    const out = mkdtempSync(join(folder, 'xlsx-'));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    spawnSync(PROGRAM ?? '', [
      profile,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      out,
      join(folder, 'again.xlsx'),
    ]);
    const saved = new TextDecoder().decode(unzipSync(readFileSync(join(out, 'again.xlsx')))['xl/sharedStrings.xml']);
    expect(saved).toContain('>00004<');
    expect(saved).toContain('>=1+1<');
  });
});
