import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diffSchema } from '../../src/report/json/diff-schema.ts';
import { BIN, ROOT, xasach } from './run-xasach.ts';

const FOLDER = join(ROOT, 'fixtures', 'e2e', 'diff');
const KON_TUM = ['diff', 'kon-tum-model@1', 'kon-tum-model@2'];
const DATA = ['--data', 'fixtures/kon-tum-2024.csv', '-p', '2024'];
const FAMILIES = ['diff', 'vn-key-commune@2010', 'vn-drug-free@2025', '--across-families'];
const BAD = join(ROOT, 'fixtures', 'e2e', 'bad-input');

describe.each(['vi', 'en'])('in %s', (lang) => {
  test.each([
    ['kon-tum', [...KON_TUM, ...DATA]],
    ['families', FAMILIES],
  ])(
    '%s is told as a person reads it',
    async (name, args) => {
      const ran = xasach([...args, '--lang', lang]);
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      await expect(ran.stdout).toMatchFileSnapshot(join(FOLDER, `${name}.${lang}.txt`));
    },
    60_000,
  );

  test('kon-tum as Markdown, ready for a pull request', async () => {
    const ran = xasach([...KON_TUM, ...DATA, '-f', 'md', '--lang', lang]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    await expect(ran.stdout).toMatchFileSnapshot(join(FOLDER, `kon-tum.${lang}.md`));
  });

  test.each([
    ['other-family', 2, ['vn-key-commune@2010', 'vn-drug-free@2025']],
    ['other-level', 2, ['hamlet-drug-free@2025', 'vn-drug-free@2025']],
    ['unknown-version', 3, ['kon-tum-model@1', 'kon-tum-model@9']],
    ['unknown-file', 3, ['kon-tum-model@1', './kon-tum-9.yaml']],
    ['no-repository', 3, ['main:criteria.yaml', 'kon-tum-model@2']],
    ['errors-on-one-side', 3, [join(BAD, 'sound.yaml'), 'bad-formula.yaml']],
    ['moves-without-data', 2, ['kon-tum-model@1', 'kon-tum-model@2', '--fail-on', 'moves']],
    ['unknown-condition', 2, ['kon-tum-model@1', 'kon-tum-model@2', '--fail-on', 'warning']],
    ['not-a-day', 2, ['kon-tum-model@1', 'kon-tum-model@2', '--on', '2026-02-30']],
    ['ignore-of-another-form', 3, ['kon-tum-model@1', 'kon-tum-model@2', '--ignore', 'accepted.yaml']],
    ['data-without-a-column', 3, ['kon-tum-model@1', 'kon-tum-model@2', '--data', 'few.csv']],
    ['data-of-several-periods', 3, ['kon-tum-model@1', 'kon-tum-model@2', '--data', 'kon-tum.csv']],
    ['data-of-another-period', 2, ['kon-tum-model@1', 'kon-tum-model@2', '--data', 'kon-tum.csv', '-p', '2022']],
  ] as const)('%s is refused and explained', async (name, code, args) => {
    const cwd = folderOfFaults();
    const ran = xasach(['diff', ...args, '--lang', lang], { cwd });
    expect(ran).toMatchObject({ code, stdout: '' });
    const said = ran.stderr.replaceAll(`${BAD}/`, '');
    await expect(said).toMatchFileSnapshot(join(FOLDER, `${name}.${lang}.txt`));
  });

  test.each([
    ['unknown-revision', 'v9:criteria.yaml'],
    ['unknown-path', 'HEAD:criterai.yaml'],
    ['revision-like-an-option', '--all:criteria.yaml'],
  ])('%s of a repository is refused and explained', async (name, old) => {
    const ran = xasach(['diff', '--lang', lang, '--', old, 'criteria.yaml'], { cwd: repository() });
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    await expect(ran.stderr).toMatchFileSnapshot(join(FOLDER, `${name}.${lang}.txt`));
  });
});

function folderOfFaults(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-diff-'));
  copyFileSync(join(BAD, 'bad-formula.yaml'), join(folder, 'bad-formula.yaml'));
  copyFileSync(join(ROOT, 'fixtures', 'kon-tum-2024.csv'), join(folder, 'kon-tum.csv'));
  writeFileSync(join(folder, 'few.csv'), 'code,name,hotspots_left\n00001,A,0\n');
  writeFileSync(join(folder, 'accepted.yaml'), 'accepted:\n  - { fingerprint: 12, reason: x, until: soon }\n');
  return folder;
}

/** A repository in which criteria were recorded and then tightened, on disk only. */
function repository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-git-'));
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  };
  const fixture = (side: string): string => join(ROOT, 'fixtures', 'diff', `threshold-tightened_${side}.yaml`);
  git('init', '-q', '-b', 'main');
  copyFileSync(fixture('base'), join(folder, 'criteria.yaml'));
  mkdirSync(join(folder, 'below'));
  git('add', '.');
  git('commit', '-q', '-m', 'Criteria');
  copyFileSync(fixture('revision'), join(folder, 'criteria.yaml'));
  return folder;
}

interface Told {
  readonly changes: readonly { readonly id: string; readonly fingerprint: string; readonly direction: string }[];
}

