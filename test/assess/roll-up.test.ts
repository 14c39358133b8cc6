import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, earlierInRollups, rollUp, rollUpFitting } from '../../src/assess/index.ts';
import { type CriteriaSet, parseCriteria, rollupIssues } from '../../src/criteria/index.ts';
import { type Dataset, findGroupColumn, readCsv, rowsOfPeriod, selectRows, withHistory } from '../../src/data/index.ts';
import { type Column, MISSING, numberAt } from '../../src/formula/index.ts';
import { exactText, integer } from '../../src/number/index.ts';
import { groupBy } from '../../src/rank/index.ts';

const HEADER = `version: "1"
status: draft
title: Small
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
`;
const BELOW = `family: lower
${HEADER}unit: commune
indicators:
  users: { label: Users, type: count }
  change: { label: Change, type: decimal, min: -100 }
  border: { label: Border, type: boolean }
criteria:
  A.1: { title: Few users, test: users < 10 }
`;
const LOWER = set(`${BELOW}classes:
  clean: { label: Clean, certifies: true, when: A.1 }
  rest: { label: Rest, when: otherwise }
`);

function set(text: string): CriteriaSet {
  const parsed = parseCriteria(text);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ code }) => code).join(', '));
  return parsed.value;
}

/** A set above with one figure. */
function above(type: string, rollup: string): CriteriaSet {
  const measured = type === 'boolean' ? 'figure' : 'figure >= 0';
  return set(`family: upper
${HEADER}unit: district
from: { set: lower, group: district }
indicators:
  figure: { label: Figure, type: ${type}, rollup: "${rollup}" }
criteria:
  B.1: { title: Any, test: ${measured} }
classes:
  all: { label: All, when: otherwise }
`);
}

/** What becomes of the figure of each district: its value, or its bounds while it is open, with the line that leaves it open. */
function figures(type: string, rollup: string, rows: string, lower = LOWER): readonly string[] {
  const upper = above(type, rollup);
  expect(rollupIssues(upper, lower)).toEqual([]);
  const data = readCsv({ name: 'data.csv', text: `code,district,users,change,border\n${rows}` }, lower);
  const { columns, bounds, units, positionOf } = rollUp(compile(lower).assess(data), upper);
  return units.code.map((code, row) => {
    const at = (name: string): string =>
      textOf(columns.get(name), row) ??
      `${exact(bounds?.get(name)?.get(row)?.min)}..${exact(bounds?.get(name)?.get(row)?.max)} (${String(positionOf(row, name).line)})`;
    const value = columns.has('figure#count') ? `${at('figure#count')}/${at('figure#units')}` : at('figure');
    return `${code} ${value}`;
  });
}

function textOf(column: Column | undefined, row: number): string | null {
  if (column === undefined) return 'absent';
  if (column.kind !== 'number') return column.values[row] === MISSING ? null : String(column.values[row] === 1);
  const value = numberAt(column, row);
  return value === null ? null : exactText(value);
}

const exact = (end: Parameters<typeof exactText>[0] | null | undefined): string => (end ? exactText(end) : '');

const KNOWN = '1,North,3,-1.5,yes\n2,South,20,2,no\n3,North,12,0.25,no\n4,North,5,1,yes';

describe('of known figures', () => {
  test.each([
    ['count', 'sum(users)', ['North 20', 'South 20']],
    ['count', 'sum(users + 1)', ['North 23', 'South 21']],
    ['count', 'sum(users, border)', ['North 8', 'South 0']],
    ['count', 'sum(users, class in [rest])', ['North 12', 'South 20']],
    ['count', 'sum(users, border and users > 4)', ['North 5', 'South 0']],
    ['decimal', 'sum(change)', ['North -0.25', 'South 2']],
    ['decimal', 'min(change)', ['North -1.5', 'South 2']],
    ['decimal', 'max(change)', ['North 1', 'South 2']],
    ['count', 'count(users >= 5)', ['North 2', 'South 1']],
    ['count', 'count(certified)', ['North 2', 'South 0']],
    ['count', 'count(A.1)', ['North 2', 'South 0']],
    ['percent', 'share(border)', ['North 2/3', 'South 0/1']],
    ['boolean', 'any(users > 10)', ['North true', 'South true']],
    ['boolean', 'any(users > 15)', ['North false', 'South true']],
    ['boolean', 'all(users >= 3)', ['North true', 'South true']],
    ['boolean', 'all(border)', ['North false', 'South false']],
  ])('%s: %s', (type, rollup, expected) => {
    expect(figures(type, rollup, KNOWN)).toEqual(expected);
  });
});

