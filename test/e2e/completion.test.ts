import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BIN, ROOT, xasach } from './run-xasach.ts';

const scratch = mkdtempSync(join(tmpdir(), 'xasach-'));

beforeAll(() => {
  writeFileSync(join(scratch, 'xasach'), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`, { mode: 0o755 });
});

/** What bash would offer: its own variables are set as it sets them when Tab is pressed. */
function offered(line: string, words: readonly string[]): string {
  const script = `source <(xasach completion bash)
COMP_LINE=$1; COMP_POINT=\${#1}; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_xasach
printf '%s\\n' "\${COMPREPLY[*]}"`;
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', line, ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: `${scratch}:${process.env['PATH'] ?? ''}` },
  });
  return stdout.trim();
}

describe('in bash', () => {
  test.each([
    ['xasach sco', ['xasach', 'sco'], 'score'],
    ['xasach explain -f ', ['xasach', 'explain', '-f', ''], 'table json md html'],
    ['xasach score -c vn-drug-free@', ['xasach', 'score', '-c', 'vn-drug-free', '@'], '2025'],
    ['xasach score -c vn-drug-free@20', ['xasach', 'score', '-c', 'vn-drug-free', '@', '20'], '2025'],
    ['xasach score --lang=e', ['xasach', 'score', '--lang', '=', 'e'], 'en'],
    ['xasach score -r bands=c', ['xasach', 'score', '-r', 'bands', '=', 'c'], 'cumulative'],
    // bash itself completes names of files where nothing else is offered
    ['xasach score fix', ['xasach', 'score', 'fix'], ''],
  ])('%s', (line, words, expected) => {
    expect(offered(line, words)).toBe(expected);
  });

  test('runs nothing of what was typed', () => {
    const typed = 'xasach score $(echo>&2 typed;kill $$) -f ';
    expect(offered(typed, ['xasach', 'score', '$(echo>&2 typed;kill $$)', '-f', ''])).toContain('table');
  });
});

test.each(['zsh', 'fish', 'powershell'])('%s has a script that calls xasach', (shell) => {
  const { code, stdout, stderr } = xasach(['completion', shell]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/complete.* '?--/u);
});