function told(args: readonly string[], cwd?: string): Told {
  const ran = xasach([...args, '-f', 'json'], cwd === undefined ? {} : { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return diffSchema.parse(JSON.parse(ran.stdout));
}

describe('git history', () => {
  test('a recorded file is compared with the one on disk', () => {
    const files = ['base', 'revision'].map((side) =>
      join(ROOT, 'fixtures', 'diff', `threshold-tightened_${side}.yaml`),
    );
    const plain = told(['diff', ...files]);
    const cwd = repository();
    expect(
      told(['diff', 'HEAD:criteria.yaml', 'criteria.yaml'], cwd).changes.map(({ fingerprint }) => fingerprint),
    ).toEqual(plain.changes.map(({ fingerprint }) => fingerprint));
    expect(told(['diff', 'main:criteria.yaml', '../criteria.yaml'], join(cwd, 'below')).changes).toHaveLength(1);
    expect(told(['diff', 'main:../criteria.yaml', '../criteria.yaml'], join(cwd, 'below')).changes).toHaveLength(1);
  });

  test('the two lines of the guide make git diff show changes of criteria', () => {
    const cwd = repository();
    const lines = /```bash\n(echo[^`]*)```/u.exec(readFileSync(join(ROOT, 'criteria', 'README.md'), 'utf8'))?.[1] ?? '';
    const script = lines
      .replace('criteria/*.yaml', '*.yaml')
      .replace('xasach diff \\"', `${JSON.stringify(process.execPath).slice(1, -1)} ${BIN} diff --lang en \\"`);
    expect(script).toContain(BIN);
    execFileSync('sh', ['-c', script], { cwd, stdio: 'pipe' });
    const shown = execFileSync('git', ['diff'], { cwd, encoding: 'utf8' });
    expect(shown).toContain('M.2  Threshold tightened  [stricter]');
    expect(shown).toContain('criteria.yaml:52:11');
  });

  test('a file whose name holds a colon is a file', () => {
    const cwd = repository();
    copyFileSync(join(cwd, 'criteria.yaml'), join(cwd, 'main:other.yaml'));
    expect(told(['diff', 'main:other.yaml', 'criteria.yaml'], cwd).changes).toEqual([]);
  });
});

describe('a reading', () => {
  test('that neither set has is refused', () => {
    const ran = xasach(['diff', 'kon-tum-model@1', 'kon-tum-model@2', '-r', 'bands=cumulative', '--lang', 'en']);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('There is no reading “bands”: the criteria have none.');
  });

  test('that one of them has, or a set below, is chosen there', () => {
    const applied = (base: string, revision: string): unknown => {
      const args = ['diff', base, revision, '--across-families', '-r', 'bands=cumulative', '-f', 'json'];
      const ran = xasach(args);
      expect(ran.code).toBe(0);
      const { base: before, revision: after } = JSON.parse(ran.stdout);
      return [before.readings, after.readings];
    };
    expect(applied('vn-key-commune@2010', 'vn-drug-free@2025')).toMatchObject([{}, { bands: 'cumulative' }]);
    const provinces = 'vn-drug-free-province@2025';
    expect(applied(provinces, provinces)).toMatchObject([{ bands: 'cumulative' }, { bands: 'cumulative' }]);
  });
});

describe('codes', () => {
  test.each([
    [['--fail-on', 'stricter'], 1],
    [['--fail-on', 'looser'], 0],
    [['--fail-on', 'any'], 1],
    [[], 0],
  ])('of what is only stricter, %j is %i', (options, code) => {
    const pair = ['base', 'revision'].map((side) => `fixtures/diff/threshold-tightened_${side}.yaml`);
    expect(xasach(['diff', ...pair, ...options]).code).toBe(code);
  });

  test('units that move are an objection', () => {
    expect(xasach([...KON_TUM, ...DATA, '--fail-on', 'moves']).code).toBe(1);
    expect(xasach(['diff', 'kon-tum-model@1', 'kon-tum-model@1', ...DATA, '--fail-on', 'moves']).code).toBe(0);
  });

  test('an accepted change is none, until its last day', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xasach-accepted-'));
    const stricter = told(KON_TUM).changes.filter(
      ({ direction }) => direction === 'stricter' || direction === 'either',
    );
    const file = join(folder, 'accepted.yaml');
    writeFileSync(
      file,
      `accepted:\n${stricter.map(({ fingerprint }) => `  - { fingerprint: ${fingerprint}, reason: Đã họp thống nhất, until: 2025-12-31 }\n`).join('')}`,
    );
    const run = (...more: readonly string[]) =>
      xasach([...KON_TUM, '--fail-on', 'stricter', '--ignore', file, '--lang', 'en', ...more]);
    expect(run()).toMatchObject({ code: 0, stderr: '' });
    expect(run().stdout).toContain('accepted until 2025-12-31: Đã họp thống nhất');
    const late = run('--on', '2026-01-01');
    expect(late.code).toBe(1);
    expect(late.stderr).toContain(`warning: Change ${stricter[0]?.fingerprint} (Đã họp thống nhất) was accepted`);
  });
});

