import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type CatalogEntry,
  catalogEntry,
  choose,
  parseCriteria,
  periodOf,
  statedId,
} from '../../src/criteria/index.ts';
import { sentence } from '../../src/messages/index.ts';
import { SMALL_SET, spoiled } from './small-set.ts';

function entry(id: string, from: string, to: string | null = null, more: Partial<CatalogEntry> = {}): CatalogEntry {
  const [family = '', version = ''] = id.split('@');
  const title = { vi: id, en: id };
  const period = { kind: 'year', from: '12-15', to: '12-14' } as const;
  const rest = {
    id,
    family,
    version,
    status: 'in-force',
    title,
    unit: 'commune',
    from: null,
    effective: { from, to },
    reviewed: null,
    period,
  } as const;
  return { ...rest, file: `${family}-${version}.yaml`, ...more };
}

const CATALOG: readonly CatalogEntry[] = [
  entry('clean@2010', '2010-08-09', '2025-08-23', { status: 'retired' }),
  entry('clean@2025', '2025-08-24', null, { reviewed: '2026-06-08' }),
  entry('clean@2030', '2030-01-01', null, { status: 'draft' }),
  entry('torn@1', '2020-01-01'),
  entry('torn@2', '2021-01-01'),
  entry('model@1', '2024-01-01', null, { status: 'draft' }),
  entry('civil@1', '2024-01-01', null, { period: { kind: 'year', from: '01-01', to: '12-31' } }),
  entry('moved@1', '2020-01-01', '2025-01-31', { period: { kind: 'year', from: '01-01', to: '12-31' } }),
  entry('moved@2', '2025-02-01'),
  entry('double@1', '2024-01-01'),
  entry('counted@10', '2024-01-01'),
  entry('counted@9', '2024-01-01'),
  entry('dotted@9.12', '2024-01-01'),
  entry('dotted@10.1', '2024-01-01'),
  entry('marked@2026', '2024-01-01'),
  entry('marked@2025-rc', '2024-01-01'),
  entry('older@2', '2020-01-01'),
  entry('older@1', '2024-01-01'),
  entry('early@1', '2020-01-01', '2020-12-31', { status: 'retired' }),
  entry('early@2', '2030-01-01', null, { status: 'draft' }),
  entry('daily@1', '2024-12-15', '2025-12-14'),
  entry('seen@1', '2024-01-01', null, { reviewed: '2024-12-14' }),
  entry('seen@2', '2024-01-01', null, { status: 'draft', reviewed: '2024-12-13' }),
  entry('double@1', '2024-01-01', null, { file: 'copy.yaml' }),
];

