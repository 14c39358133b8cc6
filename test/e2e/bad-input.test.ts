import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

const FOLDER = join(ROOT, 'fixtures', 'e2e', 'bad-input');
const GOOD_DATA = 'fixtures/an-giang-2025.csv';
const files = readdirSync(FOLDER);
const dataFiles = files.filter((name) => name.endsWith('.csv')).sort();
const criteriaFiles = files.filter((name) => name.endsWith('.yaml') && name !== 'sound.yaml').sort();

/** What is said of each fault: told once, in the language of the reader, and nothing else happens. */
const cases = [
  ...dataFiles.map((name) => ({ name, args: ['score', name] })),
  ...criteriaFiles.map((name) => ({ name, args: ['score', join(ROOT, GOOD_DATA), '-c', name] })),
  { name: 'missing-file', args: ['score', 'only-headr.csv'] },
  { name: 'missing-criteria', args: ['score', join(ROOT, GOOD_DATA), '-c', './soud.yaml'] },
  { name: 'folder', args: ['score', '.'] },
];

describe.each(['vi', 'en'])('in %s', (lang) => {
  test.each(cases)('$name', async ({ name, args }) => {
    const folder = mkdtempSync(join(tmpdir(), 'xasach-'));
    const toFile = lang === 'vi' ? ['-o', join(folder, 'result.json')] : [];
    const ran = xasach([...args, '--lang', lang, '-q', ...toFile], { cwd: FOLDER });
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    await expect(ran.stderr).toMatchFileSnapshot(join(FOLDER, `${name}.${lang}.txt`));
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** What the golden files, which the runs above are held against, must say whatever their wording: where, and what stood there. */
test.each([
  { file: 'not-a-number.csv', places: ['not-a-number.csv:2:4', 'mười hai'] },
  { file: 'negative-count.csv', places: ['negative-count.csv:3:6', '-1'] },
  { file: 'fraction-in-count.csv', places: ['fraction-in-count.csv:4:15', '4.5'] },
  { file: 'no-residents.csv', places: ['no-residents.csv:3:3', '0'] },
  { file: 'unknown-choice.csv', places: ['unknown-choice.csv:4:10', 'intar', 'intra'] },
  { file: 'unknown-column.csv', places: ['unknown-column.csv:1:3', 'residents'] },
  { file: 'missing-column.csv', places: ['missing-column.csv:1', 'use_points'] },
  { file: 'duplicate-column.csv', places: ['duplicate-column.csv:1:17', 'residents'] },
  { file: 'duplicate-unit.csv', places: ['duplicate-unit.csv:5:1', '00002'] },
  { file: 'excepted-above-total.csv', places: ['excepted-above-total.csv:2', '00001'] },
  { file: 'many-at-once.csv', places: [':2:4', ':3:6', ':4:10', ':5:1'] },
])('$file names every place', ({ file, places }) => {
  for (const lang of ['vi', 'en']) {
    const said = readFileSync(join(FOLDER, `${file}.${lang}.txt`), 'utf8');
    expect(places.filter((place) => !said.includes(place))).toEqual([]);
  }
});

test.each(criteriaFiles.filter((name) => name !== 'empty.yaml'))('%s shows the line at fault', (name) => {
  const said = readFileSync(join(FOLDER, `${name}.vi.txt`), 'utf8');
  expect(said).toMatch(new RegExp(`${name.replace('.', '\\.')}:\\d+:\\d+`));
  expect(said).toContain('^');
});

test('the sound twin of the wrong criteria files is taken', () => {
  expect(xasach(['score', 'negative-count.csv', '-c', 'sound.yaml'], { cwd: FOLDER }).stderr).not.toContain(
    'sound.yaml:',
  );
});

test('standard input is called by its name', () => {
  const ran = xasach(['score', '-'], { input: 'code,residents\n00001,x\n' });
  expect(ran).toMatchObject({ code: 3, stdout: '' });
  expect(ran.stderr).toContain('-:');
});

test('a file that may not be read', { skip: process.platform === 'win32' || process.getuid?.() === 0 }, () => {
  const file = join(mkdtempSync(join(tmpdir(), 'xasach-')), 'data.csv');
  copyFileSync(join(ROOT, GOOD_DATA), file);
  chmodSync(file, 0);
  const ran = xasach(['score', file, '--lang', 'en']);
  expect(ran).toMatchObject({ code: 3, stdout: '' });
  expect(ran.stderr).toContain('may not read');
});
