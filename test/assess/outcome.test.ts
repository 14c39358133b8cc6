import { expect, test } from 'vitest';
import { classOutcome } from '../../src/assess/outcome.ts';
import { countScore } from '../../src/assess/score.ts';
import { type Condition, FAIL, NOT_APPLICABLE, PASS, type State, UNKNOWN } from '../../src/formula/index.ts';
import { exactText } from '../../src/number/index.ts';

const STATES = { fail: FAIL, unknown: UNKNOWN, pass: PASS, 'not-applicable': NOT_APPLICABLE } as const satisfies Record<
  string,
  State
>;
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

// The states of the criteria, each with what it counts as where it does not apply.
test.each<readonly [readonly (readonly [Name, ('pass' | 'fail')?])[], string]>([
  [[], 'null'],
  [[['not-applicable'], ['not-applicable']], 'null'],
  [[['fail']], '0…0/1'],
  [[['pass'], ['pass']], '2…2/2'],
  [[['pass'], ['fail'], ['not-applicable']], '1…1/2'],
  [[['pass'], ['unknown'], ['fail'], ['unknown']], '1…3/4'],
  [[['unknown'], ['not-applicable']], '0…1/1 or none'],
  [[['unknown'], ['unknown']], '0…2/2 or none'],
  [[['unknown'], ['unknown', 'fail']], '0…2/2'],
  [[['not-applicable', 'pass'], ['fail']], '1…1/2'],
  [[['not-applicable', 'pass'], ['not-applicable', 'fail'], ['not-applicable']], '1…1/2'],
  [[['not-applicable', 'fail']], '0…0/1'],
])('the count of %j', (criteria, expected) => {
  const counted = criteria.map(([, as], number) => ({
    number,
    whenNotApplicable: STATES[as ?? 'not-applicable'],
    mayBeLeftOut: as === undefined,
  }));
  const score = countScore(counted, (number) => STATES[criteria[number]?.[0] ?? 'fail']);
  const [least, most, of] = score === null ? [] : [score.min, score.max, score.of].map((end) => exactText(end));
  const found = score === null ? 'null' : `${least}…${most}/${of}${score.mayBeNone ? ' or none' : ''}`;
  expect(found).toBe(expected);
});
