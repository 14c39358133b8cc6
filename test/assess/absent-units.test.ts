import { describe, expect, test } from 'vitest';
import { type Assessments, compile, rollUp } from '../../src/assess/index.ts';
import { type CriteriaSet, parseCriteria } from '../../src/criteria/index.ts';
import { assemble, type Dataset, parseRegistry, readCsv, rowsOfPeriod, selectRows } from '../../src/data/index.ts';
import { missingCells } from '../../src/explain/index.ts';
import { type Column, MISSING, numberAt, PASS } from '../../src/formula/index.ts';
import { exactText } from '../../src/number/index.ts';

/*
 * A unit of the registry that the files do not have is one of which every figure is missing: the units above are no less
 * open for it than for a row of blank cells.
 */

const HEADER = `version: "1"
status: draft
title: Small
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
`;

function set(text: string): CriteriaSet {
  const parsed = parseCriteria(text);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ code }) => code).join(', '));
  return parsed.value;
}

const LOWER = set(`family: lower
${HEADER}unit: commune
indicators:
  users: { label: Users, type: count }
  border: { label: Border, type: boolean }
criteria:
  A.1: { title: Few users, test: users < 10 }
classes:
  clean: { label: Clean, certifies: true, when: A.1 }
  rest: { label: Rest, when: otherwise }
`);

const above = (column: string, type: string, rollup: string): CriteriaSet =>
  set(`family: upper
${HEADER}unit: province
from: { set: lower, group: ${column} }
indicators:
  figure: { label: Figure, type: ${type}, rollup: "${rollup}" }
criteria:
  B.1: { title: Few, test: ${type === 'boolean' ? 'not figure' : 'figure <= 12'} }
classes:
  good: { label: Good, certifies: true, when: B.1 }
  rest: { label: Rest, when: otherwise }
`);

const REGISTRY = [
  'code,name,province,district,type',
  '00001,Xã An,Tỉnh A,Huyện 1,xã',
  '00002,Xã Bình,Tỉnh A,Huyện 1,xã',
  '00003,Xã Châu,Tỉnh A,Huyện 2,xã',
  '00004,Xã Đông,Tỉnh B,Huyện 3,xã',
].join('\n');

const COLUMNS = 'code,name,province,district,period,users,border';
const ROWS = {
  an: '00001,Xã An,Tỉnh A,Huyện 1,2025,3,yes',
  binh: '00002,Xã Bình,Tỉnh A,Huyện 1,2025,20,no',
  chau: '00003,Xã Châu,Tỉnh A,Huyện 2,2025,5,no',
  dong: '00004,Xã Đông,Tỉnh B,Huyện 3,2025,4,yes',
};

/** One district of three communes. */
const REGISTRY_HOA = REGISTRY.replaceAll(/Huyện [12]/g, 'Huyện Hòa An');

function dataOf(rows: readonly string[], registered: boolean | string = true, columns = COLUMNS): Dataset {
  const registry = parseRegistry(typeof registered === 'string' ? registered : REGISTRY, 'units.csv');
  if (!registry.ok) throw new Error('no registry');
  const text = [columns, ...rows].join('\n');
  const part = readCsv({ name: 'data.csv', text }, LOWER, { isPart: true });
  return assemble([part], LOWER, { registry: registered === false ? null : registry.value });
}

const aboveOf = (data: Dataset, upper: CriteriaSet): Assessments => {
  return compile(upper).assess(rollUp(compile(LOWER).assess(data), upper));
};

/** Each unit above with its figure, or the bounds it has, and its verdict. */
function figures({ dataset, certified }: Assessments): readonly string[] {
  const names = [...dataset.columns.keys()];
  const at = (name: string, row: number): string => {
    const { min = null, max = null } = dataset.bounds?.get(name)?.get(row) ?? {};
    return (
      valueOf(dataset.columns.get(name), row) ??
      `${min === null ? '' : exactText(min)}..${max === null ? '' : exactText(max)}`
    );
  };
  return dataset.units.code.map(
    (code, row) =>
      `${code} ${names.map((name) => at(name, row)).join('/')} ${certified[row] === PASS ? 'certified' : 'not'}`,
  );
}

function valueOf(column: Column | undefined, row: number): string | null {
  if (column === undefined) return 'no column';
  if (column.kind !== 'number') return column.values[row] === MISSING ? null : String(column.values[row] === 1);
  const value = numberAt(column, row);
  return value === null ? null : exactText(value);
}

