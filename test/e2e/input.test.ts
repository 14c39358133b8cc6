import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

const FOLDER = join(ROOT, 'fixtures', 'e2e', 'input');
const AN_GIANG = join(ROOT, 'fixtures', 'an-giang-2025.csv');
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'xasach-'));
const LANGS = ['vi', 'en'] as const;

interface Assessed {
  readonly unit: { readonly code: string; readonly name: string | null };
  readonly class: string | null;
  readonly candidates: readonly string[];
}

function assessments(stdout: string): readonly Assessed[] {
  const result: { readonly assessments: readonly Assessed[] } = JSON.parse(stdout);
  return result.assessments;
}

describe('a workbook in the layout of an official report', () => {
  test('is scored without editing, as its figures in a CSV are', () => {
    const report = xasach(['score', 'fixtures/official-report-2025.xlsx', '-p', '2025', '-f', 'json', '-q']);
    expect(report).toMatchObject({ code: 0, stderr: '' });
    const plain = xasach(['score', AN_GIANG, '-p', '2025', '-f', 'json', '-q']);
    const classesIn = (stdout: string) =>
      assessments(stdout).map((one) => [one.unit.code, one.unit.name, one.class, one.candidates]);
    expect(classesIn(report.stdout)).toEqual(classesIn(plain.stdout).slice(0, 15));
  });

  test('its totals were checked and nothing is wrong with it', () => {
    const { code, stdout } = xasach(['check', 'fixtures/official-report-2025.xlsx', '-p', '2025', '-f', 'json']);
    expect(code).toBe(0);
    const found: { readonly issues: readonly { readonly code: string }[] } = JSON.parse(stdout);
    expect(found.issues.map((issue) => issue.code)).toEqual([
      'period/begins-before-effective',
      'data/rows-above-header',
      'data/notes-ignored',
    ]);
  });
});

describe("Nghệ An's communes of June 2025", () => {
  const COLUMNS = [
    'residents',
    'filed_addicts',
    'filed_users',
    'use_points',
    'offenders_arrested',
    'plants_destroyed',
    'plant_area_m2',
    'key_route',
    'resident_drug_people',
    'excepted_substitution',
    'excepted_home_treatment',
    'excepted_post_treatment',
    'resident_violators',
    'wanted_hiding',
  ];
  const read = (name: string) =>
    readFileSync(join(ROOT, 'criteria', 'registry', name), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
  const today = new Set(
    read('units-vn-2025.csv')
      .filter(([, , , province]) => province === '40')
      .map(([code]) => code),
  );
  const former = new Map(
    read('lineage-vn-2025.csv')
      .filter(([, , code]) => today.has(code))
      .map(([code = '', name = '']) => [code, name]),
  );
  const rows = [...former]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([code, name], row) => [
      code,
      name,
      1000 + ((row * 37) % 900),
      ...[3, 5, 7, 11, 13, 17].map((prime) => (row * prime) % 3),
      'none',
      20 + (row % 9),
      row % 2,
      0,
      1,
      row % 4,
      row % 3,
    ]);
  const file = join(newFolder(), 'communes-2025-06.csv');
  writeFileSync(file, [['code', 'name', ...COLUMNS], ...rows].map((row) => `${row.join(',')}\n`).join(''));

  test('become 130 units whose figures add up to the same', () => {
    expect([former.size, today.size]).toEqual([412, 130]);
    const ran = xasach([
      'score',
      file,
      '-p',
      '2025',
      '--lineage',
      'vn-2025',
      '--units',
      'vn-2025',
      '-f',
      'json',
      '--lang',
      'en',
    ]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('Figures of 403 former units were carried to 121 units of today');
    expect(ran.stderr).not.toContain('←');
    const result: {
      readonly assessments: readonly (Assessed & {
        readonly criteria: readonly { readonly id: string; readonly observed: string }[];
      })[];
    } = JSON.parse(ran.stdout);
    expect(result.assessments).toHaveLength(130);
    // Two criteria show a bare figure; the others show ratios.
    const sumOf = (id: string): number =>
      result.assessments.reduce(
        (sum, { criteria }) => sum + Number(criteria.find((one) => one.id === id)?.observed),
        0,
      );
    const column = (id: string): number => rows.reduce((sum, row) => sum + Number(row[2 + COLUMNS.indexOf(id)]), 0);
    expect(sumOf('F.3')).toBe(column('use_points'));
    expect(sumOf('F.1')).toBe(
      column('resident_drug_people') -
        column('excepted_substitution') -
        column('excepted_home_treatment') -
        column('excepted_post_treatment'),
    );
  });

  test('are listed by check with the units they went into', () => {
    const { code, stdout } = xasach(['check', file, '-p', '2025', '--lineage', 'vn-2025']);
    expect(code).toBe(0);
    expect(stdout.match(/←/g)).toHaveLength(121);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Phường Thành Vinh (16681) ← Phường Đông Vĩnh (16663), Phường Lê Lợi (16669)',
    );
  });
});

