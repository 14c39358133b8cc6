import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { BIN, ROOT, xasach } from './run-xasach.ts';

/*
 * What xasach cannot do, whatever its input says: make code from text, start programs or threads, reach the network, load
 * data as code, write anywhere but where it was told.
 */
const DIST = join(ROOT, 'dist');
const DATA = join(ROOT, 'fixtures/report/communes.csv');
const scriptsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
/** The files for bundlers are looked at as one: each is the source as it is. */
const MODULES = 'modules';
const BUNDLES = [...scriptsIn(DIST).filter((name) => !name.startsWith(MODULES)), MODULES];
const textOf = (name: string): string =>
  name === MODULES
    ? scriptsIn(join(DIST, MODULES))
        .map((own) => readFileSync(join(DIST, MODULES, own), 'utf8'))
        .join('\n')
    : readFileSync(join(DIST, name), 'utf8');

/** Node's own modules that the command line may use. */
const ALLOWED = [
  'assert',
  'buffer',
  'crypto',
  'events',
  'fs',
  'fs/promises',
  'module',
  'os',
  'path',
  'process',
  'tty',
  'url',
];
/** `import … from "x"`, and `import("x")` or `require("x")`. */
const STATED = /(?<![\w$.])(?:from|import)\s*["']([@.\w][\w./:@-]*)["']/gu;
const CALLED = /(?<![\w$.])(?:import|require|__require)\(\s*["']([@.\w][\w./:@-]*)["']/gu;
/** The one file that starts a program: git, for `diff` of a version from history; nothing loads it but `diff`. */
const GIT = /^git-[A-Z0-9]+\.js$/u;
/** The one file that tells Node when to collect garbage: what scores large files. */
const LARGE = /^score-large-[A-Z0-9]+\.js$/u;
/** The packages that the library leaves to whoever installs it. */
const PACKAGES = Object.keys(packageJson.dependencies);
const isPackage = (module: string): boolean =>
  PACKAGES.some((name) => module === name || module.startsWith(`${name}/`));

describe.each(BUNDLES)('%s', (name) => {
  const text = textOf(name);

  test('makes no code from text', () => {
    expect(text).not.toMatch(/\beval\s*\(|\bnew\s+Function\b|[=(,:]\s*Function\s*[;,()]/u);
  });

  test('reaches no network', () => {
    expect(text).not.toMatch(/\bfetch\s*\(|\bWebSocket\b|\bXMLHttpRequest\b|\bEventSource\b/u);
  });

  test('loads nothing but its own parts and what it may', () => {
    const loaded = [STATED, CALLED].flatMap((form) => [...text.matchAll(form)]);
    const foreign = loaded
      .map(([, module = '']) => module.replace(/^node:/u, ''))
      .filter((module) => !module.startsWith('.') && !ALLOWED.includes(module) && !isPackage(module));
    expect([...new Set(foreign)]).toEqual(GIT.test(name) ? ['child_process'] : LARGE.test(name) ? ['v8'] : []);
  });

  test('imports only what is written down', () => {
    expect(text.match(/[^\w.$]import\((?!\s*["'])[^)]*\)/gu)).toBeNull();
  });

  test('loads git only when it is needed', () => {
    expect(text).not.toMatch(/\bfrom\s*["']\.\/git-/u);
  });
});

test('a workbook too large for what packages do without threads is written all the same', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'xasach-')), 'result.xlsx');
  const ran = xasach([
    'score',
    'fixtures/nghe-an-2022.csv',
    '-c',
    'nghe-an-clean@2022',
    '-p',
    '2022',
    '-q',
    '-o',
    file,
  ]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(file).subarray(0, 2).toString('latin1')).toBe('PK');
});

test('there are bundles, and git is apart from them', () => {
  expect(BUNDLES).toContain('cli.js');
  expect(BUNDLES.some((name) => GIT.test(name))).toBe(true);
});

const COMMANDS: readonly (readonly [string, readonly string[], number])[] = [
  ['score', ['score', DATA, '-p', '2025', '-q'], 0],
  ['score as JSON', ['score', DATA, '-p', '2025', '-q', '-f', 'json'], 0],
  ['score as Markdown', ['score', DATA, '-p', '2025', '-q', '-f', 'md'], 0],
  ['score as HTML', ['score', DATA, '-p', '2025', '-q', '-f', 'html'], 0],
  ['explain', ['explain', '30577', DATA, '-p', '2025', '-q'], 0],
  ['check', ['check', DATA, '-q'], 0],
  ['template', ['template', '-q'], 0],
  ['criteria', ['criteria', 'vn-drug-free@2025'], 0],
  ['schema', ['schema', 'result'], 0],
  ['lint', ['lint', 'vn-drug-free@2025', '-q'], 0],
];

describe('without the power to make code from text', () => {
  test.each(COMMANDS)('%s does the same', (_, args, code) => {
    const ran = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', BIN, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const usual = xasach(args);
    expect([ran.status, ran.stdout]).toEqual([code, usual.stdout]);
  });
});

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const FLAG =
  major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13)
    ? '--permission'
    : '--experimental-permission';

/** Runs xasach where Node lets it read everything, write into one folder and do nothing else. */
function permitted(args: readonly string[], folder: string) {
  const permissions = [FLAG, '--no-warnings', '--allow-fs-read=*', `--allow-fs-write=${folder}/*`];
  return spawnSync(process.execPath, [...permissions, BIN, ...args], { cwd: ROOT, encoding: 'utf8' });
}

describe("under Node's permission model", { skip: major < 20 }, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'xasach-powers-')));

  test.each(COMMANDS)('%s does the same', (_, args, code) => {
    const ran = permitted(args, folder);
    expect([ran.status, ran.stdout]).toEqual([code, xasach(args).stdout]);
  });

  test('it writes where it may, and says so where it may not', () => {
    const args = ['score', DATA, '-p', '2025', '-q', '-o'];
    expect(permitted([...args, join(folder, 'result.json')], folder).status).toBe(0);
    const other = realpathSync(mkdtempSync(join(tmpdir(), 'xasach-powers-')));
    const ran = permitted([...args, join(other, 'result.json')], folder);
    expect([ran.status, readdirSync(other)]).toEqual([3, []]);
    expect(ran.stderr).not.toMatch(/\n\s+at /u);
  });

  test('diff of a version from history asks for git, and says so when it may not', () => {
    const ran = permitted(['diff', 'HEAD:criteria/vn-drug-free-2025.yaml', 'vn-drug-free@2025'], folder);
    expect(ran.status).toBe(3);
    expect(ran.stderr).not.toMatch(/\n\s+at |ERR_ACCESS/u);
  });
});

describe('criteria that reach out of their folder', () => {
  test.each([
    '../package@1',
    '..@1',
    'vn-drug-free@../2025',
    '../../criteria/vn-drug-free@2025',
    '..%2fx@1',
    '__proto__',
    'constructor@1',
    'toString',
  ])('%s is no set', (id) => {
    const ran = xasach(['criteria', id, '--lang', 'en']);
    expect([ran.code, ran.stdout]).toEqual([3, '']);
    expect(ran.stderr).not.toMatch(/\n\s+at /u);
  });

  test('a link out of the folder of criteria is no set', () => {
    const home = mkdtempSync(join(tmpdir(), 'xasach-home-'));
    for (const part of ['bin', 'dist', 'package.json']) symlinkSync(join(ROOT, part), join(home, part));
    mkdirSync(join(home, 'criteria'));
    for (const name of readdirSync(join(ROOT, 'criteria'))) {
      if (name.endsWith('.json')) symlinkSync(join(ROOT, 'criteria', name), join(home, 'criteria', name));
    }
    writeFileSync(join(home, 'secret.yaml'), 'id: secret@1\n');
    symlinkSync(join(home, 'secret.yaml'), join(home, 'criteria/secret-1.yaml'));
    const ran = spawnSync(
      process.execPath,
      ['--preserve-symlinks', '--preserve-symlinks-main', join(home, 'bin/xasach.js'), 'criteria', 'secret@1'],
      { cwd: home, encoding: 'utf8' },
    );
    expect([ran.status, ran.stdout]).toEqual([3, '']);
  });

  test('a set cannot extend a file above its folder by a link or by dots in an id', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xasach-extends-'));
    writeFileSync(join(folder, 'own.yaml'), 'id: own@1\nextends: ../../etc/passwd@1\n');
    const ran = xasach(['criteria', join(folder, 'own.yaml'), '--lang', 'en']);
    expect([ran.code, ran.stdout]).toEqual([3, '']);
    expect(ran.stderr).not.toContain('root:');
  });
});
