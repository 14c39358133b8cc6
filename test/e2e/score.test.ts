import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ScoreResult } from '../../src/report/index.ts';
import { resultSchema } from '../../src/report/json/result-schema.ts';
import { ROOT, xasach } from './run-xasach.ts';

const scored = (args: readonly string[], input = ''): ScoreResult => {
  const { stdout } = xasach(['score', ...args, '-f', 'json', '-q'], { input });
  const result: ScoreResult = JSON.parse(stdout);
  return result;
};

describe('the published totals', () => {
  test.each([
    { file: 'fixtures/an-giang-2025.csv', units: 102, certified: 27 },
    { file: 'fixtures/nghe-an-2025.csv', units: 130, certified: 32 },
  ])('$file: $certified of $units', ({ file, units, certified }) => {
    const { summary, assessments, inputs, criteria } = scored([file, '-p', '2025']);
    expect(summary).toMatchObject({ units, certified });
    expect(assessments).toHaveLength(units);
    const inClasses = Object.values(summary.classes).reduce((sum, count) => sum + count, 0);
    expect(inClasses + summary.undetermined).toBe(units);
    const sha256 = createHash('sha256')
      .update(readFileSync(join(ROOT, file)))
      .digest('hex');
    expect(inputs).toEqual([{ name: file, sha256, rows: units }]);
    expect(criteria.id).toBe('vn-drug-free@2025');
  });
});

test('a result has the form that xasach schema result describes', () => {
  const found = resultSchema.safeParse(scored(['fixtures/nghe-an-2025.csv', '-p', '2025']));
  expect(found.error?.issues ?? []).toEqual([]);
});

test('every form tells of every unit', () => {
  const args = ['score', 'fixtures/an-giang-2025.csv', '-p', '2025', '-q'];
  const lines = (format: string): readonly string[] =>
    xasach([...args, '-f', format])
      .stdout.trimEnd()
      .split('\n');
  expect(lines('ndjson')).toHaveLength(102);
  expect(lines('csv')).toHaveLength(103);
  const codes = lines('csv')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '');
  const table = lines('table').join('\n');
  expect(codes.filter((code) => !table.includes(code))).toEqual([]);
});

