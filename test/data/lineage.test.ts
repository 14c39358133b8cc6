import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CriteriaSet, Indicator } from '../../src/criteria/index.ts';
import { assemble, type Dataset, type Lineage, parseLineage, parseRegistry, readCsv } from '../../src/data/index.ts';
import { type Issue, type Result, sentence } from '../../src/messages/index.ts';
import { rational } from '../../src/number/index.ts';
import { indicator, setOf } from './set.ts';

const shipped = (name: string): string =>
  readFileSync(new URL(`../../criteria/registry/${name}`, import.meta.url), 'utf8');
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.issues.map((found) => sentence(found, 'en')).join('\n'));
  return result.value;
}
const VN = valueOf(parseLineage(shipped('lineage-vn-2025.csv'), 'lineage-vn-2025.csv'));
const REGISTRY = valueOf(parseRegistry(shipped('units-vn-2025.csv'), 'units-vn-2025.csv'));
const lineageOf = (...pairs: readonly string[]): Lineage =>
  valueOf(parseLineage(`old_code,old_name,new_code,share\n${pairs.join('\n')}\n`, 'lineage.csv'));

const choices = { values: new Map(['none', 'intra', 'inter'].map((id) => [id, { vi: id, en: id }])) };
const merging = (merge: Indicator['merge'], type: Indicator['type'] = 'count'): CriteriaSet =>
  setOf(indicator('x', type, { merge, ...(type === 'choice' ? choices : {}) }));
const SUM = { by: 'sum', of: 'things', bounds: false } as const;
const carried = (text: string, lineage: Lineage, set: CriteriaSet): Dataset =>
  assemble([readCsv({ name: 'a.csv', text }, set, { isPart: true })], set, { lineage });
const cell = ({ columns, units }: Dataset, code: string): number =>
  columns.get('x')?.values[units.code.indexOf(code)] ?? -1;
const bounds = (dataset: Dataset, code: string): unknown =>
  dataset.bounds?.get('x')?.get(dataset.units.code.indexOf(code)) ?? null;
const PROBLEMS = ({ severity }: Issue): boolean => severity !== 'note';

describe('the lineage that ships', () => {
  const nghean = [...VN.predecessors].filter(([code]) => REGISTRY.units.get(code)?.province === 'Tỉnh Nghệ An');

  it('leads to units of the registry, from every unit but special zones that were districts', () => {
    expect([...VN.predecessors.keys()].filter((code) => !REGISTRY.units.has(code))).toEqual([]);
    const without = [...REGISTRY.units.values()].filter(({ code }) => !VN.predecessors.has(code));
    expect(without.map(({ type }) => type)).toEqual(Array.from({ length: 5 }, () => 'đặc khu'));
  });

  it('knows the former names', () => {
    expect([VN.oldNames.get('00004'), REGISTRY.units.get('00004')?.name]).toEqual([
      'Phường Trúc Bạch',
      'Phường Ba Đình',
    ]);
  });

  it('carries the 412 communes of Nghệ An to 130 units whose figures add up to the same', () => {
    const old = [...new Set(nghean.flatMap(([, descents]) => descents.map((descent) => descent.old)))];
    expect([old.length, nghean.length]).toEqual([412, 130]);
    const set = setOf(indicator('x', 'count', { merge: SUM }), indicator('y', 'decimal', { merge: SUM }));
    const figures = old.map(
      (code, index) => [code, (index * 7919) % 1000, `${(index * 31) % 97},${index % 10}5`] as const,
    );
    const text = `code;name;x;y\n${figures.map(([code, x, y]) => `${code};${VN.oldNames.get(code) ?? ''};${x};${y}`).join('\n')}\n`;
    const dataset = assemble([readCsv({ name: 'a.csv', text }, set, { isPart: true })], set, {
      lineage: VN,
      registry: REGISTRY,
    });
    expect(dataset.issues.filter(PROBLEMS)).toEqual([]);
    expect([dataset.rows, new Set(dataset.units.code).size, dataset.bounds]).toEqual([130, 130, undefined]);
    expect(new Set(dataset.units.groups.get('province'))).toEqual(new Set(['Tỉnh Nghệ An']));
    const total = (id: string): number =>
      [...(dataset.columns.get(id)?.values ?? [])].reduce((sum, value) => sum + value, 0);
    expect(total('x')).toBe(figures.reduce((sum, [, x]) => sum + x, 0));
    expect(total('y')).toBe(figures.reduce((sum, [, , y]) => sum + Math.round(Number(y.replace(',', '.')) * 100), 0));
    for (const [code, descents] of nghean) {
      const parts = new Set(descents.map((descent) => descent.old));
      expect(cell(dataset, code)).toBe(figures.filter(([unit]) => parts.has(unit)).reduce((sum, [, x]) => sum + x, 0));
    }
  });
});

