import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { score } from '../../src/cli/score.ts';
import type { Issue } from '../../src/messages/index.ts';
import { request, textOf } from './request.ts';

const folder = mkdtempSync(join(tmpdir(), 'xasach-against-'));
const [HEADER = '', FIRST = '', SECOND = ''] = readFileSync('fixtures/report/communes.csv', 'utf8').split('\n');
const SET = 'vn-drug-free@2025';

/** A file of the first two communes as others and for other periods. */
function written(name: string, ...rows: readonly (readonly [line: string, unit: string, period: string])[]): string {
  const lines = rows.map(([line, unit, period]) => `${line.replace(/^[^,]*,[^,]*/u, unit)},${period}`);
  const file = join(folder, name);
  writeFileSync(file, `${[`${HEADER},period`, ...lines].join('\n')}\n`);
  return file;
}

async function resultOf(file: string, period: string): Promise<string> {
  const path = `${file}.json`;
  const asked = request({ file, raw: { period, criteria: SET }, format: 'json' });
  writeFileSync(path, await textOf(await score(asked)));
  return path;
}

const about = (issues: readonly Issue[], code: string): readonly Issue[] => issues.filter((one) => one.code === code);

const OLD = [FIRST, '03158,Xã Leng Su Sìn', '2024'] as const;
const NEW = [FIRST, '03158,Xã Sín Thầu', '2025'] as const;
const SAME = (period: string) => [SECOND, '03127,Phường Him Lam', period] as const;

test('a code with another name in another period of the data is told once', async () => {
  const file = written('both.csv', OLD, SAME('2024'), NEW, SAME('2025'));
  const { issues } = await score(request({ file, raw: { criteria: SET, against: '2024' } }));
  const [found, ...others] = about(issues, 'period/other-name');
  expect([found?.args, others]).toMatchObject([{ units: [{ code: '03158', period: '2025' }], total: 1 }, []]);
  expect(found?.args).not.toHaveProperty('result');
});

test('a code with another name in an earlier result is told with its file', async () => {
  const against = await resultOf(written('old.csv', OLD, SAME('2024')), '2024');
  const asked = { file: written('new.csv', NEW, SAME('2025')), raw: { criteria: SET, against } };
  const { issues } = await score(request(asked));
  expect(about(issues, 'period/other-name')).toMatchObject([{ args: { result: 'old.csv.json', total: 1 } }]);
});

test.each([
  ['vi', 'Không có đơn vị nào chung để so sánh.', 'Không đơn vị nào trong'],
  ['en', 'There is no unit in common to compare.', 'None of the'],
] as const)(
  'without a unit in common nothing is said of units that did not move, in %s',
  async (lang, said, unsaid) => {
    const against = await resultOf(written('other.csv', OLD), '2024');
    const asked = { file: written('now.csv', NEW), raw: { criteria: SET, against }, format: 'table', lang } as const;
    const outcome = await score(request(asked));
    expect(about(outcome.issues, 'compare/no-common-unit')).toMatchObject([{ args: { result: 'other.csv.json' } }]);
    const text = await textOf(outcome);
    expect(text).toContain(said);
    expect(text).not.toContain(unsaid);
  },
);
