import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

const DATA = join(ROOT, 'fixtures/report/communes.csv');
const OVERLAY = 'criteria:\n  F.3:\n    test: use_points <= 1\n';

/** A folder with the data and a result of them. */
function recorded(...options: readonly string[]): { readonly folder: string; readonly result: string } {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-verify-'));
  copyFileSync(DATA, join(folder, 'data.csv'));
  writeFileSync(join(folder, 'map.yaml'), '{}\n');
  const ran = xasach(['score', 'data.csv', '-p', '2025', '-q', '-o', 'result.json', ...options], { cwd: folder });
  if (ran.code !== 0) throw new Error(ran.stderr);
  return { folder, result: join(folder, 'result.json') };
}

/** Verifies a result and gives the kinds of what differs. */
function verify(cwd: string, ...args: readonly string[]) {
  const ran = xasach(['verify', ...args, '-f', 'json'], { cwd });
  const found: { readonly differences: readonly { readonly kind: string; readonly path?: string }[] } | null =
    ran.stdout === '' ? null : JSON.parse(ran.stdout);
  return { code: ran.code, stderr: ran.stderr, differences: found?.differences.map(({ kind, path }) => path ?? kind) };
}

const SAME = { code: 0, stderr: '', differences: [] };

function changed(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} does not hold ${String(from)}`);
  writeFileSync(file, after);
}

describe('a result is worked out again', () => {
  test.each([
    { options: [] },
    { options: ['--near', '--ways'] },
    { options: ['-r', 'bands=cumulative', '-r', 'zero=literal'] },
    { options: ['--by', 'type'] },
    { options: ['--set', 'use_points=0', '--set', '30346:filed_users-=2', '--only', 'not-certified', '--top', '3'] },
    { options: ['--where', 'use_points > 0', '--readings'] },
    { options: ['--units', 'vn-2025'] },
    { options: ['-c', join(ROOT, 'criteria/vn-drug-free-2025.yaml')] },
    { options: ['--encoding', 'utf-8', '--numbers', 'vi'] },
  ])('of $options', ({ options }) => {
    const { folder } = recorded(...options);
    expect(verify(folder, 'result.json')).toEqual(SAME);
  });

  test('of an overlay, which is looked for too', () => {
    const { folder } = recorded();
    writeFileSync(join(folder, 'what-if.yaml'), OVERLAY);
    const ran = xasach(['score', 'data.csv', '-p', '2025', '-q', '--overlay', 'what-if.yaml', '-o', 'result.json'], {
      cwd: folder,
    });
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(verify(folder, 'result.json')).toEqual(SAME);
    changed(join(folder, 'what-if.yaml'), '<= 1', '<= 2');
    expect(verify(folder, 'result.json')).toMatchObject({
      code: 1,
      differences: expect.arrayContaining(['criteria', 'file']),
    });
  });

  test.each([
    { file: 'nghe-an-2022.csv', options: ['-c', 'nghe-an-clean@2022'] },
    { file: 'nghe-an-2021-2022.csv', options: ['-c', 'nghe-an-clean@2022', '-p', '2022'] },
  ])('of $file', ({ file, options }) => {
    const folder = mkdtempSync(join(tmpdir(), 'xasach-verify-'));
    expect(xasach(['score', join(ROOT, 'fixtures', file), ...options, '-q', '-o', join(folder, 'r.json')]).code).toBe(
      0,
    );
    expect(verify(folder, 'r.json')).toEqual(SAME);
  });

  test('held against an earlier result', () => {
    const { folder } = recorded();
    const args = ['score', 'data.csv', '-p', '2025', '--against', 'result.json', '-q', '-o', 'later.json'];
    expect(xasach(args, { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(verify(folder, 'later.json')).toEqual(SAME);
  });

  test('of one unit', () => {
    const { folder } = recorded();
    xasach(['explain', '30577', 'data.csv', '-p', '2025', '-q', '-f', 'json', '-o', 'unit.json'], { cwd: folder });
    expect(verify(folder, 'unit.json')).toEqual(SAME);
  });
});

describe('the data are found', () => {
  test('beside the result', () => {
    const { result } = recorded();
    expect(verify(tmpdir(), result)).toEqual(SAME);
  });

  test('in the current folder', () => {
    const { folder, result } = recorded();
    mkdirSync(join(folder, 'data'));
    renameSync(join(folder, 'data.csv'), join(folder, 'data/data.csv'));
    expect(verify(join(folder, 'data'), result)).toEqual(SAME);
  });

  test('under another name, when it is given', () => {
    const { folder, result } = recorded();
    renameSync(join(folder, 'data.csv'), join(folder, 'moved.csv'));
    expect(verify(folder, result)).toMatchObject({ code: 3, differences: undefined });
    expect(verify(folder, result, 'moved.csv')).toEqual(SAME);
  });

  test('and criteria that are given, wherever they are', () => {
    const { folder } = recorded();
    const own = join(folder, 'own.yaml');
    copyFileSync(join(ROOT, 'criteria/vn-drug-free-2025.yaml'), own);
    xasach(['score', 'data.csv', '-p', '2025', '-c', 'own.yaml', '-q', '-o', 'result.json'], { cwd: folder });
    mkdirSync(join(folder, 'elsewhere'));
    renameSync(join(folder, 'result.json'), join(folder, 'elsewhere/result.json'));
    renameSync(join(folder, 'data.csv'), join(folder, 'elsewhere/data.csv'));
    const elsewhere = join(folder, 'elsewhere');
    expect(verify(elsewhere, 'result.json', '-c', '../own.yaml')).toEqual(SAME);
    expect(verify(elsewhere, 'result.json', '-c', own)).toEqual(SAME);
    expect(xasach(['verify', 'result.json', '--lang', 'en'], { cwd: elsewhere }).stderr).toContain(
      'The file of --criteria “own.yaml”',
    );
    writeFileSync(own, `${readFileSync(own, 'utf8')}# other\n`);
    expect(verify(elsewhere, 'result.json', '-c', '../own.yaml')).toMatchObject({ code: 1 });
  });

  test('from standard input only when it is given', () => {
    const { folder } = recorded();
    const input = readFileSync(join(folder, 'data.csv'), 'utf8');
    xasach(['score', '-', '-p', '2025', '-q', '-o', 'stdin.json'], { cwd: folder, input });
    expect(verify(folder, 'stdin.json')).toMatchObject({ code: 3 });
    expect(verify(folder, 'stdin.json', 'data.csv')).toEqual(SAME);
  });
});