test('rank lists the units in the order of their ranks', () => {
  const { stdout } = xasach(['rank', 'fixtures/an-giang-2025.csv', '-p', '2025', '-q', '-f', 'ndjson']);
  const places = stdout
    .trimEnd()
    .split('\n')
    .map((line): number => JSON.parse(line).rank.from);
  expect(places).toHaveLength(102);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('explain gives one unit as JSON, with the totals of all', () => {
  const { stdout } = xasach(['explain', 'Mỹ Thới', 'fixtures/an-giang-2025.csv', '-f', 'json', '-q']);
  const result: ScoreResult = JSON.parse(stdout);
  expect(result.assessments.map(({ unit }) => unit.code)).toEqual(['30301']);
  expect(result.summary.units).toBe(102);
});

test('a condition that missing figures leave open names them where the units shown are counted', () => {
  const { stdout } = xasach([
    'score',
    'fixtures/an-giang-2025.csv',
    '-p',
    '2025',
    '-w',
    'offenders_arrested == 0',
    '--lang',
    'en',
    '-f',
    'md',
  ]);
  expect(stdout).toContain(
    'Shown: 34 of 102 units, by the condition offenders\\_arrested == 0; not judged and left out: 1,',
  );
  expect(stdout).toContain('missing Drug offenders arrested in the area. The summary is of all units.');
});

test('the same inputs give the same bytes', () => {
  const run = (env: Readonly<Record<string, string>>): string =>
    xasach(['score', 'fixtures/an-giang-2025.csv', '-p', '2025', '-f', 'json'], { env }).stdout;
  const first = run({});
  expect(run({ LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' })).toBe(first);
  expect(run({ XASACH_LANG: 'en' })).toBe(first);
});

describe('the period', () => {
  const text = readFileSync(join(ROOT, 'fixtures/an-giang-2025.csv'), 'utf8').trimEnd();
  const withPeriods = (...periods: readonly string[]): string => {
    const [header = '', ...rows] = text.split('\n').slice(0, periods.length + 1);
    return [`${header},period`, ...rows.map((row, index) => `${row},${periods[index] ?? ''}`)].join('\n');
  };

  test('of the data is the one that counts', () => {
    expect(scored(['-'], withPeriods('2025', '2025')).period).toBe('2025');
    expect(scored(['-'], withPeriods('2025', '2026')).period).toBeNull();
  });

  test('of other rows is told where it leaves units out', () => {
    const ran = xasach(['score', '-', '-p', '2025'], { input: withPeriods('2025', '2026') });
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stderr.match(/\(dòng 3\)/gu)).toHaveLength(1);
  });

  test('of other rows is not told of units that the comparison tells of', () => {
    const [header = '', ...rows] = readFileSync(join(ROOT, 'fixtures/nghe-an-2021-2022.csv'), 'utf8').split('\n');
    const gone = rows.filter((row) => !row.startsWith('17611,') || !row.includes(',2022'));
    const input = [header, ...gone].join('\n');
    const told = (...against: readonly string[]): string =>
      xasach(['score', '-', '-c', 'nghe-an-clean@2022', '-p', '2022', ...against], { input }).stderr;
    expect(told()).toContain('kỳ khác');
    expect(told('--against', '2021')).not.toContain('kỳ khác');
  });

  test('in which a code stood for another unit is not compared with, as data or as a result', () => {
    const [header = '', ...rows] = readFileSync(join(ROOT, 'fixtures/nghe-an-2021-2022.csv'), 'utf8').split('\n');
    const named = rows.map((row) =>
      row.startsWith('17611,') && row.includes(',2021,') ? row.replace(/^17611,[^,]*/u, '17611,Xã Khác Tên') : row,
    );
    const input = [header, ...named].join('\n');
    const args = ['score', '-', '-c', 'nghe-an-clean@2022', '--lang', 'en', '-f', 'json'];
    const earlier = join(mkdtempSync(join(tmpdir(), 'xasach-against-')), 'earlier.json');
    expect(xasach([...args, '-p', '2021', '-q', '-o', earlier], { input }).code).toBe(0);
    for (const against of ['2021', earlier]) {
      const ran = xasach([...args, '-p', '2022', '--against', against], { input });
      expect(ran.stderr).toContain('One code stands for units with different names: 17611');
      expect(JSON.parse(ran.stdout)).toMatchObject({ comparison: { verdicts: { appeared: 1, vanished: 1 } } });
    }
  });

  test.each([
    {
      name: 'that no row names',
      args: ['-p', '2027'],
      input: withPeriods('2025', '2026'),
      code: 2,
      says: '2025, 2026',
    },
    { name: 'in no known form', args: [], input: withPeriods('2025', 'Q3'), code: 3, says: 'Cột “period”: “Q3”' },
    { name: 'left blank', args: [], input: withPeriods('2025', ''), code: 3, says: 'Cột “period”: ô trống' },
    { name: 'before any version', args: [], input: withPeriods('1999', '1999'), code: 3, says: '14/12/1999' },
    { name: 'under two versions', args: [], input: withPeriods('2025', '1999'), code: 3, says: 'nhiều kỳ: 1999, 2025' },
  ])('$name is refused', ({ args, input, code, says }) => {
    const ran = xasach(['score', '-', ...args], { input });
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.stderr).toContain(says);
  });
});

describe('another period of data that names none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-'));
  const [header = '', first = ''] = readFileSync(join(ROOT, 'fixtures/an-giang-2025.csv'), 'utf8').split('\n');
  const year = (name: string, row: string): string => {
    const file = join(folder, name);
    writeFileSync(file, `${header}\n${row}\n`);
    return file;
  };
  const now = year('now.csv', first);
  const before = year('before.csv', first.replace(/,(\d+),/u, ',1$1,'));

  test.each([{ files: [now] }, { files: [now, before] }])(
    'says that a column is needed: $files.length',
    ({ files }) => {
      const ran = xasach(['score', ...files, '-p', '2026', '--against', '2025', '--lang', 'en', '-q']);
      expect(ran).toMatchObject({ code: 3, stdout: '' });
      const [told] = ran.stderr.replaceAll(/\s+/gu, ' ').split('every file');
      expect(told).toBe(
        'error: The data has no column of periods, so no row is known to be of 2025. Add a column “period” to ',
      );
    },
  );
});

describe('rank shares with score', () => {
  const DATA = ['fixtures/an-giang-2025.csv', '-p', '2025', '-q', '--lang', 'en'];

  test.each(['md', 'html', 'json'])('its reports: %s', (format) => {
    const [ranked, all] = ['rank', 'score'].map((command) => xasach([command, ...DATA, '-f', format]).stdout);
    expect(ranked?.length).toBeGreaterThan(1000);
    expect(ranked).toBe(all);
  });

  test('what if, said before and after the order', () => {
    const { stdout } = xasach(['rank', ...DATA, '--set', '30817:use_points=0', '--top', '1']);
    expect(stdout.match(/^WHAT-IF, NOT FOR CERTIFICATION/gmu)).toHaveLength(2);
    expect(stdout).toContain('30817 Xã Hòn Đất: Non-key area → Drug-free area; score 2/3 → 3/3; rank 28 → 1');
  });

  test('comparing with an earlier period', () => {
    const earlier = ['fixtures/nghe-an-2021-2022.csv', '-c', 'nghe-an-clean@2022', '-p', '2022', '--against', '2021'];
    const { stdout } = xasach(['rank', ...earlier, '--lang', 'en', '-q', '--top', '1']);
    expect(stdout).toContain('  Newly meet the criteria   35\n  Still meet the criteria   74\n');
    expect(stdout).toMatch(
      /Against 2021\n {2}Before: NOT FOR CERTIFICATION: nghe-an-clean@2022 was not in force on 2021/u,
    );
    expect(stdout).not.toMatch(/\n\n\n/u);
  });
});
