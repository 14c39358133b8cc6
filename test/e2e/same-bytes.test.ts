import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

const folder = mkdtempSync(join(tmpdir(), 'xasach-bytes-'));
const DATA = join(ROOT, 'fixtures/report/communes.csv');

const PLACES = [
  { LANG: 'C', TZ: 'UTC' },
  { LANG: 'vi_VN.UTF-8', LC_ALL: 'vi_VN.UTF-8', TZ: 'Asia/Ho_Chi_Minh' },
  { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Chatham' },
] as const;

/** What is written to a file, by the ending of the file, under the settings of a place. */
function written(ending: string, env: Readonly<Record<string, string>>, name = 'result'): string {
  const file = join(folder, `${name}.${ending}`);
  const ran = xasach(['score', DATA, '-p', '2025', '-q', '-o', file], { env });
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
  return readFileSync(file).toString('latin1');
}

describe('the same bytes wherever it runs', () => {
  test.each(['json', 'ndjson', 'csv', 'txt', 'md', 'html', 'xlsx'])('as %s', (ending) => {
    const [first, ...others] = PLACES.map((env) => written(ending, env));
    for (const other of others) expect(other).toBe(first);
  });

  test('on the page of one unit', () => {
    const pages = PLACES.map((env) => xasach(['explain', '30577', DATA, '-p', '2025', '-q'], { env }).stdout);
    expect(new Set(pages).size).toBe(1);
  });
});

describe('whatever the order of the rows', () => {
  const [header = '', ...rows] = readFileSync(DATA, 'utf8').trimEnd().split('\n');
  const shuffled = join(folder, 'shuffled.csv');
  // Every seventh row, then the rest: 9 rows and 7 have no divisor in common.
  writeFileSync(shuffled, [header, ...rows.map((_, index) => rows[(index * 7) % rows.length])].join('\n'));

  test('the rows are in another order', () => {
    expect(readFileSync(shuffled, 'utf8').trimEnd().split('\n').toSorted()).toEqual([header, ...rows].toSorted());
    expect(readFileSync(shuffled, 'utf8')).not.toBe(readFileSync(DATA, 'utf8'));
  });

  test.each(['score', 'rank'])('%s prints the same table', (command) => {
    const page = (file: string): string =>
      // Only where a missing figure should stand hangs on the order, and where the line breaks there.
      xasach([command, file, '-p', '2025', '-q'])
        .stdout.replaceAll(/\([^()]*\.csv:\d+:\d+/gu, '(')
        .replaceAll(/\s+/gu, ' ');
    expect(page(shuffled)).toBe(page(DATA));
  });

  test('each unit has the same assessment', () => {
    const of = (file: string): ReadonlyMap<string, unknown> => {
      const { assessments } = JSON.parse(xasach(['score', file, '-p', '2025', '-q', '-f', 'json']).stdout);
      return new Map(
        assessments.map((own: { readonly unit: { readonly code: string }; readonly missing: readonly object[] }) => [
          own.unit.code,
          { ...own, missing: own.missing.map((cell) => ({ ...cell, file: null, line: null })) },
        ]),
      );
    };
    const [one, other] = [of(DATA), of(shuffled)];
    expect([...other.keys()]).not.toEqual([...one.keys()]);
    for (const [code, assessment] of one) expect(other.get(code)).toEqual(assessment);
  });
});
