import { expect, test } from 'vitest';
import { type Comparison, holds, mirroredOf, oppositeOf } from '../../src/formula/index.ts';

const SIDES = [-1, 0, 1] as const;

/** Below, on and above the line: where a comparison holds. */
const shape = (operator: Comparison): string => SIDES.map((side) => (holds(operator, side) ? 'x' : '.')).join('');

test.each<readonly [Comparison, string, mirrored: Comparison, opposite: Comparison]>([
  ['<', 'x..', '>', '>='],
  ['<=', 'xx.', '>=', '>'],
  ['==', '.x.', '==', '!='],
  ['!=', 'x.x', '!=', '=='],
  ['>=', '.xx', '<=', '<'],
  ['>', '..x', '<', '<='],
])('%s holds as %s', (operator, expected, mirrored, opposite) => {
  expect(shape(operator)).toBe(expected);
  expect(mirroredOf(operator)).toBe(mirrored);
  expect(oppositeOf(operator)).toBe(opposite);
  expect(holds(operator, 7)).toBe(holds(operator, 1));
});
