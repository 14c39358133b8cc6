import { describe, expect, test } from 'vitest';
import { stateText } from './assessor.ts';
import { assessed, criterionText, type Row, smallSet } from './small-sets.ts';

const COUNTS = ['a', 'b', 'c'].map((id) => `  ${id}: { label: ${id}, type: count, max: 9 }`).join('\n');

/** `a` and `b` are parts of `c`. */
const parts = (criteria: string, rest = ''): string =>
  smallSet(
    COUNTS,
    `checks: [{ rule: a + b <= c, message: Too many }]
criteria:
${criteria}
remarks: [{ when: A, message: { vi: Có, en: There } }]
classes:
  best: { label: Best, when: A }
  rest: { label: Rest, when: otherwise }
${rest}`,
  );

describe('what a data check leaves of missing figures', () => {
  const none = '  A: { title: A, test: a == 0 }\n  B: { title: B, test: a + b > c }\n  C: { title: C, test: b == 1 }';

  test.each<readonly [string, Row, string]>([
    ['of nothing no part is more than nothing', { a: null, b: 0, c: 0 }, 'pass fail fail'],
    ['what is left is enough for more', { a: null, b: 1, c: 2 }, 'unknown fail pass'],
    ['nothing is left', { a: null, b: 2, c: 2 }, 'pass fail fail'],
    ['both are missing', { a: null, b: null, c: 0 }, 'pass fail fail'],
    ['both are missing, and one may be there', { a: null, b: null, c: 1 }, 'unknown fail unknown'],
    ['no figure fits: nothing is settled', { a: null, b: 3, c: 2 }, 'unknown pass fail'],
  ])('%s', (_, row, expected) => {
    const found = assessed(parts(none), [row, { a: 1, b: 1, c: 2 }]);
    expect(found.states.map((column) => stateText(column[0])).join(' ')).toBe(expected);
    // The other row is as it is.
    expect(found.states.map((column) => stateText(column[1])).join(' ')).toBe('fail fail pass');
    expect(stateText(found.remarks[0]?.[0])).toBe(expected.split(' ')[0]);
  });

  test('settles criteria that refer to others, points and gates on them', () => {
    const set = parts(
      `  B: { title: B, points: 6, test: a == 0 }
  D: { title: D, points: 4, test: { all: [B, b == 0] } }`,
      'score: { model: points, of: 10 }',
    )
      .replace('when: A, message', 'when: D, message')
      .replace('when: A }', 'when: score >= 50% }');
    const found = assessed(set, [{ a: null, b: null, c: 0 }]);
    expect(['B', 'D'].map((id) => criterionText(found, id))).toEqual(['pass 6/6', 'pass 4/4']);
    expect(stateText(found.gates[0]?.[0])).toBe('pass');
    expect(stateText(found.remarks[0]?.[0])).toBe('pass');
  });

  test('settles a group by its parts', () => {
    const set = parts(
      `  A:
    title: A
    points: 10
    parts:
      A.1: { title: A.1, points: 6, test: a == 0 }
      A.2: { title: A.2, points: 4, test: b == 0 }`,
      'score: { model: points, of: 10 }',
    );
    const found = assessed(set, [
      { a: null, b: null, c: 0 },
      { a: null, b: 1, c: 1 },
      { a: null, b: null, c: 1 },
    ]);
    expect([0, 1, 2].map((row) => criterionText(found, 'A', row))).toEqual([
      'pass 10/10',
      'fail 6/10',
      'unknown 0…10/10',
    ]);
  });
});