test('units above are moved by their figures of the year before, as score tells them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-above-'));
  const set = (family: string, version: number, rest: string): string =>
    `family: ${family}
version: "${version}"
status: draft
title: { vi: Nhỏ, en: Small }
effective: { from: 2020-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
${rest}
classes:
  good: { label: { vi: Tốt, en: Good }, when: A }
  rest: { label: { vi: Khác, en: Rest }, when: otherwise }
`;
  const above = (version: number, test: string): string =>
    set(
      'above',
      version,
      `unit: district
from: { set: below@1, group: district }
indicators: { users: { label: { vi: Người, en: Users }, type: count, rollup: sum(users) } }
criteria: { A: { title: { vi: Giảm, en: Fewer }, test: "${test}" } }`,
    );
  const files = {
    'below-1.yaml': set(
      'below',
      1,
      `unit: commune
indicators: { users: { label: { vi: Người, en: Users }, type: count } }
criteria: { A: { title: { vi: Không, en: None }, test: users == 0 } }`,
    ),
    'above-1.yaml': above(1, 'users <= prev(users)'),
    'above-2.yaml': above(2, 'users < prev(users)'),
    'data.csv': 'code,district,period,users\n00001,D,2024,5\n00002,D,2024,3\n00001,D,2025,4\n00002,D,2025,4\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const [one, two, data] = ['above-1.yaml', 'above-2.yaml', 'data.csv'].map((name) => join(folder, name));
  const classUnder = (path = ''): unknown =>
    JSON.parse(xasach(['score', data ?? '', '-c', path, '-p', '2025', '-f', 'json', '-q']).stdout).assessments[0].class;
  expect([classUnder(one), classUnder(two)]).toEqual(['good', 'rest']);
  const ran = xasach(['diff', one ?? '', two ?? '', '--data', data ?? '', '-p', '2025', '-f', 'json']);
  expect(diffSchema.parse(JSON.parse(ran.stdout)).impact).toMatchObject({
    moved: [{ code: 'D', before: { class: 'good' }, after: { class: 'rest' } }],
  });
});

test('JSON keeps to its schema, with and without data and proofs', () => {
  for (const more of [[], DATA]) expect(told([...KON_TUM, ...more]).changes).toHaveLength(8);
  expect(
    told([...FAMILIES, '--prove', '--data', 'fixtures/an-giang-2025.csv', '-p', '2025']).changes.length,
  ).toBeGreaterThan(50);
}, 60_000);

test('the witness of a proof is a data file that score tells apart', () => {
  const ran = xasach([...FAMILIES, '--prove', '-f', 'json']);
  const { proofs } = diffSchema.parse(JSON.parse(ran.stdout));
  const proof = proofs?.classes.find((own) => own.class === 'drug_free');
  expect(proof).toMatchObject({ direction: 'looser', losing: { proved: 'no', witness: null } });
  const { header, rows, period } = proof?.gaining.witness ?? { header: [], rows: [], period: '' };
  const file = join(mkdtempSync(join(tmpdir(), 'xasach-witness-')), 'witness.csv');
  writeFileSync(file, [header, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'));
  const classUnder = (set: string): unknown =>
    JSON.parse(xasach(['score', file, '-c', set, '-p', period, '-f', 'json', '-q']).stdout).assessments[0].class;
  expect([classUnder('vn-key-commune@2010'), classUnder('vn-drug-free@2025')]).toEqual(['not_known', 'drug_free']);
}, 60_000);

test('the page stands alone', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'xasach-page-')), 'diff.html');
  expect(xasach([...KON_TUM, ...DATA, '-o', file])).toMatchObject({ code: 0, stdout: '', stderr: '' });
  const page = readFileSync(file, 'utf8');
  expect(page).toContain('content="default-src &#39;none&#39;;');
  expect(page).not.toMatch(/(?:src|href)="(?!#|data:)/u);
  expect(page).toContain('<del>95</del>');
  expect(page).toContain('<ins>98</ins>');
});

test('changes that are nothing by themselves and something together are objected to once that is proved', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-together-'));
  const written = (name: string, least: number): string => {
    const file = join(folder, name);
    const text = `family: together
version: "${least}"
status: draft
title: Together
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators: { a: { label: A, type: count, measured: end } }
criteria:
  A: { title: A, test: a >= ${least} }
  B: { title: B, test: a >= ${least} }
classes:
  good: { label: Good, certifies: true, when: { any: [A, B] } }
  rest: { label: Rest, when: otherwise }
`;
    writeFileSync(file, text);
    return file;
  };
  const [base, revision] = [written('base.yaml', 1), written('revision.yaml', 2)];
  const codeOf = (...args: readonly string[]): number | null => xasach(['diff', ...args]).code;
  expect(codeOf(base, revision, '--prove', '--fail-on', 'stricter')).toBe(1);
  expect(codeOf(base, revision, '--prove', '--fail-on', 'looser')).toBe(0);
  expect(codeOf(revision, base, '--prove', '--fail-on', 'looser')).toBe(1);
  expect(codeOf(base, base, '--prove', '--fail-on', 'stricter', '--fail-on', 'looser')).toBe(0);
});
