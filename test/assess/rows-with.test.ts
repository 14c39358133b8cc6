import { expect, test } from 'vitest';
import { rowsWith } from '../../src/assess/rows-with.ts';

test.each<readonly [readonly number[], readonly number[]]>([
  [[], []],
  [[0, 1, 2], []],
  [[3], [0]],
  [
    [3, 0, 3, 3],
    [0, 2, 3],
  ],
  [[0, 3, 1], [1]],
])('the rows of %j that hold a 3', (bytes, expected) => {
  expect(rowsWith(Uint8Array.from(bytes), 3)).toEqual(expected);
});
