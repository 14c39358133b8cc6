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