test('a condition that divides something by nothing below is told with the assessment above', () => {
  const upper = above('count', 'count(users / change >= 2)');
  const units = rolled('1,North,3,1,yes\n2,North,4,0,no\n3,South,0,0,no', { rollup: 'count(users / change >= 2)' });
  expect(units.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  const told = compile(upper)
    .assess(units)
    .issues.map(({ code, severity, args, position }) => [code, severity, args, position?.line]);
  expect(told).toEqual([['data/division-by-zero', 'error', { unit: '2', indicators: ['change', 'users'] }, 3]]);
});

describe('of missing figures', () => {
  const OPEN = '1,North,3,1,yes\n2,North,,2,no\n3,North,12,,\n4,South,7,-3,no';
  test.each([
    ['count', 'sum(users)', ['North 15.. (3)', 'South 7']],
    ['count', 'sum(users, border)', ['North 3..15 (4)', 'South 0']],
    ['count', 'sum(users, not border)', ['North 0.. (3)', 'South 7']],
    ['count', 'min(users)', ['North 0..3 (3)', 'South 7']],
    ['count', 'max(users)', ['North 12.. (3)', 'South 7']],
    ['count', 'count(users > 5)', ['North 1..2 (3)', 'South 1']],
    ['count', 'count(class in [clean])', ['North 1..2 (3)', 'South 1']],
    ['percent', 'share(users > 5)', ['North 1..2 (3)/3', 'South 1/1']],
    ['boolean', 'any(users > 10)', ['North true', 'South false']],
    ['boolean', 'any(users > 20)', ['North .. (3)', 'South false']],
    ['boolean', 'all(users > 5)', ['North false', 'South true']],
    ['boolean', 'all(users > 2)', ['North .. (3)', 'South true']],
  ])('%s: %s', (type, rollup, expected) => {
    expect(figures(type, rollup, OPEN)).toEqual(expected);
  });

  const THREE = set(`${BELOW}classes:
  far: { label: Far, when: border }
  clean: { label: Clean, certifies: true, when: A.1 }
  rest: { label: Rest, when: otherwise }
`);
  test.each([
    ['count', 'count(class in [far])', 'North 0'],
    ['count', 'count(class in [clean, rest])', 'North 1'],
    ['count', 'count(class in [clean])', 'North 0..1 (2)'],
    ['count', 'count(class in [clean] or class in [rest] and not certified)', 'North 1'],
    ['count', 'count(certified and class in [far])', 'North 0'],
    ['count', 'count(class in [clean] and users < 5)', 'North 0..1 (2)'],
    ['count', 'sum(users, class in [far])', 'North 0'],
    ['boolean', 'all(class in [clean, rest])', 'North true'],
  ])('%s of a unit that can be in two of three classes: %s', (type, rollup, expected) => {
    expect(figures(type, rollup, '1,North,,1,no', THREE)).toEqual([expected]);
  });

  test.each([
    ['a criterion', 'count(class in [far, clean] and A.1)'],
    ['a figure', 'count(class in [far, clean] and users < 5)'],
  ])('of a unit whose class is open, with %s of its own', (_, rollup) => {
    expect(figures('count', rollup, '1,North,12,1,yes\n2,North,3,1,', THREE)).toEqual(['North 1']);
  });

  test.each([
    ['decimal', 'min(users)', ',North,,1,yes', '0.. (2)'],
    ['decimal', 'max(users)', ',North,,1,yes', '0.. (2)'],
    ['count', 'sum(users, not border)', ',North,3,1,yes', '0'],
    ['boolean', 'any(border)', ',North,3,1,', '.. (2)'],
    ['boolean', 'all(border)', ',North,3,1,', '.. (2)'],
    ['count', 'count(certified)', ',North,,1,yes', '0..1 (2)'],
    ['boolean', 'any(certified)', ',North,,1,yes', '.. (2)'],
    ['boolean', 'all(not certified)', ',North,12,1,yes', 'true'],
    ['boolean', 'any(class == rest)', ',North,,1,yes', '.. (2)'],
    ['boolean', 'all(class == clean)', ',North,3,1,yes', 'true'],
    ['count', 'count(A.1)', ',North,,1,yes', '0..1 (2)'],
  ])('%s: %s of one unit', (type, rollup, row, expected) => {
    expect(figures(type, rollup, `1${row}`)).toEqual([`North ${expected}`]);
  });

  test('of what may be negative, by its own least', () => {
    // 1 − 3 of the units that have a figure, and at least −100.
    const upper = above('decimal', 'sum(change)');
    const text = 'code,district,users,change,border\n1,North,3,1,yes\n2,North,1,-3,no\n3,North,12,,';
    const { bounds } = rollUp(compile(LOWER).assess(readCsv({ name: 'data.csv', text }, LOWER)), upper);
    expect(bounds?.get('figure')?.get(0)).toEqual({ min: integer(-102), max: null });
  });

  test.each(['sum(staff, border)', 'sum(staff)', 'min(staff)', 'max(staff)'])(
    '%s: no more and no less than what the figures below can give',
    (rollup) => {
      const lower = set(`family: lower
${HEADER}unit: commune
indicators:
  staff: { label: Staff, type: count, min: 1, max: 3 }
  border: { label: Border, type: boolean }
criteria:
  A.1: { title: Staff, test: staff >= 2 }
classes:
  all: { label: All, when: otherwise }
`);
      const upper = above('decimal', rollup);
      const cell = fc.constantFrom('', '1', '2', '3');
      const truth = fc.constantFrom('', 'yes', 'no');
      let open = 0;
      fc.assert(
        fc.property(fc.array(fc.tuple(cell, truth), { minLength: 1, maxLength: 4 }), (units) => {
          const lines = units.map(([staff, border], place) => `${place + 1},North,${staff},${border}`);
          const text = `code,district,staff,border\n${lines.join('\n')}\n`;
          const { columns, bounds } = rollUp(compile(lower).assess(readCsv({ name: 'd.csv', text }, lower)), upper);
          const column = columns.get('figure');
          const value = column?.kind === 'number' ? numberAt(column, 0) : null;
          const own = bounds?.get('figure')?.get(0);
          const said = value === null ? [own?.min ?? null, own?.max ?? null] : [value, value];
          const counts = units.map(([staff, border]) => [staff, rollup.includes('border') ? border : 'yes'] as const);
          const reached = fillingsOf(counts).map((figures) => folded(rollup, figures));
          const told = said.map((end) => (end === null ? null : Number(exactText(end))));
          expect(told).toEqual([Math.min(...reached), Math.max(...reached)]);
          if (value === null) open += 1;
        }),
        { seed: 2811, numRuns: 300 },
      );
      expect(open).toBeGreaterThan(60);
    },
  );
});

test.each([
  ['the figure that is asked for', 'count(users < 5)', [['2', 3]]],
  [
    'all that its class may hang on',
    'count(certified)',
    [
      ['2', 3],
      ['2', 5],
    ],
  ],
  [
    'all of a unit whose figures are there, but not its class',
    'count(certified and change > 0)',
    [
      ['2', 3],
      ['2', 5],
    ],
  ],
])('an open figure lacks, of the units below, %s', (_, rollup, expected) => {
  const { gapsOf } = rolled('1,North,3,1,yes\n2,North,,1,', { rollup });
  const gaps = gapsOf?.(0, 'figure') ?? [];
  expect(gaps.map(({ unit, position }) => [unit.code, position.column])).toEqual(expected);
});

const HEADERS = 'code,district,users,change,border';
const rolled = (rows: string, { header = HEADERS, rollup = 'sum(users)', type = 'count' } = {}): Dataset =>
  rollUp(compile(LOWER).assess(readCsv({ name: 'data.csv', text: `${header}\n${rows}` }, LOWER)), above(type, rollup));

describe('an open figure is asked for where it is missing below', () => {
  // Line and column of the first cell that is missing; of a known figure, the first line of its units.
  test.each([
    ['sum(users)', 'count', '1,North,3,,\n2,North,,,', '3:3'],
    ['sum(users, border)', 'count', '1,North,3,,yes\n2,North,,,yes', '3:3'],
    ['sum(users, border)', 'count', '1,North,3,,yes\n2,North,4,,', '3:5'],
    ['sum(change + change)', 'decimal', '1,North,3,,yes', '2:4'],
    ['count(border)', 'count', '1,North,3,1,no\n2,North,3,1,', '3:5'],
    ['count(border or users > 5)', 'count', '1,North,,1,no', '2:3'],
    ['sum(users)', 'count', '1,North,3,,\n2,North,4,,', '2:'],
    ['count(certified)', 'count', '1,North,3,,\n2,North,,,', '3:'],
  ])('%s: %s', (rollup, type, rows, expected) => {
    const { line, column } = rolled(rows, { rollup, type }).positionOf(0, 'figure');
    expect(`${String(line)}:${expected.endsWith(':') ? '' : String(column)}`).toBe(expected);
  });
});

test('units of two periods make two groups', () => {
  const { rows, units, columns, inputs } = rolled(
    '1,2024,North,3,1,no\n2,2025,North,4,1,no\n3,2025,North,5,1,no\n4,2025,South,6,1,no',
    {
      header: 'code,period,district,users,change,border',
    },
  );
  expect(rows).toBe(3);
  expect(units).toMatchObject({
    code: ['North', 'North', 'South'],
    name: ['North', 'North', 'South'],
    period: ['2024', '2025', '2025'],
  });
  expect([0, 1, 2].map((row) => textOf(columns.get('figure'), row))).toEqual(['3', '9', '6']);
  expect(inputs).toMatchObject([{ name: 'data.csv', rows: 4 }]);
});

describe('one unit above', () => {
  const [OLD, NEW] = ['Huyện Hoà An', 'Huyện Hòa An'];
  const COLUMNS = 'code,period,province,district,users,change,border';
  const sums = (...rows: readonly string[]): readonly string[] => {
    const { units, columns } = rolled(rows.map((row) => `${row},,`).join('\n'), { header: COLUMNS });
    return units.code.map((code, row) => `${code} ${units.period[row] ?? ''} ${textOf(columns.get('figure'), row)}`);
  };

  test.each([OLD, NEW.toUpperCase(), NEW.normalize('NFD'), ' Huyện\u00a0Hòa  An '])('is also spelled %j', (other) => {
    expect(sums(`1,,,${NEW},3`, `2,,,${other},4`)).toEqual([`${NEW}  7`]);
  });

  test('has one spelling in all periods: its code stays the same', () => {
    expect(sums(`1,2024,,${OLD},3`, `2,2025,,${NEW},4`, `3,2025,,${OLD},5`)).toEqual([
      `${OLD} 2024 3`,
      `${OLD} 2025 9`,
    ]);
  });

  test('is as many as the units below are grouped into, and has their names', () => {
    const names = fc.constantFrom(NEW, OLD, NEW.toUpperCase(), NEW.normalize('NFD'), 'Huyện Hoa An', 'Hòa An');
    const unit = fc.record({ district: names, province: fc.constantFrom('', 'Tỉnh Hòa Bình', 'Hoà Bình', 'Tỉnh B') });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 6 }), (units) => {
        const rows = units.map(({ district, province }, at) => `${at + 1},,${province},${district},1,,`);
        const data = readCsv({ name: 'data.csv', text: `${COLUMNS}\n${rows.join('\n')}` }, LOWER);
        const assessed = compile(LOWER).assess(data);
        const column = findGroupColumn(data, LOWER, 'district');
        const groups = column.ok ? groupBy(assessed, column.column).groups : [];
        const above = rolled(rows.join('\n'), { header: COLUMNS });
        const byName = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
        expect(above.units.code.map((code, row) => [code, above.members?.rows[row]?.length]).toSorted(byName)).toEqual(
          groups.map(({ value, rows: own }) => [value, own.length]).toSorted(byName),
        );
      }),
      { seed: 2812, numRuns: 60 },
    );
  });

  test('is in one province, whose name tells it from another of that name', () => {
    expect(sums(`1,,Tỉnh A,${NEW},3`, `2,,Tỉnh B,${OLD},4`, `3,,A,${OLD},5`)).toEqual([
      `${NEW}, Tỉnh A  8`,
      `${NEW}, Tỉnh B  4`,
    ]);
  });
});