describe('whole units', () => {
  const lineage = lineageOf('10001,A,20001,whole', '10002,B,20001,whole', '10003,C,10003,whole');
  const rows = (a: string, b: string, c: string): string => `code;x\n10001;${a}\n10002;${b}\n10003;${c}\n`;

  it.each<[string, CriteriaSet, readonly [string, string, string], number, number]>([
    ['counts are added', merging(SUM), ['1', '2', '3'], 3, 3],
    ['a missing figure leaves the sum open', merging(SUM), ['1', '', '3'], Number.NaN, 3],
    ['the highest number wins', merging({ ...SUM, by: 'max' }), ['1', '2', '3'], 2, 3],
    ['a missing number leaves the highest open', merging({ ...SUM, by: 'max' }), ['1', '', '3'], Number.NaN, 3],
    ['the highest value wins', merging({ ...SUM, by: 'max' }, 'choice'), ['none', 'intra', 'none'], 1, 0],
    ['a missing value leaves it open', merging({ ...SUM, by: 'max' }, 'choice'), ['', 'intra', 'none'], 255, 0],
    ['nothing is above the last value', merging({ ...SUM, by: 'max' }, 'choice'), ['', 'inter', ''], 2, 255],
    ['one yes is enough', merging({ ...SUM, by: 'any' }, 'boolean'), ['', 'có', 'không'], 1, 0],
    [
      'no is not known with one of them missing',
      merging({ ...SUM, by: 'any' }, 'boolean'),
      ['', 'không', 'có'],
      255,
      1,
    ],
    [
      'what does not merge is missing, and kept where one unit goes on',
      merging(null, 'decimal'),
      ['1', '2', '3'],
      Number.NaN,
      3,
    ],
  ])('%s', (_, set, [a, b, c], merged, kept) => {
    const dataset = carried(rows(a, b, c), lineage, set);
    expect([dataset.units.code, cell(dataset, '20001'), cell(dataset, '10003')]).toEqual([
      ['20001', '10003'],
      merged,
      kept,
    ]);
  });

  it('are listed with what they became, and pointed to', () => {
    const { issues, positionOf } = carried(rows('1', '2', '3'), lineage, merging(SUM));
    expect(issues.map(({ code, severity, position, args }) => [code, severity, position?.line, args])).toEqual([
      [
        'lineage/merged',
        'note',
        2,
        {
          unit: { code: '20001', name: null },
          from: [
            { code: '10001', name: 'A', portion: 'whole' },
            { code: '10002', name: 'B', portion: 'whole' },
          ],
        },
      ],
    ]);
    expect([positionOf(0, 'x'), positionOf(1, 'x')]).toEqual([
      { file: 'a.csv', line: 2, column: 2 },
      { file: 'a.csv', line: 4, column: 2 },
    ]);
    expect(issues.map((found) => sentence(found, 'vi'))).toEqual(['20001 ← A (10001), B (10002).']);
  });

  it('go by period', () => {
    const dataset = carried(
      'code;period;x\n10001;2023;1\n10002;2023;2\n10001;2024;3\n10002;2024;4\n',
      lineage,
      merging(SUM),
    );
    expect([dataset.units.period, [...(dataset.columns.get('x')?.values ?? [])]]).toEqual([
      ['2023', '2024'],
      [3, 7],
    ]);
  });

  it('that are not in the data leave the sum open, and are named', () => {
    const dataset = carried('code;x\n10001;1\n', lineage, merging(SUM));
    expect([cell(dataset, '20001'), dataset.issues.filter(PROBLEMS)]).toMatchObject([
      Number.NaN,
      [
        {
          code: 'lineage/units-absent',
          severity: 'warning',
          args: { unit: { code: '20001' }, units: [{ code: '10002', name: 'B' }], total: 1 },
        },
      ],
    ]);
  });

  it('keep what holds for all of them, and lose what the reform changed', () => {
    const text = 'code;province;district;border;registered;x\n10001;P;D;có;có;1\n10002;P;D;có;không;2\n';
    expect([...carried(text, lineage, merging(SUM)).units.groups]).toEqual([
      ['border', ['có']],
      ['registered', [null]],
    ]);
  });

  it('keep a column that was asked for where all of them agree, and tell where they do not', () => {
    const text = (other: string): string => `code;Cụm;x\n10001;Cụm 1;1\n10002;${other};2\n`;
    const carriedIn = (other: string): Dataset => {
      const set = merging(SUM);
      return assemble([readCsv({ name: 'a.csv', text: text(other) }, set, { isPart: true, by: 'Cụm' })], set, {
        lineage,
      });
    };
    expect([...carriedIn('cụm 1').units.groups]).toEqual([['Cụm', ['Cụm 1']]]);
    expect(carriedIn('cụm 1').issues.filter(PROBLEMS)).toEqual([]);
    expect([...carriedIn('Cụm 2').units.groups]).toEqual([['Cụm', [null]]]);
    expect(carriedIn('Cụm 2').issues.filter(PROBLEMS)).toMatchObject([
      { code: 'lineage/group-differs', severity: 'warning', args: { column: { vi: 'Cụm' }, total: 1 } },
    ]);
  });

  it('keep numbers beyond doubles exact', () => {
    const dataset = carried('code;x\n10001;9007199254740991\n10002;2\n', lineage, merging(SUM));
    expect(dataset.columns.get('x')).toMatchObject({ large: new Map([[0, 9007199254740993n]]) });
  });

  it('are told when an indicator does not say how it merges', () => {
    expect(carried(rows('1', '2', '3'), lineage, merging(null)).issues.filter(PROBLEMS)).toMatchObject([
      { code: 'lineage/not-mergeable', severity: 'warning', args: { indicators: [{ vi: 'x' }] } },
    ]);
  });
});