describe('a difference is named', () => {
  test.each<readonly [string, string | RegExp, string, readonly string[]]>([
    ['another class', /"class": "drug_free"/u, '"class": "other"', ['assessments[0].class']],
    ['another figure', '"observed": "0",', '"observed": "1",', ['assessments[0].criteria[0].observed']],
    ['another total', /"certified": 2(?=,)/u, '"certified": 3', ['summary.certified']],
    ['another engine', /"version": "[^"]+"/u, '"version": "0.0.1"', ['engine']],
    ['another hash of the criteria', /(?<="sha256": ")[0-9a-f]{64}/u, '0'.repeat(64), ['criteria']],
    ['an option that is none', '"options": {}', '"options": { "constructor": "1" }', ['options.constructor']],
    ['a key that is too much', '"certifiedX"', '', []],
  ])('%s', (_, from, to, differences) => {
    const { folder, result } = recorded();
    if (differences.length === 0) changed(result, /\}\s*$/u, ', "extra": 1 }\n');
    else changed(result, from, to);
    expect(verify(folder, result)).toEqual({
      code: 1,
      stderr: '',
      differences: differences.length === 0 ? ['extra'] : differences,
    });
  });

  test('a file that has changed, and what came of it', () => {
    const { folder, result } = recorded();
    changed(join(folder, 'data.csv'), /^(30577(?:,[^,]*){6},)/mu, '$19');
    const { code, differences } = verify(folder, result);
    expect([code, differences?.[0]]).toEqual([1, 'file']);
    expect(differences).toHaveLength(2);
  });

  test('a file that can no longer be used', () => {
    const { folder, result } = recorded();
    writeFileSync(join(folder, 'data.csv'), 'code\n1\n');
    const ran = verify(folder, result);
    expect(ran).toMatchObject({ code: 1, differences: ['file'] });
    expect(ran.stderr).toContain('data.csv');
  });
});

describe('what cannot be verified', () => {
  test.each([
    ['no JSON', 'so-lieu', 'other.json: error: This file is not JSON'],
    ['a comma too many', '{\n"format": 1,, 2', 'other.json:2:13: error: The JSON of this file is broken here.'],
    ['half a file', '{"format":', 'other.json:1:11: error: This file is cut off'],
    ['JSON of something else', '{"format":"xasach/test@1"}', 'other.json: error: This file is JSON, but not a result'],
    ['half a result', '{"format":"xasach/result@1"}', 'other.json: error: This result is not whole'],
    ['nothing', '', 'other.json: error: This file is not JSON'],
    ['bytes', '\u0000\uFFFD', 'error: The file is not UTF-8'],
  ])('%s', (_, text, told) => {
    const { folder } = recorded();
    writeFileSync(join(folder, 'other.json'), text);
    const ran = xasach(['verify', 'other.json', '--lang', 'en'], { cwd: folder });
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 3, stdout: '' });
    expect(ran.stderr).toContain(told);
  });

  test('a set that is not at hand', () => {
    const { folder, result } = recorded();
    changed(result, '"id": "vn-drug-free@2025"', '"id": "no-such-set@1"');
    expect(verify(folder, result)).toMatchObject({ code: 3 });
  });

  test('a file too many', () => {
    const { folder, result } = recorded();
    expect(verify(folder, result, 'map.yaml')).toMatchObject({ code: 2 });
  });

  test('the result is not overwritten', () => {
    const { folder } = recorded();
    expect(xasach(['verify', 'result.json', '-o', 'result.json'], { cwd: folder }).code).toBe(2);
  });
});

test.each(['vi', 'en'])('in %s', async (lang) => {
  const { folder, result } = recorded();
  expect(xasach(['verify', 'result.json', '--lang', lang], { cwd: folder }).stdout).toContain('result.json');
  changed(result, /"class": "drug_free"/u, '"class": "other"');
  changed(join(folder, 'data.csv'), /^(30577(?:,[^,]*){6},)/mu, '$19');
  const { stdout } = xasach(['verify', 'result.json', '--lang', lang], { cwd: folder });
  await expect(stdout).toMatchFileSnapshot(join(ROOT, `fixtures/e2e/verify.${lang}.txt`));
});
