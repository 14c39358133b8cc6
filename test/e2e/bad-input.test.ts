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

const NGHE_AN = join(ROOT, 'fixtures/nghe-an-2021-2022.csv');
const province = [join(ROOT, GOOD_DATA), '-c', 'vn-drug-free-province@2025', '-p', '2025'];
/** Faults of comparisons; where nothing else is said they are mended on the command line. */
const comparisons = [
  { name: 'set-unknown-indicator', args: ['--set', 'use_point=0'] },
  { name: 'set-measure', args: ['--set', 'drug_rate=0'] },
  { name: 'set-rolled-up', data: province, args: ['--set', 'key_commune_share=0%'] },
  { name: 'set-not-a-value', args: ['--set', 'key_route=intar'] },
  { name: 'set-outside-domain', args: ['--set', '30292:use_points=-1', '--set', 'residents=0'] },
  { name: 'set-no-number', args: ['--set', 'key_route+=1'] },
  { name: 'set-not-a-supposition', args: ['--set', 'use_points'] },
  { name: 'set-unknown-unit', args: ['--set', '30291:use_points=0'] },
  { name: 'set-where-above', data: province, args: ['--set', 'use_points=0', '-w', 'residents > 0'] },
  { name: 'where-unknown-name', args: ['-w', 'use_pointz > 0'] },
  { name: 'against-with-set', args: ['--set', 'use_points=0', '--against', '2024'] },
  { name: 'across-criteria-alone', args: ['--across-criteria'] },
  { name: 'against-needs-period', data: [NGHE_AN, '-c', 'nghe-an-clean@2022'], args: ['--against', '2021'] },
  { name: 'against-itself', args: ['-p', '2025', '--against', '2025'] },
  { name: 'against-no-result', args: ['--against', 'not-a-number.csv'], code: 3 },
  { name: 'against-other-set', args: ['-p', '2025', '--against', 'earlier-other-set.json'], code: 3 },
  { name: 'against-other-readings', args: ['-p', '2025', '--against', 'earlier-other-readings.json'], code: 3 },
  { name: 'against-what-if', args: ['-p', '2025', '--against', 'earlier-what-if.json'], code: 3 },
].map(({ name, data = [join(ROOT, GOOD_DATA)], args, code = 2 }) => ({
  name,
  code,
  args: ['score', ...data, ...args],
  cwd: FOLDER,
}));

/** What is said of each fault: told once, in the language of the reader, and nothing else happens. */
const cases = [
  ...dataFiles.map((name) => ({ name, args: ['score', name] })),
  ...criteriaFiles.map((name) => ({ name, args: ['score', join(ROOT, GOOD_DATA), '-c', name] })),
  { name: 'missing-file', args: ['score', 'only-headr.csv'] },
  { name: 'missing-criteria', args: ['score', join(ROOT, GOOD_DATA), '-c', './soud.yaml'] },
  { name: 'folder', args: ['score', '.'] },
  { name: 'criteria-of-another-ending', args: ['score', join(ROOT, GOOD_DATA), '-c', 'not-a-number.csv'] },
  {
    name: 'criteria-folder',
    args: ['score', 'bad-input/not-a-number.csv', '-c', 'bad-input'],
    cwd: join(FOLDER, '..'),
  },
  { name: 'no-set-in-force', args: ['score', join(ROOT, GOOD_DATA), '-p', '2020'] },
].map((fault) => ({ cwd: FOLDER, ...fault, code: 3 }));

describe.each(['vi', 'en'])('in %s', (lang) => {
  test.each([...cases, ...comparisons])('$name', async ({ name, args, code, cwd }) => {
    const folder = mkdtempSync(join(tmpdir(), 'xasach-'));
    const toFile = lang === 'vi' ? ['-o', join(folder, 'result.json')] : [];
    const ran = xasach([...args, '--lang', lang, '-q', ...toFile], { cwd });
    expect(ran).toMatchObject({ code, stdout: '' });
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
