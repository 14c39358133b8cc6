import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sentence } from '../src/index.ts';
import { builtinCatalog, loadCriteria, readData } from '../src/node.ts';

const CRITERIA = join(import.meta.dirname, '..', 'criteria');
const scratch = mkdtempSync(join(tmpdir(), 'xasach-'));
const codes = (result: { readonly issues: readonly { readonly code: string }[] }): readonly string[] =>
  result.issues.map(({ code }) => code);

test('the catalog lists the built-in sets', async () => {
  const catalog = await builtinCatalog();
  expect(catalog.ok && catalog.value.map(({ id }) => id)).toContain('vn-drug-free@2025');
});

describe('criteria are loaded', () => {
  test.each(['vn-drug-free', 'vn-drug-free@2025', join(CRITERIA, 'vn-drug-free-2025.yaml')])('%s', async (request) => {
    const loaded = await loadCriteria(request, { period: '2026' });
    expect(loaded.ok && loaded.value.set.id).toBe('vn-drug-free@2025');
    expect(loaded.ok && loaded.value.period).toEqual({ id: '2026', from: '2025-12-15', to: '2026-12-14' });
    expect(codes(loaded)).toEqual([]);
  });

  test('with the readings that are chosen', async () => {
    const loaded = await loadCriteria('vn-drug-free', { period: '2026', readings: { bands: 'cumulative' } });
    expect(loaded.ok && loaded.value.set.chosen).toMatchObject({ bands: 'cumulative', zero: 'excluded' });
  });

  test('and a doubt about their validity is told once', async () => {
    expect(codes(await loadCriteria('vn-drug-free', { period: '2025' }))).toEqual(['period/begins-before-effective']);
    expect(codes(await loadCriteria(join(CRITERIA, 'vn-drug-free-2025.yaml')))).toEqual([
      'period/validity-not-checked',
    ]);
  });
});

describe('criteria are refused', () => {
  test.each([
    { request: '..', code: 'file/is-folder' },
    { request: '../criteria', code: 'file/not-found' },
    { request: 'vn-drug-free@../2025', code: 'file/not-found' },
    { request: 'vn-drug-free@..', code: 'criteria/bad-set-id' },
    { request: 'vn-drug-free-2025', code: 'criteria/unknown-set' },
    { request: '__proto__', code: 'criteria/bad-set-id' },
    { request: '', code: 'criteria/bad-set-id' },
    { request: join(scratch, 'none.yaml'), code: 'file/not-found' },
    { request: `${scratch}/`, code: 'file/is-folder' },
    { request: join(scratch, 'none.yaml', 'below.yaml'), code: 'file/not-found' },
  ])('$request', async ({ request, code }) => {
    expect(codes(await loadCriteria(request))).toEqual([code]);
  });

  test('when they are no text, or too large', async () => {
    writeFileSync(join(scratch, 'bytes.yaml'), Buffer.from([0xff, 0xfe, 0x00]));
    writeFileSync(join(scratch, 'large.yaml'), Buffer.alloc(9_000_000, '#'));
    expect(codes(await loadCriteria(join(scratch, 'bytes.yaml')))).toEqual(['file/not-utf8']);
    expect(codes(await loadCriteria(join(scratch, 'large.yaml')))).toEqual(['file/too-large']);
  });
});

test('a period in which no set below is in force is told of the set above, which the option -c is for', async () => {
  const loaded = await loadCriteria('nghe-an-clean-district@2022', { period: '2021' });
  expect(loaded.issues).toMatchObject([
    { code: 'period/none-in-force', args: { family: 'nghe-an-clean', above: 'nghe-an-clean-district@2022' } },
  ]);
});

