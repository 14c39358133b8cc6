import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import type { Earned } from '../../src/assess/index.ts';
import { parseCriteria } from '../../src/criteria/index.ts';
import { sheetScore } from '../../src/assess/score.ts';
import { exactText, integer } from '../../src/number/index.ts';
import { assessed, criterionText, type Row, sheetText } from './small-sets.ts';

const OF_TEN = '{ model: points, of: 10 }';

/** A criterion of a sheet that has other points besides. */
const told = (criteria: string, row: Row, id: string): string =>
  criterionText(
    assessed(sheetText(`  M: { title: M, test: a >= 1 }\n${criteria}`, OF_TEN), [{ a: 0, b: 0, c: 0, ...row }]),
    id,
  );

describe('a criterion earns', () => {
  const rising = 'points: 5, on: a, scale: [[2, 1], [4, 3], [6, 5]]';
  const falling = 'points: 5, on: a, scale: [[2, 5], [4, 1]]';
  const ratio = 'points: 5, on: a / b, scale: [[0%, 0], [100%, 5]]';
  const bands = 'points: 5, on: a, bands: [[4, 5], [2, 3]]';
  const floored = 'points: 5, deduct: { each: 1, per: a, floor: 2 }';
  const atMost = 'points: 5, deduct: { each: 1, per: a, most: 2 }';
  const both = 'points: 5, deduct: { each: 1, per: a, most: 4, floor: 3 }';
  const applies = 'points: 5, test: a >= 1, applies_when: c > 0';
  const asPass = `${applies}, not_applicable: pass`;
  const asFail = `${applies}, not_applicable: fail`;
  test.each<readonly [string, Row, string]>([
    ['points: 5, test: a >= 1', { a: 1 }, 'pass 5/5'],
    ['points: 5, test: a >= 1', { a: 0 }, 'fail 0/5'],
    ['points: 5, test: a >= 1', { a: null }, 'unknown 0…5/5'],
    [bands, { a: 4 }, 'pass 5/5'],
    [bands, { a: 3 }, 'fail 3/5'],
    [bands, { a: 2 }, 'fail 3/5'],
    [bands, { a: 1 }, 'fail 0/5'],
    [bands, { a: null }, 'unknown 0…5/5'],
    [rising, { a: 0 }, 'fail 1/5'],
    [rising, { a: 2 }, 'fail 1/5'],
    [rising, { a: 3 }, 'fail 2/5'],
    [rising, { a: 4 }, 'fail 3/5'],
    [rising, { a: 5 }, 'fail 4/5'],
    [rising, { a: 6 }, 'pass 5/5'],
    [rising, { a: 9 }, 'pass 5/5'],
    [rising, { a: null }, 'unknown 1…5/5'],
    [falling, { a: 0 }, 'pass 5/5'],
    [falling, { a: 2 }, 'pass 5/5'],
    [falling, { a: 3 }, 'fail 3/5'],
    [falling, { a: 4 }, 'fail 1/5'],
    [falling, { a: 9 }, 'fail 1/5'],
    [falling, { a: null }, 'unknown 1…5/5'],
    [ratio, { a: 1, b: 2 }, 'fail 2.5/5'],
    [ratio, { a: 4, b: 2 }, 'pass 5/5'],
    [ratio, { a: 0, b: 0 }, 'not-applicable'],
    [ratio, { a: 1, b: null }, 'unknown 0.005…5/5'],
    [floored, { a: 0 }, 'pass 5/5'],
    [floored, { a: 2 }, 'fail 3/5'],
    [floored, { a: 4 }, 'fail 2/5'],
    [floored, { a: null }, 'unknown 2…5/5'],
    [atMost, { a: 1 }, 'fail 4/5'],
    [atMost, { a: 3 }, 'fail 3/5'],
    [atMost, { a: null }, 'unknown 3…5/5'],
    [both, { a: 9 }, 'fail 3/5'],
    [both, { a: null }, 'unknown 3…5/5'],
    [applies, { a: 1, c: 1 }, 'pass 5/5'],
    [applies, { a: 1, c: 0 }, 'not-applicable'],
    [asPass, { a: 0, c: 0 }, 'not-applicable 5/5'],
    [asFail, { a: 1, c: 0 }, 'not-applicable 0/5'],
    [applies, { a: 1, c: null }, 'unknown 0…5/0…5'],
    [applies, { a: 0, c: null }, 'unknown 0/0…5'],
    [asPass, { a: 1, c: null }, 'unknown 5/5'],
    [asPass, { a: 0, c: null }, 'unknown 0…5/5'],
    [asFail, { a: 1, c: null }, 'unknown 0…5/5'],
    [asFail, { a: 0, c: null }, 'unknown 0/5'],
    [asFail, { a: null, c: 1 }, 'unknown 0…5/5'],
  ])('%s: %j', (rule, row, expected) => {
    expect(told(`  A: { title: A, ${rule} }\n  B: { title: B, points: 5, test: b >= 1 }`, row, 'A')).toBe(expected);
  });
});

