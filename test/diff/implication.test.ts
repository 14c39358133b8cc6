import { describe, expect, test } from 'vitest';
import { constantOf, implies, isSameShape, widening } from '../../src/diff/implication.ts';
import { BOTH, DOWN, type Sign, STILL, UP } from '../../src/diff/sign.ts';
import type { Formula } from '../../src/formula/index.ts';
import { exactText } from '../../src/number/index.ts';
import { read } from '../formula/read.ts';

/** Reads a formula; so many of some parts, which files write as `at_least: 2, of: […]`, as `at_least 2 of a; b`. */
function formula(text: string): Formula {
  const [, count, parts] = /^at_least (\d) of (.*)$/u.exec(text) ?? [];
  if (count === undefined || parts === undefined) return read(text);
  return {
    kind: 'at_least',
    count: Number(count),
    of: parts.split('; ').map((part) => read(part)),
    at: { file: 'formula' },
  };
}

describe('one line holds wherever another does', () => {
  const OPERATORS = ['<', '<=', '==', '!=', '>=', '>'] as const;
  const HOLDS = {
    '<': (value: number, line: number) => value < line,
    '<=': (value: number, line: number) => value <= line,
    '==': (value: number, line: number) => value === line,
    '!=': (value: number, line: number) => value !== line,
    '>=': (value: number, line: number) => value >= line,
    '>': (value: number, line: number) => value > line,
  };
  /** Values of a number that is not whole: on every line, and between and beyond them. */
  const VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((step) => step / 2);

  test.each(OPERATORS.flatMap((from) => OPERATORS.map((to) => [from, to] as const)))('%s and %s', (from, to) => {
    for (const [given, wanted] of [1, 2, 3].flatMap((one) => [1, 2, 3].map((other) => [one, other] as const))) {
      const seen = implies(read(`x ${from} ${given}`), read(`x ${to} ${wanted}`));
      const isSo = VALUES.filter((value) => HOLDS[from](value, given)).every((value) => HOLDS[to](value, wanted));
      expect([given, wanted, seen]).toEqual([given, wanted, isSo]);
    }
  });
});

describe('how a condition goes', () => {
  test.each<readonly [string, string, Sign]>([
    ['a', 'a', STILL],
    ['a', 'b', BOTH],
    // lines
    ['x < 2', 'x < 3', UP],
    ['2 > x', 'x < 3', UP],
    ['3 >= x', '2 >= x', DOWN],
    ['1 < x', '1 <= x', UP],
    ['2 == x', '2 != x', BOTH],
    ['x < 2', 'y < 3', BOTH],
    ['x < y', 'x < y + 1', BOTH],
    ['1 < 2', '1 < 3', BOTH],
    ['x < 1 + 1', 'x < 4 - 1', UP],
    ['x < 2 * 3', 'x < 15 / 3', DOWN],
    ['x > -1', 'x > -2', UP],
    ['x < 1 / 0', 'x < 2', BOTH],
    ['x < y / 2', 'x < 2', BOTH],
    ['x < 50%', 'x < 60%', UP],
    // A share and a number are not the same scale: points are held against either.
    ['x < 50%', 'x < 60', BOTH],
    ['50% > x', '60 > x', BOTH],
    // choices
    ['x in [a]', 'x in [a, b]', UP],
    ['x in [a, b]', 'x in [b]', DOWN],
    ['x in [a, b]', 'x in [b, a]', STILL],
    ['x in [a, b]', 'x in [b, c]', BOTH],
    ['x in [a]', 'y in [a, b]', BOTH],
    ['x in [a]', 'x == a', BOTH],
    // not
    ['not x < 2', 'not x < 3', DOWN],
    ['not a', 'a', BOTH],
    ['a', 'not a', BOTH],
    ['not a', 'not b', BOTH],
    // all and any
    ['a and b', 'a', UP],
    ['a', 'a and b', DOWN],
    ['a', 'a or b', UP],
    ['a or b', 'b', DOWN],
    ['a and b', 'b and a', STILL],
    ['a or b', 'b or a', STILL],
    ['a and b', 'a or c', UP],
    ['a and b', 'c and d', BOTH],
    ['a and b', 'a and c', BOTH],
    ['a or b', 'a or c', BOTH],
    ['a or b', 'a and b', DOWN],
    ['x < 1 and a', 'x < 2 and a', UP],
    ['x < 1 or a', 'x < 2 or b', BOTH],
    ['a', 'b and c', BOTH],
    ['a or b', 'c', BOTH],
    // counts
    ['at_least 2 of a; b; c', 'at_least 1 of a; b; c', UP],
    ['at_least 2 of a; b; c', 'at_least 2 of a; b', DOWN],
    ['at_least 2 of a; b; c', 'at_least 1 of a; b', UP],
    ['at_least 2 of a; b', 'at_least 2 of a; b; c', UP],
    ['at_least 1 of a; b', 'at_least 1 of a; b', STILL],
    ['at_least 2 of a; b; c', 'at_least 2 of c; a; b', STILL],
    ['at_least 2 of a; b; c', 'a or b', UP],
    ['a and b and c', 'at_least 2 of a; b; d', UP],
    ['at_least 2 of a; b', 'c', BOTH],
    ['at_least 1 of a', 'not a', BOTH],
    ['not a', 'at_least 1 of a', BOTH],
    // Of conditions that are the same, one form may be seen to hold where the other does, and not the other way round.
    ['at_least 2 of a; b', 'a and b', DOWN],
    ['at_least 1 of a; b', 'a or b', UP],
    ['a or b', 'at_least 1 of a; b; c', BOTH],
    // One part stands for one part.
    ['at_least 2 of x < 1; b', 'at_least 2 of x < 2; x < 3', BOTH],
    ['at_least 2 of x < 1; x < 2', 'at_least 2 of x < 2; x < 3', UP],
    ['at_least 2 of a; a; b', 'at_least 2 of a; b; c', BOTH],
  ])('%s → %s', (before, after, way) => {
    expect(widening(formula(before), formula(after))).toBe(way);
  });
});

