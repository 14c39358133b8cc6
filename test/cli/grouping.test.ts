import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { score } from '../../src/cli/score.ts';
import { request } from './request.ts';

const folder = mkdtempSync(join(tmpdir(), 'xasach-by-'));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const FIGURES = [
  'residents;filed_addicts;filed_users;use_points;offenders_arrested;plants_destroyed;plant_area_m2;key_route',
  'resident_drug_people;excepted_substitution;excepted_home_treatment;excepted_post_treatment;resident_violators;wanted_hiding',
].join(';');
const ROW = '5000;0;0;0;0;0;0;none;0;0;0;0;0;0';
const FORMER = written(
  'former.csv',
  `code;name;province;${FIGURES}\n03154;Xã Sín Thầu;Tỉnh Điện Biên;${ROW}\n03155;Xã Sen Thượng;Tỉnh Điện Biên;${ROW}\n`,
);
const BARE = written('bare.csv', `code;name;${FIGURES}\n03158;Xã Sín Thầu;${ROW}\n`);

test.each([
  {
    what: 'of former units',
    file: FORMER,
    raw: { lineage: 'vn-2025', by: 'Tỉnh' },
    args: { ofRegistry: true, former: true },
  },
  { what: 'that the data lack', file: BARE, raw: { by: 'province' }, args: { ofRegistry: true } },
  { what: 'that no registry has', file: FORMER, raw: { lineage: 'vn-2025', by: 'huyện' }, args: { former: true } },
  { what: 'that is no column about units', file: BARE, raw: { by: 'x' }, args: {} },
])('a column $what is not there to group by', async ({ file, raw, args }) => {
  const { issues } = await score(request({ file, raw }));
  const [found] = issues;
  expect(found?.code).toBe('usage/unknown-group');
  const { known: _, nearest: __, ...others } = { known: null, nearest: null, ...found?.args };
  expect(others).toEqual(args);
});

test('the registry gives the provinces of units of today', async () => {
  const { issues } = await score(request({ file: FORMER, raw: { lineage: 'vn-2025', units: 'vn-2025', by: 'Tỉnh' } }));
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
});