const ASSESSED = compile(LOWER).assess(readCsv({ name: 'data.csv', text: `${HEADERS}\n1,North,8,9,no` }, LOWER));

test('a figure without a finite decimal is never cut off to one', () => {
  expect(() => rollUpFitting(ASSESSED, above('decimal', 'max(users / change)'))).toThrow(
    new RangeError('no finite decimal: 8/9'),
  );
});

describe('what does not fit is refused', () => {
  const UPPER = above('count', 'sum(users)');
  const under = (named: string): CriteriaSet => ({ ...UPPER, from: { set: named, group: 'district' } });

  test.each([
    ['a set above none', LOWER, 'lower@1 is about no units that are rolled up'],
    ['a set above another family', under('other'), 'upper@1 rolls up the units of other, not of lower@1'],
    ['a set above another version', under('lower@2'), 'upper@1 rolls up the units of lower@2, not of lower@1'],
    [
      'a figure that the set below does not have',
      above('count', 'sum(posts)'),
      'upper@1 does not fit lower@1: formula/unknown-name, indicators.figure.rollup',
    ],
    [
      'a quotient',
      above('decimal', 'max(users / change)'),
      'upper@1 does not fit lower@1: criteria/rollup-form, indicators.figure.rollup',
    ],
  ])('%s', (_, upper, text) => {
    expect(() => rollUp(ASSESSED, upper)).toThrow(new RangeError(text));
  });

  test.each(['lower', 'lower@1', './other.yaml'])('but not a set above %s', (named) => {
    expect(rollUp(ASSESSED, under(named)).units.code).toEqual(['North']);
  });
});

