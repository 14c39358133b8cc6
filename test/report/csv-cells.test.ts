import { describe, expect, it } from 'vitest';
import { scoreSpan } from '../../src/report/csv/csv-cells.ts';

describe('scoreSpan', () => {
  it.each([
    // What stands between two numbers, a program, Excel.
    ['80', '80', '80', '80'],
    ['72.5', '72.5', '72.5', '72,5'],
    ['10/3', '10/3', '10/3', '3 1/3'],
    ['1/3', '1/3', '1/3', '0 1/3'],
    ['-10/3', '-10/3', '-10/3', '-3 1/3'],
    ['1/3', '4/3', '1/3..4/3', '0 1/3..1 1/3'],
    ['14.5', '62', '14.5..62', '14,5..62'],
  ])('from %s to %s is %s, in Excel %s', (min, max, plain, excel) => {
    const score = { value: min === max ? min : null, min, max, of: '100' };
    expect(scoreSpan(score, false)).toBe(plain);
    expect(scoreSpan(score, true)).toBe(excel);
  });
});
