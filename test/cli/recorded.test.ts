import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { explain } from '../../src/cli/explain.ts';
import type { RecordedAs } from '../../src/cli/option-table.ts';
import { type RawOptions, readOptions } from '../../src/cli/options.ts';
import { optionsOfRun } from '../../src/cli/recorded.ts';
import { readRecordedResult } from '../../src/cli/recorded-result.ts';
import { score } from '../../src/cli/score.ts';
import { request, textOf } from './request.ts';

const COMMUNES = 'fixtures/report/communes.csv';
const POINTS = 'fixtures/kon-tum-2024.csv';
const WORKBOOK = 'fixtures/official-report-2025.xlsx';
const SET = 'criteria/vn-drug-free-2025.yaml';
const folder = mkdtempSync(join(tmpdir(), 'xasach-recorded-'));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const OVERLAY = written('overlay.yaml', 'criteria:\n  F.3:\n    test: use_points <= 1\n');
const EARLIER = written('earlier.json', await textOf(await score(request({ file: COMMUNES, format: 'json' }))));
/** The label of a choice with what stands between suppositions. */
const LABELLED = written('set.yaml', readFileSync(SET, 'utf8').replace('vi: Nội tỉnh,', 'vi: Một; hai tỉnh,'));

/** Two districts of communes, each on a sheet. */
const DISTRICTS = join(folder, 'districts.xlsx');
const [HEADER = '', ...ROWS] = readFileSync(COMMUNES, 'utf8').trim().split('\n');
const sheetOf = (rows: readonly string[]) => [HEADER, ...rows].map((line) => line.split(','));
await writeXlsxFile([
  { sheet: 'Huyện A', data: sheetOf(ROWS.slice(0, 4)) },
  { sheet: 'Huyện B; C', data: sheetOf(ROWS.slice(4)) },
]).toFile(DISTRICTS);

/** Every commune came of itself. */
const UNCHANGED = written(
  'lineage.csv',
  readFileSync(COMMUNES, 'utf8')
    .replaceAll(/^(\d+),([^,]+),.*$/gmu, '$1,$2,$1,whole')
    .replace(/^.*\n/u, 'old_code,old_name,new_code,share\n'),
);

/** A run with an option; the data are those of the communes unless told otherwise. */
interface Run {
  readonly raw: RawOptions;
  readonly file?: string;
}

/** Runs with each option that a result says. */
const RUNS: { readonly [Id in RecordedAs<'text' | 'file' | 'both'>]: readonly [Run, ...Run[]] } = {
  criteria: [{ raw: { criteria: SET } }, { raw: { criteria: 'vn-drug-free@2025' } }],
  overlay: [{ raw: { overlay: [OVERLAY] } }],
  map: [{ raw: { map: written('map.yaml', '{}\n') } }],
  units: [{ raw: { units: 'vn-2025' } }],
  lineage: [{ raw: { lineage: UNCHANGED } }],
  by: [{ raw: { by: 'type' } }],
  robustness: [{ raw: { robustness: true, criteria: 'kon-tum-model@1', period: '2024' }, file: POINTS }],
  where: [{ raw: { where: 'use_points > 0' } }],
  set: [
    { raw: { set: ['use_points=0'] } },
    { raw: { set: ['use_points=0', '30346:filed_users-=2'] } },
    { raw: { set: ['30346:key_route=Một; hai tỉnh', 'use_points=0'], criteria: LABELLED } },
    { raw: { set: ['30346:key_route=Một; hai tỉnh'], criteria: LABELLED } },
  ],
  against: [{ raw: { against: EARLIER } }],
  'across-criteria': [{ raw: { against: EARLIER, acrossCriteria: true } }],
  readings: [{ raw: { readings: true } }],
  encoding: [{ raw: { encoding: 'utf-8' } }],
  numbers: [{ raw: { numbers: 'vi' } }],
  sheet: [
    { raw: { sheet: 'Biểu 01' }, file: WORKBOOK },
    { raw: { sheet: ['Huyện A', '2'] }, file: DISTRICTS },
    { raw: { sheet: ['Huyện B; C', 'Huyện A'] }, file: DISTRICTS },
  ],
  near: [{ raw: { near: true } }],
  ways: [{ raw: { ways: true } }],
  only: [{ raw: { only: ['certified,key_3', 'undetermined'] } }],
  top: [{ raw: { top: '3' } }],
};