test('a figure of its own stays one', () => {
  const upper = above('count', 'sum(users)');
  const [figure] = upper.indicators.values();
  if (figure === undefined) throw new Error('there is a figure');
  const own = new Map([...upper.indicators, ['own', { ...figure, id: 'own', rollup: null }] as const]);
  const data = readCsv({ name: 'data.csv', text: `${HEADERS}\n${KNOWN}` }, LOWER);
  const { columns, bounds } = rollUpFitting(compile(LOWER).assess(data), { ...upper, indicators: own });
  expect([...columns.keys()]).toEqual(['figure']);
  expect(bounds?.get('figure')?.size).toBe(0);
});

test('what was found below is told above', () => {
  expect(rolled('1,North,3,1,yes').issues.map(({ code }) => code)).toEqual(['rollup/units']);
  const data = readCsv({ name: 'data.csv', text: `code,district,users,change,border,other\n1,North,3,1,yes,5` }, LOWER);
  const below = data.issues.map(({ code }) => code);
  expect(below.length).toBeGreaterThan(0);
  const { issues } = rollUp(compile(LOWER).assess(data), above('count', 'sum(users)'));
  expect(issues.map(({ code }) => code)).toEqual([...below, 'rollup/units']);
});

describe('a roll-up looks back', () => {
  const header = 'code,period,district,users,change,border';
  const data = readCsv(
    {
      name: 'data.csv',
      text: `${header}\n1,2024,North,3,-2,no\n1,2025,North,5,,yes\n2,2024,North,4,,no\n2,2025,North,6,1,no\n3,2025,South,7,1,no`,
    },
    LOWER,
  );
  const inYear = (type: string, rollup: string): Dataset => {
    const upper = above(type, rollup);
    expect(rollupIssues(upper, LOWER)).toEqual([]);
    const year = selectRows(withHistory(data, earlierInRollups(upper, LOWER)), rowsOfPeriod(data, '2025'));
    return rollUp(compile(LOWER).assess(year), upper);
  };

  test.each([
    ['count', 'sum(prev(users))', ['7', '0..']],
    ['count', 'sum(last(2, users), not border)', ['10', '7..']],
    ['decimal', 'min(prev(change))', ['-100..-2', '-100..']],
    ['count', 'count(prev(users) < users)', ['2', '0..1']],
    ['boolean', 'any(prev(users) > 3)', ['true', '..']],
  ])('%s: %s', (type, rollup, expected) => {
    const { columns, bounds } = inYear(type, rollup);
    const told = (row: number): string => {
      const open = bounds?.get('figure')?.get(row);
      return textOf(columns.get('figure'), row) ?? `${exact(open?.min)}..${exact(open?.max)}`;
    };
    expect([0, 1].map(told)).toEqual(expected);
  });

  test('beside the rows of both years as well', () => {
    const { columns, units } = rollUp(compile(LOWER).assess(data), above('count', 'sum(prev(users))'));
    expect(units.period).toEqual(['2024', '2025', '2025']);
    expect(textOf(columns.get('figure'), 1)).toBe('7');
  });

  test('and asks for the figure that is missing, in the row of its own period', () => {
    expect(inYear('decimal', 'min(prev(change))').positionOf(0, 'figure')).toMatchObject({ line: 4, column: 5 });
  });
});

