import { describe, expect, test } from 'vitest';
import { assess, cellsOf, earlierColumns, UNDETERMINED } from '../../src/assess/index.ts';
import { type CellBounds, type Dataset, datasetFromRows } from '../../src/data/index.ts';
import { MISSING } from '../../src/formula/index.ts';
import { exactText, integer } from '../../src/number/index.ts';
import { assessorFor, stateText } from './assessor.ts';
import { assessed, candidatesText, criterionText, type Row, scoreText, smallSet } from './small-sets.ts';

const COUNTS = ['a', 'b'].map((id) => `  ${id}: { label: ${id}, type: count, max: 20 }`).join('\n');

/** Rows assessed where more is known of the missing cells of some row than their indicators say. */
function bounded(text: string, rows: readonly Row[], row: number, bounds: Readonly<Record<string, CellBounds>>) {
  const assessor = assessorFor(text);
  const data = datasetFromRows(
    rows.map((own, index) => ({ code: String(index), ...own })),
    assessor.program.set,
  );
  const known = new Map(Object.entries(bounds).map(([id, cell]) => [id, new Map([[row, cell]])] as const));
  return assessor.assess({ ...data, bounds: known } satisfies Dataset);
}

const between = (min: number | null, max: number | null): CellBounds => ({
  min: min === null ? null : integer(min),
  max: max === null ? null : integer(max),
});

describe('bounds of a missing cell', () => {
  const set = smallSet(
    COUNTS,
    `criteria:
  A: { title: A, test: a >= 5 }
  B: { title: B, test: a + b >= 10 }
  C: { title: C, test: a < 3 }
  D: { title: D, test: 2 * a - b == 6 }
  E: { title: E, test: A }
  F: { title: F, test: b == 2 }
classes:
  high: { label: High, certifies: true, when: B }
  some: { label: Some, when: { any: [A, C] } }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, B, C] }
`,
  );
  const states = (cell: CellBounds | null): string => {
    const rows = [{ a: null, b: 2 }];
    const found = cell === null ? assessed(set, rows) : bounded(set, rows, 0, { a: cell });
    const criteria = found.states.map((column) => stateText(column[0])).join(' ');
    return `${criteria}: ${candidatesText(found, 0)}, ${scoreText(found, 0)}`;
  };

  test.each<readonly [readonly [number | null, number | null] | null, string]>([
    [null, 'unknown unknown unknown unknown unknown pass: high or some or rest, 0…2/3'],
    [[6, null], 'pass unknown fail fail pass pass: high or some, 1…2/3'],
    [[9, null], 'pass pass fail fail pass pass: high, 2/3'],
    [[5, 8], 'pass unknown fail fail pass pass: high or some, 1…2/3'],
    [[8, null], 'pass pass fail fail pass pass: high, 2/3'],
    [[3, 4], 'fail fail fail unknown fail pass: rest, 0/3'],
    [[null, 4], 'fail fail unknown unknown fail pass: some or rest, 0…1/3'],
    [[4, 4], 'fail fail fail pass fail pass: rest, 0/3'],
    [[0, 2], 'fail fail pass fail fail pass: some, 1/3'],
    [[4, 8], 'unknown unknown fail unknown unknown pass: high or some or rest, 0…2/3'],
  ])('decide what lies on one side of them, the line itself being on its own: %j', (ends, expected) => {
    expect(states(ends === null ? null : between(...ends))).toBe(expected);
  });

  test('reach into a product', () => {
    const product = smallSet(
      COUNTS,
      `criteria: { A: { title: A, test: a * b >= 10 } }
classes: { high: { label: High, when: A }, rest: { label: Rest, when: otherwise } }
score: { model: count, of: [A] }
`,
    );
    const state = (ofA: CellBounds, ofB: CellBounds): string =>
      criterionText(bounded(product, [{ a: null, b: null }], 0, { a: ofA, b: ofB }), 'A');
    expect(state(between(1, 1), between(null, null))).toBe('unknown');
    expect(state(between(0, 0), between(null, null))).toBe('fail');
    expect(state(between(2, null), between(5, null))).toBe('pass');
  });

  test('decide points, gates and remarks as they decide criteria', () => {
    const sheet = smallSet(
      COUNTS,
      `criteria:
  P: { title: P, points: 10, test: a >= 5 }
  Q: { title: Q, points: 10, test: b >= 1 }
classes:
  good: { label: Good, certifies: true, when: points(P) >= 10 }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 20 }
remarks: [{ when: P, message: { vi: Đủ, en: Enough } }]
`,
    );
    const found = bounded(sheet, [{ a: null, b: null }], 0, { a: between(7, null) });
    expect(criterionText(found, 'P')).toBe('pass 10/10');
    expect(found.points(0)[0]?.earned).toEqual({ least: integer(10), most: integer(10) });
    expect(found.gates.map((column) => stateText(column[0]))).toEqual(['pass']);
    expect(found.remarks.map((column) => stateText(column[0]))).toEqual(['pass']);
    expect(candidatesText(found, 0)).toBe('good');
    expect(scoreText(found, 0)).toBe('10…20/20');
  });

  test('of figures that nobody can have decide nothing', () => {
    const [impossible, open] = [between(8, 2), null].map((cell) => states(cell).split(':')[0]);
    expect(impossible).toBe(open);
  });

  test('concern one row', () => {
    const found = bounded(
      set,
      [
        { a: null, b: 2 },
        { a: null, b: 2 },
        { a: 1, b: 9 },
      ],
      1,
      { a: between(8, null) },
    );
    expect([0, 1, 2].map((row) => candidatesText(found, row))).toEqual(['high or some or rest', 'high', 'high']);
    expect([0, 1, 2].map((row) => criterionText(found, 'A', row))).toEqual(['unknown', 'pass', 'fail']);
  });

  test('limit points, and gates on them', () => {
    const sheet = smallSet(
      COUNTS,
      `criteria:
  A: { title: A, points: 6, on: a, scale: [[0, 0], [12, 6]] }
  B: { title: B, points: 4, test: b >= 1 }
classes:
  best: { label: Best, certifies: true, when: score >= 80% }
  good: { label: Good, when: points(A) >= 2 }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 10 }
`,
    );
    const told = (cell: CellBounds): string => {
      const found = bounded(sheet, [{ a: null, b: 1 }], 0, { a: cell });
      return `${scoreText(found, 0)} ${candidatesText(found, 0)}`;
    };
    expect(told(between(4, 6))).toBe('6…7/10 good');
    expect(told(between(4, 8))).toBe('6…8/10 best or good');
    expect(told(between(12, null))).toBe('10/10 best');
    expect(told(between(null, 3))).toBe('4…5.5/10 rest');
  });
});

