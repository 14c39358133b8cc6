import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { type Cells, cellsOf, createUnit, type Program, type Unit } from '../../src/assess/index.ts';
import { polynomialKey } from '../../src/algebra/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { SIGNS } from '../../src/formula/index.ts';
import { equal } from '../../src/number/index.ts';
import { assessorFor, stateText } from './assessor.ts';
import { smallSet } from './small-sets.ts';

const INDICATORS = `  a: { label: a, type: count, max: 9 }
  b: { label: b, type: count, max: 9 }
  route: { label: Route, type: choice, values: { none: None, side: Side, main: Main } }
  registered: { label: Registered, type: boolean }`;

const SHEET = smallSet(
  INDICATORS,
  `criteria:
  A: { title: A, points: 6, on: a, scale: [[1, 0], [5, 6]] }
  B: { title: B, points: 4, test: route == main, applies_when: registered }
classes:
  best: { label: Best, when: score >= 80% }
  good: { label: Good, when: points(A) > 3 }
score: { model: points, of: 10, round: { to: 0.5, mode: half-up } }
`,
);

const COUNT = smallSet(
  INDICATORS,
  `checks: [{ rule: a <= 8 or registered, message: Many }]
criteria:
  A: { title: A, test: a + b >= 9 }
  B: { title: B, test: "route in [side, main]", applies_when: b > 2 }
  C: { title: C, test: A or registered }
classes:
  best: { label: Best, when: { all: [A, B] } }
  good: { label: Good, when: C }
score: { model: count, of: [A, B, C] }
`,
);

function unitUnder(text: string): readonly [Program, Cells] {
  const { program } = assessorFor(text);
  return [program, cellsOf(program, datasetFromRows([{ code: '1' }], program.set), 0)];
}

/** All that a unit tells. */
const tellsOf = ({ set }: Program, unit: Unit) => ({
  outcome: unit.outcome(),
  states: [...set.criteria.keys()].map((_, number) => stateText(unit.criterion(number))),
  next: unit.openQuestion(),
  forClass: unit.classQuestion(),
  total: unit.total(),
});

/** Gives every answer to every question, and something to be done at each, with the questions answered so far. */
function walk(
  unit: Unit,
  visit: (answered: readonly string[], inside: () => void) => void,
  answered: readonly string[] = [],
): void {
  const open = unit.openQuestion();
  visit(answered, () => {
    if (open?.kind === 'sign') {
      const key = polynomialKey(open.polynomial);
      for (const sign of SIGNS) unit.answerSign(open.polynomial, sign, () => walk(unit, visit, [...answered, key]));
    }
    if (open?.kind === 'byte') {
      for (let value = 0; value < open.values; value += 1)
        unit.answerByte(open.variable, value, () => walk(unit, visit, [...answered, `#${open.variable}`]));
    }
  });
}

/** Whether a unit that has no question left is in one class, or none, and has one number of points. */
function isDecided({ outcome: { classes, mayBeNone, score, unsound }, total }: ReturnType<typeof tellsOf>): boolean {
  if (unsound) return true;
  const isSure = score === null || total !== null || equal(score.min, score.max);
  return classes.length + Number(mayBeNone) === 1 && isSure && score?.mayBeNone !== true;
}

test.each([
  ['points', SHEET],
  ['a count', COUNT],
])(
  'a unit with %s has each answer while something is done; nothing is asked twice, and all is decided in the end',
  (_, text) => {
    const [program, cells] = unitUnder(text);
    const unit = createUnit(program, cells);
    let nodes = 0;
    const wrong: unknown[] = [];
    walk(unit, (answered, inside) => {
      nodes += 1;
      if (new Set(answered).size < answered.length) return void wrong.push([answered, 'is asked twice']);
      const before = tellsOf(program, unit);
      if (before.forClass !== null && !isDeepStrictEqual(before.next, before.forClass))
        wrong.push([answered, 'asks first for points']);
      if (before.next === null && !isDecided(before)) wrong.push([answered, before.outcome]);
      inside();
      if (!isDeepStrictEqual(tellsOf(program, unit), before)) wrong.push([answered, 'is not as before']);
    });
    expect(wrong).toEqual([]);
    expect(nodes).toBeGreaterThan(80);
  },
);