describe.each(LANGS)('in %s', (lang) => {
  const checks = [
    { name: 'two-offices', args: ['police.csv', 'health.csv', '--units', 'units.csv'] },
    {
      name: 'two-offices-mapped',
      args: ['police.csv', 'health.csv', '--units', 'units.csv', '--map', 'map.yaml', '--numbers', 'vi'],
    },
    { name: 'persons', args: ['persons.csv'] },
  ];
  test.each(checks)('check: $name', async ({ name, args }) => {
    const ran = xasach(['check', ...args, '-p', '2025', '--lang', lang], { cwd: FOLDER });
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    await expect(ran.stdout).toMatchFileSnapshot(join(FOLDER, `${name}.${lang}.txt`));
  });

  test('columns about persons are refused, and nothing of them is repeated', async () => {
    const folder = newFolder();
    const ran = xasach(['score', 'persons.csv', '-p', '2025', '-q', '--lang', lang, '-o', join(folder, 'a.csv')], {
      cwd: FOLDER,
    });
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(readdirSync(folder)).toEqual([]);
    expect(ran.stderr).toContain('persons.csv:1:17');
    expect(ran.stderr).toContain('persons.csv:1:18');
    expect(ran.stderr).not.toMatch(/Nguyễn|Trần|0010990|090000/);
  });
});

describe('what the files do not say', () => {
  test('standard input is one of several files', () => {
    const input = readFileSync(join(FOLDER, 'police.csv'), 'utf8');
    const args = [
      '-',
      'health.csv',
      '--units',
      'units.csv',
      '--map',
      'map.yaml',
      '--numbers',
      'vi',
      '-p',
      '2025',
      '--lang',
      'en',
    ];
    const ran = xasach(['score', ...args], { cwd: FOLDER, input });
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain('health.csv:2:3: error: Unit 00004');
    expect(ran.stderr.replaceAll(/\s+/g, ' ')).toContain('“1” in -, line 3, column 5');
  });

  test('--encoding is believed; a wrong one is refused', () => {
    const file = join(newFolder(), 'a.csv');
    const lines = readFileSync(AN_GIANG, 'utf8').split('\n').slice(0, 5);
    writeFileSync(file, iconv.encode(`${lines.join('\n')}\n`, 'tcvn'));
    const read = (...more: readonly string[]) =>
      xasach(['score', file, '-p', '2025', '-f', 'csv', '--lang', 'en', ...more]);
    const detected = read();
    expect(detected.stderr).toContain('encoded in TCVN3');
    expect(read('--encoding', 'tcvn3')).toMatchObject({ code: 0, stdout: detected.stdout });
    expect(read('--encoding', 'windows-1258')).toMatchObject({ code: 3, stdout: '' });
    expect(read('--encoding', 'latin1').code).toBe(2);
  });

  test('--sheet names a sheet that must be there', () => {
    const file = 'fixtures/official-report-2025.xlsx';
    const read = (sheet: string) => xasach(['score', file, '-p', '2025', '-q', '--lang', 'en', '--sheet', sheet]);
    expect(read('Biểu 01'.normalize('NFD')).code).toBe(0);
    const other = read('Biểu 02');
    expect(other).toMatchObject({ code: 3, stdout: '' });
    expect(other.stderr).toContain('Did you mean “Biểu 01”?');
  });

  test('--sheet looks for a name of digits before it counts', () => {
    const parts = unzipSync(readFileSync(join(ROOT, 'fixtures', 'official-report-2025.xlsx')));
    const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    const file = join(newFolder(), 'numbered.xlsx');
    writeFileSync(file, zipSync({ ...parts, 'xl/workbook.xml': strToU8(book.replace('"Biểu 01"', '"02"')) }));
    const read = (sheet: string) => xasach(['score', file, '-p', '2025', '-q', '--sheet', sheet]).code;
    expect(['02', '1', '2', '03'].map(read)).toEqual([0, 0, 3, 3]);
  });
});

