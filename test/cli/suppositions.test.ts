import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { score } from '../../src/cli/score.ts';
import { request } from './request.ts';

const COMMUNES = 'fixtures/report/communes.csv';

/** The communes, the last of which has figures for 2024 alone. */
function withPeriods(): string {
  const [header = '', ...lines] = readFileSync(COMMUNES, 'utf8').trimEnd().split('\n');
  const rows = lines.map((line, row) => `${line},${row === lines.length - 1 ? 2024 : 2025}`);
  const file = join(mkdtempSync(join(tmpdir(), 'xasach-set-')), 'periods.csv');
  writeFileSync(file, `${[`${header},period`, ...rows].join('\n')}\n`);
  return file;
}

const LAST = readFileSync(COMMUNES, 'utf8').trimEnd().split('\n').at(-1)?.split(',')[0] ?? '';

test.each([
  {
    what: 'that --where leaves out',
    file: COMMUNES,
    raw: { where: 'use_points > 0', set: ['31105:use_points=0'] },
    issue: { code: 'usage/unit-left-out', received: '31105', args: { unit: { code: '31105' }, period: null } },
  },
  {
    what: 'that has figures for another period alone',
    file: withPeriods(),
    raw: { set: [`${LAST}:use_points=0`] },
    issue: { code: 'usage/unit-left-out', received: LAST, args: { unit: { code: LAST }, period: '2025' } },
  },
  {
    what: 'that has figures for another period alone, and a condition is asked for',
    file: withPeriods(),
    raw: { where: 'use_points >= 0', set: [`${LAST}:use_points=0`] },
    issue: { code: 'usage/unit-left-out', received: LAST, args: { period: '2025' } },
  },
  {
    what: 'that the data does not have',
    file: COMMUNES,
    raw: { set: ['99999:use_points=0'] },
    issue: { code: 'usage/unknown-unit', received: '99999' },
  },
])('figures are not supposed of a unit $what', async ({ file, raw, issue }) => {
  const { output, issues } = await score(request({ file, raw, format: 'json' }));
  expect(output).toBeNull();
  expect(issues).toMatchObject([issue]);
});
