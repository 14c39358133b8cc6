import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { type Cells, cellsOf, createUnit, type Program, type Unit } from '../../src/assess/index.ts';
import { constantValue, polynomialKey, signsWithin } from '../../src/algebra/index.ts';
import { type CellBounds, datasetFromRows } from '../../src/data/index.ts';
import { SIGNS } from '../../src/formula/index.ts';
import { equal, exactText, integer } from '../../src/number/index.ts';
import { domainsOf } from '../../src/assess/unit.ts';
import { assessorFor, stateText } from './assessor.ts';
import { type Row, smallSet } from './small-sets.ts';

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

/** Whatever the figure is, the points are nine. */
const CONSTANT = smallSet(
  INDICATORS,
  `criteria:
  A: { title: A, points: 9, on: a, scale: [[0, 0], [9, 9]], applies_when: registered }
  B: { title: B, points: 9, deduct: { each: 1, per: a }, applies_when: registered }
classes:
  nine: { label: Nine, when: { all: [score >= 9, score <= 9] } }
score: { model: points, of: 18 }
`,
);

const BELOW_NINE: CellBounds = { min: null, max: integer(8) };

function unitUnder(text: string, row: Row = {}, ofA: CellBounds | null = null): readonly [Program, Cells] {
  const { program } = assessorFor(text);
  const bounds = new Map([['a', new Map(ofA === null ? [] : [[0, ofA] as const])]]);
  return [program, cellsOf(program, { ...datasetFromRows([{ code: '1', ...row }], program.set), bounds }, 0)];
}

/** All that a unit tells. */
const tellsOf = ({ set }: Program, unit: Unit) => ({
  outcome: unit.outcome(),
  states: [...set.criteria.keys()].map((_, number) => stateText(unit.criterion(number))),
  next: unit.openQuestion(),
  forClass: unit.classQuestion(),
  total: unit.pointsOf(null),
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

test.each<readonly [string, string, CellBounds | null]>([
  ['points', SHEET, null],
  ['points that stay the same', CONSTANT, null],
  ['a count', COUNT, null],
  ['a count, and bounds', COUNT, BELOW_NINE],
])('a unit with %s is asked what is open, once each, until all is decided', (_, text, ofA) => {
  const [program, cells] = unitUnder(text, {}, ofA);
  const unit = createUnit(program, cells);
  const domainOf = domainsOf(program, cells);
  let nodes = 0;
  const wrong: unknown[] = [];
  walk(unit, (answered, inside) => {
    nodes += 1;
    if (new Set(answered).size < answered.length) return void wrong.push([answered, 'is asked twice']);
    const before = tellsOf(program, unit);
    const { next, forClass } = before;
    if (next?.kind === 'sign' && signsWithin(next.polynomial, domainOf).length < 2) wrong.push([answered, 'is sure']);
    if (forClass !== null && !isDeepStrictEqual(next, forClass)) wrong.push([answered, 'asks first for points']);
    if (next === null && !isDecided(before)) wrong.push([answered, before.outcome]);
    inside();
    if (!isDeepStrictEqual(tellsOf(program, unit), before)) wrong.push([answered, 'is not as before']);
  });
  expect(wrong).toEqual([]);
  expect(nodes).toBeGreaterThan(10);
});

test('a class that the points known so far decide asks for no more of them', () => {
  const [program, cells] = unitUnder(SHEET.replace('score >= 80%', 'score >= 1'), { a: 5 });
  const unit = createUnit(program, cells);
  expect([unit.outcome().classes, unit.classQuestion()]).toEqual([[0], null]);
  expect(unit.openQuestion()).not.toBeNull();
});

const PLACED = { registered: true, route: 'main' };

test.each<readonly [string, string, Row, CellBounds | null, string]>([
  ['is none while pieces of it are open', SHEET, {}, null, 'null'],
  ['is none while it is open whether a piece applies', SHEET, { a: 3 }, null, 'null'],
  ['is none where nothing applies', CONSTANT, { registered: false }, null, 'null'],
  ['is a number where all is known', SHEET, { a: 3, ...PLACED }, null, '7 from 7 to 7'],
  ['hangs on what is missing in one piece', SHEET, PLACED, { min: integer(2), max: integer(4) }, 'open from 4 to 10'],
])('the total of a unit %s', (_, text, row, ofA, expected) => {
  const unit = createUnit(...unitUnder(text, row, ofA));
  unit.outcome();
  const total = unit.pointsOf(null);
  const value = total === null ? null : constantValue(total.fraction);
  const found = total === null ? 'null' : `from ${exactText(total.bounds.least)} to ${exactText(total.bounds.most)}`;
  expect(total === null ? found : `${value === null ? 'open' : exactText(value)} ${found}`).toBe(expected);
});
