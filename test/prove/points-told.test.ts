import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { PASS } from '../../src/formula/index.ts';
import { createProver } from '../../src/prove/index.ts';
import { setOf } from '../lint/lint.ts';
import { everyRow } from './every-row.ts';
import { MAY_NOT_APPLY, SETTLED } from './told-sets.ts';

const ROWS = { a: [0, 1, 2, 3], b: [0, 1, 2, 3], c: [0, 1, 2], p: [false, true], k: ['x', 'y'] };

describe.each([
  ['criteria that may not apply', MAY_NOT_APPLY],
  ['points that hang on no figure', SETTLED],
])('of %s is proved what all rows come to', (_, text) => {
  const set = setOf(text);
  const assessor = compile(set);
  const rows = everyRow(ROWS).map((row, at) => ({ code: String(at + 1), ...row }));
  const assessed = rows
    .map((row) => assessor.assess(datasetFromRows([row], set)))
    // What is divided by nothing is no row that can be.
    .filter(({ issues }) => !issues.some(({ severity }) => severity === 'error'));
  const prover = createProver(assessor.program);

  test('of every class', () => {
    const reached = new Set(assessed.map(({ classes }) => classes[0]));
    const places = [...set.classes.keys()].map((__, place) => place);
    expect(places.map((place) => prover.reachesClass(place) === 'yes')).toEqual(
      places.map((place) => reached.has(place)),
    );
  });

  test('of every criterion', () => {
    const numbers = [...set.criteria.keys()].map((__, number) => number);
    const met = numbers.map((number) => assessed.some(({ states }) => states[number]?.[0] === PASS));
    expect(numbers.map((number) => prover.criterion(number).passes === 'yes')).toEqual(met);
  });
});