describe('an option that makes a result what it is', () => {
  const runs = Object.entries(RUNS).flatMap(([id, cases]) => cases.map((run) => ({ id, run })));
  test.each(runs)('--$id: $run.raw is read back from the result', async ({ id, run: { raw, file = COMMUNES } }) => {
    const asked = request({ file, raw, format: 'json' });
    const outcome = await score(asked);
    expect(outcome.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const result = await readRecordedResult(written(`${id}.json`, await textOf(outcome)));
    if (!result.ok) throw new Error(result.issues[0].code);
    const { run } = result.value;
    const back = readOptions(optionsOfRun(run, ({ name }) => join(name)));
    const named = { criteria: asked.options.criteria ?? run.criteria.id, readings: run.criteria.readings };
    expect(back).toEqual({ ok: true, value: { ...asked.options, ...named }, issues: [] });
  });

  test('is read as older results say it', () => {
    const sets = ['use_points=0; 30346:filed_users-=2', '[odd]:use_points=0; filed_users=1', '["a'].map((set) => {
      const run = { criteria: { id: 'a@1', sha256: '', readings: {} }, period: null, options: { set }, files: [] };
      return optionsOfRun(run, ({ name }) => name)['set'];
    });
    expect(sets).toEqual([['use_points=0', '30346:filed_users-=2'], ['[odd]:use_points=0', 'filed_users=1'], ['["a']]);
  });

  test('of several sheets counts all of their rows in one file', async () => {
    const outcome = await score(request({ file: DISTRICTS, raw: { sheet: ['2', 'Huyện A'] }, format: 'json' }));
    const { options, inputs, assessments } = JSON.parse(await textOf(outcome));
    expect({ options, rows: inputs.map(({ rows }: { readonly rows: number }) => rows) }).toEqual({
      options: { sheet: '2; Huyện A' },
      rows: [ROWS.length],
    });
    const codes = [...ROWS.slice(4), ...ROWS.slice(0, 4)].map((line) => line.split(',')[0]);
    expect(assessments.map(({ unit }: { readonly unit: { readonly code: string } }) => unit.code)).toEqual(codes);
    expect(outcome.issues.map(({ code }) => code)).not.toContain('data/other-sheets');
  });

  test('is told with the unit that was asked for', async () => {
    const asked = request({ file: COMMUNES, raw: { set: ['use_points=0'] }, format: 'json' });
    const outcome = await explain({ ...asked, arguments: { ...asked.arguments, unit: ['30346'] } });
    const result = await readRecordedResult(written('unit.json', await textOf(outcome)));
    expect(result).toMatchObject({
      ok: true,
      value: { unit: '30346', run: { options: { set: 'use_points=0', unit: '30346' } } },
    });
  });
});

describe('a result that is read', () => {
  test.each([
    ['in UTF-16', Buffer.from(`\uFEFF${readFileSync(EARLIER, 'utf8')}`, 'utf16le')],
    ['with a byte that is no UTF-8', Buffer.concat([Buffer.from(readFileSync(EARLIER)), Buffer.from([0xff])])],
  ])('%s is refused in the same words, to be verified or to be held against', async (what, bytes) => {
    const file = join(folder, `${what}.json`);
    writeFileSync(file, bytes);
    const verified = await readRecordedResult(file);
    const { issues } = await score(request({ file: COMMUNES, raw: { against: file } }));
    expect(verified.issues).toMatchObject([{ code: 'file/not-utf8' }]);
    expect(issues).toEqual(verified.issues);
  });
});
