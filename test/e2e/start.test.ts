import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BIN, ROOT } from './run-xasach.ts';

/** What takes long to load, by a text that only it holds. */
const HEAVY = {
  zod: /\$ZodType/,
  yaml: /YAMLParseError/,
  spreadsheets: /xl\/workbook\.xml/,
  lint: /lint\/gap/,
} as const;

/** The files that a run loads, as Node's own report of a run says. */
function filesOf(args: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-start-'));
  try {
    const { PATH } = process.env;
    const ran = spawnSync(process.execPath, [BIN, ...args], { cwd: ROOT, env: { PATH, NODE_V8_COVERAGE: folder } });
    expect([ran.status, String(ran.stderr)]).toEqual([0, expect.any(String)]);
    const [name] = readdirSync(folder);
    const report: { readonly result: readonly { readonly url: string }[] } = JSON.parse(
      readFileSync(join(folder, name ?? ''), 'utf8'),
    );
    return report.result.filter(({ url }) => url.startsWith('file:')).map(({ url }) => fileURLToPath(url));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const CSV = ['fixtures/an-giang-2025.csv', '--period', '2025'];

/** The heavy parts that a run loads. */
function loadedBy(args: readonly string[]): readonly string[] {
  const texts = filesOf(args).map((path) => readFileSync(path, 'utf8'));
  expect(texts.length).toBeGreaterThan(3);
  return Object.entries(HEAVY).flatMap(([part, mark]) => (texts.some((text) => mark.test(text)) ? [part] : []));
}

describe('what a run loads', () => {
  test.each(['table', 'csv', 'json', 'ndjson', 'md'])('score as %s opens few files', (format) => {
    expect(filesOf(['score', ...CSV, '--format', format]).length).toBeLessThanOrEqual(8);
  });

  test.each(['table', 'csv', 'json', 'ndjson', 'md'])('score as %s with criteria that come with xasach', (format) => {
    expect(loadedBy(['score', ...CSV, '--format', format])).toEqual([]);
  });

  test('rank and explain', () => {
    expect(loadedBy(['rank', ...CSV])).toEqual([]);
    expect(loadedBy(['explain', '30292', ...CSV])).toEqual([]);
  });

  test('a file of criteria has to be read and checked', () => {
    expect(loadedBy(['score', ...CSV, '--criteria', 'criteria/vn-drug-free-2025.yaml'])).toEqual(['zod', 'yaml']);
  });

  test('a workbook', () => {
    expect(loadedBy(['check', 'fixtures/official-report-2025.xlsx', '-p', '2025', '--quiet'])).toContain(
      'spreadsheets',
    );
  });
});