describe('choose', () => {
  test.each<[string, string | null, string, readonly string[]]>([
    ['clean', '2024', 'clean@2010', []],
    ['clean', '2025', 'clean@2025', ['period/begins-before-effective']],
    ['clean', '2026', 'clean@2025', []],
    ['clean', '2027', 'clean@2025', ['period/review-old']],
    ['clean', '2030', 'clean@2025', ['period/review-old']],
    ['clean', null, 'clean@2025', ['period/validity-not-checked']],
    ['dotted', null, 'dotted@10.1', ['period/validity-not-checked']],
    ['marked', null, 'marked@2026', ['period/validity-not-checked']],
    ['clean@2010', '2024', 'clean@2010', []],
    ['clean@2010', '2025', 'clean@2010', ['period/outside-validity']],
    ['clean@2025', '2024', 'clean@2025', ['period/outside-validity']],
    ['clean@2010', null, 'clean@2010', ['period/validity-not-checked']],
    ['torn@1', '2022', 'torn@1', []],
    ['torn', null, 'torn@2', ['period/validity-not-checked']],
    ['model', '2025', 'model@1', []],
    ['moved', '2024', 'moved@1', []],
    ['moved', '2025', 'moved@2', ['period/begins-before-effective']],
    ['counted', null, 'counted@10', ['period/validity-not-checked']],
    ['older', null, 'older@1', ['period/validity-not-checked']],
    ['early', null, 'early@1', ['period/validity-not-checked']],
    ['double', null, 'double@1', ['period/validity-not-checked']],
    ['daily', '2025', 'daily@1', []],
    ['daily@1', '2024', 'daily@1', ['period/outside-validity']],
    ['daily@1', '2026', 'daily@1', ['period/outside-validity']],
    ['seen', '2025', 'seen@1', []],
    ['seen@2', '2025', 'seen@2', ['period/review-old']],
    ['seen@2', '2023', 'seen@2', ['period/outside-validity']],
  ])('%s in %s is %s %o', (request, period, id, codes) => {
    const result = choose(CATALOG, request, period);
    expect(result.ok && result.value.entry.id).toBe(id);
    expect(result.ok && result.value.period?.id).toBe(period ?? undefined);
    expect(result.issues.map(({ code, severity }) => [code, severity])).toEqual(codes.map((code) => [code, 'warning']));
  });

  test.each<[string, string | null, string, object]>([
    ['clean', '2009', 'period/none-in-force', { family: 'clean', from: '2008-12-15', to: '2009-12-14', above: null }],
    [
      'torn',
      '2022',
      'period/several-in-force',
      { to: '2022-12-14', sets: ['torn@1 (torn-1.yaml)', 'torn@2 (torn-2.yaml)'] },
    ],
    ['clean', '2025-Q1', 'period/unknown-form', {}],
    ['clean@2025', 'x', 'period/unknown-form', {}],
    ['cleam', '2025', 'criteria/unknown-set', { id: 'cleam', nearest: ['clean'] }],
    ['clean@2026', '2025', 'criteria/unknown-set', { nearest: ['clean@2025', 'clean@2010', 'clean@2030'] }],
    ['double@1', '2025', 'criteria/set-twice', { files: ['double-1.yaml', 'copy.yaml'] }],
    ['../clean', '2025', 'criteria/bad-set-id', {}],
    ['clean@..', '2025', 'criteria/bad-set-id', {}],
    ['clean@2025/x', '2025', 'criteria/bad-set-id', {}],
    ['clean@2025@1', '2025', 'criteria/bad-set-id', {}],
    ['clean@', '2025', 'criteria/bad-set-id', {}],
    ['clean@2025@', '2025', 'criteria/bad-set-id', {}],
    [
      'early',
      '2025',
      'period/none-in-force',
      {
        from: '2024-12-15',
        known: [
          { set: 'early@1', from: '2020-01-01', to: '2020-12-31' },
          { set: 'early@2', from: '2030-01-01', to: null },
        ],
      },
    ],
    ['double', '2025', 'period/several-in-force', { sets: ['double@1 (double-1.yaml)', 'double@1 (copy.yaml)'] }],
    ['', '2025', 'criteria/bad-set-id', {}],
  ])('%s in %s: %s', (request, period, code, args) => {
    const result = choose(CATALOG, request, period);
    expect(result).toMatchObject({ ok: false, issues: [{ code, severity: 'error', args }] });
    for (const lang of ['vi', 'en'] as const)
      expect(result.issues.map((found) => sentence(found, lang)).join()).not.toMatch(/undefined|null/);
  });
});

test('of two files of one set the first is chosen where nothing else tells them apart', () => {
  const chosen = choose(CATALOG, 'double', null);
  expect(chosen.ok && chosen.value.entry.file).toBe('double-1.yaml');
});

test('what a person should know of the days of a set is told with them', () => {
  const told = (request: string, period: string) => choose(CATALOG, request, period).issues.map(({ args }) => args);
  expect(told('clean', '2025')).toEqual([
    { set: 'clean@2025', period: '2025', from: '2024-12-15', effective: '2025-08-24' },
  ]);
  expect(told('clean', '2027')).toEqual([
    { set: 'clean@2025', period: '2027', reviewed: '2026-06-08', to: '2027-12-14' },
  ]);
  expect(told('clean@2010', '2025')).toEqual([{ set: 'clean@2010', period: '2025', to: '2025-12-14' }]);
  expect(choose([], 'clean', null)).toMatchObject({
    ok: false,
    issues: [{ code: 'criteria/unknown-set', args: { id: 'clean', known: [], nearest: [] }, received: 'clean' }],
  });
});

describe('periods', () => {
  test.each([
    ['clean@2025', '2025', '2024-12-15', '2025-12-14'],
    ['civil@1', '2025', '2025-01-01', '2025-12-31'],
    ['clean@2025', '2000', '1999-12-15', '2000-12-14'],
    ['clean@2025', '0001', '0000-12-15', '0001-12-14'],
  ])('%s %s is %s to %s', (set, id, from, to) => {
    const found = CATALOG.find((one) => one.id === set);
    expect(found && periodOf(found, id)).toMatchObject({ ok: true, value: { id, from, to } });
  });

  test.each(['25', '2025 ', '2025-12', 'năm 2025', '', '0000'])('“%s” is no period', (id) => {
    expect(periodOf({ period: { kind: 'year', from: '01-01', to: '12-31' } }, id)).toMatchObject({
      ok: false,
      issues: [{ code: 'period/unknown-form', received: id }],
    });
  });
});