describe('which units', () => {
  const issuesOf = (rows: string, header = HEADERS): readonly unknown[] => rolled(rows, { header }).issues;
  const many = (count: number, district: (number: number) => string): string =>
    Array.from({ length: count }, (_, number) => `${number + 1},${district(number)},3,1,yes`).join('\n');

  test('have no group is told of twenty, and counted', () => {
    const codes = Array.from({ length: 20 }, (_, number) => String(number + 2));
    expect(issuesOf(many(25, (number) => (number === 0 ? 'North' : '')))).toMatchObject([
      { code: 'rollup/no-group', args: { units: codes, total: 24 }, position: { line: 3, column: 2 } },
    ]);
  });

  test('make up twenty groups at most is told', () => {
    const [found] = rolled(many(25, (number) => `D${number}`)).issues;
    expect(found?.code === 'rollup/units' ? found.args.groups : []).toHaveLength(20);
  });

  test('make up a group is told', () => {
    expect(issuesOf(KNOWN)).toMatchObject([
      {
        code: 'rollup/units',
        severity: 'warning',
        args: {
          groups: [
            { group: 'North', units: 3 },
            { group: 'South', units: 1 },
          ],
        },
      },
    ]);
  });

  test('can be held against the registry: communes, and none of a time before it', () => {
    const registryOf = (lower: CriteriaSet, upper: CriteriaSet, year: string): unknown => {
      const text = `code,period,district,users,change,border\n1,${year},North,3,1,yes`;
      const [found] = rollUp(compile(lower).assess(readCsv({ name: 'data.csv', text }, lower)), upper).issues;
      if (found?.code !== 'rollup/units') return 'no such issue';
      // Who is not offered a registry need not be warned.
      expect(found.severity).toBe(found.args.registry === null ? 'note' : 'warning');
      return found.args.registry;
    };
    const upper = above('count', 'sum(users)');
    const ended = { ...upper, effective: { from: '2022-01-01', to: '2025-06-30' } };
    expect(registryOf(LOWER, upper, '2025')).toBe('vn-2025');
    expect(registryOf(LOWER, upper, '2024')).toBeNull();
    expect(registryOf(LOWER, ended, '2025')).toBeNull();
    expect(registryOf({ ...LOWER, unit: 'hamlet' }, upper, '2025')).toBeNull();
  });

  test('have no group is an error', () => {
    expect(issuesOf('1,North,3,1,yes\n2,,3,1,yes')).toMatchObject([
      { code: 'rollup/no-group', args: { column: 'district', units: ['2'], total: 1 }, position: { line: 3 } },
    ]);
  });

  test('have no group are in none', () => {
    expect(rolled('1,North,3,1,yes\n2,,3,1,yes').units.code).toEqual(['North']);
  });

  test('cannot be known without the column', () => {
    expect(issuesOf('1,3,1,yes', 'code,users,change,border')).toMatchObject([
      { code: 'rollup/no-column', args: { column: 'district' }, position: { file: 'data.csv' } },
    ]);
  });
});