describe('divided units', () => {
  const lineage = lineageOf('10001,A,20001,whole', '10002,B,20001,part', '10002,B,20002,part');
  const rows = (a: string, b: string): string => `code;x\n10001;${a}\n10002;${b}\n`;
  const bounded = { ...SUM, bounds: true };
  const range = (min: bigint, max: bigint) => ({ min: rational(min), max: rational(max) });

  it.each<[string, CriteriaSet, readonly [string, string], number, unknown]>([
    ['leave a sum open', merging(SUM), ['5', '3'], Number.NaN, null],
    ['even of nothing, where no bounds are allowed', merging(SUM), ['5', '0'], Number.NaN, null],
    ['bound a sum', merging(bounded), ['5', '3'], Number.NaN, range(5n, 8n)],
    ['add nothing when they have nothing', merging(bounded), ['5', '0'], 5, null],
    ['bound nothing when their own figure is missing', merging(bounded), ['5', ''], Number.NaN, null],
    ['bound nothing when another figure is missing', merging(bounded), ['', '3'], Number.NaN, null],
    ['bound the highest', merging({ ...bounded, by: 'max' }), ['5', '8'], Number.NaN, range(5n, 8n)],
    ['do not pass what is higher', merging({ ...bounded, by: 'max' }), ['5', '3'], 5, null],
    ['leave the highest value open', merging({ ...SUM, by: 'max' }, 'choice'), ['intra', 'none'], 255, null],
    ['do not pass a higher value', merging({ ...bounded, by: 'max' }, 'choice'), ['intra', 'none'], 1, null],
    ['may pass a lower value', merging({ ...bounded, by: 'max' }, 'choice'), ['intra', 'inter'], 255, null],
    ['cannot pass the last value', merging({ ...SUM, by: 'max' }, 'choice'), ['inter', ''], 2, null],
    ['say nothing of yes', merging({ ...bounded, by: 'any' }, 'boolean'), ['không', 'có'], 255, null],
    ['say no when they say no', merging({ ...bounded, by: 'any' }, 'boolean'), ['không', 'không'], 0, null],
  ])('%s', (_, set, [a, b], value, between) => {
    const dataset = carried(rows(a, b), lineage, set);
    expect([cell(dataset, '20001'), bounds(dataset, '20001')]).toEqual([value, between]);
  });

  it('alone bound a sum from nothing', () => {
    expect(bounds(carried(rows('5', '3'), lineage, merging(bounded)), '20002')).toEqual(range(0n, 3n));
  });

  it('bound decimals exactly', () => {
    const dataset = carried(rows('0,5', '0,25'), lineage, merging(bounded, 'decimal'));
    expect(bounds(dataset, '20001')).toEqual({ min: rational(1n, 2n), max: rational(3n, 4n) });
  });

  it('are named as parts', () => {
    const { issues } = carried(rows('5', '3'), lineage, merging(SUM));
    expect(issues.map((found) => sentence(found, 'vi'))).toEqual([
      '20001 ← A (10001), B (10002) (một phần).',
      '20002 ← B (10002) (một phần).',
    ]);
  });

  it('cannot be whole in two places, whatever the table says', () => {
    const dataset = carried(
      'code;x\n10001;4\n',
      lineageOf('10001,A,20001,whole', '10001,A,20002,whole'),
      merging(bounded),
    );
    expect([bounds(dataset, '20001'), bounds(dataset, '20002')]).toEqual([range(0n, 4n), range(0n, 4n)]);
  });

  it('take their people along where all of them went, and leave other figures open', () => {
    const homes = lineageOf('10001,A,20001,population', '10001,A,20002,part', '10002,B,20002,whole');
    const people = carried(rows('5', '3'), homes, merging({ ...bounded, of: 'people' }));
    expect([cell(people, '20001'), cell(people, '20002')]).toEqual([5, 3]);
    const things = carried(rows('5', '3'), homes, merging(bounded));
    expect([bounds(things, '20001'), bounds(things, '20002')]).toEqual([range(0n, 5n), range(3n, 8n)]);
  });

  it('hold every way to divide them between their bounds', () => {
    const pairs = fc.array(fc.tuple(fc.nat(200), fc.boolean()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        pairs,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (units, cuts) => {
          const code = (index: number): number => 10001 + index;
          const many = lineageOf(
            ...units.flatMap(([, whole], index) =>
              whole ? [`${code(index)},,20001,whole`] : [`${code(index)},,20001,part`, `${code(index)},,20002,part`],
            ),
          );
          const text = `code;x\n${units.map(([figure], index) => `${code(index)};${figure}`).join('\n')}\n`;
          const dataset = carried(text, many, merging(bounded));
          const truth = units.reduce(
            (sum, [figure, whole], index) => sum + (whole ? figure : Math.floor(figure * (cuts[index] ?? 0))),
            0,
          );
          const known = cell(dataset, '20001');
          const between = dataset.bounds?.get('x')?.get(dataset.units.code.indexOf('20001'));
          if (Number.isNaN(known)) {
            expect(Number(between?.min?.num)).toBeLessThanOrEqual(truth);
            expect(Number(between?.max?.num)).toBeGreaterThanOrEqual(truth);
          } else expect(known).toBe(truth);
        },
      ),
      { seed: 20250701, numRuns: 200 },
    );
  });
});

