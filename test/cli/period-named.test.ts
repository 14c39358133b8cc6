import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { score } from '../../src/cli/score.ts';
import { request } from './request.ts';

const [header = '', row = ''] = readFileSync('fixtures/an-giang-2025.csv', 'utf8').split('\n');
const folder = mkdtempSync(join(tmpdir(), 'xasach-'));

/** What is told beside the fault of data in which a unit stands twice. */
async function told(name: string, lines: readonly string[]): Promise<readonly string[]> {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  const { issues } = await score(request({ file, raw: { period: undefined } }));
  return issues.flatMap(({ code, severity }) => (severity === 'warning' ? code : []));
}

test('who gives no period is told so of faulty data, unless these name it', async () => {
  expect(await told('without.csv', [header, row, row])).toEqual(['period/validity-not-checked']);
  const named = [`period,${header}`, `2026,${row}`, `2026,${row}`];
  expect(await told('with.csv', named)).toEqual([]);
  expect(await told('empty.csv', [header])).toEqual([]);
});

test.each([
  ['2024', 'data/column-of-periods'],
  ['Năm 2025', 'data/ignored-column'],
  ['6 tháng 2025', 'data/column-of-periods'],
])('a column that is not used and says %s only is told as %s where 2025 is asked for', async (said, code) => {
  const file = join(folder, 'said.csv');
  writeFileSync(file, `${header},Đợt\n${row},${said}\n`);
  const { issues } = await score(request({ file }));
  expect(issues.flatMap((found) => (found.position?.column === undefined ? [] : found.code))).toEqual([code]);
});

test('rows whose period cannot be read are counted, however many they are', async () => {
  const file = join(folder, 'unreadable.csv');
  const rows = Array.from({ length: 60 }, (_, index) => `${row.replace(/^\d+/u, String(30_000 + index))},6 tháng 2025`);
  writeFileSync(file, `${[`${header},period`, ...rows].join('\n')}\n`);
  const { issues } = await score(request({ file }));
  const unreadable = issues.filter(({ path }) => path === 'period');
  expect(unreadable.map(({ code }) => code)).toEqual([
    ...Array.from({ length: 20 }, () => 'data/not-a-period'),
    'data/more-of-the-same',
  ]);
  expect(unreadable.at(-1)?.args).toMatchObject({ total: 60, more: 40 });
});