describe('a criterion that refers to others earns', () => {
  const others = (consequence: string): string => `  X: { title: X, test: a >= 1, applies_when: c > 0${consequence} }
  Y: { title: Y, test: b >= 1, applies_when: c > 0 }`;
  const excluded = others('');
  test.each<readonly [string, string, Row, string]>([
    ['X', excluded, { a: null, c: 1 }, 'unknown 0…10/10'],
    ['X', excluded, { a: 1, c: 0 }, 'not-applicable'],
    ['X', others(', not_applicable: pass'), { a: null, c: 1 }, 'unknown 0…10/10'],
    ['X', others(', not_applicable: pass'), { a: 0, c: 0 }, 'pass 10/10'],
    ['X', others(', not_applicable: fail'), { a: 1, c: 0 }, 'fail 0/10'],
    ['{ any: [X, Y] }', excluded, { a: null, c: 1 }, 'unknown 0…10/10'],
    ['{ any: [X, Y] }', excluded, { a: 1, b: 1, c: 0 }, 'not-applicable'],
    ['{ all: [X, b >= 1] }', excluded, { a: null, b: 1, c: 1 }, 'unknown 0…10/10'],
    ['{ all: [X, b >= 1] }', excluded, { a: 1, b: 1, c: 0 }, 'pass 10/10'],
    ['a >= 1', excluded, { a: null, c: 1 }, 'unknown 0…10/10'],
  ])('%s: %#', (rule, criteria, row, expected) => {
    expect(told(`${criteria}\n  A: { title: A, points: 10, test: ${rule} }`, row, 'A')).toBe(expected);
  });
});

describe('a group earns', () => {
  const group = (first: string, head = ''): string => `  A:
    title: A
    points: 10
    ${head}
    parts:
      A.1: { title: A.1, points: 4, test: a >= 1 }
      A.2: { title: A.2, points: 6, test: b >= 1, ${first} }`;
  const plain = group('applies_when: c > 0');
  const capped = group('applies_when: c > 0', 'cap: 8');
  const whole = group('not_applicable: exclude', 'applies_when: c > 0');
  const asPass = group('not_applicable: exclude', 'applies_when: c > 0\n    not_applicable: pass\n    cap: 8');
  const asFail = group('not_applicable: exclude', 'applies_when: c > 0\n    not_applicable: fail\n    cap: 8');
  const nested = `  A:
    title: A
    points: 10
    parts:
      A.1:
        title: A.1
        points: 6
        parts:
          A.1.1: { title: A.1.1, points: 4, test: a >= 1 }
          A.1.2: { title: A.1.2, points: 2, test: b >= 1 }
      A.2: { title: A.2, points: 4, test: c >= 1 }`;
  const bonus = `  A:
    title: A
    points: 10
    cap: 12
    parts:
      A.1: { title: A.1, points: 10, test: a >= 1 }
      A.2: { title: A.2, points: 4, bonus: true, test: b >= 1 }`;
  test.each<readonly [string, string, Row, string]>([
    ['of parts', plain, { a: 1, b: 1, c: 1 }, 'pass 10/10'],
    ['of parts', plain, { a: 1, b: 0, c: 1 }, 'fail 4/10'],
    ['of parts', plain, { a: null, b: 1, c: 1 }, 'unknown 6…10/10'],
    ['of parts', plain, { a: 1, b: 1, c: 0 }, 'pass 4/4'],
    ['of parts', plain, { a: 0, b: 1, c: null }, 'fail 0…6/4…10'],
    ['up to its cap', capped, { a: 1, b: 1, c: 1 }, 'pass 8/8'],
    ['up to its cap', capped, { a: 1, b: 0, c: 1 }, 'fail 4/8'],
    ['up to its cap', capped, { a: null, b: 1, c: 1 }, 'unknown 6…8/8'],
    ['that may not apply', whole, { a: 1, b: 1, c: 0 }, 'not-applicable'],
    ['that may not apply', whole, { a: 1, b: 1, c: null }, 'unknown 0…10/0…10'],
    ['that counts as met, up to its cap', asPass, { a: 0, b: 0, c: 0 }, 'not-applicable 8/8'],
    ['that counts as not met, up to its cap', asFail, { a: 1, b: 1, c: 0 }, 'not-applicable 0/8'],
    ['of groups', nested, { a: 1, b: 0, c: 1 }, 'fail 8/10'],
    ['of groups', nested, { a: 1, b: null, c: 0 }, 'fail 4…6/10'],
    ['with a bonus', bonus, { a: 1, b: 1 }, 'pass 12/10'],
    ['with a bonus', bonus, { a: 0, b: 1 }, 'fail 4/10'],
  ])('%s: %#', (_, criteria, row, expected) => {
    expect(told(criteria, row, 'A')).toBe(expected);
  });

  test('nothing where all its parts are left out, as a criterion without points', () => {
    const criteria = `  A:
    title: A
    points: 4
    parts:
      A.1: { title: A.1, points: 4, test: a >= 1, applies_when: c > 0 }
  B: { title: B, points: 6, test: b >= 1 }`;
    expect(told(criteria, { a: 1, b: 1, c: 0 }, 'A')).toBe('not-applicable');
    expect(told(criteria, { a: 1, b: 1, c: 0 }, 'B')).toBe('pass 6/6');
    expect(told(criteria, { a: 1, b: 1, c: 0 }, 'M')).toBe('pass');
  });
});