describe('workbooks out', () => {
  test('check marks a copy', () => {
    const file = join(newFolder(), 'problems.xlsx');
    const ran = xasach(['check', 'fixtures/e2e/bad-input/many-at-once.csv', '-o', file]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(/^Đã ghi .*problems\.xlsx: \d+ lỗi.*\.\n$/u);
    expect(xasach(['check', 'fixtures/e2e/bad-input/many-at-once.csv', '-o', file, '-q']).stderr).toBe('');
    expect(Object.keys(unzipSync(readFileSync(file))).filter((name) => name.includes('comments'))).toEqual([
      'xl/comments2.xml',
      'xl/drawings/comments2.vml',
    ]);
  });

  test('template fills in the units of a province, and what comes out goes in', () => {
    const folder = newFolder();
    const make = (name: string, ...more: readonly string[]) =>
      xasach(['template', '--units', 'vn-2025', '--province', 'an giang', '-o', join(folder, name), ...more]);
    expect(make('a.xlsx')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(make('b.csv', '--excel')).toEqual({ code: 0, stdout: '', stderr: '' });
    for (const name of ['a.xlsx', 'b.csv']) {
      const ran = xasach(['score', join(folder, name), '-p', '2025', '-f', 'json', '--units', 'vn-2025', '-q']);
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      expect(assessments(ran.stdout)).toHaveLength(102);
      expect(assessments(ran.stdout).every((one) => one.class === null)).toBe(true);
    }
  });

  test('a template takes the place of no file that may be filled in', () => {
    const folder = newFolder();
    const file = join(folder, 'mau.csv');
    writeFileSync(file, 'code,residents\n00004,8120\n');
    const ran = xasach(['template', '-o', file]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(`Đã có tệp “${file}”`);
    expect(readFileSync(file, 'utf8')).toContain('00004,8120');
    writeFileSync(file, '');
    expect(xasach(['template', '-o', file, '-q'])).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(folder)).toEqual(['mau.csv']);
  });

  test.each([
    { args: ['--province', 'An Giang'], says: '--units' },
    { args: ['--units', 'vn-2025', '--province', 'An Gian'], says: 'Tỉnh An Giang' },
    { args: ['--units', 'vn-2024'], says: 'vn-2025' },
  ])('template $args is refused', ({ args, says }) => {
    const ran = xasach(['template', ...args]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(says);
  });
});

test('several periods of one set are told to be counted together, and no target is held against them', () => {
  const args = ['score', 'fixtures/nghe-an-2021-2022.csv', '-c', 'nghe-an-clean@2022', '-f', 'json', '--lang', 'en'];
  const { code, stdout, stderr } = xasach(args);
  const result: { readonly summary: { readonly targets: readonly unknown[] } } = JSON.parse(stdout);
  expect([code, result.summary.targets]).toEqual([0, []]);
  expect(stderr.replaceAll(/\s+/gu, ' ')).toContain(
    'The data has several periods: 2021, 2022. Each is ranked by itself',
  );
  expect(xasach([...args, '-p', '2022']).stderr).not.toContain('several periods');
});
