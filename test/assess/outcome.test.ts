import { expect, test } from 'vitest';
import { classOutcome } from '../../src/assess/outcome.ts';
import { countScore } from '../../src/assess/score.ts';
import { type Condition, FAIL, NOT_APPLICABLE, PASS, UNKNOWN } from '../../src/formula/index.ts';
import { exactText } from '../../src/number/index.ts';

const STATES = { fail: FAIL, unknown: UNKNOWN, pass: PASS, 'not-applicable': NOT_APPLICABLE } as const;
type Name = keyof typeof STATES;

// The states of the classes, the places that remain possible, and the place of the question that is asked next.
test.each<readonly [readonly Name[], readonly number[], number | null]>([
  [[], [], null],
  [['fail', 'fail'], [], null],
  [['pass', 'pass'], [0], null],
  [['fail', 'pass', 'pass'], [1], null],
  [['not-applicable', 'pass'], [1], null],
  [['not-applicable', 'fail'], [], null],
  [['unknown', 'pass', 'unknown'], [0, 1], 0],
  [['unknown', 'unknown', 'fail'], [0, 1], 0],
  [['fail', 'unknown', 'not-applicable', 'unknown'], [1, 3], 1],
  [['pass', 'unknown'], [0], null],
])('the first class that holds of %j', (names, possible, open) => {
  const classes = names.map((_, gate): Condition => ({ kind: 'gate', gate }));
  const found = classOutcome(classes, (condition) => STATES[names[classes.indexOf(condition)] ?? 'fail']);
  const mayBeNone = !names.includes('pass');
  expect(found).toEqual({ possible, mayBeNone, open: open === null ? null : classes[open] });
});

test.each<readonly [readonly Name[], string]>([
  [[], 'null'],
  [['not-applicable', 'not-applicable'], 'null'],
  [['fail'], '0…0/1'],
  [['pass', 'pass'], '2…2/2'],
  [['pass', 'fail', 'not-applicable'], '1…1/2'],
  [['pass', 'unknown', 'fail', 'unknown'], '1…3/4'],
  [['unknown', 'not-applicable'], '0…1/1'],
])('the count of %j', (names, expected) => {
  const score = countScore(names.map((name) => STATES[name]));
  const [least, most, of] = score === null ? [] : [score.min, score.max, score.of].map((end) => exactText(end));
  expect(score === null ? 'null' : `${least}…${most}/${of}`).toBe(expected);
});
