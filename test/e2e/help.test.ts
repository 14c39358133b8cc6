import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { CONDITIONS } from '../../src/cli/options.ts';
import { ENCODINGS } from '../../src/data/index.ts';
import { VERSION } from '../../src/version.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { ROOT, xasach } from './run-xasach.ts';

const fixture = (name: string): string => join(ROOT, 'fixtures', 'e2e', 'help', name);

describe.each(['vi', 'en'])('help in %s', (lang) => {
  test.each(['program', ...COMMANDS.map(({ id }) => id)])('of %s', async (topic) => {
    const args = topic === 'program' ? ['--help'] : [topic, '--help'];
    const ran = xasach([...args, '--lang', lang]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    await expect(ran.stdout).toMatchFileSnapshot(fixture(`${topic}.${lang}.txt`));
    expect(ran.stdout.split('\n').filter((line) => line.length > 110)).toEqual([]);
  });
});

test.each(['vi', 'en'])('help in %s names all that --fail-on takes', (lang) => {
  const { stdout } = xasach(['score', '--help', '--lang', lang]);
  expect(CONDITIONS.filter((condition) => !stdout.includes(condition))).toEqual([]);
});

test('help in Vietnamese holds no English of commander', () => {
  const pages = COMMANDS.map(({ id }) => xasach([id, '--help']).stdout).join('');
  expect(pages).not.toMatch(/Usage|Options|Arguments|Commands|options\]|default|choices|display help/);
});

test.each([['help'], ['-h'], ['--help']])('xasach %s shows the same', (word) => {
  expect(xasach([word]).stdout).toBe(xasach(['--help']).stdout);
});

test('without a command, help is told on standard error', () => {
  expect(xasach([])).toEqual({ code: 2, stdout: '', stderr: xasach(['--help']).stdout });
});

test('the version is the one of the package', () => {
  expect(VERSION).toBe(packageJson.version);
  expect(xasach(['--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  expect(xasach(['-V']).stdout).toBe(`${VERSION}\n`);
});

test.each(['vi', 'en'])('help in %s names all encodings', (lang) => {
  const { stdout } = xasach(['score', '--help', '--lang', lang]);
  expect(ENCODINGS.filter((encoding) => !stdout.includes(encoding))).toEqual([]);
});
