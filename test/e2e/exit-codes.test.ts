import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

const DATA = 'fixtures/an-giang-2025.csv';
const scratch = mkdtempSync(join(tmpdir(), 'xasach-'));
const FIRST_TWO_ROWS = readFileSync(join(ROOT, DATA), 'utf8').split('\n').slice(0, 3).join('\n');

describe('exit code', () => {
  const cases: readonly { readonly code: number; readonly args: readonly string[]; readonly input?: string }[] = [
    { code: 0, args: ['--version'] },
    { code: 0, args: ['--help'] },
    { code: 0, args: ['help', 'score'] },
    { code: 0, args: ['score', '--help'] },
    { code: 0, args: ['help', 'help'] },
    { code: 2, args: ['scroe', '--help'] },
    { code: 2, args: ['score', DATA, '-p', '2024', '-p', '2025'] },
    { code: 2, args: ['score', DATA, '--by', 'no-such-column'] },
    { code: 2, args: ['score', DATA, '--only', 'no-such-class'] },
    { code: 2, args: ['score', DATA, '--top', '0'] },
    { code: 2, args: ['rank', DATA, '--robustness'] },
    { code: 0, args: ['completion', 'bash'] },
    { code: 2, args: ['completion', 'tcsh'] },
    { code: 0, args: ['score', DATA] },
    { code: 0, args: ['score', DATA, '-p', '2025', '-f', 'json'] },
    { code: 0, args: ['score', '-', '-q'], input: FIRST_TWO_ROWS },
    { code: 0, args: ['rank', DATA, '-f', 'csv'] },
    { code: 0, args: ['explain', '30292', DATA] },
    { code: 0, args: ['explain', 'mỹ thới', DATA] },
    { code: 0, args: ['check', DATA] },
    { code: 0, args: ['criteria'] },
    { code: 0, args: ['criteria', 'vn-drug-free@2025'] },
    { code: 0, args: ['schema', 'criteria'] },
    { code: 0, args: ['schema', 'result'] },
    { code: 0, args: ['score', DATA, '-p', '2025', '--fail-on', 'undetermined', '--version'] },
    { code: 1, args: ['score', DATA, '--fail-on', 'undetermined'] },
    { code: 1, args: ['score', DATA, '--fail-on', 'not-certified'] },
    { code: 1, args: ['score', DATA, '--fail-on', 'warning'] },
    { code: 1, args: ['score', DATA, '--fail-on', 'undetermined', '--fail-on', 'warning'] },
    { code: 1, args: ['explain', '30292', DATA, '--fail-on', 'not-certified'] },
    { code: 0, args: ['explain', '30292', DATA, '--fail-on', 'undetermined'] },
    { code: 1, args: ['check', 'fixtures/e2e/bad-input/negative-count.csv'] },
    { code: 1, args: ['check', 'fixtures/e2e/bad-input/empty.csv', '-f', 'json'] },
    { code: 2, args: [] },
    { code: 2, args: ['scroe', DATA] },
    { code: 2, args: ['help', 'scroe'] },
    { code: 2, args: ['score'] },
    { code: 2, args: ['score', DATA, '--fromat', 'json'] },
    { code: 2, args: ['score', DATA, '-f', 'xml'] },
    { code: 2, args: ['score', DATA, '-f'] },
    { code: 2, args: ['score', DATA, '-o', join(scratch, 'a.pdf')] },
    { code: 2, args: ['score', DATA, '-o', join(scratch, 'none', 'a.csv')] },
    { code: 2, args: ['score', DATA, '-o', scratch] },
    { code: 2, args: ['score', DATA, '--excel'] },
    { code: 2, args: ['score', DATA, '-r', 'bands'] },
    { code: 2, args: ['score', DATA, '-r', 'bnads=strict'] },
    { code: 2, args: ['score', DATA, '-r', 'bands=strict', '-r', 'bands=cumulative'] },
    { code: 2, args: ['score', DATA, '-p', 'năm nay'] },
    { code: 2, args: ['score', DATA, '--fail-on', 'rain'] },
    { code: 2, args: ['score', DATA, '--lang', 'fr'] },
    { code: 2, args: ['score', DATA, '--color', 'red'] },
    { code: 2, args: ['explain', '99999', DATA] },
    { code: 2, args: ['schema', 'other'] },
    { code: 2, args: ['schema', 'result', 'criteria'] },
    { code: 3, args: ['score', 'none.csv'] },
    { code: 3, args: ['check', 'none.csv'] },
    { code: 3, args: ['score', DATA, '-c', 'vn-drug-fre'] },
    { code: 3, args: ['score', DATA, '-c', 'none.yaml'] },
    { code: 3, args: ['score', DATA, '-c', '..'] },
    { code: 3, args: ['score', DATA, '-p', '2000'] },
    { code: 3, args: ['score', '-'], input: '' },
  ];
  test.each(cases)('$code: xasach $args', ({ code, args, input = '' }) => {
    const ran = xasach(args, { input });
    expect({ code: ran.code, stderr: ran.stderr }).toMatchObject({ code });
    expect(ran.stderr).not.toMatch(/\n\s+at |Error:/);
    if (code >= 2) expect(ran.stdout).toBe('');
    if (code >= 2) expect(ran.stderr).not.toBe('');
    if (code === 0) expect(ran.stdout).not.toBe('');
  });

  test('nothing was written where a command failed', () => {
    expect(readdirSync(scratch)).toEqual([]);
  });
});

describe('the language', () => {
  test.each([
    { args: ['scroe'], env: {}, says: 'Không có lệnh “scroe”. Có phải là “score”?' },
    { args: ['scroe'], env: { XASACH_LANG: 'en' }, says: 'There is no command “scroe”. Did you mean “score”?' },
    { args: ['scroe', '--lang', 'en'], env: {}, says: 'There is no command “scroe”. Did you mean “score”?' },
    { args: ['scroe', '--lang=en'], env: {}, says: 'There is no command “scroe”.' },
    { args: ['scroe', '--lang', 'vi'], env: { XASACH_LANG: 'en' }, says: 'Không có lệnh' },
    {
      args: ['score', DATA, '--lang', 'fr'],
      env: {},
      says: '“fr” không phải là giá trị của --lang. Các giá trị: vi, en.',
    },
    { args: ['score', DATA], env: { XASACH_LANG: 'fr' }, says: '“fr” không phải là giá trị của XASACH_LANG.' },
    {
      args: ['--lang', 'en', 'score', DATA, '--fromat', 'csv'],
      env: {},
      says: 'There is no option “--fromat” here. Did you mean “--format”?',
    },
  ])('$args $env', ({ args, env, says }) => {
    const ran = xasach(args, { env });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(says);
  });
});