/** What a criterion earns, from least to most, of what it can earn. */
type Told = readonly [least: number, most: number, fewest: number, all: number] | null;

function scoreOf(criteria: string, score: string, results: readonly Told[]): string {
  const parsed = parseCriteria(sheetText(criteria, score));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { sheet } = compile(parsed.value).program;
  if (sheet === null) throw new Error('the set has no points');
  const given = results.map((result): Earned | null => {
    if (result === null) return null;
    const [least, most, fewest, all] = result;
    return {
      earned: { least: integer(least), most: integer(most) },
      available: { least: integer(fewest), most: integer(all) },
    };
  });
  const found = sheetScore(sheet, given);
  return found === null ? 'null' : [found.min, found.max, found.of].map((end) => exactText(end)).join(' ');
}

describe('the total of points', () => {
  const criteria = `  A: { title: A, points: 6, test: a >= 1 }
  B: { title: B, points: 4, test: b >= 1 }
  C: { title: C, points: 3, bonus: true, test: c >= 1 }`;
  test.each<readonly [readonly Told[], string]>([
    [
      [
        [6, 6, 6, 6],
        [4, 4, 4, 4],
        [0, 0, 3, 3],
      ],
      '10 10 10',
    ],
    [
      [
        [0, 6, 6, 6],
        [4, 4, 4, 4],
        [0, 0, 3, 3],
      ],
      '4 10 10',
    ],
    [
      [
        [6, 6, 6, 6],
        [0, 4, 0, 4],
        [0, 0, 3, 3],
      ],
      '6 10 10',
    ],
    [
      [
        [6, 6, 6, 6],
        [0, 0, 4, 4],
        [3, 3, 3, 3],
      ],
      '9 9 10',
    ],
    [
      [
        [6, 6, 6, 6],
        [4, 4, 4, 4],
        [3, 3, 3, 3],
      ],
      '10 10 10',
    ],
    [[[6, 6, 6, 6], null, [0, 3, 3, 3]], '6 6 6'],
    [[null, [1, 1, 4, 4], null], '1 1 4'],
    [[null, null, [3, 3, 3, 3]], 'null'],
    [[null, null, null], 'null'],
  ])('%j', (results, expected) => {
    expect(scoreOf(criteria, OF_TEN, results)).toBe(expected);
  });

  test('is rounded at both ends', () => {
    const rounding = '{ model: points, of: 10, round: { to: 4, mode: half-up } }';
    expect(scoreOf(criteria, rounding, [[1, 6, 6, 6], [1, 1, 4, 4], null])).toBe('4 8 10');
  });
});

describe('the total by weight', () => {
  const criteria = `  A: { title: A, points: 5, weight: 3, test: a >= 1 }
  B: { title: B, points: 8, weight: 1, test: b >= 1 }`;
  test.each<readonly [readonly Told[], string]>([
    [
      [
        [5, 5, 5, 5],
        [0, 0, 8, 8],
      ],
      '75 75 100',
    ],
    [
      [
        [2, 3, 5, 5],
        [8, 8, 8, 8],
      ],
      '55 70 100',
    ],
    [[null, [4, 4, 8, 8]], '50 50 100'],
    [
      [
        [0, 0, 0, 0],
        [4, 4, 8, 8],
      ],
      '50 50 100',
    ],
    [[null, null], 'null'],
    [
      [
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      'null',
    ],
    // What may be left out: it draws the mean to its own share, or not at all.
    [
      [
        [2, 2, 5, 5],
        [0, 8, 0, 8],
      ],
      '0 100 100',
    ],
    [[null, [0, 8, 0, 8]], '0 100 100'],
    // A group can earn more than it has points for.
    [
      [
        [6, 6, 5, 5],
        [8, 8, 8, 8],
      ],
      '100 100 100',
    ],
    [
      [
        [1, 2, 4, 5],
        [0, 0, 8, 8],
      ],
      '15 37.5 100',
    ],
  ])('%j', (results, expected) => {
    expect(scoreOf(criteria, '{ model: weighted, of: 100 }', results)).toBe(expected);
  });
});
