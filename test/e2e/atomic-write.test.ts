import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BIN, ROOT, xasach } from './run-xasach.ts';

/*
 * A result file is there whole or not at all, whatever happens on the way: a full disk, a folder that cannot be written
 * to, a process that is killed or told to stop.
 */
const DATA = join(ROOT, 'fixtures/report/communes.csv');
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'xasach-atomic-'));
const WHOLE = xasach(['score', DATA, '-p', '2025', '-q', '-f', 'json']).stdout;
const isRoot = process.getuid?.() === 0;

/** Runs xasach so that it meets something at a moment that only a program inside it can choose. */
function runWith(preloaded: string, file: string) {
  const hook = join(newFolder(), 'hook.mjs');
  writeFileSync(
    hook,
    `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
${preloaded}
syncBuiltinESMExports();
`,
  );
  const args = ['--import', hook, BIN, 'score', DATA, '-p', '2025', '-q', '-o', file];
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
}

const MOMENTS = [
  [
    'while it writes',
    'const write = fs.writeFileSync; fs.writeFileSync = (file, text) => { write(file, text.slice(0, 1000)); end(); write(file, text.slice(1000)); };',
  ],
  ['before it is on the disk', 'const sync = fs.fsyncSync; fs.fsyncSync = (file) => { end(); sync(file); };'],
  [
    'before it has its name',
    'const rename = fs.renameSync; fs.renameSync = (from, to) => { end(); rename(from, to); };',
  ],
] as const;

describe.each([null, 'old\n'])('over %j', (old) => {
  const target = (): string => {
    const file = join(newFolder(), 'result.json');
    if (old !== null) writeFileSync(file, old);
    return file;
  };
  const textOf = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);

  test.each(MOMENTS)('killed %s, there is no half of a file', (_, moment) => {
    const file = target();
    const ran = runWith(`const end = () => process.kill(process.pid, 'SIGKILL');\n${moment}`, file);
    expect(ran.signal).toBe('SIGKILL');
    expect(textOf(file)).toBe(old);
  });

  test.each(MOMENTS)('told to stop %s, it leaves the file whole and nothing beside it', (_, moment) => {
    for (const signal of ['SIGINT', 'SIGTERM']) {
      const file = target();
      const ran = runWith(`const end = () => process.kill(process.pid, '${signal}');\n${moment}`, file);
      expect([ran.signal, ran.stderr]).toEqual([signal, '']);
      expect(readdirSync(join(file, '..'))).toEqual(['result.json']);
      expect(textOf(file)).toBe(WHOLE);
    }
  });

  test('told to stop before, it leaves what was there', async () => {
    const file = target();
    const child = spawn(process.execPath, [BIN, 'score', '-', '-p', '2025', '-o', file], { cwd: ROOT });
    // It waits for its data.
    await setTimeout(700);
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
    expect(child.signalCode).toBe('SIGINT');
    expect(readdirSync(join(file, '..'))).toEqual(old === null ? [] : ['result.json']);
    expect(textOf(file)).toBe(old);
  });

  test.each(['ENOSPC', 'EIO', 'EDQUOT'])('when the disk says %s, it says so and leaves what was there', (code) => {
    const file = target();
    const fault = `const fail = () => { throw Object.assign(new Error('no'), { code: '${code}' }); };`;
    const ran = runWith(`${fault}\nfs.fsyncSync = fail;`, file);
    expect([ran.status, ran.stdout]).toEqual([3, '']);
    expect(ran.stderr).not.toMatch(/\n\s+at /u);
    expect(readdirSync(join(file, '..'))).toEqual(old === null ? [] : ['result.json']);
    expect(textOf(file)).toBe(old);
  });
});

test('a folder that cannot be written to', { skip: isRoot }, () => {
  const folder = newFolder();
  chmodSync(folder, 0o500);
  expect(xasach(['score', DATA, '-o', join(folder, 'result.json')]).code).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

/** Somebody with a folder of their own who may not do everything; root has to become one. */
const OTHER = isRoot ? 65_534 : null;

test('a file that may not be written to stays as it is', ({ skip }) => {
  const folder = newFolder();
  const file = join(folder, 'result.json');
  writeFileSync(file, 'old');
  chmodSync(file, 0o444);
  if (OTHER !== null) for (const own of [folder, file]) chownSync(own, OTHER, OTHER);
  const own = OTHER === null ? {} : { uid: OTHER, gid: OTHER };
  const args = [BIN, 'score', DATA, '-p', '2025', '-q', '--lang', 'en', '-o', file];
  const ran = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', ...own });
  if (ran.error !== undefined || ran.stderr.includes('MODULE_NOT_FOUND')) skip('nobody else may run it here');
  expect([ran.status, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toContain('You may not write here');
  expect(readdirSync(folder)).toEqual(['result.json']);
  expect(readFileSync(file, 'utf8')).toBe('old');
});

test('a folder in place of the file', () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'result.json'));
  expect(xasach(['score', DATA, '-q', '-o', join(folder, 'result.json')]).code).toBe(2);
  expect(readdirSync(folder)).toEqual(['result.json']);
});

/** A file system of one page of memory; only root can have one. */
function onTinyDisk(use: (folder: string) => void): boolean {
  const folder = newFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', folder]).status === 0;
  if (!mounted) return false;
  try {
    use(folder);
  } finally {
    spawnSync('umount', [folder]);
  }
  return true;
}

test('a disk that is full', { skip: !isRoot }, ({ skip }) => {
  const isDone = onTinyDisk((folder) => {
    writeFileSync(join(folder, 'result.json'), 'old');
    const ran = xasach(['score', DATA, '-p', '2025', '-q', '--lang', 'en', '-o', join(folder, 'result.json')]);
    expect([ran.code, ran.stdout]).toEqual([3, '']);
    expect(ran.stderr).toContain('disk is full');
    expect(readdirSync(folder)).toEqual(['result.json']);
    expect(readFileSync(join(folder, 'result.json'), 'utf8')).toBe('old');
  });
  if (!isDone) skip('nothing can be mounted here');
});

test('standard output that is full is told', { skip: !existsSync('/dev/full') }, () => {
  const command = `"${process.execPath}" "${BIN}" score "${DATA}" -q -f json > /dev/full`;
  const ran = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
  expect(ran.status).toBe(3);
  expect(ran.stderr).not.toMatch(/\n\s+at |ENOSPC:/u);
});