describe('earlier periods', () => {
  const set = smallSet(
    COUNTS,
    `criteria:
  A: { title: A, test: a < prev(a) }
  B: { title: B, test: "last(2, b) == 0" }
classes:
  less: { label: Less, when: A }
  rest: { label: Rest, when: { not: A } }
score: { model: count, of: [A, B] }
`,
  );

  test('are those of the same unit', () => {
    const rows = [
      { code: '1', period: '2024', a: 3, b: 0 },
      { code: '1', period: '2025', a: 2, b: 0 },
      { code: '2', period: '2025', a: 2, b: 1 },
    ];
    const found = assessed(set, rows);
    expect(rows.map((_, row) => criterionText(found, 'A', row))).toEqual(['unknown', 'pass', 'unknown']);
    // More than nothing in one of two years is more than nothing, whatever the year before was.
    expect(rows.map((_, row) => criterionText(found, 'B', row))).toEqual(['unknown', 'pass', 'fail']);
    expect(rows.map((_, row) => candidatesText(found, row))).toEqual(['less or rest', 'less', 'less or rest']);
  });

  test('are asked for once each', () => {
    const { program } = assessorFor(set);
    expect(earlierColumns(program)).toEqual(
      expect.arrayContaining([
        { indicator: 'a', periodsAgo: 1 },
        { indicator: 'b', periodsAgo: 1 },
      ]),
    );
    expect(earlierColumns(program)).toHaveLength(2);
  });
});

