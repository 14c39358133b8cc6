import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

const folder = mkdtempSync(join(tmpdir(), 'xasach-'));
const [header = '', ...rows] = readFileSync(join(ROOT, 'fixtures/an-giang-2025.csv'), 'utf8').split('\n').slice(0, 4);
const SET = 'vn-drug-free-province@2025';
const ENGLISH = { env: { XASACH_LANG: 'en' } };

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** A row with its province replaced, or without it. */
const province = (row: string, text: string | null): string =>
  row
    .split(',')
    .flatMap((cell, at) => (at === 2 ? (text ?? []) : cell))
    .join(',');
const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');
const sound = file('sound.csv', [header, ...rows]);
const blank = file('blank.csv', [header, ...rows.map((row, at) => (at === 0 ? province(row, '') : row))]);
const absent = file(
  'absent.csv',
  [header, ...rows].map((row) => province(row, null)),
);
const inYear = (year: string, blankFirst: boolean): readonly string[] =>
  rows.map((row, at) => `${year},${blankFirst && at === 0 ? province(row, '') : row}`);
const earlier = file('earlier.csv', [`period,${header}`, ...inYear('2025', true), ...inYear('2026', false)]);
const recorded = join(folder, 'recorded.json');
xasach(['score', sound, '-c', SET, '-p', '2025', '-o', recorded]);

describe.each([
  { of: 'a blank cell', data: blank, says: '“province”, so the figures would be left out', at: 'blank.csv:2' },
  { of: 'no column', data: absent, says: 'by the column “province”, which the data does not have', at: 'absent.csv' },
])('$of where units name their group', ({ data, says, at }) => {
  const asked = [data, '-c', SET, '-p', '2025'];
  test.each([
    { args: ['score', ...asked] },
    { args: ['score', ...asked, '--set', '30307:use_points=1', '-f', 'json'] },
    { args: ['rank', ...asked, '-f', 'csv'] },
    { args: ['explain', 'An Giang', ...asked] },
    { args: ['diff', SET, SET, '--data', data, '-p', '2025'] },
  ])('is told: $args', ({ args }) => {
    const ran = xasach(args, ENGLISH);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 3, stdout: '' });
    expect(inOneLine(ran.stderr)).toContain(says);
    expect(ran.stderr).toContain(at);
  });

  test('is what check finds', () => {
    const ran = xasach(['check', ...asked], ENGLISH);
    expect(ran.code).toBe(1);
    expect(inOneLine(ran.stdout)).toContain(says);
  });
});

test('a blank cell of the period to be held against is told', () => {
  const ran = xasach(['score', earlier, '-c', SET, '-p', '2026', '--against', '2025'], ENGLISH);
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 3, stdout: '' });
  expect(ran.stderr).toContain('earlier.csv:2');
});

test('a result whose data lost a group cannot be worked out again', () => {
  writeFileSync(sound, readFileSync(blank));
  const ran = xasach(['verify', recorded], ENGLISH);
  expect(ran.code).toBe(1);
  expect(inOneLine(ran.stderr)).toContain('so the figures would be left out');
});

describe('communes of the registry that the data lack leave their province open', () => {
  const data = file('of-three.csv', [header, ...rows]);
  const asked = [data, '-c', SET, '-p', '2025', '--units', 'vn-2025'];
  const result = join(folder, 'lacking.json');
  const scored = xasach(['score', ...asked, '-o', result], ENGLISH);

  test('in the verdict, with their names', () => {
    const { assessments } = JSON.parse(readFileSync(result, 'utf8'));
    expect(assessments).toHaveLength(1);
    expect(assessments[0]).toMatchObject({
      class: null,
      candidates: ['key_province', 'other'],
      candidatesExact: false,
    });
    expect(assessments[0].missing[0]).toMatchObject({ line: null, units: { length: 99 } });
    expect(assessments[0].missing[0].units[0]).toEqual({ code: '30313', name: 'Xã Mỹ Hoà Hưng' });
  });

  test('in the notes, which ask for no registry again', () => {
    expect(inOneLine(scored.stderr)).toContain('3 units, 99 absent. Of units of the registry that the files lack');
    expect(scored.stderr).not.toContain('Use --units');
  });

  test.each([['score'], ['rank'], ['explain', 'An Giang'], ['score', '-f', 'md'], ['score', '-f', 'csv']])(
    'as %s %s says',
    (command, ...rest) => {
      const ran = xasach([command, ...rest, ...asked], ENGLISH);
      expect(ran.code).toBe(0);
      expect(inOneLine(ran.stdout)).toContain('undetermined');
    },
  );

  test('and that is worked out again', () => {
    const ran = xasach(['verify', result], ENGLISH);
    expect(ran.stdout).toContain('worked out again, it is the same');
    expect(ran.code).toBe(0);
  });
});