describe('units above are rolled up once more', () => {
  const HAMLETS: CriteriaSet = { ...LOWER, unit: 'hamlet' };
  const MIDDLE = set(`family: middle
${HEADER}unit: commune
from: { set: lower, group: commune }
indicators:
  users: { label: Users, type: count, rollup: sum(users) }
criteria:
  B.1: { title: Few users, test: users < 10 }
classes:
  clean: { label: Clean, certifies: true, when: B.1 }
  rest: { label: Rest, when: otherwise }
`);
  const TOP = set(`family: top
${HEADER}unit: district
from: { set: middle, group: district }
indicators:
  users: { label: Users, type: count, rollup: sum(users) }
  clean: { label: Clean communes, type: count, rollup: count(class == clean) }
criteria:
  C.1: { title: Few users, test: users + clean < 100 }
classes:
  all: { label: All, when: otherwise }
`);
  const districts = (rows: string, header = 'code,district,commune,users,change,border'): Dataset => {
    const hamlets = readCsv({ name: 'data.csv', text: `${header}\n${rows}` }, HAMLETS);
    return rollUp(compile(MIDDLE).assess(rollUp(compile(HAMLETS).assess(hamlets), MIDDLE)), TOP);
  };
  const told = ({ issues }: Dataset): readonly unknown[] => issues.filter(({ severity }) => severity === 'error');

  test('in the districts that all hamlets of a commune name', () => {
    const hamlet = fc.record({ commune: fc.nat(5), users: fc.option(fc.nat(12)) });
    fc.assert(
      fc.property(fc.array(hamlet, { minLength: 1, maxLength: 12 }), (hamlets) => {
        const rows = hamlets.map(({ commune, users }, at) => ({ code: at + 1, district: commune % 2, commune, users }));
        const text = rows.map((row) => `${row.code},D${row.district},C${row.commune},${row.users ?? ''},1,yes`);
        const { units, columns, bounds } = districts(text.join('\n'));
        const found = units.code.map((code, row) => [
          code,
          textOf(columns.get('users'), row) ?? `from ${exact(bounds?.get('users')?.get(row)?.min)}`,
          textOf(columns.get('clean'), row) ?? 'open',
        ]);
        const byHand = [...new Set(rows.map(({ district }) => district))].map((district) => {
          const own = rows.filter((row) => row.district === district);
          const communes = [...new Set(own.map(({ commune }) => commune))].map((id) =>
            own.filter(({ commune }) => commune === id),
          );
          const most = (of: typeof own): number => of.reduce((sum, { users }) => sum + (users ?? Infinity), 0);
          const least = (of: typeof own): number => of.reduce((sum, { users }) => sum + (users ?? 0), 0);
          const isOpen = communes.some((of) => least(of) < 10 && most(of) >= 10 && most(of) === Infinity);
          const clean = communes.filter((of) => most(of) < 10).length;
          const users = most(own) === Infinity ? `from ${least(own)}` : String(most(own));
          return [`D${district}`, users, isOpen ? 'open' : String(clean)];
        });
        expect(found).toEqual(byHand);
      }),
    );
  });

  test('and not where hamlets of one commune name different districts', () => {
    const found = districts('1,D1,X,1,1,yes\n2,D2,X,1,1,yes\n3,D2,Y,1,1,yes');
    expect(found.units.code).toEqual(['D2']);
    expect(told(found)).toMatchObject([
      {
        code: 'rollup/several-groups',
        args: { column: 'district', units: [{ unit: 'X', groups: ['D1', 'D2'] }], total: 1 },
        position: { line: 3, column: 2 },
      },
    ]);
  });

  test('nor where one of them names none: its cell is to be filled in', () => {
    const found = districts('1,D1,X,1,1,yes\n2,,X,1,1,yes\n3,D2,Y,1,1,yes');
    expect(found.units.code).toEqual(['D2']);
    expect(told(found)).toMatchObject([
      {
        code: 'rollup/no-group',
        args: { column: 'district', units: ['2'], total: 1 },
        position: { line: 3, column: 2 },
      },
    ]);
  });

  test('nor where the files have no such column', () => {
    const found = districts('1,X,1,1,yes', 'code,commune,users,change,border');
    expect(told(found)).toMatchObject([{ code: 'rollup/no-column', args: { column: 'district' } }]);
  });

  test('of some of the units above, each keeps its own members', () => {
    const hamlets = readCsv(
      { name: 'data.csv', text: 'code,district,commune,users,change,border\n1,D1,X,1,1,yes\n2,D2,Y,1,1,yes' },
      HAMLETS,
    );
    const communes = rollUp(compile(HAMLETS).assess(hamlets), MIDDLE);
    expect(rollUp(compile(MIDDLE).assess(selectRows(communes, [1])), TOP).units.code).toEqual(['D2']);
  });

  test('and are not held against the registry, which knows no hamlets', () => {
    const [note] = districts('1,D1,X,1,1,yes').issues.toReversed();
    expect(note?.code === 'rollup/units' ? note.args.registry : note).toBeNull();
  });
});

