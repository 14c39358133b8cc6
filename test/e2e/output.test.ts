import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

const DATA = join(ROOT, 'fixtures/an-giang-2025.csv');
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'xasach-'));
const score = (...args: readonly string[]): ReturnType<typeof xasach> =>
  xasach(['score', DATA, '-p', '2025', '-q', ...args]);

describe('--output', () => {
  test.each([
    { ending: 'csv', format: 'csv' },
    { ending: 'JSON', format: 'json' },
    { ending: 'ndjson', format: 'ndjson' },
    { ending: 'jsonl', format: 'ndjson' },
    { ending: 'md', format: 'md' },
    { ending: 'txt', format: 'table' },
  ])('.$ending is written as $format', ({ ending, format }) => {
    const folder = newFolder();
    const ran = score('-o', join(folder, `result.${ending}`));
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(folder)).toEqual([`result.${ending}`]);
    expect(readFileSync(join(folder, `result.${ending}`), 'utf8')).toBe(score('-f', format).stdout);
  });

  test('.xlsx is written as a workbook', () => {
    const file = join(newFolder(), 'result.XLSX');
    expect(score('-o', file)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(file).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  });

  test('- is standard output', () => {
    expect(score('-o', '-', '-f', 'json').stdout).toBe(score('-f', 'json').stdout);
  });

  test('replaces a file whole, keeping its permissions', () => {
    const file = join(newFolder(), 'result.csv');
    writeFileSync(file, 'x'.repeat(1_000_000));
    chmodSync(file, 0o640);
    score('-o', file);
    expect(readFileSync(file, 'utf8')).toBe(score('-f', 'csv').stdout);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test('writes through a symbolic link', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'real.csv'), '');
    symlinkSync('real.csv', join(folder, 'link.csv'));
    score('-o', join(folder, 'link.csv'));
    expect(readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink())).toHaveLength(1);
    expect(statSync(join(folder, 'real.csv')).size).toBeGreaterThan(1000);
  });

  test('never overwrites the data, by whatever name', () => {
    const folder = newFolder();
    const data = join(folder, 'data.csv');
    copyFileSync(DATA, data);
    symlinkSync('data.csv', join(folder, 'link.csv'));
    for (const output of [data, join(folder, '.', 'link.csv')]) {
      expect(xasach(['score', data, '-o', output])).toMatchObject({ code: 2, stdout: '' });
    }
    expect(readFileSync(data)).toEqual(readFileSync(DATA));
  });

  test('leaves the old file when the data is wrong', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'result.csv'), 'old');
    const ran = xasach([
      'score',
      join(ROOT, 'fixtures/e2e/bad-input/negative-count.csv'),
      '-o',
      join(folder, 'result.csv'),
    ]);
    expect(ran.code).toBe(3);
    expect(readdirSync(folder)).toEqual(['result.csv']);
    expect(readFileSync(join(folder, 'result.csv'), 'utf8')).toBe('old');
  });

  test('a device stays a device', { skip: process.platform === 'win32' }, () => {
    expect(score('-o', '/dev/null').code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('--excel', () => {
  test('is CSV as Excel in Viet Nam opens it', () => {
    const { stdout } = score('-f', 'csv', '--excel');
    expect(stdout.startsWith('\uFEFF')).toBe(true);
    expect(stdout).toContain(';');
    expect(stdout).toContain('\r\n');
  });
});

describe('colour', () => {
  const ESCAPE = '\u001B[';
  test.each([
    { args: [], env: {}, colored: false },
    { args: ['--color', 'never'], env: {}, colored: false },
    { args: ['--color', 'always'], env: {}, colored: true },
    { args: ['--color', 'always'], env: { NO_COLOR: '1' }, colored: true },
    { args: [], env: { FORCE_COLOR: '3' }, colored: false },
  ])('$args $env', ({ args, env, colored }) => {
    const { stdout } = xasach(['score', DATA, ...args], { env });
    expect(stdout.includes(ESCAPE)).toBe(colored);
  });

  test('never goes into a file', () => {
    const file = join(newFolder(), 'result.txt');
    score('-o', file, '--color', 'always');
    expect(readFileSync(file, 'utf8')).not.toContain(ESCAPE);
  });
});

describe('standard error', () => {
  test('warns, and --quiet does not', () => {
    expect(xasach(['score', DATA]).stderr).toContain('cảnh báo');
    expect(xasach(['score', DATA, '-q']).stderr).toBe('');
  });

  test('--quiet still tells errors', () => {
    expect(xasach(['score', 'none.csv', '-q']).stderr).toContain('none.csv');
  });
});

test('a reader that goes away is no fault', { skip: process.platform === 'win32' }, () => {
  const command = `"${process.execPath}" bin/xasach.js score "${DATA}" -f json | head -c 10; echo " \${PIPESTATUS[0]}"`;
  const ran = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
  expect(ran.stdout).toBe('{\n  "forma 0\n');
  expect(ran.stderr).not.toMatch(/EPIPE|\n\s+at /);
});

test('a long result reaches a slow reader whole', { skip: process.platform === 'win32' }, () => {
  const command = `"${process.execPath}" bin/xasach.js score "${DATA}" -q -f json | (sleep 0.5; wc -c)`;
  const ran = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
  const { stdout } = xasach(['score', 'fixtures/an-giang-2025.csv', '-q', '-f', 'json']);
  const own = Buffer.byteLength(stdout.replaceAll('fixtures/an-giang-2025.csv', DATA));
  expect(Number(ran.stdout)).toBe(own);
  expect(own).toBeGreaterThan(128 * 1024);
});