test('remarks are due where their condition holds', () => {
  const set = smallSet(
    COUNTS,
    `criteria: { A: { title: A, test: a >= 1 } }
classes: { high: { label: High, when: A }, rest: { label: Rest, when: otherwise } }
remarks:
  - { when: a > b, message: { vi: Nhiều, en: More } }
  - { when: A, message: { vi: Có, en: Some } }
`,
  );
  const found = assessed(set, [
    { a: 2, b: 1 },
    { a: 1, b: 1 },
    { a: 0, b: 0 },
    { a: null, b: 20 },
    { a: null, b: 5 },
  ]);
  expect(found.remarks.map((column) => [...column].map(stateText))).toEqual([
    // No count is above its own most.
    ['pass', 'fail', 'fail', 'fail', 'unknown'],
    ['pass', 'pass', 'fail', 'unknown', 'unknown'],
  ]);
});

describe('a set without a score', () => {
  const set = smallSet(
    COUNTS,
    `criteria: { A: { title: A, test: a >= 1 } }
classes: { high: { label: High, certifies: true, when: A }, rest: { label: Rest, when: otherwise } }
`,
  );

  test('has classes and no points', () => {
    const found = assessed(set, [
      { a: 1, b: 0 },
      { a: null, b: 0 },
      { a: 0, b: 0 },
    ]);
    expect([0, 1, 2].map((row) => scoreText(found, row))).toEqual(['null', 'null', 'null']);
    expect([0, 1, 2].map((row) => found.points(row))).toEqual([[], [], []]);
    expect([...found.classes]).toEqual([0, UNDETERMINED, 1]);
    expect([...found.certified].map(stateText)).toEqual(['pass', 'unknown', 'fail']);
    expect(found.gates).toEqual([]);
  });

  test('is assessed from plain rows, with what is wrong instead', () => {
    const { set: own } = assessorFor(set).program;
    const found = assess(own, [{ code: '1', a: 1, b: 0 }]);
    expect(found.ok && stateText(found.value.certified[0])).toBe('pass');
    expect(assess(own, [{ code: '1', a: 21, b: 0 }])).toMatchObject({ ok: false, issues: [{ severity: 'error' }] });
  });
});

test('plain rows that no reality can have are errors, strange ones are warnings', () => {
  const text = smallSet(
    COUNTS,
    `checks:
  - { rule: a <= b, message: { vi: Nhiều hơn, en: More } }
  - { rule: b < 9, severity: warning, message: { vi: Nhiều, en: Many } }
criteria: { A: { title: A, test: a >= 1 } }
classes: { high: { label: High, when: A }, rest: { label: Rest, when: otherwise } }
`,
  );
  const { set } = assessorFor(text).program;
  expect(assess(set, [{ code: '1', a: 2, b: 1 }])).toMatchObject({
    ok: false,
    issues: [{ code: 'data/check-failed' }],
  });
  const strange = assess(set, [{ code: '1', a: 2, b: 9 }]);
  expect(strange.ok && strange.value.classes[0]).toBe(0);
  expect(strange.issues).toMatchObject([{ code: 'data/check-failed', severity: 'warning' }]);
});

test('the cells of a row are its numbers, its bytes, and what bounds them', () => {
  const text = smallSet(
    `${COUNTS}
  route: { label: Route, type: choice, values: { none: None, main: Main } }
  registered: { label: Registered, type: boolean }`,
    `criteria:
  A: { title: A, test: a + b >= 1 }
  B: { title: B, test: route == main and registered }
classes: { high: { label: High, when: { all: [A, B] } }, rest: { label: Rest, when: otherwise } }
`,
  );
  const rows = [
    { a: 3, b: null, route: 'main', registered: true },
    { a: null, b: 4, route: null, registered: null },
  ];
  const { program, dataset } = bounded(text, rows, 1, { a: between(1, 7) });
  const told = (row: number): readonly unknown[] => {
    const cells = cellsOf(program, dataset, row);
    return program.questions.variables.map(({ column }, variable) => {
      const [number, bounds] = [cells.number(variable), cells.bounds(variable)];
      return [column, number === null ? null : exactText(number), cells.byte(variable), bounds];
    });
  };
  expect(told(0)).toEqual([
    ['a', '3', MISSING, null],
    ['b', null, MISSING, null],
    ['route', null, 1, null],
    ['registered', null, 1, null],
  ]);
  expect(told(1)).toEqual([
    ['a', null, MISSING, between(1, 7)],
    ['b', '4', MISSING, null],
    ['route', null, MISSING, null],
    ['registered', null, MISSING, null],
  ]);
  const none = cellsOf(program, dataset, 0);
  expect([none.number(9), none.byte(9), none.bounds(9)]).toEqual([null, MISSING, null]);
});