describe('a unit that the registry has and the data lack', () => {
  test.each([
    ['count', 'sum(users)', '8..', 'not'],
    ['count', 'min(users)', '0..3', 'certified'],
    ['count', 'max(users)', '5..', 'not'],
    ['count', 'sum(users, border)', '3..', 'not'],
    ['count', 'count(users < 10)', '2..3', 'certified'],
    ['count', 'count(class == clean)', '2..3', 'certified'],
    ['percent', 'share(certified)', '2..3/3', 'certified'],
    ['boolean', 'any(users > 10)', '..', 'not'],
    ['boolean', 'any(border)', 'true', 'not'],
    ['boolean', 'all(border)', 'false', 'certified'],
  ])('leaves %s %s as open as blank cells do: %s', (type, rollup, figure, verdict) => {
    const upper = above('province', type, rollup);
    const given = figures(aboveOf(dataOf([ROWS.an, ROWS.chau]), upper));
    const blank = dataOf([ROWS.an, ROWS.chau, '00002,Xã Bình,Tỉnh A,Huyện 1,2025,,']);
    expect(given).toEqual([`Tỉnh A ${figure} ${verdict}`]);
    expect(given).toEqual(figures(aboveOf(blank, upper)));
  });

  test('counts in its own group alone, and where the registry lacks nothing all is known', () => {
    const upper = above('province', 'count', 'sum(users)');
    expect(figures(aboveOf(dataOf([ROWS.an, ROWS.dong]), upper))).toEqual(['Tỉnh A 3.. not', 'Tỉnh B 4 certified']);
    expect(figures(aboveOf(dataOf([ROWS.an, ROWS.binh, ROWS.chau]), upper))).toEqual(['Tỉnh A 28 not']);
  });

  test('in a group that the data lack makes no unit of its own', () => {
    const upper = above('district', 'count', 'sum(users)');
    expect(figures(aboveOf(dataOf([ROWS.an]), upper))).toEqual(['Huyện 1 3.. not']);
    expect(figures(aboveOf(dataOf([ROWS.an, ROWS.binh]), upper))).toEqual(['Huyện 1 23 not']);
  });

  test('is in the group that the data call otherwise than the registry does', () => {
    const upper = above('district', 'count', 'sum(users)');
    expect(figures(aboveOf(dataOf([ROWS.an.replace('Huyện 1', 'H. Một')]), upper))).toEqual(['H. Một 3.. not']);
  });

  test('is in the group that the data spell in several ways', () => {
    const upper = above('district', 'count', 'sum(users)');
    const called = (row: string, name: string): string => row.replace('Huyện 1', name);
    const rows = (district: string, other: string): readonly string[] =>
      figures(aboveOf(dataOf([called(ROWS.an, district), called(ROWS.binh, other)], REGISTRY_HOA), upper));
    for (const own of ['Huyện Hòa An', 'H. Hòa An'])
      expect(rows(own, own.replace('Hòa', 'Hoà'))).toEqual([`${own} 23.. not`]);
  });

  test('may be in any group of a column that the registry does not have: nothing is made of it', () => {
    const data = dataOf(['00001,3,yes,East', '00003,5,no,West'], true, 'code,users,border,cluster');
    const columns = new Map([...data.units.groups, ['cluster', ['East', 'West']]]);
    const clustered = { ...data, units: { ...data.units, groups: columns } };
    expect(figures(aboveOf(clustered, above('cluster', 'count', 'sum(users)')))).toEqual([
      'East 3 certified',
      'West 5 certified',
    ]);
  });

  test('is absent in its own period alone', () => {
    const before = [ROWS.an, ROWS.binh, ROWS.chau].map((row) => row.replace('2025', '2024'));
    const data = dataOf([...before, ROWS.an, ROWS.chau]);
    const upper = above('province', 'count', 'sum(users)');
    expect(figures(aboveOf(data, upper))).toEqual(['Tỉnh A 28 not', 'Tỉnh A 8.. not']);
    const year = (id: string): readonly string[] => figures(aboveOf(selectRows(data, rowsOfPeriod(data, id)), upper));
    expect([...year('2024'), ...year('2025')]).toEqual(['Tỉnh A 28 not', 'Tỉnh A 8.. not']);
  });

  test('is named with the figures it leaves open, and is no unit of the data', () => {
    const upper = above('province', 'count', 'sum(users)');
    const data = dataOf([ROWS.an, ROWS.chau]);
    const assessed = aboveOf(data, upper);
    const units = [{ code: '00002', name: 'Xã Bình' }];
    expect(missingCells(assessed)(0)).toEqual([
      { indicator: 'figure', periodsAgo: 0, position: { file: 'data.csv' }, provider: null, units },
    ]);
    expect([data.rows, compile(LOWER).assess(data).classes.length]).toEqual([2, 2]);
    expect(assessed.dataset.issues.at(-1)).toMatchObject({
      code: 'rollup/units',
      args: { groups: [{ group: 'Tỉnh A', units: 2, absent: 1 }], registry: null },
    });
  });

  test('is not known without a registry', () => {
    const rows = [ROWS.an, ROWS.chau];
    const assessed = aboveOf(dataOf(rows, false), above('province', 'count', 'sum(users)'));
    expect(figures(assessed)).toEqual(['Tỉnh A 8 certified']);
    expect(assessed.dataset.issues.at(-1)).toMatchObject({ args: { registry: 'vn-2025' } });
  });
});

describe('two levels up', () => {
  const middle = above('district', 'count', 'sum(users)');
  const top = set(`family: top
${HEADER}unit: province
from: { set: upper, group: province }
indicators:
  users: { label: Users, type: count, rollup: sum(figure) }
  good: { label: Good districts, type: count, rollup: count(certified) }
criteria:
  C.1: { title: Few, test: users <= 40 }
classes:
  all: { label: All, when: otherwise }
`);
  const topOf = (rows: readonly string[]): Assessments => {
    const districts = compile(middle).assess(rollUp(compile(LOWER).assess(dataOf(rows)), middle));
    return compile(top).assess(rollUp(districts, top));
  };

  test.each([
    ['nothing lacks', [ROWS.an, ROWS.binh, ROWS.chau], ['Tỉnh A 28/1 not']],
    ['a unit of a district lacks', [ROWS.an, ROWS.chau], ['Tỉnh A 8../1..2 not']],
    ['a whole district lacks', [ROWS.an, ROWS.binh], ['Tỉnh A 23../0..1 not']],
  ])('where %s', (_, rows, expected) => {
    expect(figures(topOf(rows)).map((text) => text.replace('certified', 'not'))).toEqual(expected);
  });

  test('all that lack are named, at whatever level', () => {
    const named = (rows: readonly string[]): readonly unknown[] =>
      missingCells(topOf(rows))(0).flatMap(({ units }) => [(units ?? []).map(({ code }) => code)]);
    expect(named([ROWS.an, ROWS.chau])).toEqual([['00002']]);
    expect(named([ROWS.an, ROWS.binh])).toEqual([['Huyện 2']]);
  });
});
