import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { parseCriteria } from '../../src/criteria/index.ts';
import { type Dataset, findGroupColumn, readCsv, selectRows } from '../../src/data/index.ts';
import { groupBy, type Grouping, rank, summarise } from '../../src/rank/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const parsed = parseCriteria(read('criteria/nghe-an-clean-2022.yaml'), { file: 'nghe-an-clean-2022.yaml' });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const set = parsed.value;
const assessor = compile(set);

const NGHE_AN = read('fixtures/nghe-an-2022.csv');

function dataOf(text: string): Dataset {
  const dataset = readCsv({ name: 'a.csv', text }, set);
  const errors = dataset.issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return dataset;
}

function grouped(text: string, by: string): Grouping {
  const dataset = dataOf(text);
  const found = findGroupColumn(dataset, set, by);
  if (!found.ok) throw new Error(`no column ${by}`);
  return groupBy(assessor.assess(dataset), found.column);
}

const HEADER =
  'code,name,province,district,registered,period,border,key_status,hot_spots,complex_points,retail_points,sellers,filed_addicts,addicts_compulsory,addicts_community,addicts_away,addicts_struck_off,treatment_files,filed_users';
/** A clean commune, or one with addicts. */
const line = (code: string, about: string, isClean: boolean): string =>
  `${code},Xã ${code},${about},2022,no,none,0,0,0,0,${isClean ? '0,0,0,0,0,0,0' : '9,0,0,0,0,0,0'}`;

describe('the groups of Nghệ An in 2022', () => {
  it('are 27 border communes of which 26 are clean', () => {
    const { groups } = grouped(NGHE_AN, 'border');
    expect(groups.map(({ value, summary: { units, certified } }) => [value, units, certified])).toEqual([
      ['yes', 27, 26],
      ['no', 433, 83],
    ]);
  });

  it('are 21 districts that add up to 109 of 460', () => {
    const { groups } = grouped(NGHE_AN, 'huyện');
    const sum = (of: 'units' | 'certified'): number => groups.reduce((all, { summary }) => all + summary[of], 0);
    expect([groups.length, sum('units'), sum('certified')]).toEqual([21, 460, 109]);
  });
});

describe('a column to group by', () => {
  it.each([
    ['district', 'district'],
    ['Huyện', 'district'],
    ['huyen', 'district'],
    ['QUẬN/HUYỆN', 'district'],
    ['key_status', 'key_status'],
    ['border', 'border'],
  ])('%s', (named, id) => {
    const found = findGroupColumn(dataOf(NGHE_AN), set, named);
    expect(found).toMatchObject({ ok: true, column: { id } });
  });

  it('that is not there is answered with the nearest and with all there are', () => {
    expect(findGroupColumn(dataOf(NGHE_AN), set, 'distric')).toEqual({
      ok: false,
      nearest: ['district'],
      known: ['province', 'type', 'district', 'key_status', 'border'],
      lacks: null,
    });
  });

  it('is not a figure', () => {
    expect(findGroupColumn(dataOf(NGHE_AN), set, 'filed_addicts').ok).toBe(false);
  });
});

const text = [
  HEADER,
  line('00001', 'Tỉnh A,Huyện Hoà Bình,có', true),
  line('00002', 'Tỉnh A,huyện  hòa bình,không', true),
  line('00003', 'Tỉnh B,Huyện Hòa Bình,có', false),
  line('00004', 'Tỉnh A,,x', true),
  line('00005', 'Tỉnh A,Huyện An,', true),
  line('00006', 'Tỉnh A,Huyện An,năm 2021', false),
].join('\n');

describe('groups', () => {
  it('join spellings of one name, part provinces, and keep units of which nothing is said', () => {
    expect(grouped(text, 'district').groups.map(({ value, rows }) => [value, rows])).toEqual([
      ['Huyện An', [4, 5]],
      ['Huyện Hoà Bình, Tỉnh A', [0, 1]],
      ['Huyện Hoà Bình, Tỉnh B', [2]],
      [null, [3]],
    ]);
  });

  it('count registered against certified, and never take silence for no', () => {
    const dataset = dataOf(text);
    expect(dataset.issues.filter(({ code }) => code === 'data/not-a-boolean')).toMatchObject([
      { severity: 'warning', received: 'năm 2021' },
    ]);
    expect(summarise(assessor.assess(dataset)).registered).toEqual({
      units: 3,
      certified: 2,
      maybeCertified: 0,
      certifiedBeside: 1,
      notStated: 2,
    });
    expect(summarise(assessor.assess(dataOf(NGHE_AN))).registered).toBeNull();
  });

  it('are parted by period', () => {
    const two = `${text}\n${line('00001', 'Tỉnh A,Huyện Hoà Bình,có', false).replace(',2022,', ',2021,')}`;
    expect(grouped(two, 'province').groups.map(({ period, value, rows }) => [period, value, rows.length])).toEqual([
      ['2021', 'Tỉnh A', 1],
      ['2022', 'Tỉnh A', 5],
      ['2022', 'Tỉnh B', 1],
    ]);
  });
});