describe('catalog entries', () => {
  test('the header of the national criteria', () => {
    const text = readFileSync(new URL('../../criteria/vn-drug-free-2025.yaml', import.meta.url), 'utf8');
    expect(catalogEntry(text, 'vn-drug-free-2025.yaml')).toMatchObject({
      ok: true,
      value: {
        id: 'vn-drug-free@2025',
        status: 'in-force',
        unit: 'commune',
        effective: { from: '2025-08-24', to: null },
        reviewed: '2026-06-08',
        file: 'vn-drug-free-2025.yaml',
      },
    });
  });

  test('faults below the header do not matter', () => {
    expect(catalogEntry(spoiled('test: rate < 0.5%', 'test: [[['), 'a.yaml').ok).toBe(true);
  });

  test('header keys may stand anywhere', () => {
    const [first = '', ...rest] = SMALL_SET.split('\n');
    expect(catalogEntry([...rest, first].join('\n'), 'a.yaml')).toMatchObject({ ok: true, value: { id: 'small@1' } });
  });

  test('a faulty header is reported at its line', () => {
    expect(catalogEntry(spoiled('unit: commune', 'unit: communes'), 'a.yaml')).toMatchObject({
      ok: false,
      issues: [
        {
          code: 'criteria/unknown-value',
          path: 'unit',
          position: { file: 'a.yaml', line: 5, column: 7, text: 'unit: communes' },
        },
      ],
    });
  });

  test.each<[string, string, readonly string[]]>([
    ['broken', 'family: small\n', ['criteria/missing-key']],
    ['no YAML', 'family: [small\n', ['criteria/yaml-syntax']],
    ['a key twice', `${SMALL_SET}family: small\n`, ['criteria/duplicate-key']],
  ])('a header that is %s', (_, text, codes) => {
    const { ok, issues } = catalogEntry(text, 'a.yaml');
    expect(ok).toBe(false);
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(codes));
  });

  test('a period or a set below may be written over several lines, with remarks between', () => {
    const period =
      'period:\n# by the year\n\n  kind: year\n  from: 12-15\n  to: 12-14\nfrom:\n  set: low@1\n  group: place\n';
    expect(catalogEntry(spoiled('period: { kind: year, from: 01-01, to: 12-31 }\n', period), 'a.yaml')).toMatchObject({
      ok: true,
      value: { period: { from: '12-15', to: '12-14' }, from: { set: 'low@1', group: 'place' } },
    });
  });

  test.each<[string, string, string | null]>([
    ['of a whole file', SMALL_SET, 'small@1'],
    ['of a file that changes another', 'extends: low@1\nfamily: ours\nversion: "3"\nstatus: draft\n', 'ours@3'],
    ['whatever is wrong below', 'family: ours\nversion: 3\ncriteria: [\n', 'ours@3'],
    ['not without a version', 'family: ours\nextends: low@1\n', null],
    ['not without a family', 'version: "3"\nextends: low@1\n', null],
    ['not of another form', 'family: [ours]\nversion: "3"\n', null],
    ['not in the middle of a line', 'x: family: ours\nversion: "3"\n', null],
    ['not of a longer word', 'family_name: ours\nversion: "3"\n', null],
    ['where every line is indented', '  family: ours\n  version: "3"\n', 'ours@3'],
    ['in JSON', '{ "family": "ours", "version": "3" }', 'ours@3'],
    ['not below another key', 'other:\n  family: ours\n  version: "3"\n', null],
    ['not of nothing', '', null],
  ])('the id that is stated %s', (_, text, id) => {
    expect(statedId(text, 'a.yaml')).toBe(id);
  });

  test('a file without a header', () => {
    expect(catalogEntry('', 'a.yaml')).toMatchObject({ ok: false, issues: [{ code: 'criteria/empty-file' }] });
    const { ok, issues } = catalogEntry('cases: []', 'a.yaml');
    expect([ok, ...issues.map(({ code, path }) => `${code} ${path}`)]).toContain('criteria/missing-key family');
  });

  test.each<[string, (text: string) => string]>([
    ['as JSON', (text) => JSON.stringify(parse(text))],
    ['as JSON on many lines', (text) => JSON.stringify(parse(text), null, 2)],
    ['with every line indented', (text) => text.replaceAll(/^/gmu, '  ')],
    ['with its keys in quotes', (text) => text.replaceAll(/^(\w+):/gmu, '"$1":')],
    ['as a document', (text) => `---\n${text}...\n`],
  ])('a file written %s has the header that it has as a set', (_, written) => {
    const text = written(SMALL_SET);
    expect(parseCriteria(text).ok).toBe(true);
    expect(catalogEntry(text, 'a.yaml')).toMatchObject({ ok: true, value: { id: 'small@1' } });
  });
});
