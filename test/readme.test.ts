import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import packageJson from '../package.json' with { type: 'json' };
import { EXIT } from '../src/cli/exit-code.ts';
import { parseColumnMap } from '../src/data/index.ts';
import { loadCriteria } from '../src/node.ts';
import buildIfStale from './e2e/build-if-stale.ts';

const ROOT = join(import.meta.dirname, '..');
/** What a machine without the project's packages needs: the command line must run from these alone. */
const CARRIED = ['bin', 'dist', 'criteria', 'package.json', 'fixtures'];
const scratch = mkdtempSync(join(tmpdir(), 'xasach-readme-'));

const textOf = (name: string): string => readFileSync(join(ROOT, name), 'utf8').replaceAll('\r\n', '\n');
const PAGES = ['README.md', 'README.vi.md'].map((name) => ({ name, text: textOf(name) }));

/** A file of the fixtures as the rows of a sheet: what looks like a number is one, but for the codes. */
const tableOf = (name: string): (string | number)[][] =>
  textOf(name)
    .trimEnd()
    .split('\n')
    .map((line) =>
      line.split(',').map((cell, column) => (column > 0 && /^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell)),
    );

interface Block {
  readonly kind: string;
  readonly lines: readonly string[];
}

const blocksOf = (text: string): readonly Block[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(([, kind = '', body = '']) => ({
    kind,
    lines: body.split('\n'),
  }));

const tableRows = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\|(.+)\|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()));

const node = (args: readonly string[], cwd: string, input?: string) =>
  spawnSync(process.execPath, args, {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 10_000_000,
    env: { PATH: process.env['PATH'] },
  });

/** The words of a line as a shell takes them, and the exit code that its comment states. */
function commandOf(line: string): { readonly words: readonly string[]; readonly code: number } {
  const [command = '', comment = ''] = line.replace(/^npm start(?: --)?/, packageJson.scripts.start).split(/\s+#\s+/);
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const after = words.findIndex((word) => word === 'xasach' || word === 'bin/xasach.js') + 1;
  return { words: words.slice(after), code: Number(/(?:exit code|mã kết thúc) (\d+)/.exec(comment)?.[1] ?? 0) };
}

const ran = new Map<string, ReturnType<typeof node>>();
/** Runs each command once, however often the pages name it. */
function run(words: readonly string[]): ReturnType<typeof node> {
  const key = words.join(' ');
  const known = ran.get(key) ?? node(['bin/xasach.js', ...words], scratch);
  ran.set(key, known);
  return known;
}

const isExample = (line: string): boolean => /^(?:xasach|npm start) /.test(line);
const examplesIn = (text: string): readonly string[] =>
  blocksOf(text).flatMap(({ kind, lines }) => (kind === 'bash' ? lines.filter(isExample) : []));

/** Each command followed by a block of what it prints. */
const excerptsIn = (text: string): readonly { readonly line: string; readonly excerpt: readonly string[] }[] =>
  blocksOf(text).flatMap(({ kind, lines }, index, blocks) => {
    const line = kind === 'bash' ? lines.findLast(isExample) : undefined;
    const next = blocks[index + 1];
    return line === undefined || next?.kind !== 'text' ? [] : [{ line, excerpt: next.lines }];
  });

/** The next printed line that begins as wanted: excerpts may leave out lines, and the ends of lines. */
const lineAfter = (printed: readonly string[], at: number, wanted: string): number =>
  printed.findIndex((line, index) => index > at && (wanted === '' ? line === '' : line.startsWith(wanted)));

beforeAll(() => {
  buildIfStale();
  for (const name of CARRIED) cpSync(join(ROOT, name), join(scratch, name), { recursive: true });
  return writeXlsxFile(tableOf('fixtures/an-giang-2025.csv')).toFile(join(scratch, 'so-lieu.xlsx'));
});

describe.each(PAGES)('$name', ({ text }) => {
  test.each([...new Set(examplesIn(text))])('%s', (line) => {
    const { words, code } = commandOf(line);
    const { status, stderr } = run(words);
    expect({ status, stderr: status === code ? '' : stderr }).toEqual({ status: code, stderr: '' });
  });

  test.each(excerptsIn(text))('shows what this prints: $line', ({ line, excerpt }) => {
    const printed = run(commandOf(line).words).stdout.split('\n');
    let at = -1;
    for (const wanted of excerpt.filter((shown) => shown !== '…')) {
      const found = lineAfter(printed, at, wanted);
      expect(found, `printed after line ${at + 1}: ${wanted}`).toBeGreaterThan(at);
      at = found;
    }
  });

  test('has examples and excerpts', () => {
    expect(examplesIn(text).length).toBeGreaterThan(5);
    expect(excerptsIn(text)).not.toEqual([]);
  });

  test('names only commands that help names', () => {
    const named = [...text.matchAll(/^\| `xasach (\w+)/gm)].map(([, name = '']) => name);
    const help = run(['--help']).stdout;
    expect(named).toContain('score');
    expect(named.filter((name) => !new RegExp(`^ +${name} `, 'm').test(help))).toEqual([]);
  });

  test('shows a column map that is one', async () => {
    const loaded = await loadCriteria('vn-drug-free@2025', { period: '2026' });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    const maps = blocksOf(text).flatMap(({ kind, lines }) => (kind === 'yaml' ? [lines.join('\n')] : []));
    expect(maps.map((map) => parseColumnMap(map, 'map.yaml', loaded.value.set))).toMatchObject([
      { ok: true, issues: [] },
    ]);
  });

  test('names the exit codes', () => {
    const codes = tableRows(text).flatMap(([code = '']) => (/^\d+$/.test(code) ? [Number(code)] : []));
    expect(codes).toEqual(Object.values(EXIT));
  });

  test('names every column and every reading of the criteria, and no other column', async () => {
    const loaded = await loadCriteria('vn-drug-free@2025', { period: '2026' });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    const { indicators, readings } = loaded.value.set;
    const rows = tableRows(text);
    const start = rows.findIndex(([column = '']) => column === '`residents`');
    const ids = (cells: readonly (readonly string[])[]): readonly string[] =>
      cells.flatMap(([first = '']) => [...first.matchAll(/`(\w+)`/g)].map(([, id = '']) => id));
    const columns = rows.slice(start, rows.findIndex(([column = '']) => column === '`wanted_hiding`') + 1);
    expect(ids(columns)).toEqual([...indicators.keys()]);
    expect(ids(rows)).toEqual(expect.arrayContaining([...readings.keys()]));
  });
});

test('the library example prints what README.md shows', () => {
  const blocks = blocksOf(textOf('README.md'));
  const at = blocks.findIndex(({ kind }) => kind === 'js');
  const code = blocks[at]?.lines.join('\n');
  const { stdout, stderr } = node(['--input-type=module', '-'], ROOT, code);
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n')).toEqual(blocks[at + 1]?.lines);
});

test('the messages that README.vi.md explains are messages of xasach', () => {
  const sentences = ['src/messages/vi-issues.ts', 'src/messages/vi-report.ts', 'criteria/vn-drug-free-2025.yaml']
    .map(textOf)
    .join('\n');
  const explained = tableRows(textOf('README.vi.md')).flatMap(([first = '']) => /^“(.+)”$/.exec(first)?.[1] ?? []);
  expect(explained.length).toBeGreaterThan(10);
  expect(explained.filter((message) => !sentences.includes(message))).toEqual([]);
});
