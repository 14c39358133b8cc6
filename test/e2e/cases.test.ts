import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

const NAME = 'nghe-an-clean-2022';
const scratch = mkdtempSync(join(tmpdir(), 'xasach-cases-'));
const criteria = join(scratch, `${NAME}.yaml`);
const cases = join(scratch, `${NAME}.cases.yaml`);
const sound = readFileSync(join(ROOT, 'criteria', `${NAME}.cases.yaml`), 'utf8');
copyFileSync(join(ROOT, 'criteria', `${NAME}.yaml`), criteria);

describe('xasach test', () => {
  test('runs the cases of all built-in sets, which try every threshold of those in force', () => {
    const ran = xasach(['test', '-f', 'json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const { failed, files } = JSON.parse(ran.stdout);
    const inForce = files.filter((file: { criteria: { status: string } }) => file.criteria.status === 'in-force');
    expect(failed).toBe(0);
    expect(inForce.map((file: { criteria: { id: string }; gaps: unknown }) => [file.criteria.id, file.gaps])).toEqual([
      ['vn-drug-free@2025', []],
      ['vn-drug-free-province@2025', []],
    ]);
  });

  test('shows a set that passes in three lines', () => {
    const ran = xasach(['test', 'vn-drug-free@2025', '--lang', 'en']);
    expect(ran.stdout.split('\n')).toEqual([
      'vn-drug-free@2025 (in force, vn-drug-free-2025.cases.yaml)',
      expect.stringMatching(/^ {2}Cases: \d+, all passed$/),
      expect.stringMatching(
        /^ {2}Thresholds: \d+, each tried just under, on and just over wherever a case can stand there$/,
      ),
      '',
    ]);
  });

  test.each([
    ['the criteria', criteria],
    ['the cases', cases],
  ])('takes %s by its path', (_, path) => {
    writeFileSync(cases, sound);
    expect(xasach(['test', path])).toMatchObject({ code: 0, stderr: '' });
  });

  test('ends with code 1 when a case fails, and writes nothing into the cases', () => {
    const spoilt = sound.replace('score: 2', 'score: 1');
    writeFileSync(cases, spoilt);
    const ran = xasach(['test', criteria, '--lang', 'en']);
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toContain('score: expected 1, found 2');
    expect(readFileSync(cases, 'utf8')).toBe(spoilt);
  });

  test('has no --update', () => {
    expect(xasach(['test', '--update'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('tells all that is wrong with a cases file, with line and column, and shows no result', () => {
    writeFileSync(cases, sound.replace('class: clean', 'class: spotless').replace('hot_spots: 1', 'hot_spot: 1'));
    const ran = xasach(['test', criteria, NAME.replace('-2022', '@2022'), '--lang', 'en']);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    // Long lines are broken between words.
    const told = ran.stderr.replaceAll('\n', ' ');
    expect(told).toMatch(/cases\.yaml:\d+:\d+: error: “nghe-an-clean@2022” has no class “spotless”/);
    expect(told).toMatch(/has no indicator or column “hot_spot”\. Did you mean “hot_spots”/);
  });

  test('says where the cases are expected when there are none', () => {
    const lonely = join(scratch, 'lonely.yaml');
    copyFileSync(criteria, lonely);
    const ran = xasach(['test', lonely, '--lang', 'en']);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain('lonely.cases.yaml');
  });

  test('never overwrites what it read', () => {
    writeFileSync(cases, sound);
    expect(xasach(['test', criteria, '-o', cases]).code).toBe(2);
    expect(readFileSync(cases, 'utf8')).toBe(sound);
  });
});
