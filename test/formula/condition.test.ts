import { expect, test } from 'vitest';
import { ALWAYS, type Condition, NEVER, partsOf } from '../../src/formula/index.ts';

const [one, two]: readonly [Condition, Condition] = [
  { kind: 'sign', question: 0, accept: 1 },
  { kind: 'boolean', variable: 1 },
];

test.each<[Condition, readonly Condition[]]>([
  [{ kind: 'all', of: [one, two] }, [one, two]],
  [{ kind: 'any', of: [two, one] }, [two, one]],
  [{ kind: 'at_least', count: 2, of: [one, two, one] }, [one, two, one]],
  [{ kind: 'not', of: one }, [one]],
  [{ kind: 'defined', undefinedWhen: one, of: two }, [one, two]],
  [one, []],
  [two, []],
  [ALWAYS, []],
  [NEVER, []],
  [{ kind: 'choice', variable: 0, accept: [0] }, []],
  [{ kind: 'criterion', criterion: 3, whenNotApplicable: 0 }, []],
  [{ kind: 'gate', gate: 0 }, []],
])('the parts of %j', (condition, parts) => {
  expect(partsOf(condition)).toEqual(parts);
});
