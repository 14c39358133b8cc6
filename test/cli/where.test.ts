import { expect, test } from 'vitest';
import { readWhere } from '../../src/assess/index.ts';
import { chooseUnits } from '../../src/cli/where.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { assessorFor } from '../assess/assessor.ts';
import { smallSet } from '../assess/small-sets.ts';

const assessor = assessorFor(
  smallSet(
    ['a', 'b'].map((id) => `  ${id}: { label: ${id}, type: count }`).join('\n'),
    `criteria: { A: { title: A, test: a >= 1 } }
classes: { high: { label: High, when: A }, rest: { label: Rest, when: otherwise } }
`,
  ),
);

/** What is told of a condition on one unit. */
function told(condition: string, figures: Readonly<Record<string, number | null>>): readonly string[] {
  const { set } = assessor.program;
  const read = readWhere(condition, set, '--where');
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return chooseUnits(read.value, assessor.assess(datasetFromRows([{ code: '1', ...figures }], set))).issues.map(
    ({ code }) => code,
  );
}

test.each([
  ['a > 2', { a: 3, b: 0 }, []],
  ['a > 2', { a: 2, b: 0 }, ['where/none']],
  // It may hold: that it holds for no unit is not known.
  ['a > 2', { a: null, b: 0 }, ['where/open']],
  ['a / b > 2', { a: 3, b: 0 }, ['where/division-by-zero']],
  // No count is below zero.
  ['b >= a', { a: 0, b: null }, []],
])('%s of %j', (condition, figures, expected) => {
  expect(told(condition, figures)).toEqual(expected);
});