test.each([
  ['count', 'sum(users, border, border)'],
  ['count', 'count(border, border)'],
  ['decimal', 'min(change, border)'],
  ['count', 'sum(users / change)'],
  ['count', 'users'],
  ['boolean', 'sum(users)'],
  ['count', 'any(border)'],
  ['count', 'share(border)'],
  ['percent', 'count(border)'],
])('%s: %s fits no figure', (type, rollup) => {
  expect(rollupIssues(above(type, rollup), LOWER)).toMatchObject([
    { code: 'criteria/rollup-form', args: { indicator: 'figure', type }, path: 'indicators.figure.rollup' },
  ]);
});

test.each([
  ['sum(nobody)', 'formula/unknown-name'],
  ['sum(border)', 'formula/wrong-type'],
  ['sum(users, change)', 'formula/wrong-type'],
  ['sum(users, class in [bad])', 'formula/unknown-choice'],
])('%s: %s', (rollup, code) => {
  expect(rollupIssues(above('count', rollup), LOWER)).toMatchObject([{ code, path: 'indicators.figure.rollup' }]);
});

/** The figures that count, under every filling of what is missing. */
function fillingsOf(units: readonly (readonly [string, string])[]): readonly (readonly number[])[] {
  return units.reduce<readonly (readonly number[])[]>(
    (made, [staff, border]) => {
      const figures = staff === '' ? [1, 2, 3] : [Number(staff)];
      const kept = border === 'no' ? [] : figures;
      return made.flatMap((before) => [
        ...kept.map((figure) => [...before, figure]),
        ...(border === 'yes' ? [] : [before]),
      ]);
    },
    [[]],
  );
}

function folded(rollup: string, figures: readonly number[]): number {
  if (rollup.startsWith('sum')) return figures.reduce((sum, figure) => sum + figure, 0);
  return (rollup.startsWith('min') ? Math.min : Math.max)(...figures);
}

test('a figure that its indicator does not allow is refused as a cell would be', () => {
  const upper = above('decimal', 'sum(change)');
  const units = rolled('1,North,3,-5,yes\n2,North,4,2,no\n3,South,0,-1,no\n4,South,0,1,no', {
    type: 'decimal',
    rollup: 'sum(change)',
  });
  const told = compile(upper)
    .assess(units)
    .issues.map(({ code, severity, args, position }) => [code, severity, args, position?.line]);
  expect(told).toEqual([
    [
      'rollup/out-of-bounds',
      'error',
      { unit: 'North', label: { vi: 'Figure', en: 'Figure' }, value: '-3', minimum: '0', maximum: null },
      2,
    ],
  ]);
});