describe('groups in order', () => {
  const valuesOf = (column: string, ...cells: readonly string[]): readonly (string | null)[] => {
    const rows = cells.map((cell, place) => line(`0000${place}`, 'Tỉnh A,Huyện An,có', true).replace(column, cell));
    const { groups } = grouped([HEADER, ...rows].join('\n'), NAMED[column] ?? '');
    return groups.map(({ value }) => value);
  };
  const NAMED: Readonly<Record<string, string>> = { 'Huyện An': 'district', ',none,': 'key_status', ',no,': 'border' };

  it.each([
    ['by the Vietnamese alphabet', 'Huyện An', ['Đô', 'Ea', 'Dương', 'An'], ['An', 'Dương', 'Đô', 'Ea']],
    ['by the numbers in names', 'Huyện An', ['Quận 10', 'Quận 9', 'Quận 1'], ['Quận 1', 'Quận 9', 'Quận 10']],
    [
      'as a computer has them where the alphabet has them alike',
      'Huyện An',
      ['Quận 2', 'Quận 02'],
      ['Quận 02', 'Quận 2'],
    ],
    ['as it has them, given so', 'Huyện An', ['Quận 02', 'Quận 2'], ['Quận 02', 'Quận 2']],
    [
      'as the set has choices, those of which nothing is said at the end',
      ',none,',
      [',,', ',key,', ',none,'],
      ['none', 'key', null],
    ],
    ['yes before no', ',no,', [',no,', ',yes,'], ['yes', 'no']],
    ['yes before no, given so', ',no,', [',yes,', ',no,', ',,'], ['yes', 'no', null]],
  ] satisfies readonly (readonly [string, string, readonly string[], readonly (string | null)[]])[])(
    '%s',
    (_, column, cells, expected) => {
      expect(valuesOf(column, ...cells)).toEqual(expected);
    },
  );

  it('have their totals and targets, and the place of each unit', () => {
    const { groups, ranking, groupOf } = grouped(text, 'district');
    expect(groups.map(({ summary }) => [summary.units, summary.certified])).toEqual([
      [2, 1],
      [2, 2],
      [1, 0],
      [1, 1],
    ]);
    expect(ranking.order).toEqual([4, 5, 0, 1, 2, 3]);
    expect(groupOf(2)).toBe(groups[2]);
  });
});

describe('for any grouping', () => {
  const all = dataOf(NGHE_AN);
  const sample = fc.record({
    rows: fc.uniqueArray(fc.nat(all.rows - 1), { minLength: 1, maxLength: 40 }),
    by: fc.constantFrom('district', 'border', 'key_status', 'type'),
  });

  it('every unit is in one group, and its place there is that in a ranking of the group alone', () => {
    fc.assert(
      fc.property(sample, ({ rows, by }) => {
        const dataset = selectRows(all, rows);
        const found = findGroupColumn(dataset, set, by);
        if (!found.ok) throw new Error(`no column ${by}`);
        const { groups, ranking, groupOf } = groupBy(assessor.assess(dataset), found.column);
        expect(groups.flatMap((group) => group.rows).toSorted((a, b) => a - b)).toEqual([...rows.keys()]);
        for (const group of groups) {
          const alone = rank(assessor.assess(selectRows(dataset, group.rows)));
          for (const [index, row] of group.rows.entries()) {
            expect(groupOf(row)).toBe(group);
            expect([ranking.from[row], ranking.to[row], ranking.of[row]]).toEqual([
              alone.from[index],
              alone.to[index],
              alone.of[index],
            ]);
          }
        }
      }),
      { seed: 5, numRuns: 25 },
    );
  });
});
