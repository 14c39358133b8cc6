import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { BIN, ROOT, xasach } from './run-xasach.ts';

/*
 * A file large enough to be scored part by part: An Giang over and over, with codes of their own. Its result is written while
 * it is worked out, and still there whole or not at all.
 */
const [HEADER = '', ...LINES] = readFileSync(join(ROOT, 'fixtures/an-giang-2025.csv'), 'utf8').trimEnd().split('\n');
const UNITS = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'xasach-large-'));
/** Writes a file of so many units. */
function writeUnits(name: string, units: number): string {
  const path = join(folder, name);
  const lineOf = (row: number): string =>
    (LINES[row % LINES.length] ?? '').replace(/^\d{5},[^,]+/, `${100_000 + row},Xã ${row}`);
  writeFileSync(path, `${[HEADER, ...Array.from({ length: units }, (_, row) => lineOf(row))].join('\n')}\n`);
  return path;
}
const data = writeUnits('large.csv', UNITS);
const args = (...more: readonly string[]): string[] => ['score', data, '-p', '2025', '-q', ...more];
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'xasach-large-out-'));

test('every unit has a line, and the totals are those of An Giang over and over', () => {
  expect(statSync(data).size).toBeGreaterThan(8_000_000);
  const file = join(newFolder(), 'result.csv');
  expect(xasach(args('-o', file))).toEqual({ code: 0, stdout: '', stderr: '' });
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines.length).toBe(UNITS + 1);
  const whole = xasach(['score', join(ROOT, 'fixtures/an-giang-2025.csv'), '-p', '2025', '-q', '-f', 'csv']).stdout;
  const verdicts = whole
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.includes(',drug_free,true,'));
  const certified = Array.from({ length: UNITS }, (_, row) => verdicts[row % verdicts.length]).filter(Boolean).length;
  expect(lines.filter((line) => line.includes(',drug_free,true,')).length).toBe(certified);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s while it is written leaves nothing beside what was there',
  async (signal) => {
    const place = newFolder();
    const file = join(place, 'result.csv');
    writeFileSync(file, 'old\n');
    const child = spawn(process.execPath, [BIN, ...args('-o', file)], { cwd: ROOT });
    const ended = once(child, 'exit');
    const isBegun = (): boolean => readdirSync(place).some((name) => name.endsWith('.tmp'));
    while (!isBegun() && child.exitCode === null) await setTimeout(5);
    child.kill(signal);
    await ended;
    expect(child.signalCode).toBe(signal);
    expect(readdirSync(place)).toEqual(['result.csv']);
    expect(readFileSync(file, 'utf8')).toBe('old\n');
  },
);

test('a reader that has seen enough ends it without a word', () => {
  const command = `"${process.execPath}" "${BIN}" ${args('-f', 'ndjson').join(' ')} | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const ran = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
  const [first = '', code] = ran.stdout.trimEnd().split('\n');
  expect([JSON.parse(first).unit.code, code, ran.stderr]).toEqual(['100000', '0', '']);
});

test('on a terminal a line tells how far it is, and is taken away', ({ skip }) => {
  // What is done within a second is not told of: reading alone must take longer, on a fast machine too.
  const larger = writeUnits('larger.csv', 2 * UNITS);
  const command = [process.execPath, BIN, 'score', larger, '-p', '2025', '-f', 'csv', '--lang', 'en'].join(' ');
  const ran = spawnSync('script', ['-qec', `${command} > /dev/null`, '/dev/null'], { cwd: ROOT, encoding: 'utf8' });
  if (ran.error !== undefined) skip('there is no terminal to be had here');
  expect(ran.stdout).toMatch(/Reading and assessing: \d+%/u);
  expect(ran.stdout).toMatch(/Writing: \d+%/u);
  expect(ran.stdout.split('\r\u001B[2K').at(-1)).not.toContain('%');
});

test.skipIf(process.platform === 'win32')('a pipe is opened once, also when its writer comes late', async () => {
  const pipe = join(newFolder(), 'pipe.csv');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  const file = join(ROOT, 'fixtures/an-giang-2025.csv');
  const child = spawn(process.execPath, [BIN, 'score', pipe, '-p', '2025', '-q', '-f', 'csv'], { timeout: 20_000 });
  let text = '';
  child.stdout.on('data', (piece: Buffer) => {
    text += piece.toString();
  });
  await setTimeout(500);
  const [[code]] = await Promise.all([once(child, 'close'), writeFile(pipe, readFileSync(file))]);
  expect(code).toBe(0);
  expect(text.replaceAll(pipe, file)).toBe(xasach(['score', file, '-p', '2025', '-q', '-f', 'csv']).stdout);
});
