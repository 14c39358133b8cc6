import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

/** A folder with the worked example of the guide, some of its text exchanged, and its cases. */
function example(part = '', by = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-lint-'));
  const blocks = readFileSync(join(ROOT, 'criteria', 'README.md'), 'utf8')
    .split('```yaml\n')
    .slice(1);
  const [criteria = '', cases = ''] = blocks.map((block) => block.split('```')[0] ?? '');
  writeFileSync(join(folder, 'example-area-2025.yaml'), criteria.replace(part, by));
  writeFileSync(join(folder, 'example-area-2025.cases.yaml'), cases);
  return folder;
}

test('the criteria that come with xasach are clean, named or not', () => {
  const files = readdirSync(join(ROOT, 'criteria')).filter((name) => name.endsWith('.yaml'));
  const named = xasach(['lint', ...files.map((name) => `criteria/${name}`), '--lang', 'en', '--fail-on', 'warning']);
  expect(named).toEqual({ code: 0, stdout: 'Nothing wrong was found in the criteria.\n', stderr: '' });
  expect(xasach(['lint', '--fail-on', 'warning'])).toMatchObject({ code: 0, stderr: '' });
}, 60_000);

test('the worked example of the guide passes lint and test', () => {
  const cwd = example();
  expect(xasach(['lint', 'example-area-2025.yaml', '--lang', 'en'], { cwd })).toEqual({
    code: 0,
    stdout: 'Nothing wrong was found in the criteria.\n',
    stderr: '',
  });
  expect(xasach(['test', 'example-area-2025.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
});

test('an error is code 1, with the line', () => {
  const cwd = example('use_points >= 2', 'use_points >= 2 and use_points < 2');
  const { code, stdout } = xasach(['lint', 'example-area-2025.yaml', '--lang', 'en'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('example-area-2025.yaml:39:3: error: No sound data can meet the criterion “I.b”.');
  expect(stdout).toContain('\n      I.b:\n      ^\n');
});

test('a warning is code 1 only when asked for', () => {
  const cwd = example('    cite: qd28 Đ6.k2\n', '');
  expect(xasach(['lint', 'example-area-2025.yaml'], { cwd }).code).toBe(0);
  expect(xasach(['lint', 'example-area-2025.yaml', '--fail-on', 'warning'], { cwd }).code).toBe(1);
});

test('what keeps a file from loading is part of the result', () => {
  const cwd = example('use_points >= 2', 'use_pints >= 2');
  const { code, stdout, stderr } = xasach(['lint', 'example-area-2025.yaml', '-f', 'json'], { cwd });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ issues: [{ code: 'formula/unknown-name', position: { line: 44 } }] });
});

test.each([
  { args: ['lint', 'absent.yaml'], code: 3 },
  { args: ['lint', 'absent@1'], code: 3 },
  { args: ['lint', 'vn-drug-free@2025', '-r', 'bandz=strict'], code: 2 },
])('$args ends with $code and writes nothing', ({ args, code }) => {
  expect(xasach(args)).toMatchObject({ code, stdout: '' });
});
