import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CatalogEntry, catalogEntry, choose, periodOf } from '../../src/criteria/index.ts';
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
    ['clean@2010', '2024', 'clean@2010', []],
    ['clean@2010', '2025', 'clean@2010', ['period/outside-validity']],
    ['clean@2025', '2024', 'clean@2025', ['period/outside-validity']],
    ['clean@2010', null, 'clean@2010', ['period/validity-not-checked']],
    ['torn@1', '2022', 'torn@1', []],
    ['torn', null, 'torn@2', ['period/validity-not-checked']],
    ['model', '2025', 'model@1', []],
    ['moved', '2024', 'moved@1', []],
    ['moved', '2025', 'moved@2', ['period/begins-before-effective']],
  ])('%s in %s is %s %o', (request, period, id, codes) => {
    const result = choose(CATALOG, request, period);
    expect(result.ok && result.value.entry.id).toBe(id);
    expect(result.ok && result.value.period?.id).toBe(period ?? undefined);
    expect(result.issues.map(({ code, severity }) => [code, severity])).toEqual(codes.map((code) => [code, 'warning']));
  });

  test.each<[string, string | null, string, object]>([
    ['clean', '2009', 'period/none-in-force', { family: 'clean', from: '2008-12-15', to: '2009-12-14' }],
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
    ['', '2025', 'criteria/bad-set-id', {}],
  ])('%s in %s: %s', (request, period, code, args) => {
    const result = choose(CATALOG, request, period);
    expect(result).toMatchObject({ ok: false, issues: [{ code, severity: 'error', args }] });
    for (const lang of ['vi', 'en'] as const)
      expect(result.issues.map((found) => sentence(found, lang)).join()).not.toMatch(/undefined|null/);
  });
});

describe('periods', () => {
  test.each([
    ['clean@2025', '2025', '2024-12-15', '2025-12-14'],
    ['civil@1', '2025', '2025-01-01', '2025-12-31'],
    ['clean@2025', '2000', '1999-12-15', '2000-12-14'],
  ])('%s %s is %s to %s', (set, id, from, to) => {
    const found = CATALOG.find((one) => one.id === set);
    expect(found && periodOf(found, id)).toMatchObject({ ok: true, value: { id, from, to } });
  });

  test.each(['25', '2025 ', '2025-12', 'năm 2025', ''])('“%s” is no period', (id) => {
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

  test('a file without a header', () => {
    expect(catalogEntry('cases: []', 'a.yaml')).toMatchObject({ ok: false, issues: [{ code: 'criteria/empty-file' }] });
  });
});