describe('former units are checked', () => {
  const lineage = lineageOf('00004,Phường Trúc Bạch,20001,whole', '10002,Xã B,20001,whole');
  const told = (text: string) =>
    carried(text, lineage, merging(SUM))
      .issues.filter(({ code }) => code !== 'lineage/units-absent' && code !== 'lineage/merged')
      .map(({ code, severity, position, received }) => [code, severity, position?.line, position?.column, received]);

  it.each<[string, string, readonly unknown[]]>([
    ['a code the lineage lacks', 'code;x\n20001;1\n', [['lineage/unknown-unit', 'error', 2, 1, '20001']]],
    [
      'a name of a unit of today',
      'code;name;x\n00004;Phường Ba Đình;1\n',
      [['lineage/name-differs', 'error', 2, 2, 'Phường Ba Đình']],
    ],
    ['a lost zero', 'code;name;x\n4;truc bach;1\n', [['data/leading-zero-restored', 'warning', 2, 1, '4']]],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('a lineage file', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['without its columns', 'a,b\n1,2\n', ['registry/missing-columns', 1, undefined]],
    ['with an unknown share', 'old_code,new_code,share\n1,2,half\n', ['lineage/unknown-share', 2, 3]],
    ['without a code', 'old_code,new_code,share\n1,,whole\n', ['data/missing-code', 2, 2]],
    ['with a pair twice', 'old_code,new_code,share\n1,2,whole\n1,2,part\n', ['lineage/pair-twice', 3, 1]],
  ])('%s is refused', (_, text, expected) => {
    const { ok, issues } = parseLineage(text, 'lineage.csv');
    expect([ok, issues.map(({ code, position }) => [code, position?.line, position?.column])]).toEqual([
      false,
      [expected],
    ]);
  });

  it('may name the units of today', () => {
    const lineage = valueOf(parseLineage('old_code,new_code,new_name,share\n10001,20001,Xã Mới,whole\n', 'l.csv'));
    expect(carried('code;x\n10001;1\n', lineage, merging(SUM)).units.name).toEqual(['Xã Mới']);
  });
});

test('every sentence is there in both languages', () => {
  const lineage = lineageOf('10001,A,20001,whole', '10002,B,20001,part', '10003,C,20001,population');
  const { issues } = carried('code;name;x\n10001;X;1\n99999;Y;2\n', lineage, merging(null));
  const faulty = parseLineage('old_code,new_code,share\n1,2,half\n1,2,whole\n', 'l.csv').issues;
  expect(new Set(issues.map(({ code }) => code)).size).toBe(5);
  for (const found of [...issues, ...faulty]) {
    for (const lang of ['vi', 'en'] as const) expect(sentence(found, lang)).not.toMatch(/undefined|\[object|null/);
  }
});

describe('a carried figure that is open', () => {
  const lineage = lineageOf('10001,A,20001,whole', '10002,B,20001,part', '10002,B,20002,part', '10003,C,20002,whole');
  const at = (rows: readonly string[], code: string): unknown => {
    const dataset = carried(`code;x\n${rows.join('\n')}\n`, lineage, merging({ ...SUM, bounds: true }));
    const { line, file } = dataset.positionOf(dataset.units.code.indexOf(code), 'x');
    return line ?? file;
  };

  it.each<readonly [string, readonly string[], string, unknown]>([
    ['the figure of the unit that was divided', ['10001;1', '10002;2', '10003;3'], '20001', 3],
    ['the blank', ['10001;', '10002;2', '10003;3'], '20001', 2],
    ['the file, where a unit has no row', ['10001;1', '10003;3'], '20001', 'a.csv'],
    ['its first figure, where it is not open', ['10001;1', '10002;0', '10003;3'], '20002', 3],
  ])('stands at %s', (_, rows, code, expected) => {
    expect(at(rows, code)).toBe(expected);
  });
});

describe('former units in one period, units of today in another', () => {
  const PAST = '30289;Phường Bình Đức;2024;10\n30292;Phường Bình Khánh;2024;0\n30310;Xã Mỹ Khánh;2024;3\n';
  const lineage: Lineage = {
    ...VN,
    newNames: new Map([...REGISTRY.units].map(([code, { name }]) => [code, name])),
  };
  const read = (...rows: readonly string[]): Dataset =>
    carried(`code;name;period;x\n${rows.join('')}`, lineage, merging(SUM));
  const units = ({ units: { code, name, period }, columns }: Dataset): readonly unknown[] =>
    code.map((own, row) => [own, name[row], period[row], columns.get('x')?.values[row]]);
  const codes = ({ issues }: Dataset): readonly string[] => issues.filter(PROBLEMS).map((found) => found.code);

  it.each([
    ['in two files or one, in whatever order', [PAST, '30292;Phường Bình Đức;2025;0\n']],
    ['with codes that lost their zeros', [PAST, '4;Phường Ba Đình;2025;0\n', '30292;Phường Bình Đức;2025;0\n']],
  ])('are carried, and kept as they are: %s', (_, rows) => {
    const dataset = read(...rows);
    expect(codes(dataset).filter((code) => code !== 'data/leading-zero-restored')).toEqual([]);
    expect(units(dataset)).toContainEqual(['30292', 'Phường Bình Đức', '2024', 13]);
    expect(units(dataset)).toContainEqual(['30292', 'Phường Bình Đức', '2025', 0]);
    expect(dataset.rows).toBe(rows.length);
  });

  it('are told apart by names alone: without them all are former ones', () => {
    const dataset = read(PAST, '30292;;2025;0\n');
    expect(codes(dataset)).toEqual(['lineage/units-absent']);
  });

  it('may not be mixed within a period, nor be of today throughout', () => {
    const mixed = read(PAST, '30292;Phường Bình Đức;2025;0\n', '30310;Xã Mỹ Khánh;2025;1\n');
    expect(mixed.issues.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'lineage/units-mixed',
        position: { line: 5, column: 2 },
        received: 'Phường Bình Đức',
        args: { code: '30292', former: { code: '30310', name: 'Xã Mỹ Khánh' }, formerAt: { line: 6, column: 2 } },
      },
    ]);
    expect(codes(read('30292;Phường Bình Đức;2025;0\n'))).toContain('lineage/name-differs');
  });
});