describe('a set that extends another', () => {
  const base = readFileSync(join(CRITERIA, 'vn-drug-free-2025.yaml'), 'utf8').replace(
    'family: vn-drug-free',
    'family: law',
  );
  const extending = (id: string, own = 'ours@2025'): string => {
    const [family, version] = own.split('@');
    return `family: ${family}\nextends: ${id}\nversion: "${version}"\nstatus: draft\ntitle: { vi: Của tỉnh, en: Ours }\n`;
  };

  /** A folder with these files, and what comes of loading `ours.yaml` in it. */
  function load(files: Readonly<Record<string, string>>): ReturnType<typeof loadCriteria> {
    const folder = mkdtempSync(join(scratch, 'extends-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return loadCriteria(join(folder, 'ours.yaml'), { period: '2026' });
  }

  test.each([
    ['by the name of its file', { 'law-2025.yaml': base }],
    [
      'by its header',
      { 'luat.yml': base, 'other.yaml': base.replace('family: law', 'family: lawful'), 'broken.yaml': '{' },
    ],
    ['by the name where copies lie about', { 'law-2025.yaml': base, 'law-2025-old.yaml': base }],
    ['though a file with its name holds another', { 'law-2025.yaml': extending('law@2024'), 'luat.yaml': base }],
    [
      'through another',
      {
        'law-2025.yaml': extending('luat@2025', 'law@2025'),
        'luat-2025.yaml': base.replace('family: law', 'family: luat'),
      },
    ],
  ])('finds it beside its own file %s', async (_, files) => {
    const loaded = await load({ 'ours.yaml': extending('law@2025'), ...files });
    expect(codes(loaded)).toEqual([]);
    expect(loaded.ok && loaded.value.set).toMatchObject({ id: 'ours@2025', title: { en: 'Ours' } });
  });

  test('finds it among the built-in sets', async () => {
    const loaded = await load({ 'ours.yaml': extending('vn-drug-free@2025') });
    expect(loaded.ok && loaded.value.set.id).toBe('ours@2025');
  });

  test('says where it looked', async () => {
    const { issues } = await load({ 'ours.yaml': extending('vn-drug-fre@2025') });
    expect(issues).toMatchObject([
      {
        code: 'criteria/base-not-found',
        position: { line: 2, column: 10 },
        args: { nearest: ['vn-drug-free@2025', 'vn-drug-free'] },
      },
    ]);
    for (const lang of ['vi', 'en'] as const) {
      expect(issues.map((found) => sentence(found, lang)).join('')).toContain('vn-drug-fre-2025.yaml');
    }
  });

  test('names a circle', async () => {
    const versioned = (text: string): string =>
      text.replace(
        'title',
        'unit: commune\neffective: { from: 2025-01-01 }\nperiod: { kind: year, from: 01-01, to: 12-31 }\ntitle',
      );
    const { issues } = await load({
      'ours.yaml': versioned(extending('a@1')),
      'a-1.yaml': versioned(extending('b@1', 'a@1')),
      'b-1.yaml': versioned(extending('a@1', 'b@1')),
    });
    expect(issues).toMatchObject([
      { code: 'criteria/extends-itself', args: { ids: ['a@1', 'b@1', 'a@1'] }, position: { line: 2 } },
    ]);
  });

  test.each(['ours@1', 'vn-drug-free@2025'])('is not itself the one that it extends: %s', async (id) => {
    const { issues } = await load({ 'ours.yaml': extending(id, id) });
    expect(issues).toMatchObject([
      { code: 'criteria/extends-itself', args: { ids: [id, id] }, position: { line: 2, column: 10 } },
    ]);
  });

  test('does not choose between copies', async () => {
    const { issues } = await load({ 'ours.yaml': extending('law@2025'), 'one.yaml': base, 'two.yaml': base });
    expect(issues).toMatchObject([
      { code: 'criteria/set-twice', args: { files: ['one.yaml', 'two.yaml'] }, position: { line: 2, column: 10 } },
    ]);
  });
});

describe('data', () => {
  test('of a missing file names what is near', async () => {
    const loaded = await loadCriteria('vn-drug-free');
    writeFileSync(join(scratch, 'so-lieu.csv'), 'x');
    if (!loaded.ok) throw new Error('the built-in criteria are sound');
    const data = await readData([join(scratch, 'so-lieu.cvs')], loaded.value.set);
    expect(data.issues[0]).toMatchObject({ code: 'file/not-found', args: { nearest: [join(scratch, 'so-lieu.csv')] } });
  });
});

test('a link out of the folder of criteria is not followed', async () => {
  const home = join(scratch, 'package');
  mkdirSync(join(home, 'criteria'), { recursive: true });
  for (const part of ['dist', 'package.json'])
    cpSync(join(CRITERIA, '..', part), join(home, part), { recursive: true });
  writeFileSync(join(home, 'criteria', 'criteria.schema.json'), '{}');
  const text = readFileSync(join(CRITERIA, 'vn-drug-free-2025.yaml'), 'utf8');
  writeFileSync(join(scratch, 'outside.yaml'), text.replace('family: vn-drug-free', 'family: outside'));
  writeFileSync(join(home, 'criteria', 'inside.yaml'), text.replace('family: vn-drug-free', 'family: inside'));
  symlinkSync(join('..', '..', 'outside.yaml'), join(home, 'criteria', 'outside.yaml'));
  symlinkSync(join(CRITERIA, '..', 'node_modules'), join(home, 'node_modules'));
  const copied: typeof import('../src/node.ts') = await import(join(home, 'dist', 'node.js'));
  const catalog = await copied.builtinCatalog();
  expect(catalog.ok && catalog.value.map(({ family }) => family)).toEqual(['inside']);
});

describe('a set that rolls up the units of another', () => {
  const PROVINCE = readFileSync(join(CRITERIA, 'vn-drug-free-province-2025.yaml'), 'utf8');
  const COMMUNE = readFileSync(join(CRITERIA, 'vn-drug-free-2025.yaml'), 'utf8');
  const lower = COMMUNE.replace('family: vn-drug-free', 'family: lower');
  const above = (set: string, family = 'upper'): string =>
    PROVINCE.replace('set: vn-drug-free,', `set: ${set},`).replace(
      'family: vn-drug-free-province',
      `family: ${family}`,
    );

  function load(files: Readonly<Record<string, string>>): ReturnType<typeof loadCriteria> {
    const folder = mkdtempSync(join(scratch, 'rolled-'));
    mkdirSync(join(folder, 'below'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return loadCriteria(join(folder, 'upper.yaml'), { period: '2026' });
  }

  test.each([
    ['by its id in a file beside its own', { 'upper.yaml': above('lower@2025'), 'xa.yaml': lower }, 'lower@2025'],
    ['by a path from its own folder', { 'upper.yaml': above('below/xa.yaml'), 'below/xa.yaml': lower }, 'lower@2025'],
    ['among the built-in sets', { 'upper.yaml': above('vn-drug-free@2025') }, 'vn-drug-free@2025'],
    ['by a family of the built-in sets', { 'upper.yaml': above('vn-drug-free') }, 'vn-drug-free@2025'],
    [
      'named by the set it extends',
      {
        'upper.yaml': 'family: own\nversion: "1"\nextends: upper@2025\nstatus: draft\ntitle: { vi: A, en: B }\n',
        'upper-2025.yaml': above('lower@2025'),
        'xa.yaml': lower,
      },
      'lower@2025',
    ],
  ])('finds it %s', async (_, files, id) => {
    const loaded = await load(files);
    expect(codes(loaded)).toEqual([]);
    expect(loaded.ok && loaded.value.lower?.set.id).toBe(id);
  });

  test('a built-in set takes no file of the folder it is run in', async () => {
    const folder = mkdtempSync(join(scratch, 'cwd-'));
    writeFileSync(join(folder, 'nghe-an-clean-2022.yaml'), '{');
    const before = process.cwd();
    process.chdir(folder);
    const loaded = await loadCriteria('nghe-an-clean-district@2022').finally(() => process.chdir(before));
    expect(loaded.ok && loaded.value.lower?.set.id).toBe('nghe-an-clean@2022');
  });

  test('says where it looked', async () => {
    const { issues } = await load({ 'upper.yaml': above('lowe@2025'), 'xa.yaml': lower });
    expect(issues).toMatchObject([
      { code: 'criteria/base-not-found', args: { rollsUp: true }, position: { line: 15 } },
    ]);
  });

  test('names a circle', async () => {
    const loaded = await load({ 'upper.yaml': above('other@2025'), 'other.yaml': above('upper.yaml', 'other') });
    expect(loaded.issues).toMatchObject([
      { code: 'criteria/rolled-up-in-circle', args: { ids: ['upper@2025', 'other@2025', 'upper@2025'] } },
    ]);
  });

  test('has a hash that changes with the set below', async () => {
    const hashOf = async (text: string): Promise<string | false> => {
      const loaded = await load({ 'upper.yaml': above('lower@2025'), 'xa.yaml': text });
      return loaded.ok && loaded.value.set.sha256;
    };
    const hash = await hashOf(lower);
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(await hashOf(lower)).toBe(hash);
    expect(await hashOf(`${lower}# changed\n`)).not.toBe(hash);
  });
});
