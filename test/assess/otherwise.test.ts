import { expect, test } from 'vitest';
import { gatesIf } from '../../src/assess/index.ts';
import { numberOf } from '../../src/criteria/index.ts';
import { FAIL, PASS, UNKNOWN } from '../../src/formula/index.ts';
import { stateText } from './assessor.ts';
import { assessed } from './small-sets.ts';

/** A sheet of 20 points: a group of three whose cap is 10, an item of 8, and an item of 2 that may not apply. */
const SHEET = `family: sheet
version: "1"
status: draft
title: Sheet
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  a: { label: a, type: count }
  b: { label: b, type: count }
  c: { label: c, type: count }
criteria:
  A:
    title: A
    points: 10
    cap: 10
    parts:
      A.1: { title: A.1, points: 6, test: a > 0 }
      A.2: { title: A.2, points: 4, on: a, bands: [[4, 4], [2, 2]] }
      A.3: { title: A.3, points: 3, bonus: true, test: b > 0 }
  B: { title: B, points: 8, test: b > 0 }
  C: { title: C, points: 2, test: c > 1, applies_when: c > 0 }
classes:
  high: { label: High, when: { all: [score >= 90%, points(A) >= 60%] } }
  some: { label: Some, when: score >= 8 }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 20 }
`;

/** The states of the gates of two rows, in the order of the classes, were some criteria otherwise. */
function gatesWhere(
  row: Readonly<Record<string, number | null>>,
  ...assumed: readonly (readonly [string, number])[]
): string {
  const assessments = assessed(SHEET, [{ a: 0, b: 0, c: 0, ...row }]);
  const { set } = assessments.program;
  const otherwise = new Map(assumed.map(([id, state]) => [numberOf(set.criteria, id), Uint8Array.of(state)] as const));
  const before = assessments.gates.map((column) => column[0]);
  const found = gatesIf(assessments, otherwise).map((column) => stateText(column[0]));
  // What is assumed must not change what is so.
  expect(assessments.gates.map((column) => column[0])).toEqual(before);
  return found.join(', ');
}

// Of 18 points where C does not apply: 90% are 16.2, and 60% of A are 6.
test.each<[string, Readonly<Record<string, number | null>>, readonly (readonly [string, number])[], string]>([
  ['nothing is otherwise', {}, [], 'fail, fail, fail'],
  ['a test is met', {}, [['A.1', PASS]], 'fail, pass, fail'],
  ['an item is met', {}, [['B', PASS]], 'fail, fail, pass'],
  [
    'two are met',
    {},
    [
      ['A.1', PASS],
      ['B', PASS],
    ],
    'fail, pass, pass',
  ],
  ['bands earn all their points', { a: 2, b: 1 }, [['A.2', PASS]], 'pass, pass, pass'],
  ['bands earn nothing', { a: 2, b: 1 }, [['A.2', FAIL]], 'pass, pass, pass'],
  ['a test fails', { a: 4, b: 1 }, [['A.1', FAIL]], 'fail, pass, pass'],
  [
    'a test and a bonus fail',
    { a: 4, b: 1 },
    [
      ['A.1', FAIL],
      ['A.3', FAIL],
    ],
    'fail, fail, pass',
  ],
  ['the cap holds', { a: 4 }, [['A.3', PASS]], 'fail, pass, pass'],
  ['a group fails as a whole', { a: 4, b: 1 }, [['A', FAIL]], 'fail, fail, pass'],
  ['a group is met as a whole', { b: 1 }, [['A', PASS]], 'pass, pass, pass'],
  [
    'a group follows from its parts',
    { a: 4, b: 1 },
    [
      ['A.1', FAIL],
      ['A', FAIL],
    ],
    'fail, pass, pass',
  ],
  ['the state is the same', { a: 4, b: 1 }, [['B', PASS]], 'pass, pass, pass'],
  ['what is not known changes nothing', { a: 4, b: 1 }, [['B', UNKNOWN]], 'pass, pass, pass'],
  ['what does not apply earns nothing', { a: 4 }, [['C', PASS]], 'fail, pass, pass'],
  ['what applies counts', { a: 4, b: 0, c: 2 }, [['B', PASS]], 'pass, pass, pass'],
  [
    'what applies and is lost counts',
    { a: 4, b: 1, c: 2 },
    [
      ['C', FAIL],
      ['B', FAIL],
    ],
    'fail, pass, pass',
  ],
  ['another figure is missing', { a: null, b: 1 }, [['B', FAIL]], 'fail, unknown, unknown'],
])('%s', (_, row, assumed, expected) => {
  expect(gatesWhere(row, ...assumed)).toBe(expected);
});

test('rows are looked at one by one', () => {
  const assessments = assessed(SHEET, [
    { a: 0, b: 0, c: 0 },
    { a: 4, b: 1, c: 0 },
  ]);
  const otherwise = new Map([[numberOf(assessments.program.set.criteria, 'B'), Uint8Array.of(PASS, FAIL)]]);
  const found = gatesIf(assessments, otherwise).map((column) => [...column].map(stateText));
  expect(found).toEqual([
    ['fail', 'fail'],
    ['fail', 'pass'],
    ['pass', 'pass'],
  ]);
});

test('without gates there is nothing to change', () => {
  const counted = `family: counted
version: "1"
status: draft
title: Counted
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators: { a: { label: a, type: count } }
criteria: { A: { title: A, test: a > 0 } }
classes: { all: { label: All, when: otherwise } }
score: { model: count, of: [A] }
`;
  expect(gatesIf(assessed(counted, [{ a: 0 }]), new Map([[0, Uint8Array.of(PASS)]]))).toEqual([]);
});
