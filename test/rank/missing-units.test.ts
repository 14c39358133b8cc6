import { describe, expect, it } from 'vitest';
import { type Assessments, compile } from '../../src/assess/index.ts';
import { assemble, findGroupColumn, parseRegistry, readCsv } from '../../src/data/index.ts';
import { groupBy, summarise } from '../../src/rank/index.ts';
import { smallSet } from './small-set.ts';

const SET = smallSet({ targets: '[{ until: 2030, share: certified, at_least: 50% }]' });

/** Two wards and four communes in two districts of one province, and a unit of another province. */
const REGISTRY = parseRegistry(
  `code,name,type,district,province
1,Phường Một,phường,An,Tỉnh A
2,Phường Hai,phường,An,Tỉnh A
3,Xã Ba,xã,An,Tỉnh A
4,Xã Bốn,xã,Bình,Tỉnh A
5,Xã Năm,xã,Bình,Tỉnh A
6,Xã Sáu,xã,Bình,Tỉnh A
7,Xã Bảy,xã,,Tỉnh B
`,
  'units.csv',
);

/** Units present: the code, then whether it is certified, then what the file says beside. */
function present(rows: readonly string[], further = ''): Assessments {
  if (!REGISTRY.ok) throw new Error('the registry cannot be read');
  const lines = rows.map((row) => {
    const [code = '', state = '', ...cells] = row.split(' ');
    return [code, { good: '10,10', poor: '0,0', open: '1,' }[state], '0,0', ...cells].join(',');
  });
  const text = [`code,a,b,c,d${further}`, ...lines].join('\n');
  const part = readCsv({ name: 'a.csv', text }, SET, { isPart: true });
  return compile(SET).assess(assemble([part], SET, { registry: REGISTRY.value }));
}

const told = ({ targets }: ReturnType<typeof summarise>): readonly unknown[] =>
  targets.map(({ units, missing, needed, stillNeededAtLeast, stillNeeded, met }) => [
    units,
    missing,
    needed,
    [stillNeededAtLeast, stillNeeded],
    met,
  ])[0] ?? [];

describe('a target of units of which a registry knows more', () => {
  it.each([
    ['is open while those that are missing decide', ['1 good', '2 good', '3 poor'], [6, 3, 3, [0, 1], null]],
    ['is met where enough are certified without them', ['1 good', '2 good', '3 good'], [6, 3, 3, [0, 0], true]],
    [
      'is missed where even all of them would not be enough',
      ['1 good', '2 poor', '3 poor', '4 poor', '5 poor'],
      [6, 1, 3, [1, 2], false],
    ],
    [
      'counts those with missing cells too',
      ['1 open', '2 poor', '3 poor', '4 poor', '5 open'],
      [6, 1, 3, [0, 3], null],
    ],
    ['is of the units present where none is missing', ['7 good'], [1, 0, 1, [0, 0], true]],
  ] as const)('%s', (_, rows, expected) => {
    expect(told(summarise(present(rows)))).toEqual(expected);
  });

  it('counts no missing units for rows that are named, unless told how many', () => {
    const units = present(['1 good', '2 poor']);
    expect(told(summarise(units, [0]))).toEqual([1, 0, 1, [0, 0], true]);
    expect(told(summarise(units, [0], 2))).toEqual([3, 2, 2, [0, 1], null]);
  });
});

describe('a group of units of which a registry knows more', () => {
  const groups = (by: string, rows: readonly string[], further?: string): readonly (readonly unknown[])[] => {
    const assessments = present(rows, further);
    const found = findGroupColumn(assessments.dataset, SET, by);
    if (!found.ok) throw new Error(`no column ${by}`);
    return groupBy(assessments, found.column).groups.map(({ value, summary }) => [value, ...told(summary)]);
  };

  it.each([
    [
      'province',
      ['1 good', '7 good'],
      '',
      [
        ['Tỉnh A', 6, 5, 3, [0, 2], null],
        ['Tỉnh B', 1, 0, 1, [0, 0], true],
      ],
    ],
    [
      'type',
      ['1 good', '3 good'],
      '',
      [
        ['phường', 2, 1, 1, [0, 0], true],
        ['xã', 4, 3, 2, [0, 1], null],
      ],
    ],
    // As the files spell it, and as they call it.
    ['type', ['3 good Xã'], ',type', [['Xã', 4, 3, 2, [0, 1], null]]],
    ['district', ['4 good Khu-B'], ',district', [['Khu-B', 3, 2, 2, [0, 1], null]]],
    // Files that call one district two things: its missing units are where the registry puts them.
    [
      'district',
      ['4 good B', '5 good Bình'],
      ',district',
      [
        ['B', 1, 0, 1, [0, 0], true],
        ['Bình', 2, 1, 1, [0, 0], true],
      ],
    ],
    // A missing unit may be in any group of a column that the registry does not have.
    [
      'registered',
      ['1 good có', '2 poor không', '3 good có', '4 good có', '5 good có'],
      ',registered',
      [
        ['yes', 5, 1, 3, [0, 0], true],
        ['no', 2, 1, 1, [0, 1], null],
      ],
    ],
  ] as const)('by %s: %j', (by, rows, further, expected) => {
    const found = groups(by, rows, further);
    expect(found.filter(([value]) => expected.some(([own]) => own === value))).toEqual(expected);
  });
});
