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
