import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { FAIL, PASS } from '../../src/formula/index.ts';
import { createProver, type Reach } from '../../src/prove/index.ts';
import { setOf } from '../lint/lint.ts';
import { everyRow } from './every-row.ts';
import { FIGURES, fileOf, pointsSet } from './points-sets.ts';
import { unsound } from './tried-directions.ts';

const ROWS = everyRow(FIGURES).map((row, at) => ({ code: String(at + 1), ...row }));

/** What is asked of a set, what is proved of it, and whether some row shows it. */
interface Told {
  readonly of: string;
  readonly reach: Reach;
  readonly isShown: boolean;
}

function toldOf(text: string): readonly Told[] {
  const set = setOf(text);
  const assessor = compile(set);
  const { classes, states, ...others } = assessor.assess(datasetFromRows(ROWS, set));
  const broken = unsound(others);
  const rows = [...ROWS.keys()].filter((row) => !broken.has(row));
  const prover = createProver(assessor.program);
  return [
    ...[...set.classes.keys()].map((id, place) => ({
      of: id,
      reach: prover.reachesClass(place),
      isShown: rows.some((row) => classes[row] === place),
    })),
    ...[...set.criteria.keys()].flatMap((id, number) => {
      const { passes, fails } = prover.criterion(number);
      const has = (state: number): boolean => rows.some((row) => states[number]?.[row] === state);
      return [
        { of: `${id} met`, reach: passes, isShown: has(PASS) },
        { of: `${id} not met`, reach: fails, isShown: has(FAIL) },
      ];
    }),
  ];
}

test('what is proved of points beside what may not apply is what all rows come to', { timeout: 300_000 }, () => {
  let no = 0;
  fc.assert(
    fc.property(pointsSet, (drawn) => {
      const told = toldOf(fileOf(drawn));
      no += told.filter(({ reach }) => reach === 'no').length;
      expect(told.map(({ of, reach }) => `${of}: ${reach}`)).toEqual(
        told.map(({ of, isShown }) => `${of}: ${isShown ? 'yes' : 'no'}`),
      );
    }),
    { seed: 2, numRuns: 120 },
  );
  expect(no).toBeGreaterThan(300);
});
