import { describe, expect, test } from 'vitest';
import { type Assessments, compile } from '../../src/assess/index.ts';
import { type CriteriaSet, parseCriteria } from '../../src/criteria/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { decidingCriteria, decidingGates } from '../../src/explain/index.ts';
import { exactText } from '../../src/number/index.ts';

type Row = Readonly<Record<string, number | boolean | null>>;

function setOf(indicators: string, rest: string): CriteriaSet {
  const text = `family: own
version: "1"
status: draft
title: Own
unit: commune
effective: { from: "2025-01-01" }
period: { kind: year, from: "01-01", to: "12-31" }
indicators:
${indicators
  .split(' ')
  .map((id) => `  ${id}: { label: ${id}, type: count }`)
  .join('\n')}
${rest}`;
  const parsed = parseCriteria(text, { file: 'own.yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function assessed(set: CriteriaSet, rows: readonly Row[]): Assessments {
  return compile(set).assess(
    datasetFromRows(
      rows.map((row, index) => ({ code: String(index), ...row })),
      set,
    ),
  );
}

/** Criteria and gates that decide the class of a row. */
function deciding(set: CriteriaSet, row: Row): string {
  const found = assessed(set, [row]);
  const gates = decidingGates(found)(0).map(
    ({ gate: { of, operator, bound } }) => `${of ?? 'score'} ${operator} ${exactText(bound)}`,
  );
  return [...decidingCriteria(found)(0), ...gates].join(', ');
}

const LOGIC = setOf(
  'a b c d',
  `criteria:
  A: { title: A, test: a >= 1 }
  B: { title: B, test: b >= 1 }
  C: { title: C, test: c >= 1 }
  D: { title: D, test: d >= 1 }
classes:
  one: { label: One, certifies: true, when: { all: [A, { any: [B, C] }] } }
  two: { label: Two, when: D }
  three: { label: Three, when: otherwise }
`,
);

const NAMES = ['a', 'b', 'c', 'd'] as const;
const VALUES = [0, 1, null];
type Figures = Readonly<Record<(typeof NAMES)[number], number | null>>;

describe('where figures are missing', () => {
  test.each([
    ['none is', { a: 1, b: 1, c: 1, d: 1 }, 'A'],
    ['what comes after is open: A alone holds the class all the same', { a: 1, b: 1, c: 1, d: null }, 'A'],
    ['B alone stands for C', { a: 1, b: 1, c: 0, d: null }, 'A, B'],
    ['A keeps out of one, D of two', { a: 0, b: 1, c: null, d: 0 }, 'A, D'],
    ['it is open whether A would do', { a: 0, b: null, c: null, d: 1 }, 'D'],
  ])('%s', (_, row, expected) => {
    expect(deciding(LOGIC, row)).toBe(expected);
  });

  /** Every row of zeros, ones and blanks. */
  const rows = VALUES.flatMap((a) => VALUES.flatMap((b) => VALUES.flatMap((c) => VALUES.map((d) => ({ a, b, c, d })))));

  test('those that decide alone do so whatever is filled in, and no other does', () => {
    const told: string[] = [];
    const expected: string[] = [];
    for (const row of rows) {
      const own = placesOf(row);
      if (own.length !== 1) continue;
      const alone = NAMES.filter((name) => {
        if (row[name] === null) return false;
        const turned = placesOf({ ...row, [name]: 1 - row[name] });
        return turned.every((place) => (row[name] === 1 ? place !== own[0] : place < (own[0] ?? 0)));
      });
      if (alone.length === 0) continue;
      expected.push(`${JSON.stringify(row)} ${alone.join(', ')}`);
      told.push(`${JSON.stringify(row)} ${deciding(LOGIC, row).toLowerCase()}`);
    }
    expect(expected.length).toBeGreaterThan(20);
    expect(told).toEqual(expected);
  });
});

/** The places of the classes that a row can be in: all fillings tried, by hand. */
function placesOf(row: Figures): readonly number[] {
  const open = NAMES.find((name) => row[name] === null);
  if (open !== undefined) return [...new Set([0, 1].flatMap((value) => placesOf({ ...row, [open]: value })))];
  if (row.a === 1 && (row.b === 1 || row.c === 1)) return [0];
  return row.d === 1 ? [1] : [2];
}

/** One that does not apply, where it counts as met or not met. */
const notApplicable = (as: string): CriteriaSet =>
  setOf(
    'a b',
    `criteria:
  A: { title: A, test: a / b >= 50%, not_applicable: ${as} }
classes:
  one: { label: One, certifies: true, when: A }
  two: { label: Two, when: otherwise }
`,
  );

test.each([
  ['fail', 'A'],
  ['pass', 'A'],
  // What is left out neither holds nor keeps out.
  ['exclude', ''],
])('a criterion that does not apply and counts as %s', (as, expected) => {
  expect(deciding(notApplicable(as), { a: 0, b: 0 })).toBe(expected);
});

describe('gates on points', () => {
  const SHEET = setOf(
    'a b',
    `criteria:
  A: { title: A, points: 5, test: a >= 5 }
  B: { title: B, points: 5, test: a >= 6 }
  M.1: { title: M1, mandatory: true, test: b == 0 }
  H.1: { title: H1, test: a >= 100 }
  H.2: { title: H2, test: b >= 100 }
classes:
  best: { label: Best, certifies: true, when: { all: [mandatory, score >= 80%] } }
  middle: { label: Middle, when: { all: [H.1, H.2] } }
  other: { label: Other, when: otherwise }
score: { model: points, of: 10 }
`,
  );

  test.each([
    ['alone keep out of the best class, past one between', { a: 0, b: 0 }, 'score >= 0.8'],
    ['together with a criterion', { a: 0, b: 5 }, 'M.1, score >= 0.8'],
    ['are not named where a criterion alone keeps it out', { a: 6, b: 5 }, 'M.1'],
    ['hold the best class', { a: 6, b: 0 }, 'A, B, M.1, score >= 0.8'],
    // Either of the two is worth half of the points.
    ['hang on criteria that would meet them alone', { a: 5, b: 0 }, 'B, score >= 0.8'],
  ])('%s', (_, row, expected) => {
    expect(deciding(SHEET, row)).toBe(expected);
  });
});

describe('groups of a points sheet', () => {
  const SHEET = setOf(
    'a b c',
    `criteria:
  A:
    title: A
    points: 10
    cap: 3
    parts:
      A.1: { title: A.1, points: 8, test: a >= 1 }
      A.2: { title: A.2, points: 2, test: a >= 2 }
  B:
    title: B
    points: 4
    applies_when: c > 0
    not_applicable: pass
    parts:
      B.1: { title: B.1, points: 2, test: b >= 1 }
      B.2: { title: B.2, points: 2, test: b >= 2 }
  D: { title: D, points: 4, test: c >= 2 }
classes:
  high: { label: High, certifies: true, when: score >= 10 }
  middle: { label: Middle, when: score >= 7 }
  low: { label: Low, when: score >= 3 }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 18 }
`,
  );

  type Sheet = Readonly<Record<'a' | 'b' | 'c', number>>;
  const IDS = ['A', 'A.1', 'A.2', 'B', 'B.1', 'B.2', 'D'] as const;
  type Id = (typeof IDS)[number];

  /** Whether each criterion counts as met. */
  function met({ a, b, c }: Sheet, turned: Id | null): (id: Id) => boolean {
    const own = { 'A.1': a >= 1, 'A.2': a >= 2, 'B.1': b >= 1, 'B.2': b >= 2, D: c >= 2 };
    const parts: Readonly<Record<'A' | 'B', readonly Id[]>> = { A: ['A.1', 'A.2'], B: c === 0 ? [] : ['B.1', 'B.2'] };
    const is = (id: Id): boolean => (id === 'A' || id === 'B' ? parts[id].every(is) : own[id]) !== (id === turned);
    return is;
  }

  /** The place of the class where one criterion is otherwise, worked out by hand. */
  function placeOf(row: Sheet, turned: Id | null = null): number {
    const is = met(row, turned);
    const points = (id: Id, full: number): number => (is(id) ? full : 0);
    const a = turned === 'A' ? points('A', 3) : Math.min(3, points('A.1', 8) + points('A.2', 2));
    const b = turned === 'B' || row.c === 0 ? points('B', 4) : points('B.1', 2) + points('B.2', 2);
    const score = a + b + points('D', 4);
    return [10, 7, 3, 0].findIndex((least) => score >= least);
  }

  function expected(row: Sheet): string {
    const [now, is] = [placeOf(row), met(row, null)];
    const applies = (id: Id): boolean => id !== 'B' || row.c > 0;
    const alone = IDS.filter((id) => {
      const place = placeOf(row, id);
      return is(id) ? place !== now : place < now;
    });
    const told = alone.some(applies) ? alone.filter(applies) : alone;
    return told.filter((id) => !told.some((part) => part.startsWith(`${id}.`))).join(', ');
  }

  const rows = [0, 1, 2].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1, 2].map((c) => ({ a, b, c }))));

  test.each(rows)('earn their cap, count where they apply, and are named where no part of them decides: %o', (row) => {
    expect(decidingCriteria(assessed(SHEET, [row]))(0).join(', ')).toBe(expected(row));
  });

  test('groups are named beside criteria and beside parts of other groups', () => {
    expect(rows.map(expected)).toEqual(expect.arrayContaining(['A.1, D', 'A.1, B, D', 'A, B.2, D']));
  });
});