describe('a formula without names', () => {
  test.each([
    ['2', '2'],
    ['50%', '0.5'],
    ['-3', '-3'],
    ['1 + 2', '3'],
    ['1 - 2', '-1'],
    ['2 * 3', '6'],
    ['1 / 4', '0.25'],
    ['-(1 + 1) * 2', '-4'],
    ['1 / 0', null],
    ['x', null],
    ['-x', null],
    ['x + 1', null],
    ['1 + x', null],
    ['max(1, 2)', null],
  ])('%s is %s', (text, expected) => {
    const value = constantOf(read(text));
    expect(value === null ? null : exactText(value)).toBe(expected);
  });
});

describe('the shape of a condition', () => {
  test.each<readonly [string, string, boolean]>([
    ['x < 2', 'x < 3', true],
    ['x < 2', 'x >= 30%', true],
    ['x < 2', 'y < 2', false],
    ['x < 2', '2 < x', false],
    ['x + 1 < 2', 'x + 5 < 3', true],
    ['x + 1 < 2', 'x - 1 < 2', false],
    ['x + y < 2', 'y + x < 2', false],
    ['-x < 2', '-x < 3', true],
    ['-x < 2', 'x < 3', false],
    ['-x < 2', '-y < 3', false],
    ['not x < 2', 'not x < 3', true],
    ['not x < 2', 'x < 3', false],
    ['x in [a]', 'x in [a]', true],
    ['x in [a]', 'x in [b]', false],
    ['max(x, 1) < 2', 'max(x, 4) < 2', true],
    ['max(x, 1) < 2', 'min(x, 1) < 2', false],
    ['max(x, y) < 2', 'max(x, z) < 2', false],
    ['x < 1 and y < 2', 'x < 3 and y < 4', true],
    ['x < 1 and y < 2', 'x < 3 or y < 4', false],
    ['x < 1 and y < 2', 'x < 3 and z < 4', false],
    ['x < 1 and y < 2', 'x < 3', false],
    ['at_least 2 of x < 1; y; z', 'at_least 2 of x < 2; y; z', true],
    ['at_least 2 of x < 1; y; z', 'at_least 1 of x < 1; y; z', false],
    ['at_least 2 of x < 1; y; z', 'at_least 2 of x < 1; y; w', false],
  ])('of %s and %s is the same: %s', (before, after, expected) => {
    expect(isSameShape(formula(before), formula(after))).toBe(expected);
  });
});
